"""What several works share: tables, and what is counted from scores."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

import mcda
from mcda.figures.draws import drawn, drivers, tables
from mcda.sensitivity._blocks import simplex, stream

M, N = 20, 8
TYPES = np.array([1, -1] * (N // 2))
WORDS = ["max" if kind > 0 else "min" for kind in TYPES]
TABLE = np.random.default_rng(1).uniform(10, 100, (M, N)).round(1)


def problem(table: Any = TABLE, words: Iterable[str] = WORDS, weights: Any = None) -> mcda.Problem:
    """A problem of figures (m, n)."""
    names = [f"c{j}" for j in range(table.shape[1])]
    frame = pd.DataFrame(table, index=[f"a{i:02}" for i in range(len(table))], columns=names)
    given = None if weights is None else dict(zip(names, weights, strict=True))
    return mcda.Problem.from_frame(frame, dict(zip(names, words, strict=True)), given)


def doubtful() -> mcda.Problem:
    """The same, each figure from 20 % below to 30 % above."""
    known = problem()
    columns = {
        name: replace(
            column,
            figures={
                option: replace(figure, low=0.8 * figure.mode, high=1.3 * figure.mode)
                for option, figure in column.figures.items()
            },
        )
        for name, column in known.columns.items()
    }
    return replace(known, columns=columns)


def drawn_weights(size: int) -> Any:
    """The weights (size, n) that a question about so many draws draws."""
    w = simplex(stream(1, 0), N, size)
    return (w / w.sum(axis=0)).T


def drawn_tables(case: mcda.Problem, size: int) -> Any:
    """The tables (size, m, n) that go with these weights where figures are drawn too."""
    state, rng = case.scenarios["base"], stream(1, 0)
    moving = drivers(case, state)
    simplex(rng, N, size)
    given = drawn(case, state, moving, (rng.random(size) for _ in moving))
    return np.ascontiguousarray(tables(case, state, given, list(range(M)), size))


def counts(scores: Any) -> tuple[Any, Any]:
    """Of scores (draws, m): how often each option has each rank (m, m), and how often one beats another (m, m)."""
    above = scores[:, None, :] > scores[:, :, None]
    ranks = above.sum(axis=-1)
    return np.array([np.bincount(column, minlength=scores.shape[1]) for column in ranks.T]), above.sum(axis=0).T


def firsts(scores: Any) -> Any:
    """Of scores (draws, m): how often each option is first."""
    return (scores == scores.max(axis=1, keepdims=True)).sum(axis=0)


Topsis = Callable[[Any, Any], Any]


def topsis(types: Any = TYPES) -> dict[str, Topsis]:
    """TOPSIS with vector scaling by each library: a function of a table (m, n) and weights (n,) for each."""
    import skcriteria
    from pyDecision.algorithm import topsis_method
    from pymcdm.methods import TOPSIS
    from pymcdm.normalizations import vector_normalization
    from skcriteria.agg.topsis import TOPSIS as Similarity
    from skcriteria.preprocessing.scalers import VectorScaler

    theirs, scaler, similarity = TOPSIS(vector_normalization), VectorScaler("matrix"), Similarity()
    ends, words = [max if kind > 0 else min for kind in types], ["max" if kind > 0 else "min" for kind in types]

    def by_skcriteria(table: Any, w: Any) -> Any:
        return similarity.evaluate(scaler.transform(skcriteria.mkdm(table, ends, weights=w))).e_.similarity

    return {
        "pymcdm": lambda table, w: theirs(table, w, types, validation=False),
        "scikit-criteria": by_skcriteria,
        "pyDecision": lambda table, w: topsis_method(table, w, words, graph=False, verbose=False),
    }


def looped(method: Topsis, size: int, tables: Any = None) -> Any:
    """Scores (draws, m) of a peer, one draw after the other: there is no other way to ask."""
    given = [TABLE] * size if tables is None else tables
    return np.array([method(table, w) for table, w in zip(given, drawn_weights(size), strict=True)])


def share(name: str) -> int:
    """How many draws a peer makes."""
    return 50 if name == "scikit-criteria" else 500
