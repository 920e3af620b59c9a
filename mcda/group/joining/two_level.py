"""Join each stakeholder group first, then the groups, which count alike whatever their size."""

from collections.abc import Sequence

import numpy as np

from mcda.errors import JudgementError
from mcda.group.joining import JOININGS, Joining
from mcda.group.joining.priorities_geometric import geometric
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.finding import remark
from mcda.model.judgement import Judgement, Weights
from mcda.model.problem import Plan
from mcda.weighting import spread


def join(tree: Branch, judgements: Sequence[Judgement], plan: Plan) -> Weights:
    """Comparisons: the mean of judgements in each group, then the geometric mean of the groups' weights. Other answers:
    arithmetic means of weights on both levels.

    Raises JudgementError for people who belong to no group.
    """
    groups = by_group(judgements)
    pairs = judgements[0].form == "pairs"
    inside = JOININGS["judgements" if pairs else "priorities"]
    joined = [inside.join(tree, members, plan) for members in groups.values()]
    parts = {branch.id: np.stack([w.local[branch.id] for w in joined]) for branch in tree.branches()}
    local = geometric(tree, parts) if pairs else {name: part.mean(axis=0) for name, part in parts.items()}
    said = remark("two_levels", groups=len(groups), smallest=min(map(len, groups.values())))
    return spread(tree, local, plan.weights, people=tuple(j.who for j in judgements), findings=(said,))


def among(tree: Branch, judgements: Sequence[Judgement], plan: Plan, shares: Array) -> dict[str, Array]:
    """Local weights (B, k), for shares (B, people): groups in which nobody counts drop out, the rest count alike."""
    names = np.array([judgement.group for judgement in judgements])
    pairs = judgements[0].form == "pairs"
    inside = JOININGS["judgements" if pairs else "priorities"]
    by_name = [np.where(names == name, shares, 0.0) for name in by_group(judgements)]
    there = np.stack([(part.sum(axis=-1) > 0) for part in by_name], axis=-1).astype(float)
    found = {}
    each = [inside.among(tree, judgements, plan, part) for part in by_name]
    for branch in tree.branches():
        parts = np.stack([local[branch.id] for local in each], axis=-2)
        known = np.where(there[..., None] > 0, parts, 1.0)
        joined = np.einsum("bg,bgk->bk", there, np.log(known) if pairs else known) / there.sum(axis=-1, keepdims=True)
        found[branch.id] = np.exp(joined) / np.exp(joined).sum(axis=-1, keepdims=True) if pairs else joined
    return found


def by_group(judgements: Sequence[Judgement]) -> dict[str, list[Judgement]]:
    """The members of each stakeholder group. Raises JudgementError, naming them, for people who belong to none."""
    nobody = tuple(judgement.who for judgement in judgements if not judgement.group)
    if nobody:
        raise JudgementError.of("joining_group", people=nobody)
    groups: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        groups.setdefault(judgement.group, []).append(judgement)
    return groups


JOINING = Joining(
    Text("groups first, then all groups alike", "先组内、后组间（各组等权）"),
    "Forman & Peniwati (1998); Macharis, De Witte & Ampe (2009), Journal of Advanced Transportation 43",
    join,
    among,
)
