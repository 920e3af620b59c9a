"""Ballots: written for people, answered by them in a spreadsheet program, and read back into the case."""

import datetime
import functools
import json
import re
import zipfile
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from libreoffice import all_recalculated
from python_calamine import CalamineWorkbook

import mcda
from mcda.errors import CaseError, JudgementError, SheetError
from mcda.files.case import examine_tree
from mcda.files.catalogue import Catalogue
from mcda.files.yaml import compose
from mcda.model import Branch, Standing
from mcda.model.judgement import Form
from mcda.pairwise import from_pairs, hints
from mcda.spreadsheets.ballots import Person, ballots_in, collect, issue, numbered, people_in
from mcda.spreadsheets.ballots.ends import ends_of
from mcda.spreadsheets.ballots.forms import ASKINGS
from mcda.spreadsheets.ballots.issuing import LETTERS, NAME, blank, file_name, questionnaire, signed
from mcda.spreadsheets.writing import xlsx

ASKING = [
    *(("hebei-steel", weights) for weights in ("ahp", "points", "direct", "best_worst", "combined")),
    *(("green-pathways", weights) for weights in ("ahp", "swing", "rank_order_centroid")),
]
STEEL = [3.0, 1 / 5, 7.0, 9.0, 1 / 3, 1.0, 2.0, 1 / 7, 5.0, 4.0]
"""Ten answers that contradict each other."""


loaded = functools.cache(mcda.load)


def planned(case="hebei-steel", weights="ahp"):
    return loaded(case).with_plan(weights=weights, weighting_options={})


def good(problem, turn=0):
    """Answers that give weights, by path; `turn` makes them differ between people."""
    scale = cycle([1.0, 3.0, 1 / 2, 5.0, 1 / 7, 2.0][turn:])
    children = {branch.id: branch.names() for branch in problem.tree.branches()}
    siblings = {name: names for names in children.values() for name in names}

    def answer(path):
        key, about, *rest = path
        if key == "pairs":
            return next(scale)
        if key in ("best", "worst"):
            return problem.label(children[about][0 if key == "best" else -1]).en
        names = children[about] if key == "order" else siblings[about]
        if key == "numbers":
            parts = [len(names) - (k + turn) % len(names) for k in range(len(names))]
            whole = 100 / max(parts) if problem.plan.weights == "swing" else 1 / sum(parts)
            return parts[names.index(about)] * whole
        if key == "order":
            return float(1 + (names.index(rest[0]) + turn) % len(names))
        if about == names[0 if key == "best_to_others" else -1]:
            return None
        return 8.0 if about in (names[0], names[-1]) else 4.0 - turn

    return answer


def answered(problem, path, person=None, answer=None, code="ACDE-3479", lang="en"):
    """The ballot of a person, answered by path, as a file."""
    asked, answer = questionnaire(problem), answer or good(problem)
    sheets = signed(blank(problem, asked, lang), asked, person or Person("Li Wei", "industry"), code)
    for sheet in sheets:
        for at, cell in sheet.cells.items():
            if cell.path:
                sheet.cells[at] = replace(cell, value=answer(tuple(map(str, cell.path))))
    xlsx.write(sheets, path)
    return path


def but(problem, **changes):
    """Good answers but for some: `pairs__a__b=…`."""
    wrong, usual = {tuple(key.split("__")): value for key, value in changes.items()}, good(problem)
    return lambda path: wrong.get(path, usual(path))


def faults(problem, *files, **more):
    with pytest.raises(SheetError) as error:
        collect(problem, files, "room", **more)
    return [(fault.code, str(fault.place)) for fault in error.value.faults]


def alone(tmp_path, problem, **changes):
    """The faults of one ballot of which some answers are wrong."""
    return faults(problem, answered(problem, tmp_path / "b.xlsx", answer=but(problem, **changes)))


