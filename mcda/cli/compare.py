"""mcda compare: does the method matter."""

from mcda.cli import _options as shared


@shared.command("compare")
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
    from mcda.reports.compare import page
    from mcda.sensitivity.concordance import concordance

    problem = planned(load(case, criteria), method, shared.pairs(options), scenario)
    result = concordance(problem, weights=weights)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
