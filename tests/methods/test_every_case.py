"""Every method on every shipped case: a ranking of numbers, its pages, a second opinion; or a fault with a place."""

import json

import numpy as np
import pytest

import mcda
from mcda.errors import Place, TableError
from mcda.methods import METHODS, options_of
from mcda.reports import explanation, ranking


def taken(case, name):
    """The equity of some pathways is negative, which not every method can take."""
    return case == "hebei-steel" or METHODS[name].signed(options_of(name, {}))


EVERY = [(case, name) for case in ("hebei-steel", "green-pathways") for name in METHODS]


@pytest.mark.parametrize(("case", "method"), [pair for pair in EVERY if taken(*pair)])
def test_a_method_ranks_a_case(case, method):
    problem = mcda.load(case)
    result = mcda.rank(problem, method=method)
    assert np.isfinite(result.scores).all()
    assert json.loads(json.dumps(result.to_dict()))["method"] == method
    for lang in ("en", "zh"):
        assert ranking.page(problem, result, lang)
        assert explanation.page(problem, result, lang)
    assert len(explanation.frame(problem, result)) or METHODS[method].borrowed
    opinion = mcda.second_opinion(problem, result)
    assert opinion.scores is None or opinion.agrees
    assert mcda.scenarios(problem, method=method).framed == (METHODS[method].frame is not None)


@pytest.mark.parametrize(("case", "method"), [pair for pair in EVERY if not taken(*pair)])
def test_a_method_that_can_not_rank_a_case_says_where(case, method):
    with pytest.raises(TableError) as raised:
        mcda.rank(mcda.load(case), method=method)
    assert all(fault.place != Place() for fault in raised.value.faults)
