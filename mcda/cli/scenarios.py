"""mcda scenarios: does the answer hold in every scenario, region or year."""

from mcda.cli import _options as shared


@shared.command("scenarios")
@shared.problem(without={"scenario"})
@shared.output
def COMMAND(problem: "shared.Problem", weights: str | None, form: str, target: str | None) -> None:
    answer(problem, weights, form, target)


def answer(problem: "shared.Problem", weights: str | None, form: str, target: str | None) -> None:
    """All scenarios side by side, here and where `mcda rank --all-scenarios` asks for them."""
    from mcda.reports.scenarios import page
    from mcda.sensitivity.scenarios import scenarios

    result = scenarios(problem, weights=weights)
    shared.emit(lambda: page(problem, result, shared.asked()), result.to_dict, result.to_frame, form, target)
