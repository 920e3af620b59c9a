"""Does an option that isn't chosen decide between two others?

Each option is taken off the list, and then copied, and the others are ranked again as if the list had been so from the
start. Belton & Gear (1983), Omega 11, turned AHP's order with a copy; García-Cascales & Lamata (2012), Mathematical and
Computer Modelling 56, did so with TOPSIS.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from mcda.errors import Fault, MCDAError
from mcda.figures import scenario_of, tabulate
from mcda.language import Message, Text
from mcda.model import Array, Column, Finding, Problem, caution, fingerprint, remark
from mcda.model.arrays import set_read_only
from mcda.model.shown import Shown
from mcda.ranking import aligned, planned, ranks, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._orders import scored
from mcda.weighting import reads_table

if TYPE_CHECKING:
    import pandas as pd

How = Literal["removed", "copied"]
Asked = str | Mapping[str, float] | None


@dataclass(frozen=True)
class Turn:
    """Two options that change places: `ahead` wasn't ahead of `behind` and now is; `level` if it only drew level."""

    ahead: str
    behind: str
    level: bool


@dataclass(frozen=True)
class Effect:
    """What taking `cause` off the list, or copying it, does to the order of the others.

    `before` and `after` are the first places among the options that are compared: all but `cause` where it is removed.
    """

    cause: str
    how: How
    before: tuple[str, ...]
    after: tuple[str, ...]
    turns: tuple[Turn, ...]

    @property
    def first_changes(self) -> bool:
        """Whether the first place among those compared is another one."""
        return self.before != self.after


@dataclass(frozen=True)
class Reversal(Shown):
    """The effect of each option's removal and of its copy, in the order of the alternatives; `ranks` (m,) are those of
    the whole list. `refused` are changes after which nothing can be ranked, with the reason.
    """

    problem: str
    scenario: str
    method: str
    alternatives: tuple[str, ...]
    ranks: Array
    effects: tuple[Effect, ...]
    refused: tuple[tuple[str, How, tuple[Fault, ...]], ...]
    findings: tuple[Finding, ...]
    fingerprint: str

    def __post_init__(self) -> None:
        set_read_only(self, ranks=self.ranks)

    @property
    def turning(self) -> tuple[Effect, ...]:
        """The effects that change the order of others; those that change the first place before all, removals first."""
        found = [effect for effect in self.effects if effect.turns]
        return tuple(sorted(found, key=lambda e: (not e.first_changes, e.how != "removed", -len(e.turns))))

    def causes(self, how: How, ahead: str, behind: str) -> tuple[str, ...]:
        """The options whose change turns a pair."""
        turned = [
            e for e in self.effects if e.how == how and any((t.ahead, t.behind) == (ahead, behind) for t in e.turns)
        ]
        return tuple(effect.cause for effect in turned)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs that turn in any effect, (ahead now, ahead before), the uppermost places first."""
        places = dict(zip(self.alternatives, self.ranks, strict=True))
        found = {(turn.ahead, turn.behind) for effect in self.effects for turn in effect.turns}
        return tuple(sorted(found, key=lambda pair: (places[pair[1]], places[pair[0]], pair)))

    @property
    def first(self) -> tuple[str, ...]:
        """The options on the first place of the whole list."""
        return tuple(name for name, rank in zip(self.alternatives, self.ranks, strict=True) if rank == 1)

    def to_frame(self) -> "pd.DataFrame":
        """One row per option and change: how many pairs of others turn, and who is first before and after."""
        import pandas as pd

        rows = {
            (e.cause, e.how): (len(e.turns), ", ".join(e.before), ", ".join(e.after), e.first_changes)
            for e in self.effects
        }
        index = pd.MultiIndex.from_tuples(list(rows), names=["alternative", "change"])
        columns = ["pairs_turned", "first_before", "first_after", "first_changes"]
        return pd.DataFrame(list(rows.values()), index=index, columns=columns)

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; sentences in English."""
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "ranks": dict(zip(self.alternatives, map(int, self.ranks), strict=True)),
            "effects": [
                {
                    "alternative": e.cause,
                    "change": e.how,
                    "first_before": list(e.before),
                    "first_after": list(e.after),
                    "turned": [{"ahead": t.ahead, "behind": t.behind, "level": t.level} for t in e.turns],
                }
                for e in self.effects
            ],
            "refused": [
                {"alternative": name, "change": how, "why": [fault.what() for fault in faults]}
                for name, how, faults in self.refused
            ],
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


def reversal(
    problem: Problem,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: Asked = None,
    scenario: str | None = None,
) -> Reversal:
    """What the removal of each option, and a copy of it, does to the order of the others.

    Everything that follows from the list is done again: scales, comparisons of options, weights that read figures.

    >>> import mcda
    >>> found = mcda.reversal(mcda.load("hebei-steel"), method="weighted_sum", options={"scaling": "vector"})
    >>> len(found.effects) == 2 * len(found.alternatives)
    True
    """
    problem = planned(problem, method, options, scenario)
    weighed = weights_of_problem(problem, weights)
    table = tabulate(problem, scenario_of(problem, problem.plan.scenario)).ranked()
    cautions = fit(problem, *settled(problem), table)
    places = placed(problem, weights)
    effects, refused = _effects(problem, weights, places)
    found = [*cautions, *authorship(problem, weighed, table, standings(problem, table, aligned(weighed, table)))]
    return Reversal(
        problem.id,
        problem.plan.scenario,
        problem.plan.method,
        tuple(places),
        np.array(list(places.values())),
        tuple(effects),
        tuple(refused),
        (*found, *_remarks(problem, weights, effects)),
        fingerprint(problem),
    )


