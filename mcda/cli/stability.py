"""mcda stability: how far a weight can move before the order changes."""

from mcda.cli import _options as shared


@shared.command("stability")
@shared.case
@shared.method
@shared.option
@shared.weights
@shared.scenario
@shared.criteria
@shared.output
def COMMAND(
    case: str,
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
    from mcda.reports.stability import page
    from mcda.sensitivity.stability import stability

    problem = planned(load(case, criteria), method, shared.pairs(options), scenario)
    result = stability(problem, weights=weights)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
