"""Shares of draws: against exact lengths and areas, against themselves, and against one worker."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from areas import area, cut

import mcda
from mcda.errors import TableError
from mcda.figures.draws import drivers, quantile, triangular
from mcda.methods import METHODS
from mcda.model import Figure
from mcda.ranking import aligned, planned, ranks
from mcda.sensitivity._blocks import BLOCK, Tally
from mcda.sensitivity._job import score_draws
from mcda.sensitivity.robustness import headline


def problem(table, directions="max"):
    rows, columns = [f"a{i}" for i in range(len(table))], [f"c{j}" for j in range(len(table[0]))]
    frame = pd.DataFrame(table, index=rows, columns=columns, dtype=float)
    return mcda.Problem.from_frame(frame, dict.fromkeys(columns, directions))


def exact_two(u):
    """The share of weights (t, 1 − t) with which each option is first: lengths of intervals, in fractions."""
    u = [[Fraction(x) for x in row] for row in u]
    cuts = {Fraction(0), Fraction(1)}
    for a in u:
        for b in u:
            slope = (a[0] - a[1]) - (b[0] - b[1])
            if slope:
                cuts.add((b[1] - a[1]) / slope)
    ends = sorted(cut for cut in cuts if 0 <= cut <= 1)
    shares = [Fraction(0)] * len(u)
    for low, high in pairwise(ends):
        t = (low + high) / 2
        scores = [row[0] * t + row[1] * (1 - t) for row in u]
        shares[scores.index(max(scores))] += high - low
    return [float(share) for share in shares]


def exact_three(u):
    """The same with three criteria: areas of polygons in the triangle of weights, cut by lines, in fractions."""
    triangle = [(Fraction(0), Fraction(0)), (Fraction(1), Fraction(0)), (Fraction(0), Fraction(1))]
    u = [[Fraction(x) for x in row] for row in u]
    shares = []
    for a in u:
        polygon = triangle
        for b in u:
            if a is not b:
                d = [x - y for x, y in zip(a, b, strict=True)]
                polygon = cut(polygon, d[0] - d[2], d[1] - d[2], d[2])
        shares.append(float(2 * area(polygon)))
    return shares


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("n", [2, 3])
def test_first_places_of_the_weighted_sum_are_lengths_and_areas(n, seed):
    """With u scaled from worst (0) to best (1), as the weighted sum does."""
    rng = np.random.default_rng(seed)
    table = rng.integers(1, 20, (5, n)).astype(float)
    table[0], table[1] = 0, 20
    table[0, 0], table[1, 0] = 20, 0
    u = (table - table.min(0)) / np.ptp(table, axis=0)
    exact = exact_two(u) if n == 2 else exact_three(u)
    found = mcda.robustness(problem(table), "weights", 200_000, method="weighted_sum")
    assert sum(exact) == pytest.approx(1)
    np.testing.assert_allclose(found.first, exact, atol=5 * np.sqrt(0.25 / 200_000))


def exact_ranks(u):
    """With two criteria: the share of weights (t, 1 − t) with which each option has each rank, with which it beats each
    other, and the mean t with which it is first. Intervals between crossings, in fractions.
    """
    u = [[Fraction(x) for x in row] for row in u]
    m, cuts = len(u), {Fraction(0), Fraction(1)}
    for a in u:
        for b in u:
            slope = (a[0] - a[1]) - (b[0] - b[1])
            if slope and 0 < (b[1] - a[1]) / slope < 1:
                cuts.add((b[1] - a[1]) / slope)
    ranks, wins, central = np.zeros((m, m)), np.zeros((m, m)), np.full(m, Fraction(0))
    for low, high in pairwise(sorted(cuts)):
        t = (low + high) / 2
        scores = [row[0] * t + row[1] * (1 - t) for row in u]
        for i in range(m):
            rank = sum(other > scores[i] for other in scores)
            ranks[i, rank] += float(high - low)
            central[i] += t * (high - low) if rank == 0 else 0
            wins[i] += [float(high - low) * (scores[i] > other) for other in scores]
    return ranks, wins, [float(c) / r if r else np.nan for c, r in zip(central, ranks[:, 0], strict=True)]


@pytest.mark.parametrize("seed", range(3))
def test_all_ranks_wins_and_central_weights_with_two_criteria_are_lengths(seed):
    rng, draws = np.random.default_rng(seed), 100_000
    table = rng.integers(1, 20, (5, 2)).astype(float)
    table[0], table[1] = [20, 0], [0, 20]
    ranks, wins, central = exact_ranks(table / 20)
    found = mcda.robustness(problem(table), "weights", draws, method="weighted_sum")
    atol = 5 * np.sqrt(0.25 / draws)
    np.testing.assert_allclose(found.acceptability, ranks, atol=atol)
    np.testing.assert_allclose(found.wins, wins, atol=atol)
    np.testing.assert_allclose(found.holistic, ranks @ (1 / np.arange(1, 6)), atol=atol)
    often = found.first > 0.05
    np.testing.assert_allclose(found.central[often, 0], np.array(central)[often], atol=0.01)


def test_two_options_that_mirror_each_other_share_evenly():
    found = mcda.robustness(problem([[1, 0], [0, 1]]), "weights", 100_000)
    assert found.first.tolist() == pytest.approx([0.5, 0.5], abs=0.01)
    assert found.winner is None
    assert "No clear winner" in headline(problem([[1, 0], [0, 1]]), found).in_("en")


def test_a_dominant_option_is_always_first():
    case = problem([[3, 9], [2, 8], [1, 1]])
    found = mcda.robustness(case, "weights", 20_000)
    assert found.first.tolist() == [1, 0, 0]
    assert found.winner == "a0"
    assert np.isnan(found.central[1:]).all()
    assert found.central[0].tolist() == pytest.approx([0.5, 0.5], abs=0.01)


@pytest.mark.parametrize("over", ["weights", "figures", "both", "levels"])
@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
def test_shares_are_shares(case, over):
    found = mcda.robustness(mcda.load(case), over, 3000)
    np.testing.assert_allclose(found.acceptability.sum(axis=0), 1)
    np.testing.assert_allclose(found.acceptability.sum(axis=1), 1)
    assert found.first.sum() == pytest.approx(1)
    assert (found.wins + found.wins.T <= 1 + 1e-12).all()
    assert found.to_frame().shape[0] == len(found.alternatives)
    assert found.to_dict()["draws"] == 3000


def test_every_number_of_workers_gives_the_same_counts():
    case = mcda.load("hebei-steel")
    one = mcda.robustness(case, "both", 2 * BLOCK + 500, workers=1)
    two = mcda.robustness(case, "both", 2 * BLOCK + 500, workers=2)
    np.testing.assert_array_equal(one.acceptability, two.acceptability)
    np.testing.assert_array_equal(one.central, two.central)
    other = mcda.robustness(case, "both", 2 * BLOCK + 500, seed=2)
    assert not np.array_equal(one.acceptability, other.acceptability)


def test_standard_errors_are_what_repeats_show():
    case = problem([[1.0, 0, 3], [0, 1, 2], [2, 2, 0]])
    found = [mcda.robustness(case, "weights", 2000, seed=seed) for seed in range(60)]
    spread = np.std([f.acceptability for f in found], axis=0)
    stated = np.mean([f.errors for f in found], axis=0)
    here = stated > 0
    assert 0.8 < float(np.median(spread[here] / stated[here])) < 1.25


def test_one_cause_moves_all_figures_that_follow_from_it():
    """Gas DRI and half-hydrogen DRI burn the same gas: drawn apart, their costs would not be correlated."""
    from mcda.figures.draws import drawn
    from mcda.figures.known import known

    case = mcda.load("hebei-steel")
    base = case.scenarios["base"]
    chosen = drivers(case, base)
    u = np.random.default_rng(0).random((len(chosen), 4000))
    cost = known(case, base, drawn(case, base, chosen, u))["cost"]
    at = [a.id for a in case.alternatives]
    gas, half = (cost[:, at.index(name)] for name in ("ng_dri_eaf", "h2_dri_eaf_50"))
    assert np.corrcoef(gas, half)[0, 1] > 0.7


def test_the_ledger_names_what_moves_the_first_place():
    found = mcda.robustness(mcda.load("hebei-steel"), "both", 20_000)
    assert found.ledger[0].driver == "hydrogen_price"
    assert found.ledger[0].flips > 0
    entry = {e.driver: e for e in found.ledger}
    assert 0.9 <= entry["hydrogen_price"].smallest < entry["hydrogen_price"].largest <= 4.8
    assert "biomass_price" not in entry
    assert any("Biomass price" in f.text() for f in found.findings)


def test_an_interruption_keeps_what_was_done():
    calls = []

    def interrupt(done, total):
        calls.append(done)
        if len(calls) == 2:
            raise KeyboardInterrupt

    found = mcda.robustness(mcda.load("hebei-steel"), "weights", 5 * BLOCK, progress=interrupt)
    assert found.partial
    assert found.draws == BLOCK
    assert "interrupted" in found.findings[0].text()


def test_an_interruption_before_anything_was_done_is_one():
    def interrupt(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mcda.robustness(mcda.load("hebei-steel"), "weights", 10, progress=interrupt)


def test_without_ranges_there_is_nothing_to_draw():
    with pytest.raises(mcda.MCDAError, match="no figure"):
        mcda.robustness(problem([[1, 2], [2, 1]]), "figures", 10)
    with pytest.raises(mcda.MCDAError, match="ordinal"):
        mcda.robustness(problem([[1, 2], [2, 1]]), "levels", 10)
    with pytest.raises(mcda.MCDAError, match="weigths"):
        mcda.robustness(problem([[1, 2], [2, 1]]), "weigths", 10)


def test_ranks_of_a_tally_share_places():
    tally = Tally(4)
    tally.count(np.array([[0.3], [0.9], [0.9], [0.1]]))
    assert [int(np.flatnonzero(row)[0]) + 1 for row in tally.ranks] == [3, 1, 1, 4]
    assert tally.first.tolist() == [0, 0.5, 0.5, 0]
    assert tally.wins[1, 2] == tally.wins[2, 1] == 0


def test_a_tally_tells_apart_what_differs_in_the_last_bit_and_nothing_else():
    scores = np.array([[1.0], [np.nextafter(1.0, 2)], [1e300], [1e300], [-np.inf]]) @ np.ones((1, 7))
    tally = Tally(5)
    tally.count(scores)
    assert [int(np.flatnonzero(row)[0]) + 1 for row in tally.ranks] == [4, 3, 1, 1, 5]
    assert tally.ranks.sum() == 35
    assert tally.first.tolist() == [0, 0, 3.5, 3.5, 0]
    assert tally.wins[1, 0] == 7
    assert tally.wins[0, 1] == tally.wins[2, 3] == tally.wins[3, 2] == 0


def test_the_triangular_quantile_is_that_of_scipy():
    from scipy.stats import triang

    u = np.linspace(0.001, 0.999, 99)
    for low, mode, high in ((0.9, 1.4, 4.8), (0, 0, 1), (2, 5, 5), (-1, 0, 3)):
        expected = triang((mode - low) / (high - low), low, high - low).ppf(u)
        np.testing.assert_allclose(triangular(low, mode, high, u), expected, atol=1e-12)


def test_p10_and_p90_are_where_they_are_said_to_be():
    figure = Figure(mode=10, low=7, high=16, ends="p10-p90")
    assert quantile(figure, np.array([0.1, 0.5, 0.9])).tolist() == pytest.approx([7, 10, 16])


def test_levels_are_drawn_whole_and_inside_their_range():
    figure = Figure(mode=3, low=2, high=5)
    found = quantile(figure, np.random.default_rng(0).random(5000), whole=True)
    assert set(found) == {2, 3, 4, 5}
    assert np.bincount(found.astype(int)).argmax() == 3


@pytest.mark.parametrize("frame", ["own", "declared"])
@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_draw_is_ranked_as_a_ranking_would_be(name, frame):
    """Whether weights or figures are drawn, in the frame that the plan or a mode of the method asks for."""
    case = mcda.load("hebei-steel").with_plan(frame=frame)
    for options in [{"mode": "ratings"}, {"mode": "ideal"}] if name == "ahp" else [{}]:
        ranking = mcda.rank(case, name, options)
        asked, table, w = planned(case, name, options), ranking.table, aligned(ranking.weights, ranking.table)
        by_figures = score_draws(asked, table, table.values[None], None, w)
        by_weights = score_draws(asked, table, None, 7 * w.T, w)
        for scores in (by_figures[:, 0], by_weights[:, 0]):
            np.testing.assert_array_equal(ranks(scores), ranking.ranks)


def ranged(case, ranges):
    """The case with low and high of some figures; `ranges[i, j]` is (low, high)."""
    columns = dict(case.columns)
    for (i, j), (low, high) in ranges.items():
        column = columns[f"c{j}"]
        figure = replace(column.figures[f"a{i}"], low=low, high=high, ends="bounds")
        columns[f"c{j}"] = replace(column, figures={**column.figures, f"a{i}": figure})
    return replace(case, columns=columns)


def test_confidence_with_one_criterion_is_the_chance_of_the_figure():
    """a1 is triangular on 1, 2, 5 and beats a0's 3 with (5 − 3)² ÷ (4 · 3) = 1/3."""
    found = mcda.robustness(
        ranged(problem([[3.0], [2.0]]), {(1, 0): (1.0, 5.0)}), "both", 50_000, method="weighted_sum"
    )
    np.testing.assert_allclose(found.confidence, [2 / 3, 1 / 3], atol=0.02)
    np.testing.assert_allclose(found.first, [2 / 3, 1 / 3], atol=0.01)


