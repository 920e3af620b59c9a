"""Which options can be left out: those that another beats everywhere, and those that no weights bring first.

An option is dominated if another is at least as good under every criterion and better under one. It is potentially
optimal if some weights bring it first: Hazen (1986), Operations Research 34; Athanassopoulos & Podinovski (1997),
Journal of the Operational Research Society 48. *Never* is said only where it is proved.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from mcda.figures import scenario_of, tabulate
from mcda.figures.draws import Driver, drawn, drivers, put_back, tables
from mcda.language import Message
from mcda.model import Array, Finding, Problem, Table, caution, fingerprint, remark
from mcda.model.arrays import set_read_only
from mcda.model.shown import Shown
from mcda.ranking import aligned, frame_of, planned, ranks, score, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._blocks import Progress, each, simplex, stream
from mcda.sensitivity._job import score_draws
from mcda.sensitivity._potential import potential

if TYPE_CHECKING:
    import pandas as pd

PROBE = 256
"""Draws that tell which drivers reach an option that is ranked."""

Verdict = Literal["alone", "shared", "never", "unseen"]


@dataclass(frozen=True)
class Prospect:
    """Whether weights can bring an option first: alone, sharing the place, never (proved), or unseen in the draws.

    `weights` (n,) bring it there, re-ranked with all options; `beaten_by` are the parts of the rivals that together
    beat it on every criterion, where that is the proof; `draws` is the share of drawn weights with which it is first.
    """

    alternative: str
    verdict: Verdict
    weights: Array | None
    beaten_by: tuple[tuple[str, float], ...]
    draws: float


@dataclass(frozen=True)
class Dominance(Shown):
    """`now` (m, m) is 1 where option k (column) dominates option i (row) at the modes, `share` (m, m) the share of
    draws of the figures in which it does, NaN where nothing is uncertain. `prospects` has one entry per option.
    """

    problem: str
    scenario: str
    method: str
    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    now: Array
    share: Array
    prospects: tuple[Prospect, ...]
    draws: int
    seed: int
    partial: bool
    findings: tuple[Finding, ...]
    fingerprint: str

    def __post_init__(self) -> None:
        set_read_only(self, now=self.now, share=self.share)

    def dominators(self, i: int) -> tuple[str, ...]:
        """The options that dominate option i at the modes."""
        return tuple(self.alternatives[k] for k in np.flatnonzero(self.now[i]))

    def always(self, i: int) -> tuple[str, ...]:
        """The options that dominate option i in every draw."""
        return tuple(self.alternatives[k] for k in np.flatnonzero(self.share[i] == 1))

    def of(self, verdict: Verdict) -> tuple[str, ...]:
        """The options with a verdict."""
        return tuple(p.alternative for p in self.prospects if p.verdict == verdict)

    def to_frame(self) -> "pd.DataFrame":
        """One row per option: verdict, share of drawn weights, who dominates it, and weights that bring it first."""
        import pandas as pd

        rows = [
            {
                "can_be_first": p.verdict,
                "share_of_weights": p.draws,
                "dominated_by": ", ".join(self.dominators(i)),
                "dominated_in_every_draw_by": ", ".join(self.always(i)),
                **dict(zip(self.criteria, p.weights if p.weights is not None else self._none, strict=True)),
            }
            for i, p in enumerate(self.prospects)
        ]
        return pd.DataFrame(rows, index=pd.Index(self.alternatives, name="alternative"))

    @property
    def _none(self) -> Array:
        return np.full(len(self.criteria), np.nan)

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""
        rows = [
            {
                "alternative": p.alternative,
                "can_be_first": p.verdict,
                "share_of_weights": p.draws,
                "weights": None if p.weights is None else dict(zip(self.criteria, p.weights.tolist(), strict=True)),
                "beaten_by": dict(p.beaten_by),
                "dominated_by": list(self.dominators(i)),
                "dominated_in_draws_by": {
                    self.alternatives[k]: float(self.share[i, k]) for k in np.flatnonzero(self.share[i] > 0)
                },
            }
            for i, p in enumerate(self.prospects)
        ]
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "options": rows,
            "draws": self.draws,
            "seed": self.seed,
            "partial": self.partial,
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


@dataclass
class _Counts:
    """What was seen in some draws: who dominates whom (m, m), first places (m,), and weights (m, n) that led there."""

    draws: int
    beaten: Array
    first: Array
    weights: Array

    def add(self, other: "_Counts") -> None:
        unknown = np.isnan(self.weights[:, 0])
        self.weights[unknown] = other.weights[unknown]
        self.draws += other.draws
        self.beaten += other.beaten
        self.first += other.first


@dataclass(frozen=True)
class _Job:
    """One block of draws: of the figures for dominance, of all weights for first places at the modes."""

    problem: Problem
    table: Table
    drivers: tuple[Driver, ...]
    keep: list[int]
    seed: int

    def __call__(self, block: int, size: int) -> _Counts:
        rng = stream(self.seed, block)
        w = simplex(rng, len(self.table.criteria), size)
        scores = score_draws(self.problem, self.table, None, w, np.empty(0))
        first = scores == scores.max(axis=0)
        seen = w[:, first.argmax(axis=1)]
        count = np.array([np.count_nonzero(row) for row in first], dtype=float)
        weights = np.where(count > 0, seen / seen.sum(axis=0), np.nan).T
        return _Counts(size, self._beaten(rng, size), count, weights)

    def _beaten(self, rng: np.random.Generator, size: int) -> Array:
        if not self.drivers:
            return np.zeros((len(self.keep), len(self.keep)))
        scenario = scenario_of(self.problem, self.problem.plan.scenario)
        given = drawn(self.problem, scenario, self.drivers, rng.random((len(self.drivers), size)))
        values = tables(self.problem, scenario, given, self.keep, size)
        merit = np.where(self.table.gain, values, -values)
        return np.stack([beaters(merit, i).sum(axis=0) for i in range(len(self.keep))]).astype(float)


def beaters(merit: Array, i: int) -> NDArray[np.bool_]:
    """Whether option k is at least as good as option i everywhere and better somewhere (…, k), of merits (…, m, n) of
    which more is better.
    """
    mine = merit[..., i : i + 1, :]
    return np.asarray((merit >= mine).all(axis=-1) & (merit > mine).any(axis=-1))


def dominance(
    problem: Problem,
    draws: int = 100_000,
    seed: int = 1,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    scenario: str | None = None,
    progress: Progress | None = None,
) -> Dominance:
    """Which options others dominate, at the modes and in draws of the figures, and which can be first for any weights
    at all, at the modes.

    For methods whose scores are linear in the weights a linear programme decides, for TOPSIS a search that proves what
    it says; for the rest, draws of the weights. `progress(done, all)` is called after each block; an interruption
    leaves what was done so far, marked `partial`. Raises MCDAError where the figures or the names can't serve.

    >>> import mcda
    >>> found = mcda.dominance(mcda.load("hebei-steel"), draws=1000, method="weighted_sum")
    >>> found.dominators(found.alternatives.index("dri_melt_bof_h2"))
    ('smelting_reduction_ccus',)
    """
    problem = planned(problem, method, options, scenario)
    state = scenario_of(problem, problem.plan.scenario)
    tabulated = tabulate(problem, state)
    table = tabulated.ranked()
    cautions = fit(problem, *settled(problem), table)
    keep = [tabulated.table.alternatives.index(name) for name in table.alternatives]
    job = _Job(problem, table, drivers(problem, state), keep, seed)
    counts, partial = _collected(job, draws, progress)
    merit = np.where(table.gain, table.values, -table.values)
    interrupted = [caution("partial", draws=counts.draws)] if partial else []
    return Dominance(
        problem=problem.id,
        scenario=problem.plan.scenario,
        method=problem.plan.method,
        alternatives=table.alternatives,
        criteria=table.names,
        now=np.stack([beaters(merit, i) for i in range(len(keep))]).astype(float),
        share=counts.beaten / counts.draws if job.drivers else np.full((len(keep), len(keep)), np.nan),
        prospects=tuple(_prospect(problem, table, counts, i) for i in range(len(keep))),
        draws=counts.draws,
        seed=seed,
        partial=partial,
        findings=(*interrupted, *cautions, *_about(problem, job)),
        fingerprint=fingerprint(problem),
    )


def _about(problem: Problem, job: _Job) -> Iterator[Finding]:
    """What the figures rest on; whose the weights are doesn't matter where all weights are looked at."""
    weighed = weights_of_problem(problem)
    about = authorship(problem, weighed, job.table, standings(problem, job.table, aligned(weighed, job.table)))
    yield from (finding for finding in about if finding.message.code != "finding.weights_illustration")
    idle = _idle(job)
    if idle:
        yield remark("idle", drivers=tuple(driver.label for driver in idle))
    if len(job.drivers) - len(idle) > 1:
        yield remark("independent", count=len(job.drivers) - len(idle))


