"""At which value of a parameter does the first place change, and to whom?

Each parameter that a criterion follows from is moved alone, over its range, its scenarios and beyond; all options are
re-ranked at every step, and changes found by search.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.figures import scenario_of, tabulate
from mcda.figures.draws import tables
from mcda.language import Text
from mcda.model import Finding, Problem, fingerprint
from mcda.model.shown import Shown
from mcda.ranking import aligned, planned, ranks, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._changes import GRID, Change, Ground, parameter_changes
from mcda.sensitivity._job import score_draws

if TYPE_CHECKING:
    import pandas as pd


CLOSEST = ("option", "at", "behind")


@dataclass(frozen=True)
class Threshold:
    """A parameter: its value now, the range around it in which today's first stays first, who follows below and above
    (empty where the search ended first), how far was looked, and the range that the case states. `closest` is the rival
    that comes nearest where today's first stays first, with the value at which it does and the score that it lacks.
    """

    parameter: str
    label: Text
    unit: str
    now: float
    holds: tuple[float, float]
    below: tuple[str, ...]
    above: tuple[str, ...]
    looked: tuple[float, float]
    stated: tuple[float, float] | None
    closest: tuple[str, float, float] | None = None

    @property
    def firm(self) -> bool:
        """Whether the first place holds wherever was looked."""
        return self.holds == self.looked

    @property
    def doubtful(self) -> bool:
        """Whether it changes within the stated range."""
        return self.stated is not None and (self.holds[0] > self.stated[0] or self.holds[1] < self.stated[1])


@dataclass(frozen=True)
class Thresholds(Shown):
    """For each parameter, the values between which today's first stays first."""

    problem: str
    scenario: str
    method: str
    first: tuple[str, ...]
    thresholds: tuple[Threshold, ...]
    findings: tuple[Finding, ...]
    fingerprint: str

    def of(self, parameter: str) -> Threshold:
        """The threshold of one parameter; StopIteration if it reaches no criterion."""
        return next(t for t in self.thresholds if t.parameter == parameter)

    def to_frame(self) -> "pd.DataFrame":
        """One row per parameter."""
        import pandas as pd

        rows = [
            (t.parameter, t.now, *t.holds, ", ".join(t.below), ", ".join(t.above), *t.looked) for t in self.thresholds
        ]
        names = ["parameter", "now", "holds_from", "holds_to", "first_below", "first_above", "looked_from", "looked_to"]
        return pd.DataFrame(rows, columns=names).set_index("parameter")

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "first": list(self.first),
            "parameters": [
                {
                    "parameter": t.parameter,
                    "unit": t.unit,
                    "now": t.now,
                    "holds": list(t.holds),
                    "first_below": list(t.below),
                    "first_above": list(t.above),
                    "looked": list(t.looked),
                    "closest": None if t.closest is None else dict(zip(CLOSEST, t.closest, strict=True)),
                }
                for t in self.thresholds
            ],
        }


def thresholds(
    problem: Problem,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
) -> Thresholds:
    """The values of each parameter between which today's first place holds, and who is first beyond them.

    >>> import mcda
    >>> mcda.thresholds(mcda.load("hebei-steel")).of("carbon_price").firm
    True
    """
    problem = planned(problem, method, options, scenario)
    weighed = weights_of_problem(problem, weights)
    state = scenario_of(problem, problem.plan.scenario)
    tabulated = tabulate(problem, state)
    table = tabulated.ranked()
    chosen, opts = settled(problem)
    cautions = fit(problem, chosen, opts, table)
    w = aligned(weighed, table)
    names = tabulated.table.alternatives
    scores = score_draws(problem, table, table.values[None], None, w)
    firsts = np.flatnonzero(ranks(scores.T)[0] == 1)
    ground = Ground(problem, table, w, [names.index(name) for name in table.alternatives], int(firsts[0]))
    found = [_threshold(ground, change) for change in parameter_changes(ground)]
    return Thresholds(
        problem.id,
        problem.plan.scenario,
        problem.plan.method,
        tuple(table.alternatives[i] for i in firsts),
        tuple(found),
        (*cautions, *authorship(problem, weighed, table, standings(problem, table, w))),
        fingerprint(problem),
    )


def _threshold(ground: Ground, change: Change) -> Threshold:
    """How long today's first stays first, who follows, and who comes nearest meanwhile."""
    here = next((x for x in change.windows if x.low <= change.now <= x.high), None)
    holds = (here.low, here.high) if here else (change.now, change.now)
    below = _first(ground, change.name, holds[0], change.looked[0])
    above = _first(ground, change.name, holds[1], change.looked[1])
    known = (change.name, change.label, change.unit, change.now)
    closest = _closest(ground, change.name, holds)
    return Threshold(*known, holds, below, above, change.looked, change.stated, closest)


def _closest(ground: Ground, name: str, holds: tuple[float, float]) -> tuple[str, float, float] | None:
    """The rival that comes nearest to today's first between two values of a parameter, where, and what it lacks."""
    if len(ground.table.alternatives) < 2:
        return None
    grid = np.linspace(*holds, GRID)
    scores = score_draws(ground.problem, ground.table, ground.tables(name, grid), None, ground.w)
    others = scores.copy()
    others[ground.at] = -np.inf
    behind = scores[ground.at] - others.max(axis=0)
    k = int(np.argmin(behind))
    return ground.table.alternatives[int(np.argmax(others[:, k]))], float(grid[k]), float(behind[k])


def _first(ground: Ground, name: str, end: float, limit: float) -> tuple[str, ...]:
    """Who is first just beyond an end of the range; nobody where the search ended."""
    if end == limit:
        return ()
    state = scenario_of(ground.problem, ground.problem.plan.scenario)
    beyond = end + 1e-6 * (limit - end)
    values = tables(ground.problem, state, {name: np.array([[beyond]])}, ground.keep, 1)
    places = ground.places(values, None)[0]
    return tuple(option for option, place in zip(ground.table.alternatives, places, strict=True) if place == 1)
