"""An option without a figure: refused, left out, or given the worst, as the case says; never a silent 0."""

import numpy as np

from mcda.errors import Fault, Place
from mcda.model.arrays import Array
from mcda.model.criterion import Criterion, Direction, Need
from mcda.model.figure import Column, Missing


def filled(values: Array, criterion: Criterion, column: Column) -> Array:
    """The figures (m,) with those of the policies *worst* and *draw* in place of NaN; the rest stays NaN."""
    gaps = np.isnan(values)
    if not gaps.any() or column.missing in (Missing.REFUSE, Missing.LEAVE_OUT):
        return values
    low, high = _ends(values, criterion)
    worst = low if criterion.direction is Direction.MAX else high
    stand_in = worst if column.missing is Missing.WORST else (low + high) / 2
    return np.where(gaps, stand_in, values)


def _ends(values: Array, criterion: Criterion) -> tuple[float, float]:
    if criterion.range is not None:
        return criterion.range
    if criterion.scale.kind is Need.ORDER and criterion.scale.levels:
        return float(criterion.scale.levels[0].key), float(criterion.scale.levels[-1].key)
    return float(np.nanmin(values)), float(np.nanmax(values))


def gap(name: str, criterion: Criterion, column: Column) -> Fault:
    """The fault of an option without a figure that nobody has given a policy for."""
    place = column.place or Place()
    return Fault("figure_missing", {"alternative": name, "criterion": criterion.id}, place)
