"""A change that is said to do it does it, and none is missed that a grid would find."""

import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.model import Scenario
from mcda.sensitivity.breakeven import Window, windows


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
    from dataclasses import replace

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
