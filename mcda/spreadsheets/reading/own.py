"""A workbook of ours, back: the case that it carries, with what people have typed over. A cell that differs by more
than a program's rounding is an edit, and wins.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from mcda.errors import Fault, Place, SheetError
from mcda.files.case import examine_tree
from mcda.files.catalogue import catalogue_with
from mcda.files.yaml import compose, dumped
from mcda.language import LANGUAGES, say
from mcda.model import Problem
from mcda.spreadsheets.reading.book import Book, Sheet
from mcda.spreadsheets.reading.edits import ENDS, OWN, Edit, apply, spans, weighed
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.in_cells import Input, Labels, Typed, names_of, said_of
from mcda.spreadsheets.reading.marks import CELLS, Address
from mcda.spreadsheets.reading.numerals import read_numeral
from mcda.spreadsheets.reading.unread import added, at, changed, replaced, same, seen
from mcda.spreadsheets.writing.sheets import case

ANSWERS = [say(lang, f"workbook.sheet.{key}") for lang in LANGUAGES for key in ("answer", "doubts")]
"""What the sheets are called that `mcda rank --into` puts beside somebody's own."""
_ANSWER = re.compile("|".join(f"{name}(?: [0-9]+)?" for name in ANSWERS))


def carried(book: Book) -> Sheet | None:
    """The hidden sheet with the case, if a workbook is one of ours."""
    sheets = [sheet for sheet in book.sheets if sheet.name == case.NAME and sheet.rows and sheet.rows[0]]
    return next((sheet for sheet in sheets if str(sheet.rows[0][0]).startswith(case.TITLE[:-1])), None)


def plain(book: Book) -> Book:
    """A book without what was written for people alone: of a workbook of ours that holds no case the sheet with the
    matrix, and of somebody else's what isn't an answer of ours.
    """
    said = next((sheet.rows[0] for sheet in book.sheets if sheet.name == case.NAME and sheet.rows), [])
    meant = tuple(sheet for sheet in book.sheets if said[:2] == [case.TABLE, sheet.name])
    theirs = tuple(sheet for sheet in book.sheets if not _ANSWER.fullmatch(sheet.name))
    return replace(book, sheets=meant or theirs or book.sheets)


def read_back(book: Book, criteria: str | Path | None = None) -> tuple[Problem, list[Guess]]:
    """The problem in a workbook of ours, with what was typed over, and what was changed where nothing is read. Raises
    SheetError with every fault, in its cell.
    """
    sheet = carried(book)
    assert sheet is not None
    if sheet.rows[0][0] != case.TITLE:
        said = {"found": str(sheet.rows[0][0])[:60], "known": case.TITLE}
        raise SheetError.of("workbook_version", Place(book.file), **said)
    own = _Own(book, sheet)
    edits, bounds = own.edits(), list[Edit]()
    tree, catalogue = compose(case.joined([str(row[0]) for row in sheet.rows[1:]]), book.file), catalogue_with(criteria)
    if edits:
        ranges = next((one.get("ranges", {}) for one in tree.get("judgements", [])), None)
        if ranges is None and weighed(edits):
            before, _ = examine_tree(tree, book.file, catalogue, every_scenario=False)
            ranges = spans(before) if before else {}
        try:
            bounds = apply(tree, edits, ranges or {})
        except (AttributeError, IndexError, KeyError, TypeError):  # a path that leads nowhere
            raise SheetError.of("workbook_map", sheet.place(0, 1)) from None
        tree = compose(dumped(tree), book.file)
    problem, faults = examine_tree(tree, book.file, catalogue)
    if problem is None or faults:
        typed = Typed(book.file, own.inputs, {edit.path: edit for edit in edits}, own.labels)
        raise SheetError(*typed.in_cells(faults, problem))
    names = names_of(problem)
    told = [Guess(_code(edit), said_of(edit, names), edit.place, told=True) for edit in edits]
    told += [Guess("typed_bounds", {}, edit.place) for edit in bounds]
    return problem, [*told, *own.unread()]


def _code(edit: Edit) -> str:
    """What an edit is called: a figure that was typed is no longer what its source says."""
    return "edited_figure" if edit.path[-1] in ENDS and edit.value is not None else "edited"


