"""Measures of agreement: published values, worked numbers, and the traps that they set."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcda.group.agreement import (
    concordance,
    consensus,
    geometric_spread,
    lowest_consensus,
    mean_ranks,
    variation,
    word,
)
from mcda.group.clusters import camps, distances, silhouette

REVERSED = np.array([[0.5, 0.25, 0.15, 0.1], [0.4, 0.3, 0.2, 0.1], [0.1, 0.2, 0.3, 0.4]])


@pytest.mark.parametrize("n", range(2, 10))
def test_people_at_all_ends_of_the_scale_don_t_agree_at_all(n):
    """Goepel (2018), section 9: each of n people at the extreme for another criterion gives 0."""
    p = np.where(np.eye(n, dtype=bool), 9.0, 1.0)
    assert consensus(p / p.sum(axis=1, keepdims=True)).indicator == pytest.approx(0, abs=1e-12)


def test_people_of_one_mind_agree_wholly():
    alike = consensus(np.repeat(REVERSED[:1], 5, axis=0))
    assert (float(alike.indicator), float(alike.homogeneity)) == (pytest.approx(1), pytest.approx(1))


def test_three_against_a_third_is_sixty_per_cent():
    found = consensus(np.array([[0.75, 0.25], [0.25, 0.75]]))
    assert found.similarity == pytest.approx(0.8773826753, rel=1e-9)
    assert found.indicator == pytest.approx(0.6017977544, rel=1e-8)
    assert found.homogeneity == pytest.approx(0.7547653506, rel=1e-9)


def test_one_of_three_the_other_way_round_still_looks_high():
    """All parts of the formula, recomputed twice; why S* is never shown alone."""
    found = consensus(REVERSED)
    parts = [found.alpha, found.gamma, found.beta, found.similarity, found.indicator, found.homogeneity]
    expected = [1.2558940464, 1.36603423, 0.1101401836, 0.8957085628, 0.7532438103, 0.8609447505]
    np.testing.assert_allclose([float(part) for part in parts], expected, rtol=1e-9)
    assert word(float(found.indicator)) == "high"
    assert concordance(mean_ranks(REVERSED)).w == pytest.approx(0.1111, abs=1e-4)
    weighted = consensus(REVERSED, np.array([0.25, 0.25, 0.5]))
    assert weighted.indicator == pytest.approx(0.7270767, abs=1e-7)
    pairs = [float(consensus(REVERSED[[i, j]]).indicator) for i, j in ((0, 1), (0, 2), (1, 2))]
    np.testing.assert_allclose(pairs, [0.9865, 0.7010, 0.7611], atol=5e-5)


def test_the_constant_of_the_scale():
    """c = exp(H_min) ÷ n, by n from 2 on: with k = n it is the similarity at which S* is 0."""
    known = [0.6920727442, 0.6074738102, 0.5773502692, 0.5679942227, 0.5682444099, 0.5733868298, 0.5811236952]
    for n, c in enumerate(known, 2):
        found = consensus(np.eye(n))
        assert (found.similarity - c) / (1 - c) == pytest.approx(float(found.indicator), rel=1e-8)


def test_agreement_below_nothing_is_kept_as_it_is():
    """With weights beyond the scale, S* falls below 0; homogeneity doesn't."""
    found = consensus(np.eye(4))
    assert found.indicator < -0.5
    assert found.homogeneity == pytest.approx(0, abs=1e-12)


def test_a_batch_of_rooms_is_measured_at_once():
    rooms = np.random.default_rng(0).dirichlet(np.ones(5), (7, 4))
    np.testing.assert_allclose(consensus(rooms).indicator, [consensus(room).indicator for room in rooms], rtol=1e-12)
    np.testing.assert_allclose(variation(rooms), [variation(room) for room in rooms], rtol=1e-12)


@pytest.mark.parametrize(
    ("people", "lowest"),
    [
        (2, {3: 0.257, 4: 0.271, 5: 0.300, 6: 0.287, 7: 0.285, 8: 0.265, 10: 0.230}),
        (3, {4: 0.108, 5: 0.123, 6: 0.091}),
    ],
)
def test_how_low_the_consensus_of_a_few_can_fall(people, lowest):
    assert {n: round(lowest_consensus(people, n), 3) for n in lowest} == lowest


@pytest.mark.parametrize("people", [2, 3])
def test_nobody_on_the_scale_agrees_less_than_the_lowest(people):
    rng = np.random.default_rng(1)
    for n in range(2, 7):
        w = np.exp(rng.choice([0, np.log(9)], (20_000, people, n)))
        found = consensus(w / w.sum(axis=-1, keepdims=True)).indicator
        assert found.min() >= lowest_consensus(people, n) - 1e-12


@pytest.mark.parametrize(
    ("index", "called"),
    [(-0.2, "very_low"), (0.5, "very_low"), (0.6, "low"), (0.64, "moderate"), (0.8, "high"), (0.9, "very_high")],
)
def test_words_for_agreement(index, called):
    """The scale of BPMSG (2022): steps of an eighth from 50 % on."""
    assert word(index) == called


