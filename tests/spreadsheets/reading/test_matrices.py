"""The tables that people have: what comes out of each, or which cell is to blame. Every workbook is built here."""

import re
from datetime import date, time

import pytest
from workbooks import Formula, Percent, made, rewritten

from mcda.files.case import examine_tree
from mcda.files.catalogue import Catalogue
from mcda.files.writing import text_of
from mcda.files.yaml import compose
from mcda.model import Missing
from mcda.model.fingerprint import fingerprint
from mcda.ranking import rank
from mcda.spreadsheets.reading import read

PLAIN = [["方案", "成本↓", "就业↑"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]]


def figures(problem):
    """By criterion and option: a number, or low and high."""
    return {
        c.title.zh: {
            a.label.zh: (f.low, f.high) if f.low is not None else f.mode
            for a in problem.alternatives
            if (f := problem.columns[c.id].of(a.id))
        }
        for c in problem.criteria
    }


def table(problem):
    """The figures as a list of columns, in the order of the options."""
    return [list(column.values()) for column in figures(problem).values()]


def codes(guesses):
    return {guess.code for guess in guesses}


def directions(problem):
    return [c.direction.value for c in problem.criteria]


def titles(problem):
    return [c.title.zh for c in problem.criteria]


def names(problem):
    return [a.label.zh for a in problem.alternatives]


def sound(problem):
    """The same problem from its own case file, without a fault."""
    again, faults = examine_tree(compose(text_of(problem), "case"), "case", Catalogue())
    assert not faults, [fault.what() for fault in faults]
    assert fingerprint(again) == fingerprint(problem)


