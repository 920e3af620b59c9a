"""Every source of weights, on trees and by the literature."""

import numpy as np
import pytest
from worked import examples

from mcda.errors import JudgementError
from mcda.language import Text
from mcda.model import Branch, Judgement, Plan, flat
from mcda.weighting import WEIGHTINGS, weigh

TREE = Branch("all", Text.same("all"), (Branch("money", Text.same("money"), ("cost", "capital")), "jobs", "land"))
PAIRS = {("money", "jobs"): 2, ("money", "land"): 4, ("jobs", "land"): 2, ("cost", "capital"): 3}
ANSWERS = {
    "pairs": Judgement("a", "pairs", pairs=PAIRS),
    "numbers": Judgement("a", "numbers", numbers={"money": 100, "jobs": 50, "land": 25, "cost": 100, "capital": 20}),
    "order": Judgement("a", "order", order=(("money",), ("jobs", "land"), ("cost",), ("capital",))),
    None: None,
}  # fmt: skip
SHARES = Judgement("a", "numbers", numbers={"money": 0.5, "jobs": 0.3, "land": 0.2, "cost": 0.75, "capital": 0.25})
EVERY = pytest.mark.parametrize("name", sorted(WEIGHTINGS))


def answer(name):
    return SHARES if name == "direct" else ANSWERS[WEIGHTINGS[name].form]


@EVERY
def test_weights_sum_to_1_and_multiply_down_the_tree(name):
    found = weigh(TREE, answer(name), Plan(weights=name))
    assert found.criteria == ("cost", "capital", "jobs", "land")
    assert found.values.sum() == pytest.approx(1, abs=1e-12)
    top, money = found.local["all"], found.local["money"]
    np.testing.assert_allclose(found.values, [top[0] * money[0], top[0] * money[1], top[1], top[2]], rtol=1e-15)


@EVERY
def test_an_answer_of_another_form_is_refused(name):
    form = WEIGHTINGS[name].form
    if form is None:
        assert weigh(TREE, ANSWERS["order"], Plan(weights=name)).people == ("a",)
        return
    other = next(judgement for kind, judgement in ANSWERS.items() if kind not in (form, None))
    with pytest.raises(JudgementError, match=name):
        weigh(TREE, other, Plan(weights=name))


@EVERY
def test_titles_and_sources(name):
    weighting = WEIGHTINGS[name]
    assert weighting.title.en != weighting.title.zh
    assert any(character.isdigit() for character in weighting.source)


@pytest.mark.parametrize(("name", "example"), examples("weights"))
def test_published_weights(name, example):
    names = tuple(f"c{k}" for k in range(example["order"]))
    judgement = Judgement("a", "order", order=tuple((each,) for each in names))
    found = weigh(flat(names), judgement, Plan(weights=example["method"]))
    assert found.values.tolist() == pytest.approx(example["expect"]["weights"], abs=example["tolerance"])


def test_centroid_by_its_formula():
    """Barron & Barrett (1996), n = 3: 11/18, 5/18, 2/18."""
    found = weigh(
        flat(("a", "b", "c")),
        Judgement("x", "order", order=(("a",), ("b",), ("c",))),
        Plan(weights="rank_order_centroid"),
    )
    np.testing.assert_allclose(found.values, [11 / 18, 5 / 18, 2 / 18], rtol=1e-14)


@pytest.mark.parametrize("name", ["rank_order_centroid", "rank_sum"])
def test_equals_in_an_order_get_equal_weights(name):
    found = weigh(flat(("a", "b", "c")), Judgement("x", "order", order=(("b", "c"), ("a",))), Plan(weights=name))
    assert found.of("b") == found.of("c") > found.of("a")
    assert found.values.sum() == pytest.approx(1)


def test_equal_weights_are_equal_over_criteria_wherever_they_stand():
    np.testing.assert_allclose(weigh(TREE, None, Plan(weights="equal")).values, 0.25)


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
    with pytest.raises(JudgementError) as caught:
        weigh(flat(("a", "b")), Judgement("x", "numbers", numbers=numbers), Plan(weights=name))
    assert caught.value.faults[0].code == code


def test_findings_name_what_deserves_a_second_look():
    judged = {("a", "b"): 9, ("b", "c"): 9, ("a", "c"): 1 / 5}
    found = weigh(flat(("a", "b", "c")), Judgement("x", "pairs", pairs=judged), Plan())
    codes = {finding.message.code for finding in found.findings}
    assert {"finding.inconsistent", "finding.repair", "finding.circle"} <= codes


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
