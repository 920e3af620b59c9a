"""mcda ballots: a workbook per person that asks what a case needs to know about importance."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mcda.cli import _options as shared

if TYPE_CHECKING:
    from mcda.spreadsheets.ballots import Person
    from mcda.spreadsheets.reading import Guess


@shared.command("ballots")
@shared.case
@click.argument("folder", metavar="FOLDER", type=click.Path())
@click.option("--people", required=True, metavar="FILE|N", help=shared.helped("people"))
@shared.weights
@shared.criteria
def COMMAND(case: str, folder: str, people: str, weights: str | None, criteria: str | None) -> None:
    from mcda.cli._screen import show
    from mcda.reports.ballots import issued
    from mcda.spreadsheets.ballots import issue

    problem = shared.loaded(case, criteria)
    if weights is not None:
        problem = problem.with_plan(weights=weights, weighting_options={})
    asked, guesses = _people(people)
    files = issue(problem, asked, Path(folder), shared.asked())
    show(issued(case, folder, len(files), guesses, shared.asked()), shared.asked())


def _people(given: str) -> "tuple[list[Person], tuple[Guess, ...]]":
    """Who is asked: so many, or those of a list."""
    from mcda.spreadsheets.ballots import numbered, people_in

    if given.isdecimal() and len(given) < 20 and not Path(given).exists():
        return numbered(int(given), shared.asked()), ()
    return people_in(Path(given))
