"""Scalings: how figures in different units become comparable. One file per scaling."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from mcda.expression import step
from mcda.folder import Folder
from mcda.language import Text
from mcda.model.criterion import Need
from mcda.model.table import Frame


@dataclass(frozen=True)
class Scaling:
    """One way to scale. `size(x, high, low)` is the row (1, n) that figures are divided by; `value(x, gain, frame)`
    turns figures (…, m, n) into values of which more is better. `signed`: negative figures are allowed.
    """

    id: str
    title: Text
    source: str
    needs: Need
    signed: bool
    size: Callable[[Any, Any, Any], Any]
    value: Callable[[Any, Any, Frame], Any]


SCALINGS: Folder[Scaling] = Folder("mcda.normalise", "SCALING", Scaling)

LARGEST = Text("largest figure of each criterion", "各准则最大值")
SMALLEST = Text("smallest figure of each criterion", "各准则最小值")


def frame(x: Any, gain: Any, scaling: Scaling) -> Frame:
    """The frame that a table (…, m, n) gives itself: its own best, worst and size."""
    high = step("max", LARGEST, np.max(x, axis=-2, keepdims=True))
    low = step("min", SMALLEST, np.min(x, axis=-2, keepdims=True))
    size = scaling.size(x, high, low)
    best = step("best", Text("best figure", "最优值"), np.where(gain, high, low))
    worst = step("worst", Text("worst figure", "最劣值"), np.where(gain, low, high))
    return Frame(best, worst, size)


def signed_share(x: Any, gain: Any, frame: Frame) -> Any:
    """X ÷ size, taken negative where less is better."""
    from mcda.expression import ratio

    part = ratio(x, frame.size, 0)
    return np.where(gain, part, -part)
