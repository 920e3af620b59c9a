"""A table in memory, gone over in chunks that stay in a processor's cache."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from mcda.model import Array

T = TypeVar("T")
Progress = Callable[[int, int], None]
Made = Callable[[Array], Array]
CHUNK = 8_192
"""Rows that a definition is run on at once: with ten criteria and what it makes of them, the second cache."""
PART = 64 * CHUNK
"""Rows whose best options are picked together."""


class InMemory:
    """A table (m, n) of figures; columns that are contiguous make it twice as fast. Threads would not: what a chunk
    takes is so short that they wait for each other.
    """

    def __init__(self, figures: Array, progress: Progress | None = None) -> None:
        self.figures, self.progress, self.count = figures, progress, len(figures)

    def found(self, make: Callable[[Any], T]) -> T:
        """What `make` finds in the figures, of which it gets a stand-in. The sums and extremes over all rows that it
        asks for are gathered together; till they are known, those of the first chunk stand for them.
        """
        known: list[Array] = []
        while True:
            asked: list[tuple[Made, Any]] = []
            with np.errstate(all="ignore"):  # figures that aren't finite are told of once all are known
                found = make(Rows(lambda part: part, self.figures[:CHUNK], asked, known))
                if len(asked) == len(known):
                    return found
                known += self._gathered(asked[len(known) :])

    def _gathered(self, asked: list[tuple[Made, Any]]) -> list[Array]:
        chunks = (self.figures[start : start + CHUNK] for start in range(0, self.count, CHUNK))
        rows = [[reduced(made(chunk), axis=-2, keepdims=True) for made, reduced in asked] for chunk in chunks]
        return [
            reduced(np.concatenate(column), axis=-2, keepdims=True)
            for (_, reduced), column in zip(asked, zip(*rows, strict=True), strict=True)
        ]

    def rows(self, rows: Any) -> Array:
        """The figures (k, n) of these rows (k,)."""
        found: Array = self.figures[rows]
        return found

    def parts(self, job: Callable[[Array, int], T]) -> Iterator[T]:
        """`job(figures, first row)` of each part of the table, in order."""
        for start in range(0, self.count, PART):
            part = job(self.figures[start : start + PART], start)
            if self.progress is not None:
                self.progress(min(start + PART, self.count), self.count)
            yield part


class Rows(NDArrayOperatorsMixin):
    """Stands in for a table (m, n): what is done to figures waits till a sum or an extreme of all rows is asked for."""

    def __init__(self, made: Made, first: Array, asked: list[tuple[Made, Any]], known: list[Array]) -> None:
        self._made, self._first, self._asked, self._known = made, first, asked, known

    def map_blocks(self, function: Made, **options: Any) -> "Rows":
        """The same of what `function` makes of each chunk, as of a Dask array."""
        return self._later(function, (self,), {})

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **options: Any) -> "Rows":
        if method != "__call__":
            raise TypeError(f"{ufunc.__name__}.{method}")
        return self._later(ufunc, inputs, options)

    def __array_function__(self, func: Callable[..., Any], types: Any, args: Any, options: Any) -> Any:
        if func not in (np.sum, np.max, np.min):
            return self._later(func, args, options)
        if options != {"axis": -2, "keepdims": True}:
            raise TypeError(f"{func.__name__}({options})")
        wanted = self._made, func
        if wanted not in self._asked:
            self._asked.append(wanted)
        k = self._asked.index(wanted)
        return self._known[k] if k < len(self._known) else func(self._made(self._first), **options)

    def _later(self, func: Callable[..., Any], args: Any, options: Any) -> "Rows":
        last: list[Any] = [None, None]

        def made(part: Array) -> Array:
            if last[0] is not part:
                last[:] = part, func(*(x._made(part) if isinstance(x, Rows) else x for x in args), **options)
            return last[1]  # type: ignore[no-any-return]

        return Rows(made, self._first, self._asked, self._known)
