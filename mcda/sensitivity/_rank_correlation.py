"""How alike orders are: coefficients between every two rows of ranks (k, m), each (k, k), 1 for the same order.

Places of equals are the mean of those that they take. An order that tells no two options apart agrees with itself (1)
and says nothing of another (0).
"""

import numpy as np

from mcda.model import Array


def mean_ranks(values: Array) -> Array:
    """Ranks (k, m) from 1, the smallest value first; equals share the mean of their places."""
    found = np.empty(np.shape(values))
    for row, places in zip(values, found, strict=True):
        _, inverse, counts = np.unique(row, return_inverse=True, return_counts=True)
        places[:] = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return found


def kendall(ranks: Array) -> Array:
    """Kendall's τ-b (1945): pairs of options ordered alike minus otherwise, corrected for equals."""
    total = np.zeros((len(ranks), len(ranks)))
    for i in range(ranks.shape[-1]):
        signs = np.sign(ranks - ranks[:, i : i + 1])
        total += signs @ signs.T
    return _divided(total)


def spearman(values: Array) -> Array:
    """Spearman's ρ (1904): the correlation of mean ranks."""
    places = mean_ranks(values)
    centred = places - places.mean(axis=-1, keepdims=True)
    return _divided(centred @ centred.T)


def weighted_spearman(ranks: Array) -> Array:
    """r_w of Pinto da Costa & Soares (2005): a difference counts more the nearer to the top it is."""
    x, m = mean_ranks(ranks), ranks.shape[-1]
    if m == 1:
        return np.ones((len(x), len(x)))
    apart = (x[:, None] - x[None]) ** 2 * (2 * m + 2 - x[:, None] - x[None])
    return np.asarray(1 - 6 * apart.sum(axis=-1) / (m**4 + m**3 - m**2 - m))


def similarity(ranks: Array) -> Array:
    """WS of Sałabun & Urbaniak (2020): each row is the reference for all others, so that it isn't symmetric."""
    x, m = mean_ranks(ranks), ranks.shape[-1]
    if m == 1:
        return np.ones((len(x), len(x)))
    weight = 2.0**-x / np.maximum(x - 1, m - x)
    return np.asarray(1 - (weight[:, None] * np.abs(x[:, None] - x[None])).sum(axis=-1))


def _divided(products: Array) -> Array:
    """Inner products (k, k) as cosines. The root of the product of two sizes keeps 7 ÷ √(10 · 10) at 0.7."""
    size = np.diag(products)
    nothing = size == 0
    scale = np.where(nothing, 1.0, size)
    cosines = np.clip(products / np.sqrt(np.outer(scale, scale)), -1, 1)
    return np.where(np.outer(nothing, nothing), 1.0, cosines)
