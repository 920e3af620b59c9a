"""Is one thing counted twice? Which criterion carries the result? Asked of the criteria before any result is read.

Correlation alone is never a reason to drop a criterion: two that rank the options alike here may matter for different
reasons. It is a reason to ask.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.figures import Tabulated, counted_twice, known, scenario_of, tabulate
from mcda.figures.derived import typed, uses
from mcda.language import Message
from mcda.model import Array, Finding, Problem, Scenario, Standing, Table, fingerprint, remark
from mcda.model.shown import Shown
from mcda.ranking import aligned, frame_of, planned, ranks, settled, weights_of_problem
from mcda.ranking.doubts import authorship, effective_weights, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._orders import scored
from mcda.sensitivity._rank_correlation import spearman

if TYPE_CHECKING:
    import pandas as pd

ASK = 0.7
"""From this rank correlation on two criteria are asked about."""
FEW = 6
"""With fewer options than this a rank correlation says little."""


@dataclass(frozen=True)
class Pair:
    """Two criteria: Spearman's ρ of how good the options are by each, over the `n` options with both figures (None
    where one of them tells no options apart), and what moves both: parameters, attributes, and parts added up in both.
    """

    a: str
    b: str
    correlation: float | None
    n: int
    parameters: tuple[str, ...]
    attributes: tuple[str, ...]
    twice: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether the question is to be put: is this the same thing twice?"""
        return bool(self.twice) or (self.correlation is not None and self.correlation >= ASK)


@dataclass(frozen=True)
class Weighing:
    """What a criterion counts: stated and effective weight, the shares of its cells that are missing or placeholders,
    and how many options change places when it is left out (the others in proportion) or its weight is doubled, with
    the first places then; None where nothing else has weight.
    """

    criterion: str
    weight: float
    effective: float
    missing: float
    placeholder: float
    moved_without: int | None
    moved_doubled: int
    first_without: tuple[str, ...] | None
    first_doubled: tuple[str, ...]


