"""The order of options under any method of the registry, borrowed ones included."""

from typing import Any

import numpy as np

from mcda.errors import TableError
from mcda.methods import Method
from mcda.model import Array, Problem, Table
from mcda.ranking import frame_of, score


def scored(problem: Problem, method: Method, options: Any, table: Table, w: Array) -> Array:
    """Scores (…, m) of a table at weights (…, 1, n), more is better. Options with equal figures throughout are equal.

    Raises TableError where the method's formula gives no number for these figures.
    """
    lead = np.shape(w)[:-2]
    if not np.ptp(table.values, axis=-2).any():
        return np.zeros((*lead, len(table.alternatives)))
    try:
        found = score(method, options, table, w, frame_of(problem, method, options, table))
    except ValueError:
        if not method.borrowed:
            raise
        raise TableError.of("no_scores", method=method.title) from None  # how pymcdm refuses a zero
    if not np.isfinite(found).all():
        raise TableError.of("no_scores", method=method.title)
    return np.broadcast_to(found, (*lead, len(table.alternatives)))
