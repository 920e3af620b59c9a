"""What commands share: the options that several have, help in the reader's language, completion, and output."""

import json
import math
import os
import re
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from mcda.cli._spoken import Slip, Spoken, asked
from mcda.language import Text, say

if TYPE_CHECKING:
    import pandas as pd

    from mcda.model import Problem as Problem
    from mcda.reports.blocks import Page

__all__ = [
    "Slip", "asked", "case", "cluster", "command", "complete_cases", "criteria", "emit", "formats", "helped",
    "loaded", "method", "new_case", "output", "problem", "replacing", "scenario", "weights",
]  # fmt: skip

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "json", "csv", "markdown")
BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


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
weights = click.option("--weights", metavar="NAME", shell_complete=complete_from(_weightings), help=helped("weights"))
scenario = click.option("--scenario", metavar="NAME", help=helped("scenario"))


def loaded(case: str, criteria: str | None) -> "Problem":
    """The case of that name, or in that file: no command loads one otherwise."""
    from mcda.spreadsheets import load

    return load(case, criteria)


def named(word: str, labels: Mapping[str, Text]) -> str:
    """The id that a word means: itself, or the one that bears it as its label in either language."""
    if word in labels:
        return word
    meant = [name for name, label in labels.items() if word in (label.en, label.zh)]
    return meant[0] if len(meant) == 1 else word


def worded(statement: str, labels: Mapping[str, Text]) -> str:
    """A statement with ids in place of the labels in it, of labels within each other the longest."""
    words = {*labels, *(said for label in labels.values() for said in (label.en, label.zh) if said)}
    spelled = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{spelled})(?!\w)", lambda found: named(found[0], labels), statement)


def problem(without: Collection[str] = (), option: str = "--option") -> Callable[[Callable[..., None]], Any]:
    """CASE, --method, --option, --weights, --scenario and --criteria, but for those `without`: the command gets the
    `problem`, planned as they ask, and the `weights` asked for. `option` is what the method's own options are called.
    """
    options = click.option(option, "options", multiple=True, metavar="KEY=VALUE", help=helped("option"))
    switches = {"case": case, "method": method, "option": options, "weights": weights, "scenario": scenario}

    def make(function: Callable[..., None]) -> Any:
        @wraps(function)
        def asking(case: str, method: str | None, options: tuple[str, ...], criteria: str | None, **own: Any) -> None:
            from mcda.ranking import planned

            chosen = _pairs(options)
            state = None if "scenario" in without else own.pop("scenario")
            read = loaded(case, criteria)
            if state is not None:
                state = named(state, {name: s.label for name, s in read.scenarios.items()})
            function(problem=planned(read, method, chosen, state), **own)

        made = criteria(asking)
        for name in reversed(switches):
            made = made if name in without else switches[name](made)
        return made

    return make


formats = click.option("--format", "form", type=click.Choice(FORMATS), default="table", help=helped("format"))
cluster = click.option("--cluster", metavar="ADDRESS", help=helped("cluster"))


def output(function: F) -> F:
    """--format and --output."""
    file = click.option("--output", "-o", "target", type=click.Path(), metavar="FILE", help=helped("output"))
    return formats(file(function))


def _pairs(given: Sequence[str]) -> dict[str, str]:
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
    """Print the page, or write it or the data in the form asked for; a file called .csv or .json gets that form."""
    from mcda.cli._screen import show

    ending = Path(target).suffix.lower() if target else ""
    if ending in BOOKS:
        raise Slip("output_workbook", file=target)
    if form == "table" and ending.lstrip(".") in FORMATS:
        form = ending.lstrip(".")
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


def new_case(target: str) -> Path:
    """Where a case file is to go. Raises CaseError for a name that a case can't have, or a file that is there: it may
    have been written on since.
    """
    from mcda.errors import CaseError

    path = Path(target if Path(target).suffix else f"{target}.yaml")
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,59}", path.stem) or path.suffix not in (".yaml", ".yml"):
        raise CaseError.of("import_target", file=target)
    if path.exists():
        raise CaseError.of("file_exists", file=str(path))
    return path


VALUED = (".yaml", ".yml", ".xlsx", ".xlsm", ".xls", ".ods")
"""Endings of files that people work on: one that is there is never written over."""


def spared(path: Path) -> None:
    """Raise CaseError for a target that is the file being read, or a case or workbook that is there already."""
    from mcda.errors import CaseError

    asked = click.get_current_context().params
    read = [Path(asked[name]) for name in ("case", "file") if isinstance(asked.get(name), str)]
    if path.is_file() and any(one.is_file() and one.samefile(path) for one in read):
        raise CaseError.of("file_input", file=str(path))
    if path.is_file() and path.suffix.lower() in VALUED:
        raise CaseError.of("file_valued", file=str(path))


def write(path: Path, text: str, bom: bool = False) -> None:
    """Write a text file whole or not at all."""
    spared(path)
    with replacing(path) as file:
        file.write(text.encode("utf-8-sig" if bom else "utf-8"))


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that is written whole or not at all: beside it first, then in its place. What is no plain file (a device,
    a pipe) is written to as it stands, and a link stays one. Raises CaseError if it can't be written.
    """
    from mcda.errors import CaseError, reason

    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        target = path.resolve()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
            Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CaseError.of("file_unwritable", file=str(path), reason=reason(error)) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