@dataclass(frozen=True)
class Structure(Shown):
    """Every pair of criteria, and what each criterion counts; `first` are the first places as things stand."""

    problem: str
    scenario: str
    method: str
    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    pairs: tuple[Pair, ...]
    weighings: tuple[Weighing, ...]
    first: tuple[str, ...]
    findings: tuple[Finding, ...]
    fingerprint: str

    @property
    def asked(self) -> tuple[Pair, ...]:
        """The pairs to ask about, those that count something twice before those that only rank alike."""
        found = [pair for pair in self.pairs if pair.asks]
        return tuple(sorted(found, key=lambda pair: (not pair.twice, -(pair.correlation or 0.0))))

    @property
    def carrying(self) -> tuple[Weighing, ...]:
        """What each criterion counts, those first that move most places by going."""
        return tuple(sorted(self.weighings, key=lambda w: (-(w.moved_without or 0), -w.effective)))

    def to_frame(self) -> "pd.DataFrame":
        """One row per criterion: weights, shares of cells, places moved, rank correlation with each criterion."""
        import pandas as pd

        rows = {
            w.criterion: (w.weight, w.effective, w.missing, w.placeholder, w.moved_without, w.moved_doubled)
            for w in self.weighings
        }
        columns = ["weight", "effective", "missing", "placeholder", "moved_without", "moved_doubled"]
        frame = pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("criterion")
        found = {frozenset((pair.a, pair.b)): pair.correlation for pair in self.pairs}
        for name in self.criteria:
            frame[f"with_{name}"] = [found.get(frozenset((name, other)), 1.0) for other in self.criteria]
        return frame

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; sentences in English."""
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "pairs": [
                {
                    "criteria": [p.a, p.b],
                    "rank_correlation": p.correlation,
                    "n": p.n,
                    "shared_parameters": list(p.parameters),
                    "shared_attributes": list(p.attributes),
                    "counted_twice": list(p.twice),
                    "same_thing_twice": p.asks,
                }
                for p in self.pairs
            ],
            "criteria": [
                {
                    "criterion": w.criterion,
                    "weight": w.weight,
                    "effective_weight": w.effective,
                    "missing": w.missing,
                    "placeholder": w.placeholder,
                    "moved_without": w.moved_without,
                    "moved_doubled": w.moved_doubled,
                    "first_without": None if w.first_without is None else list(w.first_without),
                    "first_doubled": list(w.first_doubled),
                }
                for w in self.weighings
            ],
            "first": list(self.first),
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


def structure(
    problem: Problem,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
) -> Structure:
    """Which criteria may be the same thing twice, and how much of the result each one carries.

    >>> import mcda
    >>> found = mcda.structure(mcda.load("hebei-steel"))
    >>> [(pair.a, pair.b) for pair in found.asked if pair.twice]
    [('cost', 'import_dependence')]
    """
    problem = planned(problem, method, options, scenario)
    weighed = weights_of_problem(problem, weights)
    state = scenario_of(problem, problem.plan.scenario)
    tabulated = tabulate(problem, state)
    table = tabulated.ranked()
    cautions = fit(problem, *settled(problem), table)
    w = aligned(weighed, table)
    first, weighings = _weighings(problem, tabulated, table, w)
    few = [remark("few_options", n=len(table.alternatives))] if len(table.alternatives) < FEW else []
    return Structure(
        problem.id,
        problem.plan.scenario,
        problem.plan.method,
        table.alternatives,
        table.names,
        tuple(_pairs(problem, state, tabulated, table)),
        weighings,
        first,
        (*cautions, *authorship(problem, weighed, table, standings(problem, table, w)), *few),
        fingerprint(problem),
    )


def _pairs(problem: Problem, state: Scenario, tabulated: Tabulated, table: Table) -> list[Pair]:
    twice = counted_twice(problem, tabulated.values)
    moved = causes(problem, state, tabulated.values)
    merit = np.where(table.gain, table.values, -table.values)
    m = len(problem.alternatives)
    keep = [tabulated.table.alternatives.index(name) for name in table.alternatives]
    there = ~np.isnan([np.broadcast_to(tabulated.values[name], (m,))[keep] for name in table.names])
    found = []
    for (j, a), (k, b) in combinations(enumerate(table.names), 2):
        both = there[j] & there[k]
        columns = merit[both][:, [j, k]].T
        told = columns.shape[1] > 1 and bool(np.ptp(columns, axis=1).all())
        shared = moved[a] & moved[b]
        found.append(
            Pair(
                a,
                b,
                float(spearman(columns)[0, 1]) if told else None,
                int(both.sum()),
                tuple(name for name in problem.parameters if name in shared),
                tuple(name for name in problem.columns if name in shared),
                twice.get((a, b)) or twice.get((b, a)) or (),
            )
        )
    return found


def causes(problem: Problem, state: Scenario, values: Mapping[str, Any]) -> dict[str, set[str]]:
    """For each criterion the parameters and given attributes that move it here: what its formula uses with a factor
    that isn't zero in this scenario.
    """
    trees = typed(problem)
    used = {c.id: uses(trees, c.id) - {c.id} for c in problem.criteria}
    if problem.geography is not None:
        for criterion in problem.criteria:
            if problem.columns[criterion.id].equity:
                used[criterion.id].add(problem.geography.moved)
    leaves = {name for names in used.values() for name in names if name in values and name not in trees}
    moved: dict[str, set[str]] = {name: set() for name in used}
    for leaf in leaves:
        step = np.where(np.asarray(values[leaf]) == 0, 1.0, 0.01 * np.abs(values[leaf]))
        changed = known(problem, state, {leaf: np.asarray(values[leaf]) + step})
        for name, names in used.items():
            if leaf in names and not np.allclose(changed[name], values[name], rtol=1e-12, atol=0, equal_nan=True):
                moved[name].add(leaf)
    return moved


def _weighings(
    problem: Problem, tabulated: Tabulated, table: Table, w: Array
) -> tuple[tuple[str, ...], tuple[Weighing, ...]]:
    """The first places, and what each criterion counts: all weights that are tried are ranked in one batch."""
    method, options = settled(problem)
    n = len(table.names)
    left, doubled = np.repeat(w, n, axis=0), np.repeat(w, n, axis=0)
    np.fill_diagonal(left, 0.0)
    np.fill_diagonal(doubled, 2 * w[0])
    alone = left.sum(axis=1) == 0
    left[alone] = w
    tried = np.concatenate([w, left, doubled])
    tried = tried / tried.sum(axis=1, keepdims=True)
    places = ranks(scored(problem, method, options, table, tried[:, None, :]))
    moved = (places != places[0]).sum(axis=1)
    firsts = [tuple(np.array(table.alternatives)[row == 1].tolist()) for row in places]
    effective = effective_weights(method, options, table, w, frame_of(problem, method, options, table))
    found = []
    for j, name in enumerate(table.names):
        one = np.eye(n)[j : j + 1]
        found.append(
            Weighing(
                name,
                float(w[0, j]),
                float(effective[j]),
                float(np.isnan(np.broadcast_to(tabulated.values[name], (len(problem.alternatives),))).mean()),
                standings(problem, tabulated.table, one)[Standing.PLACEHOLDER.value],
                None if alone[j] else int(moved[1 + j]),
                int(moved[1 + n + j]),
                None if alone[j] else firsts[1 + j],
                firsts[1 + n + j],
            )
        )
    return firsts[0], tuple(found)


def headline(problem: Problem, result: Structure) -> Message:
    """How many pairs are to be asked about, and which criterion carries most."""
    asked = tuple(
        Message("screen.pair", {"a": problem.label(pair.a), "b": problem.label(pair.b)}) for pair in result.asked
    )
    return Message("screen.ask_about", {"pairs": asked}) if asked else Message("screen.ask_nothing")
