"""mcda reversal: does an option that is not chosen decide between two others."""

from mcda.cli import _options as shared


@shared.command("reversal")
@shared.problem()
@shared.output
def COMMAND(problem: "shared.Problem", weights: str | None, form: str, target: str | None) -> None:
    from mcda.reports.reversal import page
    from mcda.sensitivity.reversal import reversal

    result = reversal(problem, weights=weights)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
