"""Workbooks, both ways: those that people have become cases, and cases become workbooks that recalculate without us."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mcda.files import load as load_case
from mcda.language import Lang, Text, say
from mcda.language.text import LANGUAGES
from mcda.model import Note, Problem

READ = (".xlsx", ".xlsm", ".xls", ".ods", ".et", ".csv", ".tsv", ".txt", ".xlsb", ".htm", ".html")
"""The endings of files that hold a table, also of those in which none is read: it is told what to do."""
TOLD = 20
"""So many guesses are told under each result; `mcda import` lists all."""


def load(case: str | Path, criteria: str | Path | None = None) -> Problem:
    """The problem of a shipped case, a case file, or a workbook; what was guessed in a workbook becomes a note that
    stands under every result.

    `criteria` is a folder of your own criteria (theme folders with a file each) that comes before the shipped ones;
    a folder `criteria` beside a case file serves likewise. Raises CaseError with every fault and its line, SheetError
    with every fault and its cell.

    >>> load("hebei-steel").id
    'hebei-steel'
    """
    if Path(case).suffix.lower() not in READ:
        return load_case(case, criteria)
    from mcda.spreadsheets.reading import read

    found = read(case, criteria=criteria)
    problem = found.whole()
    if not found.guesses:
        return problem
    en, zh = (_guessed(found.guesses, lang) for lang in LANGUAGES)
    return replace(problem, notes=(*problem.notes, Note(Text(en, zh), always=True)))


def _guessed(guesses: Sequence[Any], lang: Lang) -> str:
    """The first guesses in words, and how many there are."""
    told = "; ".join(f"{guess.place.cell}: {guess.text(lang)}" for guess in guesses[:TOLD])
    told += "; …" if len(guesses) > TOLD else ""
    return say(lang, "read.guessed_note", count=len(guesses), told=told)
