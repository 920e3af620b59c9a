"""What the lead of today's first option hangs on: draws in one frame, scores, the choice, and what learning does."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from mcda.errors import Fault, MCDAError
from mcda.expression import parse_unit
from mcda.figures import scenario_of
from mcda.figures.draws import Driver, drawn, quantile, tables
from mcda.methods import Method
from mcda.model import Array, Frame, Problem, Table
from mcda.ranking import frame_of, in_declared, score, settled
from mcda.sensitivity._blocks import BLOCK
from mcda.sensitivity._job import score_draws, score_tables
from mcda.sensitivity._sobol import REPLICATES, Part, Rows, picked, points, replicated
from mcda.sensitivity._values import of_ends, usable, valued

LEARNT = 16
"""How many values of a driver are learnt in each replicate."""
PILOT = 1024
"""Draws that settle the common frame."""
FRAME = 0
"""The seed of these: the frame is the same whatever the seed of an answer, and so adds nothing to its error."""
PROBE = 256
"""Draws that tell which drivers reach a score."""
TIE = 1e-12


@dataclass(frozen=True)
class Ground:
    """Everything that is held while drivers move. Points have a row per driver, then one per weight if these move.

    `frame` is None where the method can't be given one; `valued` says whether scores are values.
    """

    problem: Problem
    method: Method
    options: Any
    table: Table
    w: Array
    drivers: tuple[Driver, ...]
    moving: bool
    keep: list[int]
    winner: int
    frame: Frame | None = None
    valued: bool = False

    @property
    def groups(self) -> list[Rows]:
        """The rows of each input: a driver each, and all weights together."""
        d, n = len(self.drivers), self.w.shape[1]
        return [np.array([k]) for k in range(d)] + ([np.arange(d, d + n)] if self.moving else [])

    @property
    def dimensions(self) -> int:
        """How many rows points have."""
        return sum(len(rows) for rows in self.groups)

    def values(self, u: Array) -> Array:
        """The figures of the ranked options (B, m, n)."""
        if not self.drivers:
            return np.repeat(self.table.values[None], u.shape[1], axis=0)
        scenario = scenario_of(self.problem, self.problem.plan.scenario)
        given = drawn(self.problem, scenario, self.drivers, u[: len(self.drivers)])
        return tables(self.problem, scenario, given, self.keep, u.shape[1])

    def weights(self, u: Array) -> Array | None:
        """Uniform weights (n, B), not divided by their sum; None if weights stay."""
        return -np.log(u[len(self.drivers) :]) if self.moving else None

    def scores(self, u: Array) -> Array:
        """Scores (m, B) in the common frame; each draw's own where the method can't be given one."""
        values, w = self.values(u), self.weights(u)
        return score_tables(self.method, self.options, self.table, values, w, self.w, lambda x: self.frame)

    def lead(self, u: Array) -> Array:
        """The score of today's first option less that of its best rival (B,)."""
        scores = np.concatenate([self.scores(part) for part in _blocks(u)], axis=1)
        return np.asarray(scores[self.winner] - np.delete(scores, self.winner, axis=0).max(axis=0))

    def lead_now(self) -> float:
        """The lead at the modes, in the common frame."""
        scores = score(self.method, self.options, self.table, self.w, self.frame)
        return float(scores[self.winner] - np.delete(scores, self.winner).max())

    def payoff(self, u: Array) -> Array:
        """What options are chosen by (m, B): their score where scores are values, else their share of first place."""
        return np.concatenate([self._payoff(part) for part in _blocks(u)], axis=1)

    def _payoff(self, u: Array) -> Array:
        if self.valued:
            return self.scores(u)
        scores = score_draws(self.problem, self.table, self.values(u), self.weights(u), self.w)
        first = scores == scores.max(axis=0)
        return np.asarray(first / first.sum(axis=0))


def _blocks(u: Array) -> list[Array]:
    return [u[:, start : start + BLOCK] for start in range(0, u.shape[1], BLOCK)]


def ground_of(
    problem: Problem, table: Table, w: Array, chosen: tuple[Driver, ...], moving: bool, keep: list[int], seed: int
) -> tuple[Ground, tuple[Driver, ...]]:
    """The ground of a problem, without the drivers that reach no score, and these. Raises MCDAError for a driver that
    never moves.
    """
    method, options = settled(problem)
    winner = int(np.argmax(score(method, options, table, w, frame_of(problem, method, options, table))))
    ground = Ground(problem, method, options, table, w, chosen, moving, keep, winner)
    if method.frame is not None:
        frame = _common(ground)
        ground = replace(ground, frame=frame, valued=valued(method, options, table, frame))
    idle = _idle(ground, seed)
    return replace(ground, drivers=tuple(d for d in chosen if d not in idle)), idle


