"""Which place for which option if nothing is known of the weights: every draw ranked whole."""

from typing import Any

import numpy as np
from measuring import Way, Work
from works.data import TABLE, TYPES, M, counts, drawn_weights, looped, problem, share, topsis

import mcda


def agree(ours: Any, theirs: Any) -> None:
    np.testing.assert_array_equal(np.rint(ours.acceptability * ours.draws), theirs[0])
    np.testing.assert_array_equal(np.rint(ours.wins * ours.draws), theirs[1])


def by_pysensmcda(size: int) -> Any:
    from pymcdm.methods import TOPSIS
    from pymcdm.normalizations import vector_normalization
    from pysensmcda.robustness import pairwise_winning_indices
    from pysensmcda.smaa import rank_acceptability, simulate

    found = simulate(TOPSIS(vector_normalization), TABLE, TYPES, weights=drawn_weights(size))
    return np.rint(size * rank_acceptability(found)), np.rint(size * pairwise_winning_indices(found.rankings))


def work() -> Work:
    case = problem()
    peers = {
        name: Way(lambda size, method=method: counts(looped(method, size)), share(name))
        for name, method in topsis().items()
    }
    return Work(
        f"SMAA-TOPSIS {M}×8 over weights: every rank with exact ties, pairwise wins",
        1 << 20,
        lambda size: mcda.robustness(case, "weights", size),
        "3; on two 6",
        agree,
        "draws",
        {**peers, "pysensmcda": Way(by_pysensmcda, 500)},
        {"two processes": Way(lambda size: mcda.robustness(case, "weights", size, workers=2), 1 << 22)},
    )
