"""The page of a portfolio: the best set and what it buys, the order of entry as the budget grows, how sure each is."""

import itertools
from collections.abc import Iterator

import numpy as np

from mcda.language import Lang, number, say
from mcda.model import Array, Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page, Tone
from mcda.reports.influence import state
from mcda.reports.ranking import findings_below, measured, percent, told_first
from mcda.sensitivity.portfolio import Portfolio, Step, headline

BEFORE, AFTER = 8, 4
"""How many steps up to the budget, and beyond it, the page lists; all are in the data."""


def page(problem: Problem, result: Portfolio, lang: Lang) -> Page:
    """The whole page."""
    error = f"{50 / result.draws**0.5:.1f}"
    counts = {"draws": f"{result.draws:,}", "seed": result.seed, "error": error}
    return [
        Line(problem.question.in_(lang)),
        Line(headline(problem, result).in_(lang), "strong"),
        Line(_money(problem, result, lang)),
        *_rules(problem, result, lang),
        *state(problem, lang),
        *told_first(result.findings, lang),
        BREAK,
        _options(problem, result, lang),
        BREAK,
        *_bought(problem, result, lang),
        *_greedy(problem, result, lang),
        *_steps(problem, result, lang),
        BREAK,
        *findings_below(result.findings, lang),
        Line(say(lang, "screen.core_is", **counts), label=say(lang, "screen.draws")),
    ]


def _money(problem: Problem, result: Portfolio, lang: Lang) -> str:
    amounts = {
        "budget": measured(result.budget, result.unit),
        "spent": measured(result.spent, result.unit),
        "left": measured(result.budget - result.spent, result.unit),
    }
    return say(lang, "screen.set_money", cost=problem.label(result.cost), **amounts)


def _rules(problem: Problem, result: Portfolio, lang: Lang) -> Iterator[Block]:
    """Under which rules the set was chosen."""
    names, rules = [problem.label(name) for name in result.alternatives], result.rules
    said = [say(lang, "screen.rule_with", option=names[i]) for i in sorted(rules.inside)]
    said += [say(lang, "screen.rule_without", option=names[i]) for i in sorted(rules.outside)]
    said += [say(lang, "screen.rule_needs", option=names[a], other=names[b]) for a, b in rules.needs]
    said += [say(lang, "screen.rule_not_both", option=names[a], other=names[b]) for a, b in rules.not_both]
    if said:
        yield Line(say(lang, "screen.rules", rules=("; " if lang == "en" else "；").join(said)))


def _bought(problem: Problem, result: Portfolio, lang: Lang) -> Iterator[Block]:
    """What the best set's value consists of, the largest part first."""
    if result.value <= 0:
        return
    order = np.argsort(-result.bought, kind="stable")
    parts = tuple(
        say(lang, "screen.bought_part", criterion=problem.label(result.criteria[j]), share=percent(part))
        for j in order
        if (part := float(result.bought[j]) / result.value) > 0
    )
    yield Line(say(lang, "screen.bought", value=number(result.value), parts=parts), label=say(lang, "screen.buys"))


def _options(problem: Problem, result: Portfolio, lang: Lang) -> Grid:
    """One row per option: the best set first, then those that are in it most often."""
    heads = (
        Head(say(lang, "screen.option"), align="left"),
        Head(say(lang, "screen.in_set")),
        Head(say(lang, "screen.of_draws"), "%"),
        Head(say(lang, "screen.value")),
        Head(problem.label(result.cost).in_(lang), result.unit),
        Head(say(lang, "screen.enters_at"), gives_way=2),
        Head(say(lang, "screen.in_by_ratio"), gives_way=1),
    )
    enters, yes = result.enters, say(lang, "screen.yes")
    order = sorted(range(len(result.values)), key=lambda i: (-result.best[i], -result.core[i], -result.values[i]))
    rows = tuple(
        (
            problem.label(result.alternatives[i]).in_(lang),
            yes if result.best[i] else "",
            f"{100 * result.core[i]:.0f}",
            number(float(result.values[i])),
            number(float(result.costs[i])),
            "—" if np.isnan(enters[i]) else number(float(enters[i])),
            yes if result.greedy[i] else "",
        )
        for i in order
    )
    return Grid(heads, rows, strong=frozenset(range(len(result.options))))


def _greedy(problem: Problem, result: Portfolio, lang: Lang) -> Iterator[Block]:
    """What value ÷ cost would take in its place."""
    label = say(lang, "screen.by_ratio")
    if np.array_equal(result.best, result.greedy):
        yield Line(say(lang, "screen.ratio_same"), label=label)
        return
    only, missed = (_labels(problem, result, picked) for picked in _differing(result))
    loss = {"loss": percent(result.loss), "names": only or "—", "missed": missed or "—"}
    yield Line(say(lang, "screen.ratio_loses", **loss), label=label)


def _differing(result: Portfolio) -> tuple[Array, Array]:
    return result.greedy * (1 - result.best), result.best * (1 - result.greedy)


def _labels(problem: Problem, result: Portfolio, picked: Array) -> tuple[object, ...]:
    return tuple(problem.label(name) for name in result.named(picked))


def _steps(problem: Problem, result: Portfolio, lang: Lang) -> Iterator[Block]:
    """What enters and leaves as the budget grows, around the budget."""
    steps = (Step(0.0, (), 0.0), *result.steps)
    changes = [(a, b) for a, b in itertools.pairwise(steps) if a.options != b.options]
    reached = sum(after.budget <= result.budget for _, after in changes)
    shown = changes[max(0, reached - BEFORE) : reached + AFTER]
    yield BREAK
    yield Line(say(lang, "screen.budget_grows", unit=result.unit), "strong")
    for before, after in shown:
        tone: Tone = "plain" if after.budget <= result.budget else "faint"
        yield Line(_step(problem, result, before, after, lang), tone, number(after.budget))
    if len(shown) < len(changes):
        yield Line(say(lang, "screen.steps_left", count=len(changes) - len(shown)), "faint")


def _step(problem: Problem, result: Portfolio, before: Step, after: Step, lang: Lang) -> str:
    entering, leaving = (
        tuple(problem.label(name) for name in one.options if name not in other.options)
        for one, other in ((after, before), (before, after))
    )
    whole = float(np.maximum(result.values, 0).sum())
    code = "screen.step_swap" if leaving else "screen.step_in"
    return say(lang, code, entering=entering, leaving=leaving, share=percent(after.value / whole))
