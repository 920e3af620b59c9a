"""A workbook in the making: the problem, its answer, and where on which sheet everything stands."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from mcda.figures import Tabulated
from mcda.language import Lang, Text, say
from mcda.model import Array, Branch, Criterion, Direction, Problem, Ranking
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.writing.sheet import Path, Sheet

LEAST = -1e300
"""Less than any figure."""
Key = tuple[str, str]
"""A parameter (name, ""), or an option's figure in a column (name, option)."""


@dataclass
class Pages:
    """The sheets of a workbook about a problem, in one language."""

    problem: Problem
    lang: Lang
    sheets: dict[str, Sheet] = field(default_factory=dict, kw_only=True)

    def say(self, code: str, **values: Any) -> str:
        """A sentence or heading of the workbook."""
        return say(self.lang, f"workbook.{code}", **values)

    def text(self, words: Text) -> str:
        """Words of the case."""
        return words.in_(self.lang)

    def other(self, words: Text) -> str | None:
        """The same in the other language, if it is something else there."""
        return None if words.en == words.zh else words.zh if self.lang == "en" else words.en

    def better(self, c: Criterion) -> str:
        """Which way is better."""
        if c.target is not None:
            return self.say("better.target", target=f"{c.target:g}")
        return self.say("better.more" if c.direction is Direction.MAX else "better.less")

    def unit(self, unit: str) -> str | None:
        """A unit to be shown; pure numbers have none."""
        return None if unit in ("", "1") else unit

    def label(self, name: str) -> str:
        """What people call a criterion, a parameter or an option."""
        return self._labels[name]

    @cached_property
    def _labels(self) -> dict[str, str]:
        """What everything is called; asked for one by one it would be searched for each time."""
        problem = self.problem
        named = [*problem.columns, *problem.parameters, *(b.id for b in problem.tree.branches())]
        found = {name: problem.label(name).in_(self.lang) for name in named}
        return {**found, **{a.id: a.label.in_(self.lang) for a in problem.alternatives}}

    def sheet(self, key: str) -> Sheet:
        """A new sheet."""
        self.sheets[key] = Sheet(self.called(key))
        return self.sheets[key]

    def called(self, key: str) -> str:
        """The name of a sheet, also of one that is yet to be made."""
        return self.say(f"sheet.{key}")


@dataclass
class Draft(Pages):
    """What the sheets of a case share. `areas` says where parameters (1 × 1) and columns (m × 1) stand as they are now,
    by name; `scenario` holds, for whatever a scenario changes, the cell with its value in the scenario chosen; `levels`
    the keys and values of an ordinal scale (levels × 2); `matrices` everybody's judgement matrices by branch; `local`
    the weights of a branch's children where formulas give them (k × 1); `weights` the weight in use of each criterion.
    `still` names the sentence that says why nothing recalculates, if so; `narrow` is true where figures stand as one
    `matrix` of options and criteria (m × n), and steps of that size have no cells of their own; `gaps` counts what it
    lacks. `inputs` is false where nothing that is typed could be read.
    """

    ranking: Ranking
    tabulated: Tabulated
    still: str = ""
    narrow: bool = False
    matrix: Area | None = None
    gaps: Area | None = None
    inputs: bool = True
    areas: dict[str, Area] = field(default_factory=dict)
    scenario: dict[Key, Area] = field(default_factory=dict)
    levels: dict[str, Area] = field(default_factory=dict)
    matrices: list[tuple[str, Area]] = field(default_factory=list)
    local: dict[str, Area] = field(default_factory=dict)
    weights: dict[str, Area] = field(default_factory=dict)

    def takes(self, path: Path) -> dict[str, Any]:
        """What makes a cell one that takes a figure, and no words."""
        return {"path": path, "least": LEAST, "refusal": self.say("refused_number")}

    @property
    def weights_live(self) -> bool:
        """Whether all weights follow from cells."""
        return all(len(branch.children) < 2 or branch.id in self.local for branch in self.problem.tree.branches())

    @property
    def live(self) -> bool:
        """Whether cells recalculate."""
        return not self.still

    def column(self, name: str) -> Array:
        """The figures of a column (m,) as they are in the scenario of the plan; NaN where one is missing."""
        return np.broadcast_to(self.tabulated.values[name], (len(self.problem.alternatives),))

    @property
    def chosen(self) -> Area:
        """The cell in which the scenario is chosen."""
        return Area(self.called("results"), 3, 1, 1, 1)

    @property
    def scenario_labels(self) -> list[str]:
        """What the scenarios are called; one that shares its label is told by its id."""
        labels = [self.text(s.label) for s in self.problem.scenarios.values()]
        ids = list(self.problem.scenarios)
        return [f"{a} ({b})" if labels.count(a) > 1 else a for a, b in zip(labels, ids, strict=True)]

    def column_path(self, name: str) -> Path:
        """Where a column stands in the case file."""
        if name not in self.problem.tree.leaves():
            return ("attributes", name)
        return ("criteria", *_way(self.problem.tree, name))


def _way(branch: Branch, leaf: str) -> Path:
    for child in branch.children:
        if child == leaf:
            return (leaf,)
        if isinstance(child, Branch) and leaf in child.leaves():
            return (child.id, "criteria", *_way(child, leaf))
    raise KeyError(leaf)
