"""Sheets beside somebody's own: their .xlsx file with every part as it is, and ours added.

No library that reads a workbook writes all of it back. So theirs is not read: its parts are copied byte for byte, and
three lists in it learn of the new sheets.
"""

import re
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from mcda.errors import CaseError, Place, SheetError, reason
from mcda.spreadsheets.formulas import address
from mcda.spreadsheets.reading.guard import kind_of
from mcda.spreadsheets.writing.sheet import Cell, Sheet

BOOK, LINKS, KINDS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_into(source: Path, target: Path, sheets: Sequence[Sheet]) -> list[str]:
    """Copy a workbook and put sheets behind its own; returns what they are called there. Raises SheetError for a file
    that can't be kept whole, and CaseError where the copy can't be written. The source is never changed.
    """
    if kind_of(source) != "xlsx":
        raise SheetError.of("into_kind", Place(source.name))
    if target.exists() and target.resolve() == source.resolve():
        raise SheetError.of("into_itself", Place(source.name))
    with zipfile.ZipFile(source) as theirs:
        changed, names = _added(theirs, source.name, sheets)
        try:
            with tempfile.NamedTemporaryFile(dir=target.resolve().parent, delete=False) as file:
                part = Path(file.name)
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as ours:
                    for entry in theirs.infolist():
                        ours.writestr(
                            entry, changed.pop(entry.filename) if entry.filename in changed else theirs.read(entry)
                        )
                    for name, text in changed.items():
                        ours.writestr(name, text)
            part.chmod(0o644)
            part.replace(target.resolve())
        except PermissionError:
            raise CaseError.of("file_open_elsewhere", file=str(target)) from None
        except OSError as error:
            raise CaseError.of("file_unwritable", file=str(target), reason=reason(error)) from None
    return names


def _added(theirs: zipfile.ZipFile, name: str, sheets: Sequence[Sheet]) -> tuple[dict[str, bytes], list[str]]:
    """The parts that change or are new, and the names of the new sheets."""
    parts = set(theirs.namelist())
    if any(part.startswith("_xmlsignatures/") for part in parts):
        raise SheetError.of("into_signed", Place(name))
    try:
        book, links, kinds = (theirs.read(part).decode("utf-8-sig") for part in (BOOK, LINKS, KINDS))
    except (KeyError, UnicodeDecodeError):
        raise SheetError.of("into_shape", Place(name)) from None
    if re.search(r"<(\w+:)?workbookProtection\b[^>]*lockStructure=\"(1|true)\"", book):
        raise SheetError.of("into_protected", Place(name))
    opened = re.search(r"</(\w+:)?sheets>", book)
    if opened is None or "</Relationships>" not in links or "</Types>" not in kinds or f'"{MAIN}"' not in book:
        raise SheetError.of("into_shape", Place(name))
    prefix = opened.group(1) or ""
    taken = [found.casefold() for found in re.findall(r"<(?:\w+:)?sheet\b[^>]*?\bname=\"([^\"]*)\"", book)]
    number = max([int(found) for found in re.findall(r"\bsheetId=\"(\d+)\"", book)], default=0)
    new: dict[str, bytes] = {}
    names, listed, linked, typed = [], "", "", ""
    for k, sheet in enumerate(sheets):
        called = _unlike(sheet.name, taken)
        names.append(called)
        taken.append(called.casefold())
        file = _free(parts | {*new}, "xl/worksheets/mcda{}.xml")
        link = f"rIdMcda{number + k + 1}"
        new[file] = _xml(sheet).encode()
        listed += f'<{prefix}sheet name={quoteattr(called)} sheetId="{number + k + 1}" '
        listed += f'xmlns:mcda="{DOCUMENT}" mcda:id="{link}"/>'
        linked += f'<Relationship Id="{link}" Type="{DOCUMENT}/worksheet" Target="{file.removeprefix("xl/")}"/>'
        typed += f'<Override PartName="/{file}" ContentType="{SHEET}"/>'
    new[BOOK] = (book[: opened.start()] + listed + book[opened.start() :]).encode()
    new[LINKS] = links.replace("</Relationships>", f"{linked}</Relationships>").encode()
    new[KINDS] = kinds.replace("</Types>", f"{typed}</Types>").encode()
    return new, names


def _unlike(name: str, taken: Sequence[str]) -> str:
    """A name that no sheet bears yet."""
    tried = (name, *(f"{name} {k}" for k in range(2, 1000)))
    return next(called for called in tried if called.casefold() not in taken)


def _free(parts: set[str], pattern: str) -> str:
    return next(part for k in range(1, 1000) if (part := pattern.format(k)) not in parts)


def _xml(sheet: Sheet) -> str:
    """A sheet of texts and numbers; a text stands in its own cell, so that their list of texts stays as it is."""
    widths = "".join(
        f'<col min="{column + 1}" max="{column + 1}" width="{width}" customWidth="1"/>'
        for column, width in sorted(sheet.widths.items())
    )
    rows: dict[int, str] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        rows[row] = rows.get(row, "") + _cell(cell, address(row, column).replace("$", ""))
    body = "".join(f'<row r="{row + 1}">{cells}</row>' for row, cells in rows.items())
    columns = f"<cols>{widths}</cols>" if widths else ""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    page = '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    return f'{head}<worksheet xmlns="{MAIN}">{fit}{columns}<sheetData>{body}</sheetData>{page}</worksheet>'


def _cell(cell: Cell, at: str) -> str:
    if isinstance(cell.value, str):
        text = escape(_NEVER.sub("\ufffd", cell.value))
        return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' if text else ""
    return "" if cell.value is None else f'<c r="{at}"><v>{float(cell.value)!r}</v></c>'
