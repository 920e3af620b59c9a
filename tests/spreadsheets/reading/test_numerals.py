"""Messy texts: what each is read as, and that nothing is ever read as something else without a word."""

import datetime
from math import isclose

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mcda.spreadsheets.reading.multiples import measure
from mcda.spreadsheets.reading.numerals import MISSING, read_numeral
from mcda.spreadsheets.reading.ratios import read_ratio

CERTAIN = {
    "12": 12, "１２３．４": 123.4, "1,234.5": 1234.5, "1 050": 1050, "1\u202f050": 1050, "1e5": 1e5, "−5": -5, "+.5": 0.5, "12.": 12,
    "1,234,567": 1234567, "1，200": 1200, " 7 ": 7, "12%": 0.12, "１２．５％": 0.125, "3.5‰": 0.0035, "-5 %": -0.05,
    "100–150": (100, 150), "100~150": (100, 150), "100～150": (100, 150), "100—150": (100, 150), "100至150": (100, 150),
    "100 to 150": (100, 150), "10-15%": (0.1, 0.15), "10%–15%": (0.1, 0.15), "-5–-3": (-5, -3), "5–5": 5, "'12": 12,
}  # fmt: skip
GUESSED = {
    "7-8": ((7, 8), "hyphen"), "约120": (120, "about"), "大约 120": (120, "about"), "120左右": (120, "about"), "~95": (95, "about"),
    "ca. 95": (95, "about"), "约100–150": ((100, 150), "about"), "1.2万": (12000, "many"), "1.5亿": (1.5e8, "many"),
    "1–2万": ((10000, 20000), "many"), "¥1,200": (1200, "money"), "￥1200": (1200, "money"), "1,200元": (1200, "money"),
    "1.2万元": (12000, "money"), "$5–$7": ((5, 7), "money"), "(3)": (-3, "brackets"), "（1,200）": (-1200, "brackets"),
    "12±3": ((9, 15), "spread"), "12 ± 0.5%": ((0.115, 0.125), "spread"), "1,2345": (12345, "fours"),
    "[10, 12]": ((10, 12), "hyphen"), "［0.5，1.5］": ((0.5, 1.5), "hyphen"),
}  # fmt: skip
WRONG = {
    "1,23": "cell_comma", "1,234,5": "cell_comma", "≥90": "cell_bound", "<5": "cell_bound", "90以上": "cell_bound", "at least 5": "cell_bound",
    "5+": "cell_bound", "不超过90": "cell_bound", "0.65 t/t": "cell_unit", "80分": "cell_unit", "O.5": "cell_text", "l0": "cell_text",
    "1 05": "cell_text", "10²": "cell_text", "½": "cell_text", "①": "cell_text", "⑴": "cell_text", "1/3": "cell_text", "高": "cell_text",
    "0xFF": "cell_unit", "1e999": "cell_text", "150–100": "cell_order", "#N/A": "cell_error", "#DIV/0!": "cell_error", "Err:502": "cell_error",
    "2025-01-03": "cell_date", "1月3日": "cell_date", "3-Jan": "cell_date", "1-2-3": "cell_date", "1.234.567": "cell_text", "1.2.3": "cell_text", "[12, 10]": "cell_order", "٣": "cell_text",
}  # fmt: skip


@pytest.mark.parametrize("text", CERTAIN)
def test_certain(text):
    found = read_numeral(text)
    expected = CERTAIN[text]
    assert (found.low, found.high) == (expected if isinstance(expected, tuple) else (expected, expected))
    assert not found.guessed


@pytest.mark.parametrize("text", GUESSED)
def test_guessed(text):
    found = read_numeral(text)
    expected, code = GUESSED[text]
    assert (found.low, found.high) == pytest.approx(
        expected if isinstance(expected, tuple) else (expected, expected), rel=1e-15
    )
    assert found.guessed
    assert found.code == code


@pytest.mark.parametrize("text", WRONG)
def test_wrong(text):
    found = read_numeral(text)
    assert (found.kind, found.code) == ("error", WRONG[text])


@pytest.mark.parametrize(
    "text", ["2025-03-04", "2025年3月4日", "3月4日", "3/4/2025", "2025.3.4", datetime.date(2025, 3, 4)]
)
def test_a_date_is_asked_about_by_its_month_and_day(text):
    found = read_numeral(text)
    assert (found.code, str(found.values["a"]).strip("0"), str(found.values["b"]).strip("0")) == ("cell_date", "3", "4")


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "—", "－", "/", "n/a", "N/A", "ＮＡ", "无", "不适用", "暂无数据", "…", "--"]
)
def test_missing(text):
    assert read_numeral(text).kind == "missing"


