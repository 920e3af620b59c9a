"""Workbooks saved by another program, as .ods, .xls and .xlsx: the same table, the same marks, the same cells to blame.

LibreOffice takes seconds to start: one test for all that is asked of what it saves.
"""

import random
import shutil
import struct
import subprocess
import zipfile
from datetime import date

from workbooks import Formula, Percent, made

from mcda.spreadsheets.reading import read
from mcda.spreadsheets.reading.book import read_book

GOOD = [
    ["方案", "成本(元/吨)↓", "绿电占比↑", "就业(人)↑"], ["甲", 3200, Percent(0.12), "100–150"],
    ["乙", Formula("=4000+100", 4100), Percent(0.65), "约120"], ["丙", "２，９００", Percent(0.4), "—"], ["丁", 3100.25, Percent(0.3), 80],
]  # fmt: skip
BAD = [
    ["方案", "x↓", "y↑", "z↑"], ["甲", Formula("=1/0", "#DIV/0!"), 1, 2], ["乙", 2, Formula("=NA()", "#N/A"), 3],
    ["丙", date(2025, 1, 3), 4, Formula('=""', "")], ["丁", 1, 5, 3],
]  # fmt: skip
MERGED = [["方案", "经济", "", "环境"], ["", "成本↓", "就业↑", "排放↓"], ["甲", 3, 10, 1], ["乙", 5, 40, 2]]
KINDS = ("ods", "xls", "xlsx")


def saved(folder):
    """The folder with every table in every kind."""
    made(folder / "good.xlsx", GOOD, at=(3, 1))
    made(folder / "bad.xlsx", BAD)
    made(folder / "merged.xlsx", MERGED, merged=["A1:A2", "B1:C1"])
    made(folder / "two.xlsx", {"说明 1": [["x"]], "表 & <2>": GOOD})
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is needed for this test: install libreoffice-calc (Debian: libreoffice-calc-nogui)"
    files = sorted(folder.glob("*.xlsx"))
    for kind in KINDS:
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            kind,
        ]
        subprocess.run([*command, "--outdir", folder / "out", *files], check=True, capture_output=True, timeout=120)
    return folder / "out"


def test_workbooks_saved_by_another_program(tmp_path):
    folder = saved(tmp_path)
    for kind in KINDS:
        the_table_is_the_same(folder, kind)
        errors_and_dates_are_told(folder, kind)
        headings_are_merged_and_sheets_found(folder, kind)
    hostile_xls_is_refused(folder / "good.xls", tmp_path / "t.xls")
    for seed in range(40):
        spoilt(random.Random(seed), folder, "xls" if seed % 2 else "ods")


def the_table_is_the_same(folder, kind):
    found = read(folder / f"good.{kind}")
    assert not found.faults, (kind, [(fault.what(), str(fault.place)) for fault in found.faults])
    columns = [
        [(f.low, f.high) if f.low else f.mode for f in c.figures.values()] for c in found.problem.columns.values()
    ]
    assert columns == [[3200, 4100, 2900, 3100.25], [0.12, 0.65, 0.4, 0.3], [(100, 150), 120, 80]], kind
    assert found.area == "B4:E8", kind
    assert {guess.place.cell for guess in found.guesses if guess.code == "cell_about"} == {"E6"}, kind
    assert found.problem.criteria[1].unit == "1", kind


def errors_and_dates_are_told(folder, kind):
    found = read(folder / f"bad.{kind}")
    said = {(fault.code, fault.place.cell): fault.values["found"] for fault in found.faults}
    assert set(said) == {("cell_error", "B2"), ("cell_error", "C3"), ("cell_date", "B4")}, kind
    assert (said["cell_error", "B2"], said["cell_error", "C3"]) == ("#DIV/0!", "#N/A"), kind
    assert ("formula_empty", "D4") in {(guess.code, guess.place.cell) for guess in found.told}, kind


def headings_are_merged_and_sheets_found(folder, kind):
    found = read(folder / f"merged.{kind}")
    assert [c.title.zh for c in found.problem.criteria] == ["经济 · 成本", "经济 · 就业", "环境 · 排放"], kind
    assert read(folder / f"two.{kind}").sheet == "表 & <2>", kind
    assert [sheet.name for sheet in read_book(folder / f"two.{kind}").sheets] == ["说明 1", "表 & <2>"], kind


HOSTILE = [
    (0x027E, 0, struct.pack("<HH", 65535, 255), "workbook_cells"),  # a stray number in the last corner
    (0x0200, 0, struct.pack("<IIHH", 0, 0xFFFFFFF0, 0, 256), "workbook_damaged"),  # extents that no sheet has
    (0x0200, 0, struct.pack("<IIHH", 9, 8, 0, 5), "workbook_damaged"),  # extents upside down
    (0x0085, 0, struct.pack("<I", 0xFFFFFF), "workbook_damaged"),  # a sheet beyond the end
    (0x0809, -2, struct.pack("<H", 0xFFFF), "workbook_damaged"),  # a record longer than the file
]


def hostile_xls_is_refused(source, target):
    """Records that lie, each in an otherwise sound workbook."""
    for kind, shift, content, code in HOSTILE:
        data = bytearray(source.read_bytes())
        at = data.find(b"\x09\x08\x10\x00\x00\x06")
        while struct.unpack_from("<H", data, at)[0] != kind:
            at += 4 + struct.unpack_from("<H", data, at + 2)[0]
        data[at + 4 + shift : at + 4 + shift + len(content)] = content
        target.write_bytes(data)
        assert [fault.code for fault in read(target).faults] == [code], hex(kind)


def spoilt(chance, folder, kind):
    """A workbook with wrong bytes is read or refused, and never ends in a traceback."""
    path = folder / f"spoilt.{kind}"
    if kind == "xls":
        data = bytearray((folder / "good.xls").read_bytes())
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.choice((0, 1, 255, chance.randrange(256)))
        path.write_bytes(data)
    else:
        with zipfile.ZipFile(folder / "good.ods") as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        data = bytearray(parts["content.xml"])
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 4)] = bytes(
                chance.choice(b'<>"/=&;09Z \xff') for _ in range(chance.randint(0, 4))
            )
        parts["content.xml"] = bytes(data)
        with zipfile.ZipFile(path, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
    found = read(path)
    assert (found.problem is None) == bool(found.faults)
