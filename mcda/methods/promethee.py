"""PROMETHEE II, with the partial order of PROMETHEE I beside it. Brans, Vincke & Mareschal (1986).

An option's score is its net flow φ = φ⁺ − φ⁻: how strongly it is preferred to the others less how strongly they are
preferred to it, on average. PROMETHEE I orders two options only if neither flow speaks against it. Flows are averages
over all others, so one that is added can turn two others round:

>>> import numpy as np
>>> from mcda.methods import METHODS, run
>>> x, gain, w = np.array([[4.0, 1], [2, 3], [0, 1]]), np.array([[True, True]]), np.array([[0.55, 0.45]])
>>> usual = Options(function="usual")
>>> [run(METHODS["promethee"], usual, x[:m], gain, w)[:2, 0].round(3).tolist() for m in (2, 3)]
[[0.1, -0.1], [0.325, 0.45]]

Piecewise-linear preference functions take a sort instead of all pairs: Calders & Van Assche (2018). The Gaussian of
many options takes boxes: Greengard & Strain (1991), SIAM Journal on Scientific and Statistical Computing 12.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from mcda.expression import step
from mcda.figures.table import declared
from mcda.language import Text
from mcda.methods import Linear, Look, Method, Twin
from mcda.methods._partial import LARGE, looked
from mcda.methods._thresholds import rows
from mcda.model.criterion import Criterion, Need
from mcda.model.problem import Problem
from mcda.model.table import Table

BLOCK = 1 << 20
"""How many pairs the Gaussian looks at together."""
MANY = 500
"""From how many options on boxes are quicker than pairs."""
TERMS, REACH = 22, 8
"""Powers that stand for what lies in a box, and how many boxes a Gaussian reaches: what is left out is below 1e-15."""


@dataclass(frozen=True)
class Options:
    """`function`: how much a difference d counts. *usual*: any; *u-shape*: from the indifference threshold q on;
    *v-shape*: rising to the preference threshold p; *level*: half between q and p; *linear*: rising from q to p;
    *gaussian*: 1 − exp(−d² ÷ 2s²), s midway between q and p. Without thresholds q is 0 and p the declared range, else
    the range of the table; under *linear*, q = p makes a u-shape, and p = 0 the usual function.
    """

    function: str = field(
        default="linear", metadata={"choices": ("usual", "u-shape", "v-shape", "level", "linear", "gaussian")}
    )
    indifference: Any = field(default=0.0, compare=False)
    preference: Any = field(default=np.nan, compare=False)


def prepare(criteria: tuple[Criterion, ...], o: Options) -> Options:
    """The options with a threshold q and p for each criterion (n,); p is NaN where nothing declares it."""
    q, p, _ = rows(criteria)
    low, high = declared(criteria)
    return replace(o, indifference=np.nan_to_num(q), preference=np.where(np.isnan(p), high - low, p))


def _thresholds(y: Any, o: Options) -> tuple[Any, Any]:
    """The thresholds q and p of each row of y (…, n, m), as (…, n, 1)."""
    q, p = np.reshape(o.indifference, (-1, 1)), np.reshape(o.preference, (-1, 1))
    p = np.maximum(np.where(np.isnan(p), np.ptp(y, axis=-1, keepdims=True), p), q)
    zero = np.zeros_like(p)
    q = q + zero
    return {"usual": (zero, zero), "u-shape": (q, q), "v-shape": (zero, p)}.get(o.function, (q, p))


def _behind(s: Any, t: Any) -> Any:
    """How many entries lie further than t behind each entry of the rising rows s (…, m).

    Rows are merged with s − t first; but s − b > t isn't always b < s − t in floats, so each count then moves over runs
    of equals until it agrees with the difference.
    """
    m, flat, place = s.shape[-1], s.reshape(-1), np.arange(s.shape[-1])
    row = np.arange(s.size // m).reshape(*s.shape[:-1], 1) * m
    entry = np.argsort(np.concatenate([s - t, s], axis=-1), axis=-1, kind="stable") >= m
    count = np.cumsum(entry, axis=-1)[~entry].reshape(s.shape)
    while True:
        more = (count < m) & (s - flat[row + np.minimum(count, m - 1)] > t)
        less = (count > 0) & ~(s - flat[row + np.maximum(count - 1, 0)] > t)
        if not (more | less).any():
            return count
        rise = np.diff(s, axis=-1, prepend=-np.inf, append=np.inf) > 0
        start = np.maximum.accumulate(np.where(rise[..., :-1], place, 0), axis=-1).reshape(-1)
        stop = np.minimum.accumulate(np.where(rise[..., 1:], place + 1, m)[..., ::-1], axis=-1)[..., ::-1].reshape(-1)
        count = np.where(more, stop[row + np.minimum(count, m - 1)], count)
        count = np.where(less, start[row + np.maximum(count - 1, 0)], count)


def _ahead(behind: Any) -> Any:
    """How many entries have each entry further behind than t, from how many lie so behind each (…, m)."""
    m = behind.shape[-1]
    row = np.arange(behind.size // m).reshape(*behind.shape[:-1], 1) * (m + 1)
    counts = np.bincount((row + behind).reshape(-1), minlength=behind.size // m * (m + 1))
    return m - np.cumsum(counts.reshape(*behind.shape[:-1], m + 1), axis=-1)[..., :-1]


def _rising_flows(s: Any, q: Any, p: Any, level: bool) -> tuple[Any, Any]:
    """How strongly each entry of the rising rows s (…, m) is preferred to the others, and they to it, summed."""
    near = _behind(s, q)
    far = near if q is p else _behind(s, p)
    over, beyond = _ahead(near), _ahead(far)
    if level:
        return (near + far) / 2, (over + beyond) / 2
    if q is p:
        return far, beyond
    m, centred = s.shape[-1], s - np.mean(s, axis=-1, keepdims=True)
    sums = np.concatenate([np.zeros_like(s[..., :1]), np.cumsum(centred, axis=-1)], axis=-1)
    lower = np.take_along_axis(sums, near, -1) - np.take_along_axis(sums, far, -1)
    upper = np.take_along_axis(sums, m - beyond, -1) - np.take_along_axis(sums, m - over, -1)
    width = np.where(p == q, 1.0, p - q)
    out = far + ((near - far) * (centred - q) - lower) / width
    return out, beyond + (upper - (over - beyond) * (centred + q)) / width


def _sorted_flows(y: Any, o: Options) -> tuple[Any, Any]:
    q, p = _thresholds(y, o)
    order = np.argsort(y, axis=-1)
    flows = _rising_flows(np.take_along_axis(y, order, -1), q, p, o.function == "level")
    back = np.argsort(order, axis=-1)
    return np.take_along_axis(flows[0], back, -1), np.take_along_axis(flows[1], back, -1)


def _close(s: Any, width: float) -> Any:
    """Σ exp(−((a − b) ÷ width)²) over all b below each a of the rising s (m,): in boxes as wide as that, sums of powers
    of what lies in a box stand for it, in Hermite's expansion around its middle.
    """
    box = np.floor((s - s[0]) / width)
    x = (s - (s[0] + (box + 0.5) * width)) / width
    powers = np.cumprod([np.ones_like(s), *(x / k for k in range(1, TERMS))], axis=0)
    sums = np.concatenate([np.zeros((TERMS, 1)), np.cumsum(powers, axis=1)], axis=1)
    before, found = np.searchsorted(s, s), np.zeros_like(s)
    for other in (box - d for d in range(REACH)):
        start, stop = np.searchsorted(box, other), np.minimum(np.searchsorted(box, other, side="right"), before)
        if np.all(stop <= start):
            continue
        moments = sums[:, stop] - sums[:, start]
        z = (s - (s[0] + (other + 0.5) * width)) / width
        last, hermite = 0.0, np.exp(-z * z)
        for k in range(TERMS):
            found += moments[k] * hermite
            last, hermite = hermite, 2 * (z * hermite - k * last)
    return found


def _boxed_flows(y: Any, widths: Any) -> tuple[Any, Any]:
    """Without pairs; equal options stay exactly equal."""
    flows, m = np.empty((2, *y.shape)), y.shape[-1]
    for at in np.ndindex(*y.shape[:-1]):
        order, width = np.argsort(y[at]), float(widths[at][0])
        s = y[at][order]
        below, above = np.searchsorted(s, s), m - np.searchsorted(s, s, side="right")
        near = (_close(s, width), _close(-s[::-1], width)[::-1]) if width > 0 else (0.0, 0.0)
        flows[(0, *at)][order], flows[(1, *at)][order] = below - near[0], above - near[1]
    return flows[0], flows[1]


def _gaussian_flows(y: Any, o: Options) -> tuple[Any, Any]:
    """Of few options pair by pair, some of them against all at a time."""
    q, p = _thresholds(y, o)
    s, m = (q + p)[..., None] / 2, y.shape[-1]
    if m > MANY:
        return _boxed_flows(y, np.broadcast_to(np.sqrt(0.5) * (q + p), (*y.shape[:-1], 1)))
    rows = max(1, BLOCK // y.size)
    flows = np.empty((2, *y.shape))
    for start in range(0, m, rows):
        d = y[..., start : start + rows, None] - y[..., None, :]
        strength = np.where(s == 0, d != 0, -np.expm1(-0.5 * (d / np.where(s == 0, 1.0, s)) ** 2))
        flows[0, ..., start : start + rows] = np.sum(strength * (d > 0), axis=-1)
        flows[1, ..., start : start + rows] = np.sum(strength * (d < 0), axis=-1)
    return flows[0], flows[1]


def by_criterion(x: Any, gain: Any, o: Options) -> tuple[Any, Any]:
    """The flows out and in under each criterion alone, each (…, m, n) between 0 and 1."""
    y = np.ascontiguousarray(np.swapaxes(np.where(gain, x, -np.asarray(x)), -1, -2))
    out, into = _gaussian_flows(y, o) if o.function == "gaussian" else _sorted_flows(y, o)
    others = max(y.shape[-1] - 1, 1)
    return np.swapaxes(out, -1, -2) / others, np.swapaxes(into, -1, -2) / others


def flows(x: Any, gain: Any, w: Any, o: Options) -> tuple[Any, Any]:
    """The flows φ⁺ and φ⁻ of PROMETHEE I, each (…, m, 1)."""
    out, into = by_criterion(x, gain, o)
    plus = step("φ⁺", Text("flow out: how strongly preferred to others", "正流：优于其他方案的程度"), _summed(w * out))
    minus = step(
        "φ⁻", Text("flow in: how strongly others are preferred", "负流：劣于其他方案的程度"), _summed(w * into)
    )
    return plus, minus


def _summed(parts: Any) -> Any:
    return np.sum(parts, axis=-1, keepdims=True)


def score(x: Any, gain: Any, w: Any, f: None, o: Options) -> Any:
    """The net flow φ = φ⁺ − φ⁻ (…, m, 1), between −1 and 1; all together 0."""
    plus, minus = flows(x, gain, w, o)
    return step("φ", Text("net flow", "净流"), plus - minus)


def contribution(x: Any, gain: Any, w: Any, f: None, o: Options) -> Any:
    """What each criterion adds to the net flow: w·φⱼ (…, m, n)."""
    out, into = by_criterion(x, gain, o)
    return w * (out - into)


def by_weights(x: Any, gain: Any, f: None, o: Options) -> Callable[[Any], Any]:
    """The same for many weights (…, n) on one table (m, n): the net flow is linear in them."""
    net = form(x, gain, f, o).values
    return lambda w: w @ net.T


def form(x: Any, gain: Any, f: None, o: Options) -> Linear:
    """The net flow itself."""
    out, into = by_criterion(x, gain, o)
    return Linear(out - into)


def look(problem: Problem, table: Table, w: Any, o: Options) -> Look:
    """The pairs that PROMETHEE I leaves incomparable: more is preferred to one, and the other is preferred to more."""
    if len(table.alternatives) > LARGE:
        return Look()
    plus, minus = (np.round(flow[:, 0], 12) for flow in flows(table.values, table.gain, w, o))
    ahead = (plus[:, None] > plus) & (minus[:, None] > minus)
    net = plus - minus
    return looked(problem, table, ahead | ahead.T, net >= np.max(net) - 1e-12)


def _twin(o: Options) -> Twin | None:
    """The same in pymcdm, where no criterion declares thresholds of its own."""
    if o.function == "usual":
        return Twin("PROMETHEE_II", arguments=lambda x: ("usual",))
    if o.function == "gaussian" or not np.all(np.isnan(o.preference)) or np.any(o.indifference):
        return None
    named = {"u-shape": "ushape", "v-shape": "vshape", "level": "level", "linear": "vshape_2"}[o.function]
    q, p = (o.function != "v-shape"), (o.function != "u-shape")

    def arguments(x: Any) -> tuple[Any, ...]:
        spread = np.ptp(x, axis=0)
        return named, spread if p else None, 0 * spread if q else None

    return Twin("PROMETHEE_II", arguments=arguments)


METHOD = Method(
    title=Text("PROMETHEE II (net flow)", "PROMETHEE II（净流排序）"),
    source="Brans, Vincke & Mareschal (1986), European Journal of Operational Research 24",
    options=Options,
    score=score,
    frame=None,
    needs=lambda o: Need.ORDER if o.function == "usual" else Need.INTERVAL,
    signed=lambda o: True,
    contribution=contribution,
    contribution_kind="flow",
    by_weights=by_weights,
    form=form,
    prepare=prepare,
    look=look,
    traced=False,
    twin=_twin,
)