@pytest.mark.parametrize(
    ("value", "code"),
    [(True, "cell_boolean"), (datetime.date(2025, 1, 2), "cell_date"), (datetime.datetime(2025, 1, 2, 3), "cell_date"),
     (datetime.time(3, 1), "cell_time"), (datetime.timedelta(hours=30), "cell_time"), (float("nan"), "cell_text"), (float("inf"), "cell_text")],
)  # fmt: skip
def test_what_is_no_text_and_no_figure(value, code):
    assert (read_numeral(value).kind, read_numeral(value).code) == ("error", code)


def test_decimal_commas():
    assert read_numeral("1,5", True).low == 1.5
    assert read_numeral("1.234,5", True).low == 1234.5
    assert not read_numeral("1,234", True).guessed
    assert (read_numeral("12.000", True).low, read_numeral("12.000", True).code) == (12000, "points")
    assert (read_numeral("1,234", None).low, read_numeral("1,234", None).code) == (1234, "commas")
    assert read_numeral("12,5%", True).low == 0.125
    assert read_numeral("1,5–2,5", True).high == 2.5


def test_the_unit_of_the_heading_may_stand_in_a_cell():
    assert read_numeral("1,200元/吨", unit=measure("元/吨")).low == 1200
    assert read_numeral("5 t/t", unit=measure("t/t")).low == 5
    assert read_numeral("5 t/t", unit=measure("kWh")).kind == "error"


MULTIPLES = [
    ("万元", "21,500万元", 21500, "own_unit"), ("万元", "18000", 18000, ""), ("万元", "1.5亿", 15000, "multiple"), ("万元", "1.2万", 1.2, "multiple"),
    ("亿元", "2.1亿元", 2.1, "own_unit"), ("亿元", "9000万元", 0.9, "multiple"), ("亿元", "5000万", 0.5, "multiple"),
    ("亿元", "1.2万亿元", 12000, "own_unit"), ("万元", "5,000元", 0.5, "multiple"), ("万元", "¥1.5亿", 15000, "multiple"),
    ("万元", "约1.5亿", 15000, "multiple"), ("万元", "1–2亿", (10000, 20000), "multiple"), ("万元", "5000万–1.2亿元", (5000, 12000), "multiple"),
    ("万元", "5000–8000元", (0.5, 0.8), "multiple"), ("万元", "900–1200万", (900, 1200), "multiple"),
    ("万CNY@2023", "1.5亿元", 15000, "multiple"), ("亿CNY@2023", "9000万元", 0.9, "multiple"), ("亿美元", "3000万美元", 0.3, "multiple"),
    ("百万元", "1.5亿", 150, "multiple"), ("千元", "1.2万元", 12, "multiple"), ("million USD", "1.5亿", 150, "multiple"),
    ("万t", "95万", 95, "multiple"), ("万t", "95万吨", 95, "multiple"), ("万t", "95万t", 95, "own_unit"), ("万t", "1.2亿吨", 12000, "multiple"),
    ("t", "95吨", 95, "own_unit"), ("t", "95万吨", 950000, "own_unit"), ("t", "95万", 950000, "many"), ("m3", "12 立方米", 12, "own_unit"),
    ("万元/人", "1.2亿", 12000, "multiple"), ("元", "1,200元", 1200, "own_unit"), ("元", "1.2万", 12000, "many"), ("元/吨", "¥1,200", 1200, "money"),
    ("万户", "1.2亿", 12000, "multiple"), ("万户", "95万", 95, "multiple"), ("万户", "950000户", 95, "multiple"), ("万", "1.5亿", 15000, "multiple"),
    ("", "1.2万", 12000, "many"), ("", "1,200元", 1200, "money"), ("静态", "1.2万", 12000, "many"), ("元", "10元–12元", (10, 12), "own_unit"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "text", "expected", "code"), MULTIPLES)
def test_ten_thousands_of_a_cell_are_divided_by_those_of_the_heading(unit, text, expected, code):
    found = read_numeral(text, unit=measure(unit))
    assert (found.low, found.high) == (expected if isinstance(expected, tuple) else (expected, expected))
    assert found.code == code


@pytest.mark.parametrize(
    ("unit", "text"),
    [("万元", "1.5亿美元"), ("亿美元", "9000万元"), ("万元", "95万吨"), ("万t", "95万元"), ("万t", "95万千瓦时"), ("t", "5 kg"), ("m", "5 km"),
     ("t", "5 tCO2"), ("万t", "5 t/t"), ("kWh", "1,200元"), ("元/吨", "1,200元"), ("万元", "¥5000"), ("万元", "£5"), ("10000吨", "95万"),
     ("k€", "1.2万"), ("元", "$5–$7")],
)  # fmt: skip
def test_a_unit_of_another_kind_in_a_cell_is_an_error(unit, text):
    found = read_numeral(text, unit=measure(unit))
    assert (found.kind, found.code) == ("error", "cell_unit")


