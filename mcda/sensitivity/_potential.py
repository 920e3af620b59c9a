"""Can an option be first for some weights? Proofs for methods whose order hangs on a polynomial of the weights."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from mcda.methods import Form, Linear, Squares
from mcda.model import Array

CLEAR = 1e-6
"""Below this a linear programme's answer, in figures of size 1, is rounding."""

First = Callable[[Array], bool]


@dataclass(frozen=True)
class Answer:
    """`weights` (n,) with which an option is first, None if there are none or none was found; `never` is true where it
    is proved that there are none; `mixture` (m,) are the parts of rivals that together beat it on every criterion.
    """

    weights: Array | None
    never: bool = False
    mixture: Array | None = None


def potential(form: Form, i: int, first: First) -> Answer:
    """Whether option i can be first for any weights; `first` re-ranks with weights (n,) and says whether it is.
    Criteria on which all options are equal are left out. Of VIKOR's regrets nothing is proved.
    """
    if isinstance(form, Linear):
        return _by_line(np.asarray(form.values), i, first)
    if isinstance(form, Squares):
        return _by_squares(np.asarray(form.near), np.asarray(form.far), i, first)
    return Answer(None)


def _game(rows: Array) -> tuple[float, Array, Array]:
    """The value of max over weights y of the smallest of rows @ y, with the best y (n,) and the worst mixture of rows
    (k,): a linear programme, by HiGHS.
    """
    from scipy.optimize import linprog

    k, n = rows.shape
    upper = np.hstack([-rows, np.ones((k, 1))])
    cost, whole = np.append(np.zeros(n), -1.0), np.append(np.ones(n), 0.0)[None]
    bounds = [(0, None)] * n + [(None, None)]
    found: Any = linprog(cost, A_ub=upper, b_ub=np.zeros(k), A_eq=whole, b_eq=[1.0], bounds=bounds)
    y, mixture = (_shares(part) for part in (found.x[:n], -found.ineqlin.marginals))
    return float((rows @ y).min()), y, mixture


def _shares(parts: Any) -> Array:
    kept = np.where(np.asarray(parts) < 1e-9, 0.0, parts)
    return np.asarray(kept / kept.sum())


def _by_line(values: Array, i: int, first: First) -> Answer:
    """Scores are values @ weights: the largest lead over all weights, or else the mixture of rivals that proves that
    there is none (the dual).
    """
    size = np.ptp(values, axis=0)
    moving = size > 0
    gaps = ((values[i] - np.delete(values, i, axis=0)) / np.where(moving, size, 1.0))[:, moving]
    if not gaps.size:
        return _checked(np.ones(len(size)), first)
    lead, y, mixture = _game(gaps)
    if lead < -CLEAR and (mixture @ gaps).max() < -CLEAR / 2:
        return Answer(None, True, np.insert(mixture, i, 0.0))
    return _checked(_spread(y / size[moving], moving), first)


def _by_squares(near: Array, far: Array, i: int, first: First) -> Answer:
    """Option i is first where near_i·y ≥ t·far_i·y and near_b·y ≤ t·far_b·y for all rivals b, y being squared weights
    and t = tan θ: for each θ a game. If i loses it, the mixture that proves so proves it for all θ around within which
    it has no positive entry; the rest of [0, π/2] is looked at in the same way. What is too close to call stays open.
    """
    size = np.sqrt(near**2 + far**2).max(axis=0)
    moving = size > 0
    for corner in np.eye(len(size))[moving] if moving.any() else np.ones((1, len(size))):
        if (found := _checked(corner, first)).weights is not None:
            return found
    sign = np.where(np.arange(len(near)) == i, 1.0, -1.0)[:, None]
    near, far = sign * near[:, moving] / size[moving], -sign * far[:, moving] / size[moving]
    left, proved = [(0.0, np.pi / 2)], True
    while left:
        low, high = left.pop()
        middle = (low + high) / 2
        value, y, mixture = _game(np.cos(middle) * near + np.sin(middle) * far)
        if value > -CLEAR:
            found = _checked(_spread(np.sqrt(y / size[moving]), moving), first)
            if found.weights is not None:
                return found
        around = _lost(mixture @ near, mixture @ far, middle)
        if value > -CLEAR or not around[0] <= middle <= around[1]:
            if high - low < CLEAR:
                proved = False
                continue
            around = middle, middle
        left += [(a, b) for a, b in ((low, around[0]), (around[1], high)) if b > a]
    return Answer(None, proved)


def _lost(a: Array, b: Array, middle: float) -> tuple[float, float]:
    """The θ around `middle` for which every a·cos θ + b·sin θ stays below 0."""
    size, top = np.hypot(a, b), np.arctan2(b, a)
    edge = np.arccos(np.clip(-CLEAR / 2 / np.where(size > 0, size, 1.0), -1, 1))
    since = (middle - top) % (2 * np.pi)
    return float((middle - (since - edge)).max()), float((middle + (2 * np.pi - edge - since)).min())


def _checked(parts: Array, first: First) -> Answer:
    weights = parts / parts.sum()
    return Answer(weights if first(weights) else None)


def _spread(parts: Array, moving: Any) -> Array:
    weights = np.zeros(len(moving))
    weights[moving] = parts / parts.sum()
    return weights
