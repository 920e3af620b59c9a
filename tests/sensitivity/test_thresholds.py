"""At which price the first place changes, and to whom."""

from dataclasses import replace

import pytest

import mcda
from mcda.analysis import analyse
from mcda.model import Scenario
from mcda.reports.sensitivity import page


@pytest.fixture(scope="module")
def steel():
    return mcda.load("hebei-steel")


@pytest.fixture(scope="module")
def found(steel):
    return mcda.thresholds(steel)


def first_at(problem, name, value):
    there = replace(problem, scenarios={**problem.scenarios, "there": Scenario("there", set={name: value})})
    return mcda.rank(there, scenario="there").first


def test_the_first_place_holds_inside_and_changes_beyond(steel, found):
    changing = [t for t in found.thresholds if not t.firm]
    assert {"grid_factor", "scrap_price"} <= {t.parameter for t in changing}
    for t in changing:
        low, high = t.holds
        span = t.looked[1] - t.looked[0]
        if t.above:
            assert first_at(steel, t.parameter, high - 1e-5 * span) == found.first
            assert first_at(steel, t.parameter, high + 1e-5 * span) == t.above
        if t.below:
            assert first_at(steel, t.parameter, low + 1e-5 * span) == found.first
            assert first_at(steel, t.parameter, low - 1e-5 * span) == t.below


def test_no_carbon_or_hydrogen_price_changes_the_first_route(found):
    for name in ("carbon_price", "hydrogen_price"):
        assert found.of(name).firm
        assert found.of(name).looked[1] >= 3 * 4.8


def test_who_comes_nearest_where_the_place_is_firm_is_named(steel, found):
    for name in ("carbon_price", "hydrogen_price", "ore_price"):
        t = found.of(name)
        option, at, behind = t.closest
        assert t.looked[0] <= at <= t.looked[1]
        leads = []
        for value in (at, *t.looked, t.now):
            there = replace(steel, scenarios={**steel.scenarios, "there": Scenario("there", set={name: value})})
            ranking = mcda.rank(there, scenario="there")
            leads.append(float(ranking.scores[ranking.order[0]] - ranking.scores[ranking.order[1]]))
            if value == at:
                assert ranking.table.alternatives[ranking.order[1]] == option
        assert leads[0] == pytest.approx(behind)
        assert behind <= min(leads) + 1e-12
    assert found.to_dict()["parameters"][0]["closest"].keys() == {"option", "at", "behind"}


def test_a_change_within_the_stated_range_is_told_from_one_outside(found):
    assert not found.of("grid_factor").doubtful
    assert found.of("grid_factor").stated == (0.39, 0.66)


@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_of_all_questions_answers_each(case, lang):
    problem = mcda.load(case)
    result = analyse(problem, draws=2000)
    words = "\n".join(block.text for block in page(problem, result, lang) if hasattr(block, "text"))
    assert "{" not in words
    assert problem.question.in_(lang) in words
    assert problem.label(result.ranking.first[0]).in_(lang) in words
    assert result.to_dict()["stability"]["exact"]
    assert len(found_questions(words, lang)) >= 6


def found_questions(words, lang):
    return [line for line in words.splitlines() if line.endswith("?" if lang == "en" else "？")]