def test_concordance_as_published():
    """Siegel (1956), three judges and six applicants: W = 0.16."""
    found = concordance(np.array([[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1.0]]))
    assert found.w == pytest.approx(0.1619047619)
    assert found.chi_square == pytest.approx(2.4285714286)
    assert found.mean_correlation == pytest.approx((3 * 0.1619047619 - 1) / 2)


def test_concordance_with_ties():
    assert concordance(np.array([[1, 2.5, 2.5, 4], [1, 2, 3, 4], [2, 1, 3.5, 3.5]])).w == pytest.approx(
        0.8214, abs=5e-5
    )


def test_concordance_of_those_who_order_nothing_is_nothing():
    assert concordance(np.ones((3, 4)) * 2.5).w is None
    assert concordance(np.array([[1.0, 2, 3]])).w is None


@given(st.integers(2, 6), st.integers(2, 6), st.integers(0, 10_000))
def test_concordance_is_the_mean_rank_correlation_rescaled(people, n, seed):
    ranks = mean_ranks(np.random.default_rng(seed).random((people, n)))
    found = concordance(ranks)
    correlations = np.corrcoef(ranks)[np.triu_indices(people, 1)]
    assert found.mean_correlation == pytest.approx(correlations.mean(), abs=1e-9)
    assert 0 <= found.w <= 1 + 1e-12


def test_equals_share_the_mean_of_their_ranks():
    assert mean_ranks(np.array([[0.4, 0.2, 0.2, 0.2], [0.1, 0.4, 0.4, 0.1]])).tolist() == [
        [1, 3, 3, 3],
        [3.5, 1.5, 1.5, 3.5],
    ]


def test_variation_of_each_weight():
    assert variation(REVERSED).round(2).tolist() == [0.62, 0.2, 0.35, 0.87]
    assert variation(np.array([[0.0, 1.0], [0.0, 1.0]])).tolist() == [0, 0]


def test_geometric_spread_of_comparisons():
    """WORKSHOP, test A1: 1.7429, 3.5605, 3.9646; one answer has no spread."""
    answers = np.ones((3, 3, 3))
    for k, (ab, ac, bc) in enumerate([(3, 5, 2), (2, 1 / 2, 1 / 3), (1, 4, 5)]):
        answers[k][np.triu_indices(3, 1)] = ab, ac, bc
    found = geometric_spread(answers)[np.triu_indices(3, 1)]
    np.testing.assert_allclose(found, [1.7428964697, 3.5604713125, 3.9646143746], rtol=1e-9)
    answers[1:, 0, 1] = np.nan
    assert np.isnan(geometric_spread(answers)[0, 1])


def rooms(seed, *sizes, sharp=60):
    """People around as many centres as there are sizes."""
    rng = np.random.default_rng(seed)
    centres = np.array([[0.5, 0.3, 0.15, 0.05], [0.05, 0.15, 0.3, 0.5], [0.1, 0.6, 0.1, 0.2], [0.2, 0.1, 0.6, 0.1]])
    return np.concatenate([rng.dirichlet(sharp * centres[k], size) for k, size in enumerate(sizes)])


@pytest.mark.parametrize("sizes", [(5, 4), (8, 3), (4, 4, 4), (5, 4, 3, 3)])
def test_camps_that_are_there_are_found(sizes):
    labels, clear = camps(rooms(0, *sizes, sharp=200))
    expected = np.repeat(np.arange(len(sizes)), sizes)
    assert labels.tolist() == expected.tolist()
    assert clear > 0.5


def test_the_largest_camp_comes_first():
    labels, _ = camps(np.concatenate([rooms(1, 3, 0, sharp=300), rooms(1, 0, 6, sharp=300)]))
    assert labels.tolist() == [1] * 3 + [0] * 6


def test_no_camps_are_made_up():
    for seed in range(20):
        labels, clear = camps(rooms(seed, 12))
        assert (set(labels.tolist()), clear) == ({0}, None)
    assert camps(np.repeat(REVERSED[:1], 8, axis=0))[1] is None


def test_fewer_than_six_are_not_divided():
    labels, clear = camps(rooms(0, 3, 2, sharp=500))
    assert (labels.tolist(), clear) == ([0] * 5, None)


def test_distances_are_a_metric_from_0_to_the_root_of_ln_2():
    p = np.concatenate([rooms(3, 4, 4), np.eye(4)])
    d = distances(p)
    assert d.max() == pytest.approx(np.sqrt(np.log(2)))
    np.testing.assert_allclose(d, d.T)
    assert np.abs(np.diag(d)).max() < 1e-7
    assert (d[:, :, None] + d[None, :, :] >= d[:, None, :] - 1e-9).all()


def test_silhouette_by_hand():
    """Two at 0 and 1, one at 10: a = 1, b = 10 and 9; alone counts 0: (0.9 + 8/9) ÷ 3."""
    at = np.array([0.0, 1, 10])
    apart = np.abs(at[:, None] - at[None, :])
    assert silhouette(apart, np.array([1, 1, 2])) == pytest.approx((0.9 + 8 / 9) / 3)
