"""Blocks on a terminal: what fits the width, aligned whatever the script, coloured only where colours are wanted.

The layout is ours: rich's tables and console take a sixth of the time that a first ranking may.
"""

import os
import re
import shutil
import sys
from collections.abc import Sequence
from typing import Any

import click

from mcda.cli._layout import cells, joined, padded, wrapped
from mcda.language import Lang, say
from mcda.reports.blocks import Grid, Head, Line, Page, Tone

NARROWEST, PIPED, WIDEST, PROSE = 40, 80, 120, 100
MARGIN = 14
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
STYLES: dict[Tone, dict[str, Any]] = {
    "plain": {}, "strong": {"bold": True}, "faint": {"dim": True}, "caution": {"fg": "yellow"}, "excerpt": {},
}  # fmt: skip


class Screen:
    """Standard output, or standard error: how wide it is, and whether it shows colours."""

    def __init__(self, lang: Lang, errors: bool) -> None:
        self.lang, self.errors = lang, errors
        stream = sys.stderr if errors else sys.stdout
        terminal = stream.isatty()
        columns = shutil.get_terminal_size().columns
        self.width = min(max(columns, NARROWEST), WIDEST) if terminal else PIPED
        self.colours = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def print(self, *parts: tuple[str, Tone]) -> None:
        """One row of parts, each a text and its tone. Control characters of texts don't reach the terminal."""
        safe = ((_CONTROL.sub("\ufffd", text), STYLES[tone]) for text, tone in parts)
        styled = (click.style(text, **style) if self.colours and style and text else text for text, style in safe)
        click.echo("".join(styled).rstrip(), err=self.errors, color=self.colours)


def show(page: Page, lang: Lang, errors: bool = False) -> None:
    """Print a page to standard output, or to standard error."""
    screen = Screen(lang, errors)
    for block in page:
        if isinstance(block, Grid):
            _grid(screen, block)
        else:
            _line(screen, block)


def _line(screen: Screen, line: Line) -> None:
    if line.tone == "excerpt":
        screen.print((line.text, line.tone))
        return
    margin = line.indent or (max(MARGIN, cells(line.label) + 2) if line.label else 0)
    rows = wrapped(line.text, min(screen.width, PROSE) - margin, whole=screen.errors) or [""]
    for k, row in enumerate(rows):
        label = line.label if k == 0 else ""
        screen.print((f" {padded(label, margin - 1, 'left')}" if margin else "", "faint"), (row, line.tone))


def _grid(screen: Screen, grid: Grid) -> None:
    if grid.title:
        screen.print((grid.title, "strong"))
    sizes = [_size(head, [row[k] for row in grid.rows]) for k, head in enumerate(grid.heads)]
    if grid.whole:
        groups = _split(sizes, screen.width)
        for columns in groups:
            _table(screen, grid, columns, sizes)
            if columns is not groups[-1]:
                screen.print()
        return
    columns = _fitting(grid.heads, sizes, screen.width)
    _table(screen, grid, columns, sizes)
    hidden = [head.title for k, head in enumerate(grid.heads) if k not in columns and head.title]
    if hidden:
        _line(screen, Line(say(screen.lang, "screen.not_shown", names=tuple(hidden)), "faint"))


def _size(head: Head, column: Sequence[str]) -> int:
    body = max([cells(cell) for cell in column] + [cells(head.below)])
    return max(body, *(cells(row) for row in _heading(head, body)))


def _heading(head: Head, body: int) -> list[str]:
    """A title in as few rows as its column allows: broken at spaces and between Chinese characters, never in a word."""
    longest = max((cells(piece.strip()) for piece in joined(head.title)), default=0)
    return wrapped(head.title, max(body, longest, 10)) or [""]


def _split(sizes: list[int], width: int) -> list[list[int]]:
    """Columns in groups that each fit, the first column in every group."""
    groups: list[list[int]] = [[0]]
    used = sizes[0]
    for k in range(1, len(sizes)):
        if len(groups[-1]) > 1 and used + sizes[k] + 2 > width:
            groups.append([0])
            used = sizes[0]
        groups[-1].append(k)
        used += sizes[k] + 2
    return groups


def _fitting(heads: Sequence[Head], sizes: list[int], width: int) -> list[int]:
    """The columns that fit together; those that give way latest stay longest."""
    kept = list(range(len(heads)))
    while sum(sizes[k] + 2 for k in kept) - 2 > width:
        yielding = [k for k in kept if heads[k].gives_way]
        if not yielding:
            break
        kept.remove(max(yielding, key=lambda k: heads[k].gives_way))
    return kept


def _table(screen: Screen, grid: Grid, columns: list[int], sizes: list[int]) -> None:
    heads = [grid.heads[k] for k in columns]
    titles = [_heading(head, _body(grid, k)) for head, k in zip(heads, columns, strict=True)]
    tall = max(len(title) for title in titles)
    for r in range(tall):
        row = [title[r - tall + len(title)] if r >= tall - len(title) else "" for title in titles]
        screen.print((_row(row, heads, columns, sizes), "strong"))
    if any(head.below for head in heads):
        screen.print((_row([head.below for head in heads], heads, columns, sizes), "faint"))
    for i, cut in enumerate(grid.rows):
        screen.print(
            (_row([cut[k] for k in columns], heads, columns, sizes), "strong" if i in grid.strong else "plain")
        )


def _row(texts: Sequence[str], heads: Sequence[Head], columns: Sequence[int], sizes: Sequence[int]) -> str:
    return "  ".join(padded(cell, sizes[k], head.align) for cell, head, k in zip(texts, heads, columns, strict=True))


def _body(grid: Grid, k: int) -> int:
    return max([cells(row[k]) for row in grid.rows] + [cells(grid.heads[k].below)])
