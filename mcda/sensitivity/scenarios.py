"""Does the answer hold in every scenario, region or year? Ranks, scores and regret side by side, in one frame.

One frame first: best and worst are the declared ranges, else the union of all scenarios; the size is the scaling's
over all tables, stacked. Only then does a score mean the same everywhere, and may one be taken from another.

No scenario is held to be likelier than another. An option's regret is what it lacks, in a scenario, of the best score
there (Savage 1951, Journal of the American Statistical Association 46); the worst case is its lowest score (Wald 1950,
Statistical Decision Functions).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import TableError
from mcda.figures import Tabulated, tabulate
from mcda.model import Array, Criterion, Finding, Frame, Problem, Scenario, Weights, caution, fingerprint, remark
from mcda.model.arrays import set_read_only
from mcda.model.shown import Shown
from mcda.ranking import TIE, aligned, in_declared, planned, ranks, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._values import refuse_outside, usable

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Extreme:
    """The worst that an option meets with, and the scenarios where it does."""

    value: float
    scenarios: tuple[str, ...]


@dataclass(frozen=True)
class Worst:
    """An option over all scenarios: in how many it is ranked; of those its last place, its lowest score and its largest
    regret, None where it is ranked nowhere, or where scores share no frame.
    """

    alternative: str
    ranked: int
    place: Extreme | None
    score: Extreme | None
    regret: Extreme | None

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""
        ends = {"place": self.place, "score": self.score, "regret": self.regret}
        plain = {name: end and {"value": end.value, "scenarios": list(end.scenarios)} for name, end in ends.items()}
        return {"alternative": self.alternative, "ranked_in": self.ranked, **plain}


@dataclass(frozen=True)
class Scenarios(Shown):
    """Scores, ranks and regret (scenarios, alternatives), NaN where an option is set apart in that scenario.

    `framed` is true where scores share one frame and may be compared across scenarios, and only then is there a regret;
    `reordered` marks the scenarios whose order differs from that of their own frame; `worst` says how each option fares
    over all scenarios. Scenarios with a year stand in the order of years, after those without.
    """

    problem: str
    method: str
    scenarios: tuple[str, ...]
    alternatives: tuple[str, ...]
    scores: Array
    ranks: Array
    regret: Array
    framed: bool
    reordered: tuple[str, ...]
    worst: tuple[Worst, ...]
    weights: Weights
    findings: tuple[Finding, ...]
    fingerprint: str

    def __post_init__(self) -> None:
        set_read_only(self, scores=self.scores, ranks=self.ranks, regret=self.regret)

    @property
    def everywhere(self) -> tuple[Worst, ...]:
        """The options that are set apart nowhere: only these can be the safe choice."""
        return tuple(worst for worst in self.worst if worst.ranked == len(self.scenarios))

    @property
    def minimax_regret(self) -> tuple[str, ...]:
        """The options whose largest regret is the smallest; none where scores share no frame. Savage (1951)."""
        return self._safest({w.alternative: w.regret.value for w in self.everywhere if w.regret})

    @property
    def maximin(self) -> tuple[str, ...]:
        """The options whose lowest score is the highest; none where scores share no frame. Wald (1950)."""
        return self._safest({w.alternative: -w.score.value for w in self.everywhere if w.score})

    @property
    def highest_at_worst(self) -> tuple[str, ...]:
        """The options whose last place is the highest: all that can be said where scores share no frame."""
        return self._safest({w.alternative: w.place.value for w in self.everywhere if w.place})

    def _safest(self, losses: Mapping[str, float]) -> tuple[str, ...]:
        least = min(losses.values(), default=0.0)
        return tuple(name for name, loss in losses.items() if loss <= least + _tie(self.scores))

    def to_frame(self) -> "pd.DataFrame":
        """One row per alternative; a rank, a score and a regret per scenario and at worst, and in how many scenarios it
        is ranked. No regret, and no score at worst, where scores share no frame.
        """
        import pandas as pd

        columns: dict[tuple[str, str], Array] = {}
        for name, values in (("rank", self.ranks), ("score", self.scores), ("regret", self.regret)):
            if name == "regret" and not self.framed:
                continue
            columns |= {(name, scenario): row for scenario, row in zip(self.scenarios, values, strict=True)}
            ends = [getattr(worst, "place" if name == "rank" else name) for worst in self.worst]
            if name == "rank" or self.framed:
                columns[name, "at worst"] = np.array([end.value if end else np.nan for end in ends])
        columns["ranked", "in"] = np.array([worst.ranked for worst in self.worst])
        frame = pd.DataFrame(columns, index=pd.Index(self.alternatives, name="alternative"))
        return frame.rename_axis(columns=["", "scenario"])

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; an option set apart has null."""

        def plain(row: Array) -> dict[str, float | None]:
            pairs = zip(self.alternatives, row, strict=True)
            return {name: None if np.isnan(value) else float(value) for name, value in pairs}

        rows = zip(self.scenarios, self.ranks, self.scores, self.regret, strict=True)
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "method": self.method,
            "one_frame": self.framed,
            "order_differs_from_own_frame": list(self.reordered),
            "minimax_regret": list(self.minimax_regret),
            "maximin": list(self.maximin),
            "highest_at_worst": list(self.highest_at_worst),
            "scenarios": [
                {"scenario": s, "ranks": plain(k), "scores": plain(x), "regret": plain(r) if self.framed else None}
                for s, k, x, r in rows
            ],
            "worst": [worst.to_dict() for worst in self.worst],
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


