"""mcda breakeven: what would have to change for an option to come first."""

import click

from mcda.cli import _options as shared


@shared.command("breakeven")
@shared.case
@click.option("--option", "winner", required=True, metavar="ID", help=shared.helped("winner"))
@shared.method
@click.option("--method-option", "options", multiple=True, metavar="KEY=VALUE", help=shared.helped("option"))
@shared.weights
@shared.scenario
@shared.criteria
@shared.output
def COMMAND(
    case: str,
    winner: str,
    method: str | None,
    options: tuple[str, ...],
    weights: str | None,
    scenario: str | None,
    criteria: str | None,
    form: str,
    target: str | None,
) -> None:
    from mcda.files import load
    from mcda.ranking import planned
    from mcda.reports.breakeven import page
    from mcda.sensitivity.breakeven import breakeven

    problem = planned(load(case, criteria), method, shared.pairs(options), scenario)
    result = breakeven(problem, winner, weights=weights)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
