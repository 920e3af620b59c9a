"""A change that is said to do it does it, and none is missed that a grid would find."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.errors import TableError
from mcda.model import Missing, Scenario
from mcda.sensitivity._changes import Window, windows


@pytest.fixture(scope="module")
def steel():
    return mcda.load("hebei-steel")


@pytest.fixture(scope="module")
def found(steel):
    return mcda.breakeven(steel, "bf_bof_h2_pci")


def nudge(change, towards=1e-4):
    """A little inside the window of the nearest value."""
    window = next(w for w in change.windows if w.low <= change.nearest <= w.high)
    return change.nearest + towards * ((window.low + window.high) / 2 - change.nearest)


def first_with(problem, **scenario):
    there = replace(problem, scenarios={**problem.scenarios, "changed": Scenario("changed", **scenario)})
    return mcda.rank(there, scenario="changed").first


def test_a_parameter_that_is_said_to_do_it_does_it(steel, found):
    done = found.found("parameter")
    assert {change.name for change in done} == {"grid_factor", "electricity_price"}
    for change in done:
        assert first_with(steel, set={change.name: nudge(change)}) == ("bf_bof_h2_pci",)
        outside = change.nearest - 1e-3 * (nudge(change, 1) - change.nearest)
        assert first_with(steel, set={change.name: outside}) != ("bf_bof_h2_pci",)


def test_a_figure_that_is_said_to_do_it_does_it(steel, found):
    for change in found.found("figure"):
        criterion, option = change.name.split("/")
        assert first_with(steel, figures={(option, criterion): nudge(change)}) == ("bf_bof_h2_pci",)


def test_weights_that_are_said_to_do_it_do_it(steel, found):
    base = mcda.weights(steel)
    for change in found.found("weight"):
        w = dict(zip(base.criteria, base.values, strict=True))
        w[change.other] += w[change.name] - nudge(change)
        w[change.name] = nudge(change)
        assert mcda.rank(steel, weights=w).first == ("bf_bof_h2_pci",)


def test_whether_a_value_lies_in_the_stated_range_is_said(found):
    grid = next(change for change in found.changes if change.name == "grid_factor")
    assert grid.stated == (0.39, 0.66)
    assert grid.nearest > 0.66
    assert grid.inside is False


def test_no_carbon_price_brings_a_dominated_route_first(steel):
    found = mcda.breakeven(steel, "h2_dri_eaf_100")
    carbon = next(change for change in found.changes if change.name == "carbon_price")
    assert carbon.windows == ()
    assert carbon.looked[0] == 0
    assert carbon.looked[1] >= 1500
    assert "smelting_reduction_ccus" in found.beaten_by
    assert found.found("weight") == ()


def test_an_option_that_is_first_needs_no_change(steel):
    found = mcda.breakeven(steel, "smelting_reduction_ccus")
    assert found.changes == ()
    assert found.first == ("smelting_reduction_ccus",)


def test_an_option_set_apart_is_looked_at_as_if_allowed(steel):
    found = mcda.breakeven(steel, "scrap_eaf")
    assert found.apart
    assert found.first == ("scrap_eaf",)


def test_several_windows_are_all_found():
    def first(x):
        return (x > 0.2) & (x < 0.4) | (x >= 0.7)

    spans = windows(first, 0.0, 1.0, 0.5)
    assert [tuple(np.round([w.low, w.high], 6)) for w in spans] == [(0.2, 0.4), (0.7, 1.0)]
    assert windows(lambda x: x < 0, 0.0, 1.0, 0.5) == ()
    assert windows(lambda x: x >= 0, 0.0, 1.0, 0.5) == (Window(0.0, 1.0),)


def test_a_price_reaches_every_figure_that_follows_from_it(steel):
    """With 2,000 CNY for carbon the average furnace is dearer by direct emissions × price."""
    found = mcda.breakeven(steel, "bf_bof_average", method="weighted_sum")
    assert any(change.name == "carbon_price" for change in found.changes)


@pytest.mark.parametrize("method", ["topsis", "weighted_sum", "edas"])
def test_weights_of_two_criteria_by_hand(method):
    """Two options that mirror each other: the other comes first as soon as half the weight has moved."""
    frame = pd.DataFrame({"a": [4.0, 1], "b": [1.0, 4]}, index=["x", "y"])
    case = mcda.Problem.from_frame(frame, {"a": "max", "b": "max"}, {"a": 0.7, "b": 0.3})
    change = mcda.breakeven(case, "y", method).found("weight")[0]
    assert (change.name, change.other) == ("a", "b")
    assert change.nearest == pytest.approx(0.5, abs=1e-5)


def test_an_unknown_option_is_refused(steel):
    with pytest.raises(mcda.MCDAError, match="scrap"):
        mcda.breakeven(steel, "scrap")


def test_tables_and_data_hold_every_change(found):
    frame = found.to_frame()
    assert len(frame) == len(found.changes)
    assert len(found.to_dict()["changes"]) == len(found.changes)


METHODS_OF_ALL_KINDS = ["topsis", "vikor", "promethee", "weighted_sum", "weighted_product", "grey", "copras"]


def random_case(seed, m=5, n=4):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(rng.uniform(1, 10, (m, n)), index=list("vwxyz")[:m], columns=list("abcd")[:n])
    directions = {name: "max" if j % 3 else "min" for j, name in enumerate(frame)}
    return mcda.Problem.from_frame(frame, directions, dict(zip(frame, rng.dirichlet(np.ones(n)), strict=True)))


def test_who_is_first_is_who_a_ranking_puts_first(steel):
    """In the declared ranges too, where the plan or a mode of the method asks for those."""
    for case, method, options in (
        (steel.with_plan(frame="declared"), "weighted_sum", {}),
        (steel, "ahp", {"mode": "ratings"}),
    ):
        ranking = mcda.rank(case, method, options)
        assert mcda.breakeven(case, ranking.first[0], method, options).first == ranking.first


def test_all_weight_on_one_criterion_brings_only_its_best_first():
    """At a weight of 0 TOPSIS's distances vanish; that is no first place for everybody."""
    frame = pd.DataFrame({"a": [9.0, 5, 1], "b": [1.0, 2, 9]}, index=["x", "y", "z"])
    found = mcda.breakeven(
        mcda.Problem.from_frame(frame, {"a": "max", "b": "max"}, {"a": 0.5, "b": 0.5}), "y", "topsis"
    )
    assert all(w.high < 1 and w.low > 0 for change in found.found("weight") for w in change.windows)


