"""Join all answers in one fit: different people may have been asked different pairs. Bozóki, Fülöp & Rónyai (2010)."""

from collections.abc import Sequence

from mcda.group.joining import Joining
from mcda.group.room import everybody, geometric_mean, room
from mcda.language import Text
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


JOINING = Joining(
    Text("one fit to everybody's comparisons", "全体比较的对数最小二乘"),
    "Bozóki, Fülöp & Rónyai (2010), Mathematical and Computer Modelling 52",
    join,
    ("pairs",),
    partial=True,
)
