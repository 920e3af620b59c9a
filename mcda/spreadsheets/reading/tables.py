"""The tables on a sheet, wherever they begin: areas parted by empty rows and columns, without titles above and notes
below.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from mcda.errors import Place
from mcda.spreadsheets.reading.book import Sheet
from mcda.spreadsheets.reading.marks import address
from mcda.spreadsheets.reading.numerals import read_numeral
from mcda.spreadsheets.reading.units_of_cells import unit_behind
from mcda.spreadsheets.reading.vocabulary import ABOUT_THE_TABLE, FOOTNOTE

LOOKED_AT = 60
"""How many rows of a long table are looked at to tell what kind of table it is."""


@dataclass(frozen=True)
class Table:
    """A rectangle of a sheet, its rows and columns counted from 0; `turned` shows rows as columns. `title` is what
    stood alone in a row above it, `notes` what stood alone under it or is about the table, each with its cell. `head`
    is the row of the sheet's area that comes first here: weights and directions may stand above the headings.
    """

    sheet: Sheet
    top: int
    left: int
    bottom: int
    right: int
    turned: bool = False
    title: str = ""
    notes: tuple[tuple[str, Place], ...] = field(default=(), compare=False)
    head: int = 0

    @cached_property
    def rows(self) -> Sequence[Sequence[Any]]:
        """The values."""
        cut = [row[self.left : self.right + 1] for row in self.sheet.rows[self.top : self.bottom + 1]]
        cut.insert(0, cut.pop(self.head))
        return list(zip(*cut, strict=True)) if self.turned else cut

    @cached_property
    def covered(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each cell of a merged area but the first: which one is the first."""
        found = {}
        for (top, left), (bottom, right) in self.sheet.marks.merged:
            if top > self.bottom or bottom < self.top or left > self.right or right < self.left:
                continue
            for row in range(max(top, self.top), min(bottom, self.bottom) + 1):
                for column in range(max(left, self.left), min(right, self.right) + 1):
                    if (row, column) != (top, left):
                        found[self._at(row, column)] = self._at(max(top, self.top), max(left, self.left))
        return found

    @cached_property
    def percents(self) -> set[tuple[int, int]]:
        """The cells that show a share as per cent."""
        return {self._at(*at) for at in self.sheet.marks.percents}

    def _at(self, row: int, column: int) -> tuple[int, int]:
        i, j = row - self.top, column - self.left
        i = 0 if i == self.head else i + 1 if i < self.head else i
        return (j, i) if self.turned else (i, j)

    def of_sheet(self, i: int, j: int) -> tuple[int, int]:
        """Row and column on the sheet of what stands at (i, j)."""
        i, j = (j, i) if self.turned else (i, j)
        i = self.head if i == 0 else i - 1 if i <= self.head else i
        return self.top + i, self.left + j

    def cell(self, i: int, j: int) -> str:
        """The address of what stands at (i, j)."""
        return address(*self.of_sheet(i, j))

    def place(self, i: int, j: int) -> Place:
        """Where (i, j) stands."""
        return self.sheet.place(*self.of_sheet(i, j))

    def filled(self, i: int, j: int) -> bool:
        """Whether there is anything at (i, j)."""
        return self.sheet.filled(*self.of_sheet(i, j))

    def text(self, i: int, j: int) -> str:
        """What stands at (i, j) as a heading: a merged area says it in all its cells."""
        value = self.rows[i][j]
        if value == "" and (i, j) in self.covered:
            row, column = self.covered[i, j]
            value = self.rows[row][column]
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return " ".join(str(value).split())

    def numeric(self, i: int, j: int) -> bool:
        """Whether a figure can be read at (i, j), or there is an error where one belongs."""
        at, value = self.of_sheet(i, j), self.rows[i][j]
        if at in self.sheet.marks.errors or at in self.sheet.marks.uncomputed:
            return True
        if isinstance(value, float | int) and not isinstance(value, bool):
            return True
        return isinstance(value, str) and _number(self.sheet, value)

    def figure(self, i: int, j: int) -> bool:
        """Whether there is a figure at (i, j), if only one with its unit behind it."""
        return self.numeric(i, j) or bool(unit_behind(self.rows[i][j]))

    def turn(self) -> "Table":
        """The same table, with rows for columns."""
        return replace(self, turned=not self.turned)

    @property
    def area(self) -> str:
        """From its first to its last cell."""
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"


def _number(sheet: Sheet, value: Any) -> bool:
    """Whether a value is read as a figure, be commas decimal points or not."""
    return any(read_numeral(value, comma).kind in ("number", "range") for comma in (None, True)[: 1 + sheet.commas])


def _figure(sheet: Sheet, value: Any) -> bool:
    return _number(sheet, value) or bool(unit_behind(value))


def tables(sheet: Sheet) -> list[Table]:
    """The tables of a sheet, from the top down, each with at least two rows and two columns."""
    spans = [
        [k for k, value in enumerate(row) if value != "" and (value.__class__ is not str or not value.isspace())]
        for row in sheet.rows
    ]
    for row, column in (*sheet.marks.errors, *sheet.marks.uncomputed):
        if column not in spans[row]:
            spans[row] = sorted([*spans[row], column])
    found = [table for band in _bands(sheet, spans) for table in _side_by_side(sheet, spans, band)]
    return [table for table in found if table.bottom > table.top and table.right > table.left]


