"""mcda check: all faults of a case file, or of every one in a folder."""

from pathlib import Path

import click

from mcda.cli import _options as shared
from mcda.language import say


@shared.command("check")
@shared.case
@shared.criteria
@click.pass_context
def COMMAND(ctx: click.Context, case: str, criteria: str | None) -> None:
    from mcda.cli._screen import show
    from mcda.files.case import examine, found
    from mcda.reports.faults import page

    lang, count = shared.asked(), 0
    folder = Path(case)
    files = [found(path) for path in sorted(folder.glob("*.yaml"))] if folder.is_dir() else [found(case)]
    if not files:
        click.echo(say(lang, "screen.nothing_to_check", folder=case), err=True)
        ctx.exit(2)
    for file, name in files:
        problem, faults = examine(file, name, criteria)
        count += len(faults)
        if faults:
            show(page(faults, lang), lang)
        elif problem is not None:
            sizes = {"options": len(problem.alternatives), "criteria": len(problem.criteria)}
            click.echo(say(lang, "screen.checked", file=name, scenarios=len(problem.scenarios), **sizes))
    if count:
        click.echo(say(lang, "screen.fault_one" if count == 1 else "screen.faults", count=count))
        ctx.exit(2)
