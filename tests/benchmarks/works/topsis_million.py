"""TOPSIS of a million options, columns contiguous: scores of all, the best hundred with their ranks."""

from typing import Any

import numpy as np
from measuring import Way, Work
from works.data import problem, topsis

from mcda.ranking.large import Leaders, rank_large

COLUMNS, TOP = 10, 100
TYPES = np.array([1, -1] * (COLUMNS // 2))
WEIGHTS = np.arange(1.0, COLUMNS + 1) / np.arange(1, COLUMNS + 1).sum()


def table(rows: int) -> Any:
    """Figures (rows, 10), columns contiguous."""
    return np.random.default_rng(6).random((COLUMNS, rows)).T


def best(figures: Any) -> Any:
    """Our best options of figures (m, 10)."""
    words = ["max" if kind > 0 else "min" for kind in TYPES]
    case = problem(np.ones((1, COLUMNS)), words, WEIGHTS)
    return rank_large(case, figures, top=TOP)


def agree(ours: Leaders, theirs: Any) -> None:
    np.testing.assert_array_equal(ours.rows, np.argsort(-theirs, kind="stable")[:TOP])
    np.testing.assert_allclose(ours.scores, theirs[ours.rows], rtol=1e-12)


def work() -> Work:
    figures = table(1_000_000)
    peers = {
        name: Way(
            lambda size, method=method: method(figures[:size], WEIGHTS),
            100_000 if name == "scikit-criteria" else 1_000_000,
        )
        for name, method in topsis(TYPES).items()
    }
    return Work(
        "TOPSIS, 10⁶×10, columns contiguous: the best 100",
        len(figures),
        lambda size: best(figures[:size]),
        "50 ms",
        agree,
        peers=peers,
    )
