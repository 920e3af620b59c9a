"""Numbers, orders, comparisons, cards, best and worst: what they amount to, and what can't be weights."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from mcda.errors import JudgementError
from mcda.language import Text
from mcda.model import Branch, Judgement, Plan, flat
from mcda.model.judgement import Deck
from mcda.weighting import weigh
from mcda.weighting.best_worst import LIMITS, input_ratio, limit, weights

ABC = flat(("a", "b", "c"))


def codes(tree, judgement, weighting):
    with pytest.raises(JudgementError) as caught:
        weigh(tree, judgement, Plan(weights=weighting))
    return [fault.code for fault in caught.value.faults]


@pytest.mark.parametrize("name", ["rank_order_centroid", "rank_sum"])
def test_equals_in_an_order_get_equal_weights(name):
    found = weigh(ABC, Judgement("x", "order", order=(("b", "c"), ("a",))), Plan(weights=name))
    assert found.of("b") == found.of("c") > found.of("a")
    assert found.values.sum() == pytest.approx(1)


def test_equal_weights_are_equal_over_criteria_wherever_they_stand():
    tree = Branch("all", Text.same("all"), (Branch("x", Text.same("x"), ("a", "b")), "c", "d"))
    np.testing.assert_allclose(weigh(tree, None, Plan(weights="equal")).values, 0.25)


@pytest.mark.parametrize(
    ("name", "numbers", "code"),
    [
        ("direct", {"a": 0.5, "b": 0.6}, "weights_sum"),
        ("swing", {"a": 90, "b": 50}, "swing_largest"),
        ("points", {"a": 1}, "number_missing"),
        ("points", {"a": -1, "b": 2}, "number_negative"),
        ("points", {"a": 0, "b": 0}, "number_nothing"),
    ],
)
def test_numbers_that_can_not_be_weights_are_refused(name, numbers, code):
    assert codes(flat(("a", "b")), Judgement("x", "numbers", numbers=numbers), name) == [code]


def test_findings_name_what_deserves_a_second_look():
    judged = {("a", "b"): 9, ("b", "c"): 9, ("a", "c"): 1 / 5}
    found = weigh(ABC, Judgement("x", "pairs", pairs=judged), Plan())
    said = {finding.message.code for finding in found.findings}
    assert {"finding.inconsistent", "finding.repair", "finding.circle"} <= said


def test_ways_to_priorities_that_order_otherwise_are_named():
    rng = np.random.default_rng(0)
    names, scale = tuple("abcde"), [1 / 9, 1 / 5, 1 / 2, 1, 2, 5, 9]
    for _ in range(200):
        judged = {(names[i], names[j]): rng.choice(scale) for i in range(5) for j in range(i + 1, 5)}
        ways = [
            weigh(flat(names), Judgement("x", "pairs", pairs=judged), Plan(priorities=way))
            for way in ("row_geometric_mean", "eigenvector")
        ]
        if np.diff(np.sort(ways[0].values)).min() < 1e-9:
            continue
        differ = np.argsort(ways[0].values).tolist() != np.argsort(ways[1].values).tolist()
        told = any("differ" in f.message.code and "eigenvector" in f.text() for f in ways[0].findings)
        assert differ == told


def deck(*piles, ratio=3.0):
    return Judgement("x", "cards", cards={"criteria": Deck(piles, ratio)})


def cards(*piles, ratio=3.0):
    return weigh(ABC, deck(*piles, ratio=ratio), Plan(weights="deck_of_cards"))


def test_a_blank_card_doubles_the_step_between_two():
    found = cards(("a",), (), ("b",), ("c",), ratio=4)
    np.testing.assert_allclose(found.values * 7, [4, 2, 1])


def test_the_first_card_counts_the_ratio_times_the_last():
    found = cards(("a",), ("b",), (), (), ("c",), ratio=6.5)
    assert found.of("a") / found.of("c") == pytest.approx(6.5)


def test_cards_in_one_pile_count_alike_whatever_the_ratio():
    np.testing.assert_allclose(cards(("a", "b", "c"), ratio=5).values, 1 / 3)


def test_blank_cards_at_the_ends_lie_between_nothing():
    assert cards((), ("a",), ("b",), ("c",), ()).values.tolist() == cards(("a",), ("b",), ("c",)).values.tolist()


@pytest.mark.parametrize(
    ("judgement", "found"),
    [
        (deck(("a",), ("b",)), ["card_missing"]),
        (deck(("a", "b"), ("b", "c")), ["card_twice"]),
        (deck(("a",), ("b",), ("c",), ("d",)), ["card_strange"]),
        (deck(("a",), ("b",), ("c",), ratio=0.5), ["card_ratio"]),
        (deck(("a",), ("b",), ("c",), ratio=float("nan")), ["card_ratio"]),
        (deck((), ()), ["card_missing"] * 3),
        (Judgement("x", "cards"), ["cards_missing"]),
    ],
)
def test_cards_that_are_not_laid_out_are_refused(judgement, found):
    assert codes(ABC, judgement, "deck_of_cards") == found


def compared(best_to_others, others_to_worst, best=("a",), worst=("c",)):
    answers = {"best_to_others": best_to_others, "others_to_worst": others_to_worst}
    return Judgement("x", "best_worst", best=best, worst=worst, **answers)


def test_best_over_worst_may_be_told_once():
    whole = weigh(ABC, compared({"b": 2, "c": 6}, {"a": 6, "b": 3}), Plan(weights="best_worst"))
    for judgement in (compared({"b": 2, "c": 6}, {"b": 3}), compared({"b": 2}, {"a": 6, "b": 3})):
        assert weigh(ABC, judgement, Plan(weights="best_worst")).values.tolist() == whole.values.tolist()


def test_answers_that_fit_give_their_ratios():
    found = weigh(ABC, compared({"b": 2, "c": 6}, {"b": 3}), Plan(weights="best_worst"))
    np.testing.assert_allclose(found.values, [0.6, 0.3, 0.1], rtol=1e-9)
    (fit,) = found.findings
    assert (fit.level, fit.message.values["xi"], fit.message.values["ratio"]) == ("remark", "0.0000", "0.0000")


def programmed(over, under):
    """ξ as the linear programme of the paper finds it, with the best first and the worst last."""
    rows = np.concatenate([-np.diag(over), np.eye(len(over))])
    rows[: len(over), 0] += 1
    rows[len(over) :, -1] -= under
    both = np.column_stack([np.concatenate([rows, -rows]), np.full(4 * len(over), -1.0)])
    goal, whole = np.append(np.zeros(len(over)), 1), np.append(np.ones(len(over)), 0)[None]
    return linprog(goal, A_ub=both, b_ub=np.zeros(len(both)), A_eq=whole, b_eq=[1]).fun


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=3, max_size=7), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_no_other_weights_fit_the_answers_better(over, under):
    n = len(over)
    a, b = np.array(over, float), np.array(under[:n], float)
    a[0], b[-1], b[0] = 1, 1, a[-1]
    w, xi = weights(a, b, 0, n - 1)

    def misfit(w):
        gaps = [w[..., :1] - a * w, w - b * w[..., -1:]]
        return np.abs(np.concatenate(gaps, axis=-1)).max(axis=-1)

    assert misfit(w) == pytest.approx(xi, abs=1e-12)
    assert programmed(a, b) == pytest.approx(xi, abs=1e-9)
    rng = np.random.default_rng(0)
    others = np.concatenate([rng.dirichlet(np.ones(n), 500), np.abs(w + rng.normal(0, 0.01, (500, n)))])
    assert misfit(others / others.sum(axis=1, keepdims=True)).min() >= xi - 1e-9


def test_the_input_based_ratio_by_hand():
    """Liang, Brunelli & Rezaei (2020): max |a_Bj a_jW − a_BW| ÷ (a_BW² − a_BW), here |3·3 − 8| ÷ 56."""
    over, under = np.array([2, 1, 4, 3, 8.0]), np.array([4, 8, 2, 3, 1.0])
    assert input_ratio(over, under, 1) == pytest.approx(1 / 56)
    assert input_ratio(np.stack([over, over]), np.stack([under, under]), 1).tolist() == [1 / 56] * 2
    assert input_ratio(np.ones(3), np.ones(3), 0) == 0


def test_comparisons_apart_from_each_other_are_a_caution_with_the_published_limit():
    found = weigh(ABC, compared({"b": 9, "c": 9}, {"b": 9}), Plan(weights="best_worst"))
    (said,) = [finding for finding in found.findings if finding.level == "caution"]
    assert said.message.values["limit"] == LIMITS[3][-1] == limit(3, 9)
    assert said.message.values["ratio"] == pytest.approx(1)


def test_limits_rise_with_the_number_of_criteria():
    assert all(LIMITS[n][k] <= LIMITS[n + 1][k] for n in range(3, 9) for k in range(7))
    assert (limit(12, 5), limit(5, 2), limit(5, 4.5)) == (None, None, None)


@pytest.mark.parametrize(
    ("judgement", "found"),
    [
        (compared({"b": 2, "c": 4}, {"b": 2}, best=()), ["best_missing"]),
        (compared({"b": 2, "c": 4}, {"b": 2}, worst=("b", "c")), ["worst_missing"]),
        (compared({"b": 2}, {"b": 2}, worst=("a",)), ["best_is_worst"]),
        (compared({"c": 4}, {"b": 2}), ["best_worst_missing"]),
        (compared({"b": 2}, {"b": 2}), ["best_worst_missing", "best_worst_missing"]),
        (compared({"b": 12, "c": 4}, {"b": 0.5}), ["best_worst_value", "best_worst_value"]),
        (compared({"a": 2, "b": 2, "c": 4}, {"b": 2}), ["best_worst_self"]),
        (compared({"b": 2, "c": 4}, {"a": 5, "b": 2}), ["best_worst_twice"]),
    ],
)
def test_comparisons_with_best_and_worst_that_say_too_little_or_too_much_are_refused(judgement, found):
    assert codes(ABC, judgement, "best_worst") == found
