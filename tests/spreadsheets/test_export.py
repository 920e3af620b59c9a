"""The exported workbook: what its formulas give when LibreOffice calculates them, and what comes back from it."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from libreoffice import all_recalculated, recalculated
from problems import problems
from python_calamine import CalamineWorkbook

import mcda
from mcda.errors import CaseError, SheetError, TableError
from mcda.expression import Traced, Untraceable, steps
from mcda.expression.tree import Name
from mcda.language import Text
from mcda.methods import METHODS
from mcda.model import Judgement, fingerprint
from mcda.spreadsheets.reading import read
from mcda.spreadsheets.writing import export
from mcda.spreadsheets.writing.sheets import sheets_of
from mcda.spreadsheets.writing.xlsx import write

TRACED = ["topsis", "weighted_sum", "vikor", "copras", "spotis", "grey", "ahp"]


def compared(sheets, path):
    """Every formula of the sheets with the value that it carries and the one that a program calculated."""
    book = CalamineWorkbook.from_path(path)
    for sheet in sheets:
        rows = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
        for (r, c), cell in sheet.cells.items():
            if cell.formula:
                found = rows[r][c] if r < len(rows) and c < len(rows[r]) else ""
                yield sheet.name, (r, c), cell, "" if cell.value is None else cell.value, found


def calculated(named, folder):
    """Several workbooks (name: sheets) as LibreOffice calculates them, in one call: name → comparisons."""
    files = [folder / f"{k}.xlsx" for k in range(len(named))]
    for sheets, file in zip(named.values(), files, strict=True):
        write(sheets, file)
    done = all_recalculated(files, folder)
    return {name: list(compared(sheets, file)) for (name, sheets), file in zip(named.items(), done, strict=True)}


def same(carried, found):
    if isinstance(carried, float) and isinstance(found, int | float):
        return abs(found - carried) <= 1e-9 * max(1.0, abs(carried))
    return carried == found


@pytest.fixture(params=["tables", "narrow"])
def size(request, monkeypatch):
    """Every step as a table, and the form of large tables: rows and columns alone."""
    if request.param == "narrow":
        monkeypatch.setattr("mcda.spreadsheets.writing.sheets.TABLES", 0)
    return request.param


def test_every_formula_gives_the_value_that_it_carries(size, tmp_path):
    asked = [("hebei-steel", method, "zh") for method in TRACED]
    asked += [("green-pathways", "topsis", "en"), ("green-pathways", "vikor", "zh")]
    named = {}
    for name, method, lang in asked:
        problem = mcda.load(name)
        problem = problem if method == problem.plan.method else problem.with_plan(method=method, options={})
        named[name, method, lang], live = sheets_of(problem, lang)
        assert live
    for name, entries in calculated(named, tmp_path).items():
        assert len(entries) > (1000 if size == "tables" else 300)
        assert not [entry for entry in entries if not same(*entry[3:])], name


def edited(sheets, typed):
    """The sheets after somebody has typed over inputs, whose formulas still carry what they gave before."""
    for sheet in sheets:
        for at, cell in sheet.cells.items():
            if cell.path in typed:
                sheet.cells[at] = replace(cell, value=typed.pop(cell.path))
    assert not typed
    return sheets


def answers(entries):
    """Scores and ranks by option, as LibreOffice calculated them."""
    rows = {}
    for name, (row, column), _, _, found in entries:
        if name == "Results" and column in (0, 1, 2):
            rows.setdefault(row, {})[column] = found
    ranked = [row for row in rows.values() if isinstance(row.get(0), int | float)]
    return {row[1]: (row[0], row[2]) for row in ranked}


SCENARIO = next(s for s in mcda.load("hebei-steel").scenarios.values() if s.set.get("carbon_price")).label.en
EDITS = {
    "a judgement": {("judgements", 0, "pairs", "cost > emissions"): 1 / 7},
    "own weights": {("own_weights", name): weight for name, weight in zip(
        ["cost", "emissions", "technological_maturity", "import_dependence", "employment_retention"],
        [50.0, 5.0, 20.0, 15.0, 10.0], strict=True)},
    "a figure": {("criteria", "technological_maturity", "values", "smelting_reduction_ccus", "mode"): 5.0},
    "a parameter": {("parameters", "grid_factor", "mode"): 0.65},
    "the scenario": {("plan", "scenario"): SCENARIO},
    "a red line": {("parameters", "scrap_available", "mode"): 100.0},
    "another red line": {("parameters", "biomass_available", "mode"): 1000.0, ("parameters", "scrap_available", "mode"): 90.0},
}  # fmt: skip


def test_after_an_edit_cells_give_what_the_toolkit_gives_for_the_edited_case(size, tmp_path):
    problem = mcda.load("hebei-steel")
    before = mcda.rank(problem)
    named = {what: edited(sheets_of(problem, "en")[0], dict(typed)) for what, typed in EDITS.items()}
    for k, (what, entries) in enumerate(calculated(named, tmp_path).items()):
        file = tmp_path / f"{k}.xlsx"
        found = read(file)
        assert not found.guesses
        assert len(found.told) == len(EDITS[what])
        changed = found.whole()
        assert fingerprint(changed) != fingerprint(problem), what
        ranking, cells = mcda.rank(changed), answers(entries)
        assert len(cells) == len(ranking.ranks), what
        assert len(ranking.ranks) != len(before.ranks) or not np.allclose(ranking.scores, before.scores), what
        for name, rank, score in zip(ranking.table.alternatives, ranking.ranks, ranking.scores, strict=True):
            assert cells[problem.label(name).en][0] == rank, (what, name)
            assert cells[problem.label(name).en][1] == pytest.approx(score, rel=1e-9), (what, name)


def room(problem):
    """Two people, of whom one leaves out a comparison that the other answers."""
    one = problem.judgements[0]
    first, *rest = one.pairs
    other = replace(one, who="b", pairs={pair: min(9.0, 2 * one.pairs[pair]) for pair in rest})
    return replace(problem, judgements=(replace(one, pairs={**one.pairs, first: 5.0}), other))


def test_gaps_are_filled_by_others_or_leave_no_ranking(size, tmp_path):
    problem = mcda.load("hebei-steel")
    pair = ("judgements", 0, "pairs", "cost > emissions")
    together, live = sheets_of(room(problem), "en")
    assert live
    done = calculated({"gap": edited(sheets_of(problem, "en")[0], {pair: None}), "room": together}, tmp_path)
    assert not [entry for entry in done["room"] if not same(*entry[3:])]
    assert any("GEOMEAN" in entry[2].formula for entry in done["room"])
    assert answers(done["gap"]) == {}
    said = [entry[4] for entry in done["gap"] if entry[0] == "Results" and isinstance(entry[4], str)]
    assert "No ranking: a judgement or a figure is missing." in said


def test_what_is_changed_where_nothing_is_read_is_asked_about(tmp_path):
    sheets = sheets_of(mcda.load("hebei-steel"), "en")[0]
    criteria = sheets_of_named(sheets, "Criteria")
    at = next(at for at, cell in criteria.cells.items() if cell.value == "less")
    criteria.cells[at] = replace(criteria.cells[at], value="more")
    write(sheets, tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert [(guess.code, guess.place.sheet, guess.place.cell) for guess in found.guesses] == [
        ("unread", "Criteria", f"D{at[0] + 1}")
    ]
    assert fingerprint(found.whole()) == fingerprint(mcda.load("hebei-steel"))


def test_own_weights_for_some_criteria_are_refused(tmp_path):
    sheets = edited(sheets_of(mcda.load("hebei-steel"), "en")[0], {("own_weights", "cost"): 10.0})
    write(sheets, tmp_path / "a.xlsx")
    with pytest.raises(SheetError) as raised:
        mcda.load(tmp_path / "a.xlsx")
    assert [(f.code, f.place.sheet) for f in raised.value.faults] == [("own_weights_some", "Criteria")]


def test_any_problem_is_calculated_by_cells(size, tmp_path):
    drawn = []

    @settings(max_examples=12, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
    @given(problems())
    def collect(problem):
        drawn.append(problem)

    collect()  # then one call of LibreOffice for all
    named = {}
    for k, problem in enumerate(drawn):
        try:
            named[k], live = sheets_of(problem, ("en", "zh")[k % 2])
        except TableError:  # every option set apart
            continue
        assert live
    assert len(named) > 6
    for k, entries in calculated(named, tmp_path).items():
        assert not [entry for entry in entries if not same(*entry[3:])], drawn[k]


def test_the_check_sees_a_wrong_value(tmp_path):
    sheets, _ = sheets_of(mcda.load("hebei-steel"), "en")
    at, cell = next((at, cell) for at, cell in sheets[0].cells.items() if cell.formula and cell.style == "score")
    sheets[0].cells[at] = replace(cell, value=0.123)
    entries = calculated({"wrong": sheets}, tmp_path)["wrong"]
    assert [entry[1] for entry in entries if not same(*entry[3:])] == [at]


def test_a_method_that_is_not_traced_holds_values_and_says_so(tmp_path):
    problem = mcda.load("hebei-steel").with_plan(method="edas", options={})
    sheets, live = sheets_of(problem, "en")
    assert not live
    results = next(sheet for sheet in sheets if sheet.name == "Results")
    assert not any(cell.formula for cell in results.cells.values())
    assert "does not recalculate" in results.cells[4, 0].value


@pytest.mark.parametrize("name", ["hebei-steel", "green-pathways"])
def test_what_comes_back_is_the_same_problem_also_after_a_save_by_another_program(size, name, tmp_path):
    problem, path = mcda.load(name), tmp_path / "a.xlsx"
    export(problem, path, "zh")
    for file in (path, recalculated(path, tmp_path)):
        found = read(file)
        assert not found.told
        assert not found.guesses
        assert fingerprint(mcda.load(file)) == fingerprint(problem)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(problems())
def test_any_problem_comes_back_the_same(size, tmp_path, problem):
    export(problem, tmp_path / "a.xlsx", "en")
    assert fingerprint(mcda.load(tmp_path / "a.xlsx")) == fingerprint(problem)


def test_the_same_problem_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        export(mcda.load("hebei-steel"), tmp_path / f"{name}.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize("typed", ["much", True])
def test_what_is_no_number_is_told_with_its_cell(typed, tmp_path):
    path = ("parameters", "grid_factor", "mode")
    sheets = edited(sheets_of(mcda.load("hebei-steel"), "en")[0], {path: typed})
    write(sheets, tmp_path / "a.xlsx")
    with pytest.raises(SheetError) as raised:
        mcda.load(tmp_path / "a.xlsx")
    fault = raised.value.faults[0]
    assert fault.code == "input_number"
    row = next(at for at, cell in sheets_of_named(sheets, "Parameters").cells.items() if cell.path == path)[0]
    assert (fault.place.sheet, fault.place.cell) == ("Parameters", f"D{row + 1}")


def sheets_of_named(sheets, name):
    return next(sheet for sheet in sheets if sheet.name == name)


def hostile():
    """A problem whose names are what spreadsheets take for formulas and links."""
    text = Text.same('=HYPERLINK("http://x",1)')
    problem = mcda.load("hebei-steel")
    options = tuple(replace(a, label=Text(f"{mark}{a.label.en}", text.zh)) for mark, a in zip(
        ["=1+", "{=1+", "+", "-", "@", "\t", "http://", "'", "=", "=cmd|", "@SUM(", "-2+", "+3", ""],
        problem.alternatives, strict=True))  # fmt: skip
    return replace(problem, alternatives=options, title=text, question=text)


def test_no_text_becomes_a_formula_or_a_link(tmp_path):
    problem = hostile()
    export(problem, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
        assert not any("hyperlink" in sheet.lower() and "<hyperlink" in sheet.lower() for sheet in sheets)
        formulas = [text for sheet in sheets for text in re.findall(r"<f>(.*?)</f>", sheet)]
    assert len(formulas) > 1000
    assert not [text for text in formulas if re.match(r"HYPERLINK|1\+|cmd|-2", text) or "cmd|" in text]
    export(problem, tmp_path / "folder")
    text = (tmp_path / "folder" / "Question.csv").read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in text
    assert "\r\n=" not in text


def test_a_failed_export_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def broken(self):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("xlsxwriter.Workbook.close", broken)
    with pytest.raises(CaseError) as raised:
        export(mcda.load("hebei-steel"), path)
    assert raised.value.faults[0].code == "file_unwritable"
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.xlsx"]


def table(m, n):
    """A problem of m options and n criteria."""
    rng = np.random.default_rng(1)
    frame = pd.DataFrame(rng.uniform(1, 9, (m, n)), [f"a{i}" for i in range(m)], [f"c{j}" for j in range(n)])
    return mcda.Problem.from_frame(frame, ["max" if j % 2 else "min" for j in range(n)])


def test_a_large_table_recalculates_in_rows_and_columns_and_says_so(tmp_path):
    problem = table(2000, 3)
    sheets, live = sheets_of(problem, "en")
    assert live
    calculation = sheets_of_named(sheets, "Calculation")
    assert "in rows and columns" in calculation.cells[1, 0].value
    assert sum(bool(cell.formula) for cell in calculation.cells.values()) < 9 * 2000
    entries = calculated({"large": sheets}, tmp_path)["large"]
    assert len(entries) > 5 * 2000
    assert not [entry for entry in entries if not same(*entry[3:])]


def test_a_gap_in_a_large_table_is_never_0(tmp_path, monkeypatch):
    monkeypatch.setattr("mcda.spreadsheets.writing.sheets.TABLES", 0)
    named = {value: sheets_of(table(4, 3), "en")[0] for value in (None, "much")}
    for value, sheets in named.items():
        figures = sheets_of_named(sheets, "Figures").cells
        at = max(figures)
        figures[at] = replace(figures[at], value=value)
    for entries in calculated(named, tmp_path).values():
        assert answers(entries) == {}
        assert any("A figure is empty" in str(found) for name, *_, found in entries if name == "Results")


def test_a_larger_table_holds_values_and_says_so():
    sheets, live = sheets_of(table(2001, 3), "en")
    assert not live
    assert not any(cell.formula for sheet in sheets for cell in sheet.cells.values())
    assert "too large to recalculate" in sheets_of_named(sheets, "Results").cells[2, 0].value
    assert not any(cell.path for sheet in sheets for cell in sheet.cells.values())  # nothing typed would be read


def test_a_larger_table_comes_back_as_one_sheet(tmp_path):
    problem = table(2001, 3)
    export(problem, tmp_path / "a.xlsx", "zh")
    found = read(tmp_path / "a.xlsx")
    assert not found.faults
    assert found.sheet == "数据"
    before, after = (mcda.rank(one).table for one in (problem, found.whole()))
    assert before.gain.tolist() == after.gain.tolist()
    np.testing.assert_array_equal(before.values, after.values)


def test_weights_that_do_not_follow_from_cells_are_told_on_the_first_sheet():
    problem = mcda.load("hebei-steel")
    names = [c.id for c in problem.criteria]
    people = tuple(
        Judgement(who, "numbers", ranges=problem.judgements[0].ranges, numbers=dict.fromkeys(names, 1.0))
        for who in ("a", "b")
    )
    room = replace(problem, judgements=people).with_plan(weights="points", weighting_options={})
    for case, told in ((room, True), (problem, False)):
        sheets, live = sheets_of(case, "en")
        assert live
        assert ("don't follow from the cells" in sheets_of_named(sheets, "Results").cells[4, 0].value) == told


def test_a_large_table_whose_method_does_not_recalculate_carries_its_case(tmp_path):
    problem = table(501, 10).with_plan(method="promethee")
    sheets, live = sheets_of(problem, "en")
    assert not live
    assert "this method does not recalculate" in sheets_of_named(sheets, "Results").cells[2, 0].value
    write(sheets, tmp_path / "a.xlsx")
    assert fingerprint(mcda.load(tmp_path / "a.xlsx")) == fingerprint(problem)


@pytest.mark.parametrize("name", [name for name, method in METHODS.items() if method.traced and method.contribution])
def test_what_a_traced_method_brings_can_be_traced_too(name):
    method = METHODS[name]
    x, gain, w = (Traced(Name(letter)) for letter in ("x", "gain", "w"))
    with steps():
        frame = method.frame(x, gain, method.options()) if method.frame else None
        try:
            brought = method.contribution(x, gain, w, frame, method.options())
        except Untraceable as error:
            pytest.fail(f"{name}: {error}")
    assert isinstance(brought, Traced)


def test_a_table_of_a_notebook_becomes_a_workbook_that_recalculates(tmp_path):
    frame = pd.DataFrame({"成本": [3.0, 5.0, 4.0], "jobs per site": [10, 40, 20]}, index=["North", "南部", "=West"])
    problem = mcda.Problem.from_frame(
        frame, {"成本": "min", "jobs per site": "max"}, weights={"成本": 2, "jobs per site": 1}
    )
    sheets, live = sheets_of(problem, "en")
    assert live
    assert "_case" not in [sheet.name for sheet in sheets]  # its names are no ids: there is no case file to carry
    entries = calculated({"table": sheets}, tmp_path)["table"]
    assert not [entry for entry in entries if not same(*entry[3:])]


def test_an_ending_that_is_not_ours_is_told(tmp_path):
    with pytest.raises(CaseError) as raised:
        export(mcda.load("hebei-steel"), Path(tmp_path) / "a.ods")
    assert raised.value.faults[0].code == "export_kind"
