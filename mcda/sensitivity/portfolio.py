"""Which set of options under a budget? Policies don't exclude each other, so the question is often which to take.

The value of a set is the sum of its options' values, 0 being what is as bad as the declared range allows under every
criterion: that stands for an option not done. So only methods that add up, in the declared ranges, can answer. How
often an option is in the best set over draws is its core index, after Liesiö, Mild & Salo (2007), European Journal of
Operational Research 181.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import Fault, MCDAError, unknown
from mcda.figures import scenario_of, tabulate
from mcda.figures.derived import typed, uses
from mcda.language import Message
from mcda.model import (
    Array,
    Finding,
    Problem,
    Table,
    caution,
    fingerprint,
    remark,
)
from mcda.model.arrays import set_read_only
from mcda.model.shown import Shown
from mcda.ranking import aligned, planned, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._blocks import Progress, sizes
from mcda.sensitivity._sets import Rules, frontier, greedy
from mcda.sensitivity._values import declared_frame
from mcda.sensitivity._worth import Ground, costs_of, drawn_worth

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Step:
    """The best set from this budget on, and its value."""

    budget: float
    options: tuple[str, ...]
    value: float


@dataclass(frozen=True)
class Portfolio(Shown):
    """The best set for a budget: `values` and `costs` (m,) of each option, `best` and `greedy` (m,) 1 for the options
    in the best set and in that by value ÷ cost, `core` (m,) the share of draws in which each is in the best set.
    `bought` (n,) is what the best set is worth under each criterion; `rules` are by position in `alternatives`.

    `steps` are all budgets at which the best set changes, from nothing to everything that the rules allow.
    """

    problem: str
    scenario: str
    method: str
    budget: float
    cost: str
    unit: str
    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    rules: Rules
    values: Array
    costs: Array
    best: Array
    greedy: Array
    core: Array
    bought: Array
    steps: tuple[Step, ...]
    draws: int
    seed: int
    partial: bool
    findings: tuple[Finding, ...]
    fingerprint: str

    def __post_init__(self) -> None:
        names = ("values", "costs", "best", "greedy", "core", "bought")
        set_read_only(self, **{name: getattr(self, name) for name in names})

    @property
    def options(self) -> tuple[str, ...]:
        """The options in the best set."""
        return self.named(self.best)

    def named(self, chosen: Array) -> tuple[str, ...]:
        """The options for which `chosen` (m,) isn't 0."""
        return tuple(self.alternatives[i] for i in np.flatnonzero(chosen))

    @property
    def value(self) -> float:
        """What the best set is worth."""
        return float(self.values @ self.best)

    @property
    def spent(self) -> float:
        """What the best set costs."""
        return float(self.costs @ self.best)

    @property
    def loss(self) -> float:
        """What part of the best value is lost by value ÷ cost."""
        return 1 - float(self.values @ self.greedy) / self.value if self.value > 0 else 0.0

    @property
    def enters(self) -> Array:
        """The smallest budget at which each option is in the best set (m,); NaN where it never is."""
        found = np.full(len(self.alternatives), np.nan)
        for step in reversed(self.steps):
            found[[self.alternatives.index(name) for name in step.options]] = step.budget
        return found

    def to_frame(self) -> "pd.DataFrame":
        """One row per option."""
        import pandas as pd

        columns = {
            "value": self.values,
            "cost": self.costs,
            "in_best_set": self.best.astype(bool),
            "by_value_per_cost": self.greedy.astype(bool),
            "core_index": self.core,
            "enters_at": self.enters,
        }
        return pd.DataFrame(columns, index=pd.Index(self.alternatives, name="alternative"))

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""
        rows = self.to_frame().reset_index().to_dict(orient="records")
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "budget": self.budget,
            "cost": self.cost,
            "unit": self.unit,
            "rules": self._rules(),
            "best": {
                "options": list(self.options),
                "value": self.value,
                "cost": self.spent,
                "left": self.budget - self.spent,
                "value_by_criterion": dict(zip(self.criteria, self.bought.tolist(), strict=True)),
            },
            "value_per_cost": {
                "options": list(self.named(self.greedy)),
                "value": float(self.values @ self.greedy),
                "loss": self.loss,
            },
            "options": rows,
            "steps": [{"budget": s.budget, "options": list(s.options), "value": s.value} for s in self.steps],
            "draws": self.draws,
            "seed": self.seed,
            "partial": self.partial,
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }

    def _rules(self) -> dict[str, Any]:
        names, rules = self.alternatives, self.rules
        return {
            "with": [names[i] for i in sorted(rules.inside)],
            "without": [names[i] for i in sorted(rules.outside)],
            "needs": [[names[a], names[b]] for a, b in rules.needs],
            "not_both": [[names[a], names[b]] for a, b in rules.not_both],
        }


