"""Bounds of weights: none missed, none wrong, and those that the literature prints."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.errors import TableError
from mcda.methods import METHODS, method_of, options_of, ready, run
from mcda.ranking import ranks
from mcda.sensitivity.stability import crossings, path, positive_roots


def problem(seed, m=6, n=4, ties=False):
    rng = np.random.default_rng(seed)
    table = rng.integers(1, 6, (m, n)).astype(float) if ties else rng.uniform(1, 10, (m, n))
    frame = pd.DataFrame(table, index=[f"a{i}" for i in range(m)], columns=[f"c{j}" for j in range(n)])
    directions = {name: "max" if j % 3 else "min" for j, name in enumerate(frame)}
    return mcda.Problem.from_frame(frame, directions, dict(zip(frame, rng.dirichlet(np.ones(n)), strict=True)))


def ranks_at(case, span, method, t):
    """Ranks with one weight at t and the others in proportion, by the method itself."""
    base = mcda.weights(case)
    at = base.criteria.index(span.id)
    a, b = path(base.values, [at])
    w = t * a + (1 - t) * b
    return tuple(int(x) for x in mcda.rank(case, method, weights=dict(zip(base.criteria, w, strict=True))).ranks)


EXACT = {"ahp", "grey", "mavt", "promethee", "spotis", "topsis", "vikor", "weighted_product", "weighted_sum"}
"""The methods whose order hangs on a polynomial of the weights, or on one by pieces."""


def test_bounds_are_exact_for_these_methods_and_found_by_search_for_the_others():
    case = problem(0, m=3, n=2)
    for name in METHODS:
        found = mcda.stability(case, name)
        assert found.exact == (name in EXACT), name
        assert found.exact != any("by search to ±0.001" in f.text() for f in found.findings)


@pytest.mark.parametrize("method", sorted(EXACT))
@pytest.mark.parametrize("seed", range(6))
def test_no_change_is_missed_on_a_dense_grid(method, seed):
    case = problem(seed, ties=seed > 3)
    found = mcda.stability(case, method)
    assert found.exact
    for span in found.spans:
        base = mcda.weights(case)
        a, b = path(base.values, [base.criteria.index(span.id)])
        grid = np.linspace(0.0005, 0.9995, 1999)
        table = mcda.rank(case, method).table
        w = grid[:, None] * a + (1 - grid[:, None]) * b
        options = ready(method, {}, case.criteria)
        rows = ranks(run(method_of(method), options, table.values, table.gain, w[:, None, :])[..., 0])
        ends = np.array([piece.low for piece in span.pieces[1:]])
        for t, row in zip(grid, rows, strict=True):
            if len(ends) == 0 or np.abs(ends - t).min() > 1e-9:
                piece = next(p for p in span.pieces if p.low <= t <= p.high)
                assert piece.ranks == tuple(row)


@pytest.mark.parametrize("v", ["0", "0.25", "0.5", "1"])
@pytest.mark.parametrize("seed", range(12))
def test_no_change_of_a_compromise_is_missed_where_regrets_tie(seed, v):
    """Whole numbers, equal options, a criterion that decides nothing, a weight of 0."""
    rng = np.random.default_rng(seed)
    m, n = int(rng.integers(2, 9)), int(rng.integers(2, 6))
    x, gain, w = rng.integers(1, 5, (m, n)).astype(float), rng.random((1, n)) < 0.5, rng.dirichlet(np.ones(n))
    x[-1] = x[0] if seed % 2 else x[-1]
    x[:, 0] = 3 if seed % 3 == 0 else x[:, 0]
    w[-1] = 0 if seed % 4 == 0 else w[-1]
    method, options = method_of("vikor"), options_of("vikor", {"v": v})

    def places(t):
        return ranks(method.score(x, gain, (t[:, None] * a + (1 - t[:, None]) * b)[:, None, :], None, options)[..., 0])

    for j in range(n):
        a, b = path(w / w.sum(), [j])
        cuts = crossings(method.form(x, gain, None, options), a, b)
        ends = np.unique(np.concatenate([[0.0], cuts, [1.0]]))
        rows, grid = places((ends[1:] + ends[:-1]) / 2), np.linspace(0.0005, 0.9995, 999)
        at = np.searchsorted(ends, grid) - 1
        clear = np.minimum(grid - ends[at], ends[at + 1] - grid) > 1e-9
        np.testing.assert_array_equal(rows[at][clear], places(grid)[clear])


@pytest.mark.parametrize("method", ["topsis", "vikor", "weighted_sum"])
def test_the_order_changes_at_every_bound_and_nowhere_beside_it(method):
    case = problem(3)
    for span in mcda.stability(case, method).spans:
        for before, after in pairwise(span.pieces):
            assert before.high == after.low
            assert before.ranks != after.ranks
            for t, expected in ((before.high - 1e-7, before.ranks), (after.low + 1e-7, after.ranks)):
                if before.low < t < after.high:
                    assert ranks_at(case, span, method, t) == expected


def test_pieces_cover_everything_and_hold_todays_weight():
    for span in mcda.stability(mcda.load("green-pathways")).spans:
        assert span.pieces[0].low == 0
        assert span.pieces[-1].high == 1
        assert span.first_holds[0] <= span.order_holds[0] <= span.weight <= span.order_holds[1] <= span.first_holds[1]


def test_branches_move_as_one():
    ids = {span.id for span in mcda.stability(mcda.load("green-pathways")).spans}
    assert {"environment", "regions", "emissions_avoided"} <= ids


def test_triantaphyllou_and_sanchez_1997():
    """Decision Sciences 28(1), the weighted sum's example: for the first place C3 is critical, its weight falling by
    64.8 %; for any place C1, rising by 19.1 %. Columns sum to 1, so that AHP's synthesis takes them as they are."""
    table = [
        [0.3088, 0.2897, 0.3867, 0.1922],
        [0.2163, 0.3458, 0.1755, 0.6288],
        [0.4509, 0.2473, 0.1194, 0.0575],
        [0.0240, 0.1172, 0.3184, 0.1215],
    ]
    names = ["C1", "C2", "C3", "C4"]
    frame = pd.DataFrame(table, index=["A1", "A2", "A3", "A4"], columns=names)
    weights = dict(zip(names, (0.3277, 0.3058, 0.2876, 0.0790), strict=True))
    case = mcda.Problem.from_frame(frame, dict.fromkeys(names, "max"), weights)
    assert mcda.rank(case, "ahp").scores.tolist() == pytest.approx([0.3162, 0.2768, 0.2621, 0.1449], abs=2e-4)
    top, any_place = mcda.stability(case, "ahp").critical
    assert (top.criterion, any_place.criterion) == ("C3", "C1")
    assert top.percent == pytest.approx(-64.8, abs=0.2)
    assert any_place.percent == pytest.approx(19.1, abs=0.3)  # they divide differences of scores rounded to 0.0001


