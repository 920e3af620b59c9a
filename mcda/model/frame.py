"""A DataFrame, or a bare matrix with names, read strictly: every cell a finite number, every name once, and for every
column a direction, and a weight where there are weights, by name or in the order of columns.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import Fault, Place, TableError, unknown
from mcda.model.figure import Figure, Standing

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Columns:
    """What was read: the names of rows and columns, the figures of each column, and its direction, weight and unit."""

    rows: tuple[str, ...]
    names: tuple[str, ...]
    figures: Mapping[str, list[Figure]]
    directions: Mapping[str, str]
    weights: Mapping[str, float] | None
    units: Mapping[str, str]


def read_frame(frame: Any, directions: Any, weights: Any = None, units: Any = None) -> Columns:
    """A DataFrame with what belongs to each of its columns, by name or in their order. Raises TableError with every
    fault.
    """
    rows, names = tuple(map(str, frame.index)), tuple(map(str, frame.columns))
    faults = [Fault("name_twice", {"name": name}) for group in (rows, names) for name in _twice(group)]
    if not rows or not names:
        faults.append(Fault("table_empty"))
    ways = {name: _direction(way) for name, way in _by_column("directions", directions, names, faults).items()}
    faults += [Fault("direction_missing", {"name": name}) for name in names if ways.get(name) is None]
    counted = None if weights is None else _by_column("weights", weights, names, faults)
    if counted is not None:
        faults += [Fault("weight_missing", {"name": name}) for name in names if name not in counted]
        wrong = [name for name, value in counted.items() if not _finite(value)]
        faults += [Fault("weight_number", {"name": name, "found": str(counted[name])}) for name in wrong]
    measured = {} if units is None else _by_column("units", units, names, faults)
    figures = {} if faults else _figures(frame, rows, names, faults)
    if faults:
        raise TableError(*faults)
    shares = None if counted is None else {name: float(counted[name]) for name in names}
    return Columns(
        rows, names, figures, {n: str(ways[n]) for n in names}, shares, {n: str(measured[n]) for n in measured}
    )


def as_frame(matrix: Any, alternatives: Iterable[str] | None, criteria: Iterable[str] | None) -> "pd.DataFrame":
    """A DataFrame as it is, or made of a matrix, with these names; a matrix without names has A1, A2, … and C1, C2, …

    Raises TableError for what is no matrix, and where there are more or fewer names than rows or columns.
    """
    import pandas as pd

    frame = matrix if isinstance(matrix, pd.DataFrame) else pd.DataFrame(_cells(matrix))
    faults: list[Fault] = []
    bare, (m, n) = frame is not matrix, frame.shape
    rows = _labels("alternatives", alternatives, [f"A{i + 1}" for i in range(m)] if bare else list(frame.index), faults)
    names = _labels("criteria", criteria, [f"C{j + 1}" for j in range(n)] if bare else list(frame.columns), faults)
    if faults:
        raise TableError(*faults)
    return frame.set_axis(rows, axis=0).set_axis(names, axis=1)


def _cells(matrix: Any) -> Any:
    """A matrix as cells of any kind (m, n)."""
    try:
        cells = np.asarray(matrix, dtype=object)
    except ValueError:  # rows of unequal shape
        raise TableError.of("matrix_shape") from None
    if cells.size and cells.ndim != 2:
        raise TableError.of("matrix_shape")
    return cells if cells.size else None


def _labels(what: str, given: Iterable[str] | None, known: list[str], faults: list[Fault]) -> list[str]:
    """The names given, or those known."""
    labels = known if given is None else list(given)
    if len(labels) != len(known):
        faults.append(Fault("count_differs", {"what": what, "given": len(labels), "count": len(known)}))
    return labels


def _by_column(what: str, given: Any, names: tuple[str, ...], faults: list[Fault]) -> dict[str, Any]:
    """What is given for each column: a mapping or a Series by name, anything else in the order of columns."""
    if hasattr(given, "keys"):
        found = {str(name): given[name] for name in given.keys()}  # noqa: SIM118 (a Series iterates over values)
        faults += [unknown("criterion", name, names) for name in found if name not in names]
        return found
    listed = [given] if isinstance(given, str) or not isinstance(given, Iterable) else list(given)
    if len(listed) != len(names):
        faults.append(Fault("count_differs", {"what": what, "given": len(listed), "count": len(names)}))
        return dict.fromkeys(names, listed[0]) if listed else dict.fromkeys(names)
    return dict(zip(names, listed, strict=True))


def _direction(given: Any) -> str | None:
    """The word max or min, from itself, from Python's own function of that name, or from what calls itself so."""
    if given is max or given is min:
        return "max" if given is max else "min"
    word = given if isinstance(given, str) else str(getattr(given, "name", "")).lower()
    return str(word) if word in ("max", "min") else None


def _figures(
    frame: "pd.DataFrame", rows: tuple[str, ...], names: tuple[str, ...], faults: list[Fault]
) -> dict[str, list[Figure]]:
    figures: dict[str, list[Figure]] = {name: [] for name in names}
    for j, name in enumerate(names):
        for i, row in enumerate(rows):
            cell, place = frame.iat[i, j], Place(key=f"{row}, {name}")
            if _finite(cell):
                figures[name].append(
                    Figure(float(cell), standing=Standing.JUDGEMENT, whose="from_frame", place=place)  # type: ignore[arg-type]
                )
            else:
                faults.append(Fault("cell_number", {"row": row, "column": name, "found": str(cell)}, place))
    return figures


def _twice(names: Sequence[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


def _finite(cell: object) -> bool:
    """Whether it is a number: neither a word nor a truth value, neither missing nor without end."""
    try:
        return not isinstance(cell, bool | str) and isfinite(float(cell))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
