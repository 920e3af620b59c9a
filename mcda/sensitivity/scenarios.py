"""Does the answer hold in every scenario? Ranks and scores side by side, in one frame.

One frame first: best and worst are the declared ranges, else the union of all scenarios; the size is the scaling's
over all tables, stacked. Only then does a score mean the same everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import TableError
from mcda.figures import Tabulated, tabulate
from mcda.model import Array, Finding, Frame, Problem, Weights, caution, fingerprint, remark
from mcda.ranking import aligned, in_declared, planned, ranks, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Scenarios:
    """Scores and ranks (scenarios, alternatives), NaN where an option is set apart in that scenario.

    `framed` is true where scores share one frame and may be compared across scenarios; `reordered` marks the
    scenarios whose order differs from that of their own frame.
    """

    problem: str
    method: str
    scenarios: tuple[str, ...]
    alternatives: tuple[str, ...]
    scores: Array
    ranks: Array
    framed: bool
    reordered: tuple[str, ...]
    weights: Weights
    findings: tuple[Finding, ...]
    fingerprint: str

    def to_frame(self) -> "pd.DataFrame":
        """One row per alternative; a rank and a score per scenario."""
        import pandas as pd

        columns = pd.MultiIndex.from_product([["rank", "score"], self.scenarios], names=["", "scenario"])
        values = np.concatenate([self.ranks, self.scores]).T
        return pd.DataFrame(values, index=pd.Index(self.alternatives, name="alternative"), columns=columns)

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; an option set apart has null."""

        def plain(row: Array) -> dict[str, float | None]:
            pairs = zip(self.alternatives, row, strict=True)
            return {name: None if np.isnan(value) else float(value) for name, value in pairs}

        rows = zip(self.scenarios, self.ranks, self.scores, strict=True)
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "method": self.method,
            "one_frame": self.framed,
            "order_differs_from_own_frame": list(self.reordered),
            "scenarios": [{"scenario": s, "ranks": plain(r), "scores": plain(x)} for s, r, x in rows],
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


def scenarios(
    problem: Problem,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
) -> Scenarios:
    """Rank the alternatives in every scenario of a problem, with the same weights and in one frame.

    Raises TableError for a figure outside its declared range.
    """
    problem = planned(problem, method, options)
    weighed = weights_of_problem(problem, weights)
    tabulated = [tabulate(problem, scenario) for scenario in problem.scenarios.values()]
    scores, framed = _scores(problem, tabulated, weighed)
    own = _own_ranks(problem, tabulated, weighed)
    places = _ranked(scores)
    reordered = [
        name
        for name, a, b in zip(problem.scenarios, places, own, strict=True)
        if not np.array_equal(a, b, equal_nan=True)
    ]
    labels = tuple(problem.scenarios[name].label for name in reordered)
    everywhere = len(reordered) == len(problem.scenarios)
    said = caution("reordered_all") if everywhere else caution("reordered", scenarios=labels)
    findings = [said] if reordered else []
    findings += [] if framed else [remark("own_frames")]
    base = tabulated[0].ranked()
    findings += authorship(problem, weighed, base, standings(problem, base, aligned(weighed, base)))
    return Scenarios(
        problem.id,
        problem.plan.method,
        tuple(problem.scenarios),
        tuple(a.id for a in problem.alternatives),
        scores,
        places,
        framed,
        tuple(reordered),
        weighed,
        tuple(findings),
        fingerprint(problem),
    )


def common_frame(problem: Problem, tabulated: list[Tabulated]) -> Frame:
    """The one frame of several tables: declared ranges where there are, else the union; size over all, stacked."""
    method, options = settled(problem)
    assert method.frame is not None
    tables = [part.ranked() for part in tabulated]
    stacked = np.concatenate([table.values for table in tables], axis=-2)
    union = method.frame(stacked, tables[0].gain, options)
    return in_declared(problem, method, options, union, tables[0])


def _scores(problem: Problem, tabulated: list[Tabulated], weighed: Weights) -> tuple[Array, bool]:
    """Scores in the common frame, in one batch; in their own frames where the method has none."""
    method, options = settled(problem)
    for part in tabulated:
        fit(problem, method, options, part.ranked())
    if method.frame is None:
        return _own_scores(problem, tabulated, weighed), False
    frame = common_frame(problem, tabulated)
    values = np.stack([part.table.values for part in tabulated])
    w = aligned(weighed, tabulated[0].table)
    absent = np.stack(
        [[name in part.apart or name in part.gaps for name in part.table.alternatives] for part in tabulated]
    )
    safe = np.where(absent[..., None] & np.isnan(values), 0.0, values)
    scores = np.asarray(method.score(safe, tabulated[0].table.gain, w, frame, options))[..., 0]
    return np.where(absent, np.nan, scores), True


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
