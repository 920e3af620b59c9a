"""What was typed into the coloured cells of a workbook of ours, put in its places in the case that it carries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mcda.errors import Place
from mcda.figures import scenario_of, tabulate
from mcda.files.yaml import Map
from mcda.model import Need, Problem

WHO = "workbook"
"""Whose weights they are that stand under `own weight`, and whose a figure is that was typed."""
ENDS = ("low", "mode", "high")
ORIGIN = {"source": "", "from": "", "verified": True}
"""What is no longer true of a figure once another number was typed, with what says so under a column that has it."""
OWN = "own_weights"
"""What the path of an own weight begins with."""
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Edit:
    """A cell that says something else than it did: where it is, its place in the case file, what it said and says, and
    what that means in the case file.
    """

    place: Place
    path: Path
    before: float | str | None
    found: float | str | None
    value: float | str | None


def weighed(edits: Sequence[Edit]) -> bool:
    """Whether own weights were typed."""
    return any(edit.path[0] == OWN for edit in edits)


def spans(problem: Problem) -> dict[str, list[float]]:
    """The ranges that own weights are about where nobody has judged: what is declared, else what the figures span."""
    values = tabulate(problem, scenario_of(problem, problem.plan.scenario)).table.shown
    return {
        c.id: [float(end) for end in c.range or (np.nanmin(values[:, j]), np.nanmax(values[:, j]))]
        for j, c in enumerate(problem.criteria)
        if c.unit and c.scale.kind is not Need.ORDER
    }


def apply(tree: Map, edits: Sequence[Edit], ranges: Mapping[str, Any]) -> list[Edit]:
    """Put the edits in their places. Returns those that made a range of a single figure without saying what its ends
    are: they are taken for bounds.
    """
    weights = {edit.path[1]: edit.value for edit in edits if edit.path[0] == OWN}
    bounds = [edit for edit in edits if edit.path[0] != OWN and _set(tree, edit.path, edit.value)]
    if weights:
        _weigh(tree, weights, ranges)
    return bounds


def _set(tree: Any, path: Path, value: Any) -> bool:
    """Put a value in its place; None takes it away."""
    *way, last = path
    if last in ENDS:
        return _set_figure(tree, way, str(last), value)
    _, tree = _reached(tree, way)
    if value is None:
        tree.pop(last, None)
    else:
        tree[last] = value
    return False


def _reached(tree: Any, way: Sequence[str | int]) -> tuple[Any, Any]:
    """What stands at the end of a way, and what holds that."""
    above: Any = {}
    for key in way:
        above, tree = tree, tree[key] if isinstance(key, int) else tree.setdefault(key, {})
    return above, tree


def _set_figure(tree: Any, way: Sequence[str | int], end: str, value: Any) -> bool:
    """Put a number in its place. It is a judgement by now, whatever stood there before."""
    *before, name = way
    column, figures = _reached(tree, before)
    figure = figures.get(name, {})
    figure = figure if isinstance(figure, dict) else {"value": figure}
    numbers = {"low": figure.get("low"), "mode": figure.get("value", figure.get("mode")), "high": figure.get("high")}
    numbers[end] = value
    rest = {key: kept for key, kept in figure.items() if key not in (*numbers, "value", *ORIGIN)}
    rest |= {"standing": "judgement", "whose": WHO}
    rest |= {key: unsaid for key, unsaid in ORIGIN.items() if column.get(key, unsaid) != unsaid}
    said = {key: number for key, number in numbers.items() if number is not None}
    ranged = "low" in said or "high" in said
    bounds = ranged and not (rest.get("ends") or column.get("ends"))
    if bounds:
        rest["ends"] = "bounds"
    elif not ranged:
        rest.pop("ends", None)
        said = {"value": said["mode"]} if said else {}
    if not said and way[0] != "parameters":
        figures.pop(name, None)
    else:
        figures[name] = {**said, **rest}
    return bounds


def _weigh(tree: Map, weights: Mapping[Any, Any], ranges: Mapping[str, Any]) -> None:
    """Own weights as the answer of one who calls itself the workbook; a branch counts the sum of its criteria."""
    numbers: dict[str, float] = {}

    def add(knots: Mapping[str, Any]) -> float:
        for name, knot in knots.items():
            below = knot.get("criteria") if isinstance(knot, dict) else None
            numbers[name] = add(below) if below else float(weights.get(name) or 0.0)
        return sum(numbers[name] for name in knots)

    add(tree["criteria"])
    kept = [one for one in tree.get("judgements", []) if one.get("form") != "numbers"]
    own = {"who": WHO, "form": "numbers", "ranges": ranges, "numbers": numbers}
    tree["judgements"] = [*kept, {key: part for key, part in own.items() if part}]
    plan = {key: part for key, part in tree.get("plan", {}).items() if key not in ("weights", "weighting_options")}
    tree["plan"] = {**plan, "weights": "points"}
