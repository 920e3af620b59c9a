"""The centre of all weights that respect an order. Barron & Barrett (1996)."""

import numpy as np

from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement
from mcda.model.problem import Plan
from mcda.weighting import Local, Weighting, places


def local(branch: Branch, judgement: Judgement | None, plan: Plan) -> Local:
    """W of place r = (1/n) Σ 1/k from k = r to n; equals share the mean of what their places would get."""
    assert judgement is not None
    place, n = places(branch, judgement), len(branch.children)
    centroid = np.cumsum((1 / np.arange(1, n + 1))[::-1])[::-1] / n
    tied = [np.mean(centroid[_taken(place, r)]) for r in place]
    return Local(np.array(tied) / np.sum(tied))


def _taken(place: np.ndarray, r: float) -> slice:
    """The places that the equals at the mean place `r` take up together."""
    size = int(np.sum(place == r))
    start = round(r - (size + 1) / 2)
    return slice(start, start + size)


WEIGHTING = Weighting(
    Text("rank-order centroid", "序关系质心权重（ROC）"),
    "Barron & Barrett (1996), Management Science 42",
    "order",
    local,
)
