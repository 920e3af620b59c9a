"""mcda collect: ballots that came back, as judgements in a case file."""

from pathlib import Path

import click

from mcda.cli import _options as shared


@shared.command("collect")
@shared.case
@click.argument("files", metavar="FILES", nargs=-1, required=True, type=click.Path())
@click.option(
    "--output", "-o", "target", required=True, type=click.Path(), metavar="FILE", help=shared.helped("collect_output")
)
@click.option("--leave-out", is_flag=True, help=shared.helped("leave_out"))
@shared.criteria
def COMMAND(case: str, files: tuple[str, ...], target: str, leave_out: bool, criteria: str | None) -> None:
    from mcda.cli._screen import show
    from mcda.reports.ballots import collected
    from mcda.spreadsheets.ballots import ballots_in, collect

    path = shared.new_case(target)
    problem = shared.loaded(case, criteria)
    found = collect(problem, ballots_in(map(Path, files)), path.stem, leave_out)
    shared.write(path, found.text)
    show(collected(found, str(path), shared.asked()), shared.asked())
