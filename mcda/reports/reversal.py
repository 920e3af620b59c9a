"""The page of rank reversal: whether the list of options decides, then which option turns which others."""

from collections.abc import Iterator

from mcda.language import Lang, Message, say
from mcda.model import Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.ranking import findings_below, told_first
from mcda.sensitivity.reversal import How, Reversal, headline

SHOWN, NAMED = 6, 3
"""How many pairs the page shows, and how many causes it names of each; all are in the data."""
BOTH: tuple[How, ...] = ("removed", "copied")


def page(problem: Problem, result: Reversal, lang: Lang) -> Page:
    """The whole page."""
    return [
        Line(problem.question.in_(lang)),
        *answer(problem, result, lang),
        *told_first(result.findings, lang),
        BREAK,
        *_new_firsts(problem, result, lang),
        *_turned(problem, result, lang),
        *_caused(problem, result, lang),
        *_refused(problem, result, lang),
        *findings_below(result.findings, lang),
    ]


def answer(problem: Problem, result: Reversal, lang: Lang) -> Iterator[Block]:
    """Whether the list decides, how often, and what that asks of the reader."""
    yield Line(headline(problem, result).in_(lang), "strong")
    if result.turning:
        counts = {how: sum(effect.how == how for effect in result.turning) for how in BOTH}
        parts = [
            say(lang, "screen.list_counts", all=len(result.alternatives), **counts),
            say(lang, "screen.list_first"),
        ]
        yield Line((" " if lang == "en" else "").join(parts))


def _new_firsts(problem: Problem, result: Reversal, lang: Lang) -> Iterator[Block]:
    """Each other first place, with the changes of the list that bring it about."""
    found = dict.fromkeys((e.after, e.before) for e in result.turning if e.first_changes)
    for after, before in found:
        same = [effect for effect in result.effects if (effect.after, effect.before) == (after, before)]
        causes = {how: tuple(effect.cause for effect in same if effect.how == how) for how in BOTH}
        named = {"after": _labels(problem, after), "before": _labels(problem, before)}
        said = say(lang, "screen.new_first_is", way=_way(problem, causes), **named)
        yield Line(said, label=say(lang, "screen.new_first"))


def _turned(problem: Problem, result: Reversal, lang: Lang) -> Iterator[Block]:
    """The pairs that turn, the uppermost first, with the changes that turn them."""
    new = {(a, b) for e in result.turning if e.first_changes for a in e.after for b in e.before}
    pairs = [pair for pair in result.pairs if pair not in new]
    for ahead, behind in pairs[:SHOWN]:
        causes = {how: result.causes(how, ahead, behind) for how in BOTH}
        named = {"ahead": problem.label(ahead), "behind": problem.label(behind)}
        said = say(lang, "screen.turn", way=_way(problem, causes), **named)
        yield Line(said, label=say(lang, "screen.turned"))
    if len(pairs) > SHOWN:
        yield Line(say(lang, "screen.turns_more", count=len(pairs) - SHOWN), "faint", say(lang, "screen.turned"))
    if result.turning:
        yield BREAK


def _way(problem: Problem, causes: dict[How, tuple[str, ...]]) -> Message:
    """Without any one of these, or with any one of those twice."""
    ways = [_by(problem, how, names) for how, names in causes.items() if names]
    return ways[0] if len(ways) == 1 else Message("screen.way_either", {"way": ways[0], "other": ways[1]})


def _by(problem: Problem, how: How, names: tuple[str, ...]) -> Message:
    shown = list(_labels(problem, names))
    if len(shown) > NAMED + 1:
        shown = [*shown[:NAMED], Message("screen.others", {"count": len(shown) - NAMED})]
    return Message(f"screen.way_{how}", {"names": either(shown)})


def either(names: list[object]) -> object:
    """One of these: a, b or c."""
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return Message("screen.one_of_two", {"name": names[0], "other": names[1]})
    return Message("screen.one_of_more", {"name": names[0], "others": either(names[1:])})


def _labels(problem: Problem, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(problem.label(name) for name in names)


def _caused(problem: Problem, result: Reversal, lang: Lang) -> Iterator[Block]:
    """How many pairs each option turns, those that turn most first."""
    if not result.turning:
        return
    counts = {name: dict.fromkeys(BOTH, "—") for name in result.alternatives}
    total = dict.fromkeys(result.alternatives, 0)
    for effect in result.effects:
        counts[effect.cause][effect.how] = str(len(effect.turns))
        total[effect.cause] += len(effect.turns)
    heads = (
        Head(say(lang, "screen.option"), align="left"),
        Head(say(lang, "screen.when_removed")),
        Head(say(lang, "screen.when_copied")),
    )
    order = sorted(result.alternatives, key=lambda name: -total[name])
    rows = tuple((problem.label(name).in_(lang), *counts[name].values()) for name in order)
    yield Grid(heads, rows, say(lang, "screen.turns_caused"))
    yield BREAK


def _refused(problem: Problem, result: Reversal, lang: Lang) -> Iterator[Block]:
    for cause, how, faults in result.refused:
        why = "; ".join(fault.what(lang) for fault in faults)
        said = say(lang, "screen.cannot_follow", cause=problem.label(cause), why=why)
        yield Line(said, "caution", say(lang, f"screen.when_{how}"))
