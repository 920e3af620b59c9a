"""Which answers fit the others least, and what would fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from mcda.model.arrays import Array
from mcda.pairwise.consistency import geometric_index
from mcda.pairwise.matrix import parts
from mcda.pairwise.priorities import log_least_squares


@dataclass(frozen=True)
class Hint:
    """A judgement, what all the others together say in its place, and the GCI before and after taking their word."""

    a: str
    b: str
    given: float
    fitting: float
    before: float
    after: float


def hints(matrix: Array, names: Sequence[str]) -> list[Hint]:
    """Each judgement left out in turn and read off the rest; the one whose change helps most comes first.

    `matrix` (n, n) may be incomplete; a judgement that alone joins two groups has nothing to be read off.
    """
    pairs = [(i, j) for i, j in combinations(range(len(names)), 2) if not np.isnan(matrix[i, j])]
    without = np.repeat(matrix[None], len(pairs), axis=0) if pairs else np.empty((0, *matrix.shape))
    for k, (i, j) in enumerate(pairs):
        without[k, i, j] = without[k, j, i] = np.nan
    kept = [k for k in range(len(pairs)) if len(parts(without[k])) == 1]
    if not kept:
        return []
    w, mended = log_least_squares(without[kept]), without[kept]
    before, found = float(geometric_index(matrix)), []
    for k, row in enumerate(kept):
        i, j = pairs[row]
        mended[k, i, j], mended[k, j, i] = w[k, i] / w[k, j], w[k, j] / w[k, i]
    after = geometric_index(mended)
    for k, row in enumerate(kept):
        i, j = pairs[row]
        found.append(Hint(names[i], names[j], float(matrix[i, j]), float(w[k, i] / w[k, j]), before, float(after[k])))
    return sorted(found, key=lambda hint: hint.after)


def circles(matrix: Array, names: Sequence[str]) -> list[tuple[str, str, str]]:
    """Triads that contradict themselves: a above b, b above c, and c above a."""
    above = np.nan_to_num(matrix, nan=1.0) > 1
    found = []
    for i, j, k in combinations(range(len(names)), 3):
        for a, b, c in ((i, j, k), (i, k, j)):
            if above[a, b] and above[b, c] and above[c, a]:
                found.append((names[a], names[b], names[c]))
    return found
