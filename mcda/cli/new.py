"""mcda new: a commented starter of a case file."""

import click

from mcda.cli import _options as shared
from mcda.language import say


@shared.command("new")
@click.argument("name")
def COMMAND(name: str) -> None:
    from mcda.files.starter import write

    click.echo(say(shared.asked(), "screen.written", file=write(name, shared.asked())))
