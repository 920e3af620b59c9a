"""Every question of every method and every shipped case: an answer without NaN and a page in both languages, or a refusal
by name. In small: few options, few draws. What the answers are worth is tested question by question.
"""

import json
import math
from dataclasses import replace

import pandas as pd
import pytest

import mcda
from mcda.analysis import analyse
from mcda.errors import MCDAError
from mcda.methods import METHODS
from mcda.model import flat
from mcda.reports import (
    audit,
    breakeven,
    compare,
    dominance,
    influence,
    portfolio,
    reversal,
    robustness,
    scenarios,
    stability,
)
from mcda.reports import sensitivity as whole
from mcda.reports.agenda import chosen, talked
from mcda.sensitivity.agenda import agenda
from mcda.sensitivity.choices import choices

DRAWS = 4


def small(name, count, criteria=()):
    """A shipped case with its first options and scenarios only, and with some criteria, or all."""
    case = mcda.load(name)
    if criteria:
        pairs = {pair: value for pair, value in case.judgements[0].pairs.items() if {*pair} <= {*criteria}}
        judged = (replace(case.judgements[0], pairs=pairs),)
        kept = tuple(c for c in case.criteria if c.id in criteria)
        case = replace(case, criteria=kept, tree=flat(tuple(c.id for c in kept)), judgements=judged)
    ranking = mcda.rank(case)
    kept = {ranking.table.alternatives[i] for i in ranking.order[:count]}

    def cut(figures):
        return {option: figure for option, figure in figures.items() if option in kept}

    states = {
        key: replace(state, figures={at: value for at, value in state.figures.items() if at[0] in kept})
        for key, state in list(case.scenarios.items())[:3]
    }
    return replace(
        case,
        alternatives=tuple(option for option in case.alternatives if option.id in kept),
        columns={key: replace(column, figures=cut(column.figures)) for key, column in case.columns.items()},
        geography=case.geography and replace(case.geography, incidence=cut(case.geography.incidence)),
        scenarios=states,
    )


def last(case):
    """The option that is last."""
    ranking = mcda.rank(case)
    return ranking.table.alternatives[ranking.order[-1]]


def room(case):
    """The case as two people judge it, of whom one answers the other way round."""
    one = case.judgements[0]
    other = replace(one, who="b", pairs={pair: 1 / answer for pair, answer in one.pairs.items()})
    return replace(case, judgements=(one, other))


def of_people(case, lang):
    own, talk = choices(case), agenda(case)
    return [*chosen(case, own, lang), *talked(case, own, talk, lang)]


QUICK = {
    "robustness over weights": (lambda c: mcda.robustness(c, "weights", DRAWS), robustness.page),
    "robustness over figures": (lambda c: mcda.robustness(c, "figures", DRAWS), robustness.page),
    "robustness over levels": (lambda c: mcda.robustness(c, "levels", DRAWS), robustness.page),
    "dominance": (lambda c: mcda.dominance(c, DRAWS), dominance.page),
    "reversal": (mcda.reversal, reversal.page),
    "structure": (mcda.structure, audit.page),
    "scenarios": (mcda.scenarios, scenarios.page),
    "choices": (lambda c: choices(room(c)), lambda c, result, lang: of_people(room(c), lang)),
    "agenda": (lambda c: agenda(room(c)), lambda c, result, lang: of_people(room(c), lang)),
}
SLOW = {
    "stability": (mcda.stability, stability.page),
    "robustness over both": (lambda c: mcda.robustness(c, "both", DRAWS), robustness.page),
    "thresholds": (mcda.thresholds, None),
    "breakeven": (lambda c: mcda.breakeven(c, last(c)), breakeven.page),
    "influence": (lambda c: mcda.influence(c, "figures", draws=DRAWS), influence.page),
}
LENT = sorted(name for name in METHODS if METHODS[name].borrowed)
OWN = sorted(set(METHODS) - {*LENT})
WHOLE = {name: mcda.load(name) for name in ("hebei-steel", "green-pathways")}
CASES = {name: small(name, 3) for name in WHOLE}
PAIRS = {name: small(name, 2) for name in CASES}
"""Of two options there is less to search."""
SMALLEST = small("hebei-steel", 3, ("import_dependence",))
"""For methods that are asked one table at a time."""


