"""Every range of every weight within which the order holds; peers can only try weights on a grid."""

from typing import Any

import numpy as np
from measuring import Way, Work
from works.data import Topsis, problem, topsis

import mcda

M, N = 14, 7
STEPS = 1000
TABLE = np.random.default_rng(5).uniform(10, 100, (M, N)).round(1)
WEIGHTS = np.arange(1.0, N + 1) / np.arange(1, N + 1).sum()
TYPES = np.ones(N)


def grid(method: Topsis) -> Any:
    """Ranks (N, STEPS − 1, M) where the weight of each criterion in turn is 1/STEPS, 2/STEPS, …, others in proportion."""
    found = []
    for j in range(N):
        rest = WEIGHTS / (1 - WEIGHTS[j])
        for t in np.arange(1, STEPS) / STEPS:
            w = rest * (1 - t)
            w[j] = t
            scores = method(TABLE, w)
            found.append(1 + (scores[None, :] > scores[:, None]).sum(axis=1))
    return np.array(found).reshape(N, STEPS - 1, M)


def agree(ours: mcda.Any, theirs: Any) -> None:
    """At every point of the grid that is not itself a crossing."""
    at = np.arange(1, STEPS) / STEPS
    for span, rows in zip(ours.spans, theirs, strict=True):
        ends = np.array([piece.low for piece in span.pieces])
        mine = np.array([piece.ranks for piece in span.pieces])[np.searchsorted(ends, at, side="right") - 1]
        clear = np.abs(at[:, None] - ends).min(axis=1) > 1e-9
        np.testing.assert_array_equal(mine[clear], rows[clear])


def work() -> Work:
    case = problem(TABLE, ["max"] * N, WEIGHTS)
    method = topsis(TYPES)["pymcdm"]
    return Work(
        "Exact stability of all weights, TOPSIS 14×7 (peer: a grid of 0.001)",
        1,
        lambda size: mcda.stability(case),
        "4 ms",
        agree,
        peers={"pymcdm": Way(lambda size: grid(method), 1)},
    )
