"""mcda sensitivity: how firm the answer is, and what would change it."""

import click

from mcda.cli import _options as shared


@shared.command("sensitivity")
@shared.case
@click.option("--draws", type=click.IntRange(min=1), default=50_000, help=shared.helped("draws"))
@click.option("--seed", type=click.IntRange(min=0), default=1, help=shared.helped("seed"))
@click.option("--workers", type=click.IntRange(min=1), default=1, help=shared.helped("workers"))
@shared.method
@shared.option
@shared.weights
@shared.scenario
@shared.criteria
@shared.output
def COMMAND(
    case: str,
    draws: int,
    seed: int,
    workers: int,
    method: str | None,
    options: tuple[str, ...],
    weights: str | None,
    scenario: str | None,
    criteria: str | None,
    form: str,
    target: str | None,
) -> None:
    from mcda.analysis import analyse
    from mcda.cli._progress import progress
    from mcda.files import load
    from mcda.ranking import planned
    from mcda.reports.sensitivity import page

    problem = planned(load(case, criteria), method, shared.pairs(options), scenario)
    with progress() as told:
        result = analyse(problem, draws, seed, weights=weights, workers=workers, progress=told)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.stability.to_frame, form, target)
