"""The piecewise-linear preference function, which takes a sort."""

from typing import Any

import numpy as np
from measuring import Way, Work
from works.promethee import COLUMNS, INDIFFERENCE, PREFERENCE, TABLE, WEIGHTS, by_pydecision, shared


def by_pymcdm(size: int) -> Any:
    from pymcdm.methods import PROMETHEE_II

    method = PROMETHEE_II("vshape_2", p=PREFERENCE, q=INDIFFERENCE)  # serves once
    return method(TABLE[:size], WEIGHTS, np.ones(COLUMNS), validation=False)


def work() -> Work:
    peers = {"pymcdm": Way(by_pymcdm, 1000, power=2), "pyDecision": Way(by_pydecision("t5"), 60, power=2)}
    return shared("linear", "10 ms", peers)