def asked(case, method):
    return case.with_plan(method=method, options={})


def taken(name, method):
    """Whether the method takes the figures of a case: some of those of green-pathways are negative, for some options."""
    try:
        mcda.rank(asked(WHOLE[name], method))
    except MCDAError:
        return False
    return True


def blanks(value, path=""):
    """Where plain values hold what is no number."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from blanks(part, f"{path}/{key}")
    elif isinstance(value, list):
        for k, part in enumerate(value):
            yield from blanks(part, f"{path}/{k}")
    elif isinstance(value, float) and not math.isfinite(value):
        yield path


def answered(case, question):
    """The answer is numbers, and its pages say something in both languages."""
    ask, page = question
    result = ask(case)
    data = result.to_dict()
    assert [at for at in blanks(data) if not open_by_nature(at)] == []
    json.dumps(data)
    for lang in ("en", "zh"):
        assert page is None or len(page(case, result, lang)) > 1


def open_by_nature(path):
    """With which weights an option comes first is open where weights aren't drawn, or no draw brings it there."""
    return "/central_weights/" in path or "/confidence/" in path


every_case = pytest.mark.parametrize("name", CASES)


@every_case
@pytest.mark.parametrize("method", sorted(METHODS))
def test_what_is_quickly_answered_is_answered_by_every_method(method, name):
    if taken(name, method):
        for question in QUICK.values():
            answered(asked(CASES[name], method), question)
        return
    case = asked(WHOLE[name], method)
    for ask, _ in [*QUICK.values(), *SLOW.values()]:
        with pytest.raises(MCDAError) as caught:
            ask(case)
        assert all(fault.what(lang) for fault in caught.value.faults for lang in ("en", "zh"))


@every_case
@pytest.mark.parametrize("method", OWN)
@pytest.mark.parametrize("question", SLOW)
def test_what_takes_a_search_is_answered_by_every_method_of_ours(question, method, name):
    if taken(name, method):
        answered(asked(PAIRS[name], method), SLOW[question])


@pytest.mark.parametrize("method", LENT)
def test_and_by_those_that_are_lent(method):
    answered(asked(SMALLEST, method), SLOW["breakeven"])


@every_case
def test_whether_the_method_matters_is_asked_of_all_at_once(name):
    answered(CASES[name], (mcda.concordance, compare.page))


@every_case
def test_all_questions_are_answered_at_one_go(name):
    answered(CASES[name], (lambda c: analyse(c, DRAWS), whole.page))


@pytest.mark.parametrize("method", sorted(METHODS))
def test_a_set_is_found_where_values_add_up_and_refused_by_name_elsewhere(method):
    case = asked(CASES["hebei-steel"], method)
    if method in ("mavt", "spotis", "weighted_sum"):
        answered(case, (lambda c: mcda.portfolio(c, 1000.0, "cost", draws=DRAWS), portfolio.page))
        return
    with pytest.raises(MCDAError) as caught:
        mcda.portfolio(case, 1000.0, "cost", draws=DRAWS)
    assert all(
        METHODS[method].title.in_(lang) in fault.what(lang) for fault in caught.value.faults for lang in ("en", "zh")
    )


@pytest.mark.parametrize("method", sorted(METHODS))
def test_a_set_is_refused_where_nothing_says_what_an_option_costs(method):
    with pytest.raises(MCDAError):
        mcda.portfolio(asked(CASES["green-pathways"], method), 1000.0, "public_cost", draws=DRAWS)


def test_figures_that_a_method_can_not_take_bring_nobody_first():
    """Under a product there is no place for a negative figure, and no such change may be offered."""
    frame = pd.DataFrame({"a": [2.0, 5.0], "b": [3.0, 3.0]}, index=["x", "y"])
    case = mcda.Problem.from_frame(frame, ["max", "max"], [1, 1])
    case = replace(case, criteria=tuple(replace(c, range=(-10.0, 10.0)) for c in case.criteria))
    for method in ("weighted_product", "waspas"):
        found = mcda.breakeven(case, "x", method=method)
        (own,) = (c for c in found.changes if (c.kind, c.name) == ("figure", "a/x"))
        assert [window.low for window in own.windows] == [pytest.approx(5.0, abs=1e-3)]
