"""The part of a room's page that hangs on a ranking: what people would choose, and what to talk about first."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from mcda.errors import MCDAError
from mcda.language import Lang, Message, Text, number, say
from mcda.model import Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line
from mcda.reports.judgements import fraction
from mcda.reports.ranking import percent
from mcda.sensitivity.agenda import Agenda, Item
from mcda.sensitivity.choices import Choices

WORTH, FEW, LISTED = 0.5, 3, 12
"""From this consequence on a judgement is worth talking about, so many of them at one meeting; the table lists more."""

SETTLED = 0.8
"""The share of people from which their disagreement need not be talked out, if every group would choose the same."""


def chosen(problem: Problem, choices: Choices, lang: Lang) -> Iterator[Block]:
    """What people's own weights would choose, and whether one person decides."""
    if len(choices.each) < 2:
        return
    yield Line(say(lang, "screen.own_choices"), "strong")
    heard, firsts = choices.heard, _labels(problem, choices.first)
    if heard:
        count = sum(bool({*choice.first} & {*choices.first}) for choice in heard)
        yield Line(say(lang, "screen.share_choosing", first=firsts, count=count, all=len(heard)))
    yield Line(_alone(problem, choices, lang))
    yield BREAK
    heads = (Head(say(lang, "screen.option"), align="left"), Head(say(lang, "screen.people")))
    who = Head(say(lang, "screen.chosen_by"), align="left")
    yield Grid((*heads, who), tuple(_by_option(problem, choices, lang)))
    yield BREAK
    for parties, code in ((choices.groups, "screen.group_chooses"), (choices.camps, "screen.camp_chooses")):
        for party in parties:
            if party.first:
                first, count = _labels(problem, party.first), len(party.people)
                yield Line(say(lang, code, first=first, name=party.name, count=count))
    yield from [BREAK] if choices.groups or choices.camps else []


def _by_option(problem: Problem, choices: Choices, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """The options that somebody puts first, and who does; several share it where their names stand together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for choice in choices.heard:
        found.setdefault(choice.first, []).append(choice.name)
    for first, people in sorted(found.items(), key=lambda each: -len(each[1])):
        shown = (*people[:LISTED], *(["…"] if len(people) > LISTED else []))
        option, who = (say(lang, "screen.plain", method=part) for part in (_labels(problem, first), shown))
        yield option, str(len(people)), who


def _alone(problem: Problem, choices: Choices, lang: Lang) -> str:
    """Whether the first place hangs on one person."""
    deciding = choices.deciding
    if not deciding:
        return say(lang, "screen.nobody_decides")
    ways: dict[tuple[str, ...], list[str]] = {}
    for choice in deciding:
        ways.setdefault(choice.first, []).append(choice.name)
    parts = tuple(
        Message("screen.without_whom", {"who": tuple(people), "first": _labels(problem, first)})
        for first, people in ways.items()
    )
    return say(lang, "screen.one_decides", ways=parts)


def unranked(error: MCDAError, lang: Lang) -> list[Block]:
    """Why it can't be said what people would choose."""
    return [Line(say(lang, "screen.no_choices", why=error.faults[0].what(lang)), "caution"), BREAK]


def talked(problem: Problem, choices: Choices, agenda: Agenda, lang: Lang) -> Iterator[Block]:
    """What to talk about first, in words and as a table."""
    items = [item for item in agenda.items if item.consequence > 0 or item.flips > 0]
    if not items:
        return
    yield Line(say(lang, "screen.talk_first"), "strong")
    yield Line(_advice(problem, choices, items, lang))
    yield BREAK
    heads = (
        Head(say(lang, "screen.judgement"), align="left"),
        Head(say(lang, "screen.consequence")),
        Head(say(lang, "screen.flips")),
        Head(say(lang, "screen.spread"), gives_way=3),
        Head(say(lang, "screen.rival"), align="left", gives_way=4),
        Head(say(lang, "screen.least"), align="left", gives_way=1),
        Head(say(lang, "screen.most"), align="left", gives_way=2),
    )
    yield Grid(heads, tuple(_row(problem, item, lang) for item in items[:LISTED]))
    yield BREAK
    yield Line(say(lang, "screen.consequence_is"), label=say(lang, "screen.consequence"))


def _advice(problem: Problem, choices: Choices, items: Sequence[Item], lang: Lang) -> str:
    """Whether to talk at all, and about what: at most three judgements, those that decide."""
    if choices.share >= SETTLED and choices.of_one_mind and not choices.deciding:
        return say(lang, "screen.no_need_to_talk", share=percent(choices.share), least=percent(SETTLED))
    worth = [item for item in items if item.consequence >= WORTH or item.flips >= WORTH][:FEW]
    if not worth:
        return say(lang, "screen.nothing_decides")
    parts = tuple(
        Message("screen.talk_with", {"judgement": _name(problem, item), "low": item.low_who, "high": item.high_who})
        for item in worth
    )
    return say(lang, "screen.talk_about", judgements=parts)


def _row(problem: Problem, item: Item, lang: Lang) -> tuple[str, ...]:
    said = [fraction(x) if item.b else f"{100 * x:.1f} %" for x in (item.low, item.high)]
    least = say(lang, "screen.answer_by", answer=said[0], who=item.low_who)
    most = say(lang, "screen.answer_by", answer=said[1], who=item.high_who)
    spread = f"{item.spread:.2f}" if item.b else f"± {100 * item.spread:.1f}"
    weight = "∞" if np.isinf(item.consequence) else number(item.consequence)
    rival = problem.label(item.rival).in_(lang) if item.rival else "—"
    flips = percent(item.flips) if item.flips else "0 %"
    return (_name(problem, item).in_(lang), weight, flips, spread, rival, least, most)


def _name(problem: Problem, item: Item) -> Any:
    if not item.b:
        return Message("screen.weight_of", {"a": problem.label(item.a)})
    return Message("screen.comparison_of", {"a": problem.label(item.a), "b": problem.label(item.b)})


def _labels(problem: Problem, names: Sequence[str]) -> tuple[Text, ...]:
    return tuple(problem.label(name) for name in names)
