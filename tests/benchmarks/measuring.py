"""One piece of work: who does it, whether all find the same, and how long each takes."""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any

ROUNDS, LEAST = 7, 3
LONG_ENOUGH = 0.05
"""Seconds that one timing should last: what is quicker is done several times."""
PATIENCE = 20.0
"""Seconds after which no further round is begun."""

Run = Callable[[int], Any]


@dataclass(frozen=True)
class Way:
    """Another way to the same: `run(size)`, on a share of the data or on more. Its time grows with size ** power."""

    run: Run
    size: int
    power: int = 1


@dataclass(frozen=True)
class Work:
    """`ours(size)` does the whole at `size`; `agree(ours, theirs)` asserts that a peer found the same on its share.

    `unit` is what is counted by the second, millions of it; without one the time itself is told. `also` are other ways
    in which we do the same. `reach` is what was to be reached.
    """

    title: str
    size: int
    ours: Run
    reach: str
    agree: Callable[[Any, Any], None]
    unit: str = ""
    peers: Mapping[str, Way] = field(default_factory=dict)
    also: Mapping[str, Way] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True)
class Found:
    """Seconds of each round: ours, our other ways', and each peer's for the whole work."""

    ours: list[float]
    also: dict[str, list[float]]
    peers: dict[str, list[float]]


def measured(work: Work) -> Found:
    """First that all find the same; then rounds in which everybody has a turn."""
    for peer in work.peers.values():
        work.agree(work.ours(peer.size), peer.run(peer.size))
    ways = {"": Way(work.ours, work.size), **work.also, **work.peers}
    times: dict[str, list[float]] = {name: [] for name in ways}
    start = time.perf_counter()
    repeats = {name: max(1, round(LONG_ENOUGH / _timed(way, 1))) for name, way in ways.items()}
    while len(times[""]) < ROUNDS and (len(times[""]) < LEAST or time.perf_counter() - start < PATIENCE):
        for name, way in ways.items():
            times[name].append(_timed(way, repeats[name]) * (work.size / way.size) ** way.power)
    return Found(times[""], {n: times[n] for n in work.also}, {n: times[n] for n in work.peers})


def _timed(way: Way, repeats: int) -> float:
    """Seconds of one call."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    for _ in range(repeats):
        way.run(way.size)
    taken = (time.perf_counter() - start) / repeats
    gc.enable()
    return taken


def ratios(found: Found, peer: str) -> tuple[float, float, float]:
    """How many times as long a peer takes, round by round: the median, the least and the most."""
    each = [theirs / ours for theirs, ours in zip(found.peers[peer], found.ours, strict=True)]
    return median(each), min(each), max(each)
