"""ELECTRE III: who outranks whom, how credibly, and two orders distilled from it. Roy (1978).

Formulas as in Figueira, Mousseau & Roy (2005), with s(λ) = 0.3 − 0.15 λ. The final order is partial: one option is
ahead of another if it is so in one distillation and not behind in the other. The score is the share of the others that
are placed behind less the share placed ahead, the mean of both distillations: 1 for the sole first in both. It keeps
the final order; incomparable pairs, which the result names, it orders by the balance of both. A distillation hangs on
all options, so one that is added can turn two others round:

>>> import numpy as np
>>> from mcda.methods import METHODS, run
>>> x = np.array([[2.0, 0, 3], [1, 2, 2], [3, 0, 1], [3, 3, 1]])
>>> gain, w = np.array([[True] * 3]), np.array([[0.4, 0.3, 0.3]])
>>> [run(METHODS["electre"], Options(), x[:m], gain, w)[1:3, 0].round(2).tolist() for m in (3, 4)]
[[-0.75, 0.0], [-0.5, -0.83]]
"""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mcda.errors import TableError
from mcda.expression import ratio, step
from mcda.language import Text
from mcda.methods import Look, Method
from mcda.methods._partial import LARGE, looked
from mcda.methods._thresholds import rows
from mcda.model.criterion import Criterion, Need
from mcda.model.problem import Problem
from mcda.model.table import Table

MOST = 500
"""More options than this take minutes: the time grows with the cube."""

BLOCK = 1 << 20
"""How many pairs of options a batch looks at together."""


@dataclass(frozen=True)
class Options:
    """None to choose: thresholds stand with the criteria. Each is a number, one for each criterion (n,), or one for
    each figure (m, n) of the option that is said to outrank; without any every difference is strict and none a veto.
    """

    indifference: Any = field(default=0.0, compare=False)
    preference: Any = field(default=0.0, compare=False)
    veto: Any = field(default=np.inf, compare=False)


def prepare(criteria: tuple[Criterion, ...], o: Options) -> Options:
    """The options with thresholds for each criterion (n,): preference is indifference where none is given."""
    q, p, v = rows(criteria)
    q = np.nan_to_num(q)
    return replace(o, indifference=q, preference=np.where(np.isnan(p), q, p), veto=np.where(np.isnan(v), np.inf, v))


def credibility(x: Any, gain: Any, w: Any, o: Options) -> Any:
    """How credible it is that option i is at least as good as option k: (…, m, m), from 0 to 1; 0 on the diagonal.

    A criterion without weight has no veto.
    """
    y, n = np.where(gain, x, -np.asarray(x)), np.shape(x)[-1]
    q, p, v = (np.broadcast_to(np.asarray(t, float), y.shape) for t in (o.indifference, o.preference, o.veto))
    w = w / np.sum(w, axis=-1, keepdims=True)
    agreement: Any = 0.0
    against = []
    for j in range(n):
        behind = y[..., None, :, j] - y[..., :, None, j]
        qj, pj, vj, wj = (t[..., j][..., :, None] for t in (q, p, v, w))
        rising = ratio(pj - behind, pj - qj, 0)
        agreement = agreement + wj * np.where(behind <= qj, 1.0, np.clip(rising, 0, 1))
        if np.isfinite(vj).any():
            slope = np.where(np.isfinite(vj), ratio(behind - pj, vj - pj, 1), 0)
            against.append(np.where((behind > pj) & (wj > 0), np.clip(slope, 0, 1), 0.0))
    agreement = np.minimum(agreement, 1.0)
    found = agreement
    for d in against:
        found = found * np.where(d > agreement, ratio(1 - d, 1 - agreement, 1), 1.0)
    return np.round(found, 12) * (1 - np.eye(y.shape[-2]))


def _discrimination(level: Any) -> Any:
    return 0.3 - 0.15 * level


def _distilled(sigma: Any, best: bool) -> NDArray[np.intp]:
    """The class of each option (B, m), counted from 0 in the order of leaving: the best first, or the worst."""
    strict = sigma - np.swapaxes(sigma, -1, -2) > _discrimination(sigma)
    place = np.zeros(sigma.shape[:-1], dtype=np.intp)
    left = np.ones(place.shape, dtype=bool)
    for count in range(sigma.shape[-1]):
        leaving = _leaving(sigma, strict, left, best)
        place[leaving] = count
        left &= ~leaving
    return place


