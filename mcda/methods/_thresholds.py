"""The thresholds of criteria as rows, for the methods that compare options in pairs."""

import numpy as np

from mcda.errors import Fault, TableError
from mcda.figures.ordinal import counted
from mcda.model.arrays import Array
from mcda.model.criterion import Criterion, Need

Rows = tuple[Array, Array, Array]


def rows(criteria: tuple[Criterion, ...]) -> Rows:
    """Indifference, preference and veto, each (n,), in the numbers that a method takes; NaN where none is given.

    On an ordinal scale thresholds are in levels, and a level counts as an equal part of the scale. Raises TableError
    unless 0 ≤ indifference ≤ preference ≤ veto.
    """
    found = np.full((3, len(criteria)), np.nan)
    faults = []
    for j, criterion in enumerate(criteria):
        given = criterion.thresholds
        if given is None:
            continue
        row = [np.nan if value is None else value for value in (given.indifference, given.preference, given.veto)]
        said = [0.0, *(value for value in row if not np.isnan(value))]
        if said != sorted(said):
            faults.append(Fault("thresholds_order", {"criterion": criterion.id}))
        found[:, j] = np.array(row) * _step(criterion)
    if faults:
        raise TableError(*faults)
    return found[0], found[1], found[2]


def _step(criterion: Criterion) -> float:
    """What one unit of a threshold amounts to in the numbers that a method takes."""
    if criterion.scale.kind is not Need.ORDER:
        return 1.0
    keys = np.array([float(level.key) for level in criterion.scale.levels])
    return float(np.ptp(counted(criterion, keys)) / np.ptp(keys))
