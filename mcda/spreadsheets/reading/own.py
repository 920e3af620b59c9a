"""A workbook of ours, back: the case that it carries, with what people have typed over. A cell that differs by more
than a program's rounding is an edit, and wins.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mcda.errors import Fault, Place, SheetError
from mcda.files.case import examine_tree
from mcda.files.catalogue import catalogue_with
from mcda.files.yaml import Map, compose, dumped
from mcda.model import Problem
from mcda.spreadsheets.reading.book import Book, Sheet
from mcda.spreadsheets.reading.marks import address
from mcda.spreadsheets.reading.numerals import read_numeral
from mcda.spreadsheets.writing.sheets import case

SAME = 1e-12
"""Programs keep 15 digits: a typed number returns exactly, a calculated one to 5e-15."""
WHO = "workbook"
"""Whose weights they are that stand under `own weight`."""


@dataclass(frozen=True)
class Edit:
    """A cell that says something else than it did: where it is, its place in the case file, what it said, and says."""

    place: Place
    path: tuple[str | int, ...]
    before: float | str | None
    value: float | str | None


def carried(book: Book) -> Sheet | None:
    """The hidden sheet with the case, if a workbook is one of ours."""
    sheets = [sheet for sheet in book.sheets if sheet.name == case.NAME and sheet.rows and sheet.rows[0]]
    return next((sheet for sheet in sheets if str(sheet.rows[0][0]).startswith(case.TITLE[:-1])), None)


def read_back(book: Book, criteria: str | Path | None = None) -> tuple[Problem, list[Edit], list[Edit]]:
    """The problem in a workbook of ours, what was typed over, and what was changed where nothing is read. Raises
    SheetError with every fault, in its cell.
    """
    sheet = carried(book)
    assert sheet is not None
    if sheet.rows[0][0] != case.TITLE:
        said = {"found": str(sheet.rows[0][0])[:60], "known": case.TITLE}
        raise SheetError.of("workbook_version", Place(book.file), **said)
    text = case.joined([str(row[0]) for row in sheet.rows[1:]])
    inputs = _inputs(sheet)
    edits = _edits(book, inputs)
    if edits:
        text = dumped(_edited(compose(text, book.file), edits))
    problem, faults = examine_tree(compose(text, book.file), book.file, catalogue_with(criteria))
    if problem is None or faults:
        raise SheetError(*(_in_cell(fault, inputs, book.file) for fault in faults))
    return problem, edits, _unread(book, sheet)


def _inputs(sheet: Sheet) -> list[Any]:
    """Sheet, row, column, path, value, whether it is inverted and what its values mean, for each input."""
    return _entries(sheet, 1, (str, int, int, list, str | float | int | None, bool, dict))


def _entries(sheet: Sheet, column: int, kinds: tuple[Any, ...]) -> list[Any]:
    """What a column of the hidden sheet lists. Raises SheetError where it isn't as it was written."""
    try:
        found = [json.loads(row[column]) for row in sheet.rows[1:] if len(row) > column and row[column]]
    except (TypeError, ValueError):
        found = [[]]
    for entry in found:
        if not isinstance(entry, list) or len(entry) != len(kinds):
            raise SheetError.of("workbook_map", sheet.place(0, column))
        if not all(isinstance(part, kind) for part, kind in zip(entry, kinds, strict=True)):
            raise SheetError.of("workbook_map", sheet.place(0, column))
    return found


def _unread(book: Book, carrier: Sheet) -> list[Edit]:
    """What is only shown and says something else than it did: a label, a unit, a direction, a note."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    changed = []
    for name, row, column, before in _entries(carrier, 2, (str, int, int, str | float | int | bool)):
        found = _at(sheets[name], row, column) if name in sheets else before
        if found != before and not _same(before, found):
            changed.append(Edit(sheets[name].place(row, column), (), before, found))
    return changed


def _at(sheet: Sheet, row: int, column: int) -> Any:
    """What stands in a cell; "" beyond the last."""
    return sheet.rows[row][column] if row < len(sheet.rows) and column < len(sheet.rows[row]) else ""


def _in_cell(fault: Fault, inputs: Sequence[Any], file: str) -> Fault:
    """A fault of the case file where the workbook shows what it is about; nobody sees the lines of the file."""
    key = fault.place.key
    for sheet, row, column, path, *_ in inputs:
        said = ".".join(map(str, path))
        if key and (said == key or said.startswith(f"{key}.")):
            return replace(fault, place=Place(file, sheet=sheet, cell=address(row, column)))
    return replace(fault, place=Place(file, key=key))


def _edits(book: Book, inputs: Sequence[Any]) -> list[Edit]:
    """What was typed over. Raises SheetError with everything of it that can't be read."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    gone = dict.fromkeys(name for name, *_ in inputs if name not in sheets)
    faults = [Fault("sheet_gone", {"sheet": name}, Place(book.file)) for name in gone]
    edits = []
    for name, row, column, path, before, inverted, meanings in inputs:
        if name in gone:
            continue
        sheet = sheets[name]
        if (row, column) in sheet.marks.errors or (row, column) in sheet.marks.uncomputed:
            faults.append(Fault("input_error", {}, sheet.place(row, column)))
            continue
        found = _at(sheet, row, column)
        if _same(before, found):
            continue
        try:
            after = _meant(found, meanings, inverted)
        except SheetError as error:
            faults += error.at(sheet.place(row, column)).faults
            continue
        if after is not None or before is not None:
            edits.append(Edit(sheet.place(row, column), tuple(path), before, after))
    faults += _some(inputs, edits)
    if faults:
        raise SheetError(*faults)
    return edits


