"""Which doubtful figure matters most: what moves the lead, what would change the choice, what is it worth to learn?

The lead is the score of today's first option less that of its best rival, in one frame for all draws. Its variance is
shared out by Sobol's indices. Learning a driver changes the choice if the option that is then best on average, over
all that is still unknown, is another one; the expected gain is the value of perfect information (Howard 1966, IEEE
Transactions on Systems Science and Cybernetics 2), given where scores are values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import Fault, MCDAError, UnknownName, unknown
from mcda.figures import scenario_of, tabulate
from mcda.figures.draws import Driver, drivers
from mcda.language import Message, Text
from mcda.model import Array, Finding, Problem, Scenario, caution, fingerprint, remark
from mcda.model.shown import Shown
from mcda.ranking import aligned, planned, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._blocks import Progress
from mcda.sensitivity._lead import LEARNT, Ground, Round, ground_of, play, rate_of
from mcda.sensitivity._sobol import REPLICATES, Indices, pooled, power_of_two

if TYPE_CHECKING:
    import pandas as pd

OVER = ("figures", "both")
NAMED = 6
"""How many drivers a remark names before it stops with …"""


@dataclass(frozen=True)
class Learning:
    """What learning something does: the chance that the choice changes, and the expected gain in score, with standard
    errors. The gain is None where scores are no values; `money` is the gain at the implied exchange rate.
    """

    changes: float
    changes_error: float
    worth: float | None
    worth_error: float | None
    money: float | None


@dataclass(frozen=True)
class Effect:
    """One driver: its base (None for the weights), its shares of the variance of the lead, alone (`first`) and with all
    that it does together with others (`total`), and what learning it does.
    """

    driver: str
    label: Text
    base: float | None
    first: float
    first_error: float
    total: float
    total_error: float
    learning: Learning


@dataclass(frozen=True)
class Influence(Shown):
    """What each driver does to the lead of `winner`, the largest total share first.

    `lead` is what it is at the modes, `mean` and `spread` (standard deviation) what it is over the draws; `choice` is
    the option that is best on average over all draws; `everything` what learning all drivers at once does. `draws` are
    the points that the indices rest on, before a driver is picked anew; `learnt` how many values of each driver were
    learnt.
    """

    problem: str
    scenario: str
    method: str
    over: str
    winner: str
    choice: str
    lead: float
    mean: float
    spread: float
    effects: tuple[Effect, ...]
    everything: Learning
    unit: str
    draws: int
    learnt: int
    seed: int
    partial: bool
    findings: tuple[Finding, ...]
    fingerprint: str

    def to_frame(self) -> "pd.DataFrame":
        """One row per driver."""
        import pandas as pd

        return pd.DataFrame([_plain(effect) for effect in self.effects]).set_index("driver")

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "over": self.over,
            "first": self.winner,
            "choice": self.choice,
            "lead": {"at_the_modes": self.lead, "mean": self.mean, "standard_deviation": self.spread},
            "drivers": [_plain(effect) for effect in self.effects],
            "everything": _plain_learning(self.everything),
            "money_unit": self.unit,
            "draws": self.draws,
            "values_learnt": self.learnt,
            "seed": self.seed,
            "partial": self.partial,
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


def _plain(effect: Effect) -> dict[str, Any]:
    return {
        "driver": effect.driver,
        "base": effect.base,
        "first_order": effect.first,
        "first_order_error": effect.first_error,
        "total": effect.total,
        "total_error": effect.total_error,
        **_plain_learning(effect.learning),
    }


def _plain_learning(learning: Learning) -> dict[str, Any]:
    return {
        "changes_choice": learning.changes,
        "changes_choice_error": learning.changes_error,
        "worth": learning.worth,
        "worth_error": learning.worth_error,
        "worth_in_money": learning.money,
    }


def influence(
    problem: Problem,
    over: str = "figures",
    only: Sequence[str] = (),
    draws: int = 4096,
    seed: int = 1,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
    progress: Progress | None = None,
) -> Influence:
    """What each driver does to the lead of the first option and to the choice: the doubtful figures with their shared
    causes, and with `over="both"` all weights as one driver more. `only` names the drivers to look at; others stay at
    their modes.

    Drivers that reach no ranked option are left out with a remark. `progress(done, all)` is called after each
    replicate; an interruption leaves what was done so far, marked `partial`. Raises MCDAError where nothing is
    uncertain, for a driver asked for that doesn't move or reaches no score, and for a single option.

    >>> import mcda
    >>> found = mcda.influence(mcda.load("hebei-steel"), draws=1024)
    >>> found.winner
    'smelting_reduction_ccus'
    """
    if over not in OVER:
        raise UnknownName.among("over", over, OVER)
    problem = planned(problem, method, options, scenario)
    weighed = weights_of_problem(problem, weights)
    state = scenario_of(problem, problem.plan.scenario)
    tabulated = tabulate(problem, state)
    table = tabulated.ranked()
    cautions = fit(problem, *settled(problem), table)
    if len(table.alternatives) < 2:
        raise MCDAError.of("no_rival")
    keep = [tabulated.table.alternatives.index(name) for name in table.alternatives]
    w = aligned(weighed, table)
    moving = over == "both" and len(table.criteria) > 1
    ground, idle = ground_of(problem, table, w, _asked(problem, state, only), moving, keep, seed)
    if only and idle:
        raise MCDAError(*(Fault("driver_idle", {"name": driver.id}) for driver in idle))
    rounds, size, partial = _collected(ground, draws, seed, progress)
    said = [*cautions, *authorship(problem, weighed, table, standings(problem, table, w))]
    if partial:
        said.insert(0, caution("partial", draws=size * len(rounds)))
    if idle:
        said.append(remark("idle", drivers=_some(tuple(driver.label for driver in idle))))
    return _result(ground, over, rounds, size, seed, partial, said)


def _asked(problem: Problem, state: Scenario, only: Sequence[str]) -> tuple[Driver, ...]:
    """The drivers named, or all; a member of a driver stands for it. Raises MCDAError for those that can't move."""
    found = drivers(problem, state)
    if not only:
        return found
    by = {f"{m.name}/{m.alternative}" if m.alternative else m.name: d for d in found for m in d.members}
    by |= {driver.id: driver for driver in found}
    labels = {driver.id: driver.label for driver in found}
    faults = [_fault(problem, state, name, labels) for name in only if name not in by]
    if faults:
        raise MCDAError(*faults)
    wanted = {by[name].id for name in only}
    return tuple(driver for driver in found if driver.id in wanted)