@pytest.mark.parametrize(("case", "weights"), ASKING)
def test_ballots_come_back_as_judgements_of_a_case(case, weights, tmp_path):
    problem = planned(case, weights)
    people = [Person("Li Wei", "industry"), Person("王伟", "政府"), Person("Ana", "industry")]
    files = [
        answered(
            problem,
            tmp_path / f"{k}.xlsx",
            person,
            good(problem, k),
            f"ACDE-347{k}",
            ["en", "en", "zh"][k] if weights != "best_worst" else "en",
        )
        for k, person in enumerate(people)
    ]
    found = collect(loaded(case), files, "room")
    whole, wrong = examine_tree(compose(found.text, "room"), "room", Catalogue())
    assert wrong == []
    assert whole.plan.weights == weights
    judged = [j for j in whole.judgements if j.form == questionnaire(problem).form]
    assert [(j.who, j.group) for j in judged] == [(p.who, p.group) for p in people]
    assert {j.standing for j in judged} == {Standing.JUDGEMENT}
    assert judged[0].ranges == {name: ends.range for name, ends in ends_of(problem).items()}
    group = mcda.agreement(whole)
    assert group.people == ("Li Wei", "王伟", "Ana")
    assert len(np.unique(group.each.round(6), axis=0)) == 3
    assert mcda.rank(whole).first


def test_pairs_are_kept_with_the_side_that_matters_more_first(tmp_path):
    problem, answers = planned(), iter(STEEL)
    found = collect(problem, [answered(problem, tmp_path / "b.xlsx", answer=lambda _: next(answers))], "room")
    (judged,) = found.problem.judgements
    names = problem.tree.names()
    assert judged.pairs["cost", "emissions"] == 3.0
    assert judged.pairs["technological_maturity", "cost"] == 5.0
    assert judged.pairs["import_dependence", "technological_maturity"] == 7.0
    upper = from_pairs(names, judged.pairs)[np.triu_indices(5, 1)]
    np.testing.assert_allclose(upper, STEEL, rtol=1e-15)


def test_order_numbers_and_best_worst_are_read_as_they_were_meant(tmp_path):
    problem = planned(weights="rank_sum")
    places = dict(zip(problem.tree.names(), (2.0, 1.0, 2.0, 5.0, 4.0), strict=True))
    file = answered(problem, tmp_path / "o.xlsx", answer=lambda path: places[path[2]])
    order = collect(problem, [file], "room").problem.judgements[-1].order
    assert order == (
        ("emissions",),
        ("cost", "technological_maturity"),
        ("employment_retention",),
        ("import_dependence",),
    )
    problem = planned(weights="points")
    points = dict(zip(problem.tree.names(), (50.0, 0.0, 12.5, "20", "１７.5"), strict=True))
    file = answered(problem, tmp_path / "n.xlsx", answer=lambda path: points[path[1]])
    assert collect(problem, [file], "room").problem.judgements[-1].numbers == dict(
        zip(problem.tree.names(), (50.0, 0.0, 12.5, 20.0, 17.5), strict=True)
    )
    problem = planned(weights="best_worst")
    judged = collect(problem, [answered(problem, tmp_path / "w.xlsx")], "room").problem.judgements[-1]
    assert (judged.best, judged.worst) == (("cost",), ("employment_retention",))
    assert judged.best_to_others["employment_retention"] == judged.others_to_worst["cost"] == 8.0


def calculated(folder, problem, named):
    """Pairs ballots as LibreOffice calculates them, all in one call: name → (file, its sheets by name)."""
    files = []
    for name, (answers, lang) in named.items():
        given = iter(answers)
        files.append(
            answered(problem, folder / f"{name}.xlsx", Person(name), lambda _, g=given: next(g), f"{name}-1", lang)
        )
    found = {}
    for name, file in zip(named, all_recalculated(files, folder), strict=True):
        book = CalamineWorkbook.from_path(file)
        found[name] = (
            file,
            {sheet: book.get_sheet_by_name(sheet).to_python(skip_empty_area=False) for sheet in book.sheet_names},
        )
    return found


def shown(rows, label, column=1):
    """What stands in a column of the row that begins with a label."""
    return next(row[column] for row in rows if any(str(cell).strip() == label for cell in row[:2]))


