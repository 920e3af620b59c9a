"""The figures of a large table as a plain matrix: options down, criteria across; `mcda import` reads it."""

from collections.abc import Iterator

import numpy as np

from mcda.figures.derived import typed
from mcda.figures.known import factor
from mcda.model import Column
from mcda.spreadsheets.formulas import formulas
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Path, Sheet, plain

HEAD, FIRST = 3, 7


def fill(draft: Draft) -> None:
    """Rows for unit, direction and weight, then one per option; whatever criteria follow from, to their right."""
    sheet, problem = draft.sheet("figures"), draft.problem
    sheet.put(0, 0, draft.called("figures"), "title")
    sheet.put(1, 0, draft.say("matrix_live" if draft.live else "matrix_how"), "faint")
    sheet.line(HEAD, [draft.say("option"), *(draft.text(c.title) for c in problem.criteria)], "heading")
    sheet.line(HEAD + 1, [draft.say("unit"), *(c.unit or None for c in problem.criteria)], "faint")
    sheet.line(HEAD + 2, [draft.say("better"), *map(draft.better, problem.criteria)], "faint")
    sheet.put(HEAD + 3, 0, draft.say("weight"), "faint")
    for j, c in enumerate(problem.criteria):
        formula = f"={draft.weights[c.id].cell(0, 0)}" if draft.live else ""
        sheet.put(HEAD + 3, 1 + j, draft.ranking.weights.of(c.id), "share", formula=formula)
    for i, option in enumerate(problem.alternatives):
        sheet.put(FIRST + i, 0, draft.text(option.label))
    sheet.freeze, sheet.widths, sheet.heads = (FIRST, 1), {0: 30}, (HEAD, FIRST - 1)
    columns = [problem.columns[c.id] for c in problem.criteria]
    if draft.live:
        columns += _beside(draft, sheet, len(columns))
    _figures(draft, sheet, columns)


def _beside(draft: Draft, sheet: Sheet, taken: int) -> list[Column]:
    """What is known of the options beside the criteria; sets where every column stands."""
    problem = draft.problem
    m, criteria = len(problem.alternatives), [c.id for c in problem.criteria]
    others = [column for name, column in problem.columns.items() if name not in criteria]
    for k, column in enumerate(others):
        sheet.put(HEAD, 1 + taken + k, draft.label(column.id), "heading")
        sheet.put(HEAD + 1, 1 + taken + k, column.unit or None, "faint")
    for k, name in enumerate([*criteria, *(column.id for column in others)]):
        draft.areas[name] = sheet.area(FIRST, 1 + k, m, 1)
    draft.matrix = sheet.area(FIRST, 1, m, taken)
    return others


def _figures(draft: Draft, sheet: Sheet, columns: list[Column]) -> None:
    trees = typed(draft.problem) if draft.live else {}
    for k, column in enumerate(columns):
        values = draft.column(column.id).tolist()
        said: list[str] = []
        if column.id in trees:
            said = [text for *_, text in formulas(trees[column.id], draft.areas, len(values), 1)]
        for i, (value, path) in enumerate(zip(values, _paths(draft, column), strict=True)):
            formula = said[i] if said else ""
            if draft.live:
                formula, path = _in_scenario(draft, column.id, i, formula, path)
            if formula and np.isnan(value):
                formula = f'=IFERROR({formula[1:]},"")'
            more = draft.takes(path) if path else {}
            sheet.put(FIRST + i, 1 + k, plain(value), "number", formula=formula, **more)


def _paths(draft: Draft, column: Column) -> Iterator[Path]:
    """Where each figure stands in the case file; nowhere for what is computed, converted, or common to several."""
    options = draft.problem.alternatives
    if not draft.live or column.formula or column.equity or column.pairs:
        yield from ((),) * len(options)
        return
    way = (*draft.column_path(column.id), "values")
    for option in options:
        figure = column.figures.get(option.id)
        own = column.absent is None if figure is None else factor(figure, column) == 1
        yield (*way, option.id, "mode") if own else ()


def _in_scenario(draft: Draft, name: str, i: int, formula: str, path: Path) -> tuple[str, Path]:
    """A figure that a scenario changes follows the scenario chosen; what it usually is stands on that sheet."""
    area = draft.scenario.get((name, draft.problem.alternatives[i].id))
    if area is None:
        return formula, path
    cell = area.cell(0, 0)
    if formula:
        return f'=IF({cell}="",{formula[1:]},{cell})', ()
    sheet = draft.sheets["scenarios"]
    usual = sheet.cells.get((area.row, 2))
    if usual is not None and path:
        sheet.put(area.row, 2, usual.value, "number", **draft.takes(path))
    return f"={cell}", ()
