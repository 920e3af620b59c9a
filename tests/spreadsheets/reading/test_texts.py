"""Text files: encodings, separators, decimal commas, and what careful exporters put before a formula."""

from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mcda.errors import SheetError
from mcda.spreadsheets.reading import read
from mcda.spreadsheets.reading.encodings import decoded

TEXT = "方案,成本↓,就业↑\n高炉,3,10\n氢基竖炉,5,40\n废钢电炉,4,20\n"
PLAIN = TEXT.replace("↓", "(越小越好)").replace("↑", "(越大越好)")
TRADITIONAL = "方案,成本(min),就業(max)\n高爐,3,10\n氫基豎爐,5,40\n廢鋼電爐,4,20\n"
NUMBERS = [[3, 5, 4], [10, 40, 20]]


def written(path, data):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read(path)


def table(found):
    assert not found.faults, [(fault.what(), str(fault.place)) for fault in found.faults]
    return [[figure.mode for figure in column.figures.values()] for column in found.problem.columns.values()]


def codes(guesses):
    return {guess.code for guess in guesses}


@pytest.mark.parametrize(
    ("encoding", "text", "guessed"),
    [("utf-8", TEXT, False), ("utf-8-sig", TEXT, False), ("utf-16", TEXT, False), ("utf-16-le", TEXT, True), ("utf-16-be", TEXT, True),
     ("utf-32", TEXT, False), ("gb18030", PLAIN, True), ("gbk", PLAIN, True), ("big5", TRADITIONAL, True)],
)  # fmt: skip
def test_encodings(encoding, text, guessed, tmp_path):
    found = written(tmp_path / "表.csv", text.encode(encoding))
    assert table(found) == NUMBERS
    assert found.problem.alternatives[0].label.zh in ("高炉", "高爐")
    assert ("encoding" in codes(found.guesses)) == guessed


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "，"])
def test_separators_and_line_ends(separator, ending, tmp_path):
    found = written(tmp_path / "t.csv", TEXT.replace(",", separator).replace("\n", ending))
    assert table(found) == NUMBERS


def test_the_separator_that_the_file_names(tmp_path):
    found = written(tmp_path / "t.csv", "sep=;\n" + TEXT.replace(",", ";").replace("高炉", "高炉, 大修"))
    assert table(found) == NUMBERS
    assert found.problem.alternatives[0].label.zh == "高炉, 大修"
    assert table(written(tmp_path / "p.csv", '"sep=|"\n' + TEXT.replace(",", "|"))) == NUMBERS


def test_decimal_commas_belong_to_a_column(tmp_path):
    text = "o;x↓;y↑;z↑\na;1,5;1.234;1,234\nb;12.000;2.5;2,345\nc;0,25;3;7\n"
    found = written(tmp_path / "t.csv", text)
    assert table(found) == [[1.5, 12000, 0.25], [1.234, 2.5, 3], [1234, 2345, 7]]
    guessed = {guess.place.cell: guess.code for guess in found.guesses if guess.code.startswith("cell_")}
    assert guessed == {"B3": "cell_points", "D2": "cell_commas", "D3": "cell_commas"}


def test_a_table_of_nothing_but_decimal_commas(tmp_path):
    assert table(written(tmp_path / "t.csv", "o;x↓;y↑\na;980,00;3,5\nb;1.200,50;4,25\n")) == [
        [980, 1200.5],
        [3.5, 4.25],
    ]


def test_a_quotation_mark_that_never_ends_is_told_and_one_over_lines_is_read(tmp_path):
    (fault,) = written(tmp_path / "t.csv", 'o,x↓,y↑\na,"1,2\nb,2,3\n').faults
    assert fault.code == "text_quotes"
    assert table(written(tmp_path / "t.csv", 'o,x↓,y↑\na,3,10\nb,5,40\n"c\nd",4,"20\n"\n')) == NUMBERS


def test_a_column_that_contradicts_itself_is_told(tmp_path):
    found = written(tmp_path / "t.csv", "o;x↓;y↑\na;1,5;1\nb;2.5;2\n")
    assert [(fault.code, fault.place.cell) for fault in found.faults] == [("cell_comma", "B2")]


