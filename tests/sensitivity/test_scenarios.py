"""Scenarios side by side: one frame, so that a score means the same everywhere."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

import mcda
from mcda.cli import commands
from mcda.errors import TableError
from mcda.figures import tabulate
from mcda.language import Text
from mcda.model import Scenario
from mcda.reports.blocks import Grid, Line
from mcda.reports.scenarios import page
from mcda.sensitivity.scenarios import common_frame, regrets


@pytest.fixture(scope="module")
def steel():
    return mcda.load("hebei-steel")


def test_best_and_worst_are_the_declared_ranges(steel):
    frame, unused = common_frame(steel, [tabulate(steel, s) for s in steel.scenarios.values()])
    assert unused == ()
    assert frame.best[0].tolist()[:2] == [250, 0]
    assert frame.worst[0].tolist()[:2] == [1100, 4]


def test_without_declared_ranges_they_are_the_union(steel):
    bare = replace(steel, criteria=tuple(replace(c, range=None) for c in steel.criteria))
    tables = [tabulate(bare, s) for s in bare.scenarios.values()]
    frame, unused = common_frame(bare, tables)
    assert unused == ()
    costs = np.concatenate([t.ranked().values[:, 0] for t in tables])
    assert frame.best[0, 0] == costs.min()
    assert frame.worst[0, 0] == costs.max()


def test_a_score_in_one_frame_depends_on_nothing_but_the_scenario(steel):
    fewer = replace(steel, scenarios={k: v for k, v in steel.scenarios.items() if k in ("base", "cp_100")})
    many, few = mcda.scenarios(steel, method="weighted_sum"), mcda.scenarios(fewer, method="weighted_sum")
    for name in ("base", "cp_100"):
        a, b = many.scores[many.scenarios.index(name)], few.scores[few.scenarios.index(name)]
        np.testing.assert_allclose(a, b, equal_nan=True)


def test_a_dearer_world_lowers_scores_in_one_frame(steel):
    found = mcda.scenarios(steel, method="weighted_sum")
    base, dear = (found.scores[found.scenarios.index(name)] for name in ("base", "cp_500"))
    here = ~np.isnan(base)
    assert (dear[here] < base[here]).all()


def test_each_scenario_of_its_own_is_what_rank_says(steel):
    found = mcda.scenarios(steel, method="edas")
    assert not found.framed
    for name, row in zip(found.scenarios, found.ranks, strict=True):
        alone = mcda.rank(steel, method="edas", scenario=name)
        assert [row[found.alternatives.index(a)] for a in alone.table.alternatives] == alone.ranks.tolist()


def test_regions_rank_side_by_side():
    found = mcda.scenarios(mcda.load("green-pathways"))
    assert {"base", "east", "centre", "west"} <= set(found.scenarios)
    assert len({tuple(row) for row in found.ranks}) > 1
    assert found.to_frame().shape == (16, 3 * (len(found.scenarios) + 1) + 1)
    assert len(found.to_dict()["scenarios"]) == len(found.scenarios)


def test_an_option_set_apart_in_a_scenario_has_no_rank_there(steel):
    found = mcda.scenarios(steel)
    at = found.alternatives.index("scrap_eaf")
    assert np.isnan(found.ranks[:, at]).all()
    assert found.to_dict()["scenarios"][0]["ranks"]["scrap_eaf"] is None


def case(scenarios, ranges=True, **alternatives):
    """Two options or more on one criterion from 0 to 10, whose figures the scenarios replace."""
    frame = pd.DataFrame({"yield": [float(row[0]) for row in alternatives.values()]}, index=list(alternatives))
    made = mcda.Problem.from_frame(frame, {"yield": "max"}).with_plan(method="weighted_sum")
    states = {
        name: Scenario(name, Text.same(name), figures={(a, "yield"): row[k] for a, row in alternatives.items()}, **more)
        for k, (name, more) in enumerate(scenarios.items())
    }
    spans = tuple(replace(c, range=(0.0, 10.0)) for c in made.criteria)
    return replace(made, criteria=spans if ranges else made.criteria, scenarios=states)


SAVAGE = case({"base": {}, "dry": {}, "wet": {}}, even=(5, 5, 5), bold=(9, 1, 9), dear=(6, 4, 10))


def test_regret_is_what_an_option_lacks_of_the_best_of_its_scenario():
    """By hand: scores are a tenth of the figures; the best are bold, even and dear."""
    found = mcda.scenarios(SAVAGE)
    np.testing.assert_allclose(found.regret, [[0.4, 0, 0.3], [0, 0.4, 0.1], [0.5, 0.1, 0]], atol=1e-12)
    at_worst = [(w.place.value, w.score.value, w.regret.value) for w in found.worst]
    np.testing.assert_allclose(at_worst, [(3, 0.5, 0.5), (3, 0.1, 0.4), (2, 0.4, 0.3)])
    assert [w.regret.scenarios for w in found.worst] == [("wet",), ("dry",), ("base",)]


def test_the_two_safe_choices_may_differ():
    """Savage (1951) and Wald (1950) on the same table: least regret is dear, the best worst case even."""
    found = mcda.scenarios(SAVAGE)
    assert found.minimax_regret == ("dear",)
    assert found.maximin == ("even",)
    assert found.highest_at_worst == ("dear",)


def test_equals_share_the_safe_choice():
    found = mcda.scenarios(case({"base": {}, "dry": {}}, a=(2, 6), b=(6, 2), c=(1, 6)))
    assert found.minimax_regret == found.maximin == ("a", "b")


def test_regret_of_those_set_apart_is_unknown_and_does_not_raise_that_of_others():
    scores = np.array([[0.2, np.nan, 0.5]])
    np.testing.assert_array_equal(regrets(scores), [[0.3, np.nan, 0.0]])


def test_an_option_allowed_in_some_scenarios_only_is_no_safe_choice(steel):
    parameter = next(name for name in steel.parameters if "scrap" in name and "avail" in name)
    more = replace(steel.scenarios["base"], id="scrap", set={parameter: 1e3})
    found = mcda.scenarios(replace(steel, scenarios={"base": steel.scenarios["base"], "scrap": more}))
    scrap = next(worst for worst in found.worst if worst.alternative == "scrap_eaf")
    assert (scrap.ranked, scrap.place.value, scrap.regret.value) == (1, 1, 0)
    assert "scrap_eaf" not in found.minimax_regret + found.maximin + found.highest_at_worst
    assert found.minimax_regret == ("smelting_reduction_ccus",)
    assert "1 of 2" in " ".join(said(found, steel, {"base": steel.scenarios["base"], "scrap": more}))


def said(found, problem, scenarios=None, lang="en"):
    shown = problem if scenarios is None else replace(problem, scenarios=scenarios)
    return [block.text for block in page(shown, found, lang) if isinstance(block, Line)]


def test_where_nothing_is_allowed_everywhere_there_is_no_safe_choice(steel):
    found = mcda.scenarios(steel)
    none = replace(found, worst=tuple(replace(w, ranked=min(w.ranked, 1)) for w in found.worst))
    assert none.minimax_regret == none.maximin == none.highest_at_worst == ()
    assert any("there is no safe choice" in text for text in said(none, steel))


def test_without_one_frame_there_are_places_and_no_regret(steel):
    found = mcda.scenarios(steel, method="edas")
    assert np.isnan(found.regret).all()
    assert found.minimax_regret == found.maximin == ()
    assert found.highest_at_worst == ("smelting_reduction_ccus",)
    assert any("only of places" in text for text in said(found, steel))
    assert found.to_dict()["scenarios"][0]["regret"] is None
    assert "regret" not in found.to_frame().columns.get_level_values(0)


def test_a_figure_outside_its_declared_range_is_an_error():
    with pytest.raises(TableError) as caught:
        mcda.scenarios(case({"base": {}, "dry": {}}, a=(2, 11), b=(6, 2)))
    (fault,) = caught.value.faults
    assert (fault.code, fault.values["found"], fault.values["scenario"].en) == ("range_outside", 11, "dry")


def test_years_stand_in_their_order_and_above_their_columns():
    states = {"late": {"year": 2035}, "base": {}, "soon": {"year": 2030}}
    years = case(states, a=(2, 6, 4), b=(6, 2, 5))
    found = mcda.scenarios(years)
    assert found.scenarios == ("base", "soon", "late")
    assert found.ranks[:, 0].tolist() == [1, 2, 2]
    grids = [block for block in page(years, found, "en") if isinstance(block, Grid)]
    assert [head.below for head in grids[1].heads] == ["", "", "2030", "2035"]


def test_regions_are_named():
    green = mcda.load("green-pathways")
    renamed = {k: replace(s, label=Text("inland", "内陆")) if k == "west" else s for k, s in green.scenarios.items()}
    green = replace(green, scenarios=renamed)
    grids = [block for block in page(green, mcda.scenarios(green), "zh") if isinstance(block, Grid)]
    assert [head.below for head in grids[1].heads if head.title == "内陆"] == ["西部"]
    assert [head.below for head in grids[1].heads if head.title == "东部"] == [""]


def test_one_scenario_has_no_worst_case():
    one = case({"base": {}}, a=(2,), b=(6,))
    texts = said(mcda.scenarios(one), one)
    assert any("nothing to hold against it" in text for text in texts)
    assert not any("regret" in text.lower() for text in texts[:3])


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_command_and_the_short_way_say_the_same(form, lang):
    runner = CliRunner()
    ways = (["scenarios", "green-pathways"], ["rank", "green-pathways", "--all-scenarios"])
    one, other = (runner.invoke(commands, [*words, "--format", form, "--lang", lang]) for words in ways)
    assert (one.exit_code, one.output) == (0, other.output)


@pytest.mark.parametrize("options", [("weighted_product", {}), ("weighted_sum", {"scaling": "max"})])
def test_a_range_that_begins_at_nothing_does_not_silence_its_criterion(steel, options):
    """Divided by the best end of its range, 0, emissions would be worth 0 for everybody."""
    found = mcda.scenarios(steel, *options)
    assert found.ranks[0].tolist().count(1) == 1
    said = next(f for f in found.findings if f.message.code == "finding.range_unused")
    assert "Emissions" in said.text()
    if options[0] == "weighted_product":  # its order hangs on ratios alone, whichever the frame
        for name, row in zip(found.scenarios, found.ranks, strict=True):
            alone = mcda.rank(steel, *options, scenario=name)
            assert [row[found.alternatives.index(a)] for a in alone.table.alternatives] == alone.ranks.tolist()
