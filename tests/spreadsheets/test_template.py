"""The empty workbook: filled by a stranger, imported and ranked."""

from dataclasses import replace

import pytest

import mcda
from mcda.errors import CaseError
from mcda.language import say
from mcda.spreadsheets.reading import read
from mcda.spreadsheets.template import CRITERIA, OPTIONS, sheets_of, write_template
from mcda.spreadsheets.writing import xlsx

CRITERION = {"en": ("Cost", "Jobs", "Heat"), "zh": ("成本", "就业", "余热")}


def filled(lang, path, weights=True):
    """Three options and three criteria, typed into the coloured cells."""
    how, matrix = sheets_of(lang)
    more, less = (say(lang, f"template.{way}") for way in ("more", "less"))
    columns = zip(CRITERION[lang], (less, more, more), ("CNY@2024/t", None, "GJ/t"), (30.0, 20.0, 50.0), strict=True)
    rows = [("A", 3200.0, 120.0, 2.1), ("B", "3000–3500", 80.0, 0.6), ("C", 2900.5, 95.0, 1.2)]
    typed = {(4 + i, j): value for i, row in enumerate(rows) for j, value in enumerate(row)}
    for j, (name, direction, unit, weight) in enumerate(columns, 1):
        typed |= {(0, j): name, (1, j): direction, (2, j): unit, (3, j): weight if weights else None}
    for at, value in typed.items():
        assert matrix.cells[at].path, f"{at} is locked"
        matrix.cells[at] = replace(matrix.cells[at], value=value)
    xlsx.write([how, matrix], path)
    return path


@pytest.mark.parametrize("weights", [True, False])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_filled_template_becomes_a_ranked_case(lang, weights, tmp_path):
    problem = read(filled(lang, tmp_path / "t.xlsx", weights)).whole()
    assert tuple(c.title.in_(lang) for c in problem.criteria) == CRITERION[lang]
    assert [c.direction.value for c in problem.criteria] == ["min", "max", "max"]
    assert [c.unit for c in problem.criteria] == ["CNY@2024/t", "", "GJ/t"]
    assert [a.label.en for a in problem.alternatives] == ["A", "B", "C"]
    cost = problem.columns[problem.criteria[0].id].figures
    assert [(f.low, f.mode, f.high) for f in cost.values()] == [
        (None, 3200, None),
        (3000, 3250, 3500),
        (None, 2900.5, None),
    ]
    assert mcda.rank(problem).options is not None
    assert mcda.rank(problem).first == (problem.alternatives[0].id,)
    assert problem.plan.weights == ("points" if weights else "equal")
    if weights:
        assert [*problem.judgements[0].numbers.values()] == [30, 20, 50]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_empty_template_is_told_to_be_empty(lang, tmp_path):
    write_template(tmp_path / "t.xlsx", lang)
    assert read(tmp_path / "t.xlsx").faults


def test_there_is_room_and_every_kind_of_cell_says_what_belongs_there():
    how, matrix = sheets_of("en")
    inputs = {at: cell for at, cell in matrix.cells.items() if cell.path}
    assert len(inputs) == (4 + OPTIONS) * CRITERIA + OPTIONS
    assert {(row, 1) for row in range(5)} | {(4, 0)} <= {at for at, cell in inputs.items() if cell.prompt}
    assert all(len(cell.prompt) <= 255 for cell in inputs.values())
    assert inputs[1, 1].choices == f"'{how.name}'!$D$5:$D$6"
    assert [how.cells[row, 3].value for row in (4, 5)] == ["more is better", "less is better"]


def test_a_template_that_somebody_may_have_filled_is_left_alone(tmp_path):
    (tmp_path / "t.xlsx").write_text("mine", encoding="utf-8")
    with pytest.raises(CaseError) as error:
        write_template(tmp_path / "t.xlsx", "en")
    assert [fault.code for fault in error.value.faults] == ["file_exists"]
    assert (tmp_path / "t.xlsx").read_text(encoding="utf-8") == "mine"
