"""mcda sensitivity: how firm the answer is, and what would change it."""

import click

from mcda.cli import _options as shared


@shared.command("sensitivity")
@click.option("--draws", type=click.IntRange(min=1), default=50_000, help=shared.helped("draws"))
@click.option("--seed", type=click.IntRange(min=0), default=1, help=shared.helped("seed"))
@click.option("--workers", type=click.IntRange(min=1), default=1, help=shared.helped("workers"))
@shared.problem()
@shared.output
def COMMAND(
    problem: "shared.Problem",
    draws: int,
    seed: int,
    workers: int,
    weights: str | None,
    form: str,
    target: str | None,
) -> None:
    from mcda.analysis import analyse
    from mcda.cli._progress import progress
    from mcda.reports.sensitivity import page

    with progress() as told:
        result = analyse(problem, draws, seed, weights=weights, workers=workers, progress=told)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.stability.to_frame, form, target)
