"""mcda breakeven: what would have to change for an option to come first."""

import click

from mcda.cli import _options as shared


@shared.command("breakeven")
@click.option("--option", "winner", required=True, metavar="ID", help=shared.helped("winner"))
@shared.problem(option="--method-option")
@shared.output
def COMMAND(problem: "shared.Problem", winner: str, weights: str | None, form: str, target: str | None) -> None:
    from mcda.reports.breakeven import page
    from mcda.sensitivity.breakeven import breakeven

    winner = shared.named(winner, {a.id: a.label for a in problem.alternatives})
    result = breakeven(problem, winner, weights=weights)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
