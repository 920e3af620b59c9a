"""Judgement matrices copied from elsewhere, and questionnaires exported from 问卷星."""

from datetime import date

import numpy as np
import pytest
from workbooks import Formula, made

import mcda
from mcda.files.case import examine_tree
from mcda.files.catalogue import Catalogue
from mcda.files.writing import text_of
from mcda.files.yaml import compose
from mcda.ranking import rank
from mcda.spreadsheets.reading import read

TABLE = [["方案", "成本(元/吨)↓", "排放(t/t)↓", "就业↑"], ["甲", 3, 10, 1], ["乙", 5, 4, 2], ["丙", 4, 7, 3]]
WHOLE = [["", "成本", "排放", "就业"], ["成本", 1, 3, 5], ["排放", "1/3", 1, 2], ["就业", 0.2, 0.5, 1]]
PAIRS = {("c1", "c2"): 3, ("c1", "c3"): 5, ("c2", "c3"): 2}


def beside(path, square, name="专家A"):
    return read(made(path / "t.xlsx", {"方案": TABLE, name: square}))


def codes(guesses):
    return {guess.code for guess in guesses}


def changed(**cells):
    """The whole matrix with some cells changed, by their addresses."""
    rows = [[*row] for row in WHOLE]
    for cell, value in cells.items():
        rows[int(cell[1]) - 1][ord(cell[0]) - 65] = value
    return rows


def sound(problem):
    _, faults = examine_tree(compose(text_of(problem), "case"), "case", Catalogue())
    assert not faults, [fault.what() for fault in faults]


SQUARES = {
    "whole": (WHOLE, set()),
    "upper half": (changed(B3="", B4="", C4=""), set()),
    "lower half": (changed(C2="", D2="", D3="", B4="1/5", C4="1/2"), set()),
    "halves mixed": (changed(B3="", D2="", B4="1:5"), set()),
    "empty diagonal": (changed(B2="", C3="", D4=""), set()),
    "rounded": (changed(B3=0.333), {"pair_rounded"}),
    "rounded, upper half empty": (changed(C2="", D2="", D3="", B3=0.33), {"pair_rounded"}),
    "a date for 1/3": (changed(B3=date(2025, 1, 3)), {"pair_dated"}),
    "a date where 3 is mirrored": (changed(C2=date(2025, 1, 3), B3=1 / 3), {"pair_dated"}),
    "a date alone": (changed(C2="", B3=date(2025, 3, 1)), {"pair_dated"}),
    "a date as text and as a number": (changed(B3="1月3日", C4=46024), {"pair_dated"}),
    "full-width": (changed(B3="１／３"), set()),
    "formulas": (changed(B3=Formula("=1/C2", 1 / 3)), set()),
    "weights and sums beside it": (
        [[*row, tail] for row, tail in zip([*WHOLE, ["合计", 1.53, 4.5, 8]], ["权重", 0.65, 0.23, 0.12, 1], strict=True)], set(),
    ),
    "named as in the table": ([["", "成本(元/吨)", "排放(t/t)", "就业"], *[[a, *b[1:]] for a, b in zip(("成本(元/吨)", "排放(t/t)", "就业"), WHOLE[1:], strict=True)]], set()),
}  # fmt: skip


@pytest.mark.parametrize("name", SQUARES)
def test_a_judgement_matrix_beside_the_table(name, tmp_path):
    square, guessed = SQUARES[name]
    found = beside(tmp_path, square)
    assert not found.faults, [(fault.what(), str(fault.place)) for fault in found.faults]
    (judgement,) = found.problem.judgements
    assert (judgement.who, judgement.form, dict(judgement.pairs)) == ("专家A", "pairs", PAIRS)
    assert found.problem.plan.weights == "ahp"
    assert {code for code in codes(found.guesses) if code.startswith("pair_")} == guessed
    assert judgement.ranges == {"c2": (4, 10)}
    sound(found.problem)


