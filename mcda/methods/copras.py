"""COPRAS: shares of gains added up, and shares of costs set against those of all options. Zavadskas et al. (1994).

Formulas as Podvezko (2011) restates them, and their last step, the degree of utility Q ÷ largest Q. pymcdm 1.4.0 counts
costs as gains in its last line, so it is no second opinion here. Each score hangs on all options: one that is added can
turn two others round:

>>> import numpy as np
>>> from mcda.methods import METHODS, run
>>> x, gain, w = np.array([[5.0, 5], [7, 9], [1, 2]]), np.array([[True, False]]), np.array([[0.5, 0.5]])
>>> [run(METHODS["copras"], Plain(), x[:m], gain, w)[:2, 0].round(2).tolist() for m in (2, 3)]
[[1.0, 0.89], [0.91, 0.97]]
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from mcda.expression import ratio, step
from mcda.language import Text
from mcda.methods import Method, Plain
from mcda.model.criterion import Need


def _of_costs(less: Any) -> Any:
    """Each option's share (…, m, 1) of what costs bring: in proportion to 1 ÷ S⁻; all of it to those without costs."""
    inverse = step("1÷S⁻", Text("inverse of the costs", "成本份额的倒数"), ratio(1, less, 0))
    free = step("S⁻=0", Text("1 without any costs, else 0", "无成本取1，否则取0"), 1 - ratio(less, less, 0))
    several = np.sum(free, axis=-2, keepdims=True)
    shared = ratio(inverse, np.sum(inverse, axis=-2, keepdims=True), 0)
    return np.where(several, ratio(free, several, 0), shared)


def score(x: Any, gain: Any, w: Any, f: None, o: Plain) -> Any:
    """The degree of utility N (…, m, 1), 1 for the best option."""
    d = step("d", Text("weighted shares", "加权份额"), w * ratio(x, np.sum(x, axis=-2, keepdims=True), 0))
    gains = step("d⁺", Text("of gains", "效益型"), np.where(gain, d, 0))
    costs = step("d⁻", Text("of costs", "成本型"), np.where(gain, 0, d))
    more = step("S⁺", Text("gains", "效益之和"), np.sum(gains, axis=-1, keepdims=True))
    less = step("S⁻", Text("costs", "成本之和"), np.sum(costs, axis=-1, keepdims=True))
    share = step("s", Text("share of what costs bring", "成本部分的分配比例"), _of_costs(less))
    total = step("Q", Text("relative significance", "相对重要度"), more + np.sum(less, axis=-2, keepdims=True) * share)
    return step("N", Text("degree of utility", "效用度"), ratio(total, np.max(total, axis=-2, keepdims=True), 1))


def by_weights(x: Any, gain: Any, f: None, o: Plain) -> Callable[[Any], Any]:
    """The same for many weights (…, n) on one table (m, n): two products."""
    shares = ratio(x, np.sum(x, axis=-2, keepdims=True), 0)
    gains, costs = np.where(gain, shares, 0), np.where(gain, 0, shares)

    def utility(w: Any) -> Any:
        less = (w @ costs.T)[..., None]
        total = (w @ gains.T)[..., None] + np.sum(less, axis=-2, keepdims=True) * _of_costs(less)
        return ratio(total, np.max(total, axis=-2, keepdims=True), 1)[..., 0]

    return utility


METHOD = Method(
    title=Text("COPRAS (complex proportional assessment)", "COPRAS（复杂比例评价）"),
    source="Zavadskas, Kaklauskas & Šarka (1994); Podvezko (2011), Engineering Economics 22",
    options=Plain,
    score=score,
    frame=None,
    needs=lambda o: Need.RATIO,
    signed=lambda o: False,
    by_weights=by_weights,
)
