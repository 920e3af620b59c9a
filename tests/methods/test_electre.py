"""Distillation in a batch is the distillation of one matrix after another, as it is written down."""

import numpy as np
import pytest

from mcda.errors import TableError
from mcda.methods import METHODS, run
from mcda.methods.electre import MOST, Options, credibility, distillations


def distilled(sigma, best):
    """Roy (1978), step by step on one matrix."""
    place, left, count = {}, list(range(len(sigma))), 0
    while left:
        chosen, level = left, max((sigma[a, b] for a in left for b in left if a != b), default=0)
        while len(chosen) > 1 and level > 0:
            lower = [sigma[a, b] for a in chosen for b in chosen if a != b and sigma[a, b] < level - 0.3 + 0.15 * level]
            level = max(lower, default=0)
            net = dict.fromkeys(chosen, 0)
            for a in chosen:
                for b in chosen:
                    if a != b and sigma[a, b] > level and sigma[a, b] - sigma[b, a] > 0.3 - 0.15 * sigma[a, b]:
                        net[a] += 1
                        net[b] -= 1
            extreme = max(net.values()) if best else min(net.values())
            chosen = [a for a in chosen if net[a] == extreme]
        place |= dict.fromkeys(chosen, count)
        left, count = [a for a in left if a not in chosen], count + 1
    classes = np.array([place[a] for a in range(len(sigma))])
    return classes if best else classes.max() - classes


def test_a_batch_is_distilled_as_one_matrix_after_another():
    rng = np.random.default_rng(1)
    x, w = rng.uniform(0, 10, (40, 8, 4)), rng.dirichlet(np.ones(4), (40, 1))
    options = Options(np.full(4, 0.5), np.full(4, 2.0), np.array([6.0, np.inf, 8, np.inf]))
    sigma = credibility(x, np.array([[True, False, True, True]]), w, options)
    falling, rising = distillations(sigma)
    for k in range(40):
        assert falling[k].tolist() == distilled(sigma[k], True).tolist()
        assert rising[k].tolist() == distilled(sigma[k], False).tolist()


def test_a_veto_needs_weight_and_thresholds_decide():
    x, gain = np.array([[10.0, 0], [9, 9]]), np.array([[True, True]])
    strict = Options(np.zeros(2), np.zeros(2), np.array([np.inf, 5]))
    assert credibility(x, gain, np.array([[0.9, 0.1]]), strict)[0, 1] == 0
    assert credibility(x, gain, np.array([[1.0, 0.0]]), strict)[0, 1] == 1
    tolerant = Options(np.full(2, 1.0), np.full(2, 2.0))
    assert credibility(x, gain, np.array([[0.9, 0.1]]), tolerant)[1, 0] == 1


def test_the_score_keeps_the_final_order():
    rng = np.random.default_rng(2)
    for _ in range(30):
        x, w = rng.uniform(0, 10, (7, 4)), rng.dirichlet(np.ones(4))[None]
        gain = np.ones((1, 4), dtype=bool)
        falling, rising = distillations(credibility(x, gain, w, Options()))
        scores = run(METHODS["electre"], Options(), x, gain, w)[:, 0]
        ahead = (falling[:, None] <= falling) & (rising[:, None] <= rising)
        ahead &= (falling[:, None] < falling) | (rising[:, None] < rising)
        assert ((scores[:, None] - scores)[ahead] > 0).all()


def test_too_many_options_are_refused():
    x = np.zeros((MOST + 1, 1))
    with pytest.raises(TableError, match="too many"):
        run(METHODS["electre"], Options(), x, np.array([[True]]), np.array([[1.0]]))
