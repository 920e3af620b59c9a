"""Figures of a large table that no method may use: missing, not finite, outside a declared range, no level."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np

from mcda.errors import Fault
from mcda.model import Array, Criterion, Need, Table


def usable(criteria: tuple[Criterion, ...], corners: Table) -> bool:
    """Whether every figure may be used, by the smallest and the largest of each criterion."""
    low, high = corners.shown
    least, most = np.array([_bounds(c) for c in criteria]).T
    finite = np.isfinite(corners.values).all() and np.isfinite(corners.shown).all()
    return bool(finite and (low >= least).all() and (high <= most).all())


def unusable(criteria: tuple[Criterion, ...], table: Any) -> list[Fault]:
    """What is wrong with the figures of each criterion: in how many rows, and in which first."""
    counts: dict[tuple[int, str], int] = defaultdict(int)
    firsts: dict[tuple[int, str], int] = {}
    for part in table.parts(partial(_counted, criteria)):
        for key, (count, row) in part.items():
            counts[key] += count
            firsts.setdefault(key, row)
    faults = []
    for (j, code), count in sorted(counts.items()):
        low, high = _bounds(criteria[j])
        said = {"criterion": criteria[j].id, "count": f"{count:,}", "row": f"{firsts[j, code]:,}"}
        faults.append(Fault(code, {**said, "low": f"{low:g}", "high": f"{high:g}"}))
    return faults


def _counted(criteria: tuple[Criterion, ...], figures: Array, start: int) -> dict[tuple[int, str], tuple[int, int]]:
    """How many rows of a part are wrong under each criterion and in which way, and the first of them."""
    found = {}
    for j, criterion in enumerate(criteria):
        for code, wrong in _wrong(criterion, figures[:, j]):
            if wrong.any():
                found[j, code] = int(np.count_nonzero(wrong)), start + int(np.argmax(wrong))
    return found


def _wrong(criterion: Criterion, column: Array) -> Iterator[tuple[str, Any]]:
    low, high = _bounds(criterion)
    finite = np.isfinite(column)
    outside = (column < low) | (column > high)
    yield "large_missing", ~finite
    if criterion.scale.kind is Need.ORDER:
        yield "large_level", finite & (outside | (column != np.rint(column)))
    else:
        yield "large_outside", finite & outside


def _bounds(criterion: Criterion) -> tuple[float, float]:
    """Between what figures of a criterion lie: its declared range, else its levels, else anything."""
    if criterion.range is not None:
        return criterion.range
    levels = criterion.scale.levels
    return (levels[0].key, levels[-1].key) if levels else (-np.inf, np.inf)
