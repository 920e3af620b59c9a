"""The page of break-even: what would have to change, the smallest changes first, and what does not do it."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from mcda.language import Lang, Message, number, say
from mcda.model import Problem
from mcda.reports.blocks import BREAK, Block, Line, Page
from mcda.reports.ranking import findings_below, measured, percent, told_first
from mcda.sensitivity._changes import SPREAD, Change, Window
from mcda.sensitivity.breakeven import Breakeven, Weighing

SHOWN = 3
CLOSE = 5e-4
"""Points of weight, as a part of 1, by which a change of all weights must beat a transfer between two to be told."""


def page(problem: Problem, result: Breakeven, lang: Lang) -> Page:
    """The whole page."""
    return [
        Line(problem.question.in_(lang)),
        *answer(problem, result, lang),
        *told_first(result.findings, lang),
        BREAK,
        *findings_below(result.findings, lang),
        *([Line(say(lang, "screen.looked"), "faint")] if result.changes else []),
    ]


def answer(problem: Problem, result: Breakeven, lang: Lang) -> Iterator[Block]:
    """The changes that do it, by kind, and those that don't."""
    option = problem.label(result.option)
    if result.apart:
        yield Line(say(lang, "screen.for_apart", option=option), "caution")
    if result.option in result.first:
        yield Line(say(lang, "screen.would_be_first" if result.apart else "screen.is_first", option=option), "strong")
        return
    first = tuple(problem.label(name) for name in result.first)
    yield Line(say(lang, "screen.for_first", option=option, first=first), "strong")
    yield from _weights(problem, result, lang)
    yield from _several(problem, result, "figure", lang)
    yield from _several(problem, result, "parameter", lang)
    yield from _in_no_case(problem, result, lang)
    yield Line(say(lang, "screen.reranked"), "faint")


def _weights(problem: Problem, result: Breakeven, lang: Lang) -> Iterator[Block]:
    """The transfers between two criteria that do it, the fewest points in all, or why no weights do it."""
    label = say(lang, "screen.of_weight")
    assert result.weighing is not None
    if result.beaten_by or result.weighing.verdict != "can":
        yield Line(_hopeless(problem, result, result.weighing, lang), label=label)
        return
    found = result.found("weight")
    if not found or result.weighing.points < found[0].size - CLOSE:
        yield Line(_all_moved(problem, result, result.weighing, lang), label=label)
        label = " "
    yield from _listed(problem, found, label, lang)


def _hopeless(problem: Problem, result: Breakeven, weighing: Weighing, lang: Lang) -> str:
    """Why no weights bring the option first, or in how many draws none did."""
    option = problem.label(result.option)
    if result.beaten_by:
        rivals = tuple(problem.label(name) for name in result.beaten_by)
        return say(lang, "screen.beaten", option=option, rivals=rivals)
    if weighing.verdict == "unseen":
        counts = {"draws": f"{weighing.draws:,}", "limit": f"{300 / weighing.draws:.2g} %"}
        return say(lang, "screen.beaten_unseen", option=option, **counts)
    if not weighing.beaten_by:
        return say(lang, "screen.beaten_searched", option=option)
    parts = tuple(
        say(lang, "screen.part_of", part=percent(part), rival=problem.label(rival))
        for rival, part in weighing.beaten_by
    )
    return say(lang, "screen.beaten_together", option=option, parts=parts)


def _all_moved(problem: Problem, result: Breakeven, weighing: Weighing, lang: Lang) -> str:
    """The fewest points of weight found that do it, over any number of criteria."""
    assert weighing.nearest is not None
    sides: tuple[list[Message], list[Message]] = [], []
    for j in np.argsort(-np.abs(weighing.nearest - result.weights), kind="stable"):
        before, after = float(result.weights[j]), float(weighing.nearest[j])
        if abs(after - before) >= CLOSE:
            ends = {"before": _points(before), "after": _points(after)}
            told = Message("screen.weight_moved", {"name": problem.label(result.criteria[j]), **ends})
            sides[after > before].append(told)
    points = f"{100 * weighing.points:.1f}"
    return say(lang, "screen.move_weights", points=points, givers=tuple(sides[0]), takers=tuple(sides[1]))


