"""A method's own function, run on symbols in place of arrays: what it writes down is its formula.

A definition calls `step(symbol, title, array)` for each named intermediate. On arrays that keeps the table
of the step for whoever listens; on symbols it keeps the tree of the formula.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from mcda.expression.tree import ELEMENTWISE, Call, Name, Node, Number
from mcda.language import Text


@dataclass(frozen=True)
class Step:
    """A named intermediate: `value` is an array (…, m|1, n|1) or, from symbols, the tree of its formula."""

    symbol: str
    title: Text
    value: Any


class Untraceable(TypeError):
    """The definition does something that a cell or a script can't say; the message names it."""


_heard: ContextVar[list[Step] | None] = ContextVar("heard", default=None)


@contextmanager
def steps() -> Iterator[list[Step]]:
    """Listen: the list fills with the steps of every definition that runs inside."""
    kept: list[Step] = []
    token = _heard.set(kept)
    try:
        yield kept
    finally:
        _heard.reset(token)


def step(symbol: str, title: Text, array: Any) -> Any:
    """Name an intermediate of a definition; returns it, on symbols as a reference by its name."""
    kept = _heard.get()
    traced = isinstance(array, Traced)
    if kept is not None and all(step.symbol != symbol for step in kept):
        kept.append(Step(symbol, title, array.node if traced else array))
    return Traced(Name(symbol)) if traced else array


class Traced(NDArrayOperatorsMixin):
    """Stands in for an array (m|1, n|1) and remembers what is done to it."""

    def __init__(self, node: Node) -> None:
        self.node = node

    def traced_ratio(self, a: Any, b: Any, at_zero: float) -> "Traced":
        """What `ratio` writes down when one of its sides is traced."""
        return Traced(Call("ratio", (_node(a), _node(b), Number(at_zero))))

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **options: Any) -> "Traced":
        if method != "__call__" or options or ufunc.__name__ not in ELEMENTWISE:
            raise Untraceable(f"{ufunc.__name__}.{method}")
        return Traced(Call(ufunc.__name__, tuple(_node(x) for x in inputs)))

    def __array_function__(self, func: Callable[..., Any], types: Any, args: Any, options: Any) -> "Traced":
        if func is np.where and not options:
            return Traced(Call("where", tuple(_node(x) for x in args)))
        if func in (np.sum, np.max, np.min) and options.get("keepdims") and options.get("axis") in (-1, -2):
            inner = _node(args[0])
            if func is not np.sum and not isinstance(inner, Name):
                raise Untraceable(f"{func.__name__} of something that is no named step")
            return Traced(Call(func.__name__.removeprefix("a"), (inner,), axis=options["axis"]))
        raise Untraceable(f"{getattr(func, '__name__', func)}({options})")


def _node(x: Any) -> Node:
    if isinstance(x, Traced):
        return x.node
    if isinstance(x, int | float | np.number) and not isinstance(x, bool):
        return Number(float(x))
    raise Untraceable(f"a constant of type {type(x).__name__}")


def trace(definition: Callable[..., Any], *inputs: Any) -> list[Step]:
    """The steps of a definition as trees. A string among the inputs stands for an array of that name."""
    with steps() as kept:
        definition(*(Traced(Name(x)) if isinstance(x, str) else x for x in inputs))
    return kept
