"""One block of draws, whole: what is drawn, how it is scored, what is counted, what each driver did."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mcda.errors import TableError
from mcda.figures import scenario_of
from mcda.figures.draws import Driver, drawn, put_back, tables
from mcda.methods import Method
from mcda.model import Array, Direction, Frame, Need, Problem, Scenario, Table
from mcda.ranking import frame_of, settled
from mcda.ranking.workers import Workers
from mcda.sensitivity._blocks import Progress, Tally, each, simplex, stream
from mcda.sensitivity._known import Known

PIECE = 1024
"""How many draws of figures are scored at once: what stays near the processor. The ledger looks at the first of these
once more for each driver.
"""

Framed = Callable[[Array], Frame | None]


@dataclass(frozen=True)
class Job:
    """What a block needs, and nothing that can't be sent to another process."""

    problem: Problem
    weights: Array
    table: Table
    drivers: tuple[Driver, ...]
    keep: list[int]
    over: str
    seed: int
    known: Known | None = None

    def __call__(self, block: int, size: int) -> "Part":
        """The counts of one block."""
        part = Part.empty(len(self.keep), len(self.table.criteria), len(self.drivers))
        scores, w = self.scores(block, size, part)
        first = part.tally.count(scores)
        if w is not None:
            _central(part, first, w)
        return part

    def scores(self, block: int, size: int, part: "Part") -> tuple[Array, Array | None]:
        """The scores (m, B) of one block, and the weights (n, B) where these were drawn. What drivers did is noted in
        `part`.
        """
        rng = stream(self.seed, block)
        w = self._weights(rng, size) if self.over in ("weights", "both") else None
        if not self.drivers and self.over != "levels":
            return score_draws(self.problem, self.table, None, w, self.weights), w
        np.empty(4_000_000)  # freed at once: from then on the C library keeps memory that pieces need again and again
        given = drawn(self.problem, self._scenario, self.drivers, part.quantiles(rng, size))
        scores = np.empty((len(self.keep), size))
        for some in pieces(size, PIECE):
            drawn_here = {name: values[some] for name, values in given.items()}
            weights = None if w is None else w[:, some]
            values = self._values(rng, drawn_here, scores[:, some].shape[1])
            scores[:, some] = score_draws(self.problem, self.table, values, weights, self.weights)
            if block == some.start == 0:
                part.put_back = self._put_back(drawn_here, scores[:, some], weights)
        return scores, w

    def _weights(self, rng: np.random.Generator, size: int) -> Array:
        """Weights (n, size) within what is known of them; not divided by their sum where nothing is."""
        return simplex(rng, len(self.table.criteria), size) if self.known is None else self.known.draw(rng, size)

    @property
    def _scenario(self) -> Scenario:
        return scenario_of(self.problem, self.problem.plan.scenario)

    def _values(self, rng: np.random.Generator, given: Mapping[str, Any], size: int) -> Array:
        if self.over == "levels":
            return _levels(self.table, rng, size)
        return tables(self.problem, self._scenario, given, self.keep, size)

    def tables(self, u: Array) -> Array:
        """The figures (B, m, n) at quantiles u (d, B) of the drivers."""
        given = drawn(self.problem, self._scenario, self.drivers, u)
        return tables(self.problem, self._scenario, given, self.keep, u.shape[1])

    def _put_back(self, given: Mapping[str, Any], scores: Array, w: Array | None) -> list[tuple[float, bool]]:
        """For each driver, in what share of some draws putting it back to its base changes who is first, and whether it
        changes any score at all.
        """
        found = []
        for driver in self.drivers:
            back = put_back(self.problem, given, driver)
            values = tables(self.problem, self._scenario, back, self.keep, scores.shape[1])
            again = score_draws(self.problem, self.table, values, w, self.weights)
            flips = np.argmax(again, axis=0) != np.argmax(scores, axis=0)
            found.append((float(flips.mean()), not np.allclose(again, scores, rtol=1e-12, atol=0)))
        return found


def pieces(size: int, piece: int) -> Iterator[slice]:
    """So many draws in pieces."""
    return (slice(start, min(start + piece, size)) for start in range(0, size, piece))


@dataclass
class Part:
    """What was counted in some draws: ranks; for each option the sum of weights with which it was first (m, n) and how
    often that was (m,); between which quantiles each driver was drawn (2, d), and what putting it back does.
    """

    tally: Tally
    central: Array
    when: Array
    reach: Array
    put_back: list[tuple[float, bool]] = field(default_factory=list)

    @classmethod
    def empty(cls, m: int, n: int, drivers: int) -> "Part":
        """Nothing counted yet."""
        return cls(Tally(m), np.zeros((m, n)), np.zeros(m), np.empty((2, drivers)))

    def quantiles(self, rng: np.random.Generator, size: int) -> Iterator[Array]:
        """Quantiles (B,) for one driver after the other, noting between which they lie."""
        for k in range(self.reach.shape[1]):
            u = rng.random(size)
            self.reach[:, k] = u.min(), u.max()
            yield u

    def add(self, other: "Part") -> None:
        """Add the counts of another block."""
        self.tally.add(other.tally)
        self.central += other.central
        self.when += other.when
        np.minimum(self.reach[0], other.reach[0], out=self.reach[0])
        np.maximum(self.reach[1], other.reach[1], out=self.reach[1])


