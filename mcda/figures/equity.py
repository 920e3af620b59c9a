"""Regional equity: does an option move income towards the poorer places, or away from them?

The redistributive effect is the population-weighted Gini of income per head before minus after (Reynolds &
Smolensky 1977; Kakwani 1984); 0 means in proportion to income.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from mcda.errors import CaseError, MCDAError
from mcda.expression import evaluate
from mcda.model.arrays import Array
from mcda.model.problem import Geography, Problem, Scenario, Spot


def gini(people: Array, income: Array) -> Any:
    """Σᵢⱼ pᵢ pⱼ |yᵢ − yⱼ| ÷ 2ȳ over places: `people` (k,), `income` (…, k) in total, y per head. From 0 to 1."""
    share = people / people.sum()
    y = income / people
    spread = np.abs(y[..., :, None] - y[..., None, :])
    return np.einsum("i,j,...ij->...", share, share, spread) / (2 * (y * share).sum(axis=-1))


def theil_between(people: Array, income: Array, groups: Array) -> Any:
    """Σ s ln(s ÷ p) over groups of places, s a group's share of income and p of people. Theil (1967)."""
    belongs = groups[None, :] == np.unique(groups)[:, None]
    s = (income[..., None, :] * belongs).sum(axis=-1) / income.sum(axis=-1)[..., None]
    p = (people * belongs).sum(axis=-1) / people.sum()
    return (s * np.log(s / p)).sum(axis=-1)


def _redistributive_effect(people: Array, before: Array, after: Array, groups: Array) -> Any:
    return gini(people, before) - gini(people, after)


def _theil_between_effect(people: Array, before: Array, after: Array, groups: Array) -> Any:
    return theil_between(people, before, groups) - theil_between(people, after, groups)


NOISE = 1e-12
"""Below this an effect is rounding of sums over places: in proportion to income is 0, not 3e-16."""

EFFECTS: dict[str, Callable[[Array, Array, Array, Array], Any]] = {
    "redistributive_effect": _redistributive_effect,
    "theil_between": _theil_between_effect,
}
"""What a column may be computed as: higher is more equal."""


def shares(geography: Geography, alternative: str, region: str = "") -> Array:
    """What part of an option's incidence falls on each place (k,), in the order of the places looked at."""
    spots = looked_at(geography, region)
    return _falling(geography, alternative, _indicators(geography, spots), len(spots))


def _indicators(geography: Geography, spots: list[Spot]) -> dict[str, Array]:
    """What is known of the places looked at (k,), by name."""
    return {name: np.array([spot.values[name] for spot in spots]) for name in geography.indicators}


def _falling(geography: Geography, alternative: str, values: Mapping[str, Array], count: int) -> Array:
    incidence = geography.incidence[alternative]
    try:
        falls = np.broadcast_to(evaluate(incidence.rule.tree, values, incidence.rule.text), (count,)).astype(float)
    except MCDAError as error:
        raise error.at(incidence.rule.place) from None
    if (falls < 0).any() or falls.sum() <= 0:
        raise CaseError.of("incidence_negative", incidence.rule.place, name=alternative)
    return np.asarray(falls / falls.sum())


def looked_at(geography: Geography, region: str) -> list[Spot]:
    """The places of a region; all of them if none is named."""
    return [spot for spot in geography.spots if not region or spot.group == region]


def effect(problem: Problem, kind: str, scenario: Scenario, moved: Any) -> Any:
    """The effect of each option (…, m): `moved` (…) is the share of all income that each moves."""
    geography = problem.geography
    if geography is None:
        raise CaseError.of("equity_without_regions", problem.columns[_column_of(problem, kind)].place)
    spots = looked_at(geography, scenario.region)
    values = _indicators(geography, spots)
    people, income = values[geography.population], values[geography.income]
    groups = np.array([spot.group for spot in spots])
    signs = np.array([-1.0 if geography.incidence[a.id].burden else 1.0 for a in problem.alternatives])
    falls = np.stack([_falling(geography, a.id, values, len(spots)) for a in problem.alternatives])
    sum_moved = np.asarray(moved)[..., None, None] * income.sum()
    after = income + signs[:, None] * sum_moved * falls
    found = EFFECTS[kind](people, np.broadcast_to(income, after.shape), after, groups)
    return np.where(np.abs(found) < NOISE, 0.0, found)


def _column_of(problem: Problem, kind: str) -> str:
    return next(name for name, column in problem.columns.items() if column.equity == kind)
