"""A figure: a number or a range that says what its ends are, where it comes from, and how far to trust it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import isnan, nan

from mcda.errors import NOWHERE, Place
from mcda.expression import Node
from mcda.language import Text


class Standing(StrEnum):
    """How far a figure can be trusted, best first."""

    PUBLISHED = "published"
    CALCULATED = "calculated"
    JUDGEMENT = "judgement"
    PLACEHOLDER = "placeholder"


class Missing(StrEnum):
    """What to do about an option without a figure."""

    REFUSE = "refuse"
    LEAVE_OUT = "leave-out"
    WORST = "worst"
    DRAW = "draw"


@dataclass(frozen=True)
class Figure:
    """One number with its range, in `unit`; `mode` is NaN where it is missing. On an ordinal scale the numbers
    are levels. `ends` says what low and high are: bounds, p10-p90, studies, cases.
    """

    mode: float = nan
    low: float | None = None
    high: float | None = None
    ends: str = ""
    unit: str = ""
    standing: Standing = Standing.JUDGEMENT
    source: str = ""
    derivation: Text | None = None
    whose: str = ""
    year: int | None = None
    verified: bool = True
    moves_with: str = ""
    note: Text | None = None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def missing(self) -> bool:
        """Whether there is no number."""
        return isnan(self.mode)


@dataclass(frozen=True)
class Formula:
    """How a figure follows from others: the text as it was written, and its tree."""

    text: str = field(compare=False)
    tree: Node
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Parameter:
    """A figure that every option shares: a price, a rate, a factor."""

    id: str
    label: Text
    figure: Figure


@dataclass(frozen=True)
class Column:
    """What is known of every option under one heading: figures, or a formula, or what equity is computed as, or
    the options compared in pairs. `absent` is the figure of an option that isn't listed.
    """

    id: str
    label: Text
    unit: str = ""
    figures: Mapping[str, Figure] = field(default_factory=dict)
    absent: Figure | None = None
    formula: Formula | None = None
    equity: str = ""
    pairs: Mapping[tuple[str, str], float] = field(default_factory=dict)
    missing: Missing = Missing.REFUSE
    note: Text | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def of(self, alternative: str) -> Figure | None:
        """The figure of an option, else the one that stands for those not listed."""
        return self.figures.get(alternative, self.absent)