def _common(ground: Ground) -> Frame:
    """One frame for all draws: the declared ranges where the method can use them, else the union of what is drawn; its
    size is that of the tables of all modes, all smallest and all largest figures, stacked.
    """
    method, table = ground.method, ground.table
    assert method.frame is not None
    stacked = table.values
    if ground.drivers:
        values = ground.values(points(ground.dimensions, PILOT, FRAME, REPLICATES))
        stacked = np.concatenate([stacked, values.min(axis=0), values.max(axis=0)])
    union = method.frame(stacked, table.gain, ground.options)
    stated = in_declared(ground.problem, method, ground.options, union, table)
    return usable(method, ground.options, stacked, table.gain, union, stated)[0]


def _idle(ground: Ground, seed: int) -> tuple[Driver, ...]:
    if not ground.drivers:
        return ()
    a, b = np.split(points(2 * ground.dimensions, PROBE, seed, REPLICATES + 1), 2)
    heads = [driver.members[0] for driver in ground.drivers]
    spans = [np.ptp(quantile(head.figure, a[k], head.whole)) for k, head in enumerate(heads)]
    still = [driver.id for driver, span in zip(ground.drivers, spans, strict=True) if span == 0]
    if still:
        raise MCDAError(*(Fault("driver_still", {"name": name}) for name in still))
    before, idle = ground.scores(a), []
    for k, driver in enumerate(ground.drivers):
        other = a.copy()
        other[k] = b[k]
        if np.allclose(ground.scores(other), before, rtol=TIE, atol=0):
            idle.append(driver)
    return tuple(idle)


def rate_of(ground: Ground) -> tuple[float | None, str]:
    """What one unit of score is worth in money, and the unit: by the first criterion in money that has weight and adds
    what is linear in it. None where there is none, or weights move.
    """
    table, frame = ground.table, ground.frame
    if frame is None or ground.moving or not ground.valued or not ground.method.linear(ground.options):
        return None, ""
    spans = np.broadcast_to(np.abs(frame.best - frame.worst), ground.w.shape)[0]
    worth = np.ptp(of_ends(ground.method, ground.options, table, frame), axis=0) * ground.w[0]
    for j, criterion in enumerate(table.criteria):
        if criterion.unit and parse_unit(criterion.unit).money and worth[j] > 0:
            return float(spans[j] / worth[j]), criterion.unit
    return None, ""


@dataclass(frozen=True)
class Round:
    """One replicate: the parts of the indices; for each input, and for all at once, the share of learnt values that
    change the choice and the gain; the mean payoff of each option.
    """

    part: Part
    changes: Array
    gains: Array
    everything: tuple[float, float]
    payoff: Array


def play(ground: Ground, size: int, seed: int, k: int) -> Round:
    """Replicate k, of `size` points."""
    both = points(2 * ground.dimensions, size, seed, k)
    half, anew = np.split(both, 2)
    part = replicated(ground.lead, both, ground.groups)
    payoff = ground.payoff(half)
    mean, best = payoff.mean(axis=1), payoff.max(axis=0)
    everything = _differing(payoff[int(np.argmax(mean))], best), float(best.mean() - mean.max())
    changes, gains = _learnt(ground, half, anew)
    return Round(part, changes, gains, everything, mean)


def _learnt(ground: Ground, rest: Array, anew: Array) -> tuple[Array, Array]:
    """For each input (d,), the share of its values that change the choice, and the gain from knowing it. Each value is
    tried with the same draws of all else, so that an input that does nothing changes nothing.
    """
    few = rest[:, : rest.shape[1] // 8]
    values = (np.arange(LEARNT) + anew[:, :1]) / LEARNT
    values[len(ground.drivers) :] = anew[len(ground.drivers) :, :LEARNT]
    tried, known = np.tile(few, LEARNT), np.repeat(values, few.shape[1], axis=1)
    payoffs = [ground.payoff(block) for block in picked(tried, known, ground.groups)]
    mean = np.concatenate(payoffs, axis=1).reshape(len(ground.keep), -1, LEARNT, few.shape[1]).mean(axis=-1)
    found = []
    for each in mean.transpose(1, 0, 2):
        choice, best = int(np.argmax(each.mean(axis=1))), each.max(axis=0)
        found.append((_differing(each[choice], best), float(best.mean() - each[choice].mean())))
    changes, gains = np.array(found).T
    return changes, gains


def _differing(chosen: Array, best: Array) -> float:
    """The share of cases in which what is chosen is not the best."""
    return float(np.mean(chosen < best - TIE * max(1.0, float(np.abs(best).max()))))
