"""What matters: a criterion, its scale, and the tree in which criteria stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from mcda.language import Text


class Direction(StrEnum):
    """Which way is better. A target lies inside the range: nearer is better, on either side."""

    MAX = "max"
    MIN = "min"
    TARGET = "target"


class Need(IntEnum):
    """How much a scale says, and how much a method needs it to say."""

    ORDER = 0
    INTERVAL = 1
    RATIO = 2


@dataclass(frozen=True)
class Level:
    """A step of an ordinal scale; `value` is what it counts for, where someone has said so."""

    key: int
    label: Text
    value: float | None = None


@dataclass(frozen=True)
class Scale:
    """How figures of a criterion are to be read. Ordinal scales have anchored levels, in rising keys."""

    kind: Need = Need.RATIO
    id: str = "measured"
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True)
class Thresholds:
    """Differences in the criterion's unit: up to `indifference` none is seen, from `preference` on it is strict,
    and from `veto` on nothing makes up for it.
    """

    indifference: float = 0.0
    preference: float | None = None
    veto: float | None = None


@dataclass(frozen=True)
class ValueFunction:
    """What a figure is worth, between 0 and 1: points (figure, value) joined by lines, or an exponential with
    `curvature` between the ends of the range.
    """

    points: tuple[tuple[float, float], ...] = ()
    curvature: float | None = None


@dataclass(frozen=True)
class Criterion:
    """What matters, in which direction, on which scale. `range` is the span that questions about its weight
    name, in `unit`.
    """

    id: str
    title: Text
    direction: Direction
    unit: str = ""
    scale: Scale = field(default_factory=Scale)
    range: tuple[float, float] | None = None
    target: float | None = None
    definition: Text | None = None
    challenge: str = ""
    section: str = ""
    thresholds: Thresholds | None = None
    value: ValueFunction | None = None


@dataclass(frozen=True)
class Branch:
    """A knot of the tree of criteria; its children are branches, or the ids of criteria."""

    id: str
    label: Text
    children: tuple["Branch | str", ...]

    def leaves(self) -> tuple[str, ...]:
        """The ids of the criteria below, in order."""
        below = (child.leaves() if isinstance(child, Branch) else (child,) for child in self.children)
        return tuple(leaf for leaves in below for leaf in leaves)

    def branches(self) -> Iterator["Branch"]:
        """The branch itself and those below it, parents first."""
        yield self
        for child in self.children:
            if isinstance(child, Branch):
                yield from child.branches()

    def below(self) -> tuple[str, ...]:
        """The ids of all criteria and branches below it: what can be said to weigh more or less."""
        return (*self.leaves(), *(branch.id for branch in self.branches() if branch is not self))

    def names(self) -> tuple[str, ...]:
        """The ids of the children, in order."""
        return tuple(child.id if isinstance(child, Branch) else child for child in self.children)


ROOT = "criteria"


def flat(criteria: tuple[str, ...]) -> Branch:
    """The tree of a single level."""
    return Branch(ROOT, Text("all criteria", "全部准则"), criteria)
