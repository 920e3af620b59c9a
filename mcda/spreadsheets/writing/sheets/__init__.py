"""The sheets of a case's workbook: one file each, filled in the order in which they need one another."""

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
    steps,
)

TABLES = 5_000
"""Up to so many figures (options × criteria) every step of the calculation has a table."""
NARROW = 2_000
"""Up to so many options a larger table recalculates in rows and columns; beyond, the workbook holds values."""
SHOWN = ("results", "question", "criteria", "parameters", "figures", "scenarios", "judgements", "consistency",
         "calculation", "sources", "lists", "case")  # fmt: skip
"""The order of the tabs."""


def sheets_of(problem: Problem, lang: Lang, live: bool = True) -> tuple[list[Sheet], bool]:
    """The workbook of a problem, answered by its plan: sheets in the order of their tabs, and whether scores and ranks
    recalculate, which nothing does unless `live`. Raises what `rank` raises.
    """
    tabulated = tabulate(problem, scenario_of(problem, problem.plan.scenario))
    ranking = rank_table(problem, tabulated, weights_of_problem(problem))
    draft = Draft(problem, lang, ranking, tabulated, still="" if live else "still.values")
    m = len(problem.alternatives)
    draft.narrow = m * len(problem.criteria) > TABLES
    if draft.narrow and draft.live:
        draft.still = "still.size" if m > NARROW else "" if steps.traceable(problem) else "still.method"
    if draft.narrow and draft.still:
        return _values(draft), False
    top = draft.sheet("results")
    for module in (lists, judgements, criteria, scenarios, parameters, matrix if draft.narrow else figures):
        module.fill(draft)
    answer = calculation.fill(draft)
    results.fill(draft, top, answer)
    question.fill(draft, answer.live)
    sources.fill(draft)
    if not draft.live:
        _still(draft)
    if holds(problem):
        case.fill(draft)
    return [draft.sheets[key] for key in SHOWN if key in draft.sheets], draft.live and answer.live


def _values(draft: Draft) -> list[Sheet]:
    """A large table that doesn't recalculate: the answer, and the figures as a plain matrix."""
    draft.inputs = holds(draft.problem) and len(draft.problem.alternatives) <= NARROW
    results.values(draft, draft.sheet("results"))
    question.fill(draft, live=False)
    for module in (criteria, matrix, sources):
        module.fill(draft)
    _still(draft)
    if draft.inputs:
        case.fill(draft)
    else:
        case.matrix(draft)
    return [draft.sheets[key] for key in SHOWN if key in draft.sheets]


def _still(draft: Draft) -> None:
    """Values in place of all formulas."""
    for sheet in draft.sheets.values():
        for cell in sheet.cells.values():
            cell.formula = ""