def _central(part: Part, first: NDArray[np.bool_], w: Array) -> None:
    """Add the weights (n, B) with which each option is first, and how often that is."""
    when = np.array([np.count_nonzero(row) for row in first])
    part.when += when
    m, whole = len(first), w.sum(axis=0)
    if when.sum() > first.shape[1]:
        part.central += (first / whole) @ w.T
        return
    numbers = np.arange(m, dtype=np.min_scalar_type(m))
    winner = (first * numbers[:, None]).sum(axis=0, dtype=numbers.dtype).astype(np.intp)  # much faster than argmax
    for j, row in enumerate(w):
        part.central[:, j] += np.bincount(winner, weights=row / whole, minlength=m)


def score_draws(problem: Problem, table: Table, values: Array | None, w: Array | None, fixed: Array) -> Array:
    """Scores (m, B) of a block, by a problem's method: weights w (n, B) or fixed (1, n), figures (B, m, n) or the
    table's own, each in the frame that `mcda rank` would measure it in.
    """
    method, options = settled(problem)
    if values is None:
        assert w is not None
        return _by_weights(method, options, table, frame_of(problem, method, options, table), w)
    framed = partial(frame_of, problem, method, options, table)
    return score_tables(method, options, table, values, w, fixed, framed)


def score_tables(
    method: Method, options: Any, table: Table, values: Array, w: Array | None, fixed: Array, framed: Framed
) -> Array:
    """Scores (m, B) of figures (B, m, n), by weights w (n, B) or fixed (1, n), each piece in the frame given to it.

    Raises TableError for a criterion that is drawn below 0 where the method can't take that.
    """
    if not method.signed(options) and (below := values.min(axis=(0, 1)) < 0).any():
        names = tuple(table.criteria[j].title for j in np.flatnonzero(below))
        raise TableError.of("drawn_negative", criteria=names, method=method.title)
    weights = fixed if w is None else (w / w.sum(axis=0)).T[:, None, :]
    found, scored = np.empty((values.shape[-2], len(values))), method.by_columns or method.score
    for some in pieces(len(values), PIECE):
        x, mine = values[some], weights if w is None else weights[some]
        found[:, some] = np.asarray(scored(x, table.gain, mine, framed(x), options))[..., 0].T
    return found


def first_with(problem: Problem, table: Table, values: Array, options: NDArray[np.intp], w: Array) -> Array:
    """In what share of tables (B, m, n) each of some options (k,) is first, each with weights of its own (k, n)."""
    method, opts = settled(problem)
    count = np.zeros(len(w))
    for some in pieces(len(values), PIECE):
        x = values[some]
        frame = frame_of(problem, method, opts, table, x)
        if method.form is not None:
            keys = method.form(x, table.gain, frame, opts).keys(w.T)
        else:
            each = [method.score(x, table.gain, mine[None], frame, opts)[..., 0] for mine in w]
            keys = np.stack(np.broadcast_arrays(*each), axis=-1)
        count += np.count_nonzero(keys[:, options, np.arange(len(w))] == keys.max(axis=1), axis=0)
    return count / len(values)


def _by_weights(method: Method, options: Any, table: Table, frame: Frame | None, w: Array) -> Array:
    if method.form is not None:
        return np.asarray(method.form(table.values, table.gain, frame, options).keys(w))
    shares = (w / w.sum(axis=0)).T
    scores = np.asarray(method.score(table.values, table.gain, shares[:, None, :], frame, options))
    return np.ascontiguousarray(scores[..., 0].T)


def _levels(table: Table, rng: np.random.Generator, size: int) -> Array:
    """Figures with every ordinal criterion's levels valued anew: any increasing assignment, its ends fixed."""
    block = np.repeat(table.values.T[:, :, None], size, axis=2)
    for j, criterion in enumerate(table.criteria):
        if criterion.scale.kind is not Need.ORDER:
            continue
        keys = np.array([level.key for level in criterion.scale.levels])
        inner = np.sort(rng.random((len(keys) - 2, size)), axis=0)
        values = np.concatenate([np.zeros((1, size)), inner, np.ones((1, size))])
        at = np.searchsorted(keys, table.shown[:, j])
        block[j] = (1 - values if criterion.direction is Direction.MIN else values)[at]
    return block.transpose(2, 1, 0)


def collect(
    job: Callable[[int, int], Part], draws: int, workers: Workers, progress: Progress | None
) -> tuple[Part, bool]:
    total: Part | None = None
    try:
        for part in each(job, draws, workers, progress):
            if total is None:
                total = part
            else:
                total.add(part)
    except KeyboardInterrupt:
        if total is None:
            raise
        return total, True
    assert total is not None
    return total, False
