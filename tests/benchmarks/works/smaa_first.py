"""Which option is first, how often, if nothing is known of the weights: no other place is counted."""

from typing import Any

import numpy as np
from measuring import Way, Work
from works.data import firsts, looped, problem, share, topsis

import mcda


def agree(ours: Any, theirs: Any) -> None:
    np.testing.assert_array_equal([np.rint(p.draws * ours.draws) for p in ours.prospects], theirs)


def work() -> Work:
    case = problem()
    peers = {
        name: Way(lambda size, method=method: firsts(looped(method, size)), share(name))
        for name, method in topsis().items()
    }
    return Work(
        "The same, first places (`mcda dominance`, with its proofs)",
        1 << 21,
        lambda size: mcda.dominance(case, size),
        "8",
        agree,
        "draws",
        peers,
    )
