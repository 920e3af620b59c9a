"""What commands share: the options that several have, help in the reader's language, completion, and output."""

import json
import math
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mcda.cli._spoken import Slip, Spoken, asked
from mcda.language import say

if TYPE_CHECKING:
    import pandas as pd

    from mcda.reports.blocks import Page

__all__ = [
    "Slip", "asked", "case", "command", "criteria", "emit", "helped", "method", "option", "output", "pairs", "scenario",
    "weights",
]  # fmt: skip

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "json", "csv", "markdown")


def helped(name: str) -> str:
    """The help text of a command or option."""
    return say(asked(), f"help.{name}")


def command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command with its help and the language option."""

    def make(function: Callable[..., Any]) -> click.Command:
        language = click.option("--lang", type=click.Choice(["en", "zh"]), expose_value=False, help=helped("lang"))
        settings = {"allow_extra_args": True}  # Spoken tells of them
        return click.command(name, cls=Spoken, help=helped(name), context_settings=settings)(language(function))

    return make


def complete_cases(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """Shipped cases, and YAML files here."""
    from mcda.files.shipped import cases

    here = [str(path) for path in Path().glob("*.yaml")]
    return [click.shell_completion.CompletionItem(name) for name in (*cases(), *here) if name.startswith(incomplete)]


def complete_from(listed: Callable[[], Sequence[str]]) -> Callable[..., list[Any]]:
    """Completion from a list that is made when it is wanted."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        return [click.shell_completion.CompletionItem(name) for name in listed() if name.startswith(incomplete)]

    return complete


def _methods() -> list[str]:
    from mcda.methods import METHODS

    return list(METHODS)


def _weightings() -> list[str]:
    from mcda.weighting import WEIGHTINGS

    return list(WEIGHTINGS)


case = click.argument("case", shell_complete=complete_cases)
criteria = click.option("--criteria", type=click.Path(), metavar="DIR", help=helped("criteria_dir"))
method = click.option("--method", metavar="NAME", shell_complete=complete_from(_methods), help=helped("method"))
option = click.option("--option", "options", multiple=True, metavar="KEY=VALUE", help=helped("option"))
weights = click.option("--weights", metavar="NAME", shell_complete=complete_from(_weightings), help=helped("weights"))
scenario = click.option("--scenario", metavar="NAME", help=helped("scenario"))


def output(function: F) -> F:
    """--format and --output."""
    formats = click.option("--format", "form", type=click.Choice(FORMATS), default="table", help=helped("format"))
    file = click.option("--output", "-o", "target", type=click.Path(), metavar="FILE", help=helped("output"))
    return formats(file(function))


def pairs(given: Sequence[str]) -> dict[str, str]:
    """KEY=VALUE options as a mapping."""
    split = [item.partition("=") for item in given]
    wrong = [item for item, (_, sign, _) in zip(given, split, strict=True) if not sign]
    if wrong:
        raise Slip("argument_grammar", name="--option", found=wrong[0], form="KEY=VALUE", example="scaling=minmax")
    return {key.strip(): value.strip() for key, _, value in split}


def emit(
    page: Callable[[], "Page"],
    data: Callable[[], Any],
    frame: Callable[[], "pd.DataFrame"],
    form: str,
    target: str | None,
) -> None:
    """Print the page, or write it or the data in the form asked for."""
    from mcda.cli._screen import show

    if form == "table" and target is None:
        show(page(), asked())
        return
    if form == "json":
        text = json.dumps(without_nan(data()), ensure_ascii=False, indent=2) + "\n"
    elif form == "csv":
        text = frame().to_csv(lineterminator="\n")
    else:
        from mcda.reports.markdown import markdown

        text = markdown(page())
    if target is None:
        click.echo(text, nl=False)
        return
    write(Path(target), text, bom=form == "csv")
    click.echo(say(asked(), "screen.saved", file=target), err=True)


def without_nan(value: Any) -> Any:
    """Plain values in which what is not a number is null, as JSON wants it."""
    if isinstance(value, dict):
        return {key: without_nan(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [without_nan(entry) for entry in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def write(path: Path, text: str, bom: bool = False) -> None:
    """Write a file whole or not at all: beside it first, then in its place. What is no plain file (a device, a pipe) is
    written to as it stands, and a link stays one.
    """
    from mcda.errors import CaseError, reason

    encoding = "utf-8-sig" if bom else "utf-8"
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            with target.open("w", encoding=encoding, newline="") as stream:
                stream.write(text)
            return
        _replaced(target, text, encoding)
    except OSError as error:
        raise CaseError.of("file_unwritable", file=str(path), reason=reason(error)) from None


def _replaced(target: Path, text: str, encoding: str) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
            file.write(text)
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
