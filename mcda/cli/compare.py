"""mcda compare: does the method matter."""

from mcda.cli import _options as shared


@shared.command("compare")
@shared.problem()
@shared.output
def COMMAND(problem: "shared.Problem", weights: str | None, form: str, target: str | None) -> None:
    from mcda.reports.compare import page
    from mcda.sensitivity.concordance import concordance

    result = concordance(problem, weights=weights)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
