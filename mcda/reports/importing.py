"""What was read from a workbook, and what of it was guessed, each with its cell."""

import re
from collections.abc import Iterator, Sequence

from mcda.errors import Place
from mcda.language import Lang, say
from mcda.model import Column, Direction, Problem
from mcda.reports.blocks import BREAK, Grid, Head, Line, Page
from mcda.spreadsheets.reading import Read
from mcda.spreadsheets.reading.guesses import Guess

MOST = 3
"""How many cells of a column are shown that were guessed for one reason, before the rest is counted."""


def page(read: Read, lang: Lang) -> Page:
    """The table as it was read, then guesses, then what is worth knowing."""
    blocks: Page = []
    if read.problem is not None:
        blocks += _problem(read, read.problem, lang)
    blocks += _listed(read.guesses, "guessed", lang) or [Line(say(lang, "read.none_guessed"), "faint")]
    return [*blocks, *_listed(read.told, "told", lang)]


def _problem(read: Read, problem: Problem, lang: Lang) -> Page:
    where = " ".join(part for part in (read.file, f"{read.sheet}!{read.area}" if read.sheet else read.area) if part)
    sizes = {"options": len(problem.alternatives), "criteria": len(problem.criteria)}
    heads = (
        Head(say(lang, "screen.criterion"), align="left"), Head(say(lang, "screen.unit"), align="left", gives_way=2),
        Head(say(lang, "screen.better"), align="left"), Head(say(lang, "read.span"), gives_way=1),
        Head(say(lang, "read.name"), align="left", gives_way=3),
    )  # fmt: skip
    rows = tuple(
        (
            criterion.title.in_(lang),
            criterion.unit,
            say(lang, "screen.more" if criterion.direction is Direction.MAX else "screen.less"),
            _span(problem.columns[criterion.id]),
            criterion.id,
        )
        for criterion in problem.criteria
    )
    return [
        Line(say(lang, "read.headline", where=where, **sizes), "strong"),
        *_people(problem, lang),
        BREAK,
        Grid(heads, rows),
        BREAK,
    ]


def _people(problem: Problem, lang: Lang) -> Page:
    people = [judgement.who for judgement in problem.judgements if judgement.form == "pairs"]
    if not people:
        return []
    if len(people) == 1:
        return [Line(say(lang, "read.person", who=people[0]))]
    return [Line(say(lang, "read.people", count=len(people)))]


def _span(column: Column) -> str:
    ends = [end for f in column.figures.values() for end in (f.low, f.mode, f.high) if end is not None]
    return "–".join(dict.fromkeys(f"{end:.6g}" for end in (min(ends), max(ends)))) if ends else ""


def _listed(guesses: Sequence[Guess], kind: str, lang: Lang) -> Page:
    """Each with its cell; of many alike in a column the first few, and how many more there are."""
    label = say(lang, f"read.{kind}")
    return [Line(text, label=label) for text in _told(guesses, lang)]


def _told(guesses: Sequence[Guess], lang: Lang) -> Iterator[str]:
    alike: dict[tuple[str, ...], list[Guess]] = {}
    for guess in guesses:
        column = re.sub(r"\d+", "", guess.place.cell)
        alike.setdefault((guess.code, guess.place.sheet, column), []).append(guess)
    for group in alike.values():
        for guess in group[:MOST]:
            yield _at(guess.place, guess.text(lang), lang)
        if len(group) > MOST:
            rest = say(lang, "read.more", count=len(group) - MOST, cell=group[-1].place.cell)
            yield _at(group[MOST].place, rest, lang)


def _at(place: Place, what: str, lang: Lang) -> str:
    where = f"{place.sheet}!{place.cell}" if place.sheet and place.cell else place.cell
    return say(lang, "read.at", place=where, what=what) if where else what
