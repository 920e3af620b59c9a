"""mcda robustness: if we don't know the weights, or the figures."""

import click

from mcda.cli import _options as shared


@shared.command("robustness")
@shared.case
@click.option("--over", default="both", metavar="WHAT", help=shared.helped("over"))
@click.option("--draws", type=click.IntRange(min=1), default=100_000, help=shared.helped("draws"))
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
    over: str,
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
    from mcda.cli._progress import progress
    from mcda.files import load
    from mcda.ranking import planned
    from mcda.reports.robustness import page
    from mcda.sensitivity.robustness import robustness

    problem = planned(load(case, criteria), method, shared.pairs(options), scenario)
    with progress() as told:
        result = robustness(problem, over, draws, seed, weights=weights, workers=workers, progress=told)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
