"""A DataFrame read strictly: every cell a finite number, every column with its direction, every name once."""

from collections.abc import Mapping
from math import isfinite
from typing import TYPE_CHECKING

from mcda.errors import Fault, Place, TableError, unknown
from mcda.model.figure import Figure, Standing

if TYPE_CHECKING:
    import pandas as pd

Read = tuple[tuple[str, ...], tuple[str, ...], dict[str, list[Figure]]]


def read_frame(frame: "pd.DataFrame", directions: Mapping[str, str], weights: Mapping[str, float] | None) -> Read:
    """Names of rows, names of columns, and the figures of each column. Raises TableError with every fault."""
    rows, names = tuple(map(str, frame.index)), tuple(map(str, frame.columns))
    faults = [Fault("name_twice", {"name": name}) for group in (rows, names) for name in _twice(group)]
    faults += [unknown("criterion", name, names) for name in directions if name not in names]
    faults += [
        Fault("direction_missing", {"name": name}) for name in names if directions.get(name) not in ("max", "min")
    ]
    if weights is not None:
        faults += [unknown("criterion", name, names) for name in weights if name not in names]
        faults += [Fault("weight_missing", {"name": name}) for name in names if name not in weights]
    if not rows or not names:
        faults.append(Fault("table_empty"))
    figures: dict[str, list[Figure]] = {name: [] for name in names}
    if not faults:
        for j, name in enumerate(names):
            for i, row in enumerate(rows):
                value, place = _number(frame.iat[i, j]), Place(key=f"{row}, {name}")
                if value is None or not isfinite(value):
                    faults.append(
                        Fault("cell_number", {"row": row, "column": name, "found": str(frame.iat[i, j])}, place)
                    )
                else:
                    figures[name].append(Figure(value, standing=Standing.JUDGEMENT, whose="from_frame", place=place))
    if faults:
        raise TableError(*faults)
    return rows, names, figures


def _twice(names: tuple[str, ...]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


def _number(cell: object) -> float | None:
    try:
        return None if isinstance(cell, bool | str) else float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
