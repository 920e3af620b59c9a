"""mcda check: all faults of a case file, or of every one in a folder."""

import click

from mcda.cli import _options as shared
from mcda.language import say


@shared.command("check")
@shared.case
@shared.criteria
@click.pass_context
def COMMAND(ctx: click.Context, case: str, criteria: str | None) -> None:
    from mcda.cli._screen import show
    from mcda.errors import CaseError
    from mcda.files.case import cases_in, examine
    from mcda.reports.faults import page

    lang, count = shared.asked(), 0
    files = cases_in(case)
    if not files:
        raise CaseError.of("folder_empty", folder=case)
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