def _bands(sheet: Sheet, spans: list[list[int]]) -> list[tuple[int, int]]:
    """Runs of rows with something in them. A single empty row inside a table doesn't end it: what follows begins with
    figures in the same columns, and with names where the corner was left empty.
    """
    bands: list[tuple[int, int]] = []
    for row, span in enumerate(spans):
        if not span:
            continue
        if bands and (row == bands[-1][1] + 1 or (row == bands[-1][1] + 2 and _goes_on(sheet, spans, bands[-1], row))):
            bands[-1] = (bands[-1][0], row)
        else:
            bands.append((row, row))
    return bands


def _goes_on(sheet: Sheet, spans: list[list[int]], band: tuple[int, int], row: int) -> bool:
    before, span = [k for i in range(*band) for k in spans[i]] + spans[band[1]], spans[row]
    if len(span) < 2 or span[0] < min(before) - 1 or span[-1] > max(before) or len(spans[band[1]]) < 2:
        return False
    figures = [k for k in span[1:] if _figure(sheet, sheet.rows[row][k])]
    return len(figures) * 2 >= len(span) - 1


def _side_by_side(sheet: Sheet, spans: list[list[int]], band: tuple[int, int]) -> list[Table]:
    """The tables that stand beside each other in a band: an empty column parts them where names follow it."""
    used = sorted({k for i in range(band[0], band[1] + 1) for k in spans[i]})
    groups = [[used[0]]]
    for column in used[1:]:
        if column > groups[-1][-1] + 1 and _names(sheet, spans, band, column):
            groups.append([])
        groups[-1].append(column)
    return [table for group in groups if (table := _trimmed(sheet, spans, band, group[0], group[-1]))]


def _names(sheet: Sheet, spans: list[list[int]], band: tuple[int, int], column: int) -> bool:
    """Whether a column behind an empty one holds names, with figures beside them: another table begins."""
    below = [i for i in range(band[0] + 1, min(band[1], band[0] + LOOKED_AT) + 1) if column in spans[i]]
    texts = [i for i in below if read_numeral(sheet.rows[i][column], None).kind == "error"]
    texts = [i for i in texts if not _figure(sheet, sheet.rows[i][column])]
    beside = [i for i in texts if column + 1 in spans[i]]
    return len(beside) > 1 and len(texts) * 2 > len(below)


def _any_figure(sheet: Sheet, row: int, span: list[int]) -> bool:
    return len(span) > 1 and any(_figure(sheet, sheet.rows[row][k]) for k in span[1:])


def _about(sheet: Sheet, row: int, span: list[int]) -> bool:
    """Whether a row says who filled the table in, in which unit, and the like, beside a title at most."""
    said = sum(bool(ABOUT_THE_TABLE.match(str(sheet.rows[row][k]).strip())) for k in span)
    return said > 0 and len(span) - said <= 1


def _footnote(sheet: Sheet, row: int, span: list[int]) -> bool:
    """Whether a row is a note in several cells."""
    return bool(FOOTNOTE.match(str(sheet.rows[row][span[0]]).strip())) and not _any_figure(sheet, row, span)


def _said(sheet: Sheet, row: int, span: list[int]) -> list[tuple[str, Place]]:
    """The notes in the cells of a row; a footnote in several is one."""
    texts = [str(sheet.rows[row][k]) for k in span]
    if len(span) > 1 and _footnote(sheet, row, span):
        return [(f"{texts[0].rstrip(':： ')}：{' '.join(texts[1:])}", sheet.place(row, span[0]))]
    return [(text, sheet.place(row, k)) for text, k in zip(texts, span, strict=True)]


def _trimmed(sheet: Sheet, spans: list[list[int]], band: tuple[int, int], left: int, right: int) -> Table | None:
    """The table without rows that hold a single cell, or only what is about the table, above and below: a title, and
    notes. Right above figures a single cell is a heading.
    """
    rows = [(i, [k for k in spans[i] if left <= k <= right]) for i in range(band[0], band[1] + 1)]
    rows = [(i, span) for i, span in rows if span]
    titles: list[str] = []
    notes: list[tuple[str, Place]] = []
    while rows and (len(rows[0][1]) == 1 or _about(sheet, *rows[0])):
        if len(rows) > 1 and _any_figure(sheet, *rows[1]):
            break
        i, span = rows.pop(0)
        about = [k for k in span if _about(sheet, i, [k])]
        notes += _said(sheet, i, about)
        titles += [str(sheet.rows[i][k]) for k in span if k not in about]
    above = len(notes)
    while rows and (len(rows[-1][1]) == 1 or _about(sheet, *rows[-1]) or _footnote(sheet, *rows[-1])):
        notes[above:above] = _said(sheet, *rows.pop())
    if not rows:
        return None
    used = [k for _, span in rows for k in span]
    return Table(sheet, rows[0][0], min(used), rows[-1][0], max(used), title=" ".join(titles), notes=tuple(notes))
