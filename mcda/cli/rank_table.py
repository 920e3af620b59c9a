"""mcda rank-table: the best of very many options."""

from contextlib import nullcontext
from pathlib import Path

import click

from mcda.cli import _options as shared
from mcda.language import say


@shared.command("rank-table")
@click.argument("file", type=click.Path())
@click.option(
    "--plan", "case", required=True, metavar="CASE", shell_complete=shared.complete_cases, help=shared.helped("plan")
)
@click.option("--top", type=click.IntRange(min=1), help=shared.helped("top"))
@click.option("--id", metavar="COLUMN", help=shared.helped("id"))
@click.option("--output", "-o", "target", type=click.Path(), metavar="FILE", help=shared.helped("table_output"))
@shared.cluster
@shared.problem(without=("case", "scenario"))
@shared.formats
def COMMAND(
    problem: "shared.Problem",
    file: str,
    top: int | None,
    id: str | None,
    target: str | None,
    cluster: str | None,
    weights: str | None,
    form: str,
) -> None:
    from mcda.cli._progress import progress
    from mcda.files.parquet import rank_file, write
    from mcda.ranking.large import SHOWN
    from mcda.reports.large import page

    if target is not None and not target.endswith(".parquet"):
        raise shared.Slip(
            "argument_grammar", name="--output", found=target, form="FILE.parquet", example="best.parquet"
        )
    if target is not None:
        shared.spared(Path(target))
    with shared.replacing(Path(target)) if target else nullcontext() as stream:
        with progress() as told:
            found = rank_file(problem, file, top or (None if target else SHOWN), id, weights, cluster, told)
        if stream is not None:
            write(found, stream)
    if target is not None:
        click.echo(say(shared.asked(), "screen.saved", file=target), err=True)
    shown = found.first(top or SHOWN)
    shared.emit(lambda: page(problem, shown, file, shared.asked()), shown.to_dict, shown.to_frame, form, None)
