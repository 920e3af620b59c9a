"""What a file is by its content, or that it is refused: before any parser sees it, in bounded time and memory."""

import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Literal
from xml.parsers import expat

from mcda.errors import CaseError, Fault, Place, SheetError, reason

Kind = Literal["xlsx", "xls", "ods", "text"]
MB = 1 << 20
LARGEST = 50 * MB
PARTS = 2000
PART, WHOLE = 200 * MB, 400 * MB
DENSEST = 200
"""How many times its size a part of more than 1 MB may unpack to; honest workbooks stay under 20."""
CHECKED_LATER = ("xl/worksheets/sheet", "content.xml")
"""The large parts: they are held to `sound` when they are read, and not unpacked twice."""
COUNTS = ("count", "uniqueCount")
DEEPEST = 100_000
"""How deep elements may stand in each other; each takes memory while it is open."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_STRANGERS = (
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"PAR1",
    b"PK\x05\x06",
)


def kind_of(path: Path) -> Kind:
    """The kind of a file, whatever its name says. Raises SheetError, or CaseError where it can't be opened."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a device or a pipe would never end
            raise CaseError.of("file_folder" if path.is_dir() else "workbook_other", Place(str(path)), file=str(path))
        with path.open("rb") as file:
            return _kind(file, path.name)
    except (FileNotFoundError, NotADirectoryError):
        raise CaseError.of("file_missing", file=str(path)[:200]) from None
    except OSError as error:
        raise CaseError.of("file_unreadable", file=str(path)[:200], reason=reason(error)) from None
    except ValueError:  # a name with a zero byte in it
        raise CaseError.of("file_missing", file=ascii(str(path))[:200]) from None


def _kind(file: BinaryIO, name: str) -> Kind:
    head = file.read(512)
    size = file.seek(0, 2)
    file.seek(0)
    if not head.strip():
        raise refused("workbook_empty", name)
    if size > LARGEST:
        raise refused("workbook_size", name, limit=LARGEST // MB)
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in file.read():
            raise refused("workbook_password", name)
        return "xls"
    if head.startswith(_ZIP):
        return _zipped(file, name)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"MIME-Version:")):
        raise refused("workbook_html", name)
    if head.startswith(_STRANGERS):
        raise refused("workbook_other", name, file=name)
    return "text"


def refused(code: str, name: str, **values: object) -> SheetError:
    """The error of a file that isn't read at all."""
    return SheetError(Fault(code, values, Place(name)))


def _zipped(file: BinaryIO, name: str) -> Kind:
    try:
        archive = zipfile.ZipFile(file)
        parts = archive.infolist()
        _sizes(parts, name)
        kind = _format(archive, {part.filename for part in parts}, name)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and not part.filename.startswith(CHECKED_LATER):
                with archive.open(part) as stream:
                    sound(iter(lambda: stream.read(MB), b""), part.filename, name)
        return kind
    except BROKEN:
        raise refused("workbook_damaged", name) from None


def sound(pieces: Iterable[bytes], part: str, name: str) -> None:
    """Refuse a part that is no sound XML, or declares a document type. Readers that are quick rather than strict take
    two addresses in one cell, or wait for ever for an end that is missing.
    """

    def declared(*_: object) -> None:
        raise refused("workbook_doctype", name, part=part)

    def opened(_: str, said: dict[str, str]) -> None:  # of shared strings: a reader makes room for as many as are said
        parser.StartElementHandler = None
        if any(said.get(count, "0").strip("0123456789") or len(said.get(count, "")) > 7 for count in COUNTS):
            raise refused("workbook_damaged", name)

    parser, depth = expat.ParserCreate(), 0
    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = opened
    try:
        for data in pieces:
            parser.Parse(data, False)
            depth += data.count(b"<") - 2 * data.count(b"</") - data.count(b"/>")
            if depth > DEEPEST:
                raise refused("workbook_damaged", name)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):  # also an encoding that nobody knows
        raise refused("workbook_damaged", name) from None


def pieces(data: bytes) -> Iterator[bytes]:
    """A part that is in memory, as `sound` takes it."""
    return (data[at : at + MB] for at in range(0, len(data), MB))


def _sizes(parts: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Refuse what would unpack to too much, by what the archive says of itself: no more than that is unpacked later."""
    if len(parts) > PARTS or len({part.filename for part in parts}) < len(parts):
        raise refused("workbook_parts", name, limit=PARTS)
    for part in parts:
        if part.flag_bits & 1:
            raise refused("workbook_password", name)
        dense = part.file_size > MB and part.file_size > DENSEST * part.compress_size
        if part.file_size > PART or dense:
            raise refused("workbook_bomb", name, part=part.filename, size=part.file_size // MB)
    if sum(part.file_size for part in parts) > WHOLE:
        raise refused("workbook_bomb", name, part="*", size=sum(part.file_size for part in parts) // MB)


def _format(archive: zipfile.ZipFile, names: set[str], name: str) -> Kind:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise refused("workbook_binary", name)
    if "content.xml" in names and b"opendocument.spreadsheet" in _start(archive, names, "mimetype"):
        if b"encryption-data" in _start(archive, names, "META-INF/manifest.xml"):
            raise refused("workbook_password", name)
        return "ods"
    raise refused("workbook_other", name, file=name)


def _start(archive: zipfile.ZipFile, names: set[str], part: str) -> bytes:
    return archive.open(part).read(MB) if part in names else b""