def _some(inputs: Sequence[Any], edits: Sequence[Edit]) -> list[Fault]:
    """Own weights are given to all criteria, or to none: an empty cell is no 0."""
    every = [path[1] for _, _, _, path, *_ in inputs if path and path[0] == "own_weights"]
    given = {edit.path[1]: edit.place for edit in edits if edit.path[0] == "own_weights"}
    if not given or len(given) == len(every):
        return []
    without = tuple(name for name in every if name not in given)
    return [Fault("own_weights_some", {"names": without}, next(iter(given.values())))]


def _meant(found: Any, meanings: Mapping[str, str], inverted: bool) -> float | str | None:
    """What a cell says for the case file. Raises SheetError for what is no number, and no choice."""
    if meanings:
        if found not in meanings:
            raise SheetError.of("input_choice", found=str(found)[:60], known=tuple(meanings))
        return meanings[found]
    said = read_numeral(found)
    if said.kind == "missing":
        return None
    if said.kind != "number" or said.guessed or (inverted and not said.low):
        raise SheetError.of("input_number", found=str(found)[:60])
    return 1 / said.low if inverted else said.low


def _same(before: Any, after: Any) -> bool:
    if isinstance(before, bool) or isinstance(after, bool):
        return False
    if before is None:
        return bool(after == "")
    if isinstance(before, int | float) and isinstance(after, int | float):
        return abs(before - after) <= SAME * max(abs(before), abs(after))
    return bool(before == after)


def _edited(tree: Map, edits: list[Edit]) -> Map:
    """The case file with the edits in their places."""
    weights = {edit.path[1]: edit.value for edit in edits if edit.path[0] == "own_weights"}
    for edit in edits:
        if edit.path[0] != "own_weights":
            _set(tree, edit.path, edit.value)
    if weights:
        _weigh(tree, weights)
    return tree


def _set(tree: Any, path: tuple[str | int, ...], value: Any) -> None:
    """Put a value in its place; None takes it away. A figure is a number, or a mapping once it has ends."""
    *way, last = path
    if last in ("low", "mode", "high"):
        _set_figure(tree, way, str(last), value)
        return
    for key in way:
        tree = tree[key] if isinstance(key, int) else tree.setdefault(key, {})
    if value is None:
        tree.pop(last, None)
    else:
        tree[last] = value


def _set_figure(tree: Any, way: list[str | int], end: str, value: Any) -> None:
    *above, name = way
    for key in above:
        tree = tree[key] if isinstance(key, int) else tree.setdefault(key, {})
    figure = tree.get(name)
    if not isinstance(figure, dict):
        figure = {} if figure is None else {"value": figure}
    numbers = {"low": figure.get("low"), "mode": figure.get("value", figure.get("mode")), "high": figure.get("high")}
    numbers[end] = value
    rest = {key: kept for key, kept in figure.items() if key not in ("low", "mode", "high", "value", "level")}
    ranged = numbers["low"] is not None or numbers["high"] is not None
    said = {key: number for key, number in numbers.items() if number is not None} if ranged else {}
    if not ranged and numbers["mode"] is not None:
        said = {"value": numbers["mode"]}
    if not said and "unit" not in rest:
        tree.pop(name, None)
    else:
        tree[name] = said["value"] if [*said] == ["value"] and not rest else {**said, **rest}


def _weigh(tree: Map, weights: Mapping[Any, Any]) -> None:
    """Own weights as the answer of one who calls itself the workbook; a branch counts the sum of its criteria."""
    numbers: dict[str, float] = {}

    def add(knots: Mapping[str, Any]) -> float:
        for name, knot in knots.items():
            below = knot.get("criteria") if isinstance(knot, dict) else None
            numbers[name] = add(below) if below else float(weights.get(name) or 0.0)
        return sum(numbers[name] for name in knots)

    add(tree["criteria"])
    ranges = {name: ends for one in tree.get("judgements", [])[:1] for name, ends in one.get("ranges", {}).items()}
    kept = [one for one in tree.get("judgements", []) if one.get("form") != "numbers"]
    own = {"who": WHO, "form": "numbers", "ranges": ranges, "numbers": numbers}
    tree["judgements"] = [*kept, {key: part for key, part in own.items() if part}]
    plan = {key: part for key, part in tree.get("plan", {}).items() if key not in ("weights", "weighting_options")}
    tree["plan"] = {**plan, "weights": "points"}