def scenarios(
    problem: Problem,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
) -> Scenarios:
    """Rank the alternatives in every scenario of a problem, with the same weights and in one frame; say what each lacks
    of the best at worst, and which choice is safe.

    Raises TableError for a figure outside its declared range.

    >>> import mcda
    >>> found = mcda.scenarios(mcda.load("hebei-steel"))
    >>> found.minimax_regret == found.maximin == ("smelting_reduction_ccus",)
    True
    """
    problem = planned(problem, method, options)
    problem = replace(problem, scenarios=by_year(problem.scenarios))
    weighed = weights_of_problem(problem, weights)
    tabulated = [tabulate(problem, scenario) for scenario in problem.scenarios.values()]
    scores, about, framed = _scores(problem, tabulated, weighed)
    own = _own_ranks(problem, tabulated, weighed)
    places = _ranked(scores)
    regret = regrets(scores) if framed else np.full(scores.shape, np.nan)
    reordered = [
        name
        for name, a, b in zip(problem.scenarios, places, own, strict=True)
        if not np.array_equal(a, b, equal_nan=True)
    ]
    labels = tuple(problem.scenarios[name].label for name in reordered)
    everywhere = len(reordered) == len(problem.scenarios)
    said = caution("reordered_all") if everywhere else caution("reordered", scenarios=labels)
    findings = [*([said] if reordered else []), *about]
    base = tabulated[list(problem.scenarios).index(problem.plan.scenario)].ranked()
    findings += authorship(problem, weighed, base, standings(problem, base, aligned(weighed, base)))
    return Scenarios(
        problem.id,
        problem.plan.method,
        tuple(problem.scenarios),
        tuple(a.id for a in problem.alternatives),
        scores,
        places,
        regret,
        framed,
        tuple(reordered),
        tuple(_worst(problem, scores, places, regret)),
        weighed,
        tuple(findings),
        fingerprint(problem),
    )


def by_year(scenarios: Mapping[str, Scenario]) -> dict[str, Scenario]:
    """Scenarios without a year as they stand, then those with one, the earliest first."""
    order = sorted(scenarios, key=lambda name: (scenarios[name].year is not None, scenarios[name].year or 0))
    return {name: scenarios[name] for name in order}


def regrets(scores: Array) -> Array:
    """What each option lacks of the best score (…, m); those without a score (NaN) have no regret either."""
    best = np.max(scores, axis=-1, keepdims=True, where=~np.isnan(scores), initial=-np.inf)
    lacking: Array = best - scores
    return lacking