def _leaving(sigma: Any, strict: Any, left: Any, best: bool) -> Any:
    """The options that leave next (B, m): the most (or least) qualified, narrowed down at lower and lower cuts."""
    leaving, m = left.copy(), left.shape[-1]
    level = np.max(np.where(left[:, :, None] & left[:, None, :], sigma, 0), axis=(-1, -2))
    rows = np.flatnonzero((left.sum(axis=-1) > 1) & (level > 0))
    while rows.size:
        some = leaving[rows]
        both = some[:, :, None] & some[:, None, :]
        among = np.where(both, sigma[rows], 0)
        under = (level[rows] - _discrimination(level[rows]))[:, None, None]
        level[rows] = np.max(np.where(among < under, among, 0), axis=(-1, -2))
        ahead = both & strict[rows] & (among > level[rows][:, None, None])
        qualified = ahead.sum(axis=-1) - ahead.sum(axis=-2)
        qualified = np.where(some, qualified if best else -qualified, -m)
        leaving[rows] = qualified == np.max(qualified, axis=-1, keepdims=True)
        rows = rows[(leaving[rows].sum(axis=-1) > 1) & (level[rows] > 0)]
    return leaving


def distillations(sigma: Any) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The classes (…, m) of the descending and the ascending distillation of credibilities (…, m, m), 0 the best."""
    flat = np.reshape(sigma, (-1, *np.shape(sigma)[-2:]))
    falling, rising = _distilled(flat, best=True), _distilled(flat, best=False)
    rising = np.max(rising, axis=-1, keepdims=True) - rising
    return falling.reshape(np.shape(sigma)[:-1]), rising.reshape(np.shape(sigma)[:-1])


def _standing(place: Any) -> Any:
    """The share of the others behind less the share ahead (…, m)."""
    net = np.sign(place[..., None, :] - place[..., :, None]).sum(axis=-1)
    return net / max(place.shape[-1] - 1, 1)


def score(x: Any, gain: Any, w: Any, f: None, o: Options) -> Any:
    """The standing in both distillations (…, m, 1), from −1 to 1. Raises TableError for more than 500 options."""
    m, n = np.shape(x)[-2:]
    if m > MOST:
        raise TableError.of("options_many", count=m, most=MOST)
    lead = np.broadcast_shapes(np.shape(x)[:-2], np.shape(w)[:-2])
    tables = np.broadcast_to(x, (*lead, m, n)).reshape(-1, m, n)
    weights = np.broadcast_to(w, (*lead, 1, n)).reshape(-1, 1, n)
    both, size = np.empty((2, len(tables), m)), max(1, BLOCK // m**2)
    for start in range(0, len(tables), size):
        part = slice(start, start + size)
        places = distillations(credibility(tables[part], gain, weights[part], o))
        both[:, part] = [_standing(place) for place in places]
    falling, rising = both.reshape(2, *lead, m, 1)
    down = step("↓", Text("standing in the descending distillation", "降序蒸馏中的位置"), falling)
    up = step("↑", Text("standing in the ascending distillation", "升序蒸馏中的位置"), rising)
    return step("S", Text("score: mean of both standings", "得分：两次蒸馏的平均"), (down + up) / 2)


def look(problem: Problem, table: Table, w: Any, o: Options) -> Look:
    """The pairs that the two distillations place the other way round."""
    if len(table.alternatives) > LARGE:
        return Look()
    down, up = distillations(credibility(table.values, table.gain, w, o))
    ahead = (down[:, None] < down) & (up[:, None] > up)
    standing = _standing(down) + _standing(up)
    return looked(problem, table, ahead | ahead.T, standing >= standing.max() - 1e-12)


METHOD = Method(
    title=Text("ELECTRE III (outranking, distilled)", "ELECTRE III（级别优先与蒸馏排序）"),
    source="Roy (1978), Cahiers du CERO 20; Figueira, Mousseau & Roy (2005), chapter 4",
    options=Options,
    score=score,
    frame=None,
    needs=lambda o: Need.INTERVAL if np.any(o.preference) or np.any(np.isfinite(o.veto)) else Need.ORDER,
    signed=lambda o: True,
    prepare=prepare,
    look=look,
    traced=False,
)
