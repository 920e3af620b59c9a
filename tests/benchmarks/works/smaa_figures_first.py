"""The same draws of weights and figures, of which only the first place is counted."""

from typing import Any

import numpy as np
from measuring import Way, Work
from works.data import M, N, doubtful, drawn_tables, firsts, looped, share, topsis

from mcda.figures import tabulate
from mcda.figures.draws import drivers
from mcda.sensitivity._blocks import sizes
from mcda.sensitivity._job import Job, Part


def work() -> Work:
    case = doubtful()
    state = case.scenarios["base"]
    table = tabulate(case, state).ranked()
    job = Job(case, np.full((1, N), 1 / N), table, drivers(case, state), list(range(M)), "both", 1)

    def ours(size: int) -> Any:
        found = np.zeros(M, dtype=int)
        for block, draws in enumerate(
            sizes(size), start=1 if size > 500 else 0
        ):  # the first looks at each driver again
            scores, _ = job.scores(block, draws, Part.empty(M, N, len(job.drivers)))
            found += firsts(scores.T)
        return found

    drawn = {size: drawn_tables(case, size) for size in (50, 500)}
    peers = {
        name: Way(lambda size, method=method: firsts(looped(method, size, drawn[size])), share(name))
        for name, method in topsis().items()
    }
    return Work(
        "The same, first places (inside `mcda robustness`, which counts all)",
        1 << 19,
        ours,
        "0.5",
        np.testing.assert_array_equal,
        "draws",
        peers,
    )