def portfolio(
    problem: Problem,
    budget: float,
    cost: str,
    inside: Sequence[str] = (),
    outside: Sequence[str] = (),
    needs: Sequence[tuple[str, str]] = (),
    not_both: Sequence[tuple[str, str]] = (),
    draws: int = 500,
    seed: int = 1,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
    progress: Progress | None = None,
) -> Portfolio:
    """The set of options that is worth most for a budget in the unit of `cost`, an attribute or criterion of the case.

    Options `inside` must be in, those `outside` must not; (c, a) in `needs` takes c only with a; of a pair in
    `not_both` at most one. Draws are of all weights, uniformly, and of the figures. `progress(done, all)` is called
    after each draw; an interruption leaves what was done so far, marked `partial`. Raises MCDAError for a method that
    doesn't add up, a criterion without a declared range, an option without a cost, names that nothing bears, and rules
    that no set keeps within the budget.

    >>> import mcda
    >>> mcda.portfolio(mcda.load("hebei-steel"), 600, "capital_outlay", draws=20, method="weighted_sum").options
    ('bf_bof_average', 'bf_bof_bat')
    """
    problem = planned(problem, method, options, scenario)
    ground, cautions = _grounded(problem, weights, cost, inside, outside, needs, not_both)
    values, costs, rules = ground.values(ground.table.values, ground.w), costs_of(ground), ground.rules
    best = frontier(values, costs, budget, rules)
    if not len(best.sets):
        raise _impossible(ground, values, costs, budget)
    core, done = _core(ground, budget, draws, seed, progress)
    interrupted = [caution("partial", draws=done)] if done < draws else []
    return Portfolio(
        **_asked(ground, budget),
        values=values,
        costs=costs,
        best=best.sets[-1].astype(float),
        greedy=greedy(values, costs, budget, rules).astype(float),
        core=core,
        bought=np.asarray(best.sets[-1] @ ground.parts(ground.table.values, ground.w)),
        steps=_steps(ground, values, costs),
        draws=done,
        seed=seed,
        partial=done < draws,
        findings=(*interrupted, *cautions, *_twice(problem, ground.table, cost), remark("portfolio_zero")),
    )


def _grounded(
    problem: Problem, weights: str | Mapping[str, float] | None, cost: str, *rules: Any
) -> tuple[Ground, list[Finding]]:
    """What is held, and what is to be said of the figures and the weights."""
    tabulated = tabulate(problem, scenario_of(problem, problem.plan.scenario))
    table = tabulated.ranked()
    method, options = settled(problem)
    said = [*fit(problem, method, options, table)]
    weighed = weights_of_problem(problem, weights)
    w = aligned(weighed, table)
    said += authorship(problem, weighed, table, standings(problem, table, w))
    keep = [tabulated.table.alternatives.index(name) for name in table.alternatives]
    frame = declared_frame(problem, method, options, table)
    return Ground(problem, method, options, table, w, frame, keep, cost, _rules(problem, table, *rules)), said


