"""Text in cells: Chinese characters take two. Wrapping and padding for tables, pages and help."""

import re
from functools import lru_cache
from unicodedata import combining, east_asian_width

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f"
_PIECES = re.compile(rf"\s+|[{_WIDE}]|(?:`[^`]*`|[^\s{_WIDE}])+")
_NEVER_FIRST = set("，。；：、！？）】》”’％") | set(",.;:!?)]}%")
_NEVER_LAST = set("（【《“‘")


@lru_cache(maxsize=4096)
def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def padded(text: str, width: int, align: str = "left") -> str:
    """The text filled up with spaces to so many cells."""
    space = " " * (width - cells(text))
    return text + space if align == "left" else space + text


def wrapped(text: str, width: int, whole: bool = False) -> list[str]:
    """The text in rows of at most `width` cells, broken at spaces and between Chinese characters. A longer word is cut,
    unless words are to stay `whole`: it may be a path that someone copies.
    """
    rows, row = [], ""
    for piece in joined(text):
        if row and cells(row + piece.rstrip()) > width:
            rows.append(row.rstrip())
            row = piece.lstrip()
        else:
            row += piece
        while not whole and cells(row) > width and " " not in row.strip():
            cut = next(k for k in range(len(row), 0, -1) if cells(row[:k]) <= width)
            rows.append(row[:cut])
            row = row[cut:]
    return [*rows, row.rstrip()] if row.strip() else rows


def joined(text: str) -> list[str]:
    """Pieces that may not be parted: words, single Chinese characters, with the punctuation that goes with them, and
    what stands between backticks, which someone may copy.
    """
    pieces: list[str] = []
    for piece in _PIECES.findall(text):
        if pieces and (piece[0] in _NEVER_FIRST or piece.isspace() or pieces[-1][-1] in _NEVER_LAST):
            pieces[-1] += " " if piece.isspace() else piece
        else:
            pieces.append(piece)
    return pieces
