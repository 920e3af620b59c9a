"""Laws that hold for every source of weights, on trees, and that a new one is held to without a test of its own."""

import numpy as np
import pytest

from mcda.errors import JudgementError, MCDAError, TableError, UnknownName
from mcda.language import Text
from mcda.model import Branch, Criterion, Direction, Judgement, Plan, Table, flat
from mcda.model.judgement import Deck
from mcda.weighting import WEIGHTINGS, below, form_of, options_of, reads_table, weigh

TREE = Branch("all", Text.same("all"), (Branch("money", Text.same("money"), ("cost", "capital")), "jobs", "land"))
PAIRS = {("money", "jobs"): 2, ("money", "land"): 4, ("jobs", "land"): 2, ("cost", "capital"): 3}
CARDS = {"all": Deck((("money",), (), ("jobs", "land")), 3), "money": Deck((("cost",), ("capital",)), 2)}
ANSWERS = {
    "pairs": Judgement("a", "pairs", pairs=PAIRS),
    "numbers": Judgement("a", "numbers", numbers={"money": 100, "jobs": 50, "land": 25, "cost": 100, "capital": 20}),
    "order": Judgement("a", "order", order=(("money",), ("jobs", "land"), ("cost",), ("capital",))),
    "best_worst": Judgement(
        "a", "best_worst", best=("money", "cost"), worst=("land", "capital"),
        best_to_others={"jobs": 2, "land": 4, "capital": 3}, others_to_worst={"jobs": 2},
    ),
    "cards": Judgement("a", "cards", cards=CARDS),
    "constraints": Judgement("a", "constraints", constraints=("money >= jobs", "jobs >= land", "cost >= 2*capital")),
    None: None,
}  # fmt: skip
SHARES = Judgement("a", "numbers", numbers={"money": 0.5, "jobs": 0.3, "land": 0.2, "cost": 0.75, "capital": 0.25})
EVERY = pytest.mark.parametrize("name", sorted(WEIGHTINGS))
ASKING = pytest.mark.parametrize("name", sorted(name for name in WEIGHTINGS if form_of(Plan(weights=name))))
READING = pytest.mark.parametrize("name", sorted(name for name in WEIGHTINGS if WEIGHTINGS[name].from_table))
NAMES = ("cost", "capital", "jobs", "land")


def answer(name):
    return SHARES if name == "direct" else ANSWERS[form_of(Plan(weights=name))]


def table(x, gain=(False, False, True, False), names=NAMES):
    x = np.asarray(x, dtype=float)
    ways = [Direction.MAX if more else Direction.MIN for more in gain]
    criteria = tuple(Criterion(name, Text.same(name), way) for name, way in zip(names, ways, strict=True))
    return Table(tuple(f"o{i}" for i in range(len(x))), criteria, x, np.array([gain]), x)


FIGURES = np.random.default_rng(5).uniform(1, 10, (6, 4))


def weights(name, figures=FIGURES):
    return weigh(TREE, answer(name), Plan(weights=name), table(figures))


@EVERY
def test_weights_sum_to_1_and_multiply_down_the_tree(name):
    found = weights(name)
    assert found.criteria == NAMES
    assert found.values.sum() == pytest.approx(1, abs=1e-12)
    assert found.values.min() >= 0
    top, money = found.local["all"], found.local["money"]
    np.testing.assert_allclose(found.values, [top[0] * money[0], top[0] * money[1], top[1], top[2]], rtol=1e-12)


@EVERY
def test_a_branch_counts_what_its_criteria_count_together(name):
    found = weights(name)
    np.testing.assert_allclose(below(TREE, TREE, found.values), found.local["all"], atol=1e-12)


@ASKING
def test_an_answer_of_another_form_is_refused(name):
    for kind, other in ANSWERS.items():
        if kind != form_of(Plan(weights=name)):
            with pytest.raises(JudgementError) as caught:
                weigh(TREE, other, Plan(weights=name), table(FIGURES))
            assert caught.value.faults[0].code == "judgement_form"


