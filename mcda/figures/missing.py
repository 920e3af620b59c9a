"""An option without a figure: refused, left out, or given the worst, as the case says; never a silent 0."""

from typing import Any

import numpy as np

from mcda.errors import Fault, Place
from mcda.model.arrays import Array
from mcda.model.criterion import Criterion, Direction, Need
from mcda.model.figure import Column, Missing


def filled(values: Array, criterion: Criterion, column: Column, drawn: Array | None = None) -> Array:
    """The figures (..., m) with those of the policies *worst* and *draw* in place of NaN; the rest stays NaN. `drawn`
    (..., m) holds what was drawn over the range; without it the middle stands in.
    """
    if column.missing in (Missing.REFUSE, Missing.LEAVE_OUT) or not (gaps := np.isnan(values)).any():
        return values
    low, high = ends(values, criterion)
    worst = low if criterion.direction is Direction.MAX else high
    middle = (low + high) / 2 if drawn is None else drawn
    return np.where(gaps, worst if column.missing is Missing.WORST else middle, values)


def ends(values: Array, criterion: Criterion) -> tuple[Any, Any]:
    """The range that a missing figure may lie in: the declared one, the whole scale, or what the others span."""
    if criterion.range is not None:
        return criterion.range
    if criterion.scale.kind is Need.ORDER and criterion.scale.levels:
        return float(criterion.scale.levels[0].key), float(criterion.scale.levels[-1].key)
    return np.nanmin(values, axis=-1, keepdims=True), np.nanmax(values, axis=-1, keepdims=True)


def gap(name: str, criterion: Criterion, column: Column) -> Fault:
    """The fault of an option without a figure that nobody has given a policy for."""
    place = column.place or Place()
    return Fault("figure_missing", {"alternative": name, "criterion": criterion.id}, place)
