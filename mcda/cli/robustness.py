"""mcda robustness: if we don't know the weights, or the figures."""

import click

from mcda.cli import _options as shared


@shared.command("robustness")
@click.option("--over", default="both", metavar="WHAT", help=shared.helped("over"))
@click.option("--known", multiple=True, metavar="STATEMENT", help=shared.helped("known"))
@click.option("--draws", type=click.IntRange(min=1), default=100_000, help=shared.helped("draws"))
@click.option("--seed", type=click.IntRange(min=0), default=1, help=shared.helped("seed"))
@click.option("--workers", type=click.IntRange(min=1), default=1, help=shared.helped("workers"))
@shared.cluster
@shared.problem()
@shared.output
def COMMAND(
    problem: "shared.Problem",
    over: str,
    known: tuple[str, ...],
    draws: int,
    seed: int,
    workers: int,
    cluster: str | None,
    weights: str | None,
    form: str,
    target: str | None,
) -> None:
    from mcda.cli._progress import progress
    from mcda.reports.robustness import page
    from mcda.sensitivity.robustness import robustness

    if cluster is not None and workers > 1:
        raise shared.Slip("argument_alone", name="--cluster", others=("--workers",))
    labels = {name: problem.label(name) for name in problem.tree.below()}
    known = tuple(shared.worded(statement, labels) for statement in known)
    with progress() as told:
        result = robustness(
            problem, over, draws, seed, weights=weights, workers=cluster or workers, progress=told, constraints=known
        )
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
