"""How far can a weight move before the order changes?

The weight of a criterion, or of a branch as a whole, goes from 0 to 1 while the others keep their proportions. Where
the method's order hangs on a polynomial of the weights, the crossings of every pair of options are its roots in closed
form; midpoints between all of them are re-ranked by the method itself, so that only real changes remain. For other
methods changes are found by search.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import compress, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import TableError
from mcda.figures import scenario_of, tabulate
from mcda.language import Text
from mcda.methods import Form, Linear, Method, Regrets
from mcda.model import Array, Finding, Frame, Problem, Table, Weights, fingerprint, remark
from mcda.model.shown import Shown
from mcda.ranking import aligned, frame_of, planned, ranks, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._regrets import pieces

if TYPE_CHECKING:
    import pandas as pd

STEP = 0.001
"""How fine a search is where there is no polynomial, or where too many pairs of options would have one."""
EXACT, MOST = 100, 500
"""Up to so many options ranges are exact, and up to so many there are any: beyond, some place changes at every step."""
CELLS = 4_000_000
"""So many figures are scored at a time."""


@dataclass(frozen=True)
class Piece:
    """A range of a weight, within which nothing changes: who is first, and the rank of every option."""

    low: float
    high: float
    first: tuple[str, ...]
    ranks: tuple[int, ...]


@dataclass(frozen=True)
class Span:
    """What a weight does as it goes from 0 to 1: the pieces in order, and the weight as it is.

    `first_holds` and `order_holds` are the ranges around it within which today's first place and order stay.
    """

    id: str
    label: Text
    weight: float
    pieces: tuple[Piece, ...]
    first_holds: tuple[float, float]
    order_holds: tuple[float, float]

    @property
    def movement(self) -> float:
        """Points that the weight must move for another first place; infinite if none does it."""
        low, high = self.first_holds
        ways = [self.weight - low] * (low > 0) + [high - self.weight] * (high < 1)
        return min(ways, default=float("inf"))


@dataclass(frozen=True)
class Critical:
    """Triantaphyllou & Sánchez (1997): the criterion whose weight alone needs the smallest change δ, before all are
    divided by their sum again; `percent` is δ as a part of the weight.
    """

    criterion: str
    label: Text
    change: float
    percent: float
    top: bool


@dataclass(frozen=True)
class Stability(Shown):
    """Every range of every weight within which first place and order hold. `exact` says that bounds are roots of an
    explicit polynomial, confirmed by re-ranking; else they were found by search to ±0.001.
    """

    problem: str
    scenario: str
    method: str
    alternatives: tuple[str, ...]
    spans: tuple[Span, ...]
    critical: tuple[Critical, ...]
    exact: bool
    findings: tuple[Finding, ...]
    fingerprint: str

    def to_frame(self) -> "pd.DataFrame":
        """One row per criterion or branch: weight, and the ranges in which first place and order hold."""
        import pandas as pd

        rows = {span.id: (span.weight, *span.first_holds, *span.order_holds, span.movement) for span in self.spans}
        names = ["weight", "first_from", "first_to", "order_from", "order_to", "points_to_another_first"]
        return pd.DataFrame.from_dict(rows, orient="index", columns=names).rename_axis("criterion")

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "exact": self.exact,
            "alternatives": list(self.alternatives),
            "weights": [
                {
                    "id": span.id,
                    "weight": span.weight,
                    "first_holds": list(span.first_holds),
                    "order_holds": list(span.order_holds),
                    "pieces": [
                        {"from": p.low, "to": p.high, "first": list(p.first), "ranks": list(p.ranks)}
                        for p in span.pieces
                    ],
                }
                for span in self.spans
            ],
            "critical_by_triantaphyllou_and_sanchez": [
                {"criterion": c.criterion, "change": c.change, "percent": c.percent, "of_the_first": c.top}
                for c in self.critical
            ],
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


@dataclass(frozen=True)
class _Ground:
    """A table, its weights and its frame: what every path runs over."""

    method: Method
    options: Any
    table: Table
    frame: Frame | None
    form: Form | None

    def ranked(self, w: Array) -> Array:
        """Ranks (B, m) at weights (B, n), by the method itself, of as many at a time as memory likes."""
        size = max(1, CELLS // self.table.values.size)
        return np.concatenate([self._some(w[k : k + size]) for k in range(0, len(w), size)])

    def _some(self, w: Array) -> Array:
        scores = np.asarray(
            self.method.score(self.table.values, self.table.gain, w[:, None, :], self.frame, self.options)
        )
        return ranks(np.broadcast_to(scores, (len(w), *scores.shape[1:]))[..., 0])


def stability(
    problem: Problem,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
) -> Stability:
    """Every range of each criterion's and each branch's weight within which the first place and the order hold.

    Exact for methods whose order hangs on a polynomial of the weights, and up to 100 options; else found by search.
    Raises TableError for more than 500 options.

    >>> import mcda
    >>> found = mcda.stability(mcda.load("hebei-steel"))
    >>> found.exact
    True
    """
    problem = planned(problem, method, options, scenario)
    weighed = weights_of_problem(problem, weights)
    table = tabulate(problem, scenario_of(problem, problem.plan.scenario)).ranked()
    chosen, opts = settled(problem)
    cautions = fit(problem, chosen, opts, table)
    frame = frame_of(problem, chosen, opts, table)
    many = len(table.alternatives)
    if many > MOST:
        raise TableError.of("stability_many", count=many, most=MOST)
    form = chosen.form(table.values, table.gain, frame, opts) if chosen.form and many <= EXACT else None
    ground = _Ground(chosen, opts, table, frame, form)
    w = aligned(weighed, table)[0]
    spans = tuple(_span(problem, ground, w, name, members) for name, members in _movable(problem, table))
    found = [*cautions, *authorship(problem, weighed, table, standings(problem, table, w[None]))]
    return Stability(
        problem.id,
        problem.plan.scenario,
        problem.plan.method,
        table.alternatives,
        spans,
        _critical(problem, ground, spans, weighed),
        form is not None,
        (*found, *([] if form is not None else [remark("by_search")])),
        fingerprint(problem),
    )


def _movable(problem: Problem, table: Table) -> Iterator[tuple[str, list[int]]]:
    """What has a weight to move: each criterion, and each branch with the criteria below it."""
    at = {name: j for j, name in enumerate(table.names)}
    for name in table.names:
        yield name, [at[name]]
    for branch in problem.tree.branches():
        if branch is not problem.tree and len(branch.leaves()) > 1:
            yield branch.id, [at[leaf] for leaf in branch.leaves()]


def path(w: Array, members: list[int]) -> tuple[Array, Array]:
    """The two ends of a weight's way: all weight on the members, and none, each in today's proportions. Weights of 0
    are shared alike.
    """
    inside = np.zeros(len(w), dtype=bool)
    inside[members] = True
    ends = []
    for part in (inside, ~inside):
        total = w[part].sum()
        share = w * part / total if total > 0 else part / max(1, part.sum())
        ends.append(share)
    return ends[0], ends[1]


def _span(problem: Problem, ground: _Ground, w: Array, name: str, members: list[int]) -> Span:
    a, b = path(w, members)
    t = float(w[members].sum())
    pieces = _pieces(ground, a, b)
    at = next(k for k, piece in enumerate(pieces) if piece.low <= t <= piece.high)
    return Span(
        name,
        problem.label(name),
        t,
        tuple(pieces),
        _around(pieces, at, lambda piece: piece.first),
        _around(pieces, at, lambda piece: piece.ranks),
    )


def _around(pieces: list[Piece], at: int, what: Any) -> tuple[float, float]:
    """The range around a piece in which something about it stays the same."""
    low = high = at
    while low > 0 and what(pieces[low - 1]) == what(pieces[at]):
        low -= 1
    while high < len(pieces) - 1 and what(pieces[high + 1]) == what(pieces[at]):
        high += 1
    return pieces[low].low, pieces[high].high


def _pieces(ground: _Ground, a: Array, b: Array) -> list[Piece]:
    """The way from none of the weight (b) to all of it (a), in pieces within which no rank changes."""
    cuts = np.arange(0, 1 + STEP, STEP) if ground.form is None else crossings(ground.form, a, b)
    ends = np.unique(np.concatenate([[0.0], cuts[(cuts > 0) & (cuts < 1)], [1.0]]))
    middles = (ends[1:] + ends[:-1]) / 2
    rows = ground.ranked(middles[:, None] * a + (1 - middles)[:, None] * b)
    start = np.flatnonzero([True, *np.any(rows[1:] != rows[:-1], axis=1)])
    rows, bounds = rows[start], ends[[*start, -1]].tolist()
    each = zip(pairwise(bounds), (rows == 1).tolist(), rows.tolist(), strict=True)
    names = ground.table.alternatives
    return [Piece(low, high, tuple(compress(names, first)), tuple(row)) for (low, high), first, row in each]


def crossings(form: Form, a: Array, b: Array) -> Array:
    """Every t in (0, 1) at which two options may change places on the way t·a + (1 − t)·b between disjoint weights.

    A linear form crosses at most once per pair. With squares every distance is A·z + B in z = (t ÷ (1 − t))², and a
    pair crosses where a quadratic in z is zero: at most twice. With regrets so does every piece in u = t ÷ (1 − t).
    """
    if isinstance(form, Regrets):
        return _in_pieces(form, a, b)
    if isinstance(form, Linear):
        p, q = form.values @ a, form.values @ b
        i, k = np.triu_indices(len(p), 1)
        rise, gap = p[i] - p[k], q[i] - q[k]
        with np.errstate(divide="ignore", invalid="ignore"):
            t = gap / (gap - rise)
        return np.asarray(t[np.isfinite(t)])
    na, nb, fa, fb = form.near @ a**2, form.near @ b**2, form.far @ a**2, form.far @ b**2
    i, k = np.triu_indices(len(na), 1)
    c2 = na[i] * fa[k] - fa[i] * na[k]
    c1 = na[i] * fb[k] + nb[i] * fa[k] - fa[i] * nb[k] - fb[i] * na[k]
    c0 = nb[i] * fb[k] - fb[i] * nb[k]
    z = positive_roots(c2, c1, c0)
    return np.asarray(np.sqrt(z) / (1 + np.sqrt(z)))


def _in_pieces(form: Regrets, a: Array, b: Array) -> Array:
    """The ends of the pieces of a regret's way, and the crossings inside each."""
    found = []
    for low, high, *quadratic in pieces(form, a, b):
        u = positive_roots(*quadratic)
        t = u / (1 + u)
        found += [np.array([low, high]), t[(t > low) & (t < high)]]
    return np.concatenate(found)