def test_a_ballot_calculates_its_own_consistency_and_points_at_the_answer_that_fits_least(tmp_path):
    problem = planned()
    steady = [2.0, 4.0, 4.0, 8.0, 2.0, 2.0, 4.0, 1.0, 2.0, 2.0]
    named = {"torn": (STEEL, "en"), "steady": (steady, "zh"), "open": ([*STEEL[:9], None], "en")}
    sheets = calculated(tmp_path, problem, named)
    names = problem.tree.names()
    for name, (answers, _) in list(named.items())[:2]:
        matrix = np.ones((5, 5))
        matrix[np.triu_indices(5, 1)] = answers
        matrix.T[np.triu_indices(5, 1)] = 1 / np.array(answers)
        file, pages = sheets[name]
        check = pages["Check" if name == "torn" else "核对"]
        expected = mcda.priorities(matrix)
        assert shown(check, "CR") == pytest.approx(expected.consistency_ratio, abs=1e-9)
        assert shown(check, "λmax") == pytest.approx(expected.lambda_max, rel=1e-9)
        found = [row[7] for row in check[4:9]]
        np.testing.assert_allclose(found, expected.weights, rtol=1e-12)
        ballot = pages["Ballot" if name == "torn" else "问卷"]
        label = "consistency ratio (CR); up to 0.1 is usual" if name == "torn" else "一致性比率（CR）；通常不超过 0.1"
        assert shown(ballot, label, 2) == pytest.approx(expected.consistency_ratio, abs=1e-9)
        judged = collect(problem, [file], "room").problem.judgements[-1]
        np.testing.assert_allclose(from_pairs(names, judged.pairs), matrix, rtol=1e-15)
    text = "\n".join(str(cell) for row in sheets["torn"][1]["Ballot"] for cell in row)
    matrix = from_pairs(names, collect(problem, [sheets["torn"][0]], "room").problem.judgements[-1].pairs)
    all_hints = {frozenset((h.a, h.b)): h for h in hints(matrix, names)}
    hint = all_hints[frozenset(("technological_maturity", "import_dependence"))]
    assert hint == max(all_hints.values(), key=lambda h: abs(np.log(h.given / h.fitting)))
    said = f"Question 8 fits least: your other answers say about {hint.fitting:.1f} there. If you mean it, keep it."
    assert said in text
    assert "Look again: some of these answers contradict each other." in text
    assert "TRL (IEA), 5 times" in text
    assert "neither, they are equal" in text
    steady_text = "\n".join(str(cell) for row in sheets["steady"][1]["问卷"] for cell in row)
    assert "各回答相互一致。" in steady_text
    open_text = "\n".join(str(cell) for row in sheets["open"][1]["Ballot"] for cell in row)
    assert "Shown once all of these are answered." in open_text
    assert not re.search(
        r"#(N/A|VALUE|DIV|NAME|REF)",
        "".join(str(cell) for page in sheets["open"][1].values() for row in page for cell in row),
    )


def typed(answer):
    """Answers of no more digits than people type and programs keep."""
    return lambda path: round(found, 3) if isinstance(found := answer(path), float) and path[0] == "numbers" else found


def test_a_save_as_ods_changes_no_answer(tmp_path):
    files, expected = [], {}
    for k, (case, weights) in enumerate(
        [
            ("green-pathways", "ahp"),
            ("hebei-steel", "best_worst"),
            ("hebei-steel", "points"),
            ("hebei-steel", "rank_sum"),
        ]
    ):
        problem = planned(case, weights)
        files.append(answered(problem, tmp_path / f"{k}.xlsx", answer=typed(good(problem))))
        expected[files[-1].stem] = problem, collect(problem, [files[-1]], "room").text
    for file in all_recalculated(files, tmp_path, "ods"):
        problem, text = expected[file.stem]
        assert collect(problem, [file], "room").text == text


@pytest.mark.parametrize(
    ("value", "code"),
    [("twice", "answer_ratio"), (12.0, "answer_scale"), (0.05, "answer_scale"), (0.0, "answer_scale"), (-3.0, "answer_scale"),
     (True, "answer_ratio"), ("3月1日", "answer_ratio"), ("#N/A", "answer_ratio")],
)  # fmt: skip
def test_a_wrong_comparison_is_told_with_its_cell(value, code, tmp_path):
    assert alone(tmp_path, planned(), pairs__cost__technological_maturity=value) == [(code, "b.xlsx:Ballot!C18")]


@pytest.mark.parametrize(
    ("value", "kept"), [("1/3", 1 / 3), ("1:5", 1 / 5), ("３", 3.0), (0.333333333333333, 1 / 3), (2.5, 2.5)]
)
def test_what_can_be_meant_in_one_way_only_is_taken(value, kept, tmp_path):
    problem = planned()
    file = answered(problem, tmp_path / "b.xlsx", answer=but(problem, pairs__cost__emissions=value))
    pairs = collect(problem, [file], "room").problem.judgements[-1].pairs
    assert from_pairs(("cost", "emissions"), pairs)[0, 1] == pytest.approx(kept, rel=1e-15)