NUMBERS = [[3, 5, 4], [10, 40, 20]]
GOOD = {
    "plain": (PLAIN, NUMBERS, set()),
    "english": ([["option", "cost (min)", "jobs (max)"], ["a", 3, 10], ["b", 5, 40], ["c", 4, 20]], NUMBERS, set()),
    "title and notes": ([["表1 比较"], [], *PLAIN, ["注：调研数据"], ["来源：年鉴"]], NUMBERS, set()),
    "title right above": ([["表1 比较"], *PLAIN], NUMBERS, set()),
    "row of directions": (
        [["方案", "成本", "就业"], ["方向", "越小越好", "正向"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, set(),
    ),
    "directions below": (
        [["", "x", "y"], ["a", 3, 10], ["b", 5, 40], ["c", 4, 20], ["Type", "cost", "benefit"]], NUMBERS, set(),
    ),
    "directions as signs": (
        [["方案", "x", "y"], ["属性", "-", "+"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, set(),
    ),
    "directions as 1 and -1": (
        [["", "x", "y"], ["a", 3, 10], ["b", 5, 40], ["c", 4, 20], ["types", -1, 1]], NUMBERS, set(),
    ),
    "row of units": (
        [["方案", "x↓", "y↑"], ["单位", "kWh/t", "人"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]],
        NUMBERS, {"unit_translated"},
    ),
    "units under the headings, without a name": (
        [["方案", "x↓", "y↑"], ["", "(kWh/t)", "(person)"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, set(),
    ),
    "numbering": (
        [["序号", "方案", "成本↓", "就业↑"], [1, "甲", 3, 10], [2, "乙", 5, 40], [3, "丙", 4, 20]], NUMBERS, set(),
    ),
    "remarks, ranks and totals": (
        [
            ["方案", "成本↓", "就业↑", "备注", "得分", "排名"], ["甲", 3, 10, "已投产", 0.3, 2], ["乙", 5, 40, "示范", 0.5, 1],
            ["丙", 4, 20, "", 0.2, 3], ["合计", 12, 70], ["平均", 4, 23.3],
        ],
        NUMBERS, {"column_remarks", "column_result", "total_row"},
    ),
    "words that describe": (
        [["方案", "成本↓", "省份", "就业↑"], ["甲", 3, "河北", 10], ["乙", 5, "山西", 40], ["丙", 4, "内蒙古", 20]],
        NUMBERS, {"column_words"},
    ),
    "categories before names": (
        [["类别", "方案", "成本↓", "就业↑"], ["钢铁", "甲", 3, 10], ["", "乙", 5, 40], ["电力", "丙", 4, 20]], NUMBERS, {"column_words"},
    ),
    "an empty row inside": ([PLAIN[0], PLAIN[1], [], *PLAIN[2:]], NUMBERS, set()),
    "an empty column inside": (
        [["方案", "成本↓", "", "就业↑"], ["甲", 3, "", 10], ["乙", 5, "", 40], ["丙", 4, "", 20]], NUMBERS, set(),
    ),
    "an option without figures": ([*PLAIN, ["丁", "", ""]], NUMBERS, {"row_empty"}),
    "a criterion without figures": (
        [["方案", "成本↓", "就业↑", "用水↓"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, {"column_empty"},
    ),
    "a criterion of which nothing is known": (
        [["方案", "成本↓", "就业↑", "用水↓"], ["甲", 3, 10, "—"], ["乙", 5, 40, "暂无"], ["丙", 4, 20, "无"]], NUMBERS, {"column_empty"},
    ),
    "numbers as text, full-width": (
        [["方案", "成本↓", "就业↑"], ["甲", "３", "1 0"[:1] + "0"], ["乙", " 5 ", "４０"], ["丙", "4.0", "２０．０"]], NUMBERS, set(),
    ),
    "formulas with values": (
        [["方案", "成本↓", "就业↑"], ["甲", Formula("=1+2", 3), 10], ["乙", 5, Formula("=B2*2", 40)], ["丙", 4, 20]], NUMBERS, set(),
    ),
    "turned": (
        [["准则", "甲", "乙", "丙"], ["成本↓", 3, 5, 4], ["就业↑", 10, 40, 20]], NUMBERS, {"turned"},
    ),
    "turned, with columns of directions, units and weights": (
        [["指标", "方向", "单位", "权重", "甲", "乙", "丙"], ["x", "min", "kWh", 2, 3, 5, 4], ["y", "max", "person", 1, 10, 40, 20]],
        NUMBERS, {"turned", "weights_row"},
    ),
    "turned, by units alone": (
        [["", "a", "b", "c"], ["x (kWh) ↓", 3, 5, 4], ["y (person) ↑", 10, 40, 20]], NUMBERS, {"turned"},
    ),
    "units behind every number": (
        [["方案", "成本↓", "就业↑"], ["甲", "3 万吨", "10户"], ["乙", "5万吨", "40户"], ["丙", "约4万吨", "２０户"]],
        NUMBERS, {"unit_of_cells", "cell_about"},
    ),
    "weights with a bracket": (
        [["方案", "成本↓", "就业↑"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20], ["权重（%）", 40, 60]], NUMBERS, set(),
    ),
    "weights of a method": ([PLAIN[0], ["AHP 权重", 0.4, 0.6], *PLAIN[1:]], NUMBERS, set()),
    "words spread by spaces": (
        [["方 案", "成本↓", "就业↑", "备 注"], ["甲", 3, 10, "试点"], ["乙", 5, 40], ["丙", 4, 20], ["合 计", 12, 70], ["平 均 值", 4, 23]],
        NUMBERS, {"total_row", "column_remarks"},
    ),
    "units of money under the headings": (
        [["方案", "成本↓", "就业↑"], ["—", "（万元）", "（户）"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, {"unit_unread"},
    ),
    "turned, with criteria on two levels": (
        [
            ["一级指标", "权重", "二级指标", "单位", "指标方向", "甲", "乙", "丙"], ["经济", 0.4, "成本", "万元", "-", 3, 5, 4],
            ["社会", 0.6, "就业", "人", "+", 10, 40, 20],
        ],
        NUMBERS, {"turned", "heads_joined", "weights_row"},
    ),
    "turned, with remarks": (
        [["指标", "甲", "乙", "丙", "计算方法", "备注"], ["成本↓", 3, 5, 4, "静态", ""], ["就业↑", 10, 40, 20, "直接", "含季节工"]],
        NUMBERS, {"turned", "column_words", "column_remarks"},
    ),
    "yardsticks": ([*PLAIN, ["目标值", 1, 50], ["阈值", 9, 5]], NUMBERS, {"total_row"}),
    "turned and numbered": (
        [["序号", "指标", "方案一", "方案二", "方案三"], [1, "成本↓", 3, 5, 4], [2, "就业↑", 10, 40, 20]], NUMBERS, {"turned"},
    ),
    "turned, by the names of the options": (
        [["", "方案一", "方案二", "方案三"], ["碳排放", 3, 5, 4], ["Technological maturity", 10, 40, 20]], NUMBERS, {"turned"},
    ),
    "who filled it in, and when": (
        [
            ["表3 方案比选", "", "单位：万元"], ["填报单位：省工信厅", "", "填报日期：2025年3月1日"], *PLAIN, ["制表人：张三", "", "审核人：李四"],
        ],
        NUMBERS, set(),
    ),
    "headings that could be about the table": (
        [["", "时间：天 ↓", "就业↑"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, set(),
    ),
    "directions and weights above the headings": (
        [["指标类型", "成本型", "效益型"], ["权重", 0.4, 0.6], ["方案", "成本", "就业"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, set(),
    ),
    "a corner that is also a word for directions": (
        [["属性", "成本↓", "就业↑"], ["", "万元", "人"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, {"unit_unread"},
    ),
    "a row of directions by another name": (
        [["方案", "成本", "就业"], ["指标特征", "低优", "高优"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, set(),
    ),
    "headings again on the next page": ([*PLAIN[:3], PLAIN[0], PLAIN[3]], NUMBERS, {"heads_again"}),
    "a rank beside each criterion": (
        [["方案", "成本↓", "成本排名", "就业↑", "就业名次"], ["甲", 3, 1, 10, 3], ["乙", 5, 3, 40, 1], ["丙", 4, 2, 20, 2]],
        NUMBERS, {"column_result"},
    ),
    "totals first": ([PLAIN[0], ["合计", 12, 70], ["平均", 4, 23], *PLAIN[1:]], NUMBERS, {"total_row"}),
    "codes before names": (
        [["项目代码", "地区", "成本↓", "就业↑"], ["130-1", "甲", 3, 10], ["130-2", "乙", 5, 40], ["130-3", "丙", 4, 20]],
        NUMBERS, {"column_words"},
    ),
    "codes for want of names": (
        [["方案编号", "类别", "成本↓", "就业↑"], ["A1", "钢铁", 3, 10], ["A2", "钢铁", 5, 40], ["A3", "电力", 4, 20]],
        NUMBERS, {"column_words"},
    ),
    "units that nobody knows": (
        [["方案", "成本↓", "就业↑"], ["指标单位", "个/万人", "档"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, {"unit_unread"},
    ),
    "numeric codes before names": (
        [["行政区划代码", "地区", "成本↓", "就业↑"], [1301, "甲", 3, 10], [1302, "乙", 5, 40], [1303, "丙", 4, 20]], NUMBERS, set(),
    ),
    "an empty row under the headings": ([["", "成本↓", "就业↑"], [], *PLAIN[1:]], NUMBERS, set()),
    "a note in several cells": ([*PLAIN, ["注", "静态投资", "含间接就业"]], NUMBERS, set()),
    "line breaks and unseen marks in names": (
        [["方案\n名称", "成\n本 ↓", "就业\u200b↑"], ["甲", 3, 10], ["乙", 5, 40], ["丙", 4, 20]], NUMBERS, set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_a_table_that_people_have(name, tmp_path):
    rows, expected, guessed = GOOD[name]
    found = read(made(tmp_path / "表.xlsx", rows))
    assert not found.faults, [(fault.what(), str(fault.place)) for fault in found.faults]
    assert table(found.problem) == expected
    assert directions(found.problem) == ["min", "max"]
    assert len(names(found.problem)) == 3
    assert not {"合计", "1301", "130-1"} & {*names(found.problem)}
    assert guessed <= codes(found.guesses)
    assert not any("·" in title for title in titles(found.problem)) or "heads_joined" in guessed
    quiet = {"matched", "direction_namesake", "unit_translated", "unit_unread", "heads_joined"}
    assert codes(found.guesses) <= guessed | quiet
    sound(found.problem)


@pytest.mark.parametrize("at", [(0, 0), (4, 2), (30, 40)])
def test_a_table_may_begin_anywhere_and_cells_keep_their_addresses(at, tmp_path):
    rows = [["方案", "x↓", "y↑"], ["甲", "约3", 10], ["乙", 5, 40]]
    found = read(made(tmp_path / "t.xlsx", rows, at))
    assert table(found.problem) == [[3, 5], [10, 40]]
    cell = next(guess for guess in found.guesses if guess.code == "cell_about").place.cell
    assert cell == {(0, 0): "B2", (4, 2): "D6", (30, 40): "AP32"}[at]


def test_cells_keep_their_addresses_where_weights_stand_above_the_headings(tmp_path):
    rows = [["权重", 0.4, 0.6], ["方案", "x↓", "y"], ["甲", "约3", 10], ["乙", 5, "≥40"]]
    found = read(made(tmp_path / "t.xlsx", rows, (2, 1)))
    assert [(fault.code, fault.place.cell) for fault in found.faults] == [
        ("cell_bound", "D6"),
        ("direction_none", "D4"),
    ]
    assert [(g.code, g.place.cell) for g in (*found.guesses, *found.told)] == [
        ("cell_about", "C5"),
        ("weights_row", "B3"),
    ]


def test_headings_merged_over_two_rows(tmp_path):
    rows = [["方案", "经济", "", "环境"], ["", "成本↓", "就业↑", "排放↓"], ["甲", 3, 10, 1], ["乙", 5, 40, 2]]
    found = read(made(tmp_path / "t.xlsx", rows, merged=["A1:A2", "B1:C1"]))
    assert titles(found.problem) == ["经济 · 成本", "经济 · 就业", "环境 · 排放"]
    assert "heads_joined" in codes(found.guesses)


def test_units_of_money_need_a_year_and_stay_in_the_name(tmp_path):
    rows = [["方案", "成本(元/吨)↓", "电价（2024年元/千瓦时）↓", "水耗/m3·t-1 ↓"], ["甲", 3, 1, 2], ["乙", 5, 2, 3]]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert [(c.title.zh, c.unit) for c in found.problem.criteria] == [
        ("成本 (元/吨)", ""), ("电价", "CNY@2024/kWh"), ("水耗", "m3/t"),
    ]  # fmt: skip
    assert found.problem.money == "CNY@2024"
    assert {"unit_unread", "unit_translated", "unit_behind"} <= codes(found.guesses)
    sound(found.problem)


def test_the_catalogue_is_recognised_in_either_language(tmp_path):
    rows = [["", "碳排放(t/t)", "Technological maturity", "Payback period (year)"], ["a", 1.2, 7, 3], ["b", 0.4, 9, 5]]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert [c.id for c in found.problem.criteria] == ["emissions", "technological_maturity", "payback_period"]
    assert directions(found.problem) == ["min", "max", "min"]
    assert found.problem.criteria[0].unit == "tCO2/t"
    assert found.problem.criteria[1].scale.id == "trl_1_9"
    assert {"matched", "matched_levels", "unit_meant"} <= codes(found.guesses)
    sound(found.problem)


def test_a_direction_against_the_catalogue_makes_a_criterion_of_its_own(tmp_path):
    rows = [["", "emissions (tCO2/t) ↑", "y↑"], ["a", 1, 2], ["b", 2, 1]]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert directions(found.problem) == ["max", "max"]
    assert found.problem.criteria[0].definition is None
    sound(found.problem)


def test_messy_cells(tmp_path):
    rows = [
        ["方案", "a↓", "b↑", "c↑"],
        ["甲", "约120", "100–150", Percent(0.12)],
        ["乙", "1,200元", "7-8", "12.5%"],
        ["丙", "1.2万", "12±3", "３．５‰"],
        ["丁", "(3)", 20, "—"],
        ["戊", "", "n/a", Percent(0.5)],
    ]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert not found.faults
    assert figures(found.problem) == {
        "a": {"甲": 120, "乙": 1200, "丙": 12000, "丁": -3},
        "b": {"甲": (100, 150), "乙": (7, 8), "丙": (9, 15), "丁": 20},
        "c": {"甲": 0.12, "乙": 0.125, "丙": 0.0035, "戊": 0.5},
    }
    guessed = {guess.place.cell: guess.code for guess in found.guesses if guess.code.startswith("cell_")}
    assert guessed == {
        "B2": "cell_about", "B3": "cell_money", "B4": "cell_many", "B5": "cell_brackets", "C3": "cell_hyphen", "C4": "cell_spread",
    }  # fmt: skip
    missing = {guess.values["cells"] for guess in found.told if guess.code == "missing"}
    assert missing == {("B6",), ("C6",), ("D5",)}
    assert {column.missing for column in found.problem.columns.values()} == {Missing.LEAVE_OUT}
    assert found.problem.columns["b"].figures["a1"].mode == 125
    sound(found.problem)


def test_a_missing_figure_is_never_a_number_and_its_option_is_not_ranked(tmp_path):
    rows = [["", "x↓", "y↑"], ["a", 3, 10], ["b", "—", 40], ["c", 4, ""], ["d", 0, 20]]
    found = read(made(tmp_path / "t.xlsx", rows))
    ranking = rank(found.problem)
    assert set(ranking.to_frame().index) == {"a", "d"}
    assert figures(found.problem)["x"] == {"a": 3, "c": 4, "d": 0}


def test_figures_in_per_cent_of_a_heading_that_says_so(tmp_path):
    rows = [["", "share (%) ↑", "x↓"], ["a", "12%", 1], ["b", 15, 2], ["c", "7%", 3]]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert table(found.problem)[0] == [12, 15, 7]
    assert found.problem.criteria[0].unit == "%"


BAD = {
    "no direction": ([["", "x", "y↑"], ["a", 1, 2], ["b", 3, 4]], {("direction_none", "B1")}),
    "a word that is no direction": (
        [["", "x", "y"], ["方向", "min", "居高"], ["a", 1, 2], ["b", 3, 4]], {("direction_word", "C2")},
    ),
    "a target": ([["", "x(适度)", "y↑"], ["a", 1, 2], ["b", 3, 4]], {("direction_target", "B1")}),
    "two directions": ([["", "x↑", "y↑"], ["方向", "min", "max"], ["a", 1, 2], ["b", 3, 4]], {("direction_two", "B2")}),
    "an error": (
        [["", "x↑", "y↑"], ["a", Formula("=1/0", "#DIV/0!"), 2], ["b", 3, Formula("=NA()", "#N/A")]],
        {("cell_error", "B2"), ("cell_error", "C3")},
    ),
    "an error in the last column alone": (
        [["", "x↑", "y↑", "z↑"], ["a", 1, 2, Formula("=1/0", "#DIV/0!")], ["b", 3, 4, Formula("=1/0", "#DIV/0!")]],
        {("cell_error", "D2"), ("cell_error", "D3")},
    ),
    "an error as text": ([["", "x↑", "y↑"], ["a", "#N/A", 2], ["b", 3, 4]], {("cell_error", "B2")}),
    "never calculated": ([["", "x↑", "y↑"], ["a", Formula("=1+1", ""), 2], ["b", 3, 4]], {("cell_uncomputed", "B2")}),
    "a date": ([["", "x↑", "y↑"], ["a", date(2025, 1, 3), 2], ["b", 3, 4]], {("cell_date", "B2")}),
    "a time": ([["", "x↑", "y↑"], ["a", time(3, 1), 2], ["b", 3, 4]], {("cell_time", "B2")}),
    "a limit": ([["", "x↑", "y↑"], ["a", "≥90", 2], ["b", 3, 4]], {("cell_bound", "B2")}),
    "a unit in a cell": ([["", "x↑", "y↑"], ["a", "0.65 t/t", 2], ["b", 3, 4]], {("cell_unit", "B2")}),
    "units that differ": (
        [["", "x↑", "y"], ["a", 1, "3.5 t"], ["b", 3, "—"], ["c", 2, "4 t"], ["d", 2, "120 元"]], {("cell_units", "C5"), ("direction_none", "C1")},
    ),
    "a unit behind some numbers": ([["", "x↑", "y↑"], ["a", "3.5 t", 2], ["b", 3, 4]], {("cell_unit", "B2")}),
    "a comma": ([["", "x↑", "y↑"], ["a", "1,23", 2], ["b", 3, 4]], {("cell_comma", "B2")}),
    "a letter": ([["", "x↑", "y↑"], ["a", "O.5", 2], ["b", 3, 4]], {("cell_text", "B2")}),
    "a raised digit": ([["", "x↑", "y↑"], ["a", "10²", 2], ["b", 3, 4]], {("cell_text", "B2")}),
    "a truth": ([["", "x↑", "y↑"], ["a", True, 2], ["b", 3, 4]], {("cell_boolean", "B2")}),
    "a range upside down": ([["", "x↑", "y↑"], ["a", "150–100", 2], ["b", 3, 4]], {("cell_order", "B2")}),
    "levels in words": ([["", "风险↓", "y↑"], ["a", "高", 2], ["b", "低", 4]], {("cell_level", "B2"), ("cell_level", "B3")}),
    "bare beside per cent": (
        [["", "x↑", "y↑"], ["a", "12%", 2], ["b", 13, 4], ["c", Percent(0.1), 1]], {("percent_bare", "B3")},
    ),
    "per cent twice": (
        [["", "x(%)↑", "y↑"], ["a", Percent(0.1), 2], ["b", Percent(0.2), 4]], {("percent_twice", "B2"), ("percent_twice", "B3")},
    ),
    "per cent of kWh": ([["", "x(kWh)↑", "y↑"], ["a", "12%", 2], ["b", 3, 4]], {("percent_unit", "B2")}),
    "options alike": ([["", "x↑", "y↑"], ["a", 1, 2], ["A ", 3, 4]], {("option_twice", "A3")}),
    "headings alike": ([["", "x↑", "x↓"], ["a", 1, 2], ["b", 3, 4]], {("heading_twice", "C1")}),
    "an option without a name": ([["", "x↑", "y↑"], ["a", 1, 2], ["", 3, 4]], {("option_unnamed", "A3")}),
    "a column without a heading": ([["", "x↑", ""], ["a", 1, 2], ["b", 3, 4]], {("criterion_unnamed", "C1")}),
    "a weight missing": ([["", "x↑", "y↑"], ["权重", 1, ""], ["a", 1, 2], ["b", 3, 4]], {("weight_cell", "C2")}),
    "a weight below 0": ([["", "x↑", "y↑"], ["权重", 1, -1], ["a", 1, 2], ["b", 3, 4]], {("weight_cell", "C2")}),
    "weights mixed": ([["", "x↑", "y↑"], ["权重", "20%", 0.8], ["a", 1, 2], ["b", 3, 4]], {("weights_mixed", "A2")}),
    "no names": ([["x↑", "y↑", "z↓"], [1, 2, 3], [2, 3, 4]], {("names_none", "A1")}),
    "weights twice": (
        [["", "x↑", "y↑"], ["AHP权重", 0.2, 0.8], ["熵权", 0.5, 0.5], ["a", 1, 2], ["b", 3, 4]], {("weights_twice", "A3")},
    ),
    "no weight at all": ([["", "x↑", "y↑"], ["权重", 0, 0], ["a", 1, 2], ["b", 3, 4]], {("weights_none", "A2")}),
    "words only": ([["会议纪要"], ["张三", "李四"], ["同意", "反对"]], {("matrix_none", "")}),
    "nothing": ([[]], {("matrix_none", "")}),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_told_with_its_cell(name, tmp_path):
    rows, expected = BAD[name]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert {(fault.code, fault.place.cell) for fault in found.faults} == expected
    assert found.problem is None
    for fault in found.faults:
        for lang in ("en", "zh"):
            assert fault.what(lang)
            assert fault.why(lang)
            assert fault.mend(lang)


def test_a_bare_number_beside_per_cent_is_named_as_it_stands(tmp_path):
    (fault,) = read(made(tmp_path / "t.xlsx", [["", "x↑", "y↑"], ["a", "12%", 2], ["b", 42, 4]])).faults
    assert fault.values["found"] == "42"


def test_what_stands_about_a_table_is_told_and_no_title(tmp_path):
    rows = [["方案比选", "", "单位：万元"], *PLAIN, ["制表人：张三", "", "日期：3月1日"], ["注：估算"]]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert found.problem.title.zh == "方案比选"
    notes = {guess.place.cell: guess.values["name"] for guess in found.told if guess.code == "footnote"}
    assert notes == {"C1": "单位：万元", "A6": "制表人：张三", "C6": "日期：3月1日", "A7": "注：估算"}


def test_of_many_faults_alike_a_few_are_told_and_the_rest_counted(tmp_path):
    rows = [["", "x↑", "y↑"], *([f"a{k}", "≥90", k] for k in range(100))]
    faults = read(made(tmp_path / "t.xlsx", rows)).faults
    assert [fault.code for fault in faults] == ["cell_bound"] * 8 + ["cells_more"]
    assert faults[-1].values["count"] == 92


def test_a_direction_from_outside(tmp_path):
    path = made(tmp_path / "t.xlsx", [["", "价格(元)", "y↑"], ["a", 1, 2], ["b", 3, 4]])
    assert directions(read(path, directions={"价格": "min"}).problem) == ["min", "max"]
    (fault,) = read(path, directions={"价格": "min", "z": "max"}).faults
    assert fault.code.startswith("unknown_name")


def test_the_fault_of_a_direction_offers_both_and_the_command_that_takes_them(tmp_path):
    (fault,) = read(made(tmp_path / "t.xlsx", [["", "价格", "y↑"], ["a", 1, 2], ["b", 3, 4]])).faults
    for lang in ("en", "zh"):
        for said in ("mcda import FILE -o case.yaml --direction", '"价格=max"', '"价格=min"'):
            assert said in fault.mend(lang)


def test_a_short_name_under_merged_headings_where_one_alone_bears_it(tmp_path):
    rows = [["方案", "经济性", "", "社会"], ["", "造价", "年费", "年费"], ["甲", 3, 4, 10], ["乙", 5, 2, 40]]
    path = made(tmp_path / "t.xlsx", rows, merged=["B1:C1"])
    rest = {"经济性 · 年费": "min", "社会 · 年费": "max"}
    for name in ("造价", "经济性 · 造价"):
        assert directions(read(path, directions={name: "min", **rest}).problem) == ["min", "min", "max"]
    assert {fault.code for fault in read(path, directions={"造价": "min", "年费": "max"}).faults} == {
        "direction_none",
        "unknown_name",
    }


def test_cells_in_another_multiple_than_their_heading(tmp_path):
    rows = [
        ["方案", "投资（万元）↓", "年运行费（亿元）↓", "产量（万吨）↑", "人工↓"],
        ["甲", "21,500万元", "2.1亿元", "95万", "1.2万"],
        ["乙", "18000", "9000万元", 80, 9000],
        ["丙", "1.5亿", "5000万", "70万吨", 8000],
    ]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert table(found.problem) == [[21500, 18000, 15000], [2.1, 0.9, 0.5], [95, 80, 70], [12000, 9000, 8000]]
    said = {guess.place.cell: guess.text() for guess in found.guesses if guess.code.startswith("cell_")}
    assert said["B4"] == "“1.5亿” is read as 15,000 万元"
    assert set(said) == {"B2", "B4", "C2", "C3", "C4", "D2", "D4", "E2"}
    sound(found.problem)


def test_a_unit_behind_every_number_of_a_column_is_the_unit_of_the_column(tmp_path):
    rows = [
        ["方案", "产能", "投资", "回收期", "电压↑"],
        ["甲", "95万吨", "120 元", "5年", "220 kV"],
        ["乙", "1.2亿吨", "1,500元", "5.5 年", "500kV"],
        ["丙", "—", "90–100元", "约7年", "110 kV"],
        ["丁", "80万吨", "80 元", "6年", "110 kV"],
    ]
    directions = {"产能": "max", "投资": "min", "回收期": "min"}
    found = read(made(tmp_path / "t.xlsx", rows), directions=directions)
    assert not found.faults
    assert table(found.problem) == [[95, 12000, 80], [120, 1500, (90, 100), 80], [5, 5.5, 7, 6], [220, 500, 110, 110]]
    assert [(c.title.zh, c.unit) for c in found.problem.criteria] == [
        ("产能", "万t"), ("投资 (元)", ""), ("回收期", "year"), ("电压 (kV)", ""),
    ]  # fmt: skip
    said = [(guess.code, guess.place.cell) for guess in found.guesses if guess.code != "matched"]
    assert said == [
        ("unit_of_cells", "B1"), ("cell_multiple", "B3"), ("unit_of_cells", "C1"), ("range_middle", "C4"), ("unit_of_cells", "D1"),
        ("cell_about", "D4"), ("unit_of_cells", "E1"),
    ]  # fmt: skip
    assert found.guesses[0].text("zh") == "“产能”数值后所写的 万吨 视为该列单位：“95万吨”读作 95"
    sound(found.problem)


@pytest.mark.parametrize(
    "words", [("A1", "A2"), ("2025年", "2028 年"), ("3号方案", "4号方案"), ("1期", "2期"), ("3.5 t", "河北")]
)
def test_words_with_numbers_are_words(words, tmp_path):
    rows = [["方案", "x↓", "名", "y↑"], ["甲", 3, words[0], 10], ["乙", 5, words[1], 40]]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert titles(found.problem) == ["x", "y"]
    assert [(guess.code, guess.place.cell) for guess in found.guesses] == [("column_words", "C1")]


def test_several_sheets(tmp_path):
    path = made(
        tmp_path / "t.xlsx",
        {"说明": [["项目说明"], ["2025 年"]], "数据": PLAIN, "参数": [["电价", 0.5], ["汇率", 7.1]]},
    )
    found = read(path)
    assert found.sheet == "数据"
    assert table(found.problem) == NUMBERS
    assert {"sheet_no_table", "table_unread"} <= codes(found.told)


def test_weights_in_a_table_of_their_own_are_no_weights_and_that_is_asked_about(tmp_path):
    weights = [["指标", "权重"], ["成本", 0.4], ["就业", 0.6]]
    found = read(made(tmp_path / "t.xlsx", {"方案": PLAIN, "权重": weights}))
    assert found.problem.plan.weights == "equal"
    assert [(g.code, str(g.place)) for g in found.guesses] == [("weights_unread", "t.xlsx:权重!A1")]


def test_several_matrices_need_a_choice(tmp_path):
    other = [["方案", "x↓", "y↑"], ["甲", 1, 2], ["乙", 3, 4]]
    path = made(tmp_path / "t.xlsx", {"东部": PLAIN, "西部": other})
    (fault,) = read(path).faults
    assert fault.code == "matrix_several"
    assert fault.values["areas"] == ("东部!A1:C4", "西部!A1:C3")
    assert table(read(path, "西部").problem) == [[1, 3], [2, 4]]
    assert read(path, "中部").faults[0].code.startswith("unknown_name")
    beside = made(tmp_path / "b.xlsx", [[*a, "", *b] for a, b in zip(PLAIN[:3], other, strict=True)])
    assert [fault.code for fault in read(beside).faults] == ["tables_several"]


def test_hidden_sheets_are_not_read_and_hidden_rows_are(tmp_path):
    path = made(tmp_path / "t.xlsx", {"方案": PLAIN, "旧": PLAIN})
    rewritten(
        path, lambda xml: xml.replace(b'name="\xe6\x97\xa7"', b'name="\xe6\x97\xa7" state="hidden"'), "xl/workbook.xml"
    )
    rewritten(path, lambda xml: xml.replace(b'<row r="3"', b'<row r="3" hidden="1"'))
    found = read(path)
    assert table(found.problem) == NUMBERS
    assert {"sheets_hidden", "hidden_rows"} <= codes(found.told)
    assert read(path, "旧").faults[0].code.startswith("unknown_name")
    rewritten(path, lambda xml: xml.replace(b"<sheet ", b'<sheet state="hidden" ', 1), "xl/workbook.xml")
    assert [fault.code for fault in read(path).faults] == ["sheets_hidden"]


def test_weights_are_points_over_the_ranges_of_the_table(tmp_path):
    rows = [["", "x(kWh)↓", "y↑"], ["a", 3, 10], ["b", 5, 40], ["Weights", "60%", Percent(0.4)]]
    found = read(made(tmp_path / "t.xlsx", rows))
    (judgement,) = found.problem.judgements
    assert judgement.numbers == {"x": 0.6, "y": 0.4}
    assert "1 together" in next(guess.text() for guess in found.guesses if guess.code == "weights_row")
    assert judgement.ranges == {"x": (3, 5)}
    assert found.problem.plan.weights == "points"
    sound(found.problem)


def test_text_that_looks_like_a_formula_stays_text(tmp_path):
    rows = [["", "x↓", "y↑"], ['=HYPERLINK("http://x")', 3, 10], ["@SUM(A1)", 5, 40], ["+1", 4, 20]]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert names(found.problem) == ['=HYPERLINK("http://x")', "@SUM(A1)", "+1"]
    sound(found.problem)


def test_ids_come_from_names_where_these_are_latin(tmp_path):
    rows = [["", "CO₂ price↓", "就业↑"], ["Gas-DRI + EAF", 3, 10], ["高炉", 5, 40], ["No", 4, 20]]
    problem = read(made(tmp_path / "t.xlsx", rows)).problem
    assert [a.id for a in problem.alternatives] == ["gas_dri_eaf", "a2", "no"]
    assert [c.id for c in problem.criteria] == ["co2_price", "c2"]
    sound(problem)


def test_a_figure_says_whose_it_is_and_what_was_guessed(tmp_path):
    problem = read(made(tmp_path / "表.xlsx", [["", "x↓", "y↑"], ["a", "约3", 10], ["b", 5, 40]])).problem
    figure = problem.columns["x"].figures["a"]
    assert (figure.standing.value, figure.whose) == ("judgement", "表.xlsx")
    assert "约3" in figure.note.zh
    assert problem.columns["x"].figures["b"].note is None


def test_a_large_table_is_read(tmp_path):
    rows = [
        ["", *(f"x{j} ↑" for j in range(20))],
        *([f"option {i}", *(i + j / 8 for j in range(20))] for i in range(2000)),
    ]
    found = read(made(tmp_path / "t.xlsx", rows))
    assert len(found.problem.alternatives) == 2000
    assert found.problem.columns["x19"].figures["option_1999"].mode == 1999 + 19 / 8


def test_a_criterion_on_which_nothing_differs_has_its_weight_all_the_same(tmp_path):
    rows = [["方案", "成本(t)↓", "减排(t)↑"], ["权重", 0.4, 0.6], ["甲", 120, 30], ["乙", 90, 30]]
    found = read(made(tmp_path / "a.xlsx", rows))
    assert [judgement.ranges for judgement in found.whole().judgements] == [{"c1": (90.0, 120.0), "c2": (30.0, 30.0)}]
    sound(found.whole())
    assert any("减排" in finding.text("zh") for finding in rank(found.whole()).findings)


def test_headings_may_begin_below_an_empty_corner(tmp_path):
    rows = [
        ["", "经济性", "", "社会性"],
        ["技术路线", "投资(t)↓", "成本(t)↓", "效益(t)↑"],
        ["甲", 420, 52.5, 70],
        ["乙", 260, 38, 80],
    ]
    found = read(made(tmp_path / "a.xlsx", rows, merged=["B1:C1"]))
    assert names(found.whole()) == ["甲", "乙"]
    assert directions(found.whole()) == ["min", "min", "max"]
    assert "heads_joined" in codes(found.guesses)


@pytest.mark.parametrize("typed", [b' t="n"', b""])
def test_a_share_among_plain_numbers_is_asked_about_whatever_program_wrote_it(typed, tmp_path):
    file = made(
        tmp_path / "a.xlsx", [["方案", "占比↓", "效益↑"], ["甲", 52.5, 70], ["乙", Percent(0.26), 80], ["丙", 61, 90]]
    )
    rewritten(file, lambda xml: re.sub(rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?)(><v>)', rb"\1" + typed + rb"\2", xml))
    assert [(fault.code, fault.place.cell) for fault in read(file).faults] == [
        ("percent_bare", "B2"),
        ("percent_bare", "B4"),
    ]


def test_a_share_in_a_column_of_money_without_a_year_is_told_at_its_cell(tmp_path):
    file = made(tmp_path / "a.xlsx", [["方案", "投资（万元）↓", "效益↑"], ["甲", 420, 70], ["乙", Percent(0.26), 80]])
    assert [(fault.code, fault.place.cell) for fault in read(file).faults] == [("percent_unit", "B3")]