@dataclass(frozen=True)
class _Own:
    """A workbook of ours beside what its hidden sheet says of it."""

    book: Book
    carrier: Sheet

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """The sheets by name."""
        return {sheet.name: sheet for sheet in self.book.sheets}

    @cached_property
    def inputs(self) -> list[Input]:
        """The coloured cells."""
        kinds = (str, int, int, list, str | float | int | None, bool, dict)
        found = [Input._make([*said[:3], tuple(said[3]), *said[4:]]) for said in self._entries(1, kinds)]
        if not all(one.path for one in found):
            raise SheetError.of("workbook_map", self.carrier.place(0, 1))
        return found

    @cached_property
    def shown(self) -> list[Any]:
        """Sheet, row, column and value of what is only shown."""
        return self._entries(2, (str, int, int, str | float | int | bool))

    @cached_property
    def formulas(self) -> dict[str, set[Address]]:
        """The cells that held a formula, by sheet. Raises SheetError for more than a workbook can hold."""
        found: dict[str, set[Address]] = {}
        room = CELLS
        for name, top, left, bottom, right in self._entries(3, (str, int, int, int, int)):
            room -= max(0, bottom - top + 1) * max(0, right - left + 1)
            if room < 0:
                raise SheetError.of("workbook_map", self.carrier.place(0, 3))
            cells = found.setdefault(name, set())
            cells.update((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
        return found

    @cached_property
    def labels(self) -> Labels:
        """What cells are called where they stand."""
        return Labels(self.shown)

    def _entries(self, column: int, kinds: tuple[Any, ...]) -> list[Any]:
        """What a column of the hidden sheet lists. Raises SheetError where it isn't as it was written."""
        rows = self.carrier.rows[1:]
        try:
            found = [json.loads(row[column]) for row in rows if len(row) > column and row[column]]
        except (TypeError, ValueError):
            found = [[]]
        for entry in found:
            if not isinstance(entry, list) or len(entry) != len(kinds):
                raise SheetError.of("workbook_map", self.carrier.place(0, column))
            if not all(isinstance(part, kind) for part, kind in zip(entry, kinds, strict=True)):
                raise SheetError.of("workbook_map", self.carrier.place(0, column))
        return found

    def unread(self) -> Iterator[Guess]:
        """What was changed where nothing is read."""
        yield from changed(self.sheets, self.shown)
        yield from replaced(self.sheets, self.formulas)
        known = {name: {*self.formulas.get(name, ())} for name in dict.fromkeys(said[0] for said in self.shown)}
        for name, row, column, *_ in (*self.inputs, *self.shown):
            known.setdefault(name, set()).add((row, column))
        yield from added((self.sheets[name] for name in known if name in self.sheets), known)

    def edits(self) -> list[Edit]:
        """What was typed over. Raises SheetError with everything of it that can't be read."""
        gone = dict.fromkeys(one.sheet for one in self.inputs if one.sheet not in self.sheets)
        faults = [Fault("sheet_gone", {"sheet": name}, Place(self.book.file)) for name in gone]
        edits, moved = [], {*gone}
        for one in self.inputs:
            if one.sheet in moved:
                continue
            try:
                if self._touched(one):
                    edits.append(self._edit(one))
            except SheetError as error:
                faults += error.faults
                moved |= {one.sheet} if error.faults[0].code == "typed_moved" else set()
        edits = [edit for edit in edits if edit.value is not None or edit.before is not None]
        faults = faults or self._some(edits)
        if faults:
            raise SheetError(*faults)
        return edits

    def _touched(self, one: Input) -> bool:
        """Whether a cell was typed over. Raises SheetError where it could be another's by now: its labels say something
        else than they did, or, of a cell that says what it did, what is said elsewhere, or nothing.
        """
        sheet = self.sheets[one.sheet]
        kept = not self._unknown(one) and same(one.before, at(sheet, one.row, one.column))
        for row, column, before in self.labels.names(one) if kept else self.labels.of(one):
            found = at(sheet, row, column)
            if found != before and not (kept and found and found not in self.labels.others(one.sheet, column)):
                said = {"sheet": one.sheet, "before": seen(before), "after": seen(found)}
                raise SheetError.of("typed_moved", sheet.place(row, column), **said)
        return not kept

    def _unknown(self, one: Input) -> bool:
        """Whether a cell shows an error, or holds a formula that was never calculated."""
        marks = self.sheets[one.sheet].marks
        return (one.row, one.column) in marks.errors or (one.row, one.column) in marks.uncomputed

    def _edit(self, one: Input) -> Edit:
        """What was typed into a cell. Raises SheetError where that can't be told."""
        sheet = self.sheets[one.sheet]
        place, found = sheet.place(one.row, one.column), at(sheet, one.row, one.column)
        if self._unknown(one):
            raise SheetError.of("input_error", place)
        try:
            return Edit(place, one.path, one.before, found, _meant(found, one.meanings, one.inverted))
        except SheetError as error:
            raise error.at(place) from None

    def _some(self, edits: Sequence[Edit]) -> list[Fault]:
        """Own weights are given to all criteria, or to none: an empty cell is no 0."""
        given = {edit.path: edit.place for edit in edits if edit.path[0] == OWN}
        without = [one for one in self.inputs if one.path[0] == OWN and one.path not in given]
        if not given or not without:
            return []
        names = tuple(seen(self.labels.name(one)) for one in without)
        return [Fault("own_weights_some", {"names": names}, next(iter(given.values())))]


def _meant(found: Any, meanings: Mapping[str, str], inverted: bool) -> float | str | None:
    """What a cell says for the case file. Raises SheetError for what is no number, and no choice."""
    if meanings:
        if found not in meanings:
            raise SheetError.of("input_choice", found=seen(found), known=tuple(meanings))
        return meanings[found]
    said = read_numeral(found)
    if said.kind == "missing":
        return None
    if inverted and said.low == 0:
        raise SheetError.of("typed_pair", found="0")
    if said.kind != "number" or said.guessed:
        raise SheetError.of("input_number", found=seen(found))
    return 1 / said.low if inverted else said.low
