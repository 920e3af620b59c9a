"""Division by the best: x ÷ best where more is better, best ÷ x where less is. Tzeng & Huang (2011), chapter 4."""

from typing import Any

import numpy as np

from mcda.expression import ratio, step
from mcda.language import Text
from mcda.model.criterion import Need
from mcda.model.table import Frame
from mcda.normalise import Scaling


def _size(x: Any, high: Any, low: Any) -> Any:
    return step("size", Text("largest of each column", "各列最大值"), high)


def _value(x: Any, gain: Any, frame: Frame) -> Any:
    return np.where(gain, ratio(x, frame.best, 1), ratio(frame.best, x, 1))


SCALING = Scaling(
    "max", Text("by the best figure", "极值归一化"), "Tzeng & Huang (2011)", Need.RATIO, False, _size, _value
)
