"""A second opinion comes from another library, and says where it differs."""

from dataclasses import replace

import numpy as np
import pytest

import mcda


@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
@pytest.mark.parametrize(
    ("method", "options"), [("topsis", {}), ("topsis", {"scaling": "minmax"}), ("weighted_sum", {})]
)
def test_pymcdm_orders_the_shipped_cases_alike(case, method, options):
    problem = mcda.load(case)
    found = mcda.second_opinion(problem, mcda.rank(problem, method, options))
    assert found.agrees
    assert found.gap < 1e-9
    assert found.to_dict()["agrees"]


def test_a_wrong_score_would_be_seen():
    problem = mcda.load("hebei-steel")
    ranking = mcda.rank(problem)
    wrong = replace(ranking, ranks=ranking.ranks[::-1])
    found = mcda.second_opinion(problem, wrong)
    assert not found.agrees
    assert "another place" in found.findings[0].text()


@pytest.mark.parametrize("method", ["ahp", "edas"])
def test_where_nobody_can_be_asked_it_says_so(method):
    problem = mcda.load("hebei-steel")
    found = mcda.second_opinion(problem, mcda.rank(problem, method))
    assert found.scores is None
    assert "pymcdm" in found.findings[0].text()
    assert np.isnan(found.gap)
    assert list(found.to_frame().index)
