"""mcda explain: every step with its formula and numbers."""

from mcda.cli import _options as shared


@shared.command("explain")
@shared.problem()
@shared.output
def COMMAND(problem: "shared.Problem", weights: str | None, form: str, target: str | None) -> None:
    from mcda.ranking import rank
    from mcda.reports.explanation import data, frame, page

    ranking = rank(problem, weights=weights)
    lang = shared.asked()
    shared.emit(
        lambda: page(problem, ranking, lang),
        lambda: data(problem, ranking),
        lambda: frame(problem, ranking),
        form,
        target,
    )
