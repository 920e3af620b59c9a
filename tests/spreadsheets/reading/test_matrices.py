"""The tables that people have: what comes out of each, or which cell is to blame. Every workbook is built here."""

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
    assert guessed <= codes(found.guesses)
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


def test_several_sheets(tmp_path):
    path = made(
        tmp_path / "t.xlsx",
        {"说明": [["项目说明"], ["2025 年"]], "数据": PLAIN, "参数": [["电价", 0.5], ["汇率", 7.1]]},
    )
    found = read(path)
    assert found.sheet == "数据"
    assert table(found.problem) == NUMBERS
    assert {"sheet_no_table", "table_unread"} <= codes(found.told)


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
