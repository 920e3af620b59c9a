"""What would have to change for an option to come first?

Each single change is looked for along a line: a figure, a parameter, or points of weight moved from one criterion to
another. All options are re-ranked with each change, and every window in which the option is first is kept, so that
an answer does not rest on one score alone. Bounds are found by search: a grid, then bisection to a part in 10⁶.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import UnknownName
from mcda.figures import scenario_of, tabulate
from mcda.figures.draws import tables
from mcda.language import Text
from mcda.model import Array, Finding, Need, Problem, Table, Weights, fingerprint
from mcda.ranking import aligned, planned, ranks, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._job import score_draws

if TYPE_CHECKING:
    import pandas as pd

GRID = 801
HALVINGS = 20


@dataclass(frozen=True)
class Window:
    """A range of something within which the option is first. An end that the search did not reach is open."""

    low: float
    high: float


@dataclass(frozen=True)
class Change:
    """One thing that could change: what it is now, the windows in which the option would be first, how far was looked,
    and the range that the case states (None: none is stated).

    `kind` is parameter, figure or weight. Of a weight, `name` gives and `other` takes; values are the giver's weight.
    """

    kind: str
    name: str
    other: str
    label: Text
    unit: str
    now: float
    windows: tuple[Window, ...]
    looked: tuple[float, float]
    stated: tuple[float, float] | None

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


@dataclass(frozen=True)
class Breakeven:
    """What would have to change for `option` to come first, and which rivals are better than it on every criterion
    (then no weights do it).
    """

    problem: str
    scenario: str
    method: str
    option: str
    first: tuple[str, ...]
    changes: tuple[Change, ...]
    beaten_by: tuple[str, ...]
    apart: bool
    findings: tuple[Finding, ...]
    fingerprint: str

    def found(self, kind: str) -> tuple[Change, ...]:
        """The changes of a kind that do it, the smallest first in parts of what it is now."""
        done = [change for change in self.changes if change.kind == kind and change.windows]
        return tuple(sorted(done, key=_size))

    def to_frame(self) -> "pd.DataFrame":
        """One row per thing that could change."""
        import pandas as pd

        rows = [(c.kind, c.name, c.other, c.now, c.nearest, c.inside, len(c.windows), *c.looked) for c in self.changes]
        names = ["kind", "what", "to", "now", "nearest", "inside_stated_range", "windows", "looked_from", "looked_to"]
        return pd.DataFrame(rows, columns=names).set_index(["kind", "what", "to"])

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "option": self.option,
            "first_now": list(self.first),
            "set_apart": self.apart,
            "beaten_on_every_criterion_by": list(self.beaten_by),
            "changes": [
                {
                    "kind": c.kind,
                    "what": c.name,
                    "to": c.other,
                    "unit": c.unit,
                    "now": c.now,
                    "nearest": c.nearest,
                    "inside_stated_range": c.inside,
                    "windows": [[w.low, w.high] for w in c.windows],
                    "looked": list(c.looked),
                }
                for c in self.changes
            ],
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


def _size(change: Change) -> float:
    move = abs((change.nearest or 0.0) - change.now)
    return move if change.kind == "weight" else move / (abs(change.now) or abs(change.looked[1]) or 1.0)


@dataclass(frozen=True)
class Ground:
    """Everything that is held while one thing changes."""

    problem: Problem
    table: Table
    w: Array
    keep: list[int]
    at: int

    def first(self, values: Array | None, w: Array | None) -> Array:
        """Whether the option is first (B,), for figures (B, m, n) or for weights (n, B)."""
        method, options = settled(self.problem)
        scores = score_draws(method, options, self.table, values, w, self.w)
        return np.asarray(ranks(scores.T)[:, self.at] == 1)


def breakeven(
    problem: Problem,
    option: str,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
) -> Breakeven:
    """The smallest change of each parameter, of each figure of the option and of today's first, and of weight moved
    between two criteria, with which `option` comes first, every change alone and all options re-ranked.

    An option that requirements set apart is looked at as if it were allowed. Raises UnknownName for no such option.

    >>> import mcda
    >>> found = mcda.breakeven(mcda.load("hebei-steel"), "bf_bof_h2_pci")
    >>> found.first
    ('smelting_reduction_ccus',)
    """
    names = tuple(a.id for a in problem.alternatives)
    if option not in names:
        raise UnknownName.among("alternative", option, names)
    problem = planned(problem, method, options, scenario)
    weighed = weights_of_problem(problem, weights)
    tabulated = tabulate(problem, scenario_of(problem, problem.plan.scenario))
    table = tabulated.ranked(also=option)
    chosen, opts = settled(problem)
    cautions = fit(problem, chosen, opts, table)
    w = aligned(weighed, table)
    keep = [names.index(name) for name in table.alternatives]
    ground = Ground(problem, table, w, keep, table.alternatives.index(option))
    scores = score_draws(chosen, opts, table, table.values[None], None, w)
    leaders = tuple(name for name, rank in zip(table.alternatives, ranks(scores.T)[0], strict=True) if rank == 1)
    changes: list[Change] = []
    if option not in leaders:
        changes = [*parameter_changes(ground), *_figures(ground, leaders), *_weights(ground, weighed)]
    return Breakeven(
        problem.id,
        problem.plan.scenario,
        problem.plan.method,
        option,
        leaders,
        tuple(changes),
        _beaten(table, ground.at),
        option in tabulated.apart,
        (*cautions, *authorship(problem, weighed, table, standings(problem, table, w))),
        fingerprint(problem),
    )


def _beaten(table: Table, at: int) -> tuple[str, ...]:
    """Rivals that are at least as good on every criterion and better on one."""
    merit = np.where(table.gain, table.values, -table.values)
    better = np.all(merit >= merit[at], axis=-1) & np.any(merit > merit[at], axis=-1)
    return tuple(table.alternatives[i] for i in np.flatnonzero(better))


def windows(first: Callable[[Array], Array], low: float, high: float, now: float) -> tuple[Window, ...]:
    """The ranges of a number in [low, high] within which `first` (for an array of it) is true: every change between
    neighbours of a grid that holds `now` is halved down to a part in 10⁶ of a step.
    """
    grid = np.unique(np.append(np.linspace(low, high, GRID), now))
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
    from mcda.figures.derived import typed, uses

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
            values = tables(problem, state, {name: grid[:, None]}, ground.keep, len(grid))
            return ground.first(values, None)

        ends = (min(stated), max(stated)) if stated else None
        spans = windows(first, low, high, now)
        found.append(Change("parameter", name, "", parameter.label, figure.unit, now, spans, (low, high), ends))
    return found


def _span(known: list[float], unit: str) -> tuple[float, float]:
    """How far to look for a number of which some values are known: from a third of the smallest to three times the
    largest, and likewise below 0; a
    share no further than 1.
    """
    low, high = min(known), max(known)
    above = (3 * high if high > 0 else high / 3) or 1.0
    share = unit == "1" and low >= 0 and high <= 1
    return (low / 3 if low > 0 else 3 * low), min(above, 1.0) if share else above


def _figures(ground: Ground, leaders: tuple[str, ...]) -> list[Change]:
    """Each figure of the option, and of those that are first now, under each criterion."""
    problem, table = ground.problem, ground.table
    found = []
    for i in [ground.at, *(table.alternatives.index(name) for name in leaders)]:
        for j, criterion in enumerate(table.criteria):
            now = float(table.shown[i, j])
            ordinal = criterion.scale.kind is Need.ORDER
            low, high = _reach(ground, j)

            def first(grid: Array, i: int = i, j: int = j) -> Array:
                values = np.repeat(table.values[None], len(grid), axis=0)
                values[:, i, j] = _numbers(ground, j, grid)
                return ground.first(values, None)

            if ordinal:
                levels = np.array([float(level.key) for level in criterion.scale.levels])
                here = first(levels)
                spans = tuple(Window(float(x), float(x)) for x in levels[here])
            else:
                spans = windows(first, low, high, now)
            label = problem.label(table.alternatives[i])
            text = Text(f"{criterion.title.en} of {label.en}", f"{label.zh}的{criterion.title.zh}")
            name, column = f"{criterion.id}/{table.alternatives[i]}", problem.columns[criterion.id]
            figure = column.of(table.alternatives[i])
            ends = None if figure is None or figure.low is None or figure.high is None else (figure.low, figure.high)
            unit = "" if ordinal else criterion.unit
            found.append(Change("figure", name, "", text, unit, now, spans, (low, high), ends))
    return found


def _reach(ground: Ground, j: int) -> tuple[float, float]:
    criterion, figures = ground.table.criteria[j], ground.table.shown[:, j]
    if criterion.scale.kind is Need.ORDER:
        return float(criterion.scale.levels[0].key), float(criterion.scale.levels[-1].key)
    low, high = criterion.range or (0.0 if figures.min() >= 0 else 2 * figures.min(), 2 * figures.max())
    return float(min(low, figures.min())), float(max(high, figures.max()))


def _numbers(ground: Ground, j: int, grid: Array) -> Array:
    from mcda.figures.table import as_numbers

    return np.asarray(as_numbers(ground.table.criteria[j], grid))


def _weights(ground: Ground, weighed: Weights) -> list[Change]:
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
