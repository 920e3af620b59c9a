"""The page of a room: how far people agree in words, everybody's weights, camps, and what is most disputed."""

from collections.abc import Iterator, Sequence

import numpy as np

from mcda.group import joining_of
from mcda.group.agreement import TYPICAL, word
from mcda.group.clusters import FEWEST
from mcda.group.meeting import Group, Party
from mcda.language import Lang, Message, number, say
from mcda.model import Array, Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.judgements import fraction
from mcda.reports.ranking import findings_below, percent, told_first

MOST = 12
"""How many people and how many comparisons the page lists; all are in the data."""

SAME = 1.005
"""A spread up to this prints as 1: everybody says the same."""


def page(problem: Problem, group: Group, lang: Lang, consequences: Sequence[Block] = ()) -> Page:
    """The whole page; `consequences` are the blocks of what hangs on a ranking."""
    return [
        Line(problem.question.in_(lang)),
        *_answer(group, lang),
        *told_first(group.findings, lang),
        BREAK,
        _weights(problem, group, lang),
        BREAK,
        *_parties(problem, group, group.groups, "screen.parties", "screen.party", lang),
        *_parties(problem, group, group.camps, "screen.camps", "screen.camp", lang),
        *_branches(problem, group, lang),
        *_splits(problem, group, lang),
        *consequences,
        *_joined_by(group, lang),
        *findings_below(group.findings, lang),
    ]


def headline(group: Group) -> Message:
    """How far people agree, in a sentence."""
    people = len(group.people) + len(group.partial)
    if people == 1 or group.agreement is None:
        return Message("screen.group_one")
    shown = percent(min(max(group.agreement, 0.0), 1.0))
    if group.scale == "homogeneity":
        return Message("screen.group_homogeneity", {"people": people, "index": shown})
    typical = Message("screen.group_typical", {"typical": percent(TYPICAL)})
    called = Message(f"screen.agreement.{word(group.agreement)}")
    return Message("screen.group_headline", {"people": people, "word": called, "index": shown, "typical": typical})


def _answer(group: Group, lang: Lang) -> Iterator[Block]:
    yield Line(headline(group).in_(lang), "strong")
    if len(group.people) < 2:
        return
    said = []
    if group.concordance is not None:
        said.append(say(lang, "screen.group_orders", w=f"{group.concordance:.2f}"))
    if group.camps:
        said.append(say(lang, "screen.group_camps", count=len(group.camps)))
    else:
        said.append(say(lang, "screen.group_no_camps" if len(group.people) >= FEWEST else "screen.group_too_few"))
    yield Line((" " if lang == "en" else "").join(said))


def _weights(problem: Problem, group: Group, lang: Lang) -> Grid:
    """Joined weights, then everybody's; criteria that count least give way first."""
    order = np.argsort(-group.joined.values, kind="stable")
    heads = [Head(say(lang, "screen.person"), align="left")]
    heads += [Head(problem.label(group.criteria[j]).in_(lang), gives_way=k) for k, j in enumerate(order, 1)]
    rows = [_row(say(lang, "screen.all_people"), group.joined.values[order])]
    if len(group.people) > 1:
        rows += [_row(who, w[order]) for who, w in zip(group.people[:MOST], group.each, strict=False)]
        rows.append((say(lang, "screen.group_variation"), *(f"{group.variation[j]:.2f}" for j in order)))
    return Grid(tuple(heads), tuple(rows), say(lang, "screen.people_weights"), frozenset({0}))


def _row(name: str, weights: Array) -> tuple[str, ...]:
    return (name, *(f"{100 * w:.0f}" if w >= 0.0995 else f"{100 * w:.1f}" for w in weights))


def _parties(
    problem: Problem, group: Group, parties: Sequence[Party], title: str, named: str, lang: Lang
) -> Iterator[Block]:
    """Who belongs to which party, with the weights of each."""
    if not parties:
        return
    order = np.argsort(-group.joined.values, kind="stable")
    heads = [Head("", align="left")]
    heads += [Head(problem.label(group.criteria[j]).in_(lang), gives_way=k) for k, j in enumerate(order, 1)]
    heads.append(Head(say(lang, "screen.agreement")))
    rows = []
    for party in parties:
        agreed = "—" if party.agreement is None else percent(min(max(party.agreement, 0.0), 1.0))
        cells = _row(party.name, party.weights.values[order]) if party.weights else (party.name, *("—" for _ in order))
        rows.append((*cells, agreed))
    yield Grid(tuple(heads), tuple(rows), say(lang, title))
    yield BREAK
    for party in parties:
        yield Line(say(lang, named, name=party.name, people=party.people), "faint")
    yield BREAK


def _branches(problem: Problem, group: Group, lang: Lang) -> Iterator[Block]:
    if len(group.nodes) < 2:
        return
    heads = (
        Head(say(lang, "screen.branch"), align="left"),
        Head(say(lang, "screen.people")),
        Head(say(lang, "screen.agreement")),
    )
    rows = tuple(
        (problem.label(node.branch).in_(lang), str(node.people), percent(min(max(node.index, 0.0), 1.0)))
        for node in group.nodes
    )
    yield Grid(heads, rows, say(lang, "screen.by_branch"))
    yield BREAK


def _splits(problem: Problem, group: Group, lang: Lang) -> Iterator[Block]:
    """The comparisons with the largest spread, and who is furthest apart."""
    disputed = [split for split in group.splits if split.spread > SAME]
    if not disputed:
        return
    heads = (
        Head(say(lang, "screen.comparison"), align="left"),
        Head(say(lang, "screen.spread")),
        Head(say(lang, "screen.joint_answer")),
        Head(say(lang, "screen.least"), align="left", gives_way=1),
        Head(say(lang, "screen.most"), align="left", gives_way=1),
    )
    rows = []
    for split in disputed[:MOST]:
        pair = say(lang, "screen.comparison_of", a=problem.label(split.a), b=problem.label(split.b))
        least = say(lang, "screen.answer_by", answer=fraction(split.low), who=split.low_who)
        most = say(lang, "screen.answer_by", answer=fraction(split.high), who=split.high_who)
        rows.append((pair, f"{split.spread:.2f}", number(split.mean), least, most))
    yield Grid(heads, tuple(rows), say(lang, "screen.splits"))
    yield BREAK


def _joined_by(group: Group, lang: Lang) -> Iterator[Block]:
    if len(group.people) + len(group.partial) > 1:
        yield Line(joining_of(group.way).title.in_(lang), label=say(lang, "screen.joined_by"))
