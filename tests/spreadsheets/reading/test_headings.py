"""What a heading says: name, unit, direction; and what of it is a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcda.expression import parse_unit
from mcda.spreadsheets.reading.headings import heading
from mcda.spreadsheets.reading.vocabulary import direction_of

HEADINGS = {
    "成本(元/吨)": ("成本", "", "元/吨", "", "unit_unread"),
    "成本（2024年元/吨）": ("成本", "CNY@2024/t", "", "", "unit_translated"),
    "投资【2024年价，万元】": ("投资", "万CNY@2024", "", "", "unit_translated"),
    "Cost (2020 USD/t)": ("Cost", "USD@2020/t", "", "", "unit_translated"),
    "Cost [USD@2020/t]": ("Cost", "USD@2020/t", "", "", ""),
    "CO2 [t/t]": ("CO2", "t/t", "", "", ""),
    "碳排放 (吨CO2/吨)": ("碳排放", "tCO2/t", "", "", "unit_translated"),
    "能耗（千瓦时/吨，越小越好）": ("能耗", "kWh/t", "", "min", "unit_translated"),
    "水耗/m3·t-1": ("水耗", "m3/t", "", "", "unit_behind"),
    "投资，亿元": ("投资", "", "亿元", "", "unit_behind"),
    "投资/(万元)": ("投资", "", "万元", "", "unit_unread"),
    "碳强度（逆指标）": ("碳强度", "", "", "min", ""),
    "水耗(低优)": ("水耗", "", "", "min", ""),
    "用水 (m³/t)": ("用水", "m3/t", "", "", ""),
    "利用率(%)": ("利用率", "%", "", "", ""),
    "产量\n(万吨/年)": ("产量", "万t/year", "", "", "unit_translated"),
    "就业(人)(越大越好)": ("就业", "person", "", "max", "unit_translated"),
    "成本↓": ("成本", "", "", "min", ""),
    "Price (USD/t) ↓": ("Price", "", "USD/t", "min", "unit_unread"),
    "成本 越小越好": ("成本", "", "", "min", ""),
    "Jobs (higher is better)": ("Jobs", "", "", "max", ""),
    "Cost (min)": ("Cost", "", "", "min", ""),
    "Efficiency (+)": ("Efficiency", "", "", "max", "direction_sign"),
    "Efficiency (-)": ("Efficiency", "", "", "min", "direction_sign"),
    "GDP(2025)": ("GDP(2025)", "", "", "", "bracket_kept"),
    "TRL (1-9)": ("TRL (1-9)", "", "", "", "bracket_kept"),
    "质量(适度)": ("质量", "", "", "target", ""),
    "R/D intensity": ("R/D intensity", "", "", "", ""),
    "Temperature (°C)": ("Temperature", "", "°C", "", "unit_unread"),
    "(元)": ("(元)", "", "", "", ""),
}


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_taken_apart(text):
    found = heading(text)
    assert (found.name, found.unit, found.counted, found.direction, "".join(found.codes)) == HEADINGS[text]


@given(st.text(max_size=40))
def test_any_heading_keeps_a_name_and_its_unit_can_be_read(text):
    found = heading(text)
    assert found.name or not text.strip() or not any(c.isprintable() and not c.isspace() for c in text)
    if found.unit:
        assert parse_unit(found.unit).factor > 0


@pytest.mark.parametrize(
    ("text", "direction"),
    [("MAX", "max"), ("效益型", "max"), ("正向指标", "max"), ("（越大越好）", "max"), ("成本型", "min"), ("逆向", "min"), ("Lower is better", "min"),
     ("区间型", "target"), ("+", ""), ("其他", "")],
)  # fmt: skip
def test_words_for_directions(text, direction):
    assert direction_of(text) == direction


def test_signs_are_directions_only_where_directions_are_expected():
    assert [direction_of(sign, signs=True) for sign in ("+", "−", "1", "-1", "1.0")] == [
        "max",
        "min",
        "max",
        "min",
        "max",
    ]
