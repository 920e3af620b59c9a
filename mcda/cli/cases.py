"""mcda cases: what is shipped."""

from mcda.cli import _options as shared


@shared.command("cases")
def COMMAND() -> None:
    from mcda.cli._screen import show
    from mcda.files.shipped import headings
    from mcda.reports.lists import cases

    show(cases(headings(), shared.asked()), shared.asked())
