"""An exported workbook that people typed over: what is read, what is told, and what is refused, each with its cell."""

import json
import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from libreoffice import all_recalculated
from problems import NUMBERS, problems
from workbooks import rewritten

import mcda
from mcda.errors import TableError
from mcda.model import Judgement, Plan, Standing, fingerprint
from mcda.spreadsheets.reading import read
from mcda.spreadsheets.writing.sheet import blocks
from mcda.spreadsheets.writing.sheets import sheets_of
from mcda.spreadsheets.writing.xlsx import write

TRL = ("criteria", "technological_maturity", "values")
PAIR = ("judgements", 0, "pairs", "cost > emissions")
CRITERIA = ("cost", "emissions", "technological_maturity", "import_dependence", "employment_retention")


@cache
def exported():
    """A case and its sheets, which nobody changes."""
    problem = mcda.load("hebei-steel")
    return sheets_of(problem, "en")[0], problem


def steel():
    """The sheets of the case, by name, and the case."""
    sheets, problem = exported()
    return {sheet.name: replace(sheet, cells=dict(sheet.cells)) for sheet in sheets}, problem


def typed_over(sheets, typed):
    """Type over inputs; returns the place of each."""
    found = {}
    for sheet in sheets.values():
        for at, cell in sheet.cells.items():
            if cell.path in typed:
                sheet.cells[at] = replace(cell, value=typed[cell.path])
                found[cell.path] = (sheet.name, f"{chr(65 + at[1])}{at[0] + 1}")
    assert found.keys() == typed.keys()
    return found


def back(sheets, folder):
    """What a workbook of these sheets is read as."""
    write(list(sheets.values()), folder / "a.xlsx")
    return read(folder / "a.xlsx")


def said(guesses):
    return [(guess.code, guess.place.sheet, guess.place.cell) for guess in guesses]


CALCULATED = {"Figures": "Cost", "Criteria": "in use", "Results": "score", "Judgements": "priority", "Calculation": ""}


@pytest.mark.parametrize("name", CALCULATED)
@pytest.mark.parametrize("value", [123.25, None])
def test_what_is_typed_over_a_formula_is_told_and_not_read(name, value, tmp_path):
    sheets, problem = steel()
    (row, column), cell = next((at, cell) for at, cell in sheets[name].cells.items() if cell.formula)
    sheets[name].cells[row, column] = replace(cell, formula="", value=value)
    found = back(sheets, tmp_path)
    assert said(found.guesses) == [("calculated", name, f"{chr(65 + column)}{row + 1}")]
    assert ("123.25" if value else "—") in found.guesses[0].text()
    assert "coloured" in found.guesses[0].text()
    assert fingerprint(found.whole()) == fingerprint(problem)


def test_a_reciprocal_judgement_typed_over_is_told(tmp_path):
    sheets, _ = steel()
    at, cell = next((at, cell) for at, cell in sheets["Judgements"].cells.items() if "1/" in cell.formula)
    sheets["Judgements"].cells[at] = replace(cell, formula="", value=7.0)
    assert [guess.code for guess in back(sheets, tmp_path).guesses] == ["calculated"]


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_a_save_by_another_program_hides_and_invents_nothing(kind, tmp_path):
    edited, _ = steel()
    typed_over(edited, {("parameters", "grid_factor", "mode"): 0.65, PAIR: 5.0})
    lost, _ = steel()
    at, cell = next((at, cell) for at, cell in lost["Figures"].cells.items() if cell.formula)
    lost["Figures"].cells[at] = replace(cell, formula="", value=1.0)
    files = [tmp_path / "edited.xlsx", tmp_path / "lost.xlsx"]
    for sheets, file in zip((edited, lost), files, strict=True):
        write(list(sheets.values()), file)
    one, other = map(read, all_recalculated(files, tmp_path, kind))
    assert not one.guesses
    assert [guess.code for guess in one.told] == ["edited", "edited_figure"]
    assert said(other.guesses) == [("calculated", "Figures", f"{chr(65 + at[1])}{at[0] + 1}")]


@pytest.mark.parametrize("form", [rb'<f t="shared" si="3"/>', rb"\n <f>1</f>\n ", rb'<f aca="false">1</f>'])
def test_a_formula_is_one_however_it_is_written(form, tmp_path):
    sheets, _ = steel()
    write(list(sheets.values()), tmp_path / "a.xlsx")
    rewritten(tmp_path / "a.xlsx", lambda xml: re.sub(rb"<f>[^<]*</f>", form, xml))
    assert not read(tmp_path / "a.xlsx").guesses


