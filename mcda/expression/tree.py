"""The nodes of an expression, and what can be asked of them without figures."""

from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]
NOWHERE: Span = (0, 0)

ELEMENTWISE = {
    "add": 2, "subtract": 2, "multiply": 2, "divide": 2, "power": 2, "minimum": 2, "maximum": 2,
    "negative": 1, "absolute": 1, "sqrt": 1, "exp": 1, "log": 1, "where": 3, "ratio": 3,
}  # fmt: skip
"""The operators that work entry by entry, with the number of their arguments."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number written out."""

    value: float
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Name:
    """A figure, a parameter, or a step already named."""

    id: str
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Call:
    """An operator and its arguments; a reduction also has an axis: −1 along criteria, −2 along options."""

    op: str
    args: tuple["Node", ...]
    axis: int | None = None
    span: Span = NOWHERE


Node = Number | Name | Call


def names(tree: Node) -> Iterator[Name]:
    """The names in a tree, in the order in which they are written."""
    if isinstance(tree, Name):
        yield tree
    elif isinstance(tree, Call):
        for arg in tree.args:
            yield from names(arg)


def terms(tree: Node) -> Iterator[Node]:
    """The parts that a tree adds up: `a + b*c − d` has the terms a, b*c and d."""
    if isinstance(tree, Call) and tree.op in ("add", "subtract"):
        for arg in tree.args:
            yield from terms(arg)
    elif isinstance(tree, Call) and tree.op == "negative":
        yield from terms(tree.args[0])
    else:
        yield tree
