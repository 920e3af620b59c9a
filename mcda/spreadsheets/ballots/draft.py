"""A ballot in the making: the questions about a problem, in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mcda.language import say
from mcda.model import Branch
from mcda.spreadsheets.ballots.ends import Ends
from mcda.spreadsheets.writing.draft import Pages
from mcda.spreadsheets.writing.sheet import Sheet, Value
from mcda.spreadsheets.writing.sheets.lists import lists


@dataclass
class Ballot(Pages):
    """What a form knows while it asks: the `ends` of each criterion, and of numbers what the `largest` in a branch must
    be or their `total`, None where any will do.
    """

    ends: Mapping[str, Ends]
    largest: float | None = None
    total: float | None = None
    questions: int = field(default=0, init=False)
    lists: dict[tuple[Value, ...], str] = field(default_factory=dict, init=False)

    def ask(self, code: str, **values: Any) -> str:
        """A sentence of the ballot."""
        return say(self.lang, f"ballot.{code}", **values)

    def change(self, name: str) -> str:
        """What a question is about: a criterion going from worst to best, or a branch with all that is in it."""
        inside = [branch for branch in self.problem.tree.branches() if branch.id == name]
        if inside:
            parts = [self._way(leaf, brief=True) for leaf in inside[0].leaves()]
            return self.ask("together", name=self.label(name), parts=self.ask("between").join(parts))
        return self._way(name, brief=False)

    def _way(self, name: str, brief: bool) -> str:
        ends = self.ends[name]
        values = {"name": self.label(name), "worst": ends.worst, "best": ends.best}
        if ends.anchors and not brief:
            worst, best = ends.anchors
            return self.ask("anchored", **values, worst_is=worst, best_is=best)
        return self.ask("change", **values, unit=ends.unit).strip()

    def number(self, sheet: Sheet, row: int) -> int:
        """Number a question in the first column: by it the row is known again when the ballot comes back."""
        self.questions += 1
        sheet.put(row, 0, float(self.questions), "rank")
        return self.questions

    def counted(self, n: int) -> str:
        """The range of the lists that holds 1 to n."""
        return self.listed([float(k + 1) for k in range(n)])

    def listed(self, choices: Sequence[Value]) -> str:
        """The range of the lists that holds what can be chosen."""
        known = tuple(choices)
        if known not in self.lists:
            sheet = self.sheets.get("lists") or lists(self)
            column = sheet.size[1]
            for k, choice in enumerate(known):
                sheet.put(1 + k, column, choice)
            self.lists[known] = sheet.area(1, column, len(known), 1).line(0, 0, -2)
        return self.lists[known]

    def told_apart(self, branch: Branch) -> dict[str, str]:
        """What each child of a branch is called where it is chosen from a list; one that shares its label has its id
        behind it.
        """
        labels = {name: self.label(name) for name in branch.names()}
        shared = [label for label in labels.values() if [*labels.values()].count(label) > 1]
        return {name: f"{label} ({name})" if label in shared else label for name, label in labels.items()}

    def heads(self, sheet: Sheet, row: int, branch: Branch, codes: tuple[str, ...]) -> int:
        """Headings over the questions of a branch, which is named where there are several; returns the next row."""
        if len([*self.problem.tree.branches()]) > 1:
            sheet.put(row, 0, self.ask("about", branch=branch.label), "strong")
            row += 1
        sheet.line(row, ["", *(self.ask(f"head.{code}") if code else "" for code in codes)], "heading")
        return row + 1
