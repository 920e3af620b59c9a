"""Blocks on a terminal: what fits the width, aligned whatever the script, coloured only where colours are wanted."""

import re
import sys
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from mcda.language import Lang, say
from mcda.reports.blocks import Grid, Head, Line, Page

NARROWEST, PIPED, WIDEST = 40, 80, 120
MARGIN = 14
STYLES = {"plain": "", "strong": "bold", "faint": "dim", "caution": "yellow"}
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]"
_PIECES = re.compile(rf"\s+|{_WIDE}|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]+")
_NEVER_FIRST = set("，。；：、！？）】》”’％") | set(",.;:!?)]}%")


def show(page: Page, lang: Lang, errors: bool = False) -> None:
    """Print a page to standard output, or to standard error."""
    stream = sys.stderr if errors else sys.stdout
    console = Console(file=stream, highlight=False, soft_wrap=False, emoji=False, markup=False)
    width = min(max(console.width, NARROWEST), WIDEST) if stream.isatty() else PIPED
    for block in page:
        if isinstance(block, Grid):
            _grid(console, block, width, lang)
        else:
            _line(console, block, min(width, 100))


def _line(console: Console, line: Line, width: int) -> None:
    if line.text.startswith("   "):
        console.print(Styled(line.text, STYLES[line.tone]), no_wrap=True, overflow="ignore", crop=False)
        return
    margin = max(MARGIN, cell_len(line.label) + 2) if line.label else 0
    rows = wrapped(line.text, width - margin) or [""]
    for k, row in enumerate(rows):
        label = line.label if k == 0 else ""
        front = " " + label + " " * (margin - cell_len(label) - 1) if margin else ""
        text = Styled(front, "dim") + Styled(row, STYLES[line.tone])
        console.print(text, no_wrap=True, overflow="ignore", crop=False)


def wrapped(text: str, width: int) -> list[str]:
    """The text in rows of at most `width` cells: broken at spaces, and between Chinese characters."""
    rows, row = [], ""
    for piece in _joined(text):
        if row and cell_len(row + piece.rstrip()) > width:
            rows.append(row.rstrip())
            row = piece.lstrip()
        else:
            row += piece
        while cell_len(row) > width and " " not in row.strip():
            cut = next(k for k in range(len(row), 0, -1) if cell_len(row[:k]) <= width)
            rows.append(row[:cut])
            row = row[cut:]
    return [*rows, row.rstrip()] if row.strip() else rows


def _joined(text: str) -> list[str]:
    """Pieces that may not be parted: words, single Chinese characters, with the punctuation that follows them."""
    pieces: list[str] = []
    for piece in _PIECES.findall(text):
        if pieces and (piece[0] in _NEVER_FIRST or piece.isspace()):
            pieces[-1] += " " if piece.isspace() else piece
        else:
            pieces.append(piece)
    return pieces


def _grid(console: Console, grid: Grid, width: int, lang: Lang) -> None:
    if grid.title:
        console.print(Styled(grid.title, "bold"), no_wrap=True, overflow="ellipsis")
    sizes = [_size(head, [row[k] for row in grid.rows]) for k, head in enumerate(grid.heads)]
    if grid.whole:
        for columns in _split(sizes, width):
            _table(console, grid, columns)
            if columns[-1] != len(grid.heads) - 1:
                console.print()
        return
    columns = _fitting(grid.heads, sizes, width)
    _table(console, grid, columns)
    hidden = [head.title for k, head in enumerate(grid.heads) if k not in columns]
    if hidden:
        _line(console, Line(say(lang, "screen.not_shown", names=tuple(hidden)), "faint"), width)


def _size(head: Head, cells: Sequence[str]) -> int:
    body = max((cell_len(cell) for cell in cells), default=0)
    return max(body, cell_len(head.below), *(cell_len(row) for row in _heading(head, body)))


def _heading(head: Head, body: int) -> list[str]:
    """A title in as few rows as its column allows: broken at spaces and between Chinese characters, never in a word."""
    longest = max((cell_len(piece.strip()) for piece in _joined(head.title)), default=0)
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


def _table(console: Console, grid: Grid, columns: list[int]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="", show_edge=False)
    below = any(grid.heads[k].below for k in columns)
    for k in columns:
        head = grid.heads[k]
        body = max((cell_len(row[k]) for row in grid.rows), default=0)
        title = "\n".join(_heading(head, max(body, cell_len(head.below))))
        header = Styled(title, "bold") + (Styled(f"\n{head.below}", "dim") if below else Styled(""))
        table.add_column(header, justify=head.align, vertical="bottom", no_wrap=True, overflow="ellipsis")
    for i, row in enumerate(grid.rows):
        style = "bold" if i in grid.strong else ""
        table.add_row(*(Styled(row[k], style) for k in columns))
    console.print(table, crop=False)
