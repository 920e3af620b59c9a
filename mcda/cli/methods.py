"""mcda methods: how to rank, and where weights come from."""

from mcda.cli import _options as shared


@shared.command("methods")
def COMMAND() -> None:
    from mcda.cli._screen import show
    from mcda.reports.lists import methods

    show(methods(shared.asked()), shared.asked())
