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
            from mcda.errors import unknown

            _told(unknown("command", args[0], self.list_commands(ctx)), command="mcda")
            ctx.exit(2)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what can't be done is told, not traced: exit code 2, or 130 for an interruption."""
        from mcda.errors import MCDAError

        try:
            return super().invoke(ctx)
        except MCDAError as error:
            _told(*error.faults)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            _slipped(error)
        except KeyboardInterrupt:
            click.echo(say(asked(), "screen.interrupted"), err=True)
            ctx.exit(130)
        return ctx.exit(2)


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
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 (it stays open as long as we run)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(errors="replace")
    sys.exit(run())


def run(words: list[str] | None = None) -> int:
    """One command line, and its exit code. Nothing is traced, also when nobody listens or the disk is full."""
    stdout = sys.stdout
    try:
        code = commands.main(words, prog_name="mcda", standalone_mode=False) or 0
        sys.stdout.flush()
        return code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        return 0
    except click.UsageError as error:
        _slipped(error)
        return 2
    except (click.exceptions.Abort, KeyboardInterrupt):  # before a command has begun, or after
        click.echo(say(asked(), "screen.interrupted"), err=True)
        return 130
    except SystemExit:  # click ends so when a reader has left, having put its own stream in place of stdout
        if sys.stdout is stdout:
            raise
        return _unheard(None)
    except OSError as error:
        return _unheard(error)


def _unheard(error: OSError | None) -> int:
    """Output that could not be written: no complaint to a reader who has left, a word about anything else."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still unwritten goes nowhere
    if error is None or isinstance(error, BrokenPipeError):
        return 0
    from mcda.errors import Fault

    _told(Fault("output_lost", {"reason": error.strerror or ""}))
    return 2


def _slipped(error: click.UsageError) -> None:
    _told(fault(error), command=error.ctx.command_path if error.ctx else "mcda")


def _told(*faults: Any, command: str = "") -> None:
    """Tell what is wrong, and which command's help shows how it is done."""
    from mcda.cli._screen import show
    from mcda.reports.blocks import Line
    from mcda.reports.faults import page

    help_is = [Line(say(asked(), "help.shown", command=command), "faint", indent=3)] if command else []
    show([*page(faults, asked()), *help_is], asked(), errors=True)
