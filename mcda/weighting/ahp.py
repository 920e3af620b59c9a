"""AHP: priorities from comparisons in pairs, branch by branch. Saaty (1980)."""

from collections.abc import Sequence

import numpy as np

from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.finding import Finding, caution, remark
from mcda.model.judgement import Judgement
from mcda.model.problem import Plan
from mcda.pairwise import LIMIT, PRIORITIES, circles, complete, consistency, from_pairs, hints, weights_of
from mcda.weighting import Local, Weighting


def local(branch: Branch, judgement: Judgement | None, plan: Plan) -> Local:
    """Priorities of one branch, with its consistency and the answers that deserve a second look."""
    assert judgement is not None
    names = branch.names()
    matrix = from_pairs(names, judgement.pairs)
    values = weights_of(matrix, plan.priorities, names)
    if len(names) < 3:
        return Local(values)
    return Local(values, consistency(matrix, plan.random_index), tuple(second_look(branch.label, matrix, names, plan)))


def second_look(label: Text, matrix: Array, names: Sequence[str], plan: Plan) -> list[Finding]:
    """What deserves a second look in the judgements (n, n) of what is called `label`: pairs not asked, contradictions
    with the answer that fits least, circles, and ways to priorities that would order otherwise.
    """
    measured = consistency(matrix, plan.random_index)
    found = []
    if complete(matrix):
        index, value, poor = "CR", measured.ratio, measured.ratio > LIMIT
    else:
        asked = int((np.sum(~np.isnan(matrix)) - len(names)) // 2)
        found.append(remark("incomplete", branch=label, asked=asked, all=len(names) * (len(names) - 1) // 2))
        index, value = "GCI", measured.geometric_index
        poor = value > measured.geometric_limit
    if poor:
        found.append(caution("inconsistent", branch=label, index=index, value=value))
        found += [caution("repair", a=h.a, b=h.b, given=h.given, fitting=h.fitting) for h in hints(matrix, names)[:1]]
    found += [caution("circle", a=a, b=b, c=c) for a, b, c in circles(matrix, names)]
    return [*found, *_ways(label, matrix, plan)]


def _ways(label: Text, matrix: Array, plan: Plan) -> list[Finding]:
    """Ways to priorities that would order them otherwise."""
    if not complete(matrix):
        return []
    order = np.argsort(-PRIORITIES[plan.priorities](matrix), kind="stable")
    others = [name for name, way in PRIORITIES.items() if not _sorted(way(matrix)[order])]
    ways = tuple(remark(f"way.{name}").message for name in others)
    return [caution("priorities_differ", branch=label, ways=ways)] if others else []


def _sorted(values: Array) -> bool:
    return bool(np.all(np.diff(values) <= 1e-12))


WEIGHTING = Weighting(
    Text("comparison in pairs (AHP)", "两两比较（AHP）"), "Saaty (1980), The Analytic Hierarchy Process", "pairs", local
)
