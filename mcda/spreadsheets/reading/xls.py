"""What stands in the records of an xls workbook beside the values: how far sheets reach, errors, percent formats.

[MS-CFB] for the container, [MS-XLS] for the records; only what the limits and the marks need.
"""

from collections.abc import Iterator, Sequence
from struct import error as TooShort
from struct import unpack_from

from mcda.spreadsheets.reading.guard import refused
from mcda.spreadsheets.reading.marks import CELLS, Marks, bounded
from mcda.spreadsheets.reading.xlsx import PERCENTS, is_percent

SMALL = 64
_END = 0xFFFFFFFA
"""Sector numbers from here on mean that there is none."""
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_SINGLE = {0x0203, 0x0204, 0x0205, 0x00D6, 0x027E, 0x00FD, 0x0006}
_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _FORMAT, _XF = (
    {0x0809, 0x0009, 0x0209, 0x0409},
    0x000A,
    0x002F,
    0x0085,
    0x041E,
    0x00E0,
)
_BOOLERR, _FORMULA, _MULRK, _DIMENSIONS, _ROW, _COLINFO = 0x0205, 0x0006, 0x00BD, 0x0200, 0x0208, 0x007D

Record = tuple[int, int, int]
"""What a record is, and where its content begins and ends."""


def marked(data: bytes, file: str) -> list[Marks]:
    """The marks of every sheet of a workbook, in its order, charts included. Raises SheetError where it holds more than
    is read, has a password, or doesn't hold together.
    """
    try:
        stream = _workbook(data, file)
        formats, styles, starts = _globals(stream, file)
        shares = PERCENTS | {key for key, code in formats.items() if is_percent(code)}
        percents = {k for k, code in enumerate(styles) if code in shares}
        return [_sheet(stream, start, percents, file, k) for k, start in enumerate(starts)]
    except (TooShort, IndexError, KeyError):
        raise refused("workbook_damaged", file) from None


def _workbook(data: bytes, file: str) -> bytes:
    """The stream that holds the records. Raises SheetError for a document of another program, KeyError where there is
    none.
    """
    size = 1 << unpack_from("<H", data, 0x1E)[0]
    if size not in (512, 4096):
        raise KeyError(size)
    table = _table(data, size)
    directory = _chain(data, table, unpack_from("<I", data, 0x30)[0], size)
    entries: dict[str, tuple[int, int]] = {}
    for at in range(0, len(directory), 128):
        length = unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
        entries.setdefault(name, unpack_from("<II", directory, at + 0x74))
    if {"WordDocument", "PowerPoint Document"} & entries.keys():
        raise refused("workbook_other", file, file=file)
    start, length = entries["Workbook"] if "Workbook" in entries else entries["Book"]
    if length >= unpack_from("<I", data, 0x38)[0]:
        return _chain(data, table, start, size)[:length]
    small = _chain(data, table, entries["Root Entry"][0], size)  # short streams share one, in sectors of their own
    links = _chain(data, table, unpack_from("<I", data, 0x3C)[0], size)
    return _chain(small, unpack_from(f"<{len(links) // 4}I", links), start, SMALL, -1)[:length]


def _table(data: bytes, size: int) -> list[int]:
    """Which sector follows which."""
    sectors = [sector for sector in unpack_from("<109I", data, 0x4C) if sector < _END]
    following, count = unpack_from("<II", data, 0x44)
    for _ in range(min(count, len(data) // size)):
        if following >= _END:
            break
        *more, following = unpack_from(f"<{size // 4}I", data, (following + 1) * size)
        sectors += [sector for sector in more if sector < _END]
    table: list[int] = []
    for sector in sectors[: len(data) // size]:
        table += unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
    return table


def _chain(data: bytes, table: Sequence[int], start: int, size: int, head: int = 0) -> bytes:
    """The sectors that follow each other from one on; `head` is 0 where a header stands before the first."""
    found: list[bytes] = []
    while start < _END and len(found) <= len(table):  # a ring ends here too
        at = (start + 1 + head) * size
        found.append(data[at : at + size])
        start = table[start]
    return b"".join(found)


def _records(stream: bytes, at: int) -> Iterator[Record]:
    """The records of one part of the stream, up to its end; parts inside it are left out."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        start, at = at + 4, at + 4 + length
        depth += kind in _BOF
        if depth == 1:
            yield kind, start, at
        if kind == _EOF:
            depth -= 1
            if depth <= 0:
                return


def _globals(stream: bytes, file: str) -> tuple[dict[int, str], list[int], list[int]]:
    """Number formats, the format of each style, and where sheets begin."""
    formats, styles, starts = {}, [], []
    for kind, at, end in _records(stream, 0):
        if kind == _FILEPASS:
            raise refused("workbook_password", file)
        if kind == _BOUNDSHEET:
            starts.append(unpack_from("<I", stream, at)[0])
        elif kind == _XF:
            styles.append(unpack_from("<H", stream, at + 2)[0])
        elif kind == _FORMAT:
            formats[unpack_from("<H", stream, at)[0]] = stream[at + 2 : end].replace(b"\0", b"").decode("latin-1")
    return formats, styles, starts


def _sheet(stream: bytes, start: int, percents: set[int], file: str, number: int) -> Marks:
    marks, sheet = Marks(), str(number + 1)
    if unpack_from("<H", stream, start)[0] not in _BOF:
        raise KeyError(start)
    rows = columns = cells = 0
    for kind, at, end in _records(stream, start):
        if kind in _SINGLE or kind == _MULRK:
            row, column, style = unpack_from("<HHH", stream, at)
            last = unpack_from("<H", stream, end - 2)[0] if kind == _MULRK else column
            rows, columns, cells = max(rows, row + 1), max(columns, last + 1), cells + 1
            if cells > CELLS:
                bounded(file, sheet, rows, columns, cells)
            if kind == _MULRK:
                styles = (unpack_from("<H", stream, at + 4 + 6 * k)[0] for k in range(last - column + 1))
                marks.percents.update((row, column + k) for k, one in enumerate(styles) if one in percents)
            else:
                _look(stream, kind, at, (row, column), style in percents, marks)
        elif kind == _ROW and unpack_from("<H", stream, at + 12)[0] & 0x20:
            marks.hidden_rows.add(unpack_from("<H", stream, at)[0])
        elif kind == _COLINFO and unpack_from("<H", stream, at + 8)[0] & 1:
            first, last = unpack_from("<HH", stream, at)
            marks.hidden_columns.update(range(first, min(last, 255) + 1))
        elif kind == _DIMENSIONS:  # a reader makes room for what is said here
            first, far, left, wide = unpack_from("<IIHH" if end - at >= 12 else "<HHHH", stream, at)
            if not (first <= far <= 1 << 16 and left <= wide <= 1 << 8):
                raise refused("workbook_damaged", file)
    bounded(file, sheet, rows, columns, cells)
    return marks


def _look(stream: bytes, kind: int, at: int, cell: tuple[int, int], percent: bool, marks: Marks) -> None:
    if kind == _FORMULA:
        marks.formulas.add(cell)
    if kind == _BOOLERR and stream[at + 7]:
        marks.errors[cell] = _ERRORS.get(stream[at + 6], "#?")
    elif kind == _FORMULA and stream[at + 12 : at + 14] == b"\xff\xff":
        if stream[at + 6] == 2:
            marks.errors[cell] = _ERRORS.get(stream[at + 8], "#?")
        elif stream[at + 6] == 3:
            marks.texts.add(cell)
    elif percent and kind in (0x0203, 0x027E, _FORMULA):
        marks.percents.add(cell)