def _points(weight: float) -> str:
    return f"{100 * weight:.1f} %"


def _several(problem: Problem, result: Breakeven, kind: str, lang: Lang) -> Iterator[Block]:
    """The changes of a kind that do it, the smallest first."""
    found = result.found("figure" if kind == "figure" else "parameter")
    label = say(lang, f"screen.of_{kind}")
    yield from _listed(problem, found, label, lang)
    if not found and kind == "figure":
        yield Line(say(lang, "screen.no_figure"), label=label)


def _listed(problem: Problem, found: Sequence[Change], label: str, lang: Lang) -> Iterator[Block]:
    for change in found[:SHOWN]:
        yield Line(_said(problem, change, lang), label=label)
        label = " "


def _in_no_case(problem: Problem, result: Breakeven, lang: Lang) -> Iterator[Block]:
    """Parameters of which no value does it, together with those that are kept from it by the same options. How far was
    looked is said of those that scenarios move, which people ask about.
    """
    moved = {name for scenario in problem.scenarios.values() for name in scenario.set}
    missed = [c for c in result.changes if c.kind == "parameter" and not c.windows and (c.stated or c.name in moved)]
    missed.sort(key=lambda change: change.name not in moved)
    label = " " if result.found("parameter") else say(lang, "screen.of_parameter")
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Change]] = {}
    for change in missed:
        kept = (change.rivals, ()) if change.rivals else ((), change.firsts[:SHOWN])
        groups.setdefault(kept, []).append(change)
    for (rivals, firsts), changes in groups.items():
        names = tuple(_looked(change) if change.name in moved else change.label for change in changes)
        code = "beaten" if rivals else "stays" if len(firsts) == 1 else "others"
        kept_by = tuple(problem.label(name) for name in rivals or firsts)
        values = {"names": names, "option": problem.label(result.option), "rivals": kept_by, "firsts": kept_by}
        yield Line(say(lang, f"screen.no_value_{code}", **values), label=label)
        label = " "


def _looked(change: Change) -> Message:
    low, high = change.looked
    return Message("screen.no_value", {"name": change.label, "low": number(low), "high": measured(high, change.unit)})


def _said(problem: Problem, change: Change, lang: Lang) -> str:
    nearest = change.nearest
    assert nearest is not None
    if change.kind == "weight":
        points = f"{100 * (change.now - nearest):.1f}"
        whole = [percent(share) for share in (change.now, nearest)]
        fine = [f"{100 * share:.1f} %" for share in (change.now, nearest)]
        ends = dict(zip(("before", "after"), whole if whole[0] != whole[1] else fine, strict=True))
        said = say(
            lang, "screen.move_weight", points=points, giver=change.label, taker=problem.label(change.other), **ends
        )
    else:
        before, after = measured(change.now, change.unit), measured(nearest, change.unit)
        said = say(lang, "screen.change", what=change.label, before=before, after=after)
    if change.stated is not None:
        low, high = (number(end) for end in change.stated)
        code = ("screen.inside" if change.inside else "screen.outside") + ("_drawn" if change.drawn else "")
        said = say(lang, code, change=said, low=low, high=high, draws=f"{SPREAD:,}")
    others = [w for w in change.windows if not w.low <= nearest <= w.high]
    if others:
        written = percent if change.kind == "weight" else number
        said = say(lang, "screen.several", change=said, windows=tuple(_window(w, written) for w in others[:2]))
    return said


def _window(window: Window, written: Callable[[float], str]) -> str:
    """From where to where; a level, or a single point, by itself."""
    low, high = written(window.low), written(window.high)
    return low if low == high else f"{low} – {high}"
