"""Weights drawn uniformly from a region: exactly from a simplex, by rejection from what encloses it, else by a walk."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from mcda.model.arrays import Array
from mcda.weighting._region import SLACK, Region, corners, needed

FEWEST = 0.005
"""An enclosure of which less than this part belongs to the region is not drawn from."""

PILOT = 4096
CHAINS = 4096
STEPS = 100
"""Steps of each walk before a point is taken, after the region has been made round."""

# made of functions of this module, so that a sampler can be sent to another process
Propose = Callable[[int, np.random.Generator], Array]


@dataclass(frozen=True)
class Sampler:
    """How a region is drawn from: `way` is point, simplex, box, order or walk; all but the last are exact."""

    region: Region
    way: str
    propose: Propose

    @property
    def exact(self) -> bool:
        """Whether draws are independent and uniform; those of a walk nearly are."""
        return self.way != "walk"

    def draw(self, size: int, rng: np.random.Generator) -> Array:
        """So many weights (size, n)."""
        if self.way in ("point", "simplex", "walk"):
            return self.propose(size, rng)
        taken: list[Array] = []
        while (wanted := size - sum(map(len, taken))) > 0:
            proposed = self.propose(max(PILOT, min(4 * wanted, 1 << 18)), rng)
            taken.append(proposed[_within(self.region, proposed)][:wanted])
        return np.concatenate(taken) if taken else np.empty((0, len(self.region.inside)))

    def centre(self, draws: int, rng: np.random.Generator) -> Array:
        """The centre of the region (n,): exact for a simplex, else the mean of so many draws, an eighth for a walk."""
        if self.region.corners is not None:
            return np.asarray(self.region.corners.mean(axis=0))
        return np.asarray(self.draw(draws if self.exact else draws // 8, rng).mean(axis=0))


def sampler(region: Region) -> Sampler:
    """The way to draw from a region that wastes least."""
    if region.corners is not None:
        way = "point" if len(region.corners) == 1 else "simplex"
        return Sampler(region, way, _from_corners(region.corners))
    found: list[tuple[float, str, Propose]] = []
    for way, propose in _enclosures(region):
        proposed = propose(PILOT, np.random.default_rng(0))
        found.append((float(_within(region, proposed).mean()), way, propose))
    share, way, propose = max(found, key=lambda each: each[0], default=(0.0, "", _walk(region)))
    return Sampler(region, way, propose) if share >= FEWEST else Sampler(region, "walk", _walk(region))


def _within(region: Region, points: Array) -> Array:
    """Which points (s, n) belong to the region."""
    inside: Array = np.all(points @ region.rows.T <= region.limits + 1e-12, axis=1)
    return inside


def _from_corners(at: Array) -> Propose:
    """Uniform on the simplex of these corners: exponentials, shared out."""
    return partial(_shared, at)


def _shared(at: Array, size: int, rng: np.random.Generator) -> Array:
    parts = rng.standard_exponential((size, len(at)))
    drawn: Array = (parts / parts.sum(axis=1, keepdims=True)) @ at
    return drawn


def _enclosures(region: Region) -> list[tuple[str, Propose]]:
    """What encloses a region and is easily drawn from: its box, and the simplices of its orders and of all weights."""
    found: list[tuple[str, Propose]] = [("box", _box(region))]
    n = len(region.inside)
    ordered = np.abs(region.limits) <= SLACK
    orders = np.concatenate([region.rows[ordered], -np.eye(n)])
    for rows in (orders, -np.eye(n)):
        loose = rows[np.abs(rows @ region.basis).max(axis=1) > SLACK]
        kept = needed(loose, np.zeros(len(loose)), region.fixed, region.fixed @ region.inside)
        at = corners(region.inside, region.basis, loose[kept], np.zeros(len(kept)))
        if at is not None:
            found.append(("order", _from_corners(at)))
    return found


def _box(region: Region) -> Propose:
    """Uniform in the box of the weights that vary least; the others follow from them."""
    width = region.high - region.low
    free: list[int] = []
    for j in np.argsort(width, kind="stable"):
        if np.linalg.matrix_rank(region.basis[[*free, int(j)]], tol=1e-9) > len(free):
            free.append(int(j))
    return partial(_boxed, region, free, np.asarray(np.linalg.inv(region.basis[free]), dtype=float))


def _boxed(region: Region, free: list[int], back: Array, size: int, rng: np.random.Generator) -> Array:
    drawn = rng.uniform(region.low[free], region.high[free], (size, len(free)))
    w: Array = region.inside + (drawn - region.inside[free]) @ back.T @ region.basis.T
    return w


def _walk(region: Region) -> Propose:
    """Hit-and-run, many walks side by side, in coordinates in which the region is about as wide every way."""
    return partial(_walked, region)


def _walked(region: Region, size: int, rng: np.random.Generator) -> Array:
    d, chains = region.basis.shape[1], max(min(CHAINS, size), 2 * region.basis.shape[1] + 2)
    at, ways = np.zeros((d, chains)), region.basis
    for _ in range(2):
        at = _steps(region, at, ways, rng)
        spread = np.linalg.cholesky(np.cov(at).reshape(d, d))
        at, ways = np.linalg.solve(spread, at), ways @ spread
    rounds = []
    for _ in range(-(-size // chains)):
        at = _steps(region, at, ways, rng)
        rounds.append(region.inside + (ways @ at).T)
    return np.concatenate(rounds)[:size] if rounds else np.empty((0, len(region.inside)))


def _steps(region: Region, at: Array, ways: Array, rng: np.random.Generator) -> Array:
    """All walks (d, chains) some steps further, each step to a uniform point of a chord in a random direction."""
    facets = region.rows @ ways
    room = (region.limits - region.rows @ region.inside)[:, None] - facets @ at
    for _ in range(STEPS):
        along = rng.standard_normal(at.shape)
        speed = facets @ along
        reach = room / np.where(speed == 0, 1e-300, speed)
        ahead = np.min(reach, axis=0, where=speed > 0, initial=np.inf)
        behind = np.max(reach, axis=0, where=speed < 0, initial=-np.inf)
        far = behind + (np.maximum(ahead, behind) - behind) * rng.random(at.shape[1])
        at = at + far * along
        room = np.maximum(room - far * speed, 0)
    return at
