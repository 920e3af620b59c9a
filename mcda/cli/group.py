"""mcda group: do people agree, where not, and what hangs on it."""

from typing import Any

import click

from mcda.cli import _options as shared


def _ways() -> list[str]:
    from mcda.group import JOININGS

    return list(JOININGS)


@shared.command("group")
@click.option("--way", metavar="NAME", shell_complete=shared.complete_from(_ways), help=shared.helped("way"))
@shared.problem(without={"weights"})
@shared.output
def COMMAND(problem: "shared.Problem", way: str | None, form: str, target: str | None) -> None:
    from mcda.errors import TableError
    from mcda.group.meeting import agreement
    from mcda.reports.agenda import chosen, talked, unranked
    from mcda.reports.blocks import Block, Page
    from mcda.reports.group import page
    from mcda.sensitivity.agenda import agenda
    from mcda.sensitivity.choices import choices

    lang, found = shared.asked(), agreement(problem, way)
    below: list[Block] = []
    more: dict[str, Any] = {}
    try:
        own, talk = choices(problem, way), agenda(problem, way)
    except TableError as error:  # people can be compared before options can
        below = unranked(error, lang)
    else:
        below = [*chosen(problem, own, lang), *talked(problem, own, talk, lang)]
        more = {"choices": own.to_dict(), "agenda": talk.to_dict()}

    def whole() -> Page:
        return page(problem, found, lang, below)

    shared.emit(whole, lambda: {**found.to_dict(), **more}, found.to_frame, form, target)
