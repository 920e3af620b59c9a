"""mcda template: an empty workbook to fill for a new case."""

from pathlib import Path

import click

from mcda.cli import _options as shared
from mcda.language import say


@shared.command("template")
@click.argument("file", metavar="FILE", type=click.Path())
def COMMAND(file: str) -> None:
    from mcda.spreadsheets.template import write_template

    if not file.lower().endswith(".xlsx"):
        raise shared.Slip("argument_grammar", name="FILE", found=file, form="NAME.xlsx", example="steel.xlsx")
    write_template(Path(file), shared.asked())
    click.echo(say(shared.asked(), "screen.template_written", file=file))