def _asked(ground: Ground, budget: float) -> dict[str, Any]:
    """What was asked, as a result holds it."""
    problem, table, cost = ground.problem, ground.table, ground.cost
    return {
        "problem": problem.id,
        "scenario": problem.plan.scenario,
        "method": problem.plan.method,
        "fingerprint": fingerprint(problem),
        "budget": float(budget),
        "cost": cost,
        "unit": problem.columns[cost].unit,
        "alternatives": table.alternatives,
        "criteria": table.names,
        "rules": ground.rules,
    }


def _rules(
    problem: Problem,
    table: Table,
    inside: Sequence[str],
    outside: Sequence[str],
    needs: Sequence[tuple[str, str]],
    not_both: Sequence[tuple[str, str]],
) -> Rules:
    """The rules by position. Raises MCDAError for names that are no option, and for options that are set apart."""
    at = {name: i for i, name in enumerate(table.alternatives)}
    everybody = {a.id: a.label for a in problem.alternatives}
    named = [*inside, *(name for pair in (*needs, *not_both) for name in pair)]
    faults = [unknown("alternative", name, everybody) for name in (*named, *outside) if name not in everybody]
    apart = [everybody[name] for name in named if name in everybody and name not in at]
    faults += [Fault("option_apart", {"name": label}) for label in apart]
    if faults:
        raise MCDAError(*faults)
    return Rules(
        frozenset(at[name] for name in inside),
        frozenset(at[name] for name in outside if name in at),
        tuple((at[a], at[b]) for a, b in needs),
        tuple((at[a], at[b]) for a, b in not_both),
    )


def _impossible(ground: Ground, values: Array, costs: Array, budget: float) -> MCDAError:
    """What to say where no set keeps the rules within the budget."""
    dearer = frontier(values, costs, float(costs.sum()), ground.rules)
    if not len(dearer.sets):
        return MCDAError.of("rules_contradict")
    unit = ground.problem.columns[ground.cost].unit
    return MCDAError.of("budget_small", budget=float(budget), needed=float(dearer.costs[0]), unit=unit)


def _steps(ground: Ground, values: Array, costs: Array) -> tuple[Step, ...]:
    all_budgets = frontier(values, costs, float(costs.sum()), ground.rules)
    rows = zip(all_budgets.sets, all_budgets.costs, all_budgets.values, strict=True)
    names = ground.table.alternatives
    return tuple(Step(float(c), tuple(names[i] for i in np.flatnonzero(s)), float(v)) for s, c, v in rows)


def _core(ground: Ground, budget: float, draws: int, seed: int, progress: Progress | None) -> tuple[Array, int]:
    """The share of draws in which each option is in the best set (m,), and the number of draws; each draw is a 0/1
    programme of its own, so they are solved one by one.
    """
    count, done = np.zeros(len(ground.keep)), 0
    try:
        for block, size in enumerate(sizes(draws)):
            for values, costs in zip(*drawn_worth(ground, seed, block, size), strict=True):
                best = frontier(values, costs, budget, ground.rules)
                count += best.sets[-1] if len(best.sets) else 0
                done += 1
                if progress is not None:
                    progress(done, draws)
    except KeyboardInterrupt:
        if not done:
            raise
    return count / done, done


def _twice(problem: Problem, table: Table, cost: str) -> list[Finding]:
    """The criteria that the cost reaches: they count it once more."""
    trees = typed(problem)
    reached = tuple(c.title for c in table.criteria if cost in uses(trees, c.id))
    return [caution("cost_twice", cost=problem.label(cost), criteria=reached)] if reached else []


def headline(problem: Problem, result: Portfolio) -> Message:
    """The best set and how much of everything it is worth."""
    if not result.options:
        return Message("screen.set_empty", {})
    whole = float(np.maximum(result.values, 0).sum())
    share = f"{100 * result.value / whole:.0f} %"
    names = tuple(problem.label(name) for name in result.options)
    return Message("screen.set_best", {"names": names, "count": len(names), "share": share})
