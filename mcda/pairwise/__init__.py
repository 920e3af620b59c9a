"""A judgement matrix (NaN = not asked) → priorities, consistency, and the answer that fits least."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from mcda.errors import UnknownName
from mcda.model.arrays import Array
from mcda.model.judgement import Consistency
from mcda.pairwise.consistency import (
    LIMIT,
    RANDOM_INDEX,
    Priorities,
    geometric_index,
    geometric_limit,
    lambda_max,
    ratio,
)
from mcda.pairwise.matrix import checked, complete, from_pairs
from mcda.pairwise.priorities import PRIORITIES, eigenvector, log_least_squares, principal
from mcda.pairwise.repair import Hint, circles, hints

__all__ = [
    "LIMIT", "PRIORITIES", "RANDOM_INDEX", "Hint", "Priorities", "checked", "circles", "complete",
    "consistency", "from_pairs", "hints", "priorities", "weights_of",
]  # fmt: skip


def weights_of(matrix: Array, method: str = "row_geometric_mean", names: Sequence[str] | None = None) -> Array:
    """Priorities (…, n) of checked matrices. An incomplete one is always answered by logarithmic least squares.

    Raises UnknownName for a method that is not here, JudgementError for comparisons that don't hang together.
    """
    if method not in PRIORITIES:
        raise UnknownName.among("priorities", method, tuple(PRIORITIES))
    return PRIORITIES[method](matrix) if complete(matrix) else log_least_squares(matrix, names)


def priorities(
    matrix: ArrayLike, method: str = "row_geometric_mean", random_index: str = "alonso_lamata"
) -> Priorities:
    """Weights, λmax, CR and GCI of a judgement matrix (n, n), or of a batch of them (…, n, n).

    `method` is row_geometric_mean, eigenvector or column_mean. NaN marks a pair that was not asked: then the
    weights are those of logarithmic least squares, and λmax and CR are NaN. Raises JudgementError, naming the
    entry, for a matrix that is not square, positive and reciprocal.

    >>> priorities([[1, 3], [1 / 3, 1]]).weights.round(3).tolist()
    [0.75, 0.25]
    """
    a = checked(matrix)
    vector, largest = principal(a) if complete(a) else (None, np.full(a.shape[:-2], np.nan))
    w = weights_of(a, method) if vector is None or method != "eigenvector" else vector
    return Priorities(w, largest, ratio(largest, a.shape[-1], random_index), geometric_index(a))


def consistency(matrix: Array, table: str) -> Consistency:
    """The diagnostics of one checked matrix (n, n)."""
    n = len(matrix)
    full = complete(matrix)
    largest = float(lambda_max(matrix)) if full else float("nan")
    index = (largest - n) / (n - 1) if n > 1 else 0.0
    cr = float(ratio(np.asarray(largest), n, table))
    vector = eigenvector(matrix) if full else np.full(n, np.nan)
    return Consistency(largest, index, cr, float(geometric_index(matrix)), geometric_limit(n), table, vector)
