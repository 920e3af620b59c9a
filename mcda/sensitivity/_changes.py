"""Single changes along a line, of a parameter, a figure, or points of weight: every window in which an option is first.

All options are re-ranked with each change, and every window is kept, so that an answer does not rest on one score
alone. Bounds are found by search: a grid, then bisection to a part in 10⁶ of its step.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from mcda.errors import TableError
from mcda.figures import scenario_of
from mcda.figures.derived import typed, uses
from mcda.figures.draws import drawn, drivers, tables
from mcda.figures.known import factor
from mcda.figures.table import as_numbers
from mcda.language import Text
from mcda.model import Array, Need, Problem, Table
from mcda.ranking import frame_of, ranks, score, settled
from mcda.sensitivity._blocks import stream
from mcda.sensitivity._job import score_draws
from mcda.sensitivity.dominance import beaters

GRID = 801
COARSE = 101
"""Steps along a figure of an option that is neither asked about nor first."""
HALVINGS = 20
SPREAD = 4096
"""Draws that show between which ends a figure may lie that follows from others."""

Kind = Literal["parameter", "figure", "weight"]


@dataclass(frozen=True)
class Window:
    """A range of something within which the option is first. An end that the search did not reach is open."""

    low: float
    high: float


@dataclass(frozen=True)
class Change:
    """One thing that could change: what it is now, the windows in which the option would be first, how far was looked,
    and the range that the case states, or, if `drawn`, that its figure took in draws (None: no range is known).

    Of a weight, `name` gives and `other` takes; values are the giver's weight. Where no value of a parameter does it,
    `rivals` are at least as good as the option on every criterion, and better on one, wherever was looked, and
    `firsts` are those who come first there, the most frequent in front.
    """

    kind: Kind
    name: str
    other: str
    label: Text
    unit: str
    now: float
    windows: tuple[Window, ...]
    looked: tuple[float, float]
    stated: tuple[float, float] | None
    drawn: bool = False
    rivals: tuple[str, ...] = ()
    firsts: tuple[str, ...] = ()

    @property
    def nearest(self) -> float | None:
        """The value nearest to now at which the option is first; None if there is none."""
        ends = [np.clip(self.now, window.low, window.high) for window in self.windows]
        return float(min(ends, key=lambda end: abs(end - self.now))) if ends else None

    @property
    def inside(self) -> bool | None:
        """Whether the nearest value lies in the stated range; None where nothing is stated or nothing found."""
        if self.stated is None or self.nearest is None:
            return None
        return self.stated[0] <= self.nearest <= self.stated[1]

    @property
    def size(self) -> float:
        """How large the nearest change is: points of weight, else a part of what the figure is now."""
        move = abs((self.nearest or 0.0) - self.now)
        return move if self.kind == "weight" else move / (abs(self.now) or abs(self.looked[1]) or 1.0)


@dataclass(frozen=True)
class Ground:
    """Everything that is held while one thing changes; `at` is the option's place in the table."""

    problem: Problem
    table: Table
    w: Array
    keep: list[int]
    at: int

    def places(self, values: Array | None, w: Array | None) -> Array:
        """The ranks of all options (B, m), for figures (B, m, n) or for weights (n, B) that sum to 1. Figures that the
        method can't take give 0, which is no place.
        """
        scores = self._scores(w) if w is not None else self._of_figures(values)
        known = ~np.isnan(scores).any(axis=-1, keepdims=True)
        return np.where(known, ranks(np.where(known, scores, 0.0)), 0)

    def _of_figures(self, values: Array | None) -> Array:
        """Scores (B, m) for figures (B, m, n), NaN for those that the method can't take: found by halving, for methods
        that refuse all for the sake of one.
        """
        assert values is not None
        try:
            with np.errstate(divide="ignore", invalid="ignore"):
                return score_draws(self.problem, self.table, values, None, self.w).T
        except TableError:
            if len(values) == 1:
                return np.full(values.shape[:2], np.nan)
            return np.concatenate([self._of_figures(half) for half in np.array_split(values, 2)])

    def first(self, values: Array | None, w: Array | None) -> Array:
        """Whether the option is first (B,), alone or with others."""
        return np.asarray(self.places(values, w)[:, self.at] == 1)

    def leads(self, w: Array) -> Array:
        """How far the option's score is above each rival's (m − 1, B), for weights (n, B)."""
        found = self._scores(w).T
        return np.asarray(found[self.at] - np.delete(found, self.at, axis=0))

    def _scores(self, w: Array) -> Array:
        """The method's own scores (B, m); what options are otherwise ordered by can be infinite at a weight of 0."""
        method, options = settled(self.problem)
        frame = frame_of(self.problem, method, options, self.table)
        return score(method, options, self.table, w.T[:, None, :], frame)

    def tables(self, name: str, grid: Array) -> Array:
        """The figures (B, m, n) at each value of a parameter."""
        state = scenario_of(self.problem, self.problem.plan.scenario)
        return tables(self.problem, state, {name: grid[:, None]}, self.keep, len(grid))