WRONG = {
    "a contradiction": (changed(B3=3), {("pair_mirror", "C2")}),
    "0.3 beside 3": (changed(B3=0.3), {("pair_mirror", "C2")}),
    "beyond 9": (changed(C2=12), {("pair_cell", "C2")}),
    "a word": (changed(C2="重要"), {("pair_cell", "C2")}),
    "a date of another kind": (changed(C2=date(2025, 5, 7)), {("pair_date", "C2")}),
    "two dates": (changed(C2=date(2025, 3, 1), B3=date(2025, 1, 3)), {("pair_dates", "C2")}),
    "an error": (changed(B3=Formula("=1/0", "#DIV/0!")), {("cell_error", "B3")}),
    "never calculated": (changed(B3=Formula("=1/C2", "")), {("cell_uncomputed", "B3")}),
    "empty": (changed(C2="", D2="", D3="", B3="", B4="", C4=""), {("pairs_none", "A1")}),
    "a stranger": ([["", "成本", "排放", "口碑"], ["成本", 1, 3, 5], ["排放", "1/3", 1, 2], ["口碑", 0.2, 0.5, 1]], {("unknown_name", "A4")}),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_a_judgement_matrix_is_told_with_its_cell(name, tmp_path):
    square, expected = WRONG[name]
    found = beside(tmp_path, square)
    assert {(fault.code, fault.place.cell) for fault in found.faults} == expected
    assert {fault.place.sheet for fault in found.faults} == {"专家A"}


def test_a_matrix_of_other_things_is_left_out_and_said(tmp_path):
    found = beside(tmp_path, [["", "甲", "乙"], ["甲", 1, 3], ["乙", "1/3", 1]])
    assert "square_unread" in codes(found.guesses)
    assert found.problem.judgements == ()


def test_several_experts(tmp_path):
    path = made(tmp_path / "t.xlsx", {"方案": TABLE, "专家A": WHOLE, "专家B": changed(C2=5, B3="1/5")})
    problem = read(path).problem
    assert [judgement.who for judgement in problem.judgements] == ["专家A", "专家B"]
    sound(problem)


def test_a_row_of_weights_and_a_matrix(tmp_path):
    rows = [*TABLE, ["权重", 0.5, 0.3, 0.2]]
    found = read(made(tmp_path / "t.xlsx", {"方案": rows, "专家A": WHOLE}))
    assert [judgement.form for judgement in found.problem.judgements] == ["numbers", "pairs"]
    assert found.problem.plan.weights == "ahp"
    assert "weights_both" in codes(found.guesses)
    sound(found.problem)


def test_the_weights_are_those_of_the_matrix(tmp_path):
    weights = rank(beside(tmp_path, WHOLE).problem).weights
    expected = mcda.priorities([[1, 3, 5], [1 / 3, 1, 2], [1 / 5, 1 / 2, 1]], method="row_geometric_mean").weights
    np.testing.assert_allclose(weights.values, expected, rtol=1e-12)


def test_a_matrix_alone_needs_its_case(tmp_path):
    path = made(tmp_path / "t.xlsx", {"专家A": WHOLE})
    assert [fault.code for fault in read(path).faults] == ["matrix_alone"]
    case = read(made(tmp_path / "c.xlsx", TABLE)).problem
    found = read(path, case=case)
    (judgement,) = found.problem.judgements
    assert (dict(judgement.pairs), judgement.ranges) == (PAIRS, {"c2": (4, 10)})
    again = read(path, case=found.problem)
    assert "pairs_replaced" in codes(again.guesses)
    assert len(again.problem.judgements) == 1
    strangers = made(tmp_path / "s.xlsx", [["", "a", "b"], ["a", 1, 2], ["b", 0.5, 1]])
    assert {fault.code for fault in read(strangers, case=case).faults} == {"unknown_name"}
    nothing = made(tmp_path / "n.xlsx", TABLE)
    assert {fault.code for fault in read(nothing, case=case).faults} == {"answers_none"}


META = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"]
ABOUT = ["2025/1/2 10:00:00", "63秒", "微信", "N/A", "10.1.2.3(河北)"]
QUESTIONS = ["1、成本 与 排放 相比", "2、成本:就业", "3、（排放—就业）哪个更重要"]


def survey(path, *answers, questions=QUESTIONS):
    rows = [[*META, *questions], *([k, *ABOUT, *said] for k, said in enumerate(answers, 1))]
    return read(made(path / "问卷.xlsx", {"方案": TABLE, "Sheet1": rows}))


def test_a_questionnaire_by_codes(tmp_path):
    found = survey(tmp_path, [7, 5, 8], [9, 17, 10], ["1", 9.0, "(跳过)"])
    assert not found.faults
    assert [judgement.who for judgement in found.problem.judgements] == ["问卷 1", "问卷 2", "问卷 3"]
    assert [dict(judgement.pairs) for judgement in found.problem.judgements] == [
        {("c1", "c2"): 3, ("c1", "c3"): 5, ("c2", "c3"): 2},
        {("c1", "c2"): 1, ("c3", "c1"): 9, ("c3", "c2"): 2},
        {("c1", "c2"): 9, ("c1", "c3"): 1},
    ]
    (guess,) = (guess for guess in found.guesses if guess.code == "survey")
    assert (guess.place.cell, guess.values["people"], guess.values["fraction"]) == ("G2", 3, "3")
    text = text_of(found.problem)
    assert "10.1.2.3" not in text
    assert "2025" not in text
    sound(found.problem)


def test_a_questionnaire_in_words(tmp_path):
    said = ["成本比排放稍微重要", "就业比成本强烈重要", "同等重要"]
    found = survey(tmp_path, said, ["左边明显重要(5)", "1/3", "后者极端重要"])
    assert [dict(judgement.pairs) for judgement in found.problem.judgements] == [
        {("c1", "c2"): 3, ("c3", "c1"): 7, ("c2", "c3"): 1},
        {("c1", "c2"): 5, ("c3", "c1"): 3, ("c3", "c2"): 9},
    ]


def test_answers_that_cannot_be_read_are_told_with_their_cells(tmp_path):
    found = survey(tmp_path, [7, "不知道", 18])
    assert {(fault.code, fault.place.cell) for fault in found.faults} == {
        ("answer_unread", "H2"),
        ("answer_unread", "I2"),
    }


def test_a_questionnaire_that_names_no_pairs(tmp_path):
    found = survey(tmp_path, [7, 5, 8], questions=["Q1", "Q2", "Q3"])
    assert [fault.code for fault in found.faults] == ["survey_pairs"]


def test_a_questionnaire_with_its_case(tmp_path):
    case = mcda.load("hebei-steel")
    rows = [["序号", "来自IP", "Cost : Emissions", "Emissions / Jobs kept"], [1, "x", 8, 12], [2, "y", 10, 9]]
    found = read(made(tmp_path / "答卷.xlsx", {"Sheet1": rows}), case=case)
    assert not found.faults, [fault.what() for fault in found.faults]
    assert [judgement.who for judgement in found.problem.judgements] == ["答卷 1", "答卷 2"]
    assert ("cost", "emissions") in found.problem.judgements[0].pairs


def test_a_long_name_is_not_taken_for_the_short_one_in_it(tmp_path):
    rows = [["方案", "成本↓", "运行成本↓", "就业↑"], ["甲", 3, 10, 1], ["乙", 5, 4, 2]]
    asked = [["序号", "来源", "运行成本与成本", "成本与就业"], [1, "微信", 7, 8]]
    problem = read(made(tmp_path / "t.xlsx", {"方案": rows, "问卷": asked})).problem
    assert dict(problem.judgements[0].pairs) == {("c2", "c1"): 3, ("c1", "c3"): 2}
