"""The figures of every option: given, compared, computed, or derived by a formula that stays alive."""

import numpy as np

from mcda.expression import Node
from mcda.figures.derived import typed
from mcda.figures.known import factor
from mcda.model import Column
from mcda.spreadsheets.formulas import Area, formulas
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Sheet, plain
from mcda.spreadsheets.writing.sheets.parameters import HEAD, HEADS, MODE, NOW, UNIT, heading, provenance
from mcda.spreadsheets.writing.sheets.scenarios import usual

FROM = HEADS.index("from")
EMPTY = '""'
"""What a formula gives for a figure that is missing."""


def fill(draft: Draft) -> None:
    """One row per column and option, criteria first; all options of a column stand together."""
    sheet, problem = draft.sheet("figures"), draft.problem
    heading(draft, sheet, "figures", "option")
    leaves = problem.tree.leaves()
    columns = [problem.columns[name] for name in (*leaves, *(c for c in problem.columns if c not in leaves))]
    starts: dict[str, int] = {}
    row, m = HEAD + 1, len(problem.alternatives)
    for column in columns:
        starts[column.id] = row + (column.absent is not None)
        draft.areas[column.id] = sheet.area(starts[column.id], NOW, m, 1)
        row = starts[column.id] + m
    trees = typed(problem)
    for column in columns:
        if column.id in trees:
            _derived(draft, sheet, column, trees[column.id], starts[column.id])
        else:
            _given(draft, sheet, column, starts[column.id])


def _given(draft: Draft, sheet: Sheet, column: Column, start: int) -> None:
    path, editable = draft.column_path(column.id), not (column.equity or column.pairs)
    absent = None
    if column.absent is not None:
        sheet.line(start - 1, [draft.label(column.id), draft.say("not_listed")])
        sheet.put(start - 1, MODE, column.absent.mode, "number", **draft.takes((*path, "absent")))
        sheet.put(start - 1, UNIT, draft.unit(column.unit), "faint")
        absent = sheet.area(start - 1, MODE, 1, 1)
    for i, option in enumerate(draft.problem.alternatives):
        row, figure = start + i, column.figures.get(option.id)
        sheet.line(row, [draft.label(column.id), draft.label(option.id)])
        if editable:
            provenance(draft, sheet, row, figure, (*path, "values", option.id))
        else:
            sheet.put(row, FROM, draft.say("by_equity" if column.equity else "by_pairs"), "small")
        unit = figure.unit if figure else ""
        sheet.put(row, UNIT, draft.unit(unit or column.unit), "faint")
        _now(draft, sheet, column, i, row, absent)


def _now(draft: Draft, sheet: Sheet, column: Column, i: int, row: int, absent: Area | None) -> None:
    """The figure as it is now: of the scenario, else its mode, else that of options not listed."""
    name = draft.problem.alternatives[i].id
    mode = sheet.area(row, MODE, 1, 1).cell(0, 0)
    value = plain(draft.column(column.id)[i])
    figure = column.figures.get(name)
    by = factor(figure, column) if figure else 1.0
    own = mode if by == 1 else f"{mode}*{by!r}"
    formula = "" if column.pairs else f'=IF({mode}="",{absent.cell(0, 0) if absent else EMPTY},{own})'
    changed = usual(draft, (column.id, name), formula)
    formula = f"={changed.cell(0, 0)}" if changed else formula
    sheet.put(row, NOW, "" if value is None else value, "rounded", formula=formula)


def _derived(draft: Draft, sheet: Sheet, column: Column, tree: Node, start: int) -> None:
    m = len(draft.problem.alternatives)
    values = draft.column(column.id)
    written = [text for _, _, text in formulas(tree, draft.areas, m, 1)]
    for i, option in enumerate(draft.problem.alternatives):
        row, key = start + i, (column.id, option.id)
        sheet.line(row, [draft.label(column.id), draft.label(option.id)])
        formula = f"=IFERROR({written[i][1:]},{EMPTY})" if np.isnan(values[i]) else written[i]
        if key in draft.scenario:
            cell = draft.scenario[key].cell(0, 0)
            formula = f'=IF({cell}="",{formula[1:]},{cell})'
        sheet.put(row, NOW, plain(values[i]), "rounded", formula=formula)
        sheet.put(row, UNIT, draft.unit(column.unit), "faint")
        said = column.formula.text if column.formula else ""
        sheet.put(row, FROM, draft.say("by_formula", formula=said), "small")