@given(st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8))))
def test_blocks_hold_each_cell_once(cells):
    listed = [
        (r, c) for top, left, end, right in blocks(cells) for r in range(top, end + 1) for c in range(left, right + 1)
    ]
    assert sorted(listed) == sorted(cells)


@pytest.mark.parametrize("block", [[0, 0, 10**9, 10**9], [0, 0, 1], ["a", 0, 0, 0]])
def test_a_map_of_formulas_that_was_changed_is_refused(block, tmp_path):
    sheets, _ = steel()
    sheets["_case"].put(1, 3, json.dumps(["Figures", *block]))
    assert [fault.code for fault in back(sheets, tmp_path).faults] == ["workbook_map"]


@pytest.mark.parametrize(
    "path", [[], ["judgements", 9, "pairs", "x"], ["id", "x", "y"], ["criteria", "cost", "unit", "x"]]
)
def test_a_map_of_inputs_that_was_changed_is_refused(path, tmp_path):
    sheets, _ = steel()
    typed_over(sheets, {("plan", "scenario"): "x"})
    sheets["_case"].put(1, 1, json.dumps(["Results", 3, 1, path, "", False, {"x": "base"}]))
    assert [fault.code for fault in back(sheets, tmp_path).faults] == ["workbook_map"]


# faults in the words of the workbook

FIGURE, RANGED = (*TRL, "ng_dri_eaf"), (*TRL, "smelting_reduction")
GRID, SCRAP = ("parameters", "grid_factor"), ("parameters", "scrap_available")
OWN = {("own_weights", name): 1.0 for name in CRITERIA}
MINE = ("own_weights", "cost")
OPTIONS = [option.id for option in mcda.load("hebei-steel").alternatives]
FAULTS = {
    "a figure cleared": ({(*FIGURE, "mode"): None}, "typed_missing", (*FIGURE, "mode")),
    "a figure said not to be known": ({(*FIGURE, "mode"): "n/a"}, "typed_missing", (*FIGURE, "mode")),
    "every figure cleared": (
        {(*TRL, name, end): None for name in OPTIONS for end in ("low", "mode", "high")}, "typed_none",
        (*TRL, "bf_bof_average", "mode")),
    "a figure cleared whose range stays": ({(*RANGED, "mode"): None}, "typed_number", (*RANGED, "mode")),
    "a parameter cleared": ({(*GRID, "mode"): None}, "typed_empty", (*GRID, "mode")),
    "a range turned": ({(*RANGED, "low"): 10.0}, "typed_order", (*RANGED, "low")),
    "a parameter above its range": ({(*GRID, "mode"): 9.0}, "typed_order", (*GRID, "mode")),
    "no level": ({(*FIGURE, "mode"): 7.5}, "typed_level", (*FIGURE, "mode")),
    "an end that is no level": ({(*RANGED, "high"): 17.0}, "typed_level", (*RANGED, "high")),
    "out of range": ({(*FIGURE, "mode"): 3.0}, "typed_outside", (*FIGURE, "mode")),
    "what follows is out of range": (
        {("scenarios", "cp_60", "set", "carbon_price"): 5e3}, "typed_other",
        ("scenarios", "cp_60", "set", "carbon_price")),
    "the figure of options not listed": (
        {("attributes", "relining_capex", "absent"): None}, "typed_other", ("attributes", "relining_capex", "absent")),
    "beyond the scale": ({PAIR: 20.0}, "typed_pair", PAIR),
    "nothing joins": ({("judgements", 0, "pairs", f"cost > {name}"): None for name in CRITERIA[1:]}, "matrix_apart", PAIR),
    "a negative weight": ({**OWN, MINE: -5.0}, "typed_other", MINE),
    "no weight at all": (dict.fromkeys(OWN, 0.0), "typed_other", MINE),
    "some weights": ({MINE: 1.0}, "own_weights_some", MINE),
    "no scenario": ({("plan", "scenario"): None}, "input_choice", ("plan", "scenario")),
    "words": ({(*GRID, "mode"): "much"}, "input_number", (*GRID, "mode")),
}  # fmt: skip


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_told_at_its_cell_in_words_of_the_workbook(what, tmp_path):
    typed, code, path = FAULTS[what]
    sheets, _ = steel()
    places = typed_over(sheets, typed)
    faults = back(sheets, tmp_path).faults
    assert [fault.code for fault in faults] == [code]
    assert (faults[0].place.sheet, faults[0].place.cell) == places[path]
    for lang in ("en", "zh"):
        told = " ".join((faults[0].what(lang), faults[0].why(lang), faults[0].mend(lang)))
        assert not [word for word in ("`", *CRITERIA[2:], "ng_dri_eaf", "yaml") if word in told], told


