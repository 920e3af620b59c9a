"""The page of robustness: how often each option takes each place, and what drives it."""

from collections.abc import Iterator

import numpy as np

from mcda.language import Lang, Message, number, say
from mcda.model import Array, Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.judgements import worded
from mcda.reports.ranking import findings_below, percent, told_first
from mcda.sensitivity._known import GIVEN
from mcda.sensitivity.robustness import Robustness, headline

SHOWN = 12
"""How many drivers the page lists; all are in the data."""


def page(problem: Problem, result: Robustness, lang: Lang) -> Page:
    """The whole page."""
    return [
        Line(problem.question.in_(lang)),
        Line(headline(problem, result).in_(lang), "strong"),
        Line(drawn(problem, result, lang)),
        *told_first(result.findings, lang),
        BREAK,
        places(problem, result, lang),
        BREAK,
        *ledger(result, lang),
        *_central(problem, result, lang),
        _wins(problem, result, lang),
        BREAK,
        *findings_below(result.findings, lang),
        Line(say(lang, "screen.seed_is", seed=result.seed), label=say(lang, "screen.seed")),
    ]


def drawn(problem: Problem, result: Robustness, lang: Lang) -> str:
    """What was drawn, and within what is known of the weights."""
    if not result.known:
        return say(lang, f"screen.drawn.{result.over}")
    said = {who: tuple(worded(problem, each, lang) for each in known) for who, known in result.known.items()}
    if GIVEN in said:
        return say(lang, f"screen.drawn_known.{result.over}", statements=said[GIVEN])
    people = tuple(Message("screen.known_of", {"who": who, "statements": each}) for who, each in said.items())
    return say(lang, f"screen.drawn_known.{result.over}", statements=people)


def _share(value: float) -> str:
    """A share in per cent, whole; what is under a half but not nothing shows as <1."""
    if np.isnan(value):
        return "—"
    return "<1" if 0 < value < 0.005 else f"{100 * value:.0f}"


def places(problem: Problem, result: Robustness, lang: Lang) -> Grid:
    """How often each option takes each place."""
    m = len(result.alternatives)
    heads = [
        Head(say(lang, "screen.option"), align="left"),
        Head(say(lang, "screen.first_share")),
        Head(say(lang, "screen.error")),
        Head(say(lang, "screen.holistic"), gives_way=m + 2),
        Head(say(lang, "screen.confidence"), gives_way=m + 1),
        *(Head(str(k), gives_way=k) for k in range(1, m + 1)),
    ]
    rows = []
    for i in result.order:
        error = 100 * float(np.sqrt(result.first[i] * (1 - result.first[i]) / result.draws))
        cells = [
            percent(float(result.first[i])),
            f"{error:.1f}",
            f"{result.holistic[i]:.2f}",
            _share(result.confidence[i]),
        ]
        cells += [_share(share) for share in result.acceptability[i]]
        rows.append((problem.label(result.alternatives[i]).in_(lang), *cells))
    return Grid(tuple(heads), tuple(rows), say(lang, "screen.acceptability"))


def ledger(result: Robustness, lang: Lang) -> Iterator[Block]:
    """What was drawn, and what each driver does."""
    if not result.ledger:
        return
    heads = (
        Head(say(lang, "screen.driver"), align="left"),
        Head(say(lang, "screen.base")),
        Head(say(lang, "screen.drawn_range"), align="left", gives_way=1),
        Head(say(lang, "screen.flips")),
    )
    rows = tuple(
        (e.label.in_(lang), number(e.base), f"{number(e.smallest)} – {number(e.largest)}", percent(e.flips))
        for e in result.ledger[:SHOWN]
    )
    yield Line(say(lang, "screen.ledger"), "strong")
    yield Grid(heads, rows)
    yield BREAK


def _central(problem: Problem, result: Robustness, lang: Lang) -> Iterator[Block]:
    if np.isnan(result.central).all():
        return
    heads = [Head(say(lang, "screen.option"), align="left")]
    heads += [Head(problem.label(name).in_(lang)) for name in result.criteria]
    rows = [
        _row(problem, result, i, result.central[i], lang) for i in result.order if not np.isnan(result.central[i, 0])
    ]
    yield Grid(tuple(heads), tuple(rows), say(lang, "screen.central"), whole=True)
    yield BREAK


def _wins(problem: Problem, result: Robustness, lang: Lang) -> Grid:
    heads = [Head(say(lang, "screen.option"), align="left")]
    heads += [Head(str(k + 1)) for k in range(len(result.order))]
    rows = []
    for k, i in enumerate(result.order):
        cells = ["·" if i == j else _share(result.wins[i, j]) for j in result.order]
        rows.append((f"{k + 1} {problem.label(result.alternatives[i]).in_(lang)}", *cells))
    return Grid(tuple(heads), tuple(rows), say(lang, "screen.wins"), whole=True)


def _row(problem: Problem, result: Robustness, i: int, values: Array, lang: Lang) -> tuple[str, ...]:
    return (problem.label(result.alternatives[i]).in_(lang), *(_share(value) for value in values))
