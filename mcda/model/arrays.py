"""Arrays of the model can be read and never written."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def read_only(values: ArrayLike) -> Array:
    """A copy in double precision whose entries can't be changed."""
    array = np.array(values, dtype=np.float64)
    array.flags.writeable = False
    return array


def set_read_only(value: object, **arrays: Any) -> None:
    """Store read-only copies in a frozen dataclass, from its `__post_init__`."""
    for name, array in arrays.items():
        object.__setattr__(value, name, read_only(array))
