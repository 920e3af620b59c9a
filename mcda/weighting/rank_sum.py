"""Weights that fall evenly with the place in an order. Stillwell, Seaver & Edwards (1981)."""

from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement
from mcda.model.problem import Plan
from mcda.weighting import Local, Weighting, places


def local(branch: Branch, judgement: Judgement | None, plan: Plan) -> Local:
    """W of place r = 2 (n + 1 − r) ÷ (n (n + 1)); equals have the mean of their places."""
    assert judgement is not None
    n = len(branch.children)
    return Local(2 * (n + 1 - places(branch, judgement)) / (n * (n + 1)))


WEIGHTING = Weighting(
    Text("rank sum", "序和权重"),
    "Stillwell, Seaver & Edwards (1981), Organizational Behavior and Human Performance 28",
    "order",
    local,
)
