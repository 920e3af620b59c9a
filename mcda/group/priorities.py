"""Join the results: the mean of everybody's local weights (AIP). Forman & Peniwati (1998)."""

from collections.abc import Sequence

import numpy as np

from mcda.group import Joining
from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement, Weights
from mcda.model.problem import Plan
from mcda.weighting import spread, weigh


def join(tree: Branch, judgements: Sequence[Judgement], plan: Plan) -> Weights:
    """The arithmetic mean of local weights, branch by branch, people counting alike."""
    each = [weigh(tree, judgement, plan) for judgement in judgements]
    local = {branch.id: np.mean([w.local[branch.id] for w in each], axis=0) for branch in tree.branches()}
    findings = tuple(finding for w in each for finding in w.findings)
    return spread(tree, local, plan.weights, people=tuple(j.who for j in judgements), findings=findings)


JOINING = Joining(
    Text("mean of priorities (AIP)", "优先级平均（AIP）"),
    "Forman & Peniwati (1998), European Journal of Operational Research 108",
    join,
)
