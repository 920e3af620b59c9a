"""mcda influence: which doubtful figure matters most."""

import click

from mcda.cli import _options as shared


@shared.command("influence")
@shared.case
@click.option("--over", default="figures", metavar="WHAT", help=shared.helped("influence_over"))
@click.option("--driver", "only", multiple=True, metavar="NAME", help=shared.helped("driver"))
@click.option("--draws", type=click.IntRange(min=1), default=4096, help=shared.helped("influence_draws"))
@click.option("--seed", type=click.IntRange(min=0), default=1, help=shared.helped("seed"))
@shared.method
@shared.option
@shared.weights
@shared.scenario
@shared.criteria
@shared.output
def COMMAND(
    case: str,
    over: str,
    only: tuple[str, ...],
    draws: int,
    seed: int,
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
    from mcda.reports.influence import page
    from mcda.sensitivity.influence import influence

    problem = planned(load(case, criteria), method, shared.pairs(options), scenario)
    with progress() as told:
        result = influence(problem, over, only, draws, seed, weights=weights, progress=told)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
