"""mcda portfolio: which set of options under a budget."""

from collections.abc import Mapping, Sequence

import click

from mcda.cli import _options as shared
from mcda.language import Text


@shared.command("portfolio")
@click.option("--budget", type=click.FloatRange(min=0), required=True, help=shared.helped("budget"))
@click.option("--cost", required=True, metavar="FIGURE", help=shared.helped("cost"))
@click.option("--with", "inside", multiple=True, metavar="ID", help=shared.helped("with"))
@click.option("--without", "outside", multiple=True, metavar="ID", help=shared.helped("without"))
@click.option("--needs", multiple=True, metavar="ID:ID", help=shared.helped("needs"))
@click.option("--not-both", multiple=True, metavar="ID,ID", help=shared.helped("not_both"))
@click.option("--draws", type=click.IntRange(min=1), default=500, help=shared.helped("portfolio_draws"))
@click.option("--seed", type=click.IntRange(min=0), default=1, help=shared.helped("seed"))
@shared.problem()
@shared.output
def COMMAND(
    problem: "shared.Problem",
    budget: float,
    cost: str,
    inside: tuple[str, ...],
    outside: tuple[str, ...],
    needs: tuple[str, ...],
    not_both: tuple[str, ...],
    draws: int,
    seed: int,
    weights: str | None,
    form: str,
    target: str | None,
) -> None:
    from mcda.cli._progress import progress
    from mcda.reports.portfolio import page
    from mcda.sensitivity.portfolio import portfolio

    cost = shared.named(cost, {name: problem.label(name) for name in problem.columns})
    options = {a.id: a.label for a in problem.alternatives}
    inside, outside = (tuple(shared.named(name, options) for name in names) for names in (inside, outside))
    rules = _couples(needs, ":", "--needs", options), _couples(not_both, ",", "--not-both", options)
    with progress() as told:
        result = portfolio(problem, budget, cost, inside, outside, *rules, draws, seed, weights=weights, progress=told)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)


def _couples(given: Sequence[str], sign: str, hint: str, labels: Mapping[str, Text]) -> list[tuple[str, str]]:
    """Two names joined by a sign, which may stand in a label as well."""
    split = [tuple(name.strip() for name in shared.worded(item, labels).split(sign)) for item in given]
    for item, names in zip(given, split, strict=True):
        if len(names) != 2 or not all(names):
            raise shared.Slip(
                "argument_grammar", name=hint, found=item, form=f"A{sign}B", example=f"option_a{sign}option_b"
            )
    return [(names[0], names[1]) for names in split]
