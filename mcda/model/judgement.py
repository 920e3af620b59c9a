"""What people said about importance, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from mcda.errors import NOWHERE, Place
from mcda.language import Text
from mcda.model.arrays import Array, set_read_only
from mcda.model.figure import Standing
from mcda.model.finding import Finding
from mcda.model.shown import Shown

if TYPE_CHECKING:
    import pandas as pd

Form = Literal["pairs", "numbers", "order", "best_worst", "cards", "constraints"]


@dataclass(frozen=True)
class Deck:
    """Cards laid out from the most important down: equals in one pile, an empty pile for a blank card between two.
    `ratio` is how many times as important the first pile is as the last.
    """

    order: tuple[tuple[str, ...], ...]
    ratio: float


@dataclass(frozen=True)
class Judgement:
    """One person's answers about importance, in the form in which they were asked, with the ranges in view.

    `pairs[a, b]` says how many times as important a is as b; `numbers` are given to siblings of the tree;
    `order` runs from the most important down, equals together. `best` and `worst` name one child of each branch;
    `best_to_others` says how many times as important the best is as a sibling, `others_to_worst` how many times a
    sibling is as the worst. `cards` has a deck per branch; `constraints` are statements such as `cost >= 2*jobs`.
    """

    who: str
    form: Form
    standing: Standing = Standing.JUDGEMENT
    group: str = ""
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    why: Text | None = None
    pairs: Mapping[tuple[str, str], float] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    order: tuple[tuple[str, ...], ...] = ()
    best: tuple[str, ...] = ()
    worst: tuple[str, ...] = ()
    best_to_others: Mapping[str, float] = field(default_factory=dict)
    others_to_worst: Mapping[str, float] = field(default_factory=dict)
    cards: Mapping[str, Deck] = field(default_factory=dict)
    constraints: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Consistency:
    """How well a judgement matrix agrees with itself. `ratio` is NaN for an incomplete matrix; `index_table` names
    the random index that it was divided by.
    """

    lambda_max: float
    index: float
    ratio: float
    geometric_index: float
    geometric_limit: float
    index_table: str
    eigenvector: Array

    def __post_init__(self) -> None:
        set_read_only(self, eigenvector=self.eigenvector)


@dataclass(frozen=True)
class Weights(Shown):
    """What each criterion counts: `values[j]` for `criteria[j]`, together 1. `local` holds, per branch of the tree,
    what its children count among themselves.
    """

    criteria: tuple[str, ...]
    values: Array
    method: str
    local: Mapping[str, Array] = field(default_factory=dict)
    consistency: Mapping[str, Consistency] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        set_read_only(self, values=self.values)

    def of(self, criterion: str) -> float:
        """The weight of one criterion."""
        return float(self.values[self.criteria.index(criterion)])

    def to_frame(self) -> "pd.DataFrame":
        """One row per criterion: its weight."""
        import pandas as pd

        return pd.DataFrame({"weight": self.values}, index=pd.Index(self.criteria, name="criterion"))
