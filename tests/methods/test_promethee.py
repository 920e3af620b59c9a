"""Flows by sorting are the flows of all pairs, on data with ties and in tenths, where floats tempt."""

import itertools
import tracemalloc

import numpy as np
import pytest

from mcda.methods import METHODS, choices_of, options_of, promethee, run
from mcda.methods.promethee import Options, by_criterion

FUNCTIONS = choices_of(Options.__dataclass_fields__["function"])
GAIN = np.array([[True]])


def strength(d, q, p, function):
    """The preference functions of Brans, Vincke & Mareschal (1986), for one difference."""
    if d <= 0:
        return 0.0
    match function:
        case "usual":
            return 1.0
        case "u-shape":
            return float(d > q)
        case "v-shape":
            return min(d / p, 1.0) if p else 1.0
        case "level":
            return 0.0 if d <= q else 0.5 if d <= p else 1.0
        case "linear":
            return 0.0 if d <= q else 1.0 if d >= p else (d - q) / (p - q)
    s = (q + p) / 2
    return 1 - np.exp(-(d**2) / (2 * s**2)) if s else 1.0


def by_pairs(y, q, p, function):
    m = len(y)
    table = np.array([[strength(a - b, q, p, function) for b in y] for a in y])
    return table.sum(axis=1) / (m - 1), table.sum(axis=0) / (m - 1)


def data():
    rng = np.random.default_rng(4)
    yield from (np.round(rng.uniform(0, 3, 25), 1) for _ in range(6))
    yield from (rng.integers(0, 6, 30) / 10 for _ in range(6))
    yield rng.normal(size=40)
    yield 1e5 + rng.normal(size=20) / 1000
    yield np.full(7, 3.3)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_sorting_gives_what_all_pairs_give(function):
    for y, (q, p) in itertools.product(data(), [(0, 0), (0.1, 0.1), (0.1, 0.3), (0, 0.5), (0.3, 0.7), (0.2, 1e6)]):
        out, into = by_criterion(y[:, None], GAIN, Options(function, np.array([q]), np.array([p])))
        exact = function in ("usual", "u-shape", "level")
        for found, expected in zip((out[:, 0], into[:, 0]), by_pairs(y, q, p, function), strict=True):
            np.testing.assert_allclose(found, expected, rtol=0, atol=1e-16 if exact else 4e-15)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_equal_figures_have_equal_flows_to_the_last_bit(function):
    y = np.round(np.random.default_rng(2).uniform(0, 2, 60), 1)
    out, into = by_criterion(y[:, None], GAIN, Options(function, np.array([0.1]), np.array([0.4])))
    for value in np.unique(y):
        assert len(np.unique(out[y == value])) == len(np.unique(into[y == value])) == 1


@pytest.mark.parametrize("function", FUNCTIONS)
def test_net_flows_sum_to_nothing(function):
    rng = np.random.default_rng(3)
    x, gain, w = rng.uniform(0, 9, (5, 12, 4)), np.array([[True, False, True, False]]), np.full((1, 4), 0.25)
    net = run(METHODS["promethee"], Options(function), x, gain, w)
    np.testing.assert_allclose(net.sum(axis=-2), 0, atol=1e-13)


def test_the_gaussian_is_the_same_in_blocks(monkeypatch):
    x = np.random.default_rng(5).uniform(0, 9, (50, 3))
    whole = by_criterion(x, np.ones((1, 3), bool), Options("gaussian"))
    monkeypatch.setattr(promethee, "BLOCK", 400)
    parts = by_criterion(x, np.ones((1, 3), bool), Options("gaussian"))
    np.testing.assert_allclose(parts, whole, rtol=1e-14)


@pytest.mark.parametrize("spread", ["even", "tails", "tied", "offset"])
def test_the_gaussian_in_boxes_is_that_of_all_pairs(monkeypatch, spread):
    rng = np.random.default_rng(8)
    x = {
        "even": rng.uniform(0, 9, (700, 3)),
        "tails": rng.standard_cauchy((700, 3)),
        "tied": rng.integers(0, 30, (700, 3)).astype(float),
        "offset": 1e5 + rng.random((700, 3)),
    }[spread]
    options = Options("gaussian", np.array([0.0, 0.01, 0.0]), np.array([2.0, 0.05, 0.0]))
    boxes = by_criterion(x, np.array([[True, False, True]]), options)
    monkeypatch.setattr(promethee, "MANY", 700)
    np.testing.assert_allclose(boxes, by_criterion(x, np.array([[True, False, True]]), options), atol=1e-13)
    for flow in boxes:
        for column, figures in zip(flow.T, x.T, strict=True):
            assert len(np.unique(column)) <= len(np.unique(figures))


def test_no_matrix_of_all_pairs_is_made():
    x = np.random.default_rng(6).uniform(0, 9, (20_000, 1))
    tracemalloc.start()
    by_criterion(x, GAIN, Options("linear", np.array([0.5]), np.array([2.0])))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100 * x.nbytes


def test_without_thresholds_the_order_is_that_of_the_weighted_sum():
    """A V-shape as wide as the table is linear (Mareschal 2015, note on the net flow)."""
    rng = np.random.default_rng(7)
    x, gain, w = rng.uniform(1, 9, (9, 5)), rng.random((1, 5)) < 0.5, rng.dirichlet(np.ones(5))[None]
    net = run(METHODS["promethee"], Options(), x, gain, w)[:, 0]
    summed = run(METHODS["weighted_sum"], options_of("weighted_sum", {}), x, gain, w)[:, 0]
    np.testing.assert_allclose(net - net.mean(), (summed - summed.mean()) * 9 / 8, atol=1e-14)
