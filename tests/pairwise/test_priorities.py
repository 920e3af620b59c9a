"""What must hold of priorities whatever the judgements."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mcda.errors import JudgementError
from mcda.pairwise import PRIORITIES, checked, circles, from_pairs, hints, priorities, weights_of
from mcda.pairwise.consistency import geometric_index, lambda_max
from mcda.pairwise.priorities import eigenvector, log_least_squares, row_geometric_mean

SCALE = np.array([1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 4, 5, 6, 7, 8, 9])
EVERY = pytest.mark.parametrize("method", sorted(PRIORITIES))


def random_matrices(count, n, seed=0):
    rng = np.random.default_rng(seed)
    a = np.ones((count, n, n))
    for i in range(n):
        for j in range(i + 1, n):
            a[:, i, j] = rng.choice(SCALE, count)
            a[:, j, i] = 1 / a[:, i, j]
    return a


@EVERY
@given(w=arrays(float, st.integers(2, 9), elements=st.floats(0.05, 20)))
@settings(max_examples=50, deadline=None)
def test_a_consistent_matrix_gives_back_its_weights(method, w):
    found = priorities(w[:, None] / w[None, :], method)
    np.testing.assert_allclose(found.weights, w / w.sum(), rtol=1e-9)
    assert found.lambda_max == pytest.approx(len(w))
    assert found.geometric_index == pytest.approx(0, abs=1e-12)


@EVERY
def test_ten_thousand_matrices_in_one_call_are_each_as_alone(method):
    a = random_matrices(10_000, 7)
    together = priorities(a, method)
    assert together.weights.shape == (10_000, 7)
    for k in (0, 17, 9_999):
        alone = priorities(a[k], method)
        np.testing.assert_allclose(together.weights[k], alone.weights, rtol=1e-12)
        np.testing.assert_allclose(together.consistency_ratio[k], alone.consistency_ratio, rtol=1e-10)


def test_the_eigenvector_is_that_of_lapack():
    a = random_matrices(300, 8, seed=4)
    values, vectors = np.linalg.eig(a)
    top = np.argmax(values.real, axis=-1)
    expected = np.abs(np.take_along_axis(vectors, top[:, None, None], -1)[..., 0].real)
    np.testing.assert_allclose(eigenvector(a), expected / expected.sum(-1, keepdims=True), rtol=1e-9)
    np.testing.assert_allclose(lambda_max(a), np.take_along_axis(values.real, top[:, None], -1)[:, 0], rtol=1e-10)


@EVERY
def test_the_order_of_entries_does_not_matter(method):
    a = random_matrices(1, 6, seed=2)[0]
    mixed = np.random.default_rng(3).permutation(6)
    np.testing.assert_allclose(PRIORITIES[method](a[mixed][:, mixed]), PRIORITIES[method](a)[mixed], rtol=1e-12)


def test_turning_all_answers_around_inverts_geometric_priorities():
    """The eigenvector claims no such law: right and left eigenvectors differ (Johnson, Beine & Wang 1979)."""
    a = random_matrices(1, 5, seed=6)[0]
    w, turned = row_geometric_mean(a), row_geometric_mean(a.T)
    np.testing.assert_allclose(turned * w / (turned * w).sum(), 0.2, rtol=1e-12)
    assert not np.allclose(eigenvector(a.T) * eigenvector(a), (eigenvector(a.T) * eigenvector(a)).mean(), rtol=1e-3)


def test_least_squares_of_a_complete_matrix_is_the_row_geometric_mean():
    a = random_matrices(50, 6, seed=1)
    np.testing.assert_allclose(log_least_squares(a), row_geometric_mean(a), rtol=1e-10)


def test_a_chain_of_comparisons_is_enough():
    w = weights_of(from_pairs("abcd", {("a", "b"): 2, ("b", "c"): 3, ("c", "d"): 1}))
    np.testing.assert_allclose(w / w[-1], [6, 3, 1, 1])


def test_comparisons_that_do_not_hang_together_name_a_link():
    with pytest.raises(JudgementError) as caught:
        weights_of(
            from_pairs(["cost", "jobs", "land", "water"], {("cost", "jobs"): 2, ("land", "water"): 3}),
            names=["cost", "jobs", "land", "water"],
        )
    said = caught.value.faults[0].mend()
    assert "cost" in said
    assert "land" in said


def test_one_matrix_of_a_batch_that_falls_apart_is_found():
    whole, broken = random_matrices(2, 4)
    broken[0, 1:] = broken[1:, 0] = np.nan
    with pytest.raises(JudgementError):
        log_least_squares(np.stack([whole, broken]))


@pytest.mark.parametrize(
    ("matrix", "code", "entry"),
    [
        ([[1, 2, 3], [0.5, 1, 2]], "matrix_square", ""),
        ([[1, -2], [-0.5, 1]], "matrix_positive", "(a, b)"),
        ([[1, 0], [0, 1]], "matrix_positive", "(a, b)"),
        ([[1, np.inf], [0, 1]], "matrix_positive", "(a, b)"),
        ([[2, 3], [1 / 3, 1]], "matrix_diagonal", "(a, a)"),
        ([[1, 3], [0.5, 1]], "matrix_reciprocal", "(a, b)"),
        ([[1, 3], [0.3, 1]], "matrix_reciprocal", "(a, b)"),
        ([[1, np.nan], [2, 1]], "matrix_reciprocal", "(a, b)"),
        ([["x", 1], [1, 1]], "matrix_numbers", ""),
        ([], "matrix_square", ""),
    ],
)
def test_what_is_no_judgement_matrix_is_refused_by_entry(matrix, code, entry):
    with pytest.raises(JudgementError) as caught:
        checked(matrix, ["a", "b"])
    assert caught.value.faults[0].code == code
    assert entry in caught.value.faults[0].what()
    assert entry.replace("(", "（").replace(")", "）") in caught.value.faults[0].what("zh")


def test_a_rounded_reciprocal_is_made_exact():
    exact = checked([[1, 3], [0.333, 1]])
    assert exact[0, 1] * exact[1, 0] == pytest.approx(1, abs=1e-15)


def test_the_answer_that_spoils_a_consistent_matrix_is_named_with_what_fits():
    w = np.array([4.0, 2, 1, 0.5])
    a = w[:, None] / w[None, :]
    a[0, 3], a[3, 0] = 1 / 8, 8
    first = hints(a, list("abcd"))[0]
    assert (first.a, first.b) == ("a", "d")
    assert first.fitting == pytest.approx(8)
    assert first.after == pytest.approx(0, abs=1e-12)
    assert first.before == pytest.approx(float(geometric_index(a)))


def test_an_answer_that_alone_joins_two_groups_has_no_hint():
    assert hints(from_pairs("ab", {("a", "b"): 3}), list("ab")) == []


def test_circles_are_told_in_words():
    a = from_pairs("abc", {("a", "b"): 2, ("b", "c"): 2, ("c", "a"): 2})
    assert circles(a, list("abc")) == [("a", "b", "c")]
    assert circles(from_pairs("abc", {("a", "b"): 2, ("b", "c"): 2, ("a", "c"): 4}), list("abc")) == []


def test_ratio_of_consistency_uses_the_table_named():
    a = random_matrices(1, 4, seed=3)[0]
    ours, saaty = (priorities(a, random_index=table).consistency_ratio for table in ("alonso_lamata", "saaty"))
    assert ours / saaty == pytest.approx(0.90 / 0.8815)