def windows(
    first: Callable[[Array], Array], low: float, high: float, now: float, steps: int = GRID
) -> tuple[Window, ...]:
    """The ranges of a number in [low, high] within which `first` (for an array of it) is true: every change between
    neighbours of a grid that holds `now` is halved down to a part in 10⁶ of a step.
    """
    grid = np.unique(np.append(np.linspace(low, high, steps), now))
    here = first(grid)
    edges = np.flatnonzero(here[1:] != here[:-1])
    a, b = grid[edges], grid[edges + 1]
    if len(edges):
        for _ in range(HALVINGS):
            middle = (a + b) / 2
            same = first(middle) == here[edges]
            a, b = np.where(same, middle, a), np.where(same, b, middle)
    inner = np.where(here[edges], a, b) if len(edges) else a
    ends = [low] * bool(here[0]) + list(inner) + [high] * bool(here[-1])
    return tuple(Window(float(ends[k]), float(ends[k + 1])) for k in range(0, len(ends), 2))


def parameter_changes(ground: Ground) -> list[Change]:
    """Each parameter that reaches a criterion, over its range, its scenarios, and three times beyond."""
    problem = ground.problem
    trees = typed(problem)
    reached = set().union(*(uses(trees, c.id) for c in problem.criteria))
    state = scenario_of(problem, problem.plan.scenario)
    found = []
    for name, parameter in problem.parameters.items():
        geography = problem.geography
        if name not in reached and not (geography is not None and geography.moved == name):
            continue
        figure = parameter.figure
        now = state.set.get(name, figure.mode)
        stated = [x for x in (figure.low, figure.high) if x is not None]
        known = [now, figure.mode, *stated, *(s.set[name] for s in problem.scenarios.values() if name in s.set)]
        low, high = _span(known, figure.unit)

        def first(grid: Array, name: str = name) -> Array:
            return ground.first(ground.tables(name, grid), None)

        ends = (min(stated), max(stated)) if stated else None
        spans = windows(first, low, high, now)
        found.append(Change("parameter", name, "", parameter.label, figure.unit, now, spans, (low, high), ends))
    return found


def _span(known: list[float], unit: str) -> tuple[float, float]:
    """How far to look for a number of which some values are known: from a third of the smallest to three times the
    largest, and likewise below 0; a share no further than 1.
    """
    low, high = min(known), max(known)
    above = (3 * high if high > 0 else high / 3) or 1.0
    share = unit == "1" and low >= 0 and high <= 1
    return (low / 3 if low > 0 else 3 * low), min(above, 1.0) if share else above


