"""A table beyond memory, or beyond one machine: a Dask array, gone over block by block."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import numpy as np

from mcda.model import Array
from mcda.ranking.workers import extra

T = TypeVar("T")
Progress = Callable[[int, int], None]


class OnDask:
    """A table (m, n) of figures, cut into blocks of rows. Whatever scheduler Dask is set to computes."""

    def __init__(self, figures: Any, progress: Progress | None = None) -> None:
        figures = figures.rechunk({1: -1}).astype(float)
        if np.isnan(figures.shape[0]):
            figures = figures.compute_chunk_sizes()
        self.figures, self.progress, self.count = figures, progress, int(figures.shape[0])

    def found(self, make: Callable[[Any], Any]) -> Any:
        """What `make` finds in the figures, all of it in one go over the table."""
        return self._computed(*make(self.figures))

    def _computed(self, *found: Any) -> tuple[Any, ...]:
        with warnings.catch_warnings(), self._watched():
            warnings.simplefilter("ignore", RuntimeWarning)  # of figures that aren't finite: told once all are known
            return tuple(extra("dask").compute(*found))

    def rows(self, rows: Any) -> Array:
        """The figures (k, n) of these rows (k,)."""
        found: Array = self.figures[rows].compute()
        return found

    def parts(self, job: Callable[[Array, int], T]) -> Iterator[T]:
        """`job(figures, first row)` of each block, in order."""
        held = extra("dask").delayed(job, pure=False)
        blocks = self.figures.to_delayed().ravel()
        starts = np.cumsum([0, *self.figures.chunks[0][:-1]]).tolist()
        yield from self._computed(*(held(block, start) for block, start in zip(blocks, starts, strict=True)))

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Progress of this machine's own schedulers; a cluster shows its own."""
        told = self.progress
        if told is None:
            yield
            return

        def finished(key: Any, result: Any, graph: Any, state: Any, worker: Any) -> None:
            done = len(state["finished"])
            told(done, done + sum(len(state[name]) for name in ("ready", "waiting", "running")))

        with extra("dask.callbacks").Callback(posttask=finished):
            yield
