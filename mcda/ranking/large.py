"""A ranking of very many options: the frame in one go over their table, then scores part by part.

The table is an array in memory (columns contiguous for speed), or a Dask array of any size; what scores it is the same:
the method's own definition, or the faster form beside it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import NOWHERE, TableError
from mcda.figures.table import more_is_better
from mcda.methods import Look, Method, spelled
from mcda.model import Array, Finding, Frame, Problem, Table, Weights, caution, fingerprint
from mcda.model.arrays import set_read_only
from mcda.model.shown import Shown
from mcda.ranking import aligned, frame_of, settled, weights_of_problem
from mcda.ranking._dask import OnDask
from mcda.ranking._memory import CHUNK, InMemory, Progress
from mcda.ranking._scoring import Scoring, measured, numbers, placed, slack_of
from mcda.ranking._unusable import unusable, usable
from mcda.ranking.doubts import authorship, effective_weights, ranges_left
from mcda.ranking.fit import fit
from mcda.ranking.workers import cluster_at

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 10
"""How many of the best options are shown with their figures."""


@dataclass(frozen=True)
class Leaders(Shown):
    """The best of `count` options: `rows` (k,) say where they stand in the table, from 0, best first; `scores` (k,),
    more is better; `ranks` (k,) among all, equal scores sharing one (1, 2, 2, 4), in the order of the table.

    `names` (k,) are what they are called, their rows unless told; `weights` (n,), `effective` (n,) what these amount to
    over the table; `ends` (2, n) the smallest and the largest figure of each criterion; `figures` (at most 10, n) those
    of the first options.
    """

    problem: str
    method: str
    options: Mapping[str, str]
    count: int
    rows: Any
    scores: Array
    ranks: Any
    names: Any
    weights: Weights
    effective: Array
    ends: Array
    figures: Array
    findings: tuple[Finding, ...]
    fingerprint: str

    def __post_init__(self) -> None:
        set_read_only(self, effective=self.effective, ends=self.ends, figures=self.figures)

    def first(self, k: int) -> "Leaders":
        """The same of only the best `k` of these."""
        kept = {name: getattr(self, name)[:k] for name in ("rows", "scores", "ranks", "names", "figures")}
        return replace(self, **kept)

    def to_frame(self) -> "pd.DataFrame":
        """One row per option, the best first: rank and score."""
        import pandas as pd

        return pd.DataFrame(
            {"rank": self.ranks, "score": self.scores}, index=pd.Index(self.names, name="alternative", copy=False)
        )

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; sentences in English."""
        rows = zip(self.names, self.ranks.tolist(), self.scores.tolist(), strict=True)
        return {
            **self.about(),
            "ranking": [{"alternative": _plain(name), "rank": rank, "score": score} for name, rank, score in rows],
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }

    def about(self) -> dict[str, Any]:
        """What the ranking rests on, in plain values."""
        criteria = self.weights.criteria
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "method": self.method,
            "options": dict(self.options),
            "count": self.count,
            "weights": {name: self.weights.of(name) for name in criteria},
            "effective": dict(zip(criteria, self.effective.tolist(), strict=True)),
            "ends": dict(zip(criteria, self.ends.T.tolist(), strict=True)),
        }


def _plain(name: Any) -> Any:
    return name.item() if isinstance(name, np.generic) else name


def rank_large(
    problem: Problem,
    figures: Any,
    top: int | None = None,
    weights: str | Mapping[str, float] | None = None,
    cluster: str | None = None,
    progress: Progress | None = None,
) -> Leaders:
    """The best `top` options of a table, or all, by a problem's plan: criteria, method, weights and frame are its own,
    its options are not looked at (but by weightings that read figures).

    `figures` (m, n) have a column per criterion of the problem, in its order and units: a numpy array, or a Dask array.
    `cluster` is the address of a Dask cluster; without one, Dask computes with the scheduler it is set to. Raises
    TableError for figures that are missing, not finite, outside a declared range or no level of their scale, with the
    first row and the number of rows; and for a method whose scores hang on all options at once, where these are many.

    >>> import numpy as np
    >>> import pandas as pd
    >>> case = Problem.from_frame(pd.DataFrame({"cost": [1.0], "jobs": [1.0]}), {"cost": "min", "jobs": "max"})
    >>> rank_large(case, np.array([[5, 1], [3, 1], [2, 9], [3, 1]], dtype=float), top=3).ranks.tolist()
    [1, 2, 2]
    """
    weighed = weights_of_problem(problem, weights)
    with _opened(figures, len(problem.criteria), cluster, progress) as table:
        return _ranked(problem, weighed, table, top)


