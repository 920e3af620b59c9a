"""One matrix of comparisons in pairs that stays alive: reciprocal half, priorities, λmax and CR."""

from collections.abc import Callable

import numpy as np

from mcda.model import Array, Branch
from mcda.pairwise import weights_of
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.writing.draft import Pages
from mcda.spreadsheets.writing.sheet import Cell, Sheet
from mcda.spreadsheets.writing.sheets.consistency import consistency_of


def heads(pages: Pages, sheet: Sheet, row: int, branch: Branch, label: str) -> None:
    """The names of a branch's children across, behind a label."""
    sheet.line(row, [label, *(pages.label(name) for name in branch.names())], "heading")


def matrix(
    pages: Pages, sheet: Sheet, row: int, branch: Branch, values: Array, upper: Callable[[int, int], Cell]
) -> Area:
    """Fill a matrix (k, k) with its heads at `row`, and return where it is. `upper` gives the cells of its upper half,
    from which the lower follows; NaN is a pair that was not asked.
    """
    names = branch.names()
    heads(pages, sheet, row, branch, pages.text(branch.label))
    cells = sheet.area(row + 1, 1, len(names), len(names))
    for i, name in enumerate(names):
        sheet.put(row + 1 + i, 0, pages.label(name))
        sheet.put(row + 1 + i, 1 + i, 1.0, "number")
        for j in range(i):
            mirror = cells.cell(j, i)
            shown = "" if np.isnan(values[i, j]) else float(values[i, j])
            formula = f'=IF({mirror}="","",1/{mirror})'
            sheet.put(row + 1 + i, 1 + j, shown, "number", fraction=True, formula=formula)
        for j in range(i + 1, len(names)):
            sheet.cells[row + 1 + i, 1 + j] = upper(i, j)
    return cells


def priorities(pages: Pages, sheet: Sheet, row: int, branch: Branch, cells: Area, values: Array) -> tuple[Area, Array]:
    """Fill the priorities of a complete matrix (k, k) beside it, in the way of the plan, and its consistency below it;
    returns where they are (k × 1), and what they are.
    """
    k, plan = len(values), pages.problem.plan
    found = weights_of(values, plan.priorities, branch.names())
    eigen = consistency_of(pages, sheet, branch, cells, values, row) if k > 2 else None
    if eigen is None and plan.priorities == "eigenvector":
        formulas = [f"={cells.cell(i, 0)}/SUM({cells.line(0, 0, -2)})" for i in range(k)]
    elif plan.priorities == "eigenvector" and eigen is not None:
        formulas = [f"={eigen.cell(0, i)}" for i in range(k)]
    elif plan.priorities == "column_mean":
        sums = [f"SUM({cells.line(0, j, -2)})" for j in range(k)]
        formulas = [f"=({'+'.join(f'{cells.cell(i, j)}/{sums[j]}' for j in range(k))})/{k}" for i in range(k)]
    else:
        means = sheet.area(row + 1, k + 1, k, 1)
        sheet.put(row, k + 1, pages.say("geometric_mean"), "heading")
        for i, mean in enumerate(np.prod(values, axis=1) ** (1 / k)):
            line = cells.line(i, 0, -1)
            formula = f"=IF(COUNT({line})={k},PRODUCT({line})^(1/{k}),NA())"  # a gap is no 1
            sheet.put(row + 1 + i, k + 1, float(mean), "score", formula=formula)
        formulas = [f"={means.cell(i, 0)}/SUM({means.line(0, 0, -2)})" for i in range(k)]
    sheet.put(row, k + 2, pages.say("priority"), "heading")
    asked = f"COUNT({cells.block})={k * k}"
    written = [(i, 0, f"=IF({asked},{text[1:]},NA())") for i, text in enumerate(formulas)]
    return sheet.block(row + 1, k + 2, found[:, None], "share", written), found
