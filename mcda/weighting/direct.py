"""Weights given as they are: among the children of each branch they must sum to 1."""

from mcda.errors import JudgementError
from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement
from mcda.model.problem import Plan
from mcda.weighting import Local, Weighting, answered

TOTAL = 1.0


def local(branch: Branch, judgement: Judgement | None, plan: Plan) -> Local:
    """The numbers themselves; a sum other than 1 (to 0.001) is refused."""
    assert judgement is not None
    numbers = answered(branch, judgement)
    if abs(numbers.sum() - TOTAL) > 1e-3:
        raise JudgementError.of("weights_sum", judgement.place, branch=branch.label, sum=f"{numbers.sum():g}")
    return Local(numbers / numbers.sum())


WEIGHTING = Weighting(
    Text("direct: shares of 1", "直接赋权：合计为1"),
    "Keeney & Raiffa (1976), Decisions with Multiple Objectives",
    "numbers",
    local,
    total=TOTAL,
)
