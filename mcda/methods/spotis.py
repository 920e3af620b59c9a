"""SPOTIS: the weighted distance from the ideal between fixed bounds. Dezert et al. (2020).

The paper ranks by distance, less is better; the score is 1 − distance. Bounds are those of the frame: with the plan's
`frame: declared` they are the declared ranges, as the paper wants it, and no option moves two others past each other.
With the table's own bounds the order is that of the weighted sum from worst to best.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from mcda.expression import ratio, step
from mcda.language import Text
from mcda.methods import Linear, Method, Plain, Twin
from mcda.model.criterion import Need
from mcda.model.table import Frame
from mcda.normalise import frame
from mcda.normalise.minmax import SCALING


def _frame(x: Any, gain: Any, o: Plain) -> Frame:
    return frame(x, gain, SCALING)


def _distance(x: Any, f: Frame) -> Any:
    return ratio(f.best - x, f.best - f.worst, 0)


def contribution(x: Any, gain: Any, w: Any, f: Frame, o: Plain) -> Any:
    """What each criterion adds to the score: w·(1 − d) (…, m, n)."""
    return w * (1 - _distance(x, f))


def score(x: Any, gain: Any, w: Any, f: Frame, o: Plain) -> Any:
    """1 − Σⱼ wⱼ dᵢⱼ (…, m, 1), from 0 (worst of everything) to 1 (ideal)."""
    d = step("d", Text("distance to the ideal ÷ range", "到理想点的距离÷取值区间"), _distance(x, f))
    parts = step("w·d", Text("weighted distances", "加权距离"), w * d)
    total = step("D", Text("distance: less is better", "总距离：越小越好"), np.sum(parts, axis=-1, keepdims=True))
    return step("1−D", Text("score: the distance turned", "得分：距离取反"), 1 - total)


def by_weights(x: Any, gain: Any, f: Frame, o: Plain) -> Callable[[Any], Any]:
    """The same for many weights (…, n) on one table (m, n): one product."""
    d = _distance(x, f)
    return lambda w: 1 - w @ d.T


def form(x: Any, gain: Any, f: Frame, o: Plain) -> Linear:
    """The score itself."""
    return Linear(1 - _distance(x, f))


def _bounds(x: Any) -> tuple[Any]:
    return (np.stack([np.min(x, axis=0), np.max(x, axis=0)], axis=-1),)


METHOD = Method(
    title=Text("SPOTIS (distance to the ideal in fixed bounds)", "SPOTIS（固定边界内到理想点的距离）"),
    source="Dezert, Tchamova, Han & Tacnet (2020), 23rd International Conference on Information Fusion",
    options=Plain,
    score=score,
    frame=_frame,
    needs=lambda o: Need.INTERVAL,
    signed=lambda o: True,
    contribution=contribution,
    by_weights=by_weights,
    form=form,
    additive=True,
    linear=lambda o: True,
    twin=lambda o: Twin("SPOTIS", arguments=_bounds, top=1.0),
)
