"""mcda audit: is one thing counted twice, and which criterion carries the ranking."""

from mcda.cli import _options as shared


@shared.command("audit")
@shared.problem()
@shared.output
def COMMAND(problem: "shared.Problem", weights: str | None, form: str, target: str | None) -> None:
    from mcda.reports.audit import page
    from mcda.sensitivity.structure import structure

    result = structure(problem, weights=weights)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
