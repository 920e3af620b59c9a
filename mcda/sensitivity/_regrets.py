"""VIKOR along a way between two weights: the pieces within which it is a quadratic for every pair of options.

On the way t·a + (1 − t)·b between disjoint weights an option's whole regret is a line, and its largest the higher of
α·t and β·(1 − t). Where neither these nor the extremes between which both are measured change hands, two options cross
where a quadratic is zero.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from mcda.methods import Regrets
from mcda.model import Array

Piece = tuple[float, float, Array, Array, Array]


def pieces(form: Regrets, a: Array, b: Array) -> Iterator[Piece]:
    """Each piece: its ends in t, and for every pair of options the coefficients of u², u and 1 of what is zero where
    they cross, u being t ÷ (1 − t).
    """
    whole = np.stack([form.parts @ a, form.parts @ b])
    alpha, beta = (form.parts * a).max(axis=-1), (form.parts * b).max(axis=-1)
    ends = np.unique(np.concatenate([[0.0, 1.0], _hand_overs(*whole), _hand_overs(*-whole), _turns(alpha, beta)]))
    one, other = np.triu_indices(len(alpha), 1)
    for low, high in pairwise(ends):
        t = (low + high) / 2
        rising = alpha * t > beta * (1 - t)
        largest = np.stack([np.where(rising, alpha, 0.0), np.where(rising, 0.0, beta)])
        parts = []
        for share, regret, scale in ((form.v, whole, largest), (1 - form.v, largest, whole)):
            gap = share * (regret[:, one] - regret[:, other])
            parts.append((gap, _span(regret, t), _span(scale, t)))
        yield (float(low), float(high), *_joined(parts))


def _span(regret: Array, t: float) -> Array:
    """From the least to the most, as the two numbers of a line (2,)."""
    at = t * regret[0] + (1 - t) * regret[1]
    return np.asarray(regret[:, at.argmax()] - regret[:, at.argmin()])


def _joined(parts: list[tuple[Array, Array, Array]]) -> tuple[Array, Array, Array]:
    """v·(S_i − S_k) ÷ span of S + (1 − v)·(R_i − R_k) ÷ span of R, times both spans; a part whose span is 0 throughout
    counts for nothing, and the other stands by itself.
    """
    found = np.zeros((3, parts[0][0].shape[1]))
    for gap, own, factor in parts:
        if own.any():
            scale = factor if factor.any() else np.ones(2)
            found += [gap[0] * scale[0], gap[0] * scale[1] + gap[1] * scale[0], gap[1] * scale[1]]
    return found[0], found[1], found[2]


def _hand_overs(p: Array, q: Array) -> Array:
    """Every t at which the highest of the lines t·p + (1 − t)·q becomes another one."""
    rise, found = p - q, []
    at = int(np.lexsort((rise, q))[-1])
    while (steeper := rise > rise[at]).any():
        t = np.where(steeper, (q[at] - q) / np.where(steeper, rise - rise[at], 1.0), np.inf)
        if t.min() >= 1:
            break
        found.append(float(t.min()))
        near = np.flatnonzero(t == t.min())
        at = int(near[rise[near].argmax()])
    return np.array(found)


def _turns(alpha: Array, beta: Array) -> Array:
    """Every t at which the higher of α·t and β·(1 − t) becomes the other one, for each option, for the least of all
    options, and for the most.
    """
    order = np.lexsort((beta, alpha))
    least = order[np.append(True, beta[order][1:] < np.minimum.accumulate(beta[order])[:-1])]
    up = np.concatenate([alpha, alpha[least][1:], [alpha.max()]])
    down = np.concatenate([beta, beta[least][:-1], [beta.max()]])
    return np.asarray(down / np.where(up + down == 0, 1.0, up + down))
