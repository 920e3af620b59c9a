"""What every question about importance names: both ends of the way from worst to best, as figures and in words."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mcda.errors import Fault, JudgementError
from mcda.figures import known
from mcda.language import Text
from mcda.model import Array, Criterion, Direction, Need, Problem

NOTHING = Text("", "")


@dataclass(frozen=True)
class Ends:
    """The way from worst to best on a criterion: the `range` that a judgement records, both ends in words, their unit,
    and what the ends of an ordinal scale stand for.
    """

    range: tuple[float, float]
    worst: Text
    best: Text
    unit: Text = NOTHING
    anchors: tuple[Text, Text] | None = None


def ends_of(problem: Problem) -> dict[str, Ends]:
    """The ends of each criterion: its declared range, the ends of its scale, or what the figures span over all
    scenarios. Raises JudgementError for a criterion on which nothing differs.
    """
    spans = dict(_spans(problem))
    flat = [c for c in problem.criteria if not spans[c.id][0] < spans[c.id][1]]
    if flat:
        raise JudgementError(*(Fault("ballot_flat", {"criterion": c.title}) for c in flat))
    return {c.id: _ends(problem, c, spans[c.id]) for c in problem.criteria}


def _spans(problem: Problem) -> Iterator[tuple[str, tuple[float, float]]]:
    open_ = [c for c in problem.criteria if c.range is None and c.scale.kind is not Need.ORDER]
    tables = [known(problem, scenario) for scenario in problem.scenarios.values()] if open_ else []
    for c in problem.criteria:
        if c.range is not None:
            yield c.id, c.range
        elif c.scale.kind is Need.ORDER:
            yield c.id, (float(c.scale.levels[0].key), float(c.scale.levels[-1].key))
        else:
            yield c.id, _span(np.concatenate([np.atleast_1d(table[c.id]) for table in tables]))


def _span(figures: Array) -> tuple[float, float]:
    """The ends of what is known; twice 0 where nothing is."""
    given = figures[~np.isnan(figures)]
    return (float(given.min()), float(given.max())) if len(given) else (0.0, 0.0)


def _ends(problem: Problem, c: Criterion, span: tuple[float, float]) -> Ends:
    worst, best = span[::-1] if c.direction is Direction.MIN else span
    if c.direction is Direction.TARGET and c.target is not None:
        worst, best = max(span, key=lambda end: abs(end - (c.target or 0.0))), c.target
    if problem.columns[c.id].pairs:  # there is no figure to name
        values, options = known(problem)[c.id], problem.alternatives
        return Ends(span, options[int(np.argmin(values))].label, options[int(np.argmax(values))].label)
    if c.scale.kind is Need.ORDER:
        levels = {float(level.key): level.label for level in c.scale.levels}
        anchors = (levels[worst], levels[best]) if worst in levels and best in levels else None
        return Ends(span, _level(worst), _level(best), anchors=anchors)
    return Ends(span, Text.same(_figure(worst, c.unit)), Text.same(_figure(best, c.unit)), _unit(c.unit, max(span)))


def _level(key: float) -> Text:
    return Text(f"level {key:g}", f"{key:g} 级")


def _calendar(unit: str, value: float) -> bool:
    return unit == "year" and 1900 < value < 2200


def _figure(value: float, unit: str) -> str:
    """An end as people read it, with every digit that somebody gave; a calendar year as it is written."""
    said = f"{value:g}" if _calendar(unit, value) else f"{float(f'{value:.6g}'):,.15g}"
    return said.replace("-", "\N{MINUS SIGN}")  # a hyphen would part from its digits at the end of a line


def _unit(unit: str, value: float) -> Text:
    """The unit behind an end, less its price year."""
    if unit == "year":
        return NOTHING if _calendar(unit, value) else Text("years", "年")
    before, _, after = unit.partition("@")
    return Text.same("" if unit == "1" else before + after[4:])
