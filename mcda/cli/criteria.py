"""mcda criteria: the catalogue, or one criterion whole."""

import click

from mcda.cli import _options as shared


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from mcda.files.catalogue import Catalogue

    return [name for name in Catalogue().files() if name.startswith(incomplete)]


@shared.command("criteria")
@click.argument("name", required=False, shell_complete=_complete)
@shared.criteria
def COMMAND(name: str | None, criteria: str | None) -> None:
    from mcda.cli._screen import show
    from mcda.errors import UnknownName
    from mcda.files.catalogue import catalogue_with, entry
    from mcda.reports import lists

    catalogue, lang = catalogue_with(criteria), shared.asked()
    if name is None:
        show(lists.criteria(catalogue, lang), lang)
        return
    files = catalogue.files()
    if name not in files:
        raise UnknownName.among("catalogue_criterion", name, tuple(files))
    show(lists.criterion(entry(*files[name]), lang), lang)