def placed(problem: Problem, weights: Asked) -> dict[str, int]:
    """The rank of each option of a problem, as `mcda rank` gives it. Raises MCDAError where there is none."""
    table = tabulate(problem, scenario_of(problem, problem.plan.scenario)).ranked()
    chosen, opts = settled(problem)
    fit(problem, chosen, opts, table)
    w = aligned(weights_of_problem(problem, weights), table)
    found = ranks(scored(problem, chosen, opts, table, w))
    return dict(zip(table.alternatives, map(int, found), strict=True))


Refused = tuple[str, How, tuple[Fault, ...]]


def _effects(problem: Problem, weights: Asked, places: dict[str, int]) -> tuple[list[Effect], list[Refused]]:
    found: list[Effect] = []
    refused: list[Refused] = []
    for how in ("removed", "copied"):
        for name in places if len(places) > 1 else ():
            try:
                after = placed(without(problem, name) if how == "removed" else copied(problem, name), weights)
            except MCDAError as error:
                refused.append((name, how, error.faults))
                continue
            compared = [other for other in places if how == "copied" or other != name]
            found.append(_effect(name, how, compared, places, after))
    return found, refused


def _effect(cause: str, how: How, compared: list[str], before: Mapping[str, int], after: Mapping[str, int]) -> Effect:
    """The effect of one change on the options compared, from ranks before and after."""
    was, now = (np.array([places[name] for name in compared]) for places in (before, after))
    turned = np.sign(was[:, None] - was) != np.sign(now[:, None] - now)
    pairs = np.argwhere(turned & ((now[:, None] < now) | ((now[:, None] == now) & (was[:, None] > was))))
    turns = [Turn(compared[a], compared[b], bool(now[a] == now[b])) for a, b in pairs]
    turns.sort(key=lambda turn: (after[turn.ahead], after[turn.behind]))
    first_was, first_is = (tuple(np.array(compared)[places == places.min()].tolist()) for places in (was, now))
    return Effect(cause, how, first_was, first_is, tuple(turns))


def _remarks(problem: Problem, weights: Asked, effects: Iterable[Effect]) -> list[Finding]:
    """What changes with the list, and what becomes of the turns where options are measured by declared ranges."""
    found = [caution("weights_follow_the_list")] if weights_read_figures(problem, weights) else []
    turning = sum(bool(effect.turns) for effect in effects)
    method, options = settled(problem)
    fixed = problem.plan.frame == "declared" or method.absolute(options)
    if turning and method.frame is not None and not fixed and any(c.range for c in problem.criteria):
        framed = problem.with_plan(frame="declared")
        left = sum(bool(e.turns) for e in _effects(framed, weights, placed(framed, weights))[0])
        if left < turning:
            found.append(remark("in_declared_ranges", turning=turning, left=left))
    return found


def weights_read_figures(problem: Problem, weights: Asked) -> bool:
    """Whether the weights asked for follow from the figures of the options."""
    if isinstance(weights, Mapping):
        return False
    return reads_table(problem.plan if weights is None else replace(problem.plan, weights=weights))


def without(problem: Problem, name: str) -> Problem:
    """The problem without an option, as if nobody had thought of it."""
    columns = {key: _column_without(column, name) for key, column in problem.columns.items()}
    kept = tuple(a for a in problem.alternatives if a.id != name)
    return replace(problem, alternatives=kept, columns=columns)


def _column_without(column: Column, name: str) -> Column:
    figures = {key: figure for key, figure in column.figures.items() if key != name}
    return replace(column, figures=figures, pairs={pair: x for pair, x in column.pairs.items() if name not in pair})


def copied(problem: Problem, name: str) -> Problem:
    """The problem with a second option whose figures, comparisons and incidence are those of an option."""
    twin = f"{name}_copy"
    while any(a.id == twin for a in problem.alternatives):
        twin += "_"
    label = problem.label(name)
    original = problem.alternative(name)
    alternative = replace(original, id=twin, label=Text(f"{label.en} (copy)", f"{label.zh}（副本）"), baseline=False)
    columns = {key: _column_copied(column, name, twin) for key, column in problem.columns.items()}
    scenarios = {
        key: replace(s, figures={**s.figures, **{(twin, c): x for (a, c), x in s.figures.items() if a == name}})
        for key, s in problem.scenarios.items()
    }
    geography = problem.geography
    if geography is not None and name in geography.incidence:
        geography = replace(geography, incidence={**geography.incidence, twin: geography.incidence[name]})
    return replace(
        problem,
        alternatives=(*problem.alternatives, alternative),
        columns=columns,
        scenarios=scenarios,
        geography=geography,
    )


def _column_copied(column: Column, name: str, twin: str) -> Column:
    figures = {**column.figures, **({twin: column.figures[name]} if name in column.figures else {})}
    pairs = dict(column.pairs)
    if pairs:
        swap = {name: twin}
        pairs |= {(swap.get(a, a), swap.get(b, b)): x for (a, b), x in pairs.items() if name in (a, b)}
        pairs[name, twin] = 1.0
    return replace(column, figures=figures, pairs=pairs)


def headline(problem: Problem, result: Reversal) -> Message:
    """Whether another list of options would give another first place, or another order of the same options."""
    first = tuple(problem.label(name) for name in result.first)
    worst = next((effect for effect in result.turning if effect.first_changes), None)
    if worst is not None:
        named = {"cause": problem.label(worst.cause), "after": tuple(problem.label(name) for name in worst.after)}
        before = tuple(problem.label(name) for name in worst.before)
        return Message(f"screen.list_decides_{worst.how}", {**named, "before": before})
    if result.turning:
        return Message("screen.list_turns", {"first": first})
    return Message("screen.list_matters_not", {"first": first})
