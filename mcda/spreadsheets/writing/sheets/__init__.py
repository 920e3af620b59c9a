"""The sheets of a case's workbook: one file each, filled in the order in which they need one another."""

from dataclasses import replace

from mcda.figures import scenario_of, tabulate
from mcda.files.writing import holds
from mcda.language import Lang
from mcda.model import Problem
from mcda.ranking import rank_table, weights_of_problem
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Sheet
from mcda.spreadsheets.writing.sheets import (
    calculation,
    case,
    criteria,
    figures,
    judgements,
    lists,
    matrix,
    parameters,
    question,
    results,
    scenarios,
    sources,
)

LIVE = 5_000
"""Up to so many figures (options × criteria) the workbook recalculates; beyond, it holds values and a plain matrix."""
SHOWN = ("results", "question", "criteria", "parameters", "figures", "scenarios", "judgements", "consistency",
         "calculation", "sources", "lists", "case")  # fmt: skip
"""The order of the tabs."""


def sheets_of(problem: Problem, lang: Lang, live: bool = True) -> tuple[list[Sheet], bool]:
    """The workbook of a problem, answered by its plan: sheets in the order of their tabs, and whether scores and ranks
    recalculate, which nothing does unless `live`. Raises what `rank` raises.
    """
    tabulated = tabulate(problem, scenario_of(problem, problem.plan.scenario))
    ranking = rank_table(problem, tabulated, weights_of_problem(problem))
    draft = Draft(problem, lang, ranking, tabulated)
    if len(problem.alternatives) * len(problem.criteria) > LIVE:
        return _large(draft), False
    draft.live = live
    top = draft.sheet("results")
    for module in (lists, judgements, criteria, scenarios, parameters, figures):
        module.fill(draft)
    answer = calculation.fill(draft)
    results.fill(draft, top, answer)
    question.fill(draft)
    sources.fill(draft)
    if holds(problem):
        case.fill(draft)
    if not draft.live:
        _still(draft)
    return [draft.sheets[key] for key in SHOWN if key in draft.sheets], draft.live and answer.live


def _large(draft: Draft) -> list[Sheet]:
    """A table too large to recalculate: the answer, and the figures as a plain matrix."""
    draft.live = False
    results.values(draft, draft.sheet("results"))
    for module in (question, criteria, matrix, sources):
        module.fill(draft)
    _still(draft)
    return [draft.sheets[key] for key in SHOWN if key in draft.sheets]


def _still(draft: Draft) -> None:
    """Values in place of all formulas."""
    for sheet in draft.sheets.values():
        for at, cell in sheet.cells.items():
            if cell.formula:
                sheet.cells[at] = replace(cell, formula="")
