"""What stands on a sheet, whatever the file it goes to: cells with their values, formulas and looks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, Literal

from mcda.spreadsheets.formulas import Area

Style = Literal[
    "title", "heading", "text", "wrapped", "asked", "strong", "faint", "small", "note", "warning", "number", "rounded",
    "share", "score", "rank",
]  # fmt: skip
Value = str | float | bool | None
Path = tuple[str | int, ...]


@dataclass(
    slots=True
)  # not frozen: there are hundreds of thousands, and a frozen one takes three times as long to make
class Cell:
    """One cell. A formula carries the value that it had when it was written. `path` is where an input stands in the
    case file: the cell can be typed over; `choices` is the range of what may be chosen. `inverted`: the file has 1 ÷
    the value. `fraction` shows 1/3 for 0.333…. `span` is over how many columns a text reaches. `least` refuses smaller
    numbers, and words; `prompt` is shown while the cell is chosen, `refusal` when something else was typed.
    """

    value: Value
    style: Style = "text"
    formula: str = ""
    path: Path = ()
    choices: str = ""
    inverted: bool = False
    fraction: bool = False
    span: int = 1
    least: float | None = None
    prompt: str = ""
    refusal: str = ""


@dataclass(frozen=True)
class Series:
    """Bars of a chart: the cell that names them, the names of the bars, and their values."""

    name: Area
    names: Area
    values: Area


@dataclass(frozen=True)
class Chart:
    """Bars lying down, the first on top; `stacked` puts the series end to end, `shares` of a whole that is 1. The axis
    begins at 0, but for `signed` bars.
    """

    title: str
    series: tuple[Series, ...]
    at: tuple[int, int]
    stacked: bool = False
    shares: bool = False
    signed: bool = False


Mark = Literal["bars", "first", "shades", "warning"]


@dataclass
class Sheet:
    """A sheet that is being filled. Rows and columns count from 0. `heads` are the first and the last row that print on
    every page; if nothing else is said, the one above what scrolls.
    """

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    freeze: tuple[int, int] = (0, 0)
    marks: list[tuple[Area, Mark]] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    names: dict[str, Area] = field(default_factory=dict)
    portrait: bool = False
    hidden: bool = False
    heads: tuple[int, int] | None = None

    def put(self, row: int, column: int, value: Value, style: Style = "text", **more: Any) -> Area:
        """Fill one cell; returns where it is."""
        self.cells[row, column] = Cell(value, style, **more)
        return Area(self.name, row, column, 1, 1)

    def line(self, row: int, values: Iterable[Value], style: Style = "text", column: int = 0) -> None:
        """Fill cells from left to right; None leaves one empty."""
        for k, value in enumerate(values):
            if value is not None:
                self.put(row, column + k, value, style)

    def area(self, row: int, column: int, rows: int, columns: int) -> Area:
        """A block of this sheet."""
        return Area(self.name, row, column, rows, columns)

    def block(self, row: int, column: int, values: Any, style: Style, formulas: Sequence[tuple[int, int, str]]) -> Area:
        """Fill a block with values (rows, columns) and the formulas of its entries; returns where it is."""
        said = {(i, j): text for i, j, text in formulas}
        rows, columns = len(values), len(values[0])
        for i in range(rows):
            for j in range(columns):
                self.put(row + i, column + j, plain(values[i][j]), style, formula=said.get((i, j), ""))
        return self.area(row, column, rows, columns)

    @property
    def size(self) -> tuple[int, int]:
        """How many rows and columns are in use."""
        rows, columns = zip(*self.cells, strict=True) if self.cells else ((-1,), (-1,))
        return max(rows) + 1, max(columns) + 1


def blocks(cells: Iterable[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Cells as rectangles: first row and column, last row and column."""
    rest, found = {*cells}, []
    for row, column in sorted(rest):
        if (row, column) in rest:
            last, right = row, column
            while (row, right + 1) in rest:
                right += 1
            while all((last + 1, k) in rest for k in range(column, right + 1)):
                last += 1
            found.append((row, column, last, right))
            rest -= {(i, k) for i in range(row, last + 1) for k in range(column, right + 1)}
    return found


def plain(value: Any) -> Value:
    """A number of numpy's as Python's own; what is not finite leaves the cell empty."""
    if value.__class__ is float and isfinite(value):
        return float(value)
    if isinstance(value, str | bool) or value is None:
        return value
    number = value.item() if hasattr(value, "item") else value
    if isinstance(number, bool):
        return number
    return None if number != number or number in (float("inf"), float("-inf")) else float(number)


def quoted(text: str) -> str:
    """A text inside a formula."""
    return '"' + text.replace('"', '""') + '"'
