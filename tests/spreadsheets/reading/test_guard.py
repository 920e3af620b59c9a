"""Hostile and broken files: one message each, in bounded time and memory, whatever their names say."""

import io
import json
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from workbooks import SHEET, made, rewritten

import mcda
from mcda.spreadsheets.reading import read

TABLE = [["", "x↑", "y↑"], ["a", 1, 2], ["b", 3, 4]]
ROOT = Path(__file__).parents[3]


def fault_of(path):
    found = read(path)
    assert found.problem is None
    (fault,) = found.faults
    return fault.code


def archive(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


def flat_ods(path, rows):
    head = (
        b'<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="a">'
    )
    tail = b"</table:table></office:spreadsheet></office:body></office:document-content>"
    return archive(
        path, {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": head + rows + tail}
    )


def ods_cell(repeated, count=1):
    value = (
        b'<table:table-cell table:number-columns-repeated="%d" office:value-type="float" office:value="1"/>' % repeated
    )
    return b'<table:table-row table:number-rows-repeated="%d">%s</table:table-row>' % (count, value)


def stray(cell, body=b"<v>1</v>"):
    row = b"".join(bytes([c]) for c in cell if 48 <= c <= 57)
    return b'<row r="%s"><c r="%s">%s</c></row></sheetData>' % (row, cell, body)


def sheet(path, added):
    made(path, TABLE)
    return rewritten(path, lambda xml: xml.replace(b"</sheetData>", added))


def hostile(folder):
    """Name of a file → the code that refuses it."""
    ordinary = made(folder / "ordinary.xlsx", TABLE)
    sheet(folder / "stray.xlsx", stray(b"XFD1048576"))
    sheet(folder / "stray_letters.xlsx", stray(b"ZZZZZZ9"))
    sheet(folder / "stray_nowhere.xlsx", stray(b"A99999999999"))
    sheet(folder / "twice.xlsx", stray(b"XFD1048576").replace(b"<c r=", b'<c r="A3" r='))
    sheet(folder / "open.xlsx", b"<row>")
    claim = lambda xml: xml.replace(b'uniqueCount="', b'uniqueCount="99999999')  # noqa: E731
    rewritten(ordinary, claim, "xl/sharedStrings.xml", folder / "claim.xlsx")
    sheet(folder / "stray_text.xlsx", stray(b"XFD1048576", b'<is xml:space="preserve"><t>a</t></is>'))
    sheet(folder / "stray_quote.xlsx", stray(b"XFD1048576").replace(b'"', b"'"))
    sheet(folder / "stray_late.xlsx", stray(b"XFD1048576").replace(b"<c r=", b'<c cm=">" r='))
    prefixed = stray(b"XFD1048576").replace(
        b"<c ", b'<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    )
    sheet(folder / "stray_prefix.xlsx", prefixed.replace(b"</c>", b"</x:c>"))
    sheet(folder / "stray_unaddressed.xlsx", stray(b"A1048576").replace(b'<c r="A1048576"', b"<c"))
    made(folder / "stray_wide.xlsx", TABLE)
    wide = lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")  # noqa: E731
    rewritten(folder / "stray_wide.xlsx", wide)
    row = [b"<c><v>%d</v></c>" % (k * 7919 % 100_003) for k in range(2300)]
    many = b"".join(b'<row r="%d">%s</row>' % (k, b"".join(row[k:] + row[:k])) for k in range(3, 900))
    sheet(folder / "many.xlsx", many + b"</sheetData>")
    rewritten(
        ordinary, lambda _: b"<sst>" + b"<si><t>a</t></si>" * 2_000_000, "xl/sharedStrings.xml", folder / "bomb.xlsx"
    )
    entity = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    rewritten(ordinary, lambda xml: xml.replace(b"?>", b"?>" + entity, 1), into=folder / "entities.xlsx")
    outside = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    late = lambda xml: b"<!--" + b" " * 5000 + b"-->" + outside + xml  # noqa: E731
    rewritten(ordinary, late, "xl/workbook.xml", folder / "entities_late.xlsx")
    (folder / "password.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    data = ordinary.read_bytes()
    (folder / "short.xlsx").write_bytes(data[: len(data) // 2])
    (folder / "lying.xlsx").write_bytes(lying(ordinary))
    archive(folder / "parts.xlsx", {f"xl/{k}.xml": b"" for k in range(2001)})
    archive(folder / "document.docx", {"word/document.xml": b"<w/>"})
    archive(folder / "text.odt", {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"})
    archive(folder / "binary.xlsb", {"xl/workbook.bin": b"\0"})
    archive(folder / "hollow.xlsx", {"xl/workbook.xml": b"<workbook/>"})
    archive(folder / "no_sheet.xlsx", links(b"worksheets/nowhere.xml"))
    archive(folder / "climbing.xlsx", links(b"../../../etc/passwd"))
    flat_ods(folder / "wide.ods", ods_cell(16_384, 1_048_576))
    flat_ods(folder / "square.ods", ods_cell(1000, 20_000))
    flat_ods(
        folder / "hidden_repeat.ods",
        ods_cell(999_999).replace(b"<table:table-cell", b'<table:table-cell office:title=">"'),
    )
    flat_ods(folder / "open.ods", b"<table:table-row>")
    manifest = b"<manifest:encryption-data/>"
    ods = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b"x",
        "META-INF/manifest.xml": manifest,
    }
    archive(folder / "password.ods", ods)
    (folder / "page.xls").write_bytes(b"\xef\xbb\xbf\r\n<html><table><tr><td>1</td></tr></table></html>")
    (folder / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(2000))
    (folder / "ring.xls").write_bytes(ring())
    (folder / "archive.xls").write_bytes(b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n\r\n<html>")
    (folder / "word.xls").write_bytes(ring("WordDocument"))
    (folder / "report.xls").write_bytes(b"{\\rtf1 ...}")
    (folder / "report.csv").write_bytes(b"%PDF-1.7 ...")
    (folder / "empty.xlsx").write_bytes(b"")
    (folder / "spaces.csv").write_bytes(b"  \n\n")
    (folder / "latin.csv").write_bytes(bytes(range(0x80, 0x100)) * 9)
    (folder / "zeros.csv").write_bytes(b"a,b\0x")
    (folder / "columns.csv").write_bytes(b"," * 100_000)
    (folder / "rows.csv").write_bytes(b"a,1\n" * 100_001)
    (folder / "quotes.csv").write_bytes(b'a,"' + b"b\n" * 200_000)
    with (folder / "huge.xlsx").open("wb") as file:
        file.truncate(51 << 20)
        file.write(b"PK\x03\x04")
    return {
        "stray_letters.xlsx": "workbook_cells", "stray_nowhere.xlsx": "workbook_damaged", "twice.xlsx": "workbook_damaged",
        "open.xlsx": "workbook_damaged", "claim.xlsx": "workbook_damaged", "open.ods": "workbook_damaged",
        "stray.xlsx": "workbook_cells", "stray_text.xlsx": "workbook_cells", "stray_quote.xlsx": "workbook_cells",
        "stray_late.xlsx": "workbook_cells", "stray_prefix.xlsx": "workbook_cells", "stray_unaddressed.xlsx": "workbook_cells",
        "stray_wide.xlsx": "workbook_damaged", "many.xlsx": "workbook_cells", "bomb.xlsx": "workbook_bomb",
        "entities.xlsx": "workbook_doctype", "entities_late.xlsx": "workbook_doctype", "password.xlsx": "workbook_password",
        "short.xlsx": "workbook_damaged", "lying.xlsx": "workbook_damaged", "parts.xlsx": "workbook_parts",
        "document.docx": "workbook_other", "text.odt": "workbook_other", "binary.xlsb": "workbook_binary",
        "hollow.xlsx": "workbook_damaged", "no_sheet.xlsx": "workbook_damaged", "climbing.xlsx": "workbook_damaged",
        "wide.ods": "workbook_cells", "square.ods": "workbook_cells", "hidden_repeat.ods": "workbook_cells",
        "password.ods": "workbook_password", "page.xls": "workbook_html", "old.xls": "workbook_damaged", "ring.xls": "workbook_damaged",
        "archive.xls": "workbook_html", "word.xls": "workbook_other", "report.xls": "workbook_other",
        "report.csv": "workbook_other", "empty.xlsx": "workbook_empty", "spaces.csv": "workbook_empty", "latin.csv": "text_encoding",
        "zeros.csv": "text_encoding", "columns.csv": "workbook_cells", "rows.csv": "workbook_cells", "quotes.csv": "text_quotes",
        "huge.xlsx": "workbook_size",
    }  # fmt: skip


def links(target):
    rel = b'<Relationships><Relationship Id="r1" Type="x/worksheet" Target="%s"/></Relationships>' % target
    book = b'<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'
    return {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rel, "[Content_Types].xml": b"<Types/>"}


def lying(path):
    """An archive whose directory says that a sheet is smaller than it is."""
    data = bytearray(path.read_bytes())
    at = data.rfind(SHEET.encode())
    size = struct.unpack_from("<I", data, at - 46 + 24)[0]
    struct.pack_into("<I", data, at - 46 + 24, size // 2)
    return bytes(data)


def ring(entry=""):
    """A compound file whose directory follows itself for ever; its one entry has this name."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHH", head, 0x1A, 3, 0xFFFE, 9)
    struct.pack_into("<II", head, 0x2C, 1, 1)
    struct.pack_into("<II", head, 0x44, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", head, 0x4C, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 1, *[0xFFFFFFFF] * 126)
    named = entry.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(entry) + 2 if entry else 0)
    return bytes(head) + table + named.ljust(512, b"\0")


PROBE = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
from mcda.spreadsheets.reading import read
import python_calamine
def peak():  # of this program: what getrusage says begins with the memory of whoever started it
    return int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) >> 10
found = {}
for name in sys.argv[1:]:
    start, codes = time.process_time(), [fault.code for fault in read(name).faults]
    found[name] = codes, time.process_time() - start, peak()
print(json.dumps(found))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux does")
def test_every_hostile_file_is_refused_in_bounded_time_and_memory(tmp_path):
    expected = hostile(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROBE, *expected]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {name: codes for name, (codes, _, _) in found.items()} == {name: [code] for name, code in expected.items()}
    assert {name: seconds for name, (_, seconds, _) in found.items() if seconds > 5} == {}
    assert max(memory for _, _, memory in found.values()) < 600


def test_cells_that_are_only_formatted_may_reach_far(tmp_path):
    path = sheet(
        tmp_path / "t.xlsx", b'<row r="1048576"><c r="XFD1048576" s="1"/><c r="XFE1048576" s="1"></c></row></sheetData>'
    )
    assert read(path).problem is not None


def test_a_hidden_sheet_is_not_even_looked_at(tmp_path):
    path = made(tmp_path / "t.xlsx", {"方案": TABLE, "旧": TABLE})
    part = SHEET.replace("sheet1", "sheet2")
    rewritten(path, lambda xml: xml.replace(b"</sheetData>", stray(b"XFD1048576")), part)
    assert fault_of(path) == "workbook_cells"
    hide = lambda xml: xml.replace('name="旧"'.encode(), 'name="旧" state="hidden"'.encode())  # noqa: E731
    rewritten(path, hide, "xl/workbook.xml")
    assert read(path).problem is not None


@pytest.mark.parametrize("name", ["t.csv", "t.xls", "t.ods", "t.txt", "表 格", "t.xlsm"])
def test_content_decides_and_not_the_name(name, tmp_path):
    workbook = made(tmp_path / "t.xlsx", TABLE)
    path = tmp_path / name
    path.write_bytes(workbook.read_bytes())
    assert read(path).problem is not None
    path.write_text("o,x↑,y↑\na,1,2\nb,3,4\n", encoding="utf-8")
    assert read(path).problem is not None


@pytest.mark.parametrize("ending", ["et", "TXT", "xlsb", "htm"])
def test_whatever_may_hold_a_table_is_no_case_file(ending, tmp_path):
    path = made(tmp_path / "t.xlsx", TABLE).rename(tmp_path / f"t.{ending}")
    assert [a.label.en for a in mcda.load(path).alternatives] == ["a", "b"]


def test_what_is_no_file(tmp_path):
    assert fault_of(tmp_path / "none.xlsx") == "file_missing"
    assert fault_of(tmp_path) == "file_folder"
    assert fault_of(tmp_path / "t.xlsx" / "t.xlsx") == "file_missing"
    assert fault_of("a\0b") == "file_missing"
    assert fault_of("x" * 5000) == "file_unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert fault_of(tmp_path / "pipe") == "workbook_other"


@pytest.mark.parametrize("seed", range(60))
def test_a_workbook_with_wrong_bytes_never_ends_in_a_traceback(seed, tmp_path):
    """Bytes changed inside the sheet, its strings or the archive itself: read, or refused with a fault."""
    import random

    chance = random.Random(seed)
    path = made(tmp_path / "t.xlsx", TABLE)
    part = chance.choice(
        [SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", ""]
    )

    def spoilt(data):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(changed))
            changed[at : at + chance.randint(0, 4)] = bytes(
                chance.choice(b'<>"/=&;0AZ \0\xff') for _ in range(chance.randint(0, 4))
            )
        return bytes(changed)

    if part:
        rewritten(path, spoilt, part)
    else:
        path.write_bytes(spoilt(path.read_bytes()))
    found = read(path)
    assert (found.problem is None) == bool(found.faults)


def test_compressed_twice_is_still_no_workbook(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as file:
        file.writestr("xl/workbook.xml", b"")
    (tmp_path / "t.xlsx").write_bytes(b"PK\x03\x04" + zlib.compress(inner.getvalue()))
    assert fault_of(tmp_path / "t.xlsx") == "workbook_damaged"