def positive_roots(a: Array, b: Array, c: Array) -> Array:
    """All positive z with a·z² + b·z + c = 0, over whole arrays; scaled first, and in the form that loses no digits."""
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), np.abs(c))
    size = np.where(size == 0, 1.0, size)
    a, b, c = a / size, b / size, c / size
    d = b * b - 4 * a * c
    d = np.where((d < 0) & (d > -1e-14), 0.0, d)
    with np.errstate(divide="ignore", invalid="ignore"):
        q = -0.5 * (b + np.copysign(np.sqrt(d), b))
        z = np.concatenate([(q / a).ravel(), (c / q).ravel()])
    return np.asarray(z[np.isfinite(z) & (z > 0)])


def _critical(problem: Problem, ground: _Ground, spans: tuple[Span, ...], weighed: Weights) -> tuple[Critical, ...]:
    """For the first place and for any place: the criterion with the smallest change in per cent, in their convention.

    Changing one weight by δ and dividing by the sum leaves the others in proportion: t = (w + δ) ÷ (1 + δ).
    """
    best: dict[bool, Critical] = {}
    for span in spans:
        if span.id not in ground.table.names or span.weight == 0:
            continue
        for top, (low, high) in ((True, span.first_holds), (False, span.order_holds)):
            for end, outer in ((low, 0.0), (high, 1.0)):
                if end == outer or end == 1:
                    continue
                change = (end - span.weight) / (1 - end)
                percent = 100 * change / span.weight
                if top not in best or abs(percent) < abs(best[top].percent):
                    best[top] = Critical(span.id, problem.label(span.id), change, percent, top)
    return tuple(best[top] for top in (True, False) if top in best)
