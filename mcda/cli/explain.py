"""mcda explain: every step with its formula and numbers."""

from mcda.cli import _options as shared


@shared.command("explain")
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
    from mcda.ranking import planned, rank
    from mcda.reports.explanation import data, frame, page

    problem = planned(load(case, criteria), method, shared.pairs(options), scenario)
    ranking = rank(problem, weights=weights)
    lang = shared.asked()
    shared.emit(
        lambda: page(problem, ranking, lang),
        lambda: data(problem, ranking),
        lambda: frame(problem, ranking),
        form,
        target,
    )
