"""Faults of a case that was typed over, said of the cells of its workbook: nobody sees the lines of the file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from re import fullmatch
from typing import Any, NamedTuple

from mcda.errors import Fault, Place
from mcda.language import LANGUAGES, Message, Text
from mcda.model import ROOT, Problem
from mcda.spreadsheets.reading.edits import OWN, Edit, Path, weighed
from mcda.spreadsheets.reading.marks import address

TYPED = {
    "column_ways": "typed_none", "figure_missing": "typed_missing", "figure_number": "typed_number",
    "figure_order": "typed_order", "level_outside": "typed_level", "matrix_apart": "matrix_apart",
    "number_missing": "typed_answer", "pair_value": "typed_pair", "range_outside": "typed_outside",
}  # fmt: skip
"""What a fault is called that has one cell, and a remedy there."""
MAIN = ("figure_missing", "figure_number", "range_outside")
"""Faults of the number itself, and not of the ends of its range."""
NAMES = 2
"""How many columns name a row."""
SPOKEN = {"low": "low", "mode": "mode", "high": "high", "absent": "not_listed", OWN: "own", "scenario": "scenario"}
"""What a part of a path is called in a workbook."""
MOST = 6
"""How many cells a message lists."""


class Input(NamedTuple):
    """A coloured cell: where it is, its place in the case file, what it said when it was written, whether the file has
    1 ÷ that, and what its values mean there if that is another word.
    """

    sheet: str
    row: int
    column: int
    path: Path
    before: float | str | None
    inverted: bool
    meanings: Mapping[str, str]


class Labels:
    """The texts to the left of each cell and above it, which say what it is."""

    def __init__(self, shown: Iterable[Sequence[Any]]) -> None:
        self._rows, self._columns = (defaultdict[tuple[str, int], list[tuple[int, int, str]]](list) for _ in range(2))
        for sheet, row, column, text in shown:
            if isinstance(text, str):
                self._rows[sheet, row].append((row, column, text))
                self._columns[sheet, column].append((row, column, text))

    def of(self, cell: Input) -> Iterator[tuple[int, int, str]]:
        """Row, column and text of each."""
        yield from (label for label in self._rows[cell.sheet, cell.row] if label[1] < cell.column)
        yield from (label for label in self._columns[cell.sheet, cell.column] if label[0] < cell.row)

    def names(self, cell: Input) -> Iterator[tuple[int, int, str]]:
        """Those that say what its row is about."""
        yield from (label for label in self._rows[cell.sheet, cell.row] if label[1] < min(NAMES, cell.column))

    def others(self, sheet: str, column: int) -> set[str]:
        """The texts of a column."""
        return {text for _, _, text in self._columns[sheet, column]}

    def heading(self, cell: Input) -> str:
        """The nearest text above a cell."""
        above = (label for label in self._columns[cell.sheet, cell.column] if label[0] < cell.row)
        return max(above, default=(0, 0, ""))[2]

    def name(self, cell: Input) -> str:
        """The first text of its row."""
        return next((text for _, _, text in self._rows[cell.sheet, cell.row]), "")


@dataclass(frozen=True)
class Typed:
    """What was typed into a workbook: its coloured cells, those that were typed over, and the texts beside them."""

    file: str
    inputs: Sequence[Input]
    edits: Mapping[Path, Edit]
    labels: Labels

    def in_cells(self, faults: Iterable[Fault], problem: Problem | None) -> list[Fault]:
        """Each fault at the cell that it is about, in words of the workbook; one is told where many are alike."""
        names = names_of(problem) if problem else {}
        told: dict[Any, Fault] = {}
        for fault in faults:
            said = self._told(fault, names)
            told.setdefault((fault.code, said.place, fault.values.get("criterion")), said)
        return [*told.values()]

    def _told(self, fault: Fault, names: Mapping[str, Any]) -> Fault:
        if not self.edits:
            return replace(fault, place=Place(self.file, key=fault.place.key))
        cell = self._about(fault)
        said = {key: _called(value, names) for key, value in fault.values.items()}
        if cell is None or fault.code not in TYPED:
            words = {part: Message(f"{fault.code}.{part}", said) for part in ("what", "why")}
            return Fault("typed_other", {**words, "cells": self._cells(cell, fault)}, self._place(cell, fault))
        return Fault(*self._said(fault.code, said, cell), self._place(cell, fault))

    def _said(self, code: str, said: dict[str, Any], cell: Input) -> tuple[str, dict[str, Any]]:
        """The code and the values of a fault that has its cell."""
        if code == "pair_value" and cell.path in self.edits:
            found = self.edits[cell.path].found  # the file may have 1 ÷ it
            said["found"] = f"{found:g}" if isinstance(found, float) else found
        if code not in ("figure_number", "figure_order"):
            return TYPED[code], said
        ends = {one.path[-1]: one for one in self.inputs if one.path[:-1] == cell.path[:-1]}
        if len(ends) < 3:
            return ("typed_empty" if code == "figure_number" else "typed_range"), said
        heads = {str(end): self.labels.heading(one) for end, one in ends.items()}
        empty = code == "figure_number" and cell.path[0] == "parameters"
        return "typed_empty" if empty else TYPED[code], said | heads

    def _about(self, fault: Fault) -> Input | None:
        """The cell that a fault is about: one that it names if it names any, and rather one that was typed over."""
        key, said = fault.place.key, fault.values
        own = weighed([*self.edits.values()]) and fullmatch(r"judgements\.\d+", key)
        cells = self._under[OWN if own else key]
        a, b = said.get("a"), said.get("b")
        wanted = {said.get("alternative"), said.get("name")} if a is None else {f"{a} > {b}", f"{b} > {a}"}
        wanted -= {None}

        def fits(one: Input) -> tuple[bool, ...]:
            edit = self.edits.get(one.path)
            main = fault.code in MAIN and one.path[-1] in ("mode", "absent")
            same = edit is not None and isinstance(edit.value, float) and f"{edit.value:g}" == said.get("found")
            return self._named(one, wanted), main, same, edit is not None

        best = max(cells, key=fits, default=None)
        return best if best and (self._named(best, wanted) or not wanted or fault.code == "column_ways") else None

    @cached_property
    def _under(self) -> Mapping[str, list[Input]]:
        """The cells below each place of the case file."""
        found = defaultdict[str, list[Input]](list)
        for one in self.inputs:
            for key in accumulate(map(str, one.path), "{}.{}".format):
                found[key].append(one)
        return found

    def _named(self, one: Input, wanted: set[Any]) -> bool:
        """Whether a cell is of what a fault names; one for all options that aren't listed is, if it was typed over."""
        return bool(wanted.intersection(one.path)) or (one.path[-1] == "absent" and one.path in self.edits)

    def _place(self, cell: Input | None, fault: Fault) -> Place:
        """The cell; else the one that was typed over, if only one can be the cause."""
        if cell is not None:
            return Place(self.file, sheet=cell.sheet, cell=address(cell.row, cell.column))
        option = fault.values.get("alternative")
        some = [edit for edit in self.edits.values() if option in edit.path] or [*self.edits.values()]
        return some[0].place if len(some) == 1 else Place(self.file)

    def _cells(self, cell: Input | None, fault: Fault) -> tuple[str, ...]:
        """The cells to look at: the one that is named, else the first that were typed over."""
        named = self.edits.get(cell.path) if cell and "name" in fault.values else None
        cells = [f"{edit.place.sheet}!{edit.place.cell}" for edit in ([named] if named else self.edits.values())]
        return (*cells[:MOST], *["…"][: len(cells) > MOST])


