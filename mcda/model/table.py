"""What a method receives: performances of options under criteria, and the frame in which they are compared."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mcda.model.arrays import Array, set_read_only
from mcda.model.criterion import Criterion


@dataclass(frozen=True)
class Table:
    """Performances `values` (…, m, n) of m alternatives under n criteria; `gain` (1, n) is true where more is better.

    `shown` are the same figures as people read them: levels of an ordinal scale, not what they count for.
    """

    alternatives: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    values: Array
    gain: NDArray[np.bool_]
    shown: Array

    def __post_init__(self) -> None:
        set_read_only(self, values=self.values, shown=self.shown)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the criteria."""
        return tuple(criterion.id for criterion in self.criteria)


@dataclass(frozen=True)
class Frame:
    """The best and the worst value of each criterion, and the size that its scaling divides by: rows (…, 1, n)."""

    best: Any
    worst: Any
    size: Any
