"""What a room's weights are put to: one table in its one frame, ranked by many rows of weights at once."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mcda.figures import scenario_of, tabulate
from mcda.model import Array, Finding, Problem, Table, Weights
from mcda.ranking import planned, ranks, settled
from mcda.ranking.fit import fit
from mcda.sensitivity._orders import scored
from mcda.weighting import finished


@dataclass(frozen=True)
class Ground:
    """The problem as it is to be answered, its table, and how people's weights become scores and places."""

    problem: Problem
    table: Table

    def finished(self, judged: Array) -> Array:
        """Weights of people (…, n) by the tree's leaves, joined with figures where the plan says so."""
        tree, plan = self.problem.tree, self.problem.plan
        return finished(tree, Weights(tree.leaves(), judged, plan.weights), plan, self.table).values

    def scores(self, w: Array) -> Array:
        """Scores (…, m) by weights (…, n) in the order of the tree's leaves."""
        leaves = self.problem.tree.leaves()
        rows = w[..., None, [leaves.index(name) for name in self.table.names]]
        return scored(self.problem, *settled(self.problem), self.table, rows)

    def places(self, w: Array) -> Array:
        """Places (…, m) by such weights; NaN where weights are NaN."""
        known = ~np.isnan(w).any(axis=-1)
        found = np.full((*w.shape[:-1], len(self.table.alternatives)), np.nan)
        if known.any():
            found[known] = ranks(self.scores(w[known]))
        return found

    def first(self, places: Array) -> tuple[str, ...]:
        """The options on the first place, of places (m,)."""
        return tuple(self.table.alternatives[i] for i in np.flatnonzero(places == 1))


def ground(
    problem: Problem,
    way: str | None = None,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    scenario: str | None = None,
) -> tuple[Ground, tuple[Finding, ...]]:
    """The ground of a room, and what is to be said of its figures. Raises TableError for figures that can't serve."""
    problem = planned(problem, method, options, scenario)
    problem = problem.with_plan(group=way or problem.plan.group)
    table = tabulate(problem, scenario_of(problem, problem.plan.scenario)).ranked()
    return Ground(problem, table), fit(problem, *settled(problem), table)
