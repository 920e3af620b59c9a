"""What options are worth and what they cost: as they are, and in draws of all weights and of the figures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from mcda.errors import MCDAError, UnknownName
from mcda.figures import known, scenario_of
from mcda.figures.draws import drawn, drivers, tables
from mcda.methods import Method
from mcda.model import Array, Criterion, Direction, Frame, Need, Problem, Table
from mcda.sensitivity._blocks import simplex, stream
from mcda.sensitivity._sets import Rules


@dataclass(frozen=True)
class Ground:
    """What is held while weights and figures are drawn."""

    problem: Problem
    method: Method
    options: Any
    table: Table
    w: Array
    frame: Frame
    keep: list[int]
    cost: str
    rules: Rules

    def parts(self, figures: Array, w: Array) -> Array:
        """What each criterion adds to the value of each option (…, m, n), for figures (…, m, n), weights (…, 1, n)."""
        assert self.method.contribution is not None
        return np.asarray(self.method.contribution(figures, self.table.gain, w, self.frame, self.options))

    def values(self, figures: Array, w: Array) -> Array:
        """The value of each option (…, m)."""
        return np.asarray(np.sum(self.parts(figures, w), axis=-1))

    def costs(self, given: Mapping[str, Any] | None = None) -> Array:
        """The cost of each option (…, m); 0 for one that is to stay outside and has none."""
        state = scenario_of(self.problem, self.problem.plan.scenario)
        figures = np.asarray(known(self.problem, state, given)[self.cost], dtype=float)
        whole = np.broadcast_to(figures, np.broadcast_shapes(figures.shape, (len(self.problem.alternatives),)))
        found = whole[..., self.keep].copy()
        for i in self.rules.outside:
            found[..., i] = np.nan_to_num(found[..., i])
        return found


def costs_of(ground: Ground) -> Array:
    """The costs (m,). Raises UnknownName for no such column, MCDAError for levels, gaps and costs below 0."""
    problem, name = ground.problem, ground.cost
    if name not in problem.columns:
        raise UnknownName.among("column", name, {column: problem.label(column) for column in problem.columns})
    if any(c.id == name and c.scale.kind is Need.ORDER for c in problem.criteria):
        raise MCDAError.of("cost_ordinal", name=problem.label(name))
    costs = ground.costs()
    missing = tuple(problem.label(ground.table.alternatives[i]) for i in np.flatnonzero(np.isnan(costs)))
    if missing:
        raise MCDAError.of("cost_missing", name=problem.label(name), options=missing)
    below = tuple(problem.label(ground.table.alternatives[i]) for i in np.flatnonzero(costs < 0))
    if below:
        raise MCDAError.of("cost_negative", name=problem.label(name), options=below)
    return costs


def drawn_worth(ground: Ground, seed: int, block: int, size: int) -> tuple[Array, Array]:
    """Values and costs (size, m) with all weights and the figures drawn."""
    problem, rng = ground.problem, stream(seed, block)
    state = scenario_of(problem, problem.plan.scenario)
    moving = drivers(_with_cost(ground), state)
    w = simplex(rng, len(ground.table.criteria), size)
    given = drawn(problem, state, moving, rng.random((len(moving), size))) if moving else {}
    figures = tables(problem, state, given, ground.keep, size) if moving else ground.table.values
    values = ground.values(figures, (w / w.sum(axis=0)).T[:, None, :])
    return values, np.broadcast_to(np.maximum(ground.costs(given), 0.0), values.shape)


def _with_cost(ground: Ground) -> Problem:
    """The problem with the cost as one criterion more, so that what moves the cost is found as well."""
    problem, name = ground.problem, ground.cost
    if any(criterion.id == name for criterion in problem.criteria):
        return problem
    column = problem.columns[name]
    return replace(problem, criteria=(*problem.criteria, Criterion(name, column.label, Direction.MIN, column.unit)))
