"""The way from the worst (0) to the best (1). A column of equal figures gives 1 throughout."""

from typing import Any

from mcda.expression import ratio, step
from mcda.language import Text
from mcda.model.criterion import Need
from mcda.model.table import Frame
from mcda.normalise import Scaling


def _size(x: Any, high: Any, low: Any) -> Any:
    return step("size", Text("spread of each column", "各列极差"), high - low)


def _value(x: Any, gain: Any, frame: Frame) -> Any:
    return ratio(x - frame.worst, frame.best - frame.worst, 1)


SCALING = Scaling(
    "minmax", Text("from worst to best", "极差归一化"), "Tzeng & Huang (2011)", Need.INTERVAL, True, _size, _value
)
