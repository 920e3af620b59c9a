"""mcda stability: how far a weight can move before the order changes."""

from mcda.cli import _options as shared


@shared.command("stability")
@shared.problem()
@shared.output
def COMMAND(problem: "shared.Problem", weights: str | None, form: str, target: str | None) -> None:
    from mcda.reports.stability import page
    from mcda.sensitivity.stability import stability

    result = stability(problem, weights=weights)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
