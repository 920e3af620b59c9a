"""AHP: priorities from comparisons in pairs, branch by branch. Saaty (1980)."""

import numpy as np

from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.finding import Finding, caution, remark
from mcda.model.judgement import Consistency, Judgement
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
    measured = consistency(matrix, plan.random_index)
    return Local(values, measured, tuple(_findings(branch, matrix, values, measured, plan)))


def _findings(
    branch: Branch, matrix: np.ndarray, values: np.ndarray, measured: Consistency, plan: Plan
) -> list[Finding]:
    names, found = branch.names(), []
    if not complete(matrix):
        asked = int((np.sum(~np.isnan(matrix)) - len(names)) // 2)
        found.append(remark("incomplete", branch=branch.label, asked=asked, all=len(names) * (len(names) - 1) // 2))
        poor = measured.geometric_index > measured.geometric_limit
    else:
        poor = measured.ratio > LIMIT
    if poor:
        cr = measured.ratio if complete(matrix) else measured.geometric_index
        index = "CR" if complete(matrix) else "GCI"
        found.append(caution("inconsistent", branch=branch.label, index=index, value=cr))
        best = hints(matrix, names)[:1]
        found += [caution("repair", a=h.a, b=h.b, given=h.given, fitting=h.fitting) for h in best]
    found += [caution("circle", a=a, b=b, c=c) for a, b, c in circles(matrix, names)]
    if complete(matrix):
        order = np.argsort(-values, kind="stable")
        others = [name for name, way in PRIORITIES.items() if not _sorted(way(matrix)[order])]
        if others:
            ways = tuple(remark(f"way.{name}").message for name in others)
            found.append(caution("priorities_differ", branch=branch.label, ways=ways))
    return found


def _sorted(values: np.ndarray) -> bool:
    return bool(np.all(np.diff(values) <= 1e-12))


WEIGHTING = Weighting(
    Text("comparison in pairs (AHP)", "两两比较（AHP）"), "Saaty (1980), The Analytic Hierarchy Process", "pairs", local
)
