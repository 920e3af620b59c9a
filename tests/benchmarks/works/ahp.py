"""10,000 judgement matrices of 7 × 7: weights by the eigenvector, λmax, CR and GCI."""

from typing import Any

import numpy as np
from measuring import Way, Work

import mcda

COUNT, N = 10_000, 7
PAIRS = np.triu_indices(N, 1)
THEIRS = 1.35
"""ahpy's random index of 7 × 7 under the name of Saaty, who has 1.32."""


def answers() -> Any:
    """Judgements on Saaty's scale of people who nearly know what they want."""
    rng = np.random.default_rng(4)
    w = rng.dirichlet(np.full(N, 2.0), COUNT)
    told = np.log(w[:, PAIRS[0]] / w[:, PAIRS[1]]) + rng.normal(0, 0.3, (COUNT, len(PAIRS[0])))
    steps = np.clip(np.rint(np.exp(np.abs(told))), 1, 9) ** np.sign(told)
    matrices = np.ones((COUNT, N, N))
    matrices[:, *PAIRS], matrices[:, *PAIRS[::-1]] = steps, 1 / steps
    return matrices


def agree(ours: mcda.Priorities, theirs: Any) -> None:
    np.testing.assert_allclose(ours.weights, theirs[0], atol=1e-6)
    np.testing.assert_allclose(ours.consistency_ratio, theirs[1], atol=1e-6)


def work() -> Work:
    from ahpy import Compare
    from pyDecision.algorithm import ahp_method

    matrices = answers()
    names = [f"c{j}" for j in range(N)]
    asked = [
        {(names[i], names[j]): a[i, j] for i, j in zip(*PAIRS, strict=True)} for a in matrices[:500]
    ]  # what ahpy takes

    def by_ahpy(size: int) -> Any:
        found = [Compare("all", pairs, precision=8, random_index="saaty") for pairs in asked[:size]]
        weights = [[one.local_weights[name] for name in names] for one in found]
        return np.array(weights), np.array([one.consistency_ratio for one in found]) * THEIRS / 1.32

    def by_pydecision(size: int) -> Any:
        found = [ahp_method(a, "max_eigen") for a in matrices[:size]]
        return tuple(np.array(part) for part in zip(*found, strict=True))

    return Work(
        "AHP, 10,000 × (7×7): eigenvector, λmax, CR, GCI (peers: no GCI)",
        COUNT,
        lambda size: mcda.priorities(matrices[:size], "eigenvector", "saaty"),
        "25 ms",
        agree,
        peers={"ahpy": Way(by_ahpy, 500), "pyDecision": Way(by_pydecision, 500)},
    )
