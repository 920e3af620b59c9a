"""AHP: options compared under each criterion, and synthesised. Saaty (1980); ideal mode Belton & Gear (1983).

Under a criterion whose options were compared in pairs, figures are their priorities. Measured figures serve as
priorities as they are: x where more is better, 1 ÷ x where less is.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mcda.expression import ratio, step
from mcda.language import Text
from mcda.methods import Linear, Method
from mcda.model.criterion import Need
from mcda.model.table import Frame


@dataclass(frozen=True)
class Options:
    """`mode`: *distributive* shares 1 among the options, *ideal* gives the best 1, *ratings* measures each option
    against the declared ranges, so that others don't matter.
    """

    mode: str = field(default="distributive", metadata={"choices": ("distributive", "ideal", "ratings")})


def _merit(x: Any, gain: Any) -> Any:
    return step(
        "y",
        Text("merit: x, or 1 ÷ x where less is better", "优度：x，越小越好时取1÷x"),
        np.where(gain, x, ratio(1, x, 0)),
    )


def frame(x: Any, gain: Any, o: Options) -> Frame:
    """The size is the sum of merits, or the largest of them."""
    y = _merit(x, gain)
    high = step("max", Text("largest merit", "最大优度"), np.max(y, axis=-2, keepdims=True))
    low = step("min", Text("smallest merit", "最小优度"), np.min(y, axis=-2, keepdims=True))
    size = np.sum(y, axis=-2, keepdims=True) if o.mode == "distributive" else high
    return Frame(high, low, step("size", Text("what merits are divided by", "归一化除数"), size))


def contribution(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """What each criterion adds: weight times priority (…, m, n)."""
    p = step("p", Text("priorities of the options", "方案优先级"), ratio(_merit(x, gain), f.size, 0))
    return step("w·p", Text("weighted priorities", "加权优先级"), w * p)


def score(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """S = Σⱼ wⱼ pᵢⱼ (…, m, 1)."""
    parts = contribution(x, gain, w, f, o)
    return step("S", Text("score", "综合得分"), np.sum(parts, axis=-1, keepdims=True))


def form(x: Any, gain: Any, f: Frame, o: Options) -> Linear:
    """The score itself."""
    return Linear(ratio(_merit(x, gain), f.size, 0))


METHOD = Method(
    title=Text("AHP (synthesis of priorities)", "AHP（层次分析综合）"),
    source="Saaty (1980), The Analytic Hierarchy Process; Belton & Gear (1983), Omega 11",
    options=Options,
    score=score,
    frame=frame,
    needs=lambda o: Need.RATIO,
    signed=lambda o: False,
    contribution=contribution,
    form=form,
    additive=True,
    absolute=lambda o: o.mode == "ratings",
)
