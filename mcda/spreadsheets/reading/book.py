"""A file → its sheets: values by row and column, and the marks that stand beside them."""

import os
import zipfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mcda.errors import Place
from mcda.spreadsheets.reading import ods, xls, xlsx
from mcda.spreadsheets.reading.encodings import table_of_text
from mcda.spreadsheets.reading.guard import BROKEN, Kind, kind_of, refused
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.marks import Marks, address

SHEETS = 200


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows` begin at A1; an empty cell is "". A text file has a single sheet, without a name. `commas`:
    a comma may stand for a decimal point here.
    """

    file: str
    name: str
    rows: Sequence[Sequence[Any]]
    marks: Marks = field(default_factory=Marks)
    commas: bool = False

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands."""
        return Place(self.file, sheet=self.name, cell=address(row, column))

    def filled(self, row: int, column: int) -> bool:
        """Whether there is anything in a cell: a text of spaces is nothing, an error is something."""
        value = self.rows[row][column]
        if value == "" or (isinstance(value, str) and not value.strip()):
            return (row, column) in self.marks.errors or (row, column) in self.marks.uncomputed
        return True


@dataclass(frozen=True)
class Book:
    """A workbook, or a text file. Sheets that are hidden aren't read: `hidden` names them."""

    file: str
    kind: Kind
    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()


def read_book(path: Path, also: Collection[str] = ()) -> Book:
    """What a file holds, whatever its name says that it is; of hidden sheets those that `also` names.

    Raises SheetError, with one fault, for what is refused, and CaseError where there is nothing to open.
    """
    kind = kind_of(path)
    if kind == "text":
        rows, commas, guesses = table_of_text(path.read_bytes(), path.name)
        return Book(path.name, kind, (Sheet(path.name, "", rows, commas=commas),), guesses=guesses)
    marks = _marks(path, kind, also)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    sheets: list[Sheet] = []
    hidden: list[str] = []
    try:
        with _unheard(), path.open("rb") as stream, CalamineWorkbook.from_filelike(stream) as book:
            for k, said in enumerate(book.sheets_metadata):
                known = marks.get(said.name) if isinstance(marks, dict) else (marks[k] if k < len(marks) else None)
                if known is None:  # a sheet that is a chart, or macros
                    continue
                if said.visible != SheetVisibleEnum.Visible and said.name not in also:
                    hidden.append(said.name)
                    continue
                sheets.append(_sheet(book.get_sheet_by_index(k), path.name, said.name, known))
    except PasswordError:
        raise refused("workbook_password", path.name) from None
    except (CalamineError, *BROKEN):
        raise refused("workbook_damaged", path.name) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # Rust's own, which is no Exception
            raise
        raise refused("workbook_damaged", path.name) from None
    return Book(path.name, kind, tuple(sheets), tuple(hidden))


@contextmanager
def _unheard() -> Iterator[None]:
    """What Rust writes to standard error when it gives up on a damaged file is not for the reader: we say it better."""
    try:
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # nobody listens anyway
        yield
        return
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _sheet(sheet: Any, file: str, name: str, marks: Marks) -> Sheet:
    merged = sheet.merged_cell_ranges
    marks.merged += merged or []
    rows = sheet.to_python(skip_empty_area=False)  # else addresses shift where a table begins at C5
    width, height = (len(rows[0]) if rows else 0), len(rows)
    for row, column in (*marks.errors, *marks.uncomputed):
        width, height = max(width, column + 1), max(height, row + 1)
    if rows and len(rows[0]) < width:  # what calamine drops at the right edge: errors and formulas without a value
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
    rows += [[""] * width for _ in range(height - len(rows))]
    return Sheet(file, name, rows, marks)


def _marks(path: Path, kind: Kind, also: Collection[str]) -> dict[str, Marks] | list[Marks]:
    """The marks of every sheet that is read, by its name or in its order; limits are kept before any reader of values
    begins.
    """
    if kind == "xls":
        return xls.marked(path.read_bytes(), path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            if kind == "ods":
                return ods.marked(archive.read("content.xml"), path.name)
            parts = xlsx.parts(archive, path.name)
            if len(parts) > SHEETS:
                raise refused("workbook_sheets", path.name, limit=SHEETS)
            percents = xlsx.percent_styles(archive, path.name)
            read = [not part.hidden or part.sheet in also for part in parts]
            marks = {
                part.sheet: xlsx.marked(archive, part, percents, path.name) if meant else Marks()
                for part, meant in zip(parts, read, strict=True)
            }
    except BROKEN:
        raise refused("workbook_damaged", path.name) from None
    if len(marks) < len(parts):
        raise refused("workbook_damaged", path.name)
    return marks
