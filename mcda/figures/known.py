"""Everything that is known in a scenario, by name: parameters () and columns (m,), given, compared or derived."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from mcda.errors import UnknownName
from mcda.expression import parse_unit
from mcda.figures.derived import derive, typed
from mcda.figures.equity import effect
from mcda.model.arrays import Array
from mcda.model.figure import Column, Figure
from mcda.model.problem import BASE, Problem, Scenario
from mcda.pairwise import from_pairs, weights_of


def scenario_of(problem: Problem, name: str) -> Scenario:
    """The scenario of that name. Raises UnknownName."""
    if name not in problem.scenarios:
        raise UnknownName.among("scenario", name, {s.id: s.label for s in problem.scenarios.values()})
    return problem.scenarios[name]


def known(problem: Problem, scenario: Scenario | None = None, drawn: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Parameters and columns at the scenario's modes. A missing figure is NaN, and so is what follows from it.

    `drawn` holds what stands in place of modes: parameters (…, 1) and columns (…, m), for a batch of draws.

    Raises FormulaError where something derived can't be computed.
    """
    scenario, drawn = scenario or problem.scenarios[BASE], drawn or {}
    values: dict[str, Any] = {
        name: drawn.get(name, scenario.set.get(name, parameter.figure.mode))
        for name, parameter in problem.parameters.items()
    }
    replaced: dict[str, Any] = {}
    for name, column in problem.columns.items():
        new = np.array([scenario.figures.get((a.id, name), np.nan) for a in problem.alternatives])
        kept = np.isnan(new)
        if column.formula is not None:
            replaced[name] = new
            continue
        own = drawn[name] if name in drawn else _own(problem, column, scenario, values)
        values[name] = own if kept.all() else np.where(kept, own, new)
    derive(problem, values, replaced, typed(problem))
    return values


def _own(problem: Problem, column: Column, scenario: Scenario, values: dict[str, Any]) -> Any:
    if column.equity:
        geography = problem.geography
        moved = np.asarray(values.get(geography.moved, 0.01) if geography else 0.01)
        return effect(problem, column.equity, scenario, moved[..., 0] if moved.ndim else moved)
    if column.pairs:
        names = [a.id for a in problem.alternatives]
        return weights_of(from_pairs(names, column.pairs), problem.plan.priorities, names)
    return given(problem, column)


def given(problem: Problem, column: Column, end: str = "mode") -> Array:
    """The figures of a column (m,) in its unit: their modes, or their `low` or `high` ends where they have one."""
    found = []
    for alternative in problem.alternatives:
        figure = column.of(alternative.id)
        value = np.nan if figure is None else getattr(figure, end)
        value = figure.mode if value is None and figure is not None else value
        found.append(value if figure is None else value * factor(figure, column))
    return np.array(found, dtype=float)


def factor(figure: Figure, column: Column) -> float:
    """What a figure in its own unit is multiplied by to be in that of its column."""
    if not figure.unit or not column.unit or figure.unit == column.unit:
        return 1.0
    return float(parse_unit(figure.unit).factor / parse_unit(column.unit).factor)