def _worst(problem: Problem, scores: Array, places: Array, regret: Array) -> Iterator[Worst]:
    """How each option fares over all scenarios. A regret that isn't known says that scores share no frame."""
    names, tie, framed = tuple(problem.scenarios), _tie(scores), not np.isnan(regret).all()
    for i, alternative in enumerate(problem.alternatives):
        yield Worst(
            alternative.id,
            int(np.sum(~np.isnan(places[:, i]))),
            _largest(names, places[:, i], 0.0),
            _lowest(names, scores[:, i], tie) if framed else None,
            _largest(names, regret[:, i], tie),
        )


def _largest(names: tuple[str, ...], values: Array, tie: float) -> Extreme | None:
    """The largest of the values that are known, and where it is reached."""
    known = ~np.isnan(values)
    if not known.any():
        return None
    largest = float(np.max(values[known]))
    return Extreme(largest, tuple(name for name, x in zip(names, values, strict=True) if x >= largest - tie))


def _lowest(names: tuple[str, ...], values: Array, tie: float) -> Extreme | None:
    found = _largest(names, -values, tie)
    return found and Extreme(-found.value, found.scenarios)


def _tie(scores: Array) -> float:
    """Scores, or what one lacks of another, are equal if they differ by no more than this."""
    return float(np.ptp(scores[~np.isnan(scores)])) * TIE


def common_frame(problem: Problem, tabulated: list[Tabulated]) -> tuple[Frame, tuple[Criterion, ...]]:
    """The one frame of the tables of all scenarios: declared ranges where there are and the method can use them, else
    the union; size over all, stacked. Beside it the criteria whose declared ranges it could not use.

    Raises TableError for a figure outside its declared range.
    """
    method, options = settled(problem)
    assert method.frame is not None
    tables = [part.ranked() for part in tabulated]
    for name, table in zip(problem.scenarios, tables, strict=True):
        refuse_outside(problem, table, name)
    stacked, gain = np.concatenate([table.values for table in tables], axis=-2), tables[0].gain
    union = method.frame(stacked, gain, options)
    stated = in_declared(problem, method, options, union, tables[0])
    frame, lost = usable(method, options, stacked, gain, union, stated)
    return frame, tuple(problem.criteria[j] for j in np.flatnonzero(lost))


def _scores(problem: Problem, tabulated: list[Tabulated], weighed: Weights) -> tuple[Array, list[Finding], bool]:
    """Scores in the common frame, in one batch, what is to be said of it, and whether there is one; else scores are in
    their own frames.
    """
    method, options = settled(problem)
    for part in tabulated:
        fit(problem, method, options, part.ranked())
    if method.frame is None:
        return _own_scores(problem, tabulated, weighed), [remark("own_frames")], False
    frame, unused = common_frame(problem, tabulated)
    values = np.stack([part.table.values for part in tabulated])
    w = aligned(weighed, tabulated[0].table)
    absent = np.stack(
        [[name in part.apart or name in part.gaps for name in part.table.alternatives] for part in tabulated]
    )
    safe = np.where(absent[..., None] & np.isnan(values), 0.0, values)
    scores = np.asarray(method.score(safe, tabulated[0].table.gain, w, frame, options))[..., 0]
    said = [remark("range_unused", criteria=tuple(c.title for c in unused))] if unused else []
    return np.where(absent, np.nan, scores), said, True


def _own_scores(problem: Problem, tabulated: list[Tabulated], weighed: Weights) -> Array:
    method, options = settled(problem)
    rows = np.full((len(tabulated), len(problem.alternatives)), np.nan)
    for row, part in zip(rows, tabulated, strict=True):
        table = part.ranked()
        frame = method.frame(table.values, table.gain, options) if method.frame else None
        w = aligned(weighed, table)
        at = [part.table.alternatives.index(name) for name in table.alternatives]
        row[at] = np.asarray(method.score(table.values, table.gain, w, frame, options))[..., 0]
    return rows


def _own_ranks(problem: Problem, tabulated: list[Tabulated], weighed: Weights) -> Array:
    return _ranked(_own_scores(problem, tabulated, weighed))


def _ranked(scores: Array) -> Array:
    """Ranks of each row among the entries that aren't NaN."""
    places = np.full(scores.shape, np.nan)
    for row, place in zip(scores, places, strict=True):
        here = ~np.isnan(row)
        if not here.any():
            raise TableError.of("table_all_apart")
        place[here] = ranks(row[here])
    return places