@pytest.mark.parametrize("method", METHODS_OF_ALL_KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_the_fewest_points_over_all_criteria_do_it_and_are_never_more_than_between_two(seed, method):
    case = random_case(seed)
    for option in "vwxyz":
        found = mcda.breakeven(case, option, method)
        if found.weighing is None:
            assert option in found.first
            continue
        near, pairs = found.weighing.nearest, found.found("weight")
        assert (near is None) == (found.weighing.verdict != "can")
        if near is None:
            assert pairs == ()
            continue
        ranking = mcda.rank(case, method, weights=dict(zip(found.criteria, near, strict=True)))
        assert ranking.scores[ranking.table.alternatives.index(option)] >= ranking.scores.max() - 1e-8
        assert found.weighing.points == pytest.approx(np.abs(near - found.weights).sum() / 2)
        assert not pairs or found.weighing.points <= pairs[0].size + 1e-9


@pytest.mark.parametrize("seed", range(4))
def test_the_nearest_weights_of_a_weighted_sum_are_those_of_one_linear_programme(seed):
    """Written out here with the leads of the score; against the search that looks from several starts."""
    from scipy.optimize import linprog

    case = random_case(seed)
    table = mcda.rank(case, "weighted_sum").table
    u = (table.values - table.values.min(0)) / np.ptp(table.values, axis=0)
    u = np.where(table.gain, u, 1 - u)
    m, n = u.shape
    for i, option in enumerate(table.alternatives):
        found = mcda.breakeven(case, option, "weighted_sum")
        if found.weighing is None:
            continue
        gaps, eye, none = np.delete(u, i, axis=0) - u[i], np.eye(n), np.zeros((m - 1, n))
        rows = np.block([[gaps, none], [eye, -eye], [-eye, -eye]])
        limits = np.concatenate([np.zeros(m - 1), found.weights, -found.weights])
        whole = np.concatenate([np.ones(n), np.zeros(n)])[None]
        solved = linprog([0.0] * n + [1.0] * n, A_ub=rows, b_ub=limits, A_eq=whole, b_eq=[1.0])
        assert (solved.status == 2) == (found.weighing.verdict == "never")
        if solved.status == 0:
            assert found.weighing.points == pytest.approx(solved.fun / 2, abs=1e-6)


def test_no_weights_is_said_with_its_proof_or_with_the_number_of_draws(steel):
    proved = mcda.breakeven(steel, "h2_dri_eaf_50")
    assert proved.weighing.verdict == "never"
    mixed = mcda.breakeven(steel, "smelting_reduction", "weighted_sum").weighing
    assert mixed.verdict == "never"
    assert sum(part for _, part in mixed.beaten_by) == pytest.approx(1)
    drawn = mcda.breakeven(steel, "h2_dri_eaf_100", "copras").weighing
    assert (drawn.verdict, drawn.nearest, drawn.points) == ("unseen", None, np.inf)
    assert drawn.draws > 10_000


def test_who_stands_in_the_way_of_a_parameter_is_named(steel):
    beaten = {c.name: c for c in mcda.breakeven(steel, "h2_dri_eaf_100").changes if c.kind == "parameter"}
    assert beaten["carbon_price"].rivals == ("smelting_reduction_ccus", "dri_melt_bof_h2")
    stays = {c.name: c for c in mcda.breakeven(steel, "bf_bof_average").changes if c.kind == "parameter"}
    assert (stays["carbon_price"].rivals, stays["carbon_price"].firsts) == ((), ("smelting_reduction_ccus",))
    for value in (0, 700, 4000):
        changed = first_with(steel, set={"carbon_price": value})
        assert changed == ("smelting_reduction_ccus",)
    done = [c for c in mcda.breakeven(steel, "bf_bof_h2_pci").changes if c.kind == "parameter" and c.windows]
    assert all(c.rivals == c.firsts == () for c in done)


def test_every_figure_of_every_option_is_tried(steel, found):
    figures = {change.name for change in found.changes if change.kind == "figure"}
    assert figures == {f"{c.id}/{a}" for c in steel.criteria for a in mcda.rank(steel).table.alternatives}


def test_a_figure_that_follows_from_others_is_held_against_what_it_was_in_draws(found):
    cost = next(change for change in found.changes if change.name == "cost/bf_bof_h2_pci")
    assert cost.drawn
    assert cost.stated[0] < cost.now < cost.stated[1]
    grid = next(change for change in found.changes if change.name == "grid_factor")
    assert not grid.drawn


def test_the_range_of_a_figure_is_told_in_the_unit_of_its_column():
    from dataclasses import replace

    frame = pd.DataFrame({"a": [4.0, 1], "b": [1.0, 4]}, index=["x", "y"])
    case = mcda.Problem.from_frame(frame, {"a": "max", "b": "max"}, {"a": 0.7, "b": 0.3}, {"a": "t", "b": "t"})
    column = case.columns["a"]
    figures = {**column.figures, "y": replace(column.figures["y"], mode=1000, low=500, high=2000, unit="kg")}
    case = replace(case, columns={**case.columns, "a": replace(column, figures=figures)})
    change = next(c for c in mcda.breakeven(case, "y").changes if c.name == "a/y")
    assert (change.now, change.stated) == (1, (0.5, 2))


def test_neighbouring_levels_are_one_answer():
    from mcda.sensitivity._changes import _runs

    levels = np.array([1.0, 2, 3, 4, 5])
    assert _runs(levels, np.array([True, False, False, True, True])) == (Window(1, 1), Window(4, 5))
    assert _runs(levels, np.zeros(5, dtype=bool)) == ()


@pytest.mark.parametrize("option", ["bf_bof_h2_pci", "h2_dri_eaf_100", "bf_bof_average", "scrap_eaf"])
def test_the_page_gives_reasons_in_both_languages(steel, option):
    from mcda.reports.breakeven import page

    for lang in ("en", "zh"):
        said = " ".join(
            block.text for block in page(steel, mcda.breakeven(steel, option), lang) if hasattr(block, "text")
        )
        wanted = {
            "bf_bof_h2_pci": ("move 8.1 points from Emissions to Cost", "将 8.1 个百分点的权重从排放转给成本"),
            "h2_dri_eaf_100": ("Carbon price (0 – 4,500 CNY@2020/tCO2)", "碳价（0—4,500 CNY@2020/tCO2）"),
            "bf_bof_average": ("points in all: from Emissions", "个百分点：从排放"),
            "scrap_eaf": ("If it were allowed, Scrap-EAF would come first", "若可选"),
        }[option]
        assert wanted[lang == "zh"] in said
        if option == "h2_dri_eaf_100":
            reason = ("is on no criterion better than", "在任何准则上都不优于")[lang == "zh"]
            assert reason in said


def test_an_option_without_a_figure_is_told(steel):
    column = steel.columns["technological_maturity"]
    figures = {key: figure for key, figure in column.figures.items() if key != "scrap_eaf"}
    gap = replace(column, figures=figures, missing=Missing.LEAVE_OUT)
    problem = replace(steel, columns={**steel.columns, gap.id: gap}, requirements=())
    with pytest.raises(TableError) as raised:
        mcda.breakeven(problem, "scrap_eaf")
    assert [fault.code for fault in raised.value.faults] == ["figure_missing"]
