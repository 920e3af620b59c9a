"""The sheet of the calculation while it is being filled: what stands where, and how far down it has come."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mcda.model import Array
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Sheet


@dataclass
class Working:
    """`counted` holds 1 for each option that is ranked (m, 1), where some can be set apart; `lines` for each red line 1
    for each option that keeps it; `areas` says where arrays stand by their names; `row` is the next that is free.
    """

    draft: Draft
    sheet: Sheet
    row: int
    counted: Area | None = None
    lines: tuple[tuple[str, Area], ...] = ()
    areas: dict[str, Area] = field(default_factory=dict)

    def heads(self, row: int, first: str = "") -> None:
        """The criteria from left to right, as headings."""
        self.sheet.line(row, [first, *(self.draft.text(c.title) for c in self.draft.problem.criteria)], "heading")

    def options(self, row: int, column: int = 0) -> None:
        """The options from top to bottom."""
        for i, option in enumerate(self.draft.problem.alternatives):
            self.sheet.put(row + i, column, self.draft.text(option.label))

    def spread(self, values: Any) -> Array:
        """An array over the ranked options (m, …) for all of them: those set apart repeat the first that is ranked."""
        ranked = self.draft.ranking.table.alternatives
        if np.shape(values)[-2] == 1:
            return np.asarray(values)
        at = {name: i for i, name in enumerate(ranked)}
        return np.asarray(values)[[at.get(a.id, 0) for a in self.draft.problem.alternatives]]