def dressed(number):
    """A number in the ways in which people write it, none of which is a guess."""
    plain = repr(number)
    wide = plain.translate({ord(a): ord(b) for a, b in zip("0123456789.-+", "０１２３４５６７８９．－＋", strict=True)})
    ways = [plain, f" {plain} ", wide, plain.replace("-", "−"), plain.replace("e", "E")]
    if abs(number) < 1e15 and number == round(number, 4):
        ways += [f"{number:,.4f}", f"{number:,.4f}".replace(",", " "), f"{number:,.4f}".replace(",", "，")]
    return ways


FINITE = st.floats(allow_nan=False, allow_infinity=False)


@given(FINITE | st.integers(-(10**9), 10**9).map(float), st.data())
def test_a_number_comes_back_however_it_is_written(number, data):
    found = read_numeral(data.draw(st.sampled_from(dressed(number))))
    assert (found.kind, found.low, found.guessed) == ("number", number, False)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from("–~至"))
def test_a_range_keeps_its_ends(a, b, sign):
    found = read_numeral(f"{a}{sign}{b}")
    if a > b:
        assert found.code == "cell_order"
    else:
        assert (found.low, found.high, found.guessed) == (a, b, False)
        assert found.low <= found.mode <= found.high


@given(st.integers(-1000, 1000).map(lambda k: k / 8))
def test_per_cent_is_a_hundredth(number):
    assert isclose(read_numeral(f"{number}%").low, number / 100, rel_tol=1e-15)


@example("1\n2", False)
@example("%", False)
@example("~", False)
@example("-–-", False)
@given(
    st.text(alphabet="0123456789.,-+–~% 约万元()/eE±≥無无t①²０％", max_size=12) | st.text(max_size=12),
    st.sampled_from([False, True, None]),
)
def test_any_text_is_one_thing_and_never_a_number_made_up(text, comma):
    found = read_numeral(text, comma)
    assert found.kind in ("number", "range", "missing", "error")
    if found.kind in ("number", "range"):
        assert found.low <= found.high
        assert any(c.isdigit() for c in text)
    elif found.kind == "error":
        assert found.code
    else:
        assert not any(c.isdigit() for c in text)


@given(st.sampled_from(sorted(MISSING)), st.sampled_from([str, str.upper, lambda s: f" {s} "]))
def test_missing_is_never_nought(text, change):
    assert read_numeral(change(text)).kind == "missing"


@pytest.mark.parametrize(
    ("value", "expected", "code"),
    [(3, 3, ""), ("4", 4, ""), ("1/3", 1 / 3, ""), ("１／３", 1 / 3, ""), ("1:3", 1 / 3, ""), ("3:1", 3, ""), ("1÷5", 0.2, ""),
     (0.333, 1 / 3, "rounded"), ("0.33", 1 / 3, "rounded"), (0.143, 1 / 7, "rounded"), (0.13, 1 / 8, "rounded"), (0.5, 0.5, ""), (0.25, 0.25, ""),
     (1 / 3, 1 / 3, ""), (2.5, 2.5, ""), ("", None, ""), ("—", None, ""), (0.3, 0.3, "")],
)  # fmt: skip
def test_comparisons(value, expected, code):
    found = read_ratio(value)
    assert found.value == expected
    assert (found.code, found.wrong) == (code, False)


@pytest.mark.parametrize(
    "value",
    [
        datetime.date(2025, 1, 3),
        datetime.datetime(2025, 3, 1),
        "1月3日",
        "2025年1月3日",
        "3-Jan",
        "Jan-3",
        46025,
        46082,
    ],
)
def test_dates_are_fractions(value):
    assert (read_ratio(value).day, read_ratio(value).code) == (3, "dated")


@pytest.mark.parametrize(
    "value",
    [10, 0, -3, 0.05, "x", "1/0", True, datetime.date(2025, 5, 7), datetime.date(2025, 1, 12), datetime.time(1, 3)],
)
def test_no_comparisons(value):
    assert read_ratio(value).wrong


@given(st.integers(2, 9), st.integers(2, 6))
def test_a_rounded_fraction_is_that_fraction(k, digits):
    assert read_ratio(round(1 / k, digits)).value == 1 / k
