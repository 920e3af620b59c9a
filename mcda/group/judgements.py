"""Join the answers: the geometric mean of each judgement (AIJ). Aczél & Saaty (1983); Forman & Peniwati (1998)."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from mcda.group import Joining
from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement, Weights
from mcda.model.problem import Plan
from mcda.weighting import weigh


def join(tree: Branch, judgements: Sequence[Judgement], plan: Plan) -> Weights:
    """Weights from the joined judgement; a pair that some weren't asked is the mean of those who were."""
    logs: dict[tuple[str, str], list[float]] = {}
    for judgement in judgements:
        for (a, b), value in judgement.pairs.items():
            key, sign = ((a, b), 1) if (b, a) not in logs else ((b, a), -1)
            logs.setdefault(key, []).append(sign * np.log(value))
    pairs = {key: float(np.exp(np.mean(values))) for key, values in logs.items()}
    joined = weigh(tree, replace(judgements[0], who="", pairs=pairs), plan)
    return replace(joined, people=tuple(judgement.who for judgement in judgements))


JOINING = Joining(
    Text("geometric mean of judgements (AIJ)", "判断几何平均（AIJ）"),
    "Aczél & Saaty (1983); Forman & Peniwati (1998)",
    join,
)