def test_the_words_of_a_fault_are_those_of_the_sheet(tmp_path):
    sheets, problem = steel()
    typed_over(sheets, {(*RANGED, "low"): 10.0, (*FIGURE, "mode"): None})
    (order,) = back(sheets, tmp_path).faults  # whether a figure is missing shows once the figures make sense
    assert "“low”, “mode” and “high”" in order.what()
    sheets, problem = steel()
    typed_over(sheets, {(*FIGURE, "mode"): None})
    (missing,) = back(sheets, tmp_path).faults
    assert problem.label("technological_maturity").zh in missing.what("zh")


def test_what_follows_from_several_cells_names_them(tmp_path):
    sheets, _ = steel()
    places = typed_over(sheets, {(*GRID, "mode"): 50.0, (*GRID, "low"): None, (*GRID, "high"): None})
    (fault,) = back(sheets, tmp_path).faults
    assert not fault.place.cell
    assert all("!".join(place) in fault.mend() for place in places.values())
    assert "Emissions of Blast furnace" in fault.what()


def test_zero_in_a_cell_of_which_the_case_holds_the_inverse(tmp_path):
    sheets = {sheet.name: sheet for sheet in sheets_of(mcda.load("green-pathways"), "en")[0]}
    path = ("judgements", 0, "pairs", "technology > economy")
    typed_over(sheets, {path: 0.0})
    assert [(fault.code, fault.values["found"]) for fault in back(sheets, tmp_path).faults] == [("typed_pair", "0")]
    typed_over(sheets, {path: 20.0})
    assert [(fault.code, fault.values["found"]) for fault in back(sheets, tmp_path).faults] == [("typed_pair", "20")]


# what is filled that was empty


def test_a_range_that_is_new_is_taken_as_bounds_and_asked_about(tmp_path):
    sheets, _ = steel()
    places = typed_over(sheets, {(*SCRAP, "low"): 5.0, (*SCRAP, "high"): 15.0})
    found = back(sheets, tmp_path)
    assert said(found.guesses) == [("typed_bounds", *places[*SCRAP, "low"])]
    figure = found.whole().parameters["scrap_available"].figure
    assert (figure.low, figure.mode, figure.high, figure.ends) == (5, 10, 15, "bounds")


def test_a_figure_that_is_new_is_nobody_elses(tmp_path):
    sheets, problem = steel()
    path = ("attributes", "relining_capex", "values", "scrap_eaf")
    assert "scrap_eaf" not in problem.columns["relining_capex"].figures
    typed_over(sheets, {(*path, "mode"): 5.0})
    figure = back(sheets, tmp_path).whole().columns["relining_capex"].figures["scrap_eaf"]
    assert (figure.mode, figure.standing, figure.whose) == (5, Standing.JUDGEMENT, "workbook")
    assert (figure.source, figure.derivation) == ("", None)


def test_own_weights_where_nobody_has_judged_are_about_the_ranges_of_the_table(tmp_path):
    problem = replace(mcda.load("hebei-steel"), judgements=(), plan=Plan(weights="equal"))
    trl = replace(next(c for c in problem.criteria if c.id == "cost"), range=None)
    problem = replace(problem, criteria=tuple(trl if c.id == "cost" else c for c in problem.criteria))
    sheets = {sheet.name: sheet for sheet in sheets_of(problem, "en")[0]}
    typed_over(sheets, OWN)
    (judgement,) = back(sheets, tmp_path).whole().judgements
    costs = mcda.rank(problem).table.shown[:, 0]
    assert judgement.ranges["cost"][0] <= costs.min() < costs.max() <= judgement.ranges["cost"][1]
    assert judgement.ranges["emissions"] == (0, 4)


def test_an_edit_is_told_in_words(tmp_path):
    sheets, problem = steel()
    other = problem.scenarios["cp_60"].label
    priced = ("scenarios", "cp_60", "set", "carbon_price")
    typed_over(sheets, {(*GRID, "mode"): 0.65, PAIR: 1 / 3, ("plan", "scenario"): other.en, priced: 9.0, **OWN})
    told = {guess.text() for guess in back(sheets, tmp_path).told}
    assert any(text.startswith("Grid emission factor · mode: 0.48 → 0.65; a judgement of “workbook”") for text in told)
    assert "Cost · Emissions: 1 → 0.333" in told
    assert f"scenario: {problem.scenarios['base'].label.en} → {other.en}" in told
    assert "own weight · Cost: — → 1" in told
    assert any(text.startswith("Carbon price 60 CNY · Carbon price: ") for text in told)


