"""Join the answers: the geometric mean of each judgement (AIJ). Aczél & Saaty (1983); Forman & Peniwati (1998)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from mcda.group.joining import Joining
from mcda.group.room import geometric_mean, own_weights, room
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement, Weights
from mcda.model.problem import Plan
from mcda.weighting import weigh


def join(tree: Branch, judgements: Sequence[Judgement], plan: Plan) -> Weights:
    """Weights from the joined judgement; a pair that some weren't asked is the mean of those who were."""
    pairs: dict[tuple[str, str], float] = {}
    for branch in tree.branches():
        names = branch.names()
        joined = geometric_mean(room(names, judgements))
        asked = [(i, j) for i, j in combinations(range(len(names)), 2) if not np.isnan(joined[i, j])]
        pairs |= {(names[i], names[j]): float(joined[i, j]) for i, j in asked}
    weighed = weigh(tree, replace(judgements[0], who="", pairs=pairs), plan)
    return replace(weighed, people=tuple(judgement.who for judgement in judgements))


def among(tree: Branch, judgements: Sequence[Judgement], plan: Plan, shares: Array) -> dict[str, Array]:
    """Local weights (B, k) of the joined judgements, for shares (B, people)."""
    rooms = {branch.id: room(branch.names(), judgements) for branch in tree.branches()}
    return {name: own_weights(geometric_mean(answers, shares), plan.priorities) for name, answers in rooms.items()}


JOINING = Joining(
    Text("geometric mean of judgements (AIJ)", "判断几何平均（AIJ）"),
    "Aczél & Saaty (1983); Forman & Peniwati (1998)",
    join,
    among,
    ("pairs",),
    partial=True,
)
