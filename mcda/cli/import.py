"""mcda import: a case file from a workbook that people have. (A module is loaded by its name, so `import` will do.)"""

import sys
from pathlib import Path

import click

from mcda.cli import _options as shared
from mcda.language import say


@shared.command("import")
@click.argument("file", type=click.Path())
@click.option(
    "--output", "-o", "target", required=True, type=click.Path(), metavar="FILE", help=shared.helped("import_output")
)
@click.option("--sheet", default="", metavar="NAME", help=shared.helped("import_sheet"))
@click.option(
    "--direction", "directions", multiple=True, metavar="NAME=max|min", help=shared.helped("import_direction")
)
@click.option("--case", "case", metavar="CASE", help=shared.helped("import_case"))
@click.option("--yes", "-y", "accepted", is_flag=True, help=shared.helped("import_yes"))
@shared.criteria
def COMMAND(
    file: str,
    target: str,
    sheet: str,
    directions: tuple[str, ...],
    case: str | None,
    accepted: bool,
    criteria: str | None,
) -> None:
    from dataclasses import replace

    from mcda.cli._screen import show
    from mcda.errors import SheetError
    from mcda.reports.importing import page
    from mcda.spreadsheets.reading import read
    from mcda.spreadsheets.reading.case_file import checked_text

    path = shared.new_case(target)
    known = shared.loaded(case, criteria) if case else None
    found = read(file, sheet, _directions(directions), criteria, known)
    problem = replace(found.whole(), id=path.stem)
    text = checked_text(problem, found.file, criteria)
    show(page(found, shared.asked()), shared.asked())
    if found.guesses and not accepted:
        if sys.stdin is None or not sys.stdin.isatty():
            raise SheetError.of("import_unconfirmed", count=len(found.guesses))
        if not _confirmed(path):
            click.echo(say(shared.asked(), "read.declined"))
            return
    shared.write(shared.new_case(target), text)
    click.echo(say(shared.asked(), "read.written", file=str(path)))


def _directions(given: tuple[str, ...]) -> dict[str, str]:
    split = [item.rpartition("=") for item in given]
    for item, (name, _, direction) in zip(given, split, strict=True):
        if not name.strip() or direction.strip() not in ("max", "min"):
            raise shared.Slip("argument_grammar", name="--direction", found=item, form="NAME=max", example="Price=min")
    return {name.strip(): direction.strip() for name, _, direction in split}


def _confirmed(path: Path) -> bool:
    try:
        return click.confirm(say(shared.asked(), "read.confirm", file=str(path)))
    except click.Abort:
        return False
