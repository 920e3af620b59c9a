"""Every method on every shipped case: a ranking of numbers, its pages, a second opinion; or a fault with a place."""

import json

import numpy as np
import pytest

import mcda
from mcda.errors import Place, TableError
from mcda.methods import METHODS
from mcda.reports import explanation, ranking


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
def test_a_method_ranks_a_case_or_says_where_it_can_not(case, method):
    problem = mcda.load(case)
    try:
        result = mcda.rank(problem, method=method)
    except TableError as error:
        assert all(fault.place != Place() for fault in error.faults)
        assert case == "green-pathways"
        return
    assert np.isfinite(result.scores).all()
    assert json.loads(json.dumps(result.to_dict()))["method"] == method
    for lang in ("en", "zh"):
        assert ranking.page(problem, result, lang)
        assert explanation.page(problem, result, lang)
    assert len(explanation.frame(problem, result)) or METHODS[method].borrowed
    opinion = mcda.second_opinion(problem, result)
    assert opinion.scores is None or opinion.agrees
    everywhere = mcda.scenarios(problem, method=method)
    assert everywhere.framed == (METHODS[method].frame is not None)
