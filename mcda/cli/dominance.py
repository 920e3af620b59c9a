"""mcda dominance: which options can be left out."""

import click

from mcda.cli import _options as shared


@shared.command("dominance")
@click.option("--draws", type=click.IntRange(min=1), default=100_000, help=shared.helped("draws"))
@click.option("--seed", type=click.IntRange(min=0), default=1, help=shared.helped("seed"))
@shared.problem(without={"weights"})
@shared.output
def COMMAND(problem: "shared.Problem", draws: int, seed: int, form: str, target: str | None) -> None:
    from mcda.cli._progress import progress
    from mcda.reports.dominance import page
    from mcda.sensitivity.dominance import dominance

    with progress() as told:
        result = dominance(problem, draws, seed, progress=told)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
