"""Every question of every method and every shipped case: an answer without NaN and a page in both languages, or a refusal
by name. In small: few options, few draws. What the answers are worth is tested question by question.
"""

import json
import math
from dataclasses import replace

import pytest

import mcda
from mcda.analysis import analyse
from mcda.errors import MCDAError
from mcda.methods import METHODS
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


def small(name, count):
    """A shipped case with its first options and scenarios only."""
    case = mcda.load(name)
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


def second(case):
    """An option that isn't first."""
    ranking = mcda.rank(case)
    return next(ranking.table.alternatives[i] for i in ranking.order if ranking.ranks[i] > 1)


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
    "choices": (choices, lambda c, result, lang: of_people(c, lang)),
    "agenda": (agenda, lambda c, result, lang: of_people(c, lang)),
}
SLOW = {
    "stability": (mcda.stability, stability.page),
    "robustness over both": (lambda c: mcda.robustness(c, "both", DRAWS), robustness.page),
    "thresholds": (mcda.thresholds, None),
    "breakeven": (lambda c: mcda.breakeven(c, second(c)), breakeven.page),
    "influence of figures": (lambda c: mcda.influence(c, "figures", draws=DRAWS), influence.page),
    "influence of both": (lambda c: mcda.influence(c, "both", draws=DRAWS), influence.page),
    "the whole analysis": (lambda c: analyse(c, DRAWS), whole.page),
}
LENT = sorted(name for name in METHODS if METHODS[name].borrowed)
OWN = sorted(set(METHODS) - {*LENT})
CASES = {name: small(name, 3) for name in ("hebei-steel", "green-pathways")}
PAIR = small("hebei-steel", 2)
"""Of two options there is little to search: for methods that are asked one table at a time."""


def asked(case, method):
    return case.with_plan(method=method, options={})


def refused(case):
    """Whether the method takes the figures of the case at all: some of those of green-pathways are negative."""
    try:
        mcda.rank(case)
    except MCDAError:
        return True
    return False


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
        assert page is None or page(case, result, lang) is not None


def open_by_nature(path):
    """With which weights an option comes first is open where weights aren't drawn, or no draw brings it there."""
    return "/central_weights/" in path or "/confidence/" in path


every_case = pytest.mark.parametrize("name", CASES)


@every_case
@pytest.mark.parametrize("method", sorted(METHODS))
def test_what_is_quickly_answered_is_answered_by_every_method(method, name):
    case = asked(CASES[name], method)
    if not refused(case):
        for question in QUICK.values():
            answered(case, question)
        return
    for ask, _ in [*QUICK.values(), *SLOW.values()]:
        with pytest.raises(MCDAError) as caught:
            ask(case)
        assert all(fault.what(lang) for fault in caught.value.faults for lang in ("en", "zh"))


@every_case
@pytest.mark.parametrize("method", OWN)
@pytest.mark.parametrize("question", SLOW)
def test_what_takes_a_search_is_answered_by_every_method_of_ours(question, method, name):
    case = asked(CASES[name], method)
    if not refused(case):
        answered(case, SLOW[question])


@pytest.mark.parametrize("method", LENT)
def test_and_by_those_that_are_lent(method):
    answered(asked(PAIR, method), SLOW["breakeven"])


@every_case
def test_whether_the_method_matters_is_asked_of_all_at_once(name):
    answered(CASES[name], (mcda.concordance, compare.page))


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
