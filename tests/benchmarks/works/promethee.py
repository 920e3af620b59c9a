"""PROMETHEE II of 5,000 options: thresholds of their own for each criterion."""

from typing import Any

import numpy as np
from measuring import Way, Work

from mcda.methods import METHODS, run
from mcda.methods.promethee import Options

ROWS, COLUMNS = 5_000, 10
TABLE = np.random.default_rng(2).uniform(0, 100, (ROWS, COLUMNS))
WEIGHTS = np.random.default_rng(3).dirichlet(np.ones(COLUMNS))
INDIFFERENCE, PREFERENCE = np.linspace(2, 6, COLUMNS), np.linspace(20, 40, COLUMNS)
GAIN = np.ones((1, COLUMNS), dtype=bool)


def flows(function: str) -> Any:
    """Our net flows of the first options, as a function of how many."""
    options = Options(function, INDIFFERENCE, PREFERENCE)
    return lambda size: run(METHODS["promethee"], options, TABLE[:size], GAIN, WEIGHTS[None, :])[:, 0]


def by_pydecision(code: str) -> Any:
    """pyDecision's, which takes the width of a Gaussian by itself."""
    from pyDecision.algorithm import promethee_ii

    width = (INDIFFERENCE + PREFERENCE) / 2
    given = [list(values) for values in (WEIGHTS, INDIFFERENCE, width, PREFERENCE)]

    def theirs(size: int) -> Any:
        return promethee_ii(TABLE[:size], *given, [code] * COLUMNS, sort=False, graph=False, verbose=False)[:, 1]

    return theirs


def agree(ours: Any, theirs: Any) -> None:
    np.testing.assert_allclose(ours, theirs, atol=1e-12)


def shared(function: str, reach: str, peers: dict[str, Way]) -> Work:
    """The work for one preference function."""
    title = f"PROMETHEE II, 5,000×10, {function}"
    return Work(title, ROWS, flows(function), reach, agree, peers=peers)