def test_in_a_comma_file_a_quoted_comma_is_no_decimal_point(tmp_path):
    assert table(written(tmp_path / "t.csv", 'o,x↓,y↑\na,"1,234",1\nb,"2,500.5",2\n')) == [[1234, 2500.5], [1, 2]]
    (fault,) = written(tmp_path / "u.csv", 'o,x↓,y↑\na,"1,5",1\nb,2,2\n').faults
    assert (fault.code, fault.place.cell, fault.place.sheet, str(fault.place)) == ("cell_comma", "B2", "", "u.csv:B2")


def test_one_apostrophe_of_a_careful_exporter_is_removed(tmp_path):
    found = written(tmp_path / "t.csv", "o,x↓,y↑\n'=1+1,3,10\n''=2,5,40\n=cmd|'/c calc'!A1,4,20\n")
    assert [a.label.en for a in found.problem.alternatives] == ["=1+1", "''=2", "=cmd|'/c calc'!A1"]
    assert table(found) == NUMBERS


def test_a_formula_among_figures_is_an_error(tmp_path):
    (fault,) = written(tmp_path / "t.csv", "o,x↓,y↑\na,=1+1,10\nb,5,40\n").faults
    assert (fault.code, fault.place.cell) == ("cell_text", "B2")


def test_ragged_and_trailing_cells(tmp_path):
    text = "title\n\no,x↓,y↑,,,\na,3,10,,,\nb,5,40\nc,4,20,,\n,,,,,\n,,,,,\n"
    assert table(written(tmp_path / "t.csv", text)) == NUMBERS


def test_line_breaks_in_quotes(tmp_path):
    found = written(tmp_path / "t.csv", 'o,"x\n↓",y↑\n"a\nb",3,10\nc,5,40\nd,4,20\n')
    assert table(found) == NUMBERS
    assert found.problem.alternatives[0].label.en == "a b"


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data):
    with suppress(SheetError):
        text, _ = decoded(data, "t.csv")
        assert isinstance(text, str)


def valid_utf8(data):
    return "\ufffd" not in data.decode("utf-8", "replace")


COMMON = "方案成本投资排放技术成熟度就业人数能源消耗水土地高低中地区经济环境社会指标权重评价结果分析比较目标年度合计"


@given(st.text(alphabet=COMMON, min_size=12, max_size=60))
def test_everyday_chinese_is_told_apart(text):
    traditional = text.translate(str.maketrans("术业务济环标权评价结较资", "術業務濟環標權評價結較資"))
    assume(not valid_utf8(text.encode("gb18030")))  # 业业 is also ҵҵ: nobody can tell
    assert decoded(text.encode("gb18030"), "t")[0] == text
    if not any(c in traditional for c in "区会类数级"):  # characters that Big5 hasn't
        assert decoded(traditional.encode("big5", "ignore"), "t")[0] == traditional.encode("big5", "ignore").decode(
            "big5"
        )


@pytest.mark.parametrize("text", ["农业,失业\n平原,3\n", "option,碳,水源\na,1,2\n", "源\n元\n"])
def test_chinese_that_happens_to_be_utf_8_is_a_guess(text):
    assert valid_utf8(text.encode("gb18030"))
    found, (guess,) = decoded(text.encode("gb18030"), "t")
    assert (found, guess.code) == (text, "encoding")


LETTERS = [
    "Критерий;Стоимость\n", "Цена;Вес\n", "Үнэ;Зардал\n", "Бағасы;ұзақтық\n", "Κόστος;Χρόνος\n", "Կշիռ;գին\n", "מחיר;זמן\n", "سعر;زمن\n",
    "coût;durée\n", "Größe;Kosten;Maß\n", "å;ö\n", "mężczyzna;źródło\n", "Příjem;ů\n", "ősz;Ülke\n", "µm;m²;25 °C;±3;kWh·t;Ω\n", "coût;Цена;α\n",
]  # fmt: skip


@pytest.mark.parametrize("text", LETTERS)
def test_letters_of_other_scripts_stay_what_they_are(text):
    assert decoded(text.encode(), "t") == (text, ())
