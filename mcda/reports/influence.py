"""The page of influence: which doubtful figure the lead hangs on, and what it would be worth to learn it."""

from collections.abc import Iterator

from mcda.language import Lang, number, say
from mcda.model import BASE, Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.ranking import findings_below, measured, percent, scenario_label, told_first
from mcda.sensitivity.influence import Influence, Learning, headline

SHOWN = 12
"""How many drivers the page lists; all are in the data."""


def page(problem: Problem, result: Influence, lang: Lang) -> Page:
    """The whole page."""
    lead = {"lead": result.lead, "mean": result.mean, "spread": result.spread}
    counts = {"draws": f"{result.draws:,}", "learnt": result.learnt, "seed": result.seed}
    return [
        Line(problem.question.in_(lang)),
        Line(headline(problem, result).in_(lang), "strong"),
        Line(say(lang, f"screen.drawn.{result.over}")),
        *state(problem, lang),
        *told_first(result.findings, lang),
        BREAK,
        *_drivers(result, lang),
        BREAK,
        Line(say(lang, "screen.lead_is", winner=problem.label(result.winner), **lead)),
        *_worth(result, lang),
        *findings_below(result.findings, lang),
        Line(say(lang, "screen.draws_are", **counts), label=say(lang, "screen.draws")),
    ]


def state(problem: Problem, lang: Lang) -> Iterator[Block]:
    """Which scenario is looked at, where it isn't the base."""
    if problem.plan.scenario != BASE:
        yield Line(say(lang, "screen.scenario", scenario=scenario_label(problem, problem.plan.scenario, lang)))


def _drivers(result: Influence, lang: Lang) -> Iterator[Block]:
    """The drivers that carry most, then everything at once; errors give way first where space is short."""
    heads = [
        Head(say(lang, "screen.driver"), align="left"),
        Head(say(lang, "screen.alone")),
        Head("±", gives_way=2),
        Head(say(lang, "screen.together")),
        Head("±", gives_way=1),
        Head(say(lang, "screen.changes_choice")),
    ]
    money, valued = bool(result.unit), result.everything.worth is not None
    if valued:
        heads.append(Head(say(lang, "screen.worth"), gives_way=3 * money))
    if money:
        heads.append(Head(say(lang, "screen.worth_money"), result.unit))
    rows = [
        (
            effect.label.in_(lang),
            _share(effect.first),
            _share(effect.first_error),
            _share(effect.total),
            _share(effect.total_error),
            *_learning(effect.learning, valued, money),
        )
        for effect in result.effects[:SHOWN]
    ]
    rows.append((say(lang, "screen.everything"), "", "", "", "", *_learning(result.everything, valued, money)))
    yield Line(say(lang, "screen.influences"), "strong")
    yield Grid(tuple(heads), tuple(rows))
    left = result.effects[SHOWN:]
    if left:
        yield Line(say(lang, "screen.others_left", count=len(left), total=_share(left[0].total)), "faint")


def _share(value: float) -> str:
    """A share in per cent with one digit; what chance puts below 0 is 0."""
    return f"{100 * max(value, 0.0):.1f}"


def _learning(learning: Learning, valued: bool, money: bool) -> tuple[str, ...]:
    cells = [percent(learning.changes)[:-2]]
    if valued:
        cells.append(f"{learning.worth or 0.0:.4f}")
    if money:
        cells.append(number(learning.money or 0.0))
    return tuple(cells)


def _worth(result: Influence, lang: Lang) -> Iterator[Block]:
    if result.everything.worth is not None:
        yield Line(say(lang, "screen.worth_is_both" if result.over == "both" else "screen.worth_is"))
