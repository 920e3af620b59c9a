"""The weighted product: Πⱼ (x ÷ best)^wⱼ. Bridgman (1922); Miller & Starr (1969).

Dividing by the best figure changes no order; it makes the best possible option 1. A figure of 0 where more is better
makes the whole product 0, however little it weighs:

>>> import numpy as np
>>> from mcda.methods import METHODS, Plain, run
>>> x, w = np.array([[9.0, 0.0], [1.0, 1.0], [2.0, 1.0]]), np.array([[0.999, 0.001]])
>>> run(METHODS["weighted_product"], Plain(), x, np.array([[True, True]]), w)[:, 0].round(3).tolist()
[0.0, 0.111, 0.223]
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from mcda.expression import ratio, step
from mcda.language import Text
from mcda.methods import Linear, Look, Method, Plain, Twin
from mcda.model.criterion import Need
from mcda.model.finding import caution
from mcda.model.problem import Problem
from mcda.model.table import Frame, Table
from mcda.normalise import frame
from mcda.normalise.max import SCALING


def _frame(x: Any, gain: Any, o: Plain) -> Frame:
    return frame(x, gain, SCALING)


def _values(x: Any, gain: Any, f: Frame) -> tuple[Any, Any]:
    u = step("u", Text("values", "标准化值"), SCALING.value(x, gain, f))
    return u, step("z", Text("1 for a value of 0, else 0", "值为0时取1，否则取0"), 1 - ratio(u, u, 0))


def contribution(x: Any, gain: Any, w: Any, f: Frame, o: Plain) -> Any:
    """What each criterion adds to the logarithm of the product: w·ln u (…, m, n); nothing for a value of 0."""
    u, zero = _values(x, gain, f)
    return step("w·ln u", Text("weighted logarithms", "加权对数"), w * np.log(u + zero))


def score(x: Any, gain: Any, w: Any, f: Frame, o: Plain) -> Any:
    """P = exp Σⱼ wⱼ ln uᵢⱼ (…, m, 1), from 0 to 1 (best of everything); 0 where a value of 0 has weight."""
    logs = contribution(x, gain, w, f, o)
    product = step("P", Text("product", "乘积"), np.exp(np.sum(logs, axis=-1, keepdims=True)))
    blocked = np.sum(w * _values(x, gain, f)[1], axis=-1, keepdims=True)
    return step("S", Text("score: 0 if a value is 0", "得分：有零值则为0"), np.where(blocked, 0, product))


def by_weights(x: Any, gain: Any, f: Frame, o: Plain) -> Callable[[Any], Any]:
    """The same for many weights (…, n) on one table (m, n): one product, of the logarithms."""
    u = SCALING.value(x, gain, f)
    zero = u == 0
    logs = np.log(np.where(zero, 1.0, u))
    return lambda w: np.where(w @ zero.T, 0.0, np.exp(w @ logs.T))


def form(x: Any, gain: Any, f: Frame, o: Plain) -> Linear:
    """The order is that of the logarithms; options with a value of 0 come last and alike."""
    u = SCALING.value(x, gain, f)
    lost = (u == 0).any(axis=-1, keepdims=True)
    return Linear(np.where(lost, -1e9, np.log(np.where(lost, 1.0, u))))


def look(problem: Problem, table: Table, w: Any, o: Plain) -> Look:
    """Says which criteria have a figure of 0, which alone decides a product."""
    zero = (table.values == 0).any(axis=-2) & (w[0] > 0)
    if not zero.any():
        return Look()
    named = tuple(c.title for c, is_zero in zip(table.criteria, zero, strict=True) if is_zero)
    return Look((caution("zero_product", criteria=named),))


METHOD = Method(
    title=Text("weighted product", "加权乘积"),
    source="Bridgman (1922), Dimensional Analysis; Miller & Starr (1969), Executive Decisions and Operations Research",
    options=Plain,
    score=score,
    frame=_frame,
    needs=lambda o: Need.RATIO,
    signed=lambda o: False,
    contribution=contribution,
    contribution_kind="logarithm",
    by_weights=by_weights,
    form=form,
    look=look,
    twin=lambda o: Twin("WPM", "linear_normalization"),
)
