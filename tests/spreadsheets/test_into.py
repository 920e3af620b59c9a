"""Sheets put beside somebody's own: theirs stays as it is to the byte, ours can be read, and what can't be kept is
refused.
"""

import re
import zipfile

import pytest
import xlsxwriter
from libreoffice import recalculated
from python_calamine import CalamineWorkbook

import mcda
from mcda.errors import SheetError
from mcda.spreadsheets.writing.into import write_into
from mcda.spreadsheets.writing.sheets.beside import sheets_beside

CHANGED = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"}


def theirs(path, sheet="评价表", name="高炉"):
    """A workbook with a matrix, formats, a formula and a chart."""
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet(sheet)
    bold = book.add_format({"bold": True, "bg_color": "#FFCC00"})
    rows = [["方案", "成本", "产能"], ["方向", "负向", "正向"], [name, 3200, 2], ["电炉", 3500, 3], ["氢基", 4100, 5]]
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            write = page.write_string if isinstance(value, str) else page.write_number
            write(i, j, value, bold if i == 0 else None)
    page.write_formula("F1", "=SUM(B3:B5)", None, 10800)
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": f"='{sheet}'!$B$3:$B$5"})
    page.insert_chart("H2", chart)
    book.close()
    return path


def put_into(source, target, lang="zh"):
    problem = mcda.load(source)
    ranking = mcda.rank(problem)
    return ranking, write_into(source, target, sheets_beside(problem, ranking, lang))


def test_their_parts_stay_as_they_are_and_ours_can_be_read(tmp_path):
    source, target = theirs(tmp_path / "表.xlsx"), tmp_path / "copy.xlsx"
    before = source.read_bytes()
    ranking, names = put_into(source, target)
    assert source.read_bytes() == before
    with zipfile.ZipFile(source) as a, zipfile.ZipFile(target) as b:
        assert {name for name in a.namelist() if a.read(name) != b.read(name)} == CHANGED
        assert len(b.namelist()) == len(a.namelist()) + 2
    for file in (target, recalculated(target, tmp_path)):
        book = CalamineWorkbook.from_path(file)
        assert book.sheet_names == ["评价表", *names]
        assert book.get_sheet_by_name("评价表").to_python(skip_empty_area=False)[0][5] == 10800
        rows = book.get_sheet_by_name(names[0]).to_python(skip_empty_area=False)
        scores = {row[1]: row[2] for row in rows if isinstance(row[0], float) and row[0]}
        labels = [mcda.load(source).label(name).zh for name in ranking.table.alternatives]
        assert scores == pytest.approx(dict(zip(labels, ranking.scores, strict=True)), rel=1e-14)


def test_a_second_time_the_sheets_get_other_names(tmp_path):
    source = theirs(tmp_path / "a.xlsx", sheet="mcda RANKING")
    _, names = put_into(source, tmp_path / "b.xlsx", "en")
    assert names == ["mcda ranking 2", "mcda doubts"]


def test_the_copy_can_be_ranked_again(tmp_path):
    source = theirs(tmp_path / "a.xlsx")
    ranking, _ = put_into(source, tmp_path / "b.xlsx")
    put_into(tmp_path / "b.xlsx", tmp_path / "c.xlsx", "en")
    again = mcda.rank(mcda.load(tmp_path / "c.xlsx"))
    assert again.scores.tolist() == ranking.scores.tolist()


def test_a_text_stays_text(tmp_path):
    source = theirs(tmp_path / "a.xlsx", name='=HYPERLINK("http://x")<&>\x01')
    _, names = put_into(source, tmp_path / "b.xlsx", "en")
    with zipfile.ZipFile(tmp_path / "b.xlsx") as book:
        ours = [book.read(name).decode() for name in book.namelist() if "worksheets/mcda" in name]
    assert not any("<f>" in sheet for sheet in ours)
    assert any("=HYPERLINK" in sheet and "&lt;&amp;&gt;" in sheet for sheet in ours)
    rows = CalamineWorkbook.from_path(tmp_path / "b.xlsx").get_sheet_by_name(names[0]).to_python()
    assert any(str(cell).startswith("=HYPERLINK") for row in rows for cell in row)


def changed(path, part, pattern, text):
    """The workbook with something else in a part, or with one more part."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = re.sub(pattern, text, parts.get(part, b"x").decode(), count=1).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("code", "part", "pattern", "text"),
    [
        ("into_signed", "_xmlsignatures/sig1.xml", "x", "<s/>"),
        ("into_protected", "xl/workbook.xml", "<sheets>", '<workbookProtection lockStructure="1"/><sheets>'),
    ],
)
def test_what_can_not_be_kept_is_refused_and_nothing_written(code, part, pattern, text, tmp_path):
    source = theirs(tmp_path / "a.xlsx")
    problem = mcda.load(source)
    sheets = sheets_beside(problem, mcda.rank(problem), "en")
    changed(source, part, pattern, text)
    with pytest.raises(SheetError) as raised:
        write_into(source, tmp_path / "b.xlsx", sheets)
    assert raised.value.faults[0].code == code
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.xlsx"]


def test_a_table_of_text_and_the_workbook_itself_are_refused(tmp_path):
    source = theirs(tmp_path / "a.xlsx")
    (tmp_path / "a.csv").write_text("option,cost\nmore is better,min\na,1\nb,2\n")
    problem = mcda.load(source)
    sheets = sheets_beside(problem, mcda.rank(problem), "en")
    for file, target, code in ((source, source, "into_itself"), (tmp_path / "a.csv", tmp_path / "b.xlsx", "into_kind")):
        with pytest.raises(SheetError) as raised:
            write_into(file, target, sheets)
        assert raised.value.faults[0].code == code
