"""The compromise set, in each of its three forms."""

import numpy as np

from mcda.methods.vikor import Options, compromise

W = np.full((1, 3), 1 / 3)
COSTS = np.zeros((1, 3), dtype=bool)


def found(x, w=W):
    return compromise(np.array(x, dtype=float), np.zeros((1, len(x[0])), dtype=bool), w, Options())


def test_a_clear_lead_that_is_stable_stands_alone():
    result = found([[0, 0, 1], [8, 9, 9], [9, 8, 10], [10, 10, 0]])
    assert (result.options, result.stable) == ((0,), True)
    assert result.advantage >= result.needed == 1 / 3


def test_a_lead_that_is_too_small_brings_all_those_near_it():
    result = found([[0, 1, 1], [1, 0, 1.1], [10, 10, 10], [9, 9, 9]])
    assert result.advantage < result.needed
    assert result.options == (0, 1)


def test_a_lead_that_is_best_neither_on_the_whole_nor_in_its_weakest_criterion_takes_the_next_along():
    x = [[0, 100, 0, 100, 0], [100, 0, 100, 0, 100], [0, 0, 0, 0, 100], [10, 10, 10, 15, 60], [55, 55, 55, 55, 55]]
    result = found(x, np.full((1, 5), 0.2))
    assert not result.stable
    assert result.advantage >= result.needed
    assert result.options == (3, 4)


def test_options_that_share_the_first_place_are_a_compromise_together():
    result = found([[0, 0, 1], [0, 0, 1], [9, 9, 9]])
    assert result.options == (0, 1)
    assert result.advantage == 0
