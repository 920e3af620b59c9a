"""Draws in blocks: the same counts from the same seed, however many workers share them.

Block b has a random stream of its own, so nothing depends on who computes it or when; sums of floats are added in the
order of blocks. The size of a block is part of what a seed means.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from mcda.model import Array
from mcda.ranking.workers import Workers, shared

BLOCK = 16_384
T = TypeVar("T")
Progress = Callable[[int, int], None]


def stream(seed: int, block: int) -> np.random.Generator:
    """The random stream of one block, of the quickest kind there is."""
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=(block,))))


def sizes(draws: int) -> list[int]:
    """How many draws each block holds."""
    full, rest = divmod(draws, BLOCK)
    return [BLOCK] * full + ([rest] if rest else [])


def simplex(rng: np.random.Generator, n: int, size: int) -> Array:
    """Uniform weights (n, size): exponentials, not yet divided by their sum where only the order matters."""
    return rng.standard_exponential((n, size))


def each(job: Callable[[int, int], T], draws: int, workers: Workers, progress: Progress | None) -> Iterator[T]:
    """`job(block, size)` for every block, in order, by this process or by `workers`."""
    blocks = sizes(draws)
    yield from _told(shared(job, enumerate(blocks), workers), blocks, progress)


def _told(done: Any, blocks: list[int], progress: Progress | None) -> Iterator[Any]:
    total, sofar = sum(blocks), 0
    for size, result in zip(blocks, done, strict=False):
        sofar += size
        if progress is not None:
            progress(sofar, total)
        yield result


class Tally:
    """Counts of one block or of many: ranks (m, m), wins of one option over another (m, m), firsts (m, m + 1)."""

    def __init__(self, m: int) -> None:
        self.draws = 0
        self.ranks = np.zeros((m, m), dtype=np.int64)
        self.wins = np.zeros((m, m), dtype=np.int64)
        self.first = np.zeros(m)

    def count(self, scores: Array) -> NDArray[np.bool_]:
        """Add scores (m, B), more is better; ranks are 1, 2, 2, 4, ties of bits. Returns who is first (m, B)."""
        m, size = scores.shape
        above = np.zeros((m, size), dtype=np.min_scalar_type(m))
        higher, lower = hits = np.empty((2, size), dtype=bool)
        won, lost = hits.view(np.uint8)
        with np.errstate(over="ignore"):
            rough = scores.astype(np.float32)  # half the memory; what it tells apart lies so in double precision too
        places, rows = list(above), (list(rough), list(scores))
        for i in range(m):
            for k in range(i):
                for row in rows:
                    np.greater(row[k], row[i], out=higher)
                    np.less(row[k], row[i], out=lower)
                    wins, losses = np.count_nonzero(higher), np.count_nonzero(lower)
                    if wins + losses == size:
                        break
                np.add(places[i], won, out=places[i])
                np.add(places[k], lost, out=places[k])
                self.wins[k, i] += wins
                self.wins[i, k] += losses
        for i in range(m):
            self.ranks[i] += np.bincount(places[i], minlength=m)
        first = above == 0
        self._share(first, size)
        self.draws += size
        return np.asarray(first)

    def _share(self, first: NDArray[np.bool_], size: int) -> None:
        """Who is first counts 1; equals share it."""
        counts = np.array([np.count_nonzero(row) for row in first])
        if counts.sum() > size:
            self.first += (first / first.sum(axis=0)).sum(axis=1)
        else:
            self.first += counts

    def add(self, other: "Tally") -> None:
        """Add another's counts."""
        self.draws += other.draws
        self.ranks += other.ranks
        self.wins += other.wins
        self.first += other.first
