"""Variance-based indices of any function of independent inputs, by picking one input anew and freezing the others.

First-order indices as in Saltelli et al. (2010), Computer Physics Communications 181; total ones as in Jansen (1999),
Computer Physics Communications 117. Points are Sobol's, scrambled anew for every replicate; errors are those of the
mean of replicates.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mcda.model import Array
from mcda.sensitivity._blocks import BLOCK

REPLICATES = 16
EDGE = 2.0**-40
"""How far points stay from 0 and 1, where quantiles may be infinite."""
NOTHING = 1e-12
"""A standard deviation below this part of the largest value is rounding."""

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Part:
    """One replicate: mean and variance of the function, and what the indices (d,) are before division by the latter."""

    mean: float
    variance: float
    first: Array
    total: Array


@dataclass(frozen=True)
class Indices:
    """Shares of the variance for each group of inputs (d,): `first` alone, `total` with all that it does together with
    others. All are 0 where the function doesn't move.
    """

    mean: float
    variance: float
    first: Array
    total: Array
    first_errors: Array
    total_errors: Array


def points(dimensions: int, size: int, seed: int, replicate: int) -> Array:
    """Scrambled Sobol points (dimensions, size) inside (0, 1); `size` is a power of two."""
    from scipy.stats import qmc

    rng = np.random.Generator(np.random.Philox(np.random.SeedSequence(seed, spawn_key=(replicate,))))
    sequence = qmc.Sobol(dimensions, scramble=True, seed=rng)
    return np.asarray(np.clip(sequence.random_base2(size.bit_length() - 1).T, EDGE, 1 - EDGE))


def power_of_two(count: float) -> int:
    """The smallest power of two that is at least `count`."""
    return 1 << max(0, int(np.ceil(np.log2(max(count, 1.0)))))


def replicated(f: Callable[[Array], Array], both: Array, groups: Sequence[Rows]) -> Part:
    """One replicate from points (2d, N), whose halves are independent. `f` takes (d, B) and gives (B,); each group of
    rows is one input.
    """
    a, b = np.split(both, 2)
    fa, fb = np.split(f(np.concatenate([a, b], axis=1)), 2)
    centre = (fa.mean() + fb.mean()) / 2
    fa, fb = fa - centre, fb - centre
    fc = np.concatenate([f(block).reshape(-1, len(fa)) for block in picked(a, b, groups)]) - centre
    return Part(
        float(centre),
        float(((fa**2).mean() + (fb**2).mean()) / 2),
        (fb * (fc - fa)).mean(axis=1),
        ((fa - fc) ** 2).mean(axis=1) / 2,
    )


def picked(a: Array, b: Array, groups: Sequence[Rows]) -> Iterator[Array]:
    """The points of `a` (d, N) with one group of rows after the other taken from `b`, several groups to a block."""
    together = max(1, BLOCK // a.shape[1])
    for start in range(0, len(groups), together):
        some = groups[start : start + together]
        block = np.tile(a, len(some))
        for k, rows in enumerate(some):
            block[rows, k * a.shape[1] : (k + 1) * a.shape[1]] = b[rows]
        yield block


def pooled(parts: Sequence[Part]) -> Indices:
    """The indices from two or more replicates, with the standard errors of their means."""
    mean = float(np.mean([part.mean for part in parts]))
    variance = float(np.mean([part.variance for part in parts]))
    largest = max(abs(mean), np.sqrt(variance), 1.0)
    still = variance <= (NOTHING * largest) ** 2
    shares = [np.stack([getattr(part, name) for part in parts]) for name in ("first", "total")]
    means = [np.zeros(rows.shape[1]) if still else rows.mean(axis=0) / variance for rows in shares]
    root = np.sqrt(len(parts))
    errors = [np.zeros(rows.shape[1]) if still else rows.std(axis=0, ddof=1) / variance / root for rows in shares]
    return Indices(mean, 0.0 if still else variance, means[0], means[1], errors[0], errors[1])


def indices(
    f: Callable[[Array], Array],
    dimensions: int,
    groups: Sequence[Rows] | None = None,
    size: int = 1024,
    replicates: int = REPLICATES,
    seed: int = 1,
) -> Indices:
    """The indices of any function of points (dimensions, B) uniform in (0, 1), from replicates of `size` points each;
    without groups every row is an input of its own.

    >>> found = indices(lambda u: 3 * u[0] + u[1], 2)
    >>> [round(float(share), 2) for share in found.first]
    [0.9, 0.1]
    """
    each = groups or [np.array([row]) for row in range(dimensions)]
    return pooled([replicated(f, points(2 * dimensions, size, seed, k), each) for k in range(replicates)])