def _fault(problem: Problem, state: Scenario, name: str, known: Mapping[str, Text]) -> Fault:
    """Why a name is no driver: it has no range here, or reaches no criterion, or there is nothing of that name."""
    column, _, option = name.partition("/")
    if name in problem.parameters:
        figure, given = problem.parameters[name].figure, name in state.set
    elif column in problem.columns and option in problem.columns[column].figures:
        figure, given = problem.columns[column].figures[option], (option, column) in state.figures
    else:
        return unknown("driver", name, known)
    ranged = any(end not in (None, figure.mode) for end in (figure.low, figure.high))
    return Fault("driver_idle" if ranged and not given else "driver_still", {"name": name})


def _collected(ground: Ground, draws: int, seed: int, progress: Progress | None) -> tuple[list[Round], int, bool]:
    """The replicates, their size, and whether they were interrupted; fewer than two tell nothing. Raises MCDAError
    where nothing moves.
    """
    if not ground.groups:
        raise MCDAError.of("nothing_uncertain")
    size = max(LEARNT, power_of_two(draws / REPLICATES))
    rounds: list[Round] = []
    try:
        for k in range(REPLICATES):
            rounds.append(play(ground, size, seed, k))
            if progress is not None:
                progress(k + 1, REPLICATES)
    except KeyboardInterrupt:
        if len(rounds) < 2:
            raise
        return rounds, size, True
    return rounds, size, False


