"""Join all answers in one fit: different people may have been asked different pairs. Bozóki, Fülöp & Rónyai (2010)."""

from collections.abc import Sequence

from mcda.group.joining import Joining
from mcda.group.room import among, everybody, geometric_mean, room
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement, Weights
from mcda.model.problem import Plan
from mcda.pairwise import consistency
from mcda.weighting import spread


def join(tree: Branch, judgements: Sequence[Judgement], plan: Plan) -> Weights:
    """Logarithmic least squares over everybody's comparisons, branch by branch; a pair counts as often as it was asked.

    Raises JudgementError where all answers together leave criteria apart, naming a comparison that would join them.
    """
    rooms = {branch: room(branch.names(), judgements) for branch in tree.branches()}
    local = {branch.id: everybody(answers, branch.names()) for branch, answers in rooms.items()}
    measured = {
        branch.id: consistency(geometric_mean(answers), plan.random_index)
        for branch, answers in rooms.items()
        if len(branch.children) > 2
    }
    return spread(tree, local, plan.weights, measured, tuple(judgement.who for judgement in judgements))


def fits(tree: Branch, judgements: Sequence[Judgement], plan: Plan, shares: Array) -> dict[str, Array]:
    """Local weights (B, k) of one fit each, for shares (B, people)."""
    return {branch.id: among(room(branch.names(), judgements), shares) for branch in tree.branches()}


JOINING = Joining(
    Text("one fit to everybody's comparisons", "全体比较的对数最小二乘"),
    "Bozóki, Fülöp & Rónyai (2010), Mathematical and Computer Modelling 52",
    join,
    fits,
    ("pairs",),
    partial=True,
)
