"""Which sets of options are worth their cost: the best for every budget, exactly, and value ÷ cost for comparison.

The 0/1 programme is solved by lists of sets that none beats, one option after the other (Nemhauser & Ullmann 1969,
Management Science 15): one pass gives the answer for all budgets, in milliseconds for some dozens of options. HiGHS
agrees (tests), but works to 1e-6, takes longer for one budget than this for all, and now and then writes to standard
output, where it would break JSON.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mcda.model import Array

ROUND = 12
"""Costs and values are compared to so many decimals of their sum."""

Sets = NDArray[np.bool_]


@dataclass(frozen=True)
class Rules:
    """What a set must hold (`inside`) and must not (`outside`), by position; the first of each pair in `needs` only
    with the second; the two of each pair in `not_both` never together.
    """

    inside: frozenset[int] = frozenset()
    outside: frozenset[int] = frozenset()
    needs: tuple[tuple[int, int], ...] = ()
    not_both: tuple[tuple[int, int], ...] = ()

    def kept(self, sets: Sets, until: int) -> Sets:
        """Which sets (k, m) break no rule among the options up to a position (k,)."""
        fine = np.ones(len(sets), dtype=bool)
        for a, b in self.needs:
            fine &= ~sets[:, a] | sets[:, b] if max(a, b) <= until else True
        for a, b in self.not_both:
            fine &= ~(sets[:, a] & sets[:, b]) if max(a, b) <= until else True
        return fine

    def pending(self, until: int) -> list[int]:
        """The options up to a position that share a rule with a later one."""
        ahead = {min(pair) for pair in (*self.needs, *self.not_both) if min(pair) <= until < max(pair)}
        return sorted(ahead)


@dataclass(frozen=True)
class Frontier:
    """Sets (k, m) from the cheapest to the dearest, each worth more than any cheaper one; costs and values (k,)."""

    sets: Sets
    costs: Array
    values: Array


def frontier(values: Array, costs: Array, limit: float, rules: Rules | None = None) -> Frontier:
    """All sets that are best for some budget up to `limit`, of options with values and costs (m,), costs not negative;
    empty where the rules allow none. Of equally good sets the cheaper one, then the one with earlier options.
    """
    rules = rules or Rules()
    sets = np.zeros((1, len(values)), dtype=bool)
    whole = float(costs.sum()) or 1.0
    for i in range(len(values)):
        taken = sets.copy()
        taken[:, i] = True
        both = [taken] * (i not in rules.outside) + [sets] * (i not in rules.inside)
        sets = np.concatenate(both) if both else sets[:0]
        sets = sets[rules.kept(sets, i) & (np.round((sets @ costs - limit) / whole, ROUND) <= 0)]
        sets = sets[_unbeaten(sets, values, costs, rules.pending(i))]
    return Frontier(sets, sets @ costs, sets @ values)


def _unbeaten(sets: Sets, values: Array, costs: Array, pending: list[int]) -> Any:
    """The positions, by cost, of sets that are worth more than any cheaper one; sets that differ in what later rules
    ask about are not compared.
    """
    cost = np.round(sets @ costs / (costs.sum() or 1.0), ROUND)
    value = np.round(sets @ values / (np.abs(values).sum() or 1.0), ROUND)
    order = np.lexsort((-value, cost))
    kept = np.zeros(len(sets), dtype=bool)
    for group in _groups(sets[:, pending]):
        here = order[group[order]]
        best = np.maximum.accumulate(value[here])
        kept[here] = np.append(True, value[here][1:] > best[:-1])
    return order[kept[order]]


def _groups(pattern: Sets) -> Iterator[Sets]:
    """One mask (k,) for each pattern that occurs."""
    if pattern.shape[1] == 0:
        if len(pattern):
            yield np.ones(len(pattern), dtype=bool)
        return
    _, which = np.unique(pattern, axis=0, return_inverse=True)
    which = which.reshape(-1)
    for k in range(int(which.max(initial=-1)) + 1):
        yield which == k


def greedy(values: Array, costs: Array, budget: float, rules: Rules | None = None) -> Sets:
    """The options (m,) taken by value ÷ cost, the highest first, each that fits and that the rules allow, after those
    that must be in with what they need.
    """
    rules = rules or Rules()
    taken = np.zeros(len(values), dtype=bool)
    taken[list(rules.inside)] = True
    for _ in rules.needs:
        for a, b in rules.needs:
            taken[b] |= taken[a]
    with np.errstate(divide="ignore", invalid="ignore"):
        worth = np.where(costs > 0, values / costs, np.where(values > 0, np.inf, -np.inf))
    order = [int(i) for i in np.argsort(-worth, kind="stable") if values[i] > 0 and i not in rules.outside]
    while (following := next(_fitting(taken, order, costs, budget, rules), None)) is not None:
        taken[following] = True
    return taken


def _fitting(taken: Sets, order: list[int], costs: Array, budget: float, rules: Rules) -> Iterator[int]:
    spent, whole = float(costs[taken].sum()), float(costs.sum()) or 1.0
    for i in order:
        if taken[i] or round((spent + float(costs[i]) - budget) / whole, ROUND) > 0:
            continue
        more = taken.copy()
        more[i] = True
        if rules.kept(more[None], len(costs))[0]:
            yield i
