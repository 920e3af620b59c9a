"""What was changed in a workbook of ours where nothing is read: it is asked about, so that nothing is lost unseen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mcda.spreadsheets.reading.book import Sheet
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.headings import clean
from mcda.spreadsheets.reading.marks import Address

SAME = 1e-12
"""Programs keep 15 digits: a typed number returns exactly, a calculated one to 5e-15."""


def at(sheet: Sheet, row: int, column: int) -> Any:
    """What stands in a cell; "" beyond the last."""
    return sheet.rows[row][column] if row < len(sheet.rows) and column < len(sheet.rows[row]) else ""


def same(before: Any, after: Any) -> bool:
    """Whether a cell says what it did; a cell that said nothing is None before, and "" after."""
    if isinstance(before, bool) or isinstance(after, bool):
        return before is after
    if before is None:
        return bool(after == "")
    if isinstance(before, int | float) and isinstance(after, int | float):
        return abs(before - after) <= SAME * max(abs(before), abs(after))
    return bool(before == after)


def seen(found: Any) -> str:
    """What stands in a cell, short enough for a message."""
    return f"{found:.15g}" if isinstance(found, float) else clean(str(found))[:60] or "—"


def changed(sheets: Mapping[str, Sheet], shown: Iterable[Sequence[Any]]) -> Iterator[Guess]:
    """What is only shown and says something else than it did: a label, a unit, a direction, a note."""
    for name, row, column, before in shown:
        if name in sheets and not same(before, found := at(sheets[name], row, column)):
            yield Guess("unread", {"before": seen(before), "after": seen(found)}, sheets[name].place(row, column))


def added(sheets: Iterable[Sheet], known: Mapping[str, set[Address]]) -> Iterator[Guess]:
    """What stands in cells that were empty: a note, or a row of one's own."""
    for sheet in sheets:
        for row, line in enumerate(sheet.rows):
            for column, found in enumerate(line):
                if found != "" and (row, column) not in known[sheet.name]:
                    yield Guess("unread", {"before": "—", "after": seen(found)}, sheet.place(row, column))


def replaced(sheets: Mapping[str, Sheet], formulas: Mapping[str, set[Address]]) -> Iterator[Guess]:
    """Cells that held a formula and hold none any more. How it is written, and what it gives, is up to programs."""
    for name, cells in formulas.items():
        for row, column in sorted(cells - sheets[name].marks.formulas if name in sheets else ()):
            found = seen(at(sheets[name], row, column))
            yield Guess("calculated", {"found": found}, sheets[name].place(row, column))
