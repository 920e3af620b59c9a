"""Sheets → a folder of .csv files, values only, for programs that read no workbook."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from mcda.errors import CaseError, reason
from mcda.spreadsheets.writing.sheet import Sheet, Value

TAKEN = "=+-@\t\r"
"""What a spreadsheet takes for a formula at the beginning of a text; such a text gets a mark in front (OWASP)."""


def write(sheets: Sequence[Sheet], folder: Path) -> None:
    """One file per visible sheet, named after it; files of that name are replaced. Raises CaseError."""
    try:
        folder.mkdir(exist_ok=True)
        for sheet in sheets:
            if not sheet.hidden:
                part = folder / f".{sheet.name}.csv.part"
                part.write_text(_table(sheet), encoding="utf-8-sig", newline="")
                part.replace(folder / f"{sheet.name}.csv")
    except OSError as error:
        raise CaseError.of("file_unwritable", file=str(folder), reason=reason(error)) from None


def _table(sheet: Sheet) -> str:
    rows, columns = sheet.size
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for i in range(rows):
        cells = [sheet.cells.get((i, j)) for j in range(columns)]
        writer.writerow([_said(cell.value) if cell else "" for cell in cells])
    return text.getvalue()


def _said(value: Value) -> str:
    """A cell as text; numbers keep every digit, and a text that begins like a formula is marked as text."""
    if isinstance(value, str):
        return f"'{value}" if value[:1] and value[:1] in TAKEN else value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return "" if value is None else str(value)
