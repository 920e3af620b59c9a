"""Join the results: the mean of everybody's local weights (AIP). Forman & Peniwati (1998)."""

from collections.abc import Sequence

from mcda.group.joining import Joining
from mcda.group.room import individuals, means, refuse_partial
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement, Weights
from mcda.model.problem import Plan
from mcda.weighting import spread


def join(tree: Branch, judgements: Sequence[Judgement], plan: Plan) -> Weights:
    """The arithmetic mean of local weights, branch by branch, people counting alike.

    Raises JudgementError for people whose own answers don't give weights.
    """
    each = individuals(tree, judgements, plan)
    refuse_partial(each, tree)
    local = {name: parts.mean(axis=0) for name, parts in each.local.items()}
    return spread(tree, local, plan.weights, people=each.who, findings=each.findings)


def among(tree: Branch, judgements: Sequence[Judgement], plan: Plan, shares: Array) -> dict[str, Array]:
    """Mean local weights (B, k), for shares (B, people). Raises JudgementError as `join` does."""
    each = individuals(tree, judgements, plan)
    refuse_partial(each, tree)
    return {name: means(parts, shares) for name, parts in each.local.items()}


JOINING = Joining(
    Text("mean of priorities (AIP)", "优先级算术平均（AIP）"),
    "Forman & Peniwati (1998), European Journal of Operational Research 108",
    join,
    among,
)
