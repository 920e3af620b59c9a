"""mcda show: question, options, figures with sources, and what the first options leave untouched."""

import click

from mcda.cli import _options as shared


@shared.command("show")
@shared.case
@click.option("--figures", is_flag=True, help=shared.helped("figures"))
@click.option("--first", type=click.IntRange(min=1), default=3, metavar="K", help=shared.helped("first"))
@shared.criteria
@shared.output
def COMMAND(case: str, figures: bool, first: int, criteria: str | None, form: str, target: str | None) -> None:
    from mcda.ranking import rank
    from mcda.reports.case import data, page

    problem = shared.loaded(case, criteria)
    ranking = rank(problem)
    lang = shared.asked()
    shared.emit(
        lambda: page(problem, ranking, lang, first, figures),
        lambda: data(problem, ranking, first),
        problem.to_frame,
        form,
        target,
    )