@ASKING
def test_an_answer_that_says_nothing_is_refused(name):
    if name != "constrained":  # no statements leave all weights possible
        with pytest.raises(MCDAError):
            weigh(TREE, Judgement("a", form_of(Plan(weights=name))), Plan(weights=name), table(FIGURES))


@ASKING
def test_who_answered_is_kept(name):
    assert weights(name).people == ("a",)


@EVERY
def test_figures_are_asked_for_where_weights_follow_from_them(name):
    if reads_table(Plan(weights=name)):
        with pytest.raises(TableError) as caught:
            weigh(TREE, answer(name), Plan(weights=name))
        assert caught.value.faults[0].code == "weighting_figures"
    else:
        assert weigh(TREE, answer(name), Plan(weights=name)).values.tolist() == weights(name).values.tolist()


@EVERY
def test_titles_and_sources(name):
    weighting = WEIGHTINGS[name]
    assert weighting.title.en != weighting.title.zh
    assert any(character.isdigit() for character in weighting.source)


@EVERY
def test_an_option_that_it_has_not_is_refused(name):
    with pytest.raises(UnknownName):
        options_of(Plan(weights=name, weighting_options={"nothing": "ahp"}))
    assert set(options_of(Plan(weights=name))) == set(WEIGHTINGS[name].choices())


@READING
def test_neither_units_nor_the_order_of_options_matter(name):
    scaled = FIGURES[::-1] * np.array([1000, 0.01, 7, 3600])
    np.testing.assert_allclose(weights(name, scaled).values, weights(name).values, rtol=1e-10)


@READING
def test_weights_are_named_and_not_numbered(name):
    turned = [2, 0, 3, 1]
    given = table(FIGURES[:, turned], (True, False, False, False), tuple(NAMES[j] for j in turned))
    np.testing.assert_allclose(weigh(TREE, None, Plan(weights=name), given).values, weights(name).values, rtol=1e-12)


@READING
def test_a_criterion_on_which_all_options_are_equal_counts_nothing(name):
    flat_column = FIGURES.copy()
    flat_column[:, 2] = 7
    found = weights(name, flat_column)
    assert found.of("jobs") == 0
    others = weigh(flat(("a", "b", "c")), None, Plan(weights=name), table(FIGURES[:, [0, 1, 3]], (False,) * 3, "abc"))
    if name != "merec":  # it divides by the number of criteria inside a logarithm
        np.testing.assert_allclose(found.values[[0, 1, 3]], others.values, rtol=1e-10)


@READING
def test_a_table_that_tells_nothing_apart_is_refused(name):
    for figures in (np.full((4, 4), 3.0), FIGURES[:1]):
        with pytest.raises(TableError) as caught:
            weights(name, figures)
        assert caught.value.faults[0].code == "weighting_nothing"


@READING
def test_a_batch_of_tables_is_weighed_at_once(name):
    batch = np.random.default_rng(1).uniform(1, 10, (5, 6, 4))
    whole = table(FIGURES)
    all_at_once = WEIGHTINGS[name].from_table(Table(whole.alternatives, whole.criteria, batch, whole.gain, batch))
    one_by_one = [WEIGHTINGS[name].from_table(table(figures)) for figures in batch]
    np.testing.assert_allclose(all_at_once, one_by_one, rtol=1e-12)


@READING
def test_it_is_said_that_spread_is_not_importance(name):
    (finding,) = weights(name).findings
    assert finding.level == "caution"
    assert "not importance" in finding.text("en")
    assert "并非" in finding.text("zh") or "而非重要性" in finding.text("zh")


@READING
def test_weights_move_when_an_option_is_added(name):
    more = np.vstack([FIGURES, [1, 30, 1, 1]])
    assert np.abs(weights(name, more).values - weights(name).values).max() > 0.01
