"""Neither weights nor figures are known: 160 figures drawn apart, every draw scaled by its own table, ranked whole."""

from typing import Any

import numpy as np
from measuring import Way, Work
from works.data import counts, doubtful, drawn_tables, looped, share, topsis

import mcda


def agree(ours: Any, theirs: Any) -> None:
    np.testing.assert_array_equal(np.rint(ours.acceptability * ours.draws), theirs[0])
    np.testing.assert_array_equal(np.rint(ours.wins * ours.draws), theirs[1])


def work() -> Work:
    case = doubtful()
    drawn = {size: drawn_tables(case, size) for size in (50, 500)}
    peers = {
        name: Way(lambda size, method=method: counts(looped(method, size, drawn[size])), share(name))
        for name, method in topsis().items()
    }
    return Work(
        "Weights and all 160 figures drawn, each draw in its own frame: every rank",
        1 << 20,
        lambda size: mcda.robustness(case, "both", size),
        "0.4",
        agree,
        "draws",
        peers,
    )