def test_a_date_is_no_comparison(tmp_path):
    """What some programs make of 1/3."""
    problem = planned()
    file = answered(problem, tmp_path / "b.xlsx")
    day = (datetime.date(2026, 1, 3) - datetime.date(1899, 12, 30)).days
    rewrite(file, SHEET, lambda xml: re.sub(r'(<c r="C17"[^>]*>)<v>[^<]*</v>', rf"\g<1><v>{day}</v>", xml))
    assert faults(problem, file) == [("answer_scale", "b.xlsx:Ballot!C17")]


@pytest.mark.parametrize(
    ("weights", "changes", "expected"),
    [
        ("points", {"numbers__cost": None}, [("answer_missing", "C16")]),
        ("points", {"numbers__cost": -1.0}, [("answer_small", "C16")]),
        ("points", {"numbers__cost": "many", "numbers__emissions": "50%"}, [("answer_number", "C16"), ("answer_number", "C17")]),
        ("points", {"numbers__cost": "about 30"}, [("answer_number", "C16")]),
        ("swing", {"numbers__cost": 90.0}, [("swing_largest", "C16")]),
        ("direct", {"numbers__cost": 0.9}, [("weights_sum", "C16")]),
        ("rank_sum", {"order__criteria__cost": 7.0}, [("answer_scale", "C15")]),
        ("rank_sum", {"order__criteria__cost": 1.5, "order__criteria__emissions": None}, [("answer_number", "C15"), ("answer_missing", "C16")]),
        ("best_worst", {"best__criteria": "Price"}, [("answer_choice", "C16")]),
        ("best_worst", {"worst__criteria": "Cost"}, [("answer_same", "C17"), ("answer_missing", "D24")]),
        ("best_worst", {"best_to_others__emissions": 10.0}, [("answer_scale", "C21")]),
        ("best_worst", {"others_to_worst__cost": 5.0}, [("best_worst_twice", "C16")]),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_told_with_its_cell(weights, changes, expected, tmp_path):
    found = alone(tmp_path, planned(weights=weights), **changes)
    assert [(code, place.rpartition("!")[2]) for code, place in found][: len(expected)] == expected


def test_every_fault_names_the_person(tmp_path):
    problem = planned(weights="points")
    file = answered(problem, tmp_path / "b.xlsx", answer=lambda path: None)
    with pytest.raises(SheetError) as error:
        collect(problem, [file], "room")
    for fault in error.value.faults:
        assert "Li Wei" in fault.what("en")
        assert "Li Wei" in fault.what("zh")
    assert len(error.value.faults) == 5


def test_a_ballot_of_another_question_is_refused(tmp_path):
    problem = planned()
    file = answered(problem, tmp_path / "b.xlsx")
    wider = tuple(replace(c, range=(0.0, 5.0)) if c.id == "emissions" else c for c in problem.criteria)
    assert faults(replace(problem, criteria=wider), file) == [("ballot_other", "b.xlsx")]
    assert faults(planned("green-pathways"), file) == [("ballot_other", "b.xlsx")]
    fewer = problem.tree.names()[:-1]
    assert faults(replace(problem, tree=replace(problem.tree, children=fewer)), file) == [("ballot_other", "b.xlsx")]
    reworded = tuple(replace(c, definition=None) for c in problem.criteria)
    assert collect(replace(problem, criteria=reworded, notes=(), id="other"), [file], "room").people == ("Li Wei",)


def test_one_person_counts_once(tmp_path):
    problem = planned()
    first = answered(problem, tmp_path / "a.xlsx")
    copy = tmp_path / "a (1).xlsx"
    copy.write_bytes(first.read_bytes())
    assert faults(problem, first, copy) == [("ballot_twice", "a (1).xlsx")]
    kept = collect(problem, [first, copy], "room", leave_out=True)
    assert (kept.people, [*kept.left_out]) == (("Li Wei",), ["a (1).xlsx"])
    other = answered(problem, tmp_path / "b.xlsx", answer=good(problem, 1))
    assert faults(problem, first, other) == [("ballot_twice", "a.xlsx"), ("ballot_twice", "b.xlsx")]
    again = answered(problem, tmp_path / "c.xlsx", code="WXYT-3479")
    assert faults(problem, first, again) == [("ballot_person", "a.xlsx"), ("ballot_person", "c.xlsx")]


def rewrite(file, part, change):
    """Change one part of an archive."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


BOOK, SHEET, STRINGS = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MEDDLED = {
    "sheet renamed": (BOOK, 'name="Ballot"', 'name="My answers"', "ballot_sheet"),
    "hidden sheet renamed": (BOOK, f'name="{NAME}"', 'name="other"', "ballot_strange"),
    "another version": (STRINGS, "mcda ballot 1", "mcda ballot 9", "ballot_version"),
    "a key": (STRINGS, '{"code"', '{"kode"', "ballot_broken"),
    "a path cut": (STRINGS, '["pairs", "cost", "emissions"]', '["pairs", "cost"]', "ballot_broken"),
    "a path of another form": (
        STRINGS,
        '["pairs", "cost", "emissions"]',
        '["numbers", "cost", "emissions"]',
        "ballot_broken",
    ),
    "a row as text": (STRINGS, '["Ballot", 16, 2,', '["Ballot", "14", 2,', "ballot_broken"),
    "brackets without end": (STRINGS, '["Ballot", 16, 2,', "[" * 5000, "ballot_broken"),
    "rows sorted": (SHEET, "<v>2.0</v>", "<v>7.0</v>", "ballot_moved"),
}


@pytest.mark.parametrize("what", MEDDLED)
def test_a_ballot_that_was_meddled_with_is_refused(what, tmp_path):
    part, old, new, code = MEDDLED[what]
    problem, meddled = planned(), []
    file = answered(problem, tmp_path / "b.xlsx")
    rewrite(file, part, lambda xml: meddled.append(old in xml) or xml.replace(old, new, 1))
    assert meddled == [True]
    assert faults(problem, file)[0][0] == code


def test_files_that_are_no_ballots_are_told_from_damaged_ones(tmp_path):
    problem = planned()
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(answered(problem, tmp_path / "b.xlsx").read_bytes()[:9000])
    text = tmp_path / "text.xlsx"
    text.write_text("name\nLi", encoding="utf-8")
    found = faults(problem, cut, text, tmp_path / "gone.xlsx")
    assert found == [("workbook_damaged", "cut.xlsx"), ("ballot_strange", "text.xlsx"), ("file_missing", "gone.xlsx")]


def test_ballots_with_faults_are_left_out_whole_if_asked(tmp_path):
    problem = planned(weights="points")
    fine = answered(problem, tmp_path / "a.xlsx")
    bad = answered(problem, tmp_path / "b.xlsx", Person("Ana"), but(problem, numbers__cost=None), "WXYT-3479")
    assert faults(problem, fine, bad) == [("answer_missing", "b.xlsx:Ballot!C16")]
    found = collect(problem, [fine, bad], "room", leave_out=True)
    assert found.people == ("Li Wei",)
    assert [(name, [f.code for f in told]) for name, told in found.left_out.items()] == [("b.xlsx", ["answer_missing"])]
    assert faults(problem, bad, leave_out=True) == [("answer_missing", "b.xlsx:Ballot!C16")]


def test_pairs_may_be_left_open_as_long_as_weights_follow(tmp_path):
    problem = planned()
    star = answered(problem, tmp_path / "a.xlsx", answer=lambda path: 2.0 if path[1] == "cost" else None)
    found = collect(problem, [star], "room")
    assert found.partial == (("Li Wei", 4, 10),)
    assert len(found.problem.judgements[-1].pairs) == 4
    few = answered(
        problem, tmp_path / "b.xlsx", Person("Ana"), lambda path: 3.0 if path[2] == "emissions" else None, "WXYT-3479"
    )
    assert faults(problem, few) == [("matrix_apart", "b.xlsx:Ballot!C17")]
    joined = collect(problem, [star, few], "room")  # those who were asked the rest make up for it
    assert mcda.agreement(joined.problem).partial == ("Ana",)
    none = answered(problem, tmp_path / "c.xlsx", Person("Bo"), lambda path: None, "WXYT-3477")
    assert faults(problem, none) == [("ballot_empty", "c.xlsx:Ballot!C17")]


def test_gaps_that_nobody_fills_are_told(tmp_path):
    problem = planned()
    few = [
        answered(problem, tmp_path / f"{k}.xlsx", Person(k), lambda path: 3.0 if path[2] == "emissions" else None, k)
        for k in ("a", "b")
    ]
    with pytest.raises(CaseError) as error:
        collect(problem, few, "room")
    assert [(fault.code, str(fault.place)) for fault in error.value.faults] == [("matrix_apart", "")]


def test_late_ballots_join_those_that_were_collected(tmp_path):
    problem = planned()
    first = collect(problem, [answered(problem, tmp_path / "a.xlsx")], "room")
    assert (first.replaced, first.kept) == (("authors",), ())
    late = answered(problem, tmp_path / "b.xlsx", Person("Ana", "civil society"), good(problem, 1), "WXYT-3479")
    second = collect(first.problem, [late], "room2")
    assert (second.replaced, second.kept) == ((), ("Li Wei",))
    assert [j.who for j in second.problem.judgements] == ["Li Wei", "Ana"]
    changed = answered(problem, tmp_path / "c.xlsx", answer=good(problem, 2))
    third = collect(second.problem, [changed], "room3")
    assert (third.replaced, third.kept) == (("Li Wei",), ("Ana",))


def test_ballots_bring_their_weighting_and_two_kinds_are_not_joined(tmp_path):
    swing = answered(planned(weights="swing"), tmp_path / "a.xlsx")
    assert collect(loaded("hebei-steel"), [swing], "room").problem.plan.weights == "swing"
    pairs = [answered(planned(), tmp_path / f"{k}.xlsx", Person(k), code=k) for k in ("b", "c")]
    assert faults(loaded("hebei-steel"), swing, *pairs) == [("ballot_weights", "a.xlsx")]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("weights", ["ahp", "swing", "rank_sum", "best_worst"])
@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
def test_every_question_names_both_ends_of_every_range(case, weights, lang):
    problem = planned(case, weights)
    ends, asked = ends_of(problem), 0
    branches = {branch.id: branch.leaves() for branch in problem.tree.branches()}
    sheet = blank(problem, questionnaire(problem), lang).sheets["ballot"]
    for (row, _), cell in sheet.cells.items():
        if cell.path and cell.path[0] in ("pairs", "numbers", "order", "best_to_others"):
            named = cell.path[-2:] if cell.path[0] == "pairs" else cell.path[-1:]
            for name, column in zip(named, (1, 3), strict=False):
                text = sheet.cells[row, column].value
                for leaf in branches.get(name, (name,)):
                    text = text[text.index(problem.label(leaf).in_(lang)) :]
                    text = text[text.index(ends[leaf].worst.in_(lang)) :]
                    text = text[text.index(ends[leaf].best.in_(lang)) :]
                    assert ends[leaf].unit.in_(lang) in text
                    asked += 1
    assert asked


def test_questions_that_were_sorted_without_their_numbers_are_refused(tmp_path):
    problem = planned(weights="rank_sum")
    asked = questionnaire(problem)
    sheets = signed(blank(problem, asked, "en"), asked, Person("Li Wei", "industry"), "ACDE-3479")
    usual = good(problem)
    for sheet in sheets:
        for at, cell in sheet.cells.items():
            if cell.path:
                sheet.cells[at] = replace(cell, value=usual(tuple(map(str, cell.path))))
    cells = sheets[0].cells
    one, two = sorted(row for (row, _), cell in cells.items() if cell.path)[:2]
    for column in (1, 2):
        cells[one, column], cells[two, column] = (
            replace(cells[there, column], path=cells[here, column].path) for here, there in ((one, two), (two, one))
        )
    xlsx.write(sheets, tmp_path / "a.xlsx")
    assert faults(problem, tmp_path / "a.xlsx") == [("ballot_moved", f"a.xlsx:Ballot!C{row + 1}") for row in (one, two)]


def test_best_and_worst_are_complete_when_they_can_be_collected(tmp_path):
    problem = planned(weights="best_worst")
    usual = good(problem)  # leaves open what compares one with itself
    named = {
        "whole": usual,
        "a gap": lambda path: None if path == ("best_to_others", "emissions") else usual(path),
        "only chosen": lambda path: usual(path) if path[0] in ("best", "worst") else None,
        "itself for another": lambda path: (
            1.0
            if path == ("best_to_others", "cost")
            else None
            if path == ("best_to_others", "emissions")
            else usual(path)
        ),
    }
    files = {name: answered(problem, tmp_path / f"{name}.xlsx", answer=answer) for name, answer in named.items()}
    told = {}
    for name, file in zip(files, all_recalculated([*files.values()], tmp_path), strict=True):
        rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python(skip_empty_area=False)
        told[name] = [cell for row in rows for cell in row if cell in (OPEN, COMPLETE)]
    assert told == {name: [COMPLETE if name == "whole" else OPEN] for name in named}
    assert collect(problem, [files["whole"]], "room").problem.judgements
    for name in ("a gap", "only chosen", "itself for another"):
        assert {code for code, _ in faults(problem, files[name])} == {"answer_missing"}


OPEN, COMPLETE = "Some answers are still open.", "All answers are in."


def test_ends_are_named_from_worst_to_best():
    ends = ends_of(planned())
    assert (ends["cost"].worst.en, ends["cost"].best.en, ends["cost"].unit.en) == ("1,100", "250", "USD/t")
    assert (ends["technological_maturity"].worst.en, ends["technological_maturity"].best.en) == ("level 5", "level 11")
    assert (
        ends["technological_maturity"].anchors[0].en == "Large prototype, its components proven under conditions of use"
    )
    green = ends_of(planned("green-pathways"))
    assert (green["public_cost"].worst.en, green["public_cost"].best.en) == ("level 5", "level 1")
    assert green["instrument_maturity"].unit.zh == "年"
    problem = planned()
    unranged = replace(problem, criteria=tuple(replace(c, range=None) for c in problem.criteria))
    low, high = ends_of(unranged)["emissions"].range
    table = mcda.figures.tabulate(problem, problem.scenarios["base"]).values["emissions"]
    assert low <= table.min() < table.max() <= high
    flat = tuple(replace(c, range=(3.0, 3.0)) if c.id == "cost" else c for c in problem.criteria)
    with pytest.raises(JudgementError) as error:
        ends_of(replace(problem, criteria=flat))
    assert [fault.code for fault in error.value.faults] == ["ballot_flat"]


@pytest.mark.parametrize(
    ("weights", "code"), [("deck_of_cards", "ballot_form"), ("constrained", "ballot_form"), ("equal", "group_nobody")]
)
def test_what_a_sheet_cannot_ask_is_refused_by_name(weights, code, tmp_path):
    with pytest.raises(JudgementError) as error:
        issue(planned(weights=weights), [Person("Li")], tmp_path / "out")
    assert [fault.code for fault in error.value.faults] == [code]
    assert weights in str(error.value)
    assert not (tmp_path / "out").exists()


def test_every_other_form_can_be_asked_on_a_sheet():
    assert {*get_args(Form)} - {*ASKINGS} == {"cards", "constraints"}


def test_more_than_nine_are_not_compared_in_pairs(tmp_path):
    problem = planned()
    names = tuple(f"c{k}" for k in range(10))
    crowded = replace(
        problem,
        criteria=tuple(replace(problem.criteria[0], id=name) for name in names),
        columns=dict.fromkeys(names, problem.columns["cost"]),
        tree=Branch(problem.tree.id, problem.tree.label, names),
    )
    with pytest.raises(JudgementError) as error:
        questionnaire(crowded)
    assert [fault.code for fault in error.value.faults] == ["siblings"]


NAMES = ["=1+1", "../../x", "CON", "a/b\\c:d*e?f", "@SUM(A1)", "…", "王伟", "x" * 100, "+cmd|' /C calc'!A0", "Li\tWei"]


def test_names_are_text_and_never_paths(tmp_path):
    problem, folder = planned(weights="points"), tmp_path / "room" / "ballots"
    people = [Person(name, "=2+2") for name in NAMES]
    files = issue(problem, people, folder)
    assert sorted(folder.iterdir()) == sorted(files)
    assert [*(tmp_path / "room").iterdir()] == [folder]
    for file, person in zip(files, people, strict=True):
        assert re.fullmatch(r"([\w][\w \-]* )?[A-Z0-9]{4}-[A-Z0-9]{4}\.xlsx", file.name)
        rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python(skip_empty_area=False)
        assert f"Name: {person.who}" in [row[0] for row in rows]
        with zipfile.ZipFile(file) as archive:
            formulas = "".join(re.findall(r"<f>(.*?)</f>", archive.read("xl/worksheets/sheet1.xml").decode()))
        assert person.who not in formulas
        assert "2+2" not in formulas
    assert file_name("CON") == "CON "  # the code behind it makes it a name that Windows takes


def test_codes_can_be_read_aloud_and_differ(tmp_path):
    problem = planned(weights="points")
    files = issue(problem, numbered(30, "en"), tmp_path)
    codes = [re.search(r"([A-Z0-9]{4}-[A-Z0-9]{4})\.xlsx$", file.name)[1] for file in files]
    assert len({*codes}) == 30
    assert {*"".join(codes)} <= {*LETTERS, "-"}
    assert not {*LETTERS} & {*"01OILB8S5Z2G6UVQ"}
    for file, code in zip(files[:3], codes, strict=False):
        book = CalamineWorkbook.from_path(file)
        assert f"Ballot code: {code}" in [row[0] for row in book.get_sheet_by_index(0).to_python()]
        assert json.loads(book.get_sheet_by_name(NAME).to_python()[1][0])["code"] == code
    assert ballots_in([tmp_path]) == sorted(files)


def test_only_answers_can_be_typed_over(tmp_path):
    """Of the formats that unlock a cell only answers have one, and every sheet is protected."""
    problem = planned()
    (file,) = issue(problem, [Person("Li")], tmp_path)
    with zipfile.ZipFile(file) as archive:
        styles = archive.read("xl/styles.xml").decode()
        formats = re.split(r"(?=<xf )", styles.split("<cellXfs")[1].split("</cellXfs>")[0])[1:]
        unlocked = {k for k, look in enumerate(formats) if 'locked="0"' in look}
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert all("<sheetProtection" in xml for xml in sheets)
    cells = {
        (k, ref)
        for k, xml in enumerate(sheets)
        for ref, style in re.findall(r'<c r="(\w+)" s="(\d+)"', xml)
        if int(style) in unlocked
    }
    assert cells == {(0, f"C{row}") for row in range(17, 27)}


def test_all_ballots_are_written_or_none(tmp_path, monkeypatch):
    problem, usual, count = planned(weights="points"), xlsx.write, iter(range(9))

    def full(sheets, path):
        if next(count) == 2:
            raise CaseError.of("file_unwritable", file=str(path), reason="full")
        usual(sheets, path)

    monkeypatch.setattr(xlsx, "write", full)
    with pytest.raises(CaseError):
        issue(problem, numbered(5, "en"), tmp_path / "out")
    assert [*(tmp_path / "out").iterdir()] == []
    monkeypatch.undo()
    issue(problem, numbered(2, "en"), tmp_path / "out")
    with pytest.raises(CaseError) as error:
        issue(problem, numbered(2, "en"), tmp_path / "out")
    assert [fault.code for fault in error.value.faults] == ["ballots_there"]


def test_people_are_read_from_lines(tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("name,group\nLi Wei,industry\n\n  Ana  ,\n", encoding="utf-8-sig")
    assert people_in(file) == ([Person("Li Wei", "industry"), Person("Ana")], ())
    file.write_text("王伟\n李娜\n", encoding="utf-8")
    assert people_in(file)[0] == [Person("王伟"), Person("李娜")]
    file.write_text("姓名;单位\n王伟;钢铁企业\n李娜;生态环境厅\n", encoding="gb18030")
    people, guesses = people_in(file)
    assert people == [Person("王伟", "钢铁企业"), Person("李娜", "生态环境厅")]
    assert [guess.code for guess in guesses] == ["encoding"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Li\nAna\nli\n", [("person_twice", "p.csv:3")]),
        ("Li,a\n,b\n", [("person_unnamed", "p.csv:2")]),
        ("name\n", [("people_none", "p.csv")]),
        ("Li\n" + "x" * 101, [("person_long", "p.csv:2")]),
        ("\n".join(f"p{k}" for k in range(1001)), [("people_count", "p.csv")]),
    ],
)
def test_a_list_that_will_not_do_is_told_by_line(text, expected, tmp_path):
    file = tmp_path / "p.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError) as error:
        people_in(file)
    assert [(fault.code, str(fault.place)) for fault in error.value.faults] == expected


def test_a_folder_without_ballots_is_told(tmp_path):
    (tmp_path / "~$open.xlsx").touch()
    with pytest.raises(CaseError) as error:
        ballots_in([tmp_path])
    assert [fault.code for fault in error.value.faults] == ["ballots_none"]
    with pytest.raises(CaseError) as error:
        numbered(0, "en")
    assert [fault.code for fault in error.value.faults] == ["people_count"]
    assert ballots_in([Path("a.xlsx"), Path("a.xlsx")]) == [Path("a.xlsx")]


@pytest.mark.parametrize("ending", [".et", ".XLS", ".ods"])
def test_no_ballot_in_a_folder_is_overlooked_for_its_ending(ending, tmp_path):
    problem = planned()
    answered(problem, tmp_path / "b.xlsx").rename(tmp_path / f"b{ending}")
    assert collect(problem, ballots_in([tmp_path]), "room").people == ("Li Wei",)
