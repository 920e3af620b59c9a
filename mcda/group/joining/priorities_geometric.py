"""Join the results: the geometric mean of everybody's local weights (AIP). Forman & Peniwati (1998)."""

from collections.abc import Mapping, Sequence

import numpy as np

from mcda.errors import JudgementError
from mcda.group.joining import Joining
from mcda.group.room import individuals, means, refuse_partial
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement, Weights
from mcda.model.problem import Plan
from mcda.weighting import spread


def join(tree: Branch, judgements: Sequence[Judgement], plan: Plan) -> Weights:
    """The geometric mean of local weights, branch by branch, shared out again; people count alike.

    The same as the mean of judgements for row geometric means. Raises JudgementError for people whose own answers
    don't give weights, and for a weight of 0, which would silence everybody else.
    """
    each = individuals(tree, judgements, plan)
    refuse_partial(each, tree)
    return spread(tree, geometric(tree, each.local), plan.weights, people=each.who, findings=each.findings)


def among(tree: Branch, judgements: Sequence[Judgement], plan: Plan, shares: Array) -> dict[str, Array]:
    """Geometric means of local weights (B, k), for shares (B, people). Raises JudgementError as `join` does."""
    each = individuals(tree, judgements, plan)
    refuse_partial(each, tree)
    return geometric(tree, each.local, shares)


def geometric(tree: Branch, local: Mapping[str, Array], shares: Array | None = None) -> dict[str, Array]:
    """The geometric mean over people of local weights (people, k) per branch, together 1 (…, k); people count alike, or
    by shares (…, people).
    """
    joined = {}
    for branch in tree.branches():
        parts = local[branch.id]
        nothing = (parts == 0).any(axis=0)
        if nothing.any():
            raise JudgementError.of("joining_zero", name=branch.names()[int(np.argmax(nothing))])
        mean = np.exp(means(np.log(parts), np.ones(len(parts)) if shares is None else shares))
        joined[branch.id] = mean / mean.sum(axis=-1, keepdims=True)
    return joined


JOINING = Joining(
    Text("geometric mean of priorities (AIP)", "优先级几何平均（AIP）"),
    "Forman & Peniwati (1998), European Journal of Operational Research 108",
    join,
    among,
)
