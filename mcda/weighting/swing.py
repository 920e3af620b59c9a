"""Swing: the way from worst to best that matters most has 100, the others a part. von Winterfeldt & Edwards (1986)."""

from mcda.errors import JudgementError
from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement
from mcda.model.problem import Plan
from mcda.weighting import Local, Weighting, answered

LARGEST = 100.0


def local(branch: Branch, judgement: Judgement | None, plan: Plan) -> Local:
    """Numbers divided by their sum; the largest must be 100, or the question was another one."""
    assert judgement is not None
    numbers = answered(branch, judgement)
    if numbers.max() != LARGEST:
        raise JudgementError.of("swing_largest", judgement.place, branch=branch.label, largest=f"{numbers.max():g}")
    return Local(numbers / numbers.sum())


WEIGHTING = Weighting(
    Text("swings from worst to best", "摆幅赋权（swing）"),
    "von Winterfeldt & Edwards (1986), Decision Analysis and Behavioral Research",
    "numbers",
    local,
    largest=LARGEST,
)
