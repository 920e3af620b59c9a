"""A workbook of ours, back: the case that it carries, with what people have typed over. A cell that differs by more
than a program's rounding is an edit, and wins.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mcda.errors import CaseError, Fault, Place
from mcda.files.case import examine_tree
from mcda.files.catalogue import catalogue_with
from mcda.files.yaml import Map, compose, dumped
from mcda.model import Problem
from mcda.spreadsheets.formulas import address
from mcda.spreadsheets.writing.sheets import case

SAME = 1e-12
"""Programs keep 15 digits: a typed number returns exactly, a calculated one to 5e-15."""
WHO = "workbook"
"""Whose weights they are that stand under `own weight`."""


@dataclass(frozen=True)
class Edit:
    """A cell that says something else than it did: where it is, its place in the case file, and what it says now."""

    place: Place
    path: tuple[str | int, ...]
    value: float | str | None


def is_ours(book: Any) -> bool:
    """Whether a workbook (of python-calamine) carries a case of ours."""
    if case.NAME not in book.sheet_names:
        return False
    rows = book.get_sheet_by_name(case.NAME).to_python(skip_empty_area=False, nrows=1)
    return bool(rows and rows[0] and str(rows[0][0]).startswith(case.TITLE[:-1]))


def read_back(book: Any, path: Path, criteria: str | Path | None = None) -> tuple[Problem | None, str, list[Fault]]:
    """The problem in a workbook of ours, its case file, and every fault that stands against them."""
    rows = book.get_sheet_by_name(case.NAME).to_python(skip_empty_area=False)
    if rows[0][0] != case.TITLE:
        return None, "", [Fault("workbook_version", {"found": str(rows[0][0]), "known": case.TITLE}, Place(path.name))]
    text = case.joined([str(row[0]) for row in rows[1:]])
    edits, faults = _edits(book, [json.loads(row[1]) for row in rows[1:] if len(row) > 1 and row[1]], path.name)
    if faults:
        return None, text, faults
    if edits:
        text = dumped(_edited(compose(text, path.name), edits))
    problem, faults = examine_tree(compose(text, path.name), path.name, catalogue_with(criteria))
    return problem, text, faults


def _edits(book: Any, inputs: list[Any], file: str) -> tuple[list[Edit], list[Fault]]:
    """What was typed over, and what of it can't be read."""
    sheets: dict[str, list[list[Any]]] = {}
    edits, faults = [], []
    for name, row, column, path, before, inverted, meanings in inputs:
        place = Place(file, sheet=name, cell=address(row, column).replace("$", ""))
        if name not in sheets:
            if name not in book.sheet_names:
                faults.append(Fault("sheet_gone", {"sheet": name}, Place(file)))
                sheets[name] = []
                continue
            sheets[name] = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        rows = sheets[name]
        found = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
        after = None if found == "" else found
        if _same(before, after):
            continue
        if isinstance(after, bool) or not isinstance(after, int | float | str | None):
            faults.append(Fault("input_number", {"found": str(after)}, place))
        elif meanings and after not in meanings:
            faults.append(Fault("input_choice", {"found": str(after), "known": tuple(meanings)}, place))
        elif isinstance(after, str) and not meanings:
            faults.append(Fault("input_number", {"found": after}, place))
        elif inverted and isinstance(after, int | float):
            edits.append(Edit(place, tuple(path), 1 / after if after else 0.0))
        else:
            edits.append(Edit(place, tuple(path), meanings.get(after, after)))
    return edits, faults


def _same(before: Any, after: Any) -> bool:
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


def loaded(book: Any, path: Path, criteria: str | Path | None = None) -> Problem:
    """The problem in a workbook of ours. Raises CaseError with every fault."""
    problem, _, faults = read_back(book, path, criteria)
    if problem is None or faults:
        raise CaseError(*faults)
    return problem
