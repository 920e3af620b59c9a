"""What is said of a partial order: which pairs the evidence leaves incomparable."""

import numpy as np
from numpy.typing import NDArray

from mcda.language import Text
from mcda.methods import Look
from mcda.model.finding import caution, remark
from mcda.model.problem import Problem
from mcda.model.table import Table

NAMED = 6
"""How many pairs a sentence names."""

LARGE = 200
"""From how many options on pairs are no longer looked at."""


def looked(problem: Problem, table: Table, apart: NDArray[np.bool_], first: NDArray[np.bool_]) -> Look:
    """The pairs that are incomparable (m, m), and what this means for the options that come first (m,)."""
    names = table.alternatives
    pairs = tuple((names[int(i)], names[int(k)]) for i, k in np.argwhere(np.triu(apart)))
    found = []
    doubted = (apart & first[:, None]).any(axis=0) & ~first
    if doubted.any():
        leaders, others = (tuple(problem.label(names[i]) for i in np.flatnonzero(some)) for some in (first, doubted))
        found.append(caution("incomparable_first", first=leaders, others=others))
    if pairs:
        labels = [(problem.label(a), problem.label(b)) for a, b in pairs[:NAMED]]
        said = tuple(Text(f"{a.en} / {b.en}", f"{a.zh} / {b.zh}") for a, b in labels)
        more = len(pairs) - len(said)
        code = "incomparable_more" if more else "incomparable"
        found.append(remark(code, pairs=said, count=len(pairs)) if more else remark(code, pairs=said))
    return Look(tuple(found), pairs)
