"""What people said about importance, in the form in which they were asked, with the weight that it came to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from mcda.language import Lang, number, say
from mcda.model import Array, Branch, Judgement, Problem, Weights
from mcda.pairwise import from_pairs
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line
from mcda.reports.ranking import percent
from mcda.weighting import form_of

SIGNS = {"<=": "≤", ">=": "≥", "==": "="}


def judgements(problem: Problem, weights: Weights, lang: Lang) -> Iterator[Block]:
    """Everybody's answers from which these weights were made."""
    form = form_of(replace(problem.plan, weights=weights.method))
    for judgement in problem.judgements:
        if judgement.who not in weights.people or judgement.form != form:
            continue
        if judgement.why:
            yield Line(judgement.why.in_(lang), "faint")
        if judgement.form == "constraints":
            statements = tuple(worded(problem, statement, lang) for statement in judgement.constraints)
            yield Line(say(lang, "screen.statements", who=judgement.who, statements=statements), "strong")
            yield BREAK
            continue
        for branch in problem.tree.branches():
            if len(branch.children) > 1:
                yield from _answers(problem, judgement, branch, weights.local[branch.id], lang)
                yield BREAK


def worded(problem: Problem, statement: str, lang: Lang) -> str:
    """A statement about weights with labels for names, and signs as people print them."""
    named = re.sub(r"[^\W\d]\w*", lambda name: problem.label(name[0]).in_(lang), statement)
    spaced = re.sub(r"\s*(<=|>=|==|[≤≥=<>])\s*", lambda sign: f" {SIGNS.get(sign[1], sign[1])} ", named)
    return re.sub(r"\s*\*\s*", " × ", spaced)


def fraction(value: float) -> str:
    """A judgement as it is spoken of: 3, 1/3, or — where nobody was asked."""
    if np.isnan(value):
        return "—"
    turned = 1 / value
    return f"1/{turned:g}" if value < 1 and abs(turned - round(turned)) < 1e-9 else number(float(value))


def _answers(problem: Problem, judgement: Judgement, branch: Branch, local: Array, lang: Lang) -> Iterator[Block]:
    """The answers of one person about one branch, with the weight (k,) of each child."""
    made = {"pairs": _pairs, "numbers": _numbers, "order": _order, "best_worst": _best_worst, "cards": _cards}
    heads, rows = made[judgement.form](problem, judgement, branch, lang)
    shares = dict(zip(branch.names(), local, strict=True))
    weighted = tuple((*row, " / ".join(_of(names, shares))) for names, row in rows)
    first = Head("", align="left") if judgement.form == "pairs" else Head(say(lang, "screen.criterion"), align="left")
    title = say(lang, "screen.judgements", who=judgement.who, branch=branch.label)
    columns = (first, *(Head(head) for head in heads), Head(say(lang, "screen.weight")))
    yield Grid(columns, weighted, title, whole=True)
    if judgement.form == "cards":
        yield Line(say(lang, "screen.deck_ratio", ratio=number(judgement.cards[branch.id].ratio)))


def _of(names: tuple[str, ...], shares: dict[str, float]) -> list[str]:
    """The weight of those that share a row, once if it is the same."""
    return list(dict.fromkeys(percent(float(shares[name])) for name in names))


Rows = tuple[list[str], Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]
"""Titles of the columns between the first and the weight; for each row whom it is about, and its cells."""


def _pairs(problem: Problem, judgement: Judgement, branch: Branch, lang: Lang) -> Rows:
    names = branch.names()
    titles = [problem.label(name).in_(lang) for name in names]
    matrix = from_pairs(names, judgement.pairs)
    rows = [((name,), (titles[i], *(fraction(x) for x in matrix[i]))) for i, name in enumerate(names)]
    return titles, rows


def _numbers(problem: Problem, judgement: Judgement, branch: Branch, lang: Lang) -> Rows:
    rows = [((name,), (problem.label(name).in_(lang), number(judgement.numbers[name]))) for name in branch.names()]
    return [say(lang, "screen.answer")], rows


def _order(problem: Problem, judgement: Judgement, branch: Branch, lang: Lang) -> Rows:
    """Places from the most important down; equals share a row, and the places after it move on (1, 1, 3)."""
    rows, place = [], 1
    for tied in judgement.order:
        if here := tuple(name for name in tied if name in branch.names()):
            rows.append((here, (_labels(problem, here, lang), str(place))))
            place += len(here)
    return [say(lang, "screen.place")], rows


def _best_worst(problem: Problem, judgement: Judgement, branch: Branch, lang: Lang) -> Rows:
    marks = {name: say(lang, "screen.the_best") for name in judgement.best}
    marks |= {name: say(lang, "screen.the_worst") for name in judgement.worst}
    rows = []
    for name in branch.names():
        label = problem.label(name).in_(lang)
        if name in marks:
            label = say(lang, "screen.marked", label=label, mark=marks[name])
        told = (judgement.best_to_others.get(name), judgement.others_to_worst.get(name))
        rows.append(((name,), (label, *("—" if value is None else number(value) for value in told))))
    return [say(lang, "screen.best_over"), say(lang, "screen.over_worst")], rows


def _cards(problem: Problem, judgement: Judgement, branch: Branch, lang: Lang) -> Rows:
    """Piles from the most important down, blank cards between them."""
    rows: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for pile in judgement.cards[branch.id].order:
        rows.append((pile, (_labels(problem, pile, lang) if pile else say(lang, "screen.blank_card"),)))
    return [], rows


def _labels(problem: Problem, names: tuple[str, ...], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(problem.label(name).in_(lang) for name in names)
