"""Draws in blocks: the same counts from the same seed, however many workers share them.

Block b has a random stream of its own, so nothing depends on who computes it or when; sums of floats are added in the
order of blocks. The size of a block is part of what a seed means.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from mcda.model import Array

BLOCK = 16_384
T = TypeVar("T")
Progress = Callable[[int, int], None]


def stream(seed: int, block: int) -> np.random.Generator:
    """The random stream of one block."""
    return np.random.Generator(np.random.Philox(np.random.SeedSequence(seed, spawn_key=(block,))))


def sizes(draws: int) -> list[int]:
    """How many draws each block holds."""
    full, rest = divmod(draws, BLOCK)
    return [BLOCK] * full + ([rest] if rest else [])


def simplex(rng: np.random.Generator, n: int, size: int) -> Array:
    """Uniform weights (n, size): exponentials, not yet divided by their sum where only the order matters."""
    return rng.standard_exponential((n, size))


def each(job: Callable[[int, int], T], draws: int, workers: int, progress: Progress | None) -> Iterator[T]:
    """`job(block, size)` for every block, in order; `workers` processes share them if more than one."""
    blocks = sizes(draws)
    if workers > 1:
        with ProcessPoolExecutor(workers) as pool:
            done = pool.map(job, range(len(blocks)), blocks)
            yield from _told(done, blocks, progress)
    else:
        yield from _told((job(block, size) for block, size in enumerate(blocks)), blocks, progress)


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
        small = m < 255
        above = np.zeros((m, size), dtype=np.uint8 if small else np.uint16)
        hit = np.empty(size, dtype=bool)
        ones = hit.view(np.uint8) if small else hit
        for i in range(m):
            for k in range(i):
                for a, b in ((k, i), (i, k)):
                    np.greater(scores[a], scores[b], out=hit)
                    np.add(above[b], ones, out=above[b], casting="unsafe")
                    self.wins[a, b] += np.count_nonzero(hit)
        for i in range(m):
            self.ranks[i] += np.bincount(above[i], minlength=m)
        first = above == 0
        self._share(first, size)
        self.draws += size
        return np.asarray(first)

    def _share(self, first: NDArray[np.bool_], size: int) -> None:
        """Who is first counts 1; equals share it."""
        counts = np.count_nonzero(first, axis=1)
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
