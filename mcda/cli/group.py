"""mcda group: do people agree, and where not."""

import click

from mcda.cli import _options as shared


def _ways() -> list[str]:
    from mcda.group import JOININGS

    return list(JOININGS)


@shared.command("group")
@shared.case
@click.option("--way", metavar="NAME", shell_complete=shared.complete_from(_ways), help=shared.helped("way"))
@shared.criteria
@shared.output
def COMMAND(case: str, way: str | None, criteria: str | None, form: str, target: str | None) -> None:
    from mcda.files import load
    from mcda.group.meeting import agreement
    from mcda.reports.group import page

    problem = load(case, criteria)
    found = agreement(problem, way)
    shared.emit(
        lambda: page(problem, found, shared.asked()),
        found.to_dict,
        found.to_frame,
        form,
        target,
    )
