"""The command line: one file per command, found by its name and imported when it is called."""

import gc
import os
import sys
from typing import Any

import click

from mcda.cli._options import helped
from mcda.cli._spoken import Spoken, asked, fault
from mcda.folder import Folder
from mcda.language import say

COMMANDS: Folder[click.Command] = Folder("mcda.cli", "COMMAND", click.Command)


Resolved = tuple[str | None, click.Command | None, list[str]]


class Commands(Spoken, click.Group):
    """Commands from files."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the files."""
        return [name.replace("_", "-") for name in COMMANDS]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, imported now."""
        return COMMANDS.get(name.replace("-", "_"))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. Raises UnknownName with those that come near."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from mcda.errors import UnknownName

            raise UnknownName.among("command", args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    if wanted:
        import mcda

        click.echo(f"mcda-toolkit {mcda.__version__}")
        ctx.exit()


@click.group(cls=Commands, help=helped("mcda"), context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help=helped("version"))
@click.option("--lang", type=click.Choice(["en", "zh"]), expose_value=False, help=helped("lang"))
def commands() -> None:
    """All commands."""


def main() -> None:
    """Start: a terminal that can't print Chinese prints a stand-in, and BLAS takes one thread."""
    gc.set_threshold(50_000)  # a start makes many objects that stay: collecting among them takes a fifth of it
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: twice the start-up time otherwise
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else every installed package is searched for one
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(errors="replace")
    sys.exit(run())


def run(words: list[str] | None = None) -> int:
    """One command line, and its exit code: 0, 2 for what can't be done, 130 for an interruption. Nothing is traced."""
    from mcda.errors import MCDAError

    try:
        return commands.main(words, prog_name="mcda", standalone_mode=False) or 0
    except MCDAError as error:
        _told(*error.faults)
    except click.UsageError as error:
        _told(fault(error))
    except (KeyboardInterrupt, click.Abort):
        click.echo(say(asked(), "screen.interrupted"), err=True)
        return 130
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 (nobody listens any more)
        return 0
    return 2


def _told(*faults: Any) -> None:
    from mcda.cli._screen import show
    from mcda.reports.faults import page

    show(page(faults, asked()), asked(), errors=True)
