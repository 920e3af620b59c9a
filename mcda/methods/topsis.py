"""TOPSIS: near the best of everything and far from the worst. Hwang & Yoon (1981), chapter 3."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mcda.expression import ratio, step
from mcda.language import Text
from mcda.methods import Method, Squares, Twin
from mcda.model.table import Frame
from mcda.normalise import Scaling, frame
from mcda.normalise.vector import SCALING as VECTOR


@dataclass(frozen=True)
class Options:
    """`scaling`: how columns become comparable; by their length, as Hwang & Yoon do."""

    scaling: Scaling = field(default=VECTOR)


def _frame(x: Any, gain: Any, o: Options) -> Frame:
    return frame(x, gain, o.scaling)


def _length(v: Any) -> Any:
    return np.sqrt(np.sum(v * v, axis=-1, keepdims=True))


def score(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """Closeness C (…, m, 1) from 0 to 1; ½ where ideal and anti-ideal coincide."""
    v = step("v", Text("weighted, scaled figures", "加权归一化值"), w * ratio(x, f.size, 0))
    ideal = step("A⁺", Text("ideal", "正理想解"), w * ratio(f.best, f.size, 0))
    anti = step("A⁻", Text("anti-ideal", "负理想解"), w * ratio(f.worst, f.size, 0))
    far = step("D⁺", Text("distance to the ideal", "到正理想解的距离"), _length(v - ideal))
    near = step("D⁻", Text("distance to the anti-ideal", "到负理想解的距离"), _length(v - anti))
    return step("C", Text("closeness", "相对贴近度"), ratio(near, far + near, 0.5))


def contribution(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """Each criterion's share of the squared distance to the anti-ideal (…, m, n)."""
    away = step(
        "a²", Text("squared way from the anti-ideal", "到负理想解的平方差"), (w * ratio(x - f.worst, f.size, 0)) ** 2
    )
    return ratio(away, np.sum(away, axis=-1, keepdims=True), 0)


def by_weights(x: Any, gain: Any, f: Frame, o: Options) -> Callable[[Any], Any]:
    """The same for many weights (…, n) on one table (m, n): squared distances are linear in the squared weights."""
    squares = form(x, gain, f, o)

    def closeness(w: Any) -> Any:
        squared = w * w
        to_anti, to_ideal = np.sqrt(squared @ squares.near.T), np.sqrt(squared @ squares.far.T)
        return ratio(to_anti, to_ideal + to_anti, 0.5)

    return closeness


def by_columns(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """The same for many tables, a criterion after the other: what is at work stays near the processor."""
    far, near = np.zeros_like(x[..., :1]), np.zeros_like(x[..., :1])
    for j in range(x.shape[-1]):
        one = np.s_[..., j : j + 1]
        k = ratio(w[one], f.size[one], 0)
        v = k * x[one]
        for point, squares in ((f.best, far), (f.worst, near)):
            way = v - k * point[one]
            way *= way
            squares += way
    near, far = np.sqrt(near), np.sqrt(far)
    return ratio(near, far + near, 0.5)


def form(x: Any, gain: Any, f: Frame, o: Options) -> Squares:
    """Closeness rises with D⁻² ÷ D⁺², and both are linear in the squared weights."""
    v = ratio(x, f.size, 0)
    return Squares((v - ratio(f.worst, f.size, 0)) ** 2, (v - ratio(f.best, f.size, 0)) ** 2)


TWINS = {"vector": "vector_normalization", "minmax": "minmax_normalization", "max": "max_normalization"}

METHOD = Method(
    title=Text("TOPSIS (closeness to the ideal)", "TOPSIS（逼近理想解）"),
    source="Hwang & Yoon (1981), Multiple Attribute Decision Making, chapter 3",
    options=Options,
    score=score,
    frame=_frame,
    needs=lambda o: o.scaling.needs,
    signed=lambda o: o.scaling.signed,
    contribution=contribution,
    contribution_kind="distance",
    by_weights=by_weights,
    by_columns=by_columns,
    form=form,
    twin=lambda o: Twin("TOPSIS", TWINS[o.scaling.id]) if o.scaling.id in TWINS else None,
)
