"""What stands in the XML of an ods workbook beside the values: how far sheets reach, errors, percent formats.

Rows and cells are written once with the number of times that they repeat: that number is what fills a memory.
"""

import re
from collections.abc import Iterator

from mcda.spreadsheets.reading.guard import pieces, refused, sound
from mcda.spreadsheets.reading.marks import Marks, bounded

_ATTRIBUTES = rb"""((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>"""
_TABLE = re.compile(rb"<table:table(?=[\s>])" + _ATTRIBUTES)
_ROW = re.compile(rb"<table:table-row(?=[\s/>])" + _ATTRIBUTES)
_CELL = re.compile(rb"<table:(covered-)?table-cell(?=[\s/>])" + _ATTRIBUTES)
_COLUMN = re.compile(rb"<table:table-column(?=[\s/>])" + _ATTRIBUTES)
_TEXT = re.compile(rb"<text:p[^>]*>([^<]*)")
_FILLED = re.compile(rb"office:value|<text:|office:(?:date|time|boolean|string)-value|table:formula")
_ERROR = re.compile(rb"""calcext:value-type\s*=\s*["']error""")
_WRITTEN = re.compile(rb"#(?:DIV/0!|N/A|VALUE!|REF!|NAME\?|NUM!|NULL!)|Err:\d")
_SHARE = re.compile(rb"""office:value-type\s*=\s*["']percentage""")
_FORMULA = re.compile(rb"table:formula\s*=")
_TOLD = re.compile(rb"""value-type\s*=\s*["'](?:error|percentage)|table:formula|-spanned""")
_REPEATED = re.compile(rb"""table:number-(?:rows|columns)-repeated\s*=\s*["'](\d+)""")
_HIDDEN = re.compile(rb"""table:visibility\s*=\s*["'](?:collapse|filter)""")


def marked(xml: bytes, file: str) -> list[Marks]:
    """The marks of every sheet of a workbook, in its order. Raises SheetError where it holds more than is read."""
    sound(pieces(xml), "content.xml", file)
    if b"\0" in xml[:200]:
        raise refused("workbook_damaged", file)
    starts = [tag.end() for tag in _TABLE.finditer(xml)]
    return [
        _sheet(xml[start:end], file, k)
        for k, (start, end) in enumerate(zip(starts, [*starts[1:], len(xml)], strict=True))
    ]


def _sheet(xml: bytes, file: str, number: int) -> Marks:
    marks, rows = Marks(), list(_ROW.finditer(xml))
    head = xml[: rows[0].start()] if rows else xml
    column = 0
    for tag in _COLUMN.finditer(head):
        if _HIDDEN.search(tag[1]):
            marks.hidden_columns.update(range(column, min(column + _count(tag[1]), 1 << 14)))
        column += _count(tag[1])
    row = far = wide = filled = 0
    for tag, end in zip(rows, [*(later.start() for later in rows[1:]), len(xml)], strict=True):
        inside, count = xml[tag.end() : end], _count(tag[1])
        width = _width(inside)
        if width:
            far, wide, filled = row + count, max(wide, width), filled + count * width
            bounded(file, str(number + 1), far, wide, filled)
            if _TOLD.search(inside):
                _look(inside, row, count, marks)
            if _HIDDEN.search(tag[1]):
                marks.hidden_rows.update(range(row, row + count))
        row += count
    return marks


def _count(attributes: bytes) -> int:
    repeated = _REPEATED.search(attributes)
    return int(repeated[1][:10]) if repeated else 1


def _width(inside: bytes) -> int:
    """How many columns a row fills, up to its last cell with anything in it."""
    last = max((found.start() for found in _FILLED.finditer(inside)), default=-1)
    if last < 0:
        return 0
    opened = max(
        inside.rfind(b"<table:table-cell", 0, last + 1), inside.rfind(b"<table:covered-table-cell", 0, last + 1)
    )
    tag = _CELL.match(inside, opened) if opened >= 0 else None
    upto = inside[: tag.end() if tag else last]
    cells = upto.count(b"<table:table-cell") + upto.count(b"<table:covered-table-cell")
    return cells + sum(int(count[:10]) - 1 for count in _REPEATED.findall(upto))


def _cells(inside: bytes) -> Iterator[tuple[int, int, bytes, bytes]]:
    """Column, how often it repeats, attributes and content of each cell of a row."""
    tags, column = list(_CELL.finditer(inside)), 0
    for tag, end in zip(tags, [*(later.start() for later in tags[1:]), len(inside)], strict=True):
        count = _count(tag[2])
        if not tag[1]:
            yield column, count, tag[2], inside[tag.end() : end]
        column += count


def _look(inside: bytes, row: int, count: int, marks: Marks) -> None:
    for column, wide, said, body in _cells(inside):
        text, formula = _TEXT.search(body), _FORMULA.search(said)
        error = _ERROR.search(said) or (formula and text and _WRITTEN.match(text[1]))
        share, empty = _SHARE.search(said), formula and b"office:value-type" not in said
        if error or share or formula:
            where = [(row + i, column + j) for i in range(count) for j in range(wide)]
            if formula:
                marks.formulas.update(where)
            if error:
                marks.errors.update(dict.fromkeys(where, text[1].decode("utf-8", "replace") if text else "#?"))
            elif share or empty:
                (marks.percents if share else marks.texts).update(where)
        if b"-spanned" in said:
            spans = [
                re.search(rb"""number-%s-spanned\s*=\s*["'](\d{1,5})""" % what, said) for what in (b"rows", b"columns")
            ]
            tall, broad = (int(span[1]) if span else 1 for span in spans)
            marks.merged.append(((row, column), (row + tall - 1, column + broad - 1)))
