"""mcda export: a case as a workbook that recalculates without us, or as a folder of tables."""

import click

from mcda.cli import _options as shared
from mcda.language import say


@shared.command("export")
@shared.problem()
@click.argument("target", metavar="FILE", type=click.Path())
def COMMAND(problem: "shared.Problem", weights: str | None, target: str) -> None:
    from pathlib import Path

    from mcda.spreadsheets.writing import export

    shared.spared(Path(target))
    planned = problem if weights is None else problem.with_plan(weights=weights, weighting_options={})
    live = export(planned, target, shared.asked())
    lang = shared.asked()
    click.echo(say(lang, "screen.saved", file=target), err=True)
    if target.lower().endswith(".xlsx"):
        click.echo(say(lang, "screen.recalculates" if live else "screen.values_only"), err=True)
