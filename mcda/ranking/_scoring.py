"""Scores of a part of a large table, and the best of all parts."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from mcda.figures.table import as_numbers, more_is_better
from mcda.model import Array, Criterion, Direction, Frame, Need, Problem, Table
from mcda.ranking import TIE, settled
from mcda.ranking._memory import CHUNK

SCORED = 2 * CHUNK
"""Rows that are scored at once: what a method makes of them is a few columns."""


def measured(criterion: Criterion) -> bool:
    """Whether a method takes the figures of a criterion as they are."""
    return criterion.scale.kind is not Need.ORDER and criterion.direction is not Direction.TARGET


def numbers(criteria: tuple[Criterion, ...], figures: Array) -> Array:
    """Figures (r, n) as a method takes them; NaN for a level between two."""
    if all(map(measured, criteria)):
        return figures
    counted = np.empty(figures.shape, order="F")
    for j, criterion in enumerate(criteria):
        column = figures[:, j]
        between = criterion.scale.kind is Need.ORDER and column != np.rint(column)
        counted[:, j] = np.where(between, np.nan, as_numbers(criterion, column))
    return counted


@dataclass(frozen=True)
class Part:
    """The best of a part of the table: their `rows`, rising, and `scores`; `ends` are the part's smallest and largest
    score.
    """

    rows: Any
    scores: Array
    ends: tuple[float, float]


@dataclass(frozen=True)
class Scoring:
    """What it takes to score a part of a table, and nothing that can't be sent to another machine. Of each part it
    keeps the best `top`, and those that come within `slack` of them.
    """

    problem: Problem
    w: Array
    frame: Frame | None
    top: int | None = None
    slack: float = 0.0

    def __call__(self, figures: Array, start: int) -> Part:
        """The best of the rows that begin at `start`, scored by as many at a time as a cache holds."""
        scores = np.empty(len(figures))
        for k in range(0, len(figures), SCORED):
            scores[k : k + SCORED] = self.scores(numbers(self.problem.criteria, figures[k : k + SCORED]))
        ends = float(scores.min()), float(scores.max())
        if self.top is None or self.top >= len(scores):
            return Part(np.arange(start, start + len(scores)), scores, ends)
        slack = max(self.slack, TIE * (ends[1] - ends[0]))
        rows = np.flatnonzero(scores >= np.partition(scores, -self.top)[-self.top] - slack)
        return Part(rows + start, scores[rows], ends)

    def scores(self, x: Array) -> Array:
        """Scores (m,) of figures (m, n) as a method takes them: by its fastest form."""
        method, options = settled(self.problem)
        gain = np.array([[more_is_better(c) for c in self.problem.criteria]])
        if method.by_columns is not None:
            return np.asarray(method.by_columns(x, gain, self.w, self.frame, options)[:, 0])
        if method.by_weights is not None:
            return np.asarray(method.by_weights(x, gain, self.frame, options)(self.w)[0])
        return np.asarray(method.score(x, gain, self.w, self.frame, options)[:, 0])


def slack_of(scoring: Scoring, corners: Table) -> float:
    """More than what scores of one rank differ by: all lie between those of the worst and the best of everything."""
    if scoring.frame is None:
        return 0.0
    low, high = corners.values
    worst, best = scoring.scores(np.concatenate([np.where(corners.gain, *ends) for ends in ((low, high), (high, low))]))
    return 2 * TIE * float(best - worst)


def placed(parts: list[Part], top: int | None) -> tuple[Any, Array, Any]:
    """Rows, scores and ranks of the best `top` options, best first, equals in the order of the table. Takes the parts
    with it: where all are wanted, what is kept is all there is room for.
    """
    spread = TIE * (max(part.ends[1] for part in parts) - min(part.ends[0] for part in parts))
    rows = np.concatenate([part.rows for part in parts])
    behind = np.concatenate([part.scores for part in parts])
    parts.clear()
    np.negative(behind, out=behind)
    order = np.argsort(behind)
    rows = rows[order]
    behind = behind[order]
    del order
    ranks = 1 + np.searchsorted(behind, behind - spread)
    same = ranks[1:] == ranks[:-1]
    tied = np.append(same, False) | np.append(False, same)
    inside = np.lexsort((rows[tied], ranks[tied]))
    rows[tied], behind[tied] = rows[tied][inside], behind[tied][inside]
    return rows[:top], -behind[:top], ranks[:top]