def said_of(edit: Edit, names: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed over, and how, in words."""
    path = (f"scenarios.{edit.path[1]}", *edit.path[2:]) if edit.path[0] == "scenarios" else edit.path
    parts = [name for part in path for name in _parts(part, names)]
    what = Text(*(" · ".join(part.in_(lang) for part in parts) for lang in LANGUAGES))
    before, after = ("—" if value in (None, "") else value for value in (edit.before, edit.found))
    return {"what": what, "before": before, "after": after}


def _parts(part: str | int, names: Mapping[str, Any]) -> list[Any]:
    """A part of a path in words, if it is one for people."""
    if part in names:
        return [names[str(part)]]
    if part in SPOKEN:
        return [Message(f"workbook.{SPOKEN[str(part)]}")]
    return [names[side] for side in str(part).split(" > ") if side in names]


def names_of(problem: Problem) -> dict[str, Any]:
    """What people call whatever has an id; a scenario may have that of something else."""
    ids = [*problem.columns, *problem.parameters, *(branch.id for branch in problem.tree.branches())]
    found = {name: problem.label(name) for name in ids if name != ROOT}
    found |= {f"scenarios.{scenario.id}": scenario.label for scenario in problem.scenarios.values()}
    return {**found, **{a.id: a.label for a in problem.alternatives}}


def _called(value: Any, names: Mapping[str, Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(_called(part, names) for part in value)
    return names.get(value, value) if isinstance(value, str) else value