def test_confidence_is_how_often_an_options_central_weights_bring_it_first():
    """Against a plain loop over drawn figures (Lahdelma & Salminen 2001, equation 8)."""
    case = ranged(problem([[3.0, 1], [1, 3], [2.4, 2.2]]), {(0, 0): (2, 5), (2, 1): (1, 4), (1, 1): (2, 4)})
    found = mcda.robustness(case, "both", 40_000, method="weighted_sum")
    rng = np.random.default_rng(3)
    x = np.repeat(np.array([[[3.0, 1], [1, 3], [2.4, 2.2]]]), 40_000, axis=0)
    for (i, j), (low, mode, high) in {(0, 0): (2, 3, 5), (2, 1): (1, 2.2, 4), (1, 1): (2, 3, 4)}.items():
        x[:, i, j] = rng.triangular(low, mode, high, 40_000)
    u = (x - x.min(axis=1, keepdims=True)) / np.ptp(x, axis=1, keepdims=True)
    for i, central in enumerate(found.central):
        scores = u @ central
        assert found.confidence[i] == pytest.approx((scores[:, i] == scores.max(axis=1)).mean(), abs=0.02)


def test_confidence_without_doubtful_figures_is_that_of_one_ranking():
    case = problem([[3, 1, 2], [1, 3, 2.5], [2.2, 2.1, 2.2], [0.5, 0.5, 0.5]])
    found = mcda.robustness(case, "weights", 5000)
    assert np.isnan(found.confidence[3])
    for i in range(3):
        first = mcda.rank(case, weights=dict(zip(found.criteria, found.central[i], strict=True))).first
        assert found.confidence[i] == (first == (f"a{i}",))


@pytest.mark.parametrize("method", ["weighted_product", "copras"])
def test_figures_drawn_below_zero_are_refused_where_the_method_cant_take_them(method):
    frame = pd.DataFrame({"cost": [3.0, 5.0], "jobs": [10.0, 40.0]}, index=["north", "south"])
    problem = mcda.Problem.from_frame(frame, {"cost": "min", "jobs": "max"})
    column = problem.columns["jobs"]
    doubtful = replace(column.figures["north"], low=-20.0, high=30.0, ends="bounds")
    columns = {**problem.columns, "jobs": replace(column, figures={**column.figures, "north": doubtful})}
    problem = replace(problem, columns=columns)
    with pytest.raises(TableError) as raised:
        mcda.robustness(problem, "figures", draws=500, method=method)
    assert [fault.code for fault in raised.value.faults] == ["drawn_negative"]
    assert mcda.robustness(problem, "figures", draws=500, method="topsis").draws == 500
