"""The page of stability: what changes soonest, then the range of each weight."""

from collections.abc import Iterator

from mcda.language import Lang, say, spoken
from mcda.model import Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.ranking import findings_below, told_first
from mcda.sensitivity.stability import Piece, Span, Stability


def page(problem: Problem, result: Stability, lang: Lang) -> Page:
    """The whole page."""
    return [
        Line(problem.question.in_(lang)),
        *answer(problem, result, lang),
        *told_first(result.findings, lang),
        BREAK,
        table(problem, result, lang),
        BREAK,
        *([Line(say(lang, "screen.bounds_exact"))] if result.exact else []),
        *critical(result, lang),
        *findings_below(result.findings, lang),
    ]


def answer(problem: Problem, result: Stability, lang: Lang) -> Iterator[Block]:
    """Which weight changes the first place soonest, to what, and who comes first then."""
    span = min(result.spans, key=lambda span: span.movement)
    now = _now(span)
    if span.movement == float("inf"):
        yield Line(say(lang, "screen.stable", first=_labels(problem, now)), "strong")
        return
    low, high = span.first_holds
    down = high >= 1 or (low > 0 and span.weight - low <= high - span.weight)
    other = _beyond(span, down)
    values = {"criterion": span.label, "to": percent(low if down else high), "weight": percent(span.weight)}
    yield Line(say(lang, "screen.nearest", first=_labels(problem, other), **values), "strong")


def percent(share: float) -> str:
    """A share in per cent with one decimal: bounds lie closer together than whole points tell apart."""
    return f"{100 * share:.1f} %"


def _now(span: Span) -> Piece:
    return next(piece for piece in span.pieces if piece.low <= span.weight <= piece.high)


def _beyond(span: Span, down: bool) -> Piece:
    """The first piece below or above the range in which today's first place holds."""
    low, high = span.first_holds
    if down:
        return next(piece for piece in reversed(span.pieces) if piece.high <= low)
    return next(piece for piece in span.pieces if piece.low >= high)


def _labels(problem: Problem, piece: Piece) -> tuple[object, ...]:
    return tuple(problem.label(name) for name in piece.first)


def table(problem: Problem, result: Stability, lang: Lang) -> Grid:
    """One row per criterion and branch."""
    heads = (
        Head(say(lang, "screen.criterion"), align="left"),
        Head(say(lang, "screen.weight")),
        Head(say(lang, "screen.first_while")),
        Head(say(lang, "screen.order_while"), gives_way=1),
        Head(say(lang, "screen.first_below"), align="left", gives_way=3),
        Head(say(lang, "screen.first_above"), align="left", gives_way=2),
    )
    rows = []
    for span in sorted(result.spans, key=lambda span: span.movement):
        low, high = span.first_holds
        below = _said(problem, _beyond(span, True), lang) if low > 0 else ""
        above = _said(problem, _beyond(span, False), lang) if high < 1 else ""
        cells = (percent(span.weight), _range(span.first_holds, lang), _range(span.order_holds, lang), below, above)
        rows.append((span.label.in_(lang), *cells))
    return Grid(heads, tuple(rows))


def _said(problem: Problem, piece: Piece, lang: Lang) -> str:
    return str(spoken(tuple(problem.label(name) for name in piece.first), lang))


def _range(ends: tuple[float, float], lang: Lang) -> str:
    low, high = ends
    return say(lang, "screen.always") if low <= 0 and high >= 1 else f"{percent(low)} – {percent(high)}"


def critical(result: Stability, lang: Lang) -> Iterator[Block]:
    """The critical criterion in the convention of the paper that named it."""
    for c in result.critical:
        code = "screen.critical_top" if c.top else "screen.critical_any"
        yield Line(say(lang, code, criterion=c.label, percent=c.percent), label=say(lang, "screen.critical"))
