"""Weights as near to today's as may be for which an option is first: the fewest points moved, over any criteria.

From weights that do it, the leads over all rivals are made straight where one stands, and the nearest weights at which
none of them is negative follow from a linear programme; again from there, until they stay. For scores linear in the
weights that ends at the nearest of all; for others it is a search, from several starts. What comes out is re-ranked.
"""

from collections.abc import Callable, Sequence

import numpy as np

from mcda.model import Array

ROUNDS = 25
HALVINGS = 40
STEP = 1e-6
"""How far weights are moved to see how leads change."""
AHEAD = 1e-9
"""The lead that is aimed at, in parts of the largest."""

Leads = Callable[[Array], Array]
First = Callable[[Array], Array]


def moved(w: Array, now: Array) -> float:
    """How much of the weight (n,) lies elsewhere than it did."""
    return float(np.abs(w - now).sum() / 2)


def nearest(leads: Leads, first: First, now: Array, starts: Sequence[Array]) -> Array | None:
    """The nearest weights (n,) found from the starts, at each of which the option is first; None without a start.
    `leads` gives the lead over each rival (k, B) and `first` whether the option is first (B,), for weights (n, B).
    """
    ends = [_nearer(leads, first, now, start) for start in starts]
    return min(ends, key=lambda w: moved(w, now), default=None)


def _nearer(leads: Leads, first: First, now: Array, start: Array) -> Array:
    """The nearest weights to be reached from one start."""
    at, radius = start, 1.0
    for _ in range(ROUNDS):
        lead, slope = _straight(leads, at)
        following = _programme(lead, slope, at, now, radius)
        if following is None or np.abs(following - at).max() < AHEAD:
            break
        at, radius = following, 0.8 * radius
    best = _confirmed(first, at, start)
    return best if moved(best, now) < moved(start, now) else start


def _straight(leads: Leads, at: Array) -> tuple[Array, Array]:
    """The leads (k,) at some weights, and how they change with each weight (k, n)."""
    ahead, behind = at[:, None] + STEP * np.eye(len(at)), np.maximum(at[:, None] - STEP * np.eye(len(at)), 0)
    points = np.concatenate([at[:, None], ahead, behind], axis=1)
    found, n = leads(points / points.sum(axis=0)), len(at)
    return found[:, 0], (found[:, 1 : n + 1] - found[:, n + 1 :]) / (ahead - behind).sum(axis=0)


def _programme(lead: Array, slope: Array, at: Array, now: Array, radius: float) -> Array | None:
    """The weights nearest to `now`, no further than `radius` from `at`, at which no straight lead is negative."""
    from scipy.optimize import linprog

    k, n = slope.shape
    size = float(np.abs(slope).max()) or 1.0
    none, away = np.zeros((k, n)), np.eye(n)
    rows = np.block([[-slope / size, none], [away, -away], [-away, -away]])
    limits = np.concatenate([(lead - slope @ at) / size - AHEAD, now, -now])
    ends = [(max(0.0, w - radius), min(1.0, w + radius)) for w in at] + [(0.0, None)] * n
    whole = np.concatenate([np.ones(n), np.zeros(n)])[None]
    cost = np.concatenate([np.zeros(n), np.ones(n)])
    found = linprog(cost, A_ub=rows, b_ub=limits, A_eq=whole, b_eq=[1.0], bounds=ends, method="highs")
    return None if found.x is None else np.maximum(found.x[:n], 0) / np.maximum(found.x[:n], 0).sum()


def _confirmed(first: First, at: Array, start: Array) -> Array:
    """The weights themselves if the option is first with them, else the nearest to them on the way to the start."""
    if first(at[:, None])[0]:
        return at
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        done = first((at + middle * (start - at))[:, None])[0]
        low, high = (low, middle) if done else (middle, high)
    return np.asarray(at + high * (start - at))
