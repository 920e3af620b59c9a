"""If we don't know the weights, or the figures: how often does each option take each place?

SMAA-2: Lahdelma & Salminen (2001), Operations Research 49. Weights are drawn uniformly from all there are, or from all
that what is known of them allows; figures from their ranges with shared causes. Every draw is ranked whole, in the
frame that its own table gives, or in the declared one where a plan asks for that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import MCDAError, UnknownName
from mcda.figures import scenario_of, tabulate
from mcda.figures.draws import drivers, quantile
from mcda.language import Message, Text
from mcda.model import Array, Finding, Need, Problem, Weights, caution, fingerprint, remark
from mcda.model.arrays import set_read_only
from mcda.model.shown import Shown
from mcda.ranking import aligned, planned, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.ranking.workers import Workers
from mcda.sensitivity._blocks import BLOCK, Progress, stream
from mcda.sensitivity._job import Job, Part, collect, first_with
from mcda.sensitivity._known import GIVEN, known_of

if TYPE_CHECKING:
    import pandas as pd

OVER = ("weights", "figures", "both", "levels")
CLEAR = 0.6
"""Below this share of draws nobody is called the winner."""


@dataclass(frozen=True)
class Entry:
    """A driver in the ledger: base, smallest and largest drawn, and the share of draws in which putting it back alone
    changes the first place.
    """

    driver: str
    label: Text
    base: float
    smallest: float
    largest: float
    flips: float


@dataclass(frozen=True)
class Robustness(Shown):
    """How often each option takes each place, over `draws` draws of what is in `over`.

    `acceptability` (m, m) is the share of draws in which option i has rank k; `wins` (m, m) that in which i beats k;
    `first` (m,) shares a first place among equals; `holistic` weighs places by 1 ÷ rank; `central` (m, n) are the mean
    weights with which an option is first (NaN if never), `confidence` (m,) the share of draws of figures in which these
    make it so. Standard errors hold for independent draws. `known` are the statements by person within which weights
    were drawn; those that came with the question are "given".
    """

    problem: str
    scenario: str
    method: str
    over: str
    draws: int
    seed: int
    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    acceptability: Array
    first: Array
    wins: Array
    holistic: Array
    central: Array
    confidence: Array
    ledger: tuple[Entry, ...]
    independent: int
    known: Mapping[str, tuple[str, ...]]
    partial: bool
    findings: tuple[Finding, ...]
    fingerprint: str

    def __post_init__(self) -> None:
        names = ("acceptability", "first", "wins", "holistic", "central", "confidence")
        set_read_only(self, **{name: getattr(self, name) for name in names})

    @property
    def errors(self) -> Array:
        """The standard error of each share in `acceptability`."""
        return np.asarray(np.sqrt(self.acceptability * (1 - self.acceptability) / self.draws))

    @property
    def order(self) -> list[int]:
        """Options by how often they are first."""
        return sorted(range(len(self.first)), key=lambda i: (-self.first[i], i))

    @property
    def winner(self) -> str | None:
        """The option that is first often enough to be called so, else None."""
        best, *rest = self.order
        share = float(self.first[best])
        lead = share - float(self.first[rest[0]]) if rest else share
        error = 2 * float(np.sqrt(share * (1 - share) / self.draws))
        return self.alternatives[best] if share >= CLEAR and lead > error else None

    def to_frame(self) -> "pd.DataFrame":
        """One row per option: share of draws on each rank, of first places, holistic acceptability."""
        import pandas as pd

        index = pd.Index(self.alternatives, name="alternative")
        frame = pd.DataFrame(self.acceptability, index=index, columns=range(1, len(self.first) + 1))
        frame.insert(0, "first", self.first)
        frame["holistic"] = self.holistic
        return frame.iloc[self.order]

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""

        def named(values: Array) -> dict[str, Any]:
            return dict(zip(self.alternatives, values.tolist(), strict=True))

        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "over": self.over,
            "known_of_weights": {who: list(statements) for who, statements in self.known.items()},
            "draws": self.draws,
            "seed": self.seed,
            "partial": self.partial,
            "winner": self.winner,
            "first": named(self.first),
            "acceptability": named(self.acceptability),
            "standard_errors": named(self.errors),
            "wins": named(self.wins),
            "holistic": named(self.holistic),
            "central_weights": {
                name: dict(zip(self.criteria, row.tolist(), strict=True))
                for name, row in zip(self.alternatives, self.central, strict=True)
            },
            "confidence": named(self.confidence),
            "ledger": [
                {
                    "driver": e.driver,
                    "base": e.base,
                    "smallest": e.smallest,
                    "largest": e.largest,
                    "flips_first": e.flips,
                }
                for e in self.ledger
            ],
            "independent_drivers": self.independent,
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


def robustness(
    problem: Problem,
    over: str = "both",
    draws: int = 100_000,
    seed: int = 1,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
    workers: Workers = 1,
    progress: Progress | None = None,
    constraints: Sequence[str] = (),
) -> Robustness:
    """Rank acceptabilities over draws of the weights (uniform), of the figures (their ranges, with the plan's weights),
    of both, or of the values that ordinal levels count for.

    `constraints` are statements about weights, such as `cost >= emissions` or `0.2 <= cost <= 0.4`; without them a
    plan whose weights are `constrained` brings its own. Weights are drawn uniformly from all that these allow.
    `workers` are so many processes, or the address of a Dask cluster: the same seed gives the same counts whoever
    computes. `progress(done, all)` is called after each block; an interruption leaves what was done so far, marked
    `partial`. Raises UnknownName for another `over`, MCDAError where nothing is uncertain, and JudgementError for
    statements that contradict each other.

    >>> import mcda
    >>> found = mcda.robustness(mcda.load("hebei-steel"), over="figures", draws=5_000)
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
    chosen, opts = settled(problem)
    cautions = fit(problem, chosen, opts, table)
    moving = drivers(problem, state) if over in ("figures", "both") else ()
    if over == "figures" and not moving:
        raise MCDAError.of("nothing_uncertain")
    if constraints and over in ("figures", "levels"):
        raise MCDAError.of("known_idle", over=over)
    if over == "levels" and not any(c.scale.kind is Need.ORDER for c in table.criteria):
        raise MCDAError.of("no_levels")
    keep = [tabulated.table.alternatives.index(name) for name in table.alternatives]
    asked = weights if weights is None or isinstance(weights, str) else "given"
    known = known_of(problem, table, constraints, asked) if over in ("weights", "both") else None
    job = Job(problem, aligned(weighed, table), table, moving, keep, over, seed, known)
    parts, partial = collect(job, draws, workers, progress)
    return _result(problem, job, weighed, parts, partial, cautions)


def _result(
    problem: Problem, job: Job, weighed: Weights, total: Part, partial: bool, cautions: tuple[Finding, ...]
) -> Robustness:
    tally, m = total.tally, len(job.keep)
    share = tally.ranks / tally.draws
    with np.errstate(invalid="ignore"):
        central = total.central / total.when[:, None]
    found = [*cautions, *_about(problem, job, weighed)]
    idle = tuple(d.label for d, (_, reaches) in zip(job.drivers, total.put_back, strict=True) if not reaches)
    if idle:
        found.append(remark("idle", drivers=idle))
    if len(job.drivers) - len(idle) > 1:
        found.append(remark("independent", count=len(job.drivers) - len(idle)))
    if job.known is not None and not job.known.exact:
        found.append(caution("known_walk"))
    if partial:
        found.insert(0, caution("partial", draws=tally.draws))
    return Robustness(
        problem=problem.id,
        scenario=problem.plan.scenario,
        method=problem.plan.method,
        over=job.over,
        draws=tally.draws,
        seed=job.seed,
        alternatives=job.table.alternatives,
        criteria=job.table.names,
        acceptability=share,
        first=tally.first / tally.draws,
        wins=tally.wins / tally.draws,
        holistic=share @ (1 / np.arange(1, m + 1)),
        central=central,
        confidence=_confidence(problem, job, central),
        ledger=_ledger(job, total),
        independent=sum(reaches for _, reaches in total.put_back),
        known={} if job.known is None else job.known.statements,
        partial=partial,
        findings=tuple(found),
        fingerprint=fingerprint(problem),
    )


def _about(problem: Problem, job: Job, weighed: Weights) -> Iterator[Finding]:
    """What weights and figures rest on; whose the weights are doesn't matter where they are drawn whoever's."""
    regardless = job.over in ("weights", "both") and (job.known is None or GIVEN in job.known.statements)
    for finding in authorship(problem, weighed, job.table, standings(problem, job.table, job.weights)):
        if not regardless or finding.message.code != "finding.weights_illustration":
            yield finding


def _ledger(job: Job, total: Part) -> tuple[Entry, ...]:
    """The drivers that reach a score, those that decide most often first."""
    entries = []
    for driver, reach, (flips, reaches) in zip(job.drivers, total.reach.T, total.put_back, strict=True):
        figure, whole = driver.members[0].figure, driver.members[0].whole
        if reaches:
            smallest, largest = quantile(figure, reach, whole).tolist()
            entries.append(Entry(driver.id, driver.label, figure.mode, smallest, largest, flips))
    return tuple(sorted(entries, key=lambda entry: -entry.flips))


def _confidence(problem: Problem, job: Job, central: Array) -> Array:
    """The share of draws of figures in which an option is first with its central weights (Lahdelma & Salminen 2001)."""
    m = len(job.keep)
    if job.over not in ("weights", "both"):
        return np.full(m, np.nan)
    size = BLOCK if job.drivers else 1
    u = stream(job.seed, -1 % (1 << 31)).random((len(job.drivers), size))
    values = job.tables(u) if job.drivers else job.table.values[None]
    found, seen = np.full(m, np.nan), np.flatnonzero(~np.isnan(central[:, 0]))
    found[seen] = first_with(problem, job.table, values, seen, central[seen])
    return found


def headline(problem: Problem, result: Robustness) -> Message:
    """The careful answer: a winner only where the first place holds in most draws, else those that share it."""
    best = result.order[0]
    share = f"{100 * result.first[best]:.0f} %"
    error = f"{100 * float(np.sqrt(result.first[best] * (1 - result.first[best]) / result.draws)):.1f}"
    if result.winner is not None:
        values = {"first": problem.label(result.winner), "share": share, "error": error, "draws": f"{result.draws:,}"}
        return Message("screen.robust_first", values)
    near = [i for i in result.order[:4] if i in result.order[:2] or result.first[i] >= 0.5 * result.first[best]]
    named = tuple(
        Message(
            "screen.first_with",
            {"name": problem.label(result.alternatives[i]), "share": f"{100 * result.first[i]:.0f} %"},
        )
        for i in near
    )
    return Message("screen.robust_none", {"names": named, "draws": f"{result.draws:,}"})
