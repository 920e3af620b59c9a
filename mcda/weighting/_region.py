"""All weights that statements allow, as a polytope: is there any, what are its facets, and where are its corners."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mcda.errors import JudgementError
from mcda.model.arrays import Array
from mcda.weighting._statements import Constraints

SLACK = 1e-9
"""Weights are told apart down to this."""


@dataclass(frozen=True)
class Region:
    """Weights w = `inside` + `basis` @ t with `rows` @ w ≤ `limits`, no row to spare, and `fixed` @ w the same
    throughout. d is the number of columns of `basis` (n, d); `corners` (d + 1, n) are there where it is a simplex.
    `low` and `high` (n,) are the ends of each weight.
    """

    inside: Array
    basis: Array
    fixed: Array
    rows: Array
    limits: Array
    corners: Array | None
    low: Array
    high: Array


def region(constraints: Constraints, n: int) -> Region:
    """The polytope of n weights. Raises JudgementError, naming statements that contradict each other."""
    rows, limits = _bounds(constraints, n, np.ones(len(constraints.of), dtype=bool))
    whole = np.ones((1, n))
    if _furthest(np.zeros(n), rows, limits, whole, np.ones(1)) is None:
        raise JudgementError.of("constraints_contradict", statements=contradiction(constraints, n))
    ends = [_furthest(-row, rows, limits, whole, np.ones(1)) for row in rows]
    points = np.array([point for point in ends if point is not None])
    tight = limits - np.sum(rows * points, axis=1) <= SLACK
    inside, fixed = points.mean(axis=0), np.concatenate([whole, rows[tight]])
    basis = _directions(fixed)
    loose = (~tight) & (np.abs(rows @ basis).max(axis=1, initial=0) > SLACK)
    kept = needed(rows[loose], limits[loose], fixed, fixed @ inside)
    facets, stops = rows[loose][kept], limits[loose][kept]
    sides = [[_furthest(sign * unit, rows, limits, whole, np.ones(1)) for unit in np.eye(n)] for sign in (-1, 1)]
    low, high = (np.clip([p[j] for j, p in enumerate(side) if p is not None], 0, 1) for side in sides)
    return Region(inside, basis, fixed, facets, stops, corners(inside, basis, facets, stops), low, high)


def _bounds(constraints: Constraints, n: int, taken: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Rows and limits of the constraints that are taken, and of w ≥ 0; each row of length 1."""
    rows = np.concatenate([constraints.rows.reshape(-1, n)[taken], -np.eye(n)])
    length = np.linalg.norm(rows, axis=1)
    return rows / length[:, None], np.concatenate([constraints.limits[taken], np.zeros(n)]) / length


def contradiction(constraints: Constraints, n: int) -> tuple[str, ...]:
    """Statements that can't hold together, though any of them left out would leave the others possible.

    Each is left out in turn, for good if the rest still contradicts itself (deletion filter; Chinneck & Dravnieks
    1991).
    """
    kept = list(range(len(constraints.statements)))
    of = np.array(constraints.of)
    for k in list(kept):
        without = np.isin(of, [other for other in kept if other != k])
        if _furthest(np.zeros(n), *_bounds(constraints, n, without), np.ones((1, n)), np.ones(1)) is None:
            kept.remove(k)
    return tuple(constraints.statements[k] for k in kept)


def needed(rows: Array, limits: Array, fixed: Array, values: Array) -> list[int]:
    """The rows that bound the weights with `fixed` @ w = `values`: a row is to spare if no weights that meet the others
    break it.
    """
    kept = list(range(len(rows)))
    for k in range(len(rows)):
        others = [other for other in kept if other != k]
        fence, stops = np.concatenate([rows[others], rows[[k]]]), np.append(limits[others], limits[k] + 1)
        furthest = _furthest(rows[k], fence, stops, fixed, values)
        if furthest is not None and rows[k] @ furthest <= limits[k] + SLACK:
            kept.remove(k)
    return kept


def corners(inside: Array, basis: Array, rows: Array, limits: Array) -> Array | None:
    """The corners (d + 1, n) where d + 1 rows enclose a simplex; else None."""
    d = basis.shape[1]
    if d == 0:
        return inside[None]
    if len(rows) != d + 1:
        return None
    found = []
    for left in range(d + 1):
        others = np.delete(np.arange(d + 1), left)
        matrix = rows[others] @ basis
        if np.linalg.cond(matrix) > 1e12:
            return None
        corner = inside + basis @ np.linalg.solve(matrix, limits[others] - rows[others] @ inside)
        if rows[left] @ corner >= limits[left] - SLACK:
            return None
        found.append(corner)
    return np.array(found)


def _directions(rows: Array) -> Array:
    """An orthonormal basis (n, d) of the directions along which no row changes."""
    _, size, turned = np.linalg.svd(rows)
    rank = int(np.sum(size > 1e-10 * size[0]))
    basis: Array = turned[rank:].T
    return basis


def _furthest(way: Array, rows: Array, limits: Array, fixed: Array, values: Array) -> Array | None:
    """The w with `rows` @ w ≤ `limits` and `fixed` @ w = `values` that goes furthest in a direction (n,), by HiGHS;
    None if there is none.
    """
    from scipy.optimize import linprog

    found = linprog(-way, A_ub=rows, b_ub=limits, A_eq=fixed, b_eq=values, bounds=(None, None), method="highs")
    return None if found.x is None else np.asarray(found.x)