def _idle(job: _Job) -> tuple[Driver, ...]:
    """The drivers that reach no option that is ranked: putting one back changes no figure."""
    if not job.drivers:
        return ()
    scenario = scenario_of(job.problem, job.problem.plan.scenario)
    u = stream(job.seed, 0).random((len(job.drivers), PROBE))
    given = drawn(job.problem, scenario, job.drivers, u)
    figures = tables(job.problem, scenario, given, job.keep, PROBE)
    return tuple(
        driver
        for driver in job.drivers
        if np.array_equal(tables(job.problem, scenario, put_back(job.problem, given, driver), job.keep, PROBE), figures)
    )


def _collected(job: _Job, draws: int, progress: Progress | None) -> tuple[_Counts, bool]:
    total: _Counts | None = None
    try:
        for counts in each(job, draws, 1, progress):
            if total is None:
                total = counts
            else:
                total.add(counts)
    except KeyboardInterrupt:
        if total is None:
            raise
        return total, True
    assert total is not None
    return total, False


def _prospect(problem: Problem, table: Table, counts: _Counts, i: int) -> Prospect:
    """What can be said of one option: weights that were drawn and bring it first alone, else a proof, else neither."""
    method, options = settled(problem)
    name, share = table.alternatives[i], float(counts.first[i] / counts.draws)

    def places(w: Array) -> Array:
        return ranks(score(method, options, table, w[None], frame_of(problem, method, options, table)))

    def stands(w: Array) -> Prospect:
        return Prospect(name, "alone" if np.count_nonzero(places(w) == 1) == 1 else "shared", w, (), share)

    seen = None if np.isnan(counts.weights[i, 0]) or places(counts.weights[i])[i] > 1 else stands(counts.weights[i])
    if method.form is None or (seen is not None and seen.verdict == "alone"):
        return seen or Prospect(name, "unseen", None, (), share)
    form = method.form(table.values, table.gain, frame_of(problem, method, options, table), options)
    answer = potential(form, i, lambda w: bool(places(w)[i] == 1))
    if answer.weights is not None:
        return stands(answer.weights)
    if seen is not None:
        return seen
    parts = answer.mixture if answer.mixture is not None else np.zeros(len(table.alternatives))
    beaten = tuple((table.alternatives[k], float(parts[k])) for k in np.argsort(-parts, kind="stable") if parts[k] > 0)
    return Prospect(name, "never" if answer.never else "unseen", None, beaten, share)


def headline(problem: Problem, result: Dominance) -> Message:
    """Which options no weights bring first; which were not seen there; or that each can be first."""
    never, unseen = (tuple(problem.label(n) for n in names) for names in (result.of("never"), result.of("unseen")))
    limit = f"{300 / result.draws:.2g} %"
    parts = []
    if never:
        code = "screen.never_one" if len(never) == 1 else "screen.never_first"
        parts.append(Message(code, {"count": len(never), "all": len(result.alternatives), "names": never}))
    if unseen:
        parts.append(Message("screen.unseen", {"names": unseen, "draws": f"{result.draws:,}", "limit": limit}))
    if not parts:
        return Message("screen.all_potential", {"all": len(result.alternatives)})
    return parts[0] if len(parts) == 1 else Message("screen.two", {"first": parts[0], "then": parts[1]})
