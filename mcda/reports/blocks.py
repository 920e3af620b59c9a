"""What a page is made of, before anyone knows whether it will be a terminal, a file or a browser."""

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "right"]
Tone = Literal["plain", "strong", "faint", "caution", "excerpt"]


@dataclass(frozen=True)
class Line:
    """A paragraph. `label` stands before it, in a margin of its own; without one it may be indented. An excerpt is
    printed as it is, never wrapped.
    """

    text: str
    tone: Tone = "plain"
    label: str = ""
    indent: int = 0


@dataclass(frozen=True)
class Head:
    """A column: its title, a second line such as the unit, and how early it gives way for want of space (0: never)."""

    title: str
    below: str = ""
    align: Align = "right"
    gives_way: int = 0


@dataclass(frozen=True)
class Grid:
    """A table. `strong` are rows to be marked. Where space is short, columns give way; or, if `whole`, the table goes
    on below itself with its first column repeated.
    """

    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    strong: frozenset[int] = field(default_factory=frozenset)
    whole: bool = False


Block = Line | Grid
Page = list[Block]
BREAK = Line("")