# rows, columns and sheets that moved


def first(sheet):
    """The second row with inputs."""
    return sorted({r for (r, _), cell in sheet.cells.items() if cell.path})[1]


def row_inserted(sheet):
    return {(r + (r >= first(sheet)), c): cell for (r, c), cell in sheet.cells.items()}


def row_deleted(sheet):
    return {(r - (r > first(sheet)), c): cell for (r, c), cell in sheet.cells.items() if r != first(sheet)}


def rows_sorted(sheet):
    return {(45 - r if 5 <= r <= 40 else r, c): cell for (r, c), cell in sheet.cells.items()}


def row_cut(sheet):
    return {(900 if r == first(sheet) else r, c): cell for (r, c), cell in sheet.cells.items()}


def columns_swapped(sheet):
    left = min(c for (_, c), cell in sheet.cells.items() if cell.path)
    return {(r, {left: left + 2, left + 2: left}.get(c, c)): cell for (r, c), cell in sheet.cells.items()}


def column_inserted(sheet):
    return {(r, c + (c >= 1)): cell for (r, c), cell in sheet.cells.items()}


MOVES = (row_inserted, row_deleted, rows_sorted, row_cut, columns_swapped, column_inserted)


@pytest.mark.parametrize("moved", MOVES)
@pytest.mark.parametrize("name", ["Figures", "Parameters", "Judgements", "Criteria", "Scenarios"])
def test_what_has_moved_is_never_another_figure(name, moved, tmp_path):
    sheets, _ = steel()
    typed_over(sheets, {**OWN, MINE: 3.0})
    sheets[name].cells = moved(sheets[name])
    found = back(sheets, tmp_path)
    (fault,) = found.faults
    assert (fault.code, fault.place.sheet) == ("typed_moved", name)
    assert fault.values["before"] != fault.values["after"]


def test_a_new_name_is_asked_about_and_never_beside_a_new_figure(tmp_path):
    sheets, problem = steel()
    places = typed_over(sheets, {(*FIGURE, "mode"): 11.0})
    row = int(places[*FIGURE, "mode"][1][1:])
    sheets["Figures"].put(row - 1, 1, "Gas route")
    found = back(sheets, tmp_path)
    assert said(found.guesses) == [("unread", "Figures", f"B{row}")]
    assert fingerprint(found.whole()) == fingerprint(problem)
    typed_over(sheets, {(*FIGURE, "mode"): 10.0})
    (fault,) = back(sheets, tmp_path).faults
    assert (fault.code, fault.place.cell) == ("typed_moved", f"B{row}")
    assert problem.label("ng_dri_eaf").en in fault.what()
    assert "Gas route" in fault.what()


def test_a_name_that_another_row_bears_is_refused(tmp_path):
    sheets, problem = steel()
    places = typed_over(sheets, {(*FIGURE, "mode"): 11.0})
    sheets["Figures"].put(int(places[*FIGURE, "mode"][1][1:]) - 1, 1, problem.label("scrap_eaf").en)
    assert [fault.code for fault in back(sheets, tmp_path).faults] == ["typed_moved"]


def test_a_row_of_ones_own_is_told(tmp_path):
    sheets, problem = steel()
    rows, _ = sheets["Figures"].size
    for column, value in enumerate(["Cost", "My option", 3.0]):
        sheets["Figures"].put(rows, column, value)
    found = back(sheets, tmp_path)
    assert said(found.guesses) == [("unread", "Figures", f"{letter}{rows + 1}") for letter in "ABC"]
    assert "My option" in found.guesses[1].text()
    assert fingerprint(found.whole()) == fingerprint(problem)


def test_sheets_that_changed_their_names_or_are_hidden_are_refused(tmp_path):
    sheets, _ = steel()
    sheets["Figures"].name, sheets["Parameters"].name = "Parameters", "Figures"
    codes = {fault.code for fault in back(sheets, tmp_path).faults}
    assert codes == {"typed_moved"}
    sheets, _ = steel()
    sheets["Criteria"].hidden = True
    (fault,) = back(sheets, tmp_path).faults
    assert (fault.code, fault.values["sheet"]) == ("sheet_gone", "Criteria")


# any edit of any problem


def typed_in(figure, numbers):
    """A figure with numbers of whoever typed them, if they are others than they were."""
    if all(getattr(figure, end) == number for end, number in numbers.items()):
        return figure
    judged = {"standing": Standing.JUDGEMENT, "whose": "workbook", "source": "", "derivation": None, "verified": True}
    return replace(figure, **numbers, **judged)


