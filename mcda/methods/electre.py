"""ELECTRE III: who outranks whom, how credibly, and two orders distilled from it. Roy (1978).

Formulas as in Figueira, Mousseau & Roy (2005), with s(λ) = 0.3 − 0.15 λ. The final order is partial: one option is ahead
of another if it is so in one distillation and not behind in the other. The score is the share of the others that are
placed behind less the share placed ahead, the mean of both distillations: 1 for the sole first in both. It keeps the
final order; incomparable pairs, which the result names, it orders by the balance of both. Distillation hangs on all options, so
one that is added can turn two others round:

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
from mcda.model.arrays import Array
from mcda.model.criterion import Criterion, Need
from mcda.model.problem import Problem
from mcda.model.table import Table

MOST = 2000
"""More options than this would take more than a minute, and a matrix of their pairs for each criterion."""


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


def _distilled(sigma: Array, best: bool) -> NDArray[np.intp]:
    """The class of each option (m,), counted from 0 in the order of leaving: the best first, or the worst."""
    place = np.zeros(len(sigma), dtype=np.intp)
    left, count = np.arange(len(sigma)), 0
    while left.size:
        chosen = _leaving(sigma, left, best)
        place[chosen] = count
        left, count = np.setdiff1d(left, chosen), count + 1
    return place


def _leaving(sigma: Array, left: NDArray[np.intp], best: bool) -> NDArray[np.intp]:
    """The options that leave next: the most (or least) qualified, narrowed down at lower and lower cuts."""
    level = sigma[np.ix_(left, left)].max()
    while left.size > 1 and level > 0:
        among = sigma[np.ix_(left, left)]
        lower = among[among < level - _discrimination(level)]
        level = lower.max() if lower.size else 0.0
        ahead = (among > level) & (among - among.T > _discrimination(among))
        qualified = ahead.sum(axis=1) - ahead.sum(axis=0)
        left = left[qualified == (qualified.max() if best else qualified.min())]
    return left


def _discrimination(level: Any) -> Any:
    return 0.3 - 0.15 * level


def distillations(sigma: Array) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The classes (m,) of the descending and of the ascending distillation of one credibility matrix (m, m), 0 best."""
    rising = _distilled(sigma, best=False)
    return _distilled(sigma, best=True), rising.max() - rising


def _standing(place: NDArray[np.intp]) -> Array:
    """The share of the others behind less the share ahead (m,)."""
    net = np.sign(place[None, :] - place[:, None]).sum(axis=1)
    return np.asarray(net / max(len(place) - 1, 1))


def score(x: Any, gain: Any, w: Any, f: None, o: Options) -> Any:
    """The standing in both distillations (…, m, 1), from −1 to 1. Raises TableError for more than 2,000 options."""
    m = np.shape(x)[-2]
    if m > MOST:
        raise TableError.of("options_many", count=m, most=MOST)
    sigma = credibility(x, gain, w, o)
    lead = sigma.shape[:-2]
    # each cut of a distillation hangs on who is left after the one before: there is no batch form of it
    both = [[_standing(place) for place in distillations(one)] for one in sigma.reshape(-1, m, m)]
    descending, ascending = np.moveaxis(np.reshape(both, (*lead, 2, m)), -2, 0)[..., None]
    down = step("↓", Text("standing in the descending distillation", "降序蒸馏中的位置"), descending)
    up = step("↑", Text("standing in the ascending distillation", "升序蒸馏中的位置"), ascending)
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
