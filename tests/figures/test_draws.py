"""Draws of figures: what is missing is settled in every draw as at the modes, and a figure's own unit counts."""

from dataclasses import replace

import numpy as np
import pytest

import mcda
from mcda.figures import scenario_of
from mcda.figures.draws import drawn, drivers, put_back, tables
from mcda.files import starter
from mcda.model import Missing

TODAY, NEW = "      today: {low: 1.9, mode: 2.1, high: 2.3, ends: bounds}\n", "      new: 0.9\n"
MATURITY = "      new: {level: 7, low: 6, high: 8, ends: bounds}\n"
COST, EMISSIONS, TRL = range(3)
DRAWS = 4_000


@pytest.fixture
def changed(tmp_path, monkeypatch):
    """The starter with one piece of its text replaced."""
    monkeypatch.chdir(tmp_path)

    def load(old, new):
        file = tmp_path / starter.write("small", "en")
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")
        return mcda.load(str(file))

    return load


def draws(problem):
    """The drivers, and the tables (B, 2, 3) of even quantiles in an order of their own for each driver."""
    state = scenario_of(problem, problem.plan.scenario)
    moving = drivers(problem, state)
    rng = np.random.default_rng(1)
    u = np.array([rng.permutation((np.arange(DRAWS) + 0.5) / DRAWS) for _ in moving])
    return {driver.id for driver in moving}, tables(problem, state, drawn(problem, state, moving, u), [0, 1], DRAWS)


def test_a_figure_in_a_unit_of_its_own_is_drawn_in_that_of_its_column(changed):
    grams = TODAY.replace("1.9", "1900").replace("2.1", "2100").replace("2.3", "2300")
    problem = changed(TODAY, grams.replace("bounds", "bounds, unit: kgCO2/t"))
    figures = draws(problem)[1][:, 0, EMISSIONS]
    assert (figures.min(), figures.max()) == pytest.approx((1.9, 2.3), abs=0.005)
    assert figures.mean() == pytest.approx(2.1, abs=1e-3)


def test_what_is_missing_and_counts_as_worst_does_so_in_every_draw(changed):
    problem = changed(TODAY + NEW, TODAY + "    missing: worst\n")
    names, figures = draws(problem)
    assert "emissions/new" not in names
    assert set(figures[:, 1, EMISSIONS].tolist()) == {3.0}
    assert np.isfinite(mcda.robustness(problem, over="figures", draws=500).to_frame().to_numpy(float)).all()


def test_what_is_missing_and_drawn_lies_evenly_over_the_declared_range(changed):
    problem = changed(TODAY + NEW, TODAY + "    missing: draw\n")
    names, figures = draws(problem)
    assert "emissions/new" in names
    counts, _ = np.histogram(figures[:, 1, EMISSIONS], bins=6, range=(0, 3))
    assert counts.tolist() == pytest.approx([DRAWS / 6] * 6, abs=2)
    assert np.ptp(figures[:, 0, EMISSIONS]) < 0.4


def test_missing_levels_are_drawn_whole_and_evenly_over_the_scale(changed):
    problem = changed(MATURITY, "    missing: draw\n")
    names, figures = draws(problem)
    assert "technological_maturity/new" in names
    values, counts = np.unique(figures[:, 1, TRL], return_counts=True)
    assert len(values) == 9
    assert counts.tolist() == pytest.approx([DRAWS / 9] * 9, abs=2)


@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
def test_a_driver_put_back_leaves_what_is_drawn_without_it(case):
    problem = mcda.load(case)
    state = scenario_of(problem, problem.plan.scenario)
    moving = drivers(problem, state)
    u, keep = np.random.default_rng(2).random((len(moving), 5)), list(range(len(problem.alternatives)))
    given = drawn(problem, state, moving, u)
    for k, driver in enumerate(moving):
        without = drawn(problem, state, moving[:k] + moving[k + 1 :], np.delete(u, k, axis=0))
        found = tables(problem, state, put_back(problem, given, driver), keep, 5)
        np.testing.assert_array_equal(found, tables(problem, state, without, keep, 5))


def test_one_of_two_gaps_put_back_is_in_the_middle_of_its_range(changed):
    problem = changed(NEW, NEW)
    empty = replace(problem.columns["emissions"], figures={}, missing=Missing.DRAW)
    problem = replace(problem, columns={**problem.columns, "emissions": empty})
    state = scenario_of(problem, problem.plan.scenario)
    moving = drivers(problem, state)
    one = next(k for k, driver in enumerate(moving) if driver.id == "emissions/new")
    given = drawn(problem, state, moving, np.full((len(moving), 3), 0.25))
    figures = tables(problem, state, put_back(problem, given, moving[one]), [0, 1], 3)[:, :, EMISSIONS]
    assert figures.tolist() == pytest.approx(np.array([[0.75, 1.5]] * 3))