def test_roots_of_quadratics_lose_no_digits():
    z = np.sort(positive_roots(np.array([1.0]), np.array([-1e8 - 1e-8]), np.array([1.0])))
    assert z.tolist() == pytest.approx([1e-8, 1e8], rel=1e-14)
    assert positive_roots(np.array([0.0]), np.array([2.0]), np.array([-4.0])).tolist() == [2]
    assert len(positive_roots(np.array([1.0]), np.array([0.0]), np.array([1.0]))) == 0
    assert np.unique(positive_roots(np.array([1.0]), np.array([-2.0]), np.array([1.0]))).tolist() == [1]


def takes(problem, method):
    """Whether a method can rank a problem at all."""
    try:
        return bool(mcda.rank(problem, method).ranks.min())
    except mcda.MCDAError:
        return False


@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
@pytest.mark.parametrize("method", sorted(METHODS))
def test_every_method_answers_for_every_case(case, method):
    problem = mcda.load(case)
    if case == "green-pathways" and not takes(problem, method):
        with pytest.raises(mcda.MCDAError, match="negative"):
            mcda.stability(problem, method)
        return
    found = mcda.stability(problem, method)
    frame = found.to_frame()
    assert not frame.drop(columns="points_to_another_first").isna().any().any()
    assert found.exact or any("search" in f.text() for f in found.findings)
    assert found.to_dict()["weights"]


def many(m):
    figures = np.random.default_rng(3).uniform(1, 9, (m, 4))
    return mcda.Problem.from_frame(figures, ["max", "min", "max", "min"]).with_plan(method="topsis")


def test_many_options_are_searched_and_too_many_refused(monkeypatch):
    problem = many(101)
    searched = mcda.stability(problem)
    assert not searched.exact
    assert "finding.by_search" in {finding.message.code for finding in searched.findings}
    monkeypatch.setattr("mcda.sensitivity.stability.EXACT", 101)
    exact = mcda.stability(problem)
    assert exact.exact
    for one, other in zip(searched.spans, exact.spans, strict=True):
        np.testing.assert_allclose(one.first_holds, other.first_holds, atol=1e-3)
    with pytest.raises(TableError) as raised:
        mcda.stability(many(501))
    assert [fault.code for fault in raised.value.faults] == ["stability_many"]
