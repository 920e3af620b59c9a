"""Workbooks as tests need them: ordinary ones by XlsxWriter, hostile ones by rewriting a part of the archive."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True)
class Percent:
    """A number that its cell shows as per cent."""

    value: float


@dataclass(frozen=True)
class Formula:
    """A formula with the value that was stored for it."""

    text: str
    stored: Any = None


Rows = Sequence[Sequence[Any]]


def made(
    path: Path, sheets: Mapping[str, Rows] | Rows, at: tuple[int, int] = (0, 0), merged: Sequence[str] = ()
) -> Path:
    """A workbook with these sheets, or with one called 方案; the first cell stands at row and column `at`."""
    named = sheets if isinstance(sheets, Mapping) else {"方案": sheets}
    with xlsxwriter.Workbook(path) as book:
        share, day = book.add_format({"num_format": "0%"}), book.add_format({"num_format": 'm"月"d"日"'})
        clock = book.add_format({"num_format": "hh:mm"})
        for name, rows in named.items():
            sheet = book.add_worksheet(name)
            for r, row in enumerate(rows, at[0]):
                for c, value in enumerate(row, at[1]):
                    match value:
                        case Percent():
                            sheet.write_number(r, c, value.value, share)
                        case Formula():
                            sheet.write_formula(r, c, value.text, None, value.stored)
                        case bool():
                            sheet.write_boolean(r, c, value)
                        case int() | float():
                            sheet.write_number(r, c, value)
                        case date():
                            sheet.write_datetime(r, c, value, day)
                        case time():
                            sheet.write_datetime(r, c, value, clock)
                        case str() if value:
                            sheet.write_string(r, c, value)
            for area in merged:
                first = area.partition(":")[0]
                sheet.merge_range(area, "")
                column, row = ord(first[0]) - 65, int(first[1:]) - 1
                sheet.write(first, rows[row - at[0]][column - at[1]])
    return path


def rewritten(path: Path, change: Callable[[bytes], bytes], part: str = SHEET, into: Path | None = None) -> Path:
    """The workbook with one part of its archive changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {info: archive.read(info) for info in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    target = into or path
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target