def _result(
    ground: Ground, over: str, rounds: list[Round], size: int, seed: int, partial: bool, said: list[Finding]
) -> Influence:
    problem, names = ground.problem, ground.table.alternatives
    found = pooled([r.part for r in rounds])
    rate, unit = rate_of(ground)
    choice = names[int(np.argmax(np.mean([r.payoff for r in rounds], axis=0)))]
    lead = ground.lead_now()
    return Influence(
        problem=problem.id,
        scenario=problem.plan.scenario,
        method=problem.plan.method,
        over=over,
        winner=names[ground.winner],
        choice=choice,
        lead=lead,
        mean=found.mean,
        spread=float(np.sqrt(found.variance)),
        effects=_effects(ground, found, rounds, rate),
        everything=_learning(ground, np.array([r.everything for r in rounds]), rate),
        unit=unit,
        draws=size * len(rounds),
        learnt=LEARNT * len(rounds),
        seed=seed,
        partial=partial,
        findings=(*said, *_findings(ground, found, choice, lead)),
        fingerprint=fingerprint(problem),
    )


def _effects(ground: Ground, found: Indices, rounds: list[Round], rate: float | None) -> tuple[Effect, ...]:
    rows: list[tuple[str, Text, float | None]] = [(d.id, d.label, d.members[0].figure.mode) for d in ground.drivers]
    if ground.moving:
        rows.append(("weights", Text("all weights", "全部权重"), None))
    learnt = np.array([[r.changes, r.gains] for r in rounds])
    effects = [
        Effect(
            *row,
            float(found.first[k]),
            float(found.first_errors[k]),
            float(found.total[k]),
            float(found.total_errors[k]),
            _learning(ground, learnt[:, :, k], rate),
        )
        for k, row in enumerate(rows)
    ]
    return tuple(sorted(effects, key=lambda effect: -effect.total))


def _learning(ground: Ground, pairs: Array, rate: float | None) -> Learning:
    """From the changes and gains of each replicate (replicates, 2)."""
    mean, error = pairs.mean(axis=0), pairs.std(axis=0, ddof=1) / np.sqrt(len(pairs))
    worth, spread = (float(mean[1]), float(error[1])) if ground.valued else (None, None)
    money = worth * rate if worth is not None and rate is not None else None
    return Learning(float(mean[0]), float(error[0]), worth, spread, money)


def _findings(ground: Ground, found: Indices, choice: str, lead: float) -> list[Finding]:
    problem = ground.problem
    winner = ground.table.alternatives[ground.winner]
    said = []
    if lead < 0:
        said.append(caution("lead_other_frame", winner=problem.label(winner)))
    if choice != winner:
        code = "choice_by_value" if ground.valued else "choice_by_firsts"
        said.append(caution(code, winner=problem.label(winner), choice=problem.label(choice)))
    if ground.frame is None:
        said.append(remark("lead_own_frames"))
    beside = tuple(d.label for d, share in zip(ground.drivers, found.total, strict=False) if share == 0)
    if beside and found.variance:
        said.append(remark("beside_lead", count=len(beside), drivers=_some(beside)))
    if len(ground.drivers) > 1:
        said.append(remark("independent", count=len(ground.drivers)))
    return said


def _some(names: tuple[Text, ...]) -> tuple[Text | str, ...]:
    return names if len(names) <= NAMED else (*names[:NAMED], "…")


def headline(problem: Problem, result: Influence) -> Message:
    """Where most of the doubt about the lead comes from, and whether learning one driver would change the choice."""
    winner, top = problem.label(result.winner), result.effects[0]
    if result.spread == 0:
        return Message("screen.lead_still", {"winner": winner})
    code = "screen.lead_moved" if top.total > 0.5 else "screen.lead_shared"
    said = Message(code, {"driver": top.label, "winner": winner, "total": f"{100 * top.total:.0f} %"})
    best = max(result.effects, key=lambda effect: effect.learning.changes)
    if best.learning.changes == 0:
        then = Message("screen.choice_kept", {"count": result.learnt})
    else:
        chance = {"driver": best.label, "share": f"{100 * best.learning.changes:.0f} %"}
        then = Message("screen.choice_same" if best is top else "screen.choice_other", chance)
    return Message("screen.two", {"first": said, "then": then})
