"""Weights from figures: what they can't take, how they join with judgement, and whose figures they are."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.errors import TableError, UnknownName
from mcda.model import Judgement, Need, Plan, Scale
from mcda.weighting import WEIGHTINGS, form_of, starting

FRAME = pd.DataFrame(
    {"cost": [410, 395, 520, 400], "jobs": [12, 9, 15, 30], "noise": [3, 1, 2, 2]}, index=["n", "s", "w", "e"]
)
WAYS = {"cost": "min", "jobs": "max", "noise": "min"}
PROBLEM = mcda.Problem.from_frame(FRAME, WAYS, weights={"cost": 5, "jobs": 3, "noise": 2})


def combined(**options):
    return PROBLEM.with_plan(weights="combined", weighting_options={"judgement": "points", **options})


@pytest.mark.parametrize("data", [name for name in WEIGHTINGS if WEIGHTINGS[name].from_table])
def test_judgement_and_data_are_multiplied_or_averaged(data):
    judged, measured = mcda.weights(PROBLEM).values, mcda.weights(PROBLEM, data).values
    product, mean = (mcda.weights(combined(data=data, join=join)).values for join in ("product", "mean"))
    np.testing.assert_allclose(product, judged * measured / (judged @ measured), rtol=1e-12)
    np.testing.assert_allclose(mean, (judged + measured) / 2, rtol=1e-12)


def test_the_product_with_entropy_by_hand():
    """Hwang & Yoon (1981), chapter 3: prior weights times degrees of diversification, shared out."""
    p = FRAME.to_numpy() / FRAME.to_numpy().sum(axis=0)
    spread = 1 + (p * np.log(p)).sum(axis=0) / np.log(4)
    expected = np.array([5, 3, 2]) * spread
    np.testing.assert_allclose(mcda.weights(combined()).values, expected / expected.sum(), rtol=1e-12)


def test_what_joins_judgement_and_data_says_what_that_does():
    for join in ("product", "mean"):
        (said,) = mcda.weights(combined(join=join)).findings
        assert said.level == "caution"
        assert "moves when an option is added" in said.text() or "weights move when" in said.text()


def test_people_are_joined_before_figures_are():
    people = tuple(
        Judgement(who, "numbers", numbers=numbers)
        for who, numbers in (("x", {"cost": 1, "jobs": 0, "noise": 1}), ("y", {"cost": 1, "jobs": 2, "noise": 1}))
    )
    found = mcda.weights(replace(combined(join="mean", data="standard_deviation"), judgements=people))
    measured = mcda.weights(PROBLEM, "standard_deviation").values
    np.testing.assert_allclose(found.values, (np.array([0.375, 0.25, 0.375]) + measured) / 2, rtol=1e-12)
    assert found.people == ("x", "y")


def test_the_form_that_is_asked_for_is_that_of_the_judgement():
    plan = Plan(weights="combined", weighting_options={"judgement": "deck_of_cards"})
    assert (form_of(plan), starting(plan).weights) == ("cards", "deck_of_cards")
    assert form_of(Plan(weights="combined")) == "pairs"
    assert form_of(Plan(weights="entropy")) is None


@pytest.mark.parametrize("options", [{"judgement": "entropy"}, {"data": "ahp"}, {"join": "sum"}, {"alpha": "0.5"}])
def test_parts_that_can_not_be_joined_are_refused(options):
    with pytest.raises(UnknownName):
        mcda.weights(combined(**options))


def test_options_go_with_the_weighting_of_the_plan():
    assert mcda.weights(combined(data="merec"), "entropy").method == "entropy"
    assert mcda.weights(combined(), "points").values.tolist() == pytest.approx([0.5, 0.3, 0.2])


def test_nothing_is_left_where_judgement_and_data_exclude_each_other():
    frame = FRAME.assign(jobs=1, noise=1)
    problem = mcda.Problem.from_frame(frame, WAYS, weights={"cost": 0, "jobs": 3, "noise": 2})
    with pytest.raises(TableError) as caught:
        mcda.weights(problem.with_plan(weights="combined", weighting_options={"judgement": "points"}))
    assert caught.value.faults[0].code == "weighting_nothing"


@pytest.mark.parametrize(("name", "code"), [("entropy", "weighting_negative"), ("merec", "weighting_positive")])
def test_figures_below_0_are_refused_by_name_where_ratios_are_taken(name, code):
    problem = mcda.Problem.from_frame(FRAME.assign(jobs=[-1, 2, 3, 4], noise=[-2, 1, 1, 3]), WAYS)
    with pytest.raises(TableError) as caught:
        mcda.weights(problem, name)
    assert [(fault.code, fault.values["criterion"]) for fault in caught.value.faults] == [
        (code, "jobs"),
        (code, "noise"),
    ]


@pytest.mark.parametrize("name", ["entropy", "merec"])
def test_figures_without_a_true_zero_are_refused_where_ratios_are_taken(name):
    warm = replace(PROBLEM.criteria[2], scale=Scale(Need.INTERVAL))
    problem = replace(PROBLEM, criteria=(*PROBLEM.criteria[:2], warm))
    with pytest.raises(TableError) as caught:
        mcda.weights(problem, name)
    assert [(f.code, f.values["criterion"]) for f in caught.value.faults] == [("weighting_interval", "noise")]
    assert mcda.weights(problem, "critic").values.sum() == pytest.approx(1)


def test_a_share_of_0_adds_nothing_to_entropy():
    problem = mcda.Problem.from_frame(FRAME.assign(jobs=[0, 0, 0, 5]), WAYS)
    found = mcda.weights(problem, "entropy")
    assert np.isfinite(found.values).all()
    assert found.of("jobs") == found.values.max()


def test_criteria_that_all_say_the_same_give_critic_nothing_to_go_by():
    same = pd.DataFrame({"cost": [1, 2, 4], "jobs": [9, 8, 6]})
    with pytest.raises(TableError):
        mcda.weights(mcda.Problem.from_frame(same, {"cost": "min", "jobs": "max"}), "critic")


def test_critic_counts_more_what_others_do_not_say():
    x = np.random.default_rng(3).random(40)
    frame = pd.DataFrame({"a": x, "b": x + 0.01 * x**2, "c": np.random.default_rng(4).random(40)})
    found = mcda.weights(mcda.Problem.from_frame(frame, dict.fromkeys("abc", "max")), "critic")
    assert found.of("c") == pytest.approx(0.5, abs=0.05)


def test_a_single_criterion_has_all_the_weight():
    frame = pd.DataFrame({"a": [1.0, 2, 5]})
    for name in WEIGHTINGS:
        if WEIGHTINGS[name].from_table:
            assert mcda.weights(mcda.Problem.from_frame(frame, {"a": "max"}), name).values.tolist() == [1]


def test_options_set_apart_don_t_move_weights_and_scenarios_do():
    case = mcda.load("hebei-steel")
    ranked = mcda.rank(case, weights="critic")
    kept = replace(case, alternatives=tuple(a for a in case.alternatives if a.id in ranked.table.alternatives))
    np.testing.assert_allclose(mcda.weights(kept, "critic").values, ranked.weights.values, rtol=1e-12)
    elsewhere = mcda.rank(case, weights="critic", scenario="cp_100").weights
    assert np.abs(elsewhere.values - ranked.weights.values).max() > 1e-4


@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
@pytest.mark.parametrize("name", sorted(WEIGHTINGS))
def test_every_weighting_is_answered_or_refused_on_the_shipped_cases(case, name):
    problem, faults = mcda.load(case), ()
    try:
        ranking = mcda.rank(problem, weights=name)
    except mcda.MCDAError as error:
        faults = error.faults
    if faults:
        allowed = {"judgement_form", "weighting_negative", "weighting_positive"}
        assert {fault.code for fault in faults} <= allowed
        assert all(fault.mend("zh") for fault in faults)
        return
    assert ranking.weights.values.sum() == pytest.approx(1)
    assert np.isfinite(ranking.scores).all()
