"""Commands that speak the reader's language: help laid out by us, slips at the keyboard told as faults."""

import re
from collections.abc import Iterator
from typing import Any

import click

from mcda.cli._layout import cells, padded, wrapped
from mcda.language import Message, pick, say

WIDTH = 80


def asked() -> Any:
    """The language of this run: of --lang wherever it stands, else of the environment."""
    import sys

    words = sys.argv[1:]
    for k, word in enumerate(words):
        if word.startswith("--lang="):
            return pick(word.removeprefix("--lang="))
        if word == "--lang" and k + 1 < len(words):
            return pick(words[k + 1])
    return pick()


class Spoken(click.Command):
    """A command whose help page is in one language throughout, and fits 80 cells."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, but what is left over is told by us. Raises Slip."""
        try:
            left = super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = error.ctx or ctx
            raise
        if left and not ctx.resilient_parsing and not isinstance(self, click.Group):
            raise Slip("argument_extra", ctx, found=" ".join(left))
        return left

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole page."""
        formatter.write("\n".join(_page(self, ctx)) + "\n")


def _page(command: click.Command, ctx: click.Context) -> Iterator[str]:
    lang = asked()
    options = say(lang, "help.options_metavar")
    words = [options if word == "[OPTIONS]" else word for word in command.collect_usage_pieces(ctx)]
    if isinstance(command, click.Group):
        words = [options, say(lang, "help.command_metavar")]
    yield f"{say(lang, 'help.usage')} {ctx.command_path} {' '.join(words)}"
    for paragraph in (command.help or "").split("\n\n"):
        yield ""
        yield from (f"  {row}" for row in wrapped(paragraph, WIDTH - 2))
    rows = [(_switch(p), p.help or "") for p in command.get_params(ctx) if isinstance(p, click.Option)]
    rows = [(names, say(lang, "help.help") if "--help" in names else said) for names, said in rows]
    yield from _listed(say(lang, "help.options"), rows)
    if isinstance(command, click.Group):
        found = [
            (name, sub.help or "") for name in command.list_commands(ctx) if (sub := command.get_command(ctx, name))
        ]
        yield from _listed(say(lang, "help.commands"), [(name, said.split("\n\n")[0]) for name, said in found])


def _switch(option: click.Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    if option.is_flag:
        return names
    if isinstance(option.type, click.Choice):
        return f"{names} [{'|'.join(option.type.choices)}]"
    return f"{names} {option.metavar or 'N'}"


def _listed(title: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    yield ""
    yield title
    margin = min(max(cells(name) for name, _ in rows), 30) + 2
    for name, said in rows:
        lines = wrapped(said, WIDTH - margin - 2) or [""]
        if cells(name) + 2 > margin:
            yield f"  {name}  {lines[0]}" if cells(name) + cells(lines[0]) + 4 <= WIDTH else f"  {name}"
            lines = lines[1:] if cells(name) + cells(lines[0]) + 4 <= WIDTH else lines
        else:
            yield f"  {padded(name, margin)}{lines[0]}"
            lines = lines[1:]
        yield from (" " * (margin + 2) + line for line in lines)


class Slip(click.UsageError):
    """Words of a command line that we refuse ourselves, with the code and the values of a fault."""

    def __init__(self, code: str, ctx: click.Context | None = None, **values: Any) -> None:
        super().__init__(code, ctx)
        self.code, self.values = code, values


def fault(error: click.UsageError) -> Any:
    """What is wrong with the words of a command line, as a fault in the reader's language."""
    from mcda.errors import Fault, unknown

    command = error.ctx.command_path if error.ctx else "mcda"
    if isinstance(error, Slip):
        return Fault(error.code, {"command": command, **error.values})
    if isinstance(error, click.NoSuchOption):
        known = [name for p in error.ctx.command.get_params(error.ctx) for name in p.opts] if error.ctx else []
        return unknown("switch", error.option_name, tuple(name for name in known if name.startswith("--")))
    if isinstance(error, click.BadOptionUsage):
        return Fault("argument_value", {"name": error.option_name})
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = error.param.opts[-1] if isinstance(error.param, click.Option) else error.param.human_readable_name
        return Fault("argument_missing", {"name": name.strip("[]"), "command": command})
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _bad(error, error.param)
    return Fault("command_line", {"reason": error.format_message()})


def _bad(error: click.BadParameter, param: click.Parameter) -> Any:
    """A value that its option can't take; click's own sentence begins with it."""
    from mcda.errors import Fault

    told = {"name": param.opts[-1], "found": re.sub("^'|'$", "", error.message.split(" is not ")[0])}
    if isinstance(param.type, click.Choice):
        return Fault("argument_choice", {**told, "known": tuple(param.type.choices)})
    code = "needs.number" if isinstance(param.type, click.FloatRange) else "needs.whole"
    return Fault("argument_number", {**told, "needs": Message(code, {"least": getattr(param.type, "min", None) or 0})})