def obstacles(ground: Ground, change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who keeps the option from the first place wherever a parameter was looked at: the rivals that it never beats on
    any criterion, and those who come first, the most frequent in front.
    """
    names = ground.table.alternatives
    values = ground.tables(change.name, np.linspace(*change.looked, GRID))
    throughout = beaters(np.where(ground.table.gain, values, -values), ground.at).all(axis=0)
    often = (ground.places(values, None) == 1).sum(axis=0)
    order = np.argsort(-often, kind="stable")
    firsts = tuple(names[i] for i in order if often[i] > 0)
    return tuple(names[i] for i in np.flatnonzero(throughout)), firsts


def figure_changes(ground: Ground, leaders: tuple[str, ...]) -> list[Change]:
    """Each figure of every option under each criterion, the option's own first, then those of today's first."""
    names, spread = ground.table.alternatives, _spread(ground)
    near = [ground.at, *(names.index(name) for name in leaders)]
    others = [i for i in range(len(names)) if i not in near]
    cells = [(i, j, GRID) for i in near for j in range(len(ground.table.criteria))]
    cells += [(i, j, COARSE) for i in others for j in range(len(ground.table.criteria))]
    return [_figure(ground, i, j, None if spread is None else spread[:, i, j], steps) for i, j, steps in cells]


def _figure(ground: Ground, i: int, j: int, spread: Array | None, steps: int) -> Change:
    """The figure of option i under criterion j; `spread` (2,) is between which ends it lay in draws."""
    problem, criterion, option = ground.problem, ground.table.criteria[j], ground.table.alternatives[i]
    ordinal = criterion.scale.kind is Need.ORDER
    now, (low, high) = float(ground.table.shown[i, j]), _reach(ground, j)

    def first(grid: Array) -> Array:
        values = np.repeat(ground.table.values[None], len(grid), axis=0)
        values[:, i, j] = as_numbers(criterion, grid)
        return ground.first(values, None)

    if ordinal:
        levels = np.array([float(level.key) for level in criterion.scale.levels])
        spans = _runs(levels, first(levels))
    else:
        spans = windows(first, low, high, now, steps)
    label = problem.label(option)
    text = Text(f"{criterion.title.en} of {label.en}", f"{label.zh}的{criterion.title.zh}")
    stated, drawn_ends = _stated(problem, criterion.id, option), None
    if stated is None and not ordinal and spread is not None and spread[0] < spread[1]:
        drawn_ends = float(spread[0]), float(spread[1])
    unit, ends = "" if ordinal else criterion.unit, stated or drawn_ends
    name = f"{criterion.id}/{option}"
    return Change("figure", name, "", text, unit, now, spans, (low, high), ends, drawn_ends is not None)


def _runs(levels: Array, here: Array) -> tuple[Window, ...]:
    """Neighbouring levels (k,) for which `here` (k,) is true, together."""
    turns = np.flatnonzero(np.diff(np.concatenate([[False], here, [False]]).astype(int)))
    return tuple(Window(float(levels[a]), float(levels[b - 1])) for a, b in zip(turns[::2], turns[1::2], strict=True))


def _stated(problem: Problem, criterion: str, option: str) -> tuple[float, float] | None:
    """The range of a figure that the case gives, in the unit of its column."""
    column = problem.columns[criterion]
    figure = column.of(option)
    if figure is None or figure.low is None or figure.high is None:
        return None
    return figure.low * factor(figure, column), figure.high * factor(figure, column)


def _spread(ground: Ground) -> Array | None:
    """The smallest and the largest that figures (2, m, n) were in draws; None where nothing is uncertain."""
    problem = ground.problem
    state = scenario_of(problem, problem.plan.scenario)
    moving = drivers(problem, state)
    if not moving:
        return None
    given = drawn(problem, state, moving, stream(1, 0).random((len(moving), SPREAD)))
    values = tables(problem, state, given, ground.keep, SPREAD)
    return np.stack([values.min(axis=0), values.max(axis=0)])


def _reach(ground: Ground, j: int) -> tuple[float, float]:
    criterion, figures = ground.table.criteria[j], ground.table.shown[:, j]
    if criterion.scale.kind is Need.ORDER:
        return float(criterion.scale.levels[0].key), float(criterion.scale.levels[-1].key)
    low, high = criterion.range or (0.0 if figures.min() >= 0 else 2 * figures.min(), 2 * figures.max())
    return float(min(low, figures.min())), float(max(high, figures.max()))


def weight_changes(ground: Ground) -> list[Change]:
    """Points of weight moved from one criterion to another, for each pair."""
    table, w = ground.table, ground.w[0]
    found = []
    for i, giver in enumerate(table.criteria):
        for j, taker in enumerate(table.criteria):
            if i == j or w[i] <= 0:
                continue

            def first(grid: Array, i: int = i, j: int = j) -> Array:
                moved = np.repeat(w[:, None], len(grid), axis=1)
                moved[j] += moved[i] - grid
                moved[i] = grid
                return ground.first(None, moved)

            now = float(w[i])
            spans = windows(first, 0.0, now, now)
            found.append(Change("weight", giver.id, taker.id, giver.title, "", now, spans, (0.0, now), None))
    return found
