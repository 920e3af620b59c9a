"""Judgement matrices (…, n, n) → priorities (…, n) that sum to 1. Every function takes a whole batch."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from mcda.errors import JudgementError
from mcda.model.arrays import Array
from mcda.pairwise.matrix import parts


def row_geometric_mean(a: Array) -> Array:
    """wᵢ ∝ (Πⱼ aᵢⱼ)^(1/n). Crawford & Williams (1985): least squares of the logarithms."""
    n = a.shape[-1]
    return _shares(np.exp(np.log(a) @ np.full(n, 1 / n)))


def column_mean(a: Array) -> Array:
    """wᵢ = the mean over j of aᵢⱼ ÷ Σₖ aₖⱼ: the mean of the normalised columns (和积法)."""
    shares: Array = np.mean(a / np.sum(a, axis=-2, keepdims=True), axis=-1)
    return shares


def eigenvector(a: Array) -> Array:
    """The principal right eigenvector. Saaty (1977)."""
    return principal(a)[0]


def principal(a: Array) -> tuple[Array, Array]:
    """The principal right eigenvector (…, n) and its eigenvalue λmax (…), which is n where answers are consistent.

    The matrix is scaled by its geometric means, so that all entries are near 1, and squared eight times; each
    result is proved to 1e-12 by its Collatz–Wielandt bounds, or else taken from LAPACK.
    """
    g = row_geometric_mean(a)
    c = a * g[..., None, :] / g[..., :, None]
    with np.errstate(all="ignore"):  # what is too large to be squared so often is not proved
        u = _power(c)
        growth = (c @ u / u)[..., 0]
        largest = np.mean(growth, axis=-1)
        proved = np.all(np.abs(growth - largest[..., None]) < 0.5e-12 * largest[..., None], axis=-1)
        w = _shares(g * u[..., 0])
    if not proved.all():
        w = np.where(proved[..., None], w, _shares(_by_lapack(a)))
        largest = np.mean((a @ w[..., None])[..., 0] / w, axis=-1)
    return w, np.maximum(largest, a.shape[-1])


def _power(c: Array) -> Array:
    """The row sums (…, n, 1) of a very high power of matrices with entries near 1."""
    power, squared = c / c.shape[-1], np.empty_like(c)
    for _ in range(2):
        for _ in range(2):
            np.matmul(power, power, out=squared)
            np.matmul(squared, squared, out=power)
        power /= np.sum(power, axis=(-1, -2), keepdims=True)
    return np.asarray(c @ (c @ (power @ np.ones((c.shape[-1], 1)))))


def _by_lapack(a: Array) -> Array:
    values, vectors = np.linalg.eig(a)
    largest = np.argmax(values.real, axis=-1)
    chosen = np.take_along_axis(vectors, largest[..., None, None], axis=-1)[..., 0]
    vector: Array = np.abs(chosen.real)
    return vector


def log_least_squares(a: Array, names: Sequence[str] | None = None) -> Array:
    """Priorities from the pairs that were asked (NaN: not asked): the least Σ (log aᵢⱼ − log wᵢ/wⱼ)² over them.

    The same as the row geometric mean where all were. Bozóki, Fülöp & Rónyai (2010). Raises JudgementError if
    no chain of comparisons joins all entries, naming a link that would.
    """
    asked = ~np.isnan(a)
    n = a.shape[-1]
    off = asked & ~np.eye(n, dtype=bool)
    apart = np.logical_not(_one_group(off))
    if np.any(apart):
        joined(a[tuple(np.argwhere(apart)[0])] if a.ndim > 2 else a, names)
    laplacian = np.eye(n) * off.sum(axis=-1)[..., None] - off
    logs = np.where(off, np.log(np.where(asked, a, 1.0)), 0.0).sum(axis=-1)
    x = np.linalg.solve(laplacian + 1.0 / n, logs[..., None])[..., 0]
    return _shares(np.exp(x))


def _one_group(links: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether links (…, n, n) join all entries: doubling the reach log₂ n times."""
    reach = links | np.eye(links.shape[-1], dtype=bool)
    for _ in range(max(1, links.shape[-1].bit_length())):
        reach = (reach.astype(float) @ reach.astype(float)) > 0
    return np.asarray(reach.all(axis=(-1, -2)))


def joined(matrix: Array, names: Sequence[str] | None = None) -> None:
    """Raise JudgementError if comparisons leave the entries of one matrix in separate groups."""
    groups = parts(matrix)
    if len(groups) > 1:
        called = list(names) if names is not None else [str(i + 1) for i in range(len(matrix))]
        first, rest = ([called[i] for i in group] for group in (groups[0], groups[1]))
        raise JudgementError.of("matrix_apart", group=tuple(first), rest=tuple(rest), a=first[0], b=rest[0])


def _shares(w: Array) -> Array:
    shares: Array = w / np.sum(w, axis=-1, keepdims=True)
    return shares


PRIORITIES: dict[str, Callable[[Array], Array]] = {
    "row_geometric_mean": row_geometric_mean,
    "eigenvector": eigenvector,
    "column_mean": column_mean,
}
"""The ways from judgements to priorities that a plan may name."""
