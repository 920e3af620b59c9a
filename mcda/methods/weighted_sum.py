"""The weighted sum (simple additive weighting). Churchman & Ackoff (1954); scalings as in Tzeng & Huang (2011)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mcda.expression import step
from mcda.language import Text
from mcda.methods import Linear, Method, Twin
from mcda.model.table import Frame
from mcda.normalise import Scaling, frame
from mcda.normalise.minmax import SCALING as MINMAX


@dataclass(frozen=True)
class Options:
    """`scaling`: how figures become values; from worst (0) to best (1) unless said otherwise."""

    scaling: Scaling = field(default=MINMAX)


def _frame(x: Any, gain: Any, o: Options) -> Frame:
    return frame(x, gain, o.scaling)


def contribution(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """What each criterion adds: w·u (…, m, n)."""
    u = step("u", Text("values", "标准化值"), o.scaling.value(x, gain, f))
    return step("w·u", Text("weighted values", "加权值"), w * u)


def score(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """S = Σⱼ wⱼ uᵢⱼ (…, m, 1)."""
    parts = contribution(x, gain, w, f, o)
    return step("S", Text("score", "综合得分"), np.sum(parts, axis=-1, keepdims=True))


def by_weights(x: Any, gain: Any, f: Frame, o: Options) -> Callable[[Any], Any]:
    """The same for many weights (…, n) on one table (m, n): one product."""
    u = o.scaling.value(x, gain, f)
    return lambda w: w @ u.T


def form(x: Any, gain: Any, f: Frame, o: Options) -> Linear:
    """The score itself."""
    return Linear(o.scaling.value(x, gain, f))


TWINS = {"minmax": "minmax_normalization", "max": "linear_normalization"}

METHOD = Method(
    title=Text("weighted sum", "加权求和"),
    source="Churchman & Ackoff (1954), Journal of the Operations Research Society of America 2",
    options=Options,
    score=score,
    frame=_frame,
    needs=lambda o: o.scaling.needs,
    signed=lambda o: o.scaling.signed,
    contribution=contribution,
    by_weights=by_weights,
    form=form,
    additive=True,
    linear=lambda o: o.scaling.id != "max",
    twin=lambda o: Twin("WSM", TWINS[o.scaling.id]) if o.scaling.id in TWINS else None,
)
