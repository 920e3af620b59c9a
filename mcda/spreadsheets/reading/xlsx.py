"""What stands in the XML of an xlsx workbook beside the values: which part is which sheet, how far each reaches, marks.

Looked at as bytes: a tree of 200,000 cells would take ten times as long. A start tag is found however it is written, so
that no cell that a reader would see can hide from the limits.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath
from xml.etree import ElementTree

from mcda.spreadsheets.reading.guard import BROKEN, pieces, refused, sound
from mcda.spreadsheets.reading.marks import CELLS, Address, Marks, beyond, bounded, column_of

_ATTRIBUTES = rb"""((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>"""
_TAG = re.compile(rb"<(?:[A-Za-z_][\w.-]*+:)?(row|c)(?=[\s/>])" + _ATTRIBUTES)
_COLUMN = re.compile(rb"<(?:[A-Za-z_][\w.-]*+:)?col(?=[\s/>])" + _ATTRIBUTES)
_ANY = re.compile(rb"[<:]c[\s/>]")
_ODD, _PREFIXED = re.compile(rb'<c(?! r=")[\s/>]'), re.compile(rb":c[\s/>]")
_PLAIN = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: [a-z]+="\w*")*+/?>')
_ERROR_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]* t="e"[^<>]*>(?:<f[^<>]*(?:/>|>[^<]*</f>))?(?:<v>([^<]*)</v>)?'
)
_UNSTORED_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"((?![^<>]* t="e")[^<>]*)><f[^<>]*(?:/>|>[^<]*</f>)(?:<v></v>|<v/>)?</c>'
)
_FORMULA_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]*><f[\s/>]')
_LOOSE = re.compile(rb">\s+<[fv/]|<v ")
_ATTRIBUTE = re.compile(rb"""(?:^|\s)([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ERROR = re.compile(rb"""t\s*=\s*["']e["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_STORED = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)")
_CLOSED = re.compile(rb"</(?:[\w.-]+:)?c\s*>")
_WIDE = re.compile(rb"""[^>]{0,200}encoding\s*=\s*["'](?:utf-?16|utf-?32|ucs)""", re.IGNORECASE)
_NAMED = re.compile(rb"([A-Za-z]{1,7})(\d{1,10})")
_TRUE = (b"1", b"true")
PERCENTS = {9, 10}
"""The built-in number formats that show a share as per cent."""


@dataclass(frozen=True)
class Part:
    """A sheet of the workbook, the part of the archive that holds it, and whether it is hidden."""

    sheet: str
    name: str
    hidden: bool = False


def parts(archive: zipfile.ZipFile, file: str) -> list[Part]:
    """The sheets in the order of the workbook. Raises SheetError where the archive doesn't hold together."""
    targets = {
        link.get("Id"): _inside(link.get("Target", ""))
        for link in _tree(archive, "xl/_rels/workbook.xml.rels", file)
        if link.get("Type", "").endswith("/worksheet")  # else a sheet that is only a chart
    }
    found = []
    for sheet in _tree(archive, "xl/workbook.xml", file).iter():
        if _local(sheet.tag) == "sheet":
            key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
            if key in targets:
                found.append(Part(sheet.get("name", ""), targets[key], sheet.get("state", "visible") != "visible"))
    return found


def _inside(target: str) -> str:
    """The name of a part, from a link that is relative to the workbook or to the archive."""
    return target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")


def percent_styles(archive: zipfile.ZipFile, file: str) -> set[bytes]:
    """The numbers of the cell styles that show a share as per cent."""
    if "xl/styles.xml" not in archive.namelist():
        return set()
    styles = _tree(archive, "xl/styles.xml", file)
    codes = {
        entry.get("numFmtId", ""): entry.get("formatCode", "")
        for entry in styles.iter()
        if _local(entry.tag) == "numFmt"
    }
    shares = {str(key) for key in PERCENTS} | {key for key, code in codes.items() if is_percent(code)}
    cells = next((part for part in styles if _local(part.tag) == "cellXfs"), ())
    return {b"%d" % k for k, style in enumerate(cells) if style.get("numFmtId", "0") in shares}


def is_percent(code: str) -> bool:
    """Whether a number format shows a share as per cent: a % that is no literal text."""
    return "%" in re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code)


def marked(archive: zipfile.ZipFile, part: Part, percents: set[bytes], file: str) -> Marks:
    """The marks of one sheet. Raises SheetError where it holds more than is read, or can't be unpacked."""
    xml = _read(archive, part.name, file)
    sound(pieces(xml), part.name, file)
    if b"\0" in xml[:200] or _WIDE.match(xml):  # markup that is not in single bytes would not be found
        raise refused("workbook_damaged", file)
    plain = _measured(xml, file, part.sheet)
    marks = Marks()
    used = {style for style in percents if b's="%s"' % style in xml or b"s='%s'" % style in xml}
    if used or _ERROR.search(xml) or b"<f" in xml or b":f" in xml:
        look = _look_plainly if plain and not _LOOSE.search(xml) else _look
        look(xml, used, marks)
    if b"hidden" in xml:
        _hidden(xml, marks)
    return marks


def _measured(xml: bytes, file: str, sheet: str) -> bool:
    """Hold the sheet to the limits, by the addresses of its cells; one without an address follows the last. Returns
    whether every cell is written plainly, as Excel, WPS and LibreOffice do.
    """
    count = xml.count(b'<c r="') if not _ODD.search(xml) and not _PREFIXED.search(xml) else len(_ANY.findall(xml))
    if count > CELLS:
        bounded(file, sheet, 1, 1, count)
    addresses = _PLAIN.findall(xml)
    plain = len(addresses) == count
    rows = max((int(row) for row in {row for _, row in addresses}), default=0)
    columns = max((column_of(name.decode()) + 1 for name in {name for name, _ in addresses}), default=0)
    if not plain or beyond(rows, columns):  # cells that are only formatted fill no memory
        rows, columns = 0, 0
        for (row, column), _, body in _cells(xml):
            if body:
                rows, columns = max(rows, row + 1), max(columns, column + 1)
    bounded(file, sheet, rows, columns, count)
    return plain


def _cells(xml: bytes) -> Iterator[tuple[Address, dict[bytes, bytes], bytes]]:
    """Address, attributes and content of every cell."""
    row, column = -1, -1
    open_cell: tuple[Address, dict[bytes, bytes], int] | None = None
    for tag in _TAG.finditer(xml):
        if open_cell:
            at, said, start = open_cell
            yield at, said, _body(xml, start, tag.start())
        open_cell, said = None, _attributes(tag[2])
        if tag[1] == b"row":
            row, column = (int(said[b"r"]) - 1 if said.get(b"r", b"").isdigit() else row + 1), -1
            continue
        named = _NAMED.fullmatch(said.get(b"r", b""))
        if b"r" in said and not named:
            raise ValueError(said[b"r"])  # an address that is none
        row, column = (int(named[2]) - 1, column_of(named[1].decode())) if named else (max(row, 0), column + 1)
        if not tag[2].rstrip().endswith(b"/"):
            open_cell = (row, column), said, tag.end()
    if open_cell:
        at, said, start = open_cell
        yield at, said, _body(xml, start, len(xml))


def _body(xml: bytes, start: int, end: int) -> bytes:
    closed = _CLOSED.search(xml, start, end)
    return xml[start : closed.start() if closed else end]


def _attributes(text: bytes) -> dict[bytes, bytes]:
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(text)}


def _look_plainly(xml: bytes, percents: set[bytes], marks: Marks) -> None:
    """As `_look`, for XML as Excel, WPS and LibreOffice write it: five times as fast."""
    for name, row, text in _ERROR_CELL.findall(xml):
        marks.errors[int(row) - 1, column_of(name.decode())] = text.decode("utf-8", "replace") or "#?"
    for name, row, said in _UNSTORED_CELL.findall(xml):
        known = marks.texts if b't="str"' in said else marks.uncomputed
        known.add((int(row) - 1, column_of(name.decode())))
    marks.formulas |= _found(_FORMULA_CELL, xml)
    if percents:
        styled = rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: t="n")? s="(?:%s)"(?: t="n")?>(?!</c>)' % b"|".join(percents)
        marks.percents |= _found(re.compile(styled), xml) - marks.uncomputed


def _found(cell: re.Pattern[bytes], xml: bytes) -> set[Address]:
    """The addresses of all cells of a pattern, which gives their columns and rows."""
    found = cell.findall(xml)
    columns = {name: column_of(name.decode()) for name in {name for name, _ in found}}
    return {(int(row) - 1, columns[name]) for name, row in found}


def _look(xml: bytes, percents: set[bytes], marks: Marks) -> None:
    for at, said, body in _cells(xml):
        if not body:
            continue
        stored, formula = _STORED.search(body), _FORMULA.search(body)
        if formula:
            marks.formulas.add(at)
        if said.get(b"t") == b"e":
            marks.errors[at] = stored[1].decode("utf-8", "replace") if stored else "#?"
        elif formula and not (stored and stored[1]):
            (marks.texts if said.get(b"t") == b"str" else marks.uncomputed).add(at)
        elif said.get(b"s") in percents and said.get(b"t", b"n") == b"n":
            marks.percents.add(at)


def _hidden(xml: bytes, marks: Marks) -> None:
    row = -1
    for tag in _TAG.finditer(xml):
        if tag[1] == b"row":
            said = _attributes(tag[2])
            row = int(said[b"r"]) - 1 if said.get(b"r", b"").isdigit() else row + 1
            if said.get(b"hidden") in _TRUE:
                marks.hidden_rows.add(row)
    for tag in _COLUMN.finditer(xml):
        said = _attributes(tag[1])
        if said.get(b"hidden") in _TRUE and said.get(b"min", b"").isdigit() and said.get(b"max", b"").isdigit():
            marks.hidden_columns.update(range(int(said[b"min"]) - 1, min(int(said[b"max"]), 1 << 14)))


def _tree(archive: zipfile.ZipFile, name: str, file: str) -> ElementTree.Element:
    data = _read(archive, name, file)
    if b"<!DOCTYPE" in data:
        raise refused("workbook_doctype", file, part=name)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise refused("workbook_damaged", file) from None


def _read(archive: zipfile.ZipFile, name: str, file: str) -> bytes:
    try:
        return archive.read(name)
    except (KeyError, *BROKEN):
        raise refused("workbook_damaged", file) from None


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
