"""Points shared out among criteria; any total will do. Bottomley & Doyle (2001)."""

from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement
from mcda.model.problem import Plan
from mcda.weighting import Local, Weighting, answered


def local(branch: Branch, judgement: Judgement | None, plan: Plan) -> Local:
    """Points divided by their sum."""
    assert judgement is not None
    numbers = answered(branch, judgement)
    return Local(numbers / numbers.sum())


WEIGHTING = Weighting(Text("points shared out", "分配点数"), "Bottomley & Doyle (2001), Omega 29", "numbers", local)
