"""The equity of an option, against figures that were computed elsewhere and laws that must hold."""

import numpy as np
import pytest

import mcda
from mcda.figures import known
from mcda.figures.equity import gini, shares, theil_between
from mcda.model import Scenario


def test_gini_by_hand():
    assert gini(np.array([1.0, 1]), np.array([0.0, 1])) == pytest.approx(0.5)
    assert gini(np.array([3.0, 1]), np.array([3.0, 3])) == pytest.approx(0.25)
    assert gini(np.array([2.0, 5]), np.array([4.0, 10])) == 0


def test_gini_of_the_provinces_in_2019():
    """0.196514 over the 30 provinces of the case; with Tibet it is 0.196551 (computed apart, National Bureau of
    Statistics figures).
    """
    geography = mcda.load("green-pathways").geography
    people, income = (np.array([spot.values[key] for spot in geography.spots]) for key in ("population", "gdp"))
    assert len(people) == 30
    assert gini(people, income) == pytest.approx(0.196514, abs=5e-7)
    with_tibet = gini(np.append(people, 361), np.append(income, 1697.8))
    assert with_tibet == pytest.approx(0.196551, abs=5e-6)


def test_theil_between_groups_is_zero_when_groups_are_alike():
    groups = np.array(["e", "e", "w", "w"])
    assert theil_between(np.array([1.0, 2, 1, 2]), np.array([5.0, 4, 5, 4]), groups) == pytest.approx(0)
    assert theil_between(np.array([1.0, 1, 1, 1]), np.array([5.0, 4, 1, 1]), groups) > 0


@pytest.fixture(scope="module")
def pathways():
    return mcda.load("green-pathways")


def equity(problem, scenario="base"):
    values = known(problem, problem.scenarios[scenario])["regional_equity"]
    return dict(zip([a.id for a in problem.alternatives], values, strict=True))


def test_income_moved_in_proportion_to_income_changes_nothing(pathways):
    assert equity(pathways)["green_finance"] == 0
    assert equity(pathways, "east")["green_finance"] == 0


def test_a_burden_is_a_benefit_with_its_sign_turned_while_the_sum_is_small(pathways):
    from dataclasses import replace

    geography = pathways.geography
    turned = {name: replace(each, burden=not each.burden) for name, each in geography.incidence.items()}
    other = replace(pathways, geography=replace(geography, incidence=turned))
    little = Scenario(set={"equity_sum": 1e-6})
    gains, losses = (known(problem, little)["regional_equity"] for problem in (pathways, other))
    np.testing.assert_allclose(losses, -gains, rtol=1e-3)
    assert np.abs(gains).max() > 0


def test_shares_are_parts_of_a_whole_also_inside_a_region(pathways):
    for region in ("", "east", "centre", "west"):
        for option in pathways.alternatives:
            assert shares(pathways.geography, option.id, region).sum() == pytest.approx(1)


def test_the_sum_moved_is_a_parameter(pathways):
    little, more = (known(pathways, Scenario(set={"equity_sum": part}))["regional_equity"] for part in (1e-6, 2e-6))
    np.testing.assert_allclose(more, 2 * little, rtol=1e-3)