@st.composite
def edited_problems(draw):
    """A problem, what is typed over in its workbook, and the problem that this means."""
    problem = draw(problems())
    typed, columns = {}, dict(problem.columns)
    for name, way in (("base", ("attributes",)), ("use", ("attributes",)),
                      ("own2", ("criteria", "group", "criteria")), ("level1", ("criteria", "group", "criteria"))):  # fmt: skip
        column = problem.columns[name]
        figures = dict(column.figures)
        for option in draw(st.sets(st.sampled_from(sorted(figures)), max_size=2)):
            numbers = {"mode": float(draw(st.integers(1, 4)))} if name == "level1" else ends(draw, figures[option])
            typed |= {(*way, name, "values", option, end): number for end, number in numbers.items()}
            figures[option] = typed_in(figures[option], numbers)
        columns[name] = replace(column, figures=figures)
    if draw(st.booleans()):
        typed["attributes", "use", "absent"] = number = draw(NUMBERS)
        columns["use"] = replace(columns["use"], absent=replace(columns["use"].absent, mode=number))
    parameters, scenarios = dict(problem.parameters), dict(problem.scenarios)
    if draw(st.booleans()):
        numbers = ends(draw, parameters["price"].figure)
        typed |= {("parameters", "price", end): number for end, number in numbers.items()}
        parameters["price"] = replace(parameters["price"], figure=typed_in(parameters["price"].figure, numbers))
    if draw(st.booleans()):
        typed["scenarios", "dear", "set", "price"] = price = draw(st.none() | NUMBERS)
        typed["scenarios", "dear", "figures", "base", "a0"] = base = draw(st.none() | NUMBERS)
        typed["scenarios", "base", "set", "price"] = usual = draw(st.none() | NUMBERS)
        changed = {} if base is None else {("a0", "base"): base}
        scenarios["dear"] = replace(scenarios["dear"], set={} if price is None else {"price": price}, figures=changed)
        scenarios["base"] = replace(scenarios["base"], set={} if usual is None else {"price": usual})
    judgements, plan = problem.judgements, problem.plan
    if draw(st.booleans()):
        typed["judgements", 0, "pairs", "own1 > group"] = ratio = draw(st.sampled_from([1 / 9, 1 / 2, 1.0, 7.0]))
        judgements = (replace(judgements[0], pairs={**judgements[0].pairs, ("own1", "group"): ratio}),)
    if draw(st.booleans()):
        own = dict(zip(("own1", "level1", "own2"), draw(st.lists(NUMBERS, min_size=3, max_size=3)), strict=True))
        typed |= {("own_weights", name): weight for name, weight in own.items()}
        numbers = {**own, "group": own["level1"] + own["own2"]}
        mine = Judgement("workbook", "numbers", ranges=judgements[0].ranges, numbers=numbers)
        judgements, plan = (*judgements, mine), replace(plan, weights="points")
    if draw(st.booleans()):
        typed["plan", "scenario"] = "dear"
        plan = replace(plan, scenario="dear")
    meant = replace(
        problem, columns=columns, parameters=parameters, scenarios=scenarios, judgements=judgements, plan=plan
    )
    return problem, typed, meant


def ends(draw, figure):
    """New numbers for a figure, in order; none so near to an old one that a program's rounding could be the cause."""
    low, mode, high = sorted(draw(st.lists(NUMBERS, min_size=3, max_size=3)))
    before = [end for end in (figure.low, figure.mode, figure.high) if end is not None]
    assume(all(one == other or abs(one - other) > 1e-9 * one for one in (low, mode, high) for other in before))
    return {"mode": mode} if figure.low is None else {"low": low, "mode": mode, "high": high}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edited_problems())
def test_any_edit_of_any_problem_is_read_as_it_was_typed(tmp_path, drawn):
    problem, typed, meant = drawn
    try:
        mcda.rank(problem)
        sheets = {sheet.name: sheet for sheet in sheets_of(problem, "en")[0]}
    except TableError:  # every option set apart
        return
    if ("plan", "scenario") in typed:
        typed["plan", "scenario"] = sheets["Scenarios"].cells[4, 5].value
    places = typed_over(sheets, typed)
    found = back(sheets, tmp_path)
    if any(fault.code == "typed_other" for fault in found.faults):  # every option is set apart now
        assert str(found.faults[0].values["what"].code) == "table_all_apart.what"
        return
    assert not found.guesses
    assert {(guess.place.sheet, guess.place.cell) for guess in found.told} <= {*places.values()}
    assert fingerprint(found.whole()) == fingerprint(meant)
