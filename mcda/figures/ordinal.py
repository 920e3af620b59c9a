"""What the levels of an ordinal scale count for, in a method that needs more than their order."""

import numpy as np

from mcda.model.arrays import Array
from mcda.model.criterion import Criterion, Direction


def counted(criterion: Criterion, levels: Array) -> Array:
    """Levels (…, m) as numbers, more is better: the value of each level where the case or the catalogue gives one,
    else equal steps from 0 (worst level of the scale) to 1 (best). Levels between two are interpolated.
    """
    keys = np.array([float(level.key) for level in criterion.scale.levels])
    values = np.array([np.nan if level.value is None else level.value for level in criterion.scale.levels])
    if np.isnan(values).any():
        rising = np.linspace(0.0, 1.0, len(keys))
        values = rising[::-1] if criterion.direction is Direction.MIN else rising
    result: Array = np.interp(levels, keys, values)
    return result
