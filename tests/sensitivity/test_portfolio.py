"""Sets under a budget: equal to trying them all, to HiGHS, and refused where value doesn't add up."""

import itertools
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.language import Text
from mcda.methods import METHODS
from mcda.model import Column
from mcda.sensitivity._sets import Rules, frontier, greedy
from mcda.sensitivity.portfolio import headline

VALUES, COSTS = np.array([7.0, 5.0, 5.2]), np.array([6.0, 5.0, 5.0])
"""A, B, C of issue 6."""


def every(m):
    return np.array(list(itertools.product([False, True], repeat=m)))


def allowed(m, rules):
    sets = every(m)
    fine = rules.kept(sets, m) & sets[:, sorted(rules.inside)].all(axis=1) & ~sets[:, sorted(rules.outside)].any(axis=1)
    return sets[fine]


def some_rules(rng, m):
    pairs = list(itertools.combinations(range(m), 2))
    rng.shuffle(pairs)
    needs = tuple(tuple(int(x) for x in rng.permutation(pair)) for pair in pairs[: rng.integers(0, 4)])
    apart = tuple((int(a), int(b)) for a, b in pairs[4 : 4 + rng.integers(0, 3)])
    inside, outside = (frozenset(map(int, rng.choice(m, rng.integers(0, 2)))) for _ in range(2))
    return Rules(inside, outside, needs, apart)


def test_the_best_set_is_not_always_the_one_with_the_most_value_per_cost():
    best = frontier(VALUES, COSTS, 10)
    assert best.sets[-1].tolist() == [False, True, True]
    assert best.values[-1] == pytest.approx(10.2)
    taken = greedy(VALUES, COSTS, 10)
    assert taken.tolist() == [True, False, False]
    assert VALUES @ taken == 7


