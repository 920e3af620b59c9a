"""mcda dominance: which options can be left out."""

import click

from mcda.cli import _options as shared


@shared.command("dominance")
@shared.case
@click.option("--draws", type=click.IntRange(min=1), default=100_000, help=shared.helped("draws"))
@click.option("--seed", type=click.IntRange(min=0), default=1, help=shared.helped("seed"))
@shared.method
@shared.option
@shared.scenario
@shared.criteria
@shared.output
def COMMAND(
    case: str,
    draws: int,
    seed: int,
    method: str | None,
    options: tuple[str, ...],
    scenario: str | None,
    criteria: str | None,
    form: str,
    target: str | None,
) -> None:
    from mcda.cli._progress import progress
    from mcda.files import load
    from mcda.ranking import planned
    from mcda.reports.dominance import page
    from mcda.sensitivity.dominance import dominance

    problem = planned(load(case, criteria), method, shared.pairs(options), scenario)
    with progress() as told:
        result = dominance(problem, draws, seed, progress=told)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
