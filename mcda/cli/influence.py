"""mcda influence: which doubtful figure matters most."""

import click

from mcda.cli import _options as shared


@shared.command("influence")
@click.option("--over", default="figures", metavar="WHAT", help=shared.helped("influence_over"))
@click.option("--driver", "only", multiple=True, metavar="NAME", help=shared.helped("driver"))
@click.option("--draws", type=click.IntRange(min=1), default=4096, help=shared.helped("influence_draws"))
@click.option("--seed", type=click.IntRange(min=0), default=1, help=shared.helped("seed"))
@shared.problem()
@shared.output
def COMMAND(
    problem: "shared.Problem",
    over: str,
    only: tuple[str, ...],
    draws: int,
    seed: int,
    weights: str | None,
    form: str,
    target: str | None,
) -> None:
    from mcda.cli._progress import progress
    from mcda.figures import scenario_of
    from mcda.figures.draws import drivers
    from mcda.reports.influence import page
    from mcda.sensitivity.influence import influence

    labels = {driver.id: driver.label for driver in drivers(problem, scenario_of(problem, problem.plan.scenario))}
    only = tuple(shared.named(name, labels) for name in only)
    with progress() as told:
        result = influence(problem, over, only, draws, seed, weights=weights, progress=told)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
