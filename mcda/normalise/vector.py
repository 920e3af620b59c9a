"""Division by the length of the column: √Σ x². Hwang & Yoon (1981)."""

from typing import Any

import numpy as np

from mcda.expression import step
from mcda.language import Text
from mcda.model.criterion import Need
from mcda.normalise import Scaling, signed_share


def _size(x: Any, high: Any, low: Any) -> Any:
    length = np.sqrt(np.sum(x * x, axis=-2, keepdims=True))
    return step("size", Text("length of each column", "各列向量长度"), length)


SCALING = Scaling(
    "vector",
    Text("by the length of the column", "向量归一化"),
    "Hwang & Yoon (1981)",
    Need.RATIO,
    True,
    _size,
    signed_share,
)
