"""Camps: people whose priorities are alike, found by hierarchical clustering. From six people up.

Two people are as far apart as the root of the Jensen–Shannon divergence of their priorities (Endres & Schindelin 2003).
"""

import numpy as np
from numpy.typing import NDArray

from mcda.model.arrays import Array

FEWEST = 6
MOST = 4
CLEAR = 0.5
"""From six people up one to four camps are looked for; the mean silhouette must reach this (Rousseeuw 1987; Kaufman &
Rousseeuw 1990)."""


def distances(priorities: Array) -> Array:
    """The root of the Jensen–Shannon divergence between any two people (people, people), for priorities (people, n)."""
    mean = (priorities[:, None, :] + priorities[None, :, :]) / 2

    def surprise(p: Array) -> Array:
        part = np.where(p > 0, p, 1.0)
        return np.asarray(np.sum(p * np.log(part / np.where(p > 0, mean, 1.0)), axis=-1))

    one, two = np.broadcast_arrays(priorities[:, None, :], priorities[None, :, :])
    return np.sqrt(np.maximum((surprise(one) + surprise(two)) / 2, 0.0))


def camps(priorities: Array) -> tuple[NDArray[np.int_], float | None]:
    """The camp of each person (people,), numbered from 0, the largest first, and the mean silhouette of the division.

    One camp, and no silhouette, for fewer than six people and where no division is clear. Average linkage.
    """
    people = len(priorities)
    one = np.zeros(people, dtype=int)
    if people < FEWEST:
        return one, None
    apart = distances(priorities)
    if apart.max() < 1e-9:
        return one, None
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    tree = linkage(squareform(apart, checks=False), method="average")
    found = []
    for count in range(2, MOST + 1):
        labels = np.asarray(fcluster(tree, count, criterion="maxclust"))
        if len(set(labels.tolist())) == count:
            found.append((silhouette(apart, labels), labels))
    best, labels = max(found, key=lambda each: each[0], default=(0.0, one))
    return (_by_size(labels), best) if best >= CLEAR else (one, None)


def silhouette(apart: Array, labels: NDArray[np.int_]) -> float:
    """The mean of (b − a) ÷ max(a, b): a the mean distance to one's own camp, b to the nearest other. Rousseeuw (1987).

    Somebody alone in a camp counts 0.
    """
    names = np.unique(labels)
    member = labels[:, None] == names[None, :]
    sizes = member.sum(axis=0)
    total = apart @ member
    own_size = sizes[np.searchsorted(names, labels)]
    own = total[member] / np.maximum(own_size - 1, 1)
    other = np.min(np.where(member, np.inf, total / sizes), axis=1)
    largest = np.maximum(own, other)
    value = np.where((own_size > 1) & (largest > 0), (other - own) / np.where(largest > 0, largest, 1), 0.0)
    return float(value.mean())


def _by_size(labels: NDArray[np.int_]) -> NDArray[np.int_]:
    """Labels renumbered from 0, the largest camp first, equals in the order of their first member."""
    names = list(dict.fromkeys(labels.tolist()))
    order = sorted(names, key=lambda name: -int(np.sum(labels == name)))
    return np.array([order.index(label) for label in labels.tolist()])
