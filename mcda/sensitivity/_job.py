"""One block of draws, whole: what is drawn, how it is scored, what is counted, what each driver did."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mcda.figures import scenario_of
from mcda.figures.draws import Driver, drawn, quantile, tables
from mcda.methods import Method
from mcda.model import Array, Direction, Need, Problem, Table
from mcda.ranking import settled
from mcda.sensitivity._blocks import Progress, Tally, each, simplex, stream

LEDGER = 1024
"""How many draws of the first block the ledger looks at once more for each driver."""


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

    def __call__(self, block: int, size: int) -> "Part":
        """The counts of one block."""
        method, options = settled(self.problem)
        rng = stream(self.seed, block)
        n = len(self.table.criteria)
        w = simplex(rng, n, size) if self.over in ("weights", "both") else None
        values, u = self._values(rng, size)
        scores = score_draws(method, options, self.table, values, w, self.weights)
        part = Part(Tally(len(self.keep)), np.zeros((len(self.keep), n)), np.zeros(len(self.keep)))
        first = part.tally.count(scores)
        if w is not None:
            _central(part, first, w)
        for k, driver in enumerate(self.drivers):
            member = driver.members[0]
            values = quantile(member.figure, u[k], member.whole)
            part.spans.append((float(values.min()), float(values.max())))
        if block == 0:
            part.put_back = [self._put_back(k, u, scores, w) for k in range(len(self.drivers))]
        return part

    def _values(self, rng: np.random.Generator, size: int) -> tuple[Array | None, Array]:
        u = rng.random((len(self.drivers), size))
        if self.over == "levels":
            return _levels(self.table, rng, size), u
        if not self.drivers:
            return None, u
        return self.tables(u, size), u

    def tables(self, u: Array, size: int, without: int | None = None) -> Array:
        scenario = scenario_of(self.problem, self.problem.plan.scenario)
        chosen = [k for k in range(len(self.drivers)) if k != without]
        given = drawn(self.problem, scenario, tuple(self.drivers[k] for k in chosen), u[chosen])
        return tables(self.problem, scenario, given, self.keep, size)

    def _put_back(self, k: int, u: Array, scores: Array, w: Array | None) -> tuple[float, bool]:
        """In what share of the first draws putting a driver back to its base changes who is first, and whether it
        changes any score at all.
        """
        few = min(scores.shape[1], LEDGER)
        method, options = settled(self.problem)
        back = self.tables(u[:, :few], few, without=k)
        again = score_draws(method, options, self.table, back, None if w is None else w[:, :few], self.weights)
        now = scores[:, :few]
        flips = np.argmax(again, axis=0) != np.argmax(now, axis=0)
        return float(flips.mean()), not np.allclose(again, now, rtol=1e-12, atol=0)


@dataclass
class Part:
    tally: Tally
    central: Array
    when: Array
    spans: list[tuple[float, float]] = field(default_factory=list)
    put_back: list[tuple[float, bool]] = field(default_factory=list)


def _central(part: Part, first: NDArray[np.bool_], w: Array) -> None:
    """Add the weights (n, B) with which each option is first, and how often that is."""
    when = np.count_nonzero(first, axis=1)
    part.when += when
    whole = w.sum(axis=0)
    if when.sum() > first.shape[1]:
        part.central += (first / whole) @ w.T
        return
    winner = first.argmax(axis=0)
    for j, row in enumerate(w):
        part.central[:, j] += np.bincount(winner, weights=row / whole, minlength=len(first))


def score_draws(
    method: Method, options: Any, table: Table, values: Array | None, w: Array | None, fixed: Array
) -> Array:
    """Scores (m, B) of a block: weights w (n, B) or fixed (1, n), figures (B, m, n) or the table's own."""
    if values is None:
        assert w is not None
        return _by_weights(method, options, table, w)
    weights = fixed if w is None else (w / w.sum(axis=0)).T[:, None, :]
    frame = method.frame(values, table.gain, options) if method.frame else None
    scores = np.asarray(method.score(values, table.gain, weights, frame, options))
    return np.ascontiguousarray(np.broadcast_to(scores, (*values.shape[:-1], 1))[..., 0].T)


def _by_weights(method: Method, options: Any, table: Table, w: Array) -> Array:
    frame = method.frame(table.values, table.gain, options) if method.frame else None
    if method.form is not None and frame is not None:
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


def collect(job: Callable[[int, int], Part], draws: int, workers: int, progress: Progress | None) -> tuple[Part, bool]:
    total: Part | None = None
    try:
        for part in each(job, draws, workers, progress):
            if total is None:
                total = part
                continue
            total.tally.add(part.tally)
            total.central += part.central
            total.when += part.when
            both = zip(total.spans, part.spans, strict=True)
            total.spans = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in both]
    except KeyboardInterrupt:
        if total is None:
            raise
        return total, True
    assert total is not None
    return total, False
