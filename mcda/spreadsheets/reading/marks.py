"""What a reader of values doesn't tell of a sheet: errors, formulas never calculated, percent formats, what is hidden.

Addresses are (row, column) from 0. A reader that turns an error cell into an empty one is only safe beside these.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from mcda.spreadsheets.formulas import address as absolute
from mcda.spreadsheets.reading.guard import refused

Address = tuple[int, int]
ROWS, COLUMNS, CELLS = 100_000, 1_000, 2_000_000
"""The most that a sheet may hold. Readers keep whole rectangles: one stray cell in a far corner fills the memory."""


@dataclass
class Marks:
    """What is known of the cells of one sheet. `merged` holds first and last address of each merged area; a formula in
    `texts` was calculated, and gave a text of no characters. `formulas` are all of them.
    """

    errors: dict[Address, str] = field(default_factory=dict)
    uncomputed: set[Address] = field(default_factory=set)
    texts: set[Address] = field(default_factory=set)
    formulas: set[Address] = field(default_factory=set)
    percents: set[Address] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[Address, Address]] = field(default_factory=list)


def column_of(name: str) -> int:
    """A, B … AA as a column from 0."""
    column = 0
    for letter in name.upper():
        column = column * 26 + ord(letter) - 64
    return column - 1


@cache
def _letters(column: int) -> str:
    return absolute(0, column)[1:-2]


def address(row: int, column: int) -> str:
    """Row and column from 0 as A1."""
    return f"{_letters(column)}{row + 1}"


def beyond(rows: int, columns: int) -> bool:
    """Whether so many rows and columns are more than is read."""
    return rows > ROWS or columns > COLUMNS or rows * columns > CELLS


def bounded(file: str, sheet: str, rows: int, columns: int, cells: int = 0) -> None:
    """Refuse a sheet whose last filled row or column, or whose count of cells, is beyond what is read."""
    if beyond(rows, columns) or cells > CELLS:
        far = address(max(rows, 1) - 1, max(columns, 1) - 1)
        raise refused("workbook_cells", file, sheet=sheet, cell=far, rows=ROWS, columns=COLUMNS, cells=CELLS)


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as runs without gaps, first and last."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
