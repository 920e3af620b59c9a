"""How well each matrix agrees with itself: the principal eigenvector by repeated multiplication, λmax and CR."""

import numpy as np

from mcda.model import Array, Branch
from mcda.pairwise import consistency
from mcda.pairwise.consistency import random_index
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.writing.draft import Pages
from mcda.spreadsheets.writing.sheet import Sheet, quoted

ROUNDS = 60
"""Enough for CR up to about 1; the last change is shown."""


def consistency_of(pages: Pages, below: Sheet, branch: Branch, cells: Area, matrix: Array, row: int) -> Area:
    """Fill the iteration of one matrix, and λmax and CR on the sheet `below`, below the matrix at `row`; returns the
    last vector (1, k).
    """
    sheet = pages.sheets.get("consistency") or _new(pages)
    k = len(matrix)
    column = sheet.size[1] + 1
    sheet.put(2, column, pages.text(branch.label), "strong")
    sheet.line(3, [pages.label(name) for name in branch.names()], "heading", column)
    sums = sheet.block(4, column, matrix.sum(axis=0)[None], "number", _sums(cells, k))
    vector = np.full(k, 1 / k)
    sheet.block(5, column, vector[None], "number", [])
    for r in range(ROUNDS):
        before = sheet.area(5 + r, column, 1, k)
        vector = matrix @ vector / (matrix.sum(axis=0) @ vector)
        whole = f"SUMPRODUCT({sums.line(0, 0, -1)},{before.line(0, 0, -1)})"
        said = [(0, i, f"=SUMPRODUCT({cells.line(i, 0, -1)},{before.line(0, 0, -1)})/{whole}") for i in range(k)]
        sheet.block(6 + r, column, vector[None], "number", said)
    last = sheet.area(5 + ROUNDS, column, 1, k)
    _below(pages, below, row + k + 1, sums, last, matrix)
    return last


def ratio_of(cells: Area) -> Area:
    """Where the CR of a matrix stands: below it, under λmax."""
    return Area(cells.sheet, cells.row + cells.rows + 1, 1, 1, 1)


def _new(pages: Pages) -> Sheet:
    sheet = pages.sheet("consistency")
    sheet.put(0, 0, pages.called("consistency"), "title")
    sheet.put(1, 0, pages.say("consistency_how", rounds=ROUNDS), "faint")
    sheet.put(4, 0, pages.say("column_sums"), "faint")
    for r in range(ROUNDS + 1):
        sheet.put(5 + r, 0, float(r), "rank")
    sheet.freeze, sheet.widths = (4, 1), {0: 14}
    return sheet


def _sums(cells: Area, k: int) -> list[tuple[int, int, str]]:
    return [(0, j, f"=SUM({cells.line(0, j, -2)})") for j in range(k)]


def _below(pages: Pages, sheet: Sheet, row: int, sums: Area, last: Area, matrix: Array) -> None:
    k = len(matrix)
    measured = consistency(matrix, pages.problem.plan.random_index)
    index = random_index(k, pages.problem.plan.random_index)
    matrix_of = Area(sheet.name, row - k, 1, k, k)
    asked = f"COUNT({matrix_of.block})={k * k}"
    largest = f"=IF({asked},SUMPRODUCT({sums.line(0, 0, -1)},{last.line(0, 0, -1)}),NA())"
    sheet.put(row, 0, "λmax", "faint")
    at = sheet.put(row, 1, measured.lambda_max, "score", formula=largest).cell(0, 0)
    sheet.put(row + 1, 0, "CR", "faint")
    if index == index:
        ratio = f"=({at}-{k})/{k - 1}/{index!r}"
        place = sheet.put(row + 1, 1, measured.ratio, "score", formula=ratio)
        sheet.marks.append((place, "warning"))
        said = pages.say("cr_high")
        sheet.put(row + 1, 2, said if measured.ratio > 0.1 else "", "warning", formula=_when(place.cell(0, 0), said))
    moved = f"MAX({last.line(0, 0, -1)})"
    before = Area(last.sheet, last.row - 1, last.column, 1, k)
    apart = f"SUMXMY2({last.line(0, 0, -1)},{before.line(0, 0, -1)})>1E-16*{moved}^2"
    late = f"IF({apart},{quoted(pages.say('not_converged'))},{quoted('')})"
    sheet.put(row, 2, "", "warning", formula=f"=IF({asked},{late},{quoted(pages.say('unanswered'))})")


def _when(ratio: str, said: str) -> str:
    return f"=IF(ISNUMBER({ratio}),IF({ratio}>0.1,{quoted(said)},{quoted('')}),{quoted('')})"
