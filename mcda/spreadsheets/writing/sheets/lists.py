"""What can be chosen from, and what the levels of ordinal criteria count for; the sheet is hidden."""

import numpy as np

from mcda.figures.ordinal import counted
from mcda.model import Need
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.writing.draft import Draft, Pages
from mcda.spreadsheets.writing.sheet import Sheet

SAATY = (*(1 / k for k in range(9, 1, -1)), *(float(k) for k in range(1, 10)))
"""The 17 values of the scale. Saaty (1980)."""


def fill(draft: Draft) -> None:
    """One column for the scale of judgements, two for each ordinal criterion."""
    sheet = lists(draft)
    column = 1
    for criterion in draft.problem.criteria:
        if criterion.scale.kind is Need.ORDER:
            keys = np.array([float(level.key) for level in criterion.scale.levels])
            values = counted(criterion, keys)
            sheet.put(0, column, draft.text(criterion.title), "heading")
            sheet.block(1, column, keys[:, None], "number", [])
            sheet.block(1, column + 1, values[:, None], "number", [])
            draft.levels[criterion.id] = sheet.area(1, column, len(keys), 2)
            column += 2


def lists(pages: Pages) -> Sheet:
    """The sheet with the scale of judgements."""
    sheet = pages.sheet("lists")
    sheet.hidden = True
    for k, value in enumerate(SAATY):
        sheet.put(1 + k, 0, value, "number", fraction=True)
    return sheet


def scale(pages: Pages) -> str:
    """The range that holds the scale of judgements."""
    return Area(pages.called("lists"), 1, 0, len(SAATY), 1).line(0, 0, -2)
