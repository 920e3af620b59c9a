"""Grey relational analysis: how closely options follow the best of everything. Deng (1989); Kuo, Yang & Huang (2008).

Figures are scaled from worst (0) to best (1), so the smallest difference from the reference is 0 and the largest 1;
both belong to the frame, not to the options that happen to stand in it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mcda.expression import ratio, step
from mcda.language import Text
from mcda.methods import Linear, Method
from mcda.model.criterion import Need
from mcda.model.table import Frame
from mcda.normalise import frame
from mcda.normalise.minmax import SCALING


@dataclass(frozen=True)
class Options:
    """`zeta`: the distinguishing coefficient ζ; the smaller, the more an option is rewarded for touching the best."""

    zeta: str = field(default="0.5", metadata={"choices": ("0.1", "0.25", "0.5", "0.75", "1")})


def _frame(x: Any, gain: Any, o: Options) -> Frame:
    return frame(x, gain, SCALING)


def _coefficient(x: Any, f: Frame, o: Options) -> Any:
    zeta = float(o.zeta)
    away = ratio(f.best - x, f.best - f.worst, 0)
    delta = step("Δ", Text("difference from the reference, the best", "与参考序列（最优值）之差"), np.absolute(away))
    return step("ξ", Text("grey relational coefficients", "灰色关联系数"), zeta / (delta + zeta))


def contribution(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """What each criterion adds: w·ξ (…, m, n)."""
    return step("w·ξ", Text("weighted coefficients", "加权关联系数"), w * _coefficient(x, f, o))


def score(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """The grade Γ = Σⱼ wⱼ ξᵢⱼ (…, m, 1), from ζ ÷ (1 + ζ) to 1."""
    parts = contribution(x, gain, w, f, o)
    return step("Γ", Text("grey relational grade", "灰色关联度"), np.sum(parts, axis=-1, keepdims=True))


def by_weights(x: Any, gain: Any, f: Frame, o: Options) -> Callable[[Any], Any]:
    """The same for many weights (…, n) on one table (m, n): one product."""
    xi = _coefficient(x, f, o)
    return lambda w: w @ xi.T


def form(x: Any, gain: Any, f: Frame, o: Options) -> Linear:
    """The grade itself."""
    return Linear(_coefficient(x, f, o))


METHOD = Method(
    title=Text("grey relational analysis", "灰色关联分析"),
    source="Deng (1989), Journal of Grey System 1; Kuo, Yang & Huang (2008), Computers & Industrial Engineering 55",
    options=Options,
    score=score,
    frame=_frame,
    needs=lambda o: Need.INTERVAL,
    signed=lambda o: True,
    contribution=contribution,
    by_weights=by_weights,
    form=form,
    additive=True,
)
