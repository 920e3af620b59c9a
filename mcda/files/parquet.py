"""Tables of options in Parquet: read by groups of rows, as they are needed; what is best, written back."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import IO, Any

import numpy as np

from mcda.errors import CaseError, Fault, Place, TableError, reason, unknown
from mcda.language import Message
from mcda.model import Array, Problem, remark
from mcda.ranking.large import Leaders, rank_large
from mcda.ranking.workers import extra

BLOCK = 1 << 20
"""Rows that are read together: small groups of rows are joined up to this, large ones can't be parted."""


def rank_file(
    problem: Problem,
    path: str | Path,
    top: int | None = None,
    id: str | None = None,
    weights: str | Mapping[str, float] | None = None,
    cluster: str | None = None,
    progress: Any = None,
) -> Leaders:
    """The best `top` options of a Parquet file, or all, by a problem's plan. A column per criterion, of that name and
    in its unit; column `id` names the options, or one that is called id, else they are called by their row, from 0.

    `cluster` is the address of a Dask cluster whose workers see the same file. Raises CaseError for a file that can't
    be read, TableError for columns that are missing or no numbers, and what `rank_large` raises.
    """
    columns = tuple(criterion.id for criterion in problem.criteria)
    table = _opened(Path(path).resolve(), str(path), (*columns, *([id] if id else [])))
    wrong = [Fault("column_numbers", {"column": name, "found": table.kinds[name]}) for name in table.strange(columns)]
    if wrong:
        raise TableError(*wrong).at(Place(table.name))
    try:
        found = rank_large(problem, table.figures(columns), top, weights, cluster, progress)
    except TableError as error:
        raise error.at(Place(table.name)) from None
    named = [id] if id else [name for name in table.kinds if name.lower() == "id" and name not in columns]
    if len(named) != 1:
        return found
    said = () if id else (remark("large_named", column=named[0]),)
    return replace(found, names=table.taken(named[0], found.rows), findings=(*found.findings, *said))


@dataclass(frozen=True)
class Parquet:
    """A Parquet file as its footer tells of it: `kinds` of the columns, and how many rows each group holds."""

    path: Path
    name: str
    kinds: Mapping[str, Any]
    groups: tuple[int, ...]

    def strange(self, columns: tuple[str, ...]) -> list[str]:
        """The columns that hold no numbers."""
        types = extra("pyarrow").types
        numeric = (types.is_integer, types.is_floating, types.is_decimal)
        return [name for name in columns if not any(fits(self.kinds[name]) for fits in numeric)]

    def figures(self, columns: tuple[str, ...]) -> Any:
        """The columns as a Dask array (m, n), which is read as it is needed."""
        array, delayed = extra("dask.array"), extra("dask").delayed
        read = delayed(_read, pure=False)
        blocks = [
            array.from_delayed(read(self, groups, columns), (rows, len(columns)), dtype=float)
            for groups, rows in self._blocks()
        ]
        return array.concatenate(blocks) if blocks else array.zeros((0, len(columns)))

    def _blocks(self) -> Iterator[tuple[list[int], int]]:
        """Groups to be read together, with their rows."""
        ends = np.cumsum(self.groups)
        filled = [g for g, rows in enumerate(self.groups) if rows]
        for _, together in groupby(filled, key=lambda g: (ends[g] - 1) // BLOCK):
            groups = list(together)
            yield groups, sum(self.groups[g] for g in groups)

    def taken(self, column: str, rows: Any) -> Any:
        """What stands in a column in these rows (k,), reading only the groups that hold them."""
        ends = np.cumsum(self.groups)
        group = np.searchsorted(ends, rows, side="right")
        found: Any = None
        with _readable(self) as file:
            for g in np.unique(group):
                here = np.flatnonzero(group == g)
                whole = file.read_row_group(int(g), columns=[column]).column(0)
                values = whole.take(rows[here] - (ends[g] - self.groups[g])).to_numpy()
                if found is None:
                    found = np.empty(len(rows), dtype=values.dtype)
                elif found.dtype != values.dtype:
                    found = found.astype(np.result_type(found, values))
                found[here] = values
        return found


def _opened(path: Path, name: str, wanted: tuple[str, ...]) -> Parquet:
    """The file, seen to have the columns wanted, each once. Raises CaseError or TableError."""
    with _readable(Parquet(path, name, {}, ())) as file:
        schema, footer = file.schema_arrow, file.metadata
        groups = tuple(footer.row_group(g).num_rows for g in range(footer.num_row_groups))
    faults = [unknown("column_of_file", column, tuple(schema.names)) for column in wanted if column not in schema.names]
    faults += [Fault("name_twice", {"name": column}) for column in wanted if schema.names.count(column) > 1]
    if faults:
        raise TableError(*faults).at(Place(name))
    return Parquet(path, name, dict(zip(schema.names, schema.types, strict=True)), groups)


def _read(table: Parquet, groups: list[int], columns: tuple[str, ...]) -> Array:
    """Groups of rows as an array (r, n) whose columns are contiguous; NaN where a figure is missing."""
    figures = np.empty((sum(table.groups[g] for g in groups), len(columns)), order="F")
    with _readable(table) as file:
        for j, column in enumerate(columns):
            figures[:, j] = file.read_row_groups(groups, columns=[column], use_threads=False).column(0).to_numpy()
    return figures


@contextmanager
def _readable(table: Parquet) -> Iterator[Any]:
    """The open file. Raises CaseError where it can't be read."""
    arrow = extra("pyarrow")
    try:
        with extra("pyarrow.parquet").ParquetFile(table.path) as file:
            yield file
    except arrow.ArrowInvalid:
        raise CaseError.of("table_unreadable", file=table.name, reason=Message("reason.parquet")) from None
    except OSError as error:
        why = reason(error) if error.errno else Message("reason.parquet")
        raise CaseError.of("table_unreadable", file=table.name, reason=why) from None


def write(leaders: Leaders, file: IO[bytes]) -> None:
    """Write names, ranks and scores as Parquet, the best first, with what they rest on in the schema's metadata."""
    arrow = extra("pyarrow")
    columns = {"alternative": leaders.names, "rank": leaders.ranks, "score": leaders.scores}
    about = {"mcda": json.dumps(leaders.about(), ensure_ascii=False)}
    table = arrow.table({name: arrow.array(values) for name, values in columns.items()}, metadata=about)
    extra("pyarrow.parquet").write_table(table, file)