def test_every_budget_at_which_the_best_set_changes_is_found():
    found = frontier(VALUES, COSTS, 16)
    assert found.costs.tolist() == [0, 5, 6, 10, 11, 16]
    assert found.values.tolist() == pytest.approx([0, 5.2, 7, 10.2, 12.2, 17.2])


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("seed", range(40))
def test_the_best_set_for_every_budget_is_that_of_trying_all(seed, whole):
    """Whole numbers for ties; up to 15 options."""
    rng = np.random.default_rng(seed)
    m = 15 if seed == 0 else int(rng.integers(1, 11))
    values, costs = (rng.integers(0, 8, m).astype(float) if whole else rng.random(m) for _ in range(2))
    rules = some_rules(rng, m) if m > 1 else Rules()
    sets = allowed(m, rules)
    cost, value = sets @ costs, sets @ values
    found = frontier(values, costs, costs.sum(), rules)
    assert (np.diff(found.costs) > 0).all()
    assert (np.diff(found.values) > 0).all()
    for budget in (*np.unique(cost)[:200], *(rng.random(5) * costs.sum())):
        within = cost <= budget + 1e-12
        at = np.flatnonzero(found.costs <= budget + 1e-12)
        assert len(at) > 0 or not within.any()
        if within.any():
            assert found.values[at[-1]] == pytest.approx(value[within].max(), abs=1e-12)
            short = frontier(values, costs, budget, rules)
            assert short.values[-1] == pytest.approx(value[within].max(), abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_highs_agrees(seed):
    from scipy.optimize import Bounds, LinearConstraint, milp

    rng = np.random.default_rng(seed)
    values, costs, m = rng.random(25), rng.random(25), 25
    rules = Rules(frozenset({3}), frozenset({4}), ((0, 1), (2, 1)), ((5, 6), (6, 7)))
    budget = 0.4 * costs.sum()
    needs, apart = np.zeros((2, m)), np.zeros((2, m))
    for row, (a, b) in zip(needs, rules.needs, strict=True):
        row[a], row[b] = 1, -1
    for row, pair in zip(apart, rules.not_both, strict=True):
        row[list(pair)] = 1
    low, high = np.zeros(m), np.ones(m)
    low[3], high[4] = 1, 0
    limits = [LinearConstraint(costs[None], ub=budget), LinearConstraint(needs, ub=0), LinearConstraint(apart, ub=1)]
    solved = milp(
        -values, constraints=limits, integrality=np.ones(m), bounds=Bounds(low, high), options={"mip_rel_gap": 0}
    )
    assert frontier(values, costs, budget, rules).values[-1] == pytest.approx(-solved.fun, abs=1e-9)


def test_of_equally_good_sets_the_cheaper_is_taken():
    found = frontier(np.array([1.0, 1.0]), np.array([3.0, 2.0]), 3)
    assert found.sets[-1].tolist() == [False, True]
    assert found.costs.tolist() == [0, 2]


def test_sums_of_tenths_fill_a_budget_of_tenths():
    """0.1 + 0.2 is a little more than 0.3 in floats."""
    assert frontier(np.ones(2), np.array([0.1, 0.2]), 0.3).sets[-1].all()
    assert greedy(np.ones(2), np.array([0.1, 0.2]), 0.3).all()


def test_what_costs_nothing_and_is_worth_something_is_always_in():
    found = frontier(np.array([0.5, 1.0]), np.array([0.0, 2.0]), 0)
    assert found.sets.tolist() == [[True, False]]
    assert greedy(np.array([0.5, 1.0]), np.array([0.0, 2.0]), 0).tolist() == [True, False]


@pytest.mark.parametrize("seed", range(30))
def test_value_per_cost_keeps_rules_and_budget_and_is_never_better(seed):
    rng = np.random.default_rng(seed)
    m = 9
    values, costs, rules = rng.random(m), rng.random(m), some_rules(rng, m)
    budget = 0.6 * costs.sum()
    best = frontier(values, costs, budget, rules)
    if len(best.sets):
        taken = greedy(values, costs, budget, rules)
        assert rules.kept(taken[None], m)[0]
        assert taken[sorted(rules.inside)].all()
        assert not taken[sorted(rules.outside)].any()
        assert costs @ taken <= budget + 1e-12
        assert values @ taken <= best.values[-1] + 1e-12


def problem(values=(7, 5, 5.2), costs=(6, 5, 5), ranges=None):
    """Options with one criterion from 0 to 10, and what they cost as an attribute."""
    names = [f"a{i}" for i in range(len(values))]
    case = mcda.Problem.from_frame(pd.DataFrame({"merit": values}, index=names, dtype=float), {"merit": "max"})
    figures = mcda.Problem.from_frame(pd.DataFrame({"price": costs}, index=names, dtype=float), {"price": "max"})
    price = Column("price", Text("Price", "价格"), "USD@2020", dict(figures.columns["price"].figures))
    for name, (low, high) in (ranges or {}).items():
        figure = replace(price.figures[name], low=low, high=high, ends="bounds")
        price = replace(price, figures={**price.figures, name: figure})
    criteria = tuple(replace(c, range=(0.0, 10.0)) for c in case.criteria)
    return replace(case, criteria=criteria, columns={**case.columns, "price": price})


def ask(case, budget=10, cost="price", **more):
    return mcda.portfolio(case, budget, cost, **{"method": "weighted_sum", "draws": 20, **more})


def test_the_example_of_the_issue_as_a_case():
    found = ask(problem())
    assert found.options == ("a1", "a2")
    assert found.value == pytest.approx(1.02)
    assert (found.spent, found.budget - found.spent) == (10, 0)
    assert found.named(found.greedy) == ("a0",)
    assert found.loss == pytest.approx(1 - 7 / 10.2)
    assert [(step.budget, step.options) for step in found.steps] == [
        (0, ()), (5, ("a2",)), (6, ("a0",)), (10, ("a1", "a2")), (11, ("a0", "a2")), (16, ("a0", "a1", "a2")),
    ]  # fmt: skip
    assert found.enters.tolist() == [6, 10, 5]
    assert "2 options, a1 and a2: 59 %" in headline(problem(), found).in_("en")


def test_rules_are_kept():
    case = problem()
    assert ask(case, inside=["a0"]).options == ("a0",)
    assert ask(case, outside=["a1"]).options == ("a0",)
    assert ask(case, 11, needs=[("a2", "a1")]).options == ("a0", "a1")
    assert ask(case, 16, not_both=[("a0", "a2")]).options == ("a0", "a1")


def test_the_page_and_the_data_say_under_which_rules_a_set_was_chosen():
    from mcda.reports.portfolio import page

    case = problem()
    found = ask(case, 16, inside=["a0"], outside=["a1"], needs=[("a2", "a0")], not_both=[("a1", "a2")])
    told = [
        "a0 must be in; a1 must not be in; a2 only with a0; not both a1 and a2",
        "a0必须入选；a1不得入选；选a2必须同时选a0；a1与a2至多选一",
    ]
    for lang, said in zip(("en", "zh"), told, strict=True):
        assert any(said in block.text for block in page(case, found, lang) if hasattr(block, "text"))
    assert found.to_dict()["rules"] == {
        "with": ["a0"], "without": ["a1"], "needs": [["a2", "a0"]], "not_both": [["a1", "a2"]],
    }  # fmt: skip
    assert not any("rules" in block.text for block in page(case, ask(case), "en") if hasattr(block, "text"))


@pytest.mark.parametrize("method", ["weighted_sum", "mavt", "spotis"])
def test_what_a_set_buys_under_each_criterion_is_its_value(method):
    case = mcda.load("hebei-steel")
    found = ask(case, 1900, "capital_outlay", method=method)
    assert found.bought.sum() == pytest.approx(found.value)
    assert (found.bought >= 0).all()
    assert found.to_dict()["best"]["value_by_criterion"].keys() == {c.id for c in case.criteria}


def test_a_method_that_does_not_add_up_is_refused_by_name():
    for name in METHODS:
        if name in ("weighted_sum", "mavt", "spotis"):
            assert ask(problem(), method=name).options == ("a1", "a2")
        else:
            with pytest.raises(mcda.MCDAError, match=r"add up|not worth 0"):
                ask(problem(), method=name)
    with pytest.raises(mcda.MCDAError, match=r"TOPSIS .* gives no values that add up"):
        ask(problem(), method="topsis")


def test_a_scaling_whose_zero_is_not_the_worst_is_refused():
    case = problem()
    floor = replace(case, criteria=tuple(replace(c, range=(1.0, 10.0)) for c in case.criteria))
    with pytest.raises(mcda.MCDAError, match="the worst of merit is not worth 0"):
        ask(floor, options={"scaling": "vector"})


def test_without_a_declared_range_nothing_means_not_done():
    case = problem()
    with pytest.raises(mcda.MCDAError, match="merit has no declared range"):
        ask(replace(case, criteria=tuple(replace(c, range=None) for c in case.criteria)))
    with pytest.raises(mcda.MCDAError, match="outside its range"):
        ask(replace(case, criteria=tuple(replace(c, range=(0.0, 6.0)) for c in case.criteria)))


def test_costs_that_are_missing_negative_or_levels_are_refused_by_name():
    case = problem()
    price = case.columns["price"]
    gap = replace(price, figures={k: v for k, v in price.figures.items() if k != "a1"})
    without = replace(case, columns={**case.columns, "price": gap})
    with pytest.raises(mcda.MCDAError, match=f"Price has no figure for {case.label('a1').en}"):
        ask(without)
    assert ask(without, outside=["a1"]).options == ("a0",)
    with pytest.raises(mcda.MCDAError, match=f"Price is below 0 for {case.label('a0').en}"):
        ask(problem(costs=(-6, 5, 5)))
    with pytest.raises(mcda.MCDAError, match="no attribute or criterion called prise"):
        ask(case, cost="prise")
    with pytest.raises(mcda.MCDAError, match="Public cost is made of levels"):
        mcda.portfolio(mcda.load("green-pathways"), 3, "public_cost", method="weighted_sum")


def test_rules_that_can_not_be_kept_are_told_apart_from_a_budget_that_is_too_small():
    with pytest.raises(mcda.MCDAError, match="no set keeps all the rules"):
        ask(problem(), inside=["a0"], outside=["a0"])
    with pytest.raises(mcda.MCDAError, match="too small") as caught:
        ask(problem(), 3, inside=["a1"])
    assert caught.value.faults[0].mend() == "give at least 5 USD@2020"


def test_options_that_are_not_there_or_set_apart_are_named():
    with pytest.raises(mcda.MCDAError, match="nobody"):
        ask(problem(), inside=["nobody"])
    case = mcda.load("hebei-steel")
    with pytest.raises(mcda.MCDAError, match="Scrap-EAF is not ranked"):
        ask(case, cost="capital_outlay", inside=["scrap_eaf"])
    assert ask(case, 600, "capital_outlay", outside=["scrap_eaf"]).options


def test_nothing_fits_into_no_budget():
    found = ask(problem(), 0)
    assert (found.options, found.value, found.loss) == ((), 0, 0)
    assert headline(problem(), found).in_("en") == "Nothing fits into the budget."


def test_the_core_is_the_share_of_draws_in_the_best_set():
    """One criterion, so weights don't matter: a1 is in if it costs at most 5."""
    found = ask(problem(ranges={"a1": (4, 7)}), draws=4000)
    share = (5 - 4) ** 2 / ((7 - 4) * (5 - 4))
    assert found.core[1] == pytest.approx(share, abs=0.03)
    assert found.core[0] == pytest.approx(1 - share, abs=0.03)
    certain = ask(problem())
    assert certain.core.tolist() == [0, 1, 1]


def test_a_cost_that_is_in_the_value_too_is_said_to_count_twice():
    found = ask(mcda.load("hebei-steel"), 2000, "capital_outlay")
    assert any("Capital outlay counts twice" in f.text() and "Cost" in f.text() for f in found.findings)
    assert not any(f.message.code == "finding.cost_twice" for f in ask(problem()).findings)


def test_the_same_seed_gives_the_same_core():
    case = mcda.load("hebei-steel")
    one, two, three = (ask(case, 2000, "capital_outlay", draws=60, seed=seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one.core, two.core)
    assert not np.array_equal(one.core, three.core)


def test_an_interruption_keeps_what_was_done():
    def interrupt(done, total):
        assert total == 500
        if done == 30:
            raise KeyboardInterrupt

    found = ask(mcda.load("hebei-steel"), 2000, "capital_outlay", draws=500, progress=interrupt)
    assert (found.partial, found.draws) == (True, 30)
    assert "interrupted" in found.findings[0].text()
    assert ((found.core >= 0) & (found.core <= 1)).all()


@pytest.mark.parametrize("method", ["weighted_sum", "mavt"])
@pytest.mark.parametrize("budget", [0, 1900, 1e6])
def test_a_shipped_case_is_answered_in_both_languages(budget, method):
    from mcda.reports.portfolio import page

    case = mcda.load("hebei-steel")
    found = ask(case, budget, "capital_outlay", method=method)
    assert np.isfinite([*found.values, *found.costs, *found.core, found.loss]).all()
    assert found.to_frame().shape[0] == len(found.alternatives)
    assert found.to_dict()["best"]["left"] >= 0
    for lang in ("en", "zh"):
        assert page(case, found, lang)


def test_no_column_of_yes_is_called_by_a_ratio():
    from mcda.reports.portfolio import page

    case = mcda.load("hebei-steel")
    found = ask(case, 2000, "capital_outlay", method="weighted_sum", draws=5)
    for lang, yes, by in (("en", "yes", "by value ÷ cost"), ("zh", "是", "按比值入选")):
        (grid,) = (block for block in page(case, found, lang) if hasattr(block, "rows"))
        k = [head.title for head in grid.heads].index(by)
        assert {row[k] for row in grid.rows} == {yes, ""}