def _ranked(problem: Problem, weighed: Weights, table: Any, top: int | None) -> Leaders:
    method, options = settled(problem)
    if method.frame is None and table.count > CHUNK:
        raise TableError.of("large_together", method=method.title, count=f"{table.count:,}", most=f"{CHUNK:,}")
    frame, corners = _measured(problem, method, options, table)
    w = aligned(weighed, corners)
    cautions = _fitting(problem, method, options, corners, w)
    scoring = Scoring(problem, w, frame)
    parts = list(table.parts(replace(scoring, top=top, slack=slack_of(scoring, corners))))
    if not all(np.isfinite(part.ends).all() for part in parts):
        raise TableError.of("borrowed_refused", method=method.title)
    rows, scores, ranks = placed(parts, top)
    return Leaders(
        problem=problem.id,
        method=problem.plan.method,
        options=spelled(options),
        count=table.count,
        rows=rows,
        scores=scores,
        ranks=ranks,
        names=rows,
        weights=weighed,
        effective=effective_weights(method, options, corners, w, frame),
        ends=corners.shown,
        figures=table.rows(rows[:SHOWN]),
        findings=(*weighed.findings, *cautions, *_doubts(problem, weighed, corners, table.count)),
        fingerprint=fingerprint(problem),
    )


@contextmanager
def _opened(figures: Any, n: int, address: str | None, progress: Progress | None) -> Iterator[InMemory | OnDask]:
    """The table, in memory if it is there already, or if it is short."""
    if figures.ndim != 2 or figures.shape[1] != n or figures.shape[0] == 0:
        raise TableError.of("large_shape", found="×".join(map(str, figures.shape)), wanted=n)
    if isinstance(figures, np.ndarray):
        yield InMemory(np.asarray(figures, dtype=float), progress)
        return
    with cluster_at(address) if address else nullcontext():
        table = OnDask(figures, progress)
        yield table if table.count > CHUNK else InMemory(table.figures.compute())


def _measured(problem: Problem, method: Method, options: Any, table: Any) -> tuple[Frame | None, Table]:
    """The frame in which a table is scored, and its corners: the smallest and the largest figure of each criterion."""
    criteria = problem.criteria
    gain = np.array([[more_is_better(c) for c in criteria]])
    blank = Table((), criteria, np.empty((0, len(criteria))), gain, np.empty((0, len(criteria))))

    def made(figures: Any) -> tuple[Any, ...]:
        plain = all(map(measured, criteria))
        values = figures if plain else figures.map_blocks(partial(numbers, criteria), dtype=float)
        frame = frame_of(problem, method, options, blank, values)
        ends = [end(x, axis=-2, keepdims=True) for x in (values, figures) for end in (np.min, np.max)]
        return (*ends, *([] if frame is None else [frame.best, frame.worst, frame.size]))

    low, high, least, most, *rows = table.found(made)
    corners = Table(("low", "high"), criteria, np.concatenate([low, high]), gain, np.concatenate([least, most]))
    if not usable(criteria, corners):
        raise TableError(*unusable(criteria, table))
    return (Frame(*rows) if rows else None), corners


def _fitting(problem: Problem, method: Method, options: Any, corners: Table, w: Array) -> tuple[Finding, ...]:
    """What is to be said of the table under a method. Raises TableError, of the table and no line of the case."""
    seen = method.look(problem, corners, w, options) if method.look and method.frame else Look()
    try:
        return (*fit(problem, method, options, corners), *seen.findings)
    except TableError as error:
        raise TableError(*(replace(fault, place=NOWHERE) for fault in error.faults)) from None


def _doubts(problem: Problem, weighed: Weights, corners: Table, count: int) -> Iterator[Finding]:
    yield from authorship(problem, weighed, corners, {"placeholder": 0.0})
    yield from ranges_left(problem, weighed, corners)
    flat = tuple(c.title for c, (low, high) in zip(corners.criteria, corners.values.T, strict=True) if low == high)
    if flat and count > 1:
        yield caution("constant", criteria=flat)
    if problem.requirements:
        yield caution("large_requirements", names=tuple(r.label for r in problem.requirements))
