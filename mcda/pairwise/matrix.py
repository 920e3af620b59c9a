"""A judgement matrix: entry (i, j) says how many times as important i is as j; NaN where nobody was asked."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from mcda.errors import Fault, JudgementError
from mcda.model.arrays import Array

ROUNDING = 0.005
"""How far a·a' may be from 1: 0.333 beside 3 is a rounded 1/3, 0.3 beside 3 is a contradiction."""


def from_pairs(names: Sequence[str], pairs: Mapping[tuple[str, str], float]) -> Array:
    """The matrix (n, n) of the pairs that were asked among `names`; the other half is the reciprocal."""
    at = {name: i for i, name in enumerate(names)}
    matrix = np.full((len(names), len(names)), np.nan)
    np.fill_diagonal(matrix, 1.0)
    for (a, b), value in pairs.items():
        if a in at and b in at:
            matrix[at[a], at[b]], matrix[at[b], at[a]] = value, 1.0 / value
    return matrix


def checked(matrix: ArrayLike, names: Sequence[str] | None = None) -> Array:
    """The matrix (…, n, n) in double precision, exactly reciprocal. NaN pairs stand for what was not asked.

    Raises JudgementError, naming the entry, if it is not square, not positive, not reciprocal within 0.5 %, or
    has anything but 1 on its diagonal. Rounded reciprocals (0.333 beside 3) are made exact.
    """
    try:
        array = np.array(matrix, dtype=float)
    except (TypeError, ValueError):
        raise JudgementError.of("matrix_numbers") from None
    if array.ndim < 2 or array.shape[-1] != array.shape[-2] or not array.shape[-1]:
        raise JudgementError.of("matrix_square", shape=" × ".join(map(str, array.shape)) or "0")
    called = list(names) if names is not None else [str(i + 1) for i in range(array.shape[-1])]
    _refuse(array, called, "matrix_positive", (array <= 0) | np.isinf(array))
    diagonal = np.eye(len(called), dtype=bool)
    _refuse(array, called, "matrix_diagonal", diagonal & (array != 1))
    mirrored = np.swapaxes(array, -1, -2)
    _refuse(array, called, "matrix_reciprocal", np.isnan(array) != np.isnan(mirrored))
    with np.errstate(invalid="ignore"):
        _refuse(array, called, "matrix_reciprocal", np.abs(array * mirrored - 1) > ROUNDING)
        exact: Array = np.sqrt(array / mirrored)
    return exact


def _refuse(array: Array, names: list[str], code: str, wrong: Array) -> None:
    if wrong.any():
        where = np.argwhere(wrong)
        *_, i, j = where[0]
        found, mirror = array[tuple(where[0])], array[(*where[0][:-2], j, i)]
        values = {"a": names[i], "b": names[j], "found": f"{found:g}", "mirror": f"{mirror:g}"}
        raise JudgementError(Fault(code, values))


def complete(matrix: Array) -> bool:
    """Whether every pair was asked."""
    return not np.isnan(matrix).any()


def parts(matrix: Array) -> list[list[int]]:
    """The groups of entries of one matrix (n, n) that comparisons join; more than one means a link is missing."""
    asked = ~np.isnan(matrix)
    left, found = set(range(len(matrix))), []
    while left:
        group, edge = set(), {min(left)}
        while edge:
            group |= edge
            edge = {int(j) for i in edge for j in np.flatnonzero(asked[i])} - group
        found.append(sorted(group))
        left -= group
    return found
