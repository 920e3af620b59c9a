"""Division by the sum of the column. Saaty (1980) for priorities."""

from typing import Any

import numpy as np

from mcda.expression import step
from mcda.language import Text
from mcda.model.criterion import Need
from mcda.normalise import Scaling, signed_share


def _size(x: Any, high: Any, low: Any) -> Any:
    return step("size", Text("sum of each column", "各列之和"), np.sum(x, axis=-2, keepdims=True))


SCALING = Scaling(
    "sum", Text("by the sum of the column", "求和归一化"), "Saaty (1980)", Need.RATIO, False, _size, signed_share
)
