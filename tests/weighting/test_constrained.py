"""Weights known only as an order, intervals or ratios: drawn uniformly, centred, and refused where they contradict."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mcda.errors import JudgementError
from mcda.language import Text
from mcda.model import Branch, Judgement, Plan, flat
from mcda.weighting import weigh
from mcda.weighting._draws import _walk
from mcda.weighting._region import region
from mcda.weighting.constrained import constraints_of, sample, sampler_of

N = 40_000
REGIONS = {
    "nothing": (4, [], "simplex"),
    "an order": (4, ["a >= b >= c >= d"], "simplex"),
    "a partial order": (4, ["a >= b", "c >= d"], "simplex"),
    "ratios": (3, ["a >= 2*b", "b >= 1.5*c"], "simplex"),
    "a tree of orders": (5, ["a >= b", "a >= c", "c >= d"], "order"),
    "intervals": (4, ["0.2 <= a <= 0.4", "b >= 0.1", "c <= 0.5", "d <= 0.3"], "box"),
    "an order with an interval": (5, ["a >= b >= c >= d >= e", "a <= 0.4"], "order"),
    "an equality": (4, ["a = b", "c >= 2*d"], "simplex"),
    "a fixed weight and intervals": (4, ["a = 0.3", "0.1 <= b <= 0.3", "c <= 0.4"], "box"),
    "all fixed": (3, ["a = 0.5", "b = 0.3"], "point"),
    "sums": (4, ["a + b >= 0.5", "c - d <= 0.1", "(a + c)/2 >= d"], "box"),
    "a narrow chain": (10, ["a >= 1.2*b", "b >= 1.2*c", "c >= 1.1*d", "a >= e", "e >= f", "f >= 1.3*g", "b >= h",
                            "h >= i", "i >= j", "a <= 0.25", "e <= 0.2", "b + c <= 0.3"], "walk"),
}  # fmt: skip
EVERY = pytest.mark.parametrize(("n", "statements", "way"), REGIONS.values(), ids=REGIONS)


def stated(n, statements):
    return constraints_of(flat(tuple("abcdefghij"[:n])), statements)


def judged(*statements):
    return Judgement("x", "constraints", constraints=statements)


def weighed(tree, *statements):
    return weigh(tree, judged(*statements), Plan(weights="constrained"))


@EVERY
def test_draws_are_weights_that_meet_every_statement(n, statements, way):
    known = stated(n, statements)
    w = sample(known, n, 5000, np.random.default_rng(0))
    assert w.shape == (5000, n)
    np.testing.assert_allclose(w.sum(axis=1), 1, atol=1e-12)
    assert w.min() >= -1e-12
    assert (w @ known.rows.T <= known.limits + 1e-9).all()


@EVERY
def test_what_can_be_drawn_exactly_is(n, statements, way):
    drawn = sampler_of(stated(n, statements), n)
    assert drawn.exact == (way != "walk")
    if way in ("simplex", "point", "walk"):
        assert drawn.way == way


@EVERY
def test_the_same_generator_gives_the_same_draws(n, statements, way):
    known = stated(n, statements)
    one, two = (sample(known, n, 200, np.random.default_rng(7)) for _ in range(2))
    assert one.tolist() == two.tolist()
    assert sample(known, n, 0, np.random.default_rng(7)).shape == (0, n)


@EVERY
def test_draws_agree_with_those_kept_of_all_weights(n, statements, way):
    """Against plain rejection from the whole simplex, where any are kept: means, spreads and quantiles."""
    known = stated(n, statements)
    rng = np.random.default_rng(1)
    plain = rng.dirichlet(np.ones(n), 400_000)
    kept = plain[(plain @ known.rows.T <= known.limits).all(axis=1)]
    if len(kept) < 1000:  # equalities keep nothing, and narrow regions too little to compare with
        return
    drawn = sample(known, n, N, np.random.default_rng(2))
    error = kept.std(axis=0) * np.sqrt(1 / len(kept) + 1 / N)
    assert (np.abs(drawn.mean(axis=0) - kept.mean(axis=0)) < 5 * error + 1e-12).all()
    for q in (0.1, 0.5, 0.9):
        below = (drawn <= np.quantile(kept, q, axis=0)).mean(axis=0)
        assert np.abs(below - q).max() < 5 * np.sqrt(0.25 * (1 / len(kept) + 1 / N))


@pytest.mark.parametrize("case", ["nothing", "ratios", "an order with an interval", "an equality", "sums"])
def test_a_walk_agrees_with_exact_draws(case):
    n, statements, _ = REGIONS[case]
    known, size = stated(n, statements), 8192
    exact = sample(known, n, N, np.random.default_rng(3))
    drawn = _walk(region(known, n))(size, np.random.default_rng(4))
    for q in (0.1, 0.5, 0.9):
        below = (drawn <= np.quantile(exact, q, axis=0)).mean(axis=0)
        assert np.abs(below - q).max() < 5 * np.sqrt(0.25 / size)


def test_an_order_is_drawn_as_sorted_weights_are():
    w = sample(stated(4, ["a >= b >= c >= d"]), 4, N, np.random.default_rng(5))
    sorted_ = -np.sort(-np.random.default_rng(6).dirichlet(np.ones(4), N), axis=1)
    for q in (0.05, 0.25, 0.5, 0.75, 0.95):
        below = (w <= np.quantile(sorted_, q, axis=0)).mean(axis=0)
        assert np.abs(below - q).max() < 0.013


@pytest.mark.parametrize(
    ("n", "statements", "centre"),
    [
        (3, ["a >= b >= c"], [11 / 18, 5 / 18, 2 / 18]),
        (3, ["a >= 2*b", "b >= 2*c"], [(1 + 2 / 3 + 4 / 7) / 3, (1 / 3 + 2 / 7) / 3, (1 / 7) / 3]),
        (2, ["0.2 <= a <= 0.4"], [0.3, 0.7]),
        (3, ["a = 0.4"], [0.4, 0.3, 0.3]),
        (3, ["a >= 0.4", "b >= 0.2", "c >= 0.1"], [0.5, 0.3, 0.2]),
    ],
)
def test_the_centre_of_a_simplex_is_the_mean_of_its_corners(n, statements, centre):
    found = weighed(flat(tuple("abc"[:n])), *statements)
    np.testing.assert_allclose(found.values, centre, atol=1e-9)


def test_the_centre_of_a_square_by_symmetry():
    found = weighed(flat(("a", "b", "c")), "0.1 <= a <= 0.3", "0.2 <= b <= 0.4")
    np.testing.assert_allclose(found.values, [0.2, 0.3, 0.5], atol=0.003)
    assert weighed(flat(("a", "b", "c")), "0.1 <= a <= 0.3", "0.2 <= b <= 0.4").values.tolist() == found.values.tolist()


def test_a_branch_stands_for_the_sum_of_its_criteria():
    tree = Branch("criteria", Text.same("all"), (Branch("money", Text.same("money"), ("cost", "capital")), "jobs"))
    found = weighed(tree, "money = 0.4", "cost >= 3*capital")
    assert found.of("jobs") == pytest.approx(0.6)
    np.testing.assert_allclose(found.local["criteria"], [0.4, 0.6], atol=1e-9)
    np.testing.assert_allclose(found.local["money"], [0.875, 0.125], atol=1e-9)


def test_a_branch_without_weight_shares_nothing_alike():
    tree = Branch("criteria", Text.same("all"), (Branch("money", Text.same("money"), ("cost", "capital")), "jobs"))
    found = weighed(tree, "money <= 0")
    assert found.values.tolist() == pytest.approx([0, 0, 1])
    assert found.local["money"].tolist() == [0.5, 0.5]


def test_it_is_said_that_a_single_set_of_weights_is_only_the_centre():
    (said,) = weighed(flat(("a", "b")), "a >= b").findings
    assert said.level == "remark"
    assert "1 statement" in said.text()
    _, statements, _ = REGIONS["a narrow chain"]
    levels = [finding.level for finding in weighed(flat(tuple("abcdefghij")), *statements).findings]
    assert levels == ["remark", "caution"]


CONTRADICTIONS = {
    "shares": (["a >= 0.6", "b >= 0.5", "c >= d"], {"a >= 0.6", "b >= 0.5"}),
    "one by itself": (["0.4 <= a <= 0.2", "b >= c"], {"0.4 <= a <= 0.2"}),
    "a circle": (["d >= 0.1", "a >= 1.1*b", "b >= c", "c >= a", "a >= 0.1"],
                 {"a >= 1.1*b", "b >= c", "c >= a", "a >= 0.1"}),
    "order against shares": (["a >= b", "b >= c", "c >= d", "d >= 0.3"], {"a >= b", "b >= c", "c >= d", "d >= 0.3"}),
    "not the first two": (["a >= 0.5", "a >= 0.9", "b >= 0.2", "c <= 0.5"], {"a >= 0.9", "b >= 0.2"}),
}  # fmt: skip


@pytest.mark.parametrize(("statements", "named"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_contradictions_are_named_and_nothing_else(statements, named):
    with pytest.raises(JudgementError) as caught:
        weighed(flat(tuple("abcd")), *statements)
    (fault,) = caught.value.faults
    assert fault.code == "constraints_contradict"
    assert set(fault.values["statements"]) == named


SIDES = st.sampled_from(["a", "b", "c", "d", "0.2", "0.4", "a + b", "2*c", "d/2"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(SIDES, st.sampled_from(["<=", ">="]), SIDES), min_size=2, max_size=7))
def test_statements_are_met_or_a_set_is_named_of_which_none_can_be_left_out(parts):
    statements = [" ".join(part) for part in parts if {*part[0], *part[2]} & {*"abcd"} and part[0] != part[2]]
    assume(statements)
    try:
        known = stated(4, statements)
    except JudgementError:
        assume(False)
    try:
        w = sample(known, 4, 50, np.random.default_rng(0))
    except JudgementError as error:
        named = list(error.faults[0].values["statements"])
        for k in range(len(named)):
            rest = named[:k] + named[k + 1 :]
            sampler_of(stated(4, rest), 4)
        with pytest.raises(JudgementError):
            sampler_of(stated(4, named), 4)
    else:
        assert (w @ known.rows.T <= known.limits + 1e-8).all()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("a", "constraint_grammar"),
        ("a >=", "constraint_grammar"),
        (">= a", "constraint_grammar"),
        ("0.2 <= 0.4", "constraint_grammar"),
        ("a >= a", "constraint_grammar"),
        ("a*b >= 0.1", "constraint_linear"),
        ("a/b >= 2", "constraint_linear"),
        ("a**2 >= 0.1", "constraint_linear"),
        ("a >= max(b, c)", "constraint_linear"),
        ("a/0 >= b", "constraint_linear"),
        ("a >= e", "unknown_name"),
        ("a >= b c", "formula_grammar"),
        ("a ＞ b", "constraint_grammar"),
    ],
)
def test_statements_that_can_not_be_read_are_refused(statement, code):
    with pytest.raises(JudgementError) as caught:
        weighed(flat(tuple("abcd")), statement, "a >= b")
    assert [fault.code for fault in caught.value.faults] == [code]


@pytest.mark.parametrize("same", ["b <= a", "a ≥ b", "a > b", "0 <= a - b", "2*a >= 2*b", "a/3 >= b/3", "-a <= -b"])
def test_one_statement_may_be_written_in_several_ways(same):
    plain = weighed(flat(tuple("abc")), "a >= b")
    np.testing.assert_allclose(weighed(flat(tuple("abc")), same).values, plain.values, atol=1e-9)
