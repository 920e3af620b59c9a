"""The page of break-even: what would have to change, the smallest changes first, and what does not do it."""

from collections.abc import Iterator

from mcda.language import Lang, Message, number, say
from mcda.model import Problem
from mcda.reports.blocks import BREAK, Block, Line, Page
from mcda.reports.ranking import findings_below, measured, percent, told_first
from mcda.sensitivity.breakeven import Breakeven, Change

SHOWN = 3


def page(problem: Problem, result: Breakeven, lang: Lang) -> Page:
    """The whole page."""
    return [
        Line(problem.question.in_(lang)),
        *answer(problem, result, lang),
        *told_first(result.findings, lang),
        BREAK,
        *findings_below(result.findings, lang),
    ]


def answer(problem: Problem, result: Breakeven, lang: Lang) -> Iterator[Block]:
    """The changes that do it, by kind, and those that don't."""
    option = problem.label(result.option)
    if result.apart:
        yield Line(say(lang, "screen.for_apart", option=option), "caution")
    if result.option in result.first:
        yield Line(say(lang, "screen.is_first", option=option), "strong")
        return
    first = tuple(problem.label(name) for name in result.first)
    yield Line(say(lang, "screen.for_first", option=option, first=first), "strong")
    if result.beaten_by:
        rivals = tuple(problem.label(name) for name in result.beaten_by)
        yield Line(say(lang, "screen.beaten", option=option, rivals=rivals))
    for kind in ("weight", "figure", "parameter"):
        yield from _kind(problem, result, kind, lang)
    yield Line(say(lang, "screen.reranked"), "faint")


def _kind(problem: Problem, result: Breakeven, kind: str, lang: Lang) -> Iterator[Block]:
    label = say(lang, f"screen.of_{kind}")
    found = result.found(kind)
    for change in found[:SHOWN]:
        yield Line(_said(problem, change, lang), label=label)
        label = " "
    if not found and kind != "parameter":
        yield Line(say(lang, f"screen.no_{kind}"), label=label)
    moved = {name for scenario in problem.scenarios.values() for name in scenario.set}
    missed = [c for c in result.changes if c.kind == kind and not c.windows and (c.stated or c.name in moved)]
    if kind == "parameter" and missed:
        names = tuple(
            Message("screen.no_value", {"name": c.label, "low": number(c.looked[0]), "high": number(c.looked[1])})
            for c in missed
        )
        yield Line(say(lang, "screen.no_parameter", names=names), label=label)


def _said(problem: Problem, change: Change, lang: Lang) -> str:
    nearest = change.nearest
    assert nearest is not None
    if change.kind == "weight":
        points = f"{100 * (change.now - nearest):.1f}"
        ends = {"before": percent(change.now), "after": percent(nearest)}
        return say(
            lang, "screen.move_weight", points=points, giver=change.label, taker=problem.label(change.other), **ends
        )
    before, after = measured(change.now, change.unit), measured(nearest, change.unit)
    said = say(lang, "screen.change", what=change.label, before=before, after=after)
    if change.stated is not None:
        low, high = (number(end) for end in change.stated)
        said = say(lang, "screen.inside" if change.inside else "screen.outside", change=said, low=low, high=high)
    others = [w for w in change.windows if not w.low <= nearest <= w.high]
    if others and change.unit:
        windows = tuple(f"{number(w.low)} – {number(w.high)}" for w in others[:2])
        said = say(lang, "screen.several", change=said, windows=windows)
    return said
