"""The page of influence: which doubtful figure the lead hangs on, and what it would be worth to learn it."""

from collections.abc import Iterator

from mcda.language import Lang, number, say
from mcda.model import BASE, Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.ranking import findings_below, percent, scenario_label, told_first
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
    """The drivers that carry most, then everything at once; the error is that of the total share."""
    heads = [
        Head(say(lang, "screen.driver"), align="left"),
        Head(say(lang, "screen.alone")),
        Head(say(lang, "screen.together")),
        Head(say(lang, "screen.error"), gives_way=1),
        Head(say(lang, "screen.changes_choice")),
    ]
    if result.everything.worth is not None:
        heads.append(Head(say(lang, "screen.worth"), result.unit or say(lang, "screen.score")))
    moving = [effect for effect in result.effects if effect.total or effect.learning.changes]
    rows = [
        (e.label.in_(lang), *map(_share, (e.first, e.total, e.total_error)), *_learning(e.learning))
        for e in moving[:SHOWN]
    ]
    rows.append((say(lang, "screen.everything"), "", "", "", *_learning(result.everything)))
    yield Line(say(lang, "screen.influences"), "strong")
    yield Grid(tuple(heads), tuple(rows))
    left = moving[SHOWN:]
    if left:
        yield Line(say(lang, "screen.others_left", count=len(left), total=_share(left[0].total)), "faint")


def _share(value: float) -> str:
    """A share in per cent with one digit; what is too small for it, or below 0 by chance, shows as <0.1."""
    return "0" if value == 0 else f"{100 * value:.1f}" if value >= 0.0005 else "<0.1"


def _learning(learning: Learning) -> tuple[str, ...]:
    """The chance, and the worth in money where there is a rate, else in score, where it has one."""
    if learning.worth is None:
        return (percent(learning.changes)[:-2],)
    worth = f"{learning.worth:.4f}" if learning.money is None else number(learning.money)
    return percent(learning.changes)[:-2], worth


def _worth(result: Influence, lang: Lang) -> Iterator[Block]:
    if result.everything.worth is not None:
        yield Line(say(lang, "screen.worth_is_both" if result.over == "both" else "screen.worth_is"))
