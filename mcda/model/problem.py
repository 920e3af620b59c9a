"""The whole question: what was asked, what is known, who judged it, and how it is to be answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from mcda.errors import NOWHERE, Place
from mcda.language import Text
from mcda.model.criterion import Branch, Criterion, Direction, flat
from mcda.model.figure import Column, Formula, Parameter, Standing
from mcda.model.judgement import Judgement
from mcda.model.shown import Shown

if TYPE_CHECKING:
    import pandas as pd

BASE = "base"
UNNAMED = Text("", "")
BASE_LABEL = Text("base", "基准")


@dataclass(frozen=True)
class Source:
    """Where a figure comes from. `seen` says how: opened, excerpt, memory."""

    id: str
    cite: str
    where: str = ""
    licence: str = ""
    seen: str = ""


@dataclass(frozen=True)
class Note:
    """A caveat of the case. One marked `always` stands under every result."""

    text: Text
    always: bool = False


@dataclass(frozen=True)
class Alternative:
    """An option, with its place in the paper: pathway, mechanisms it works through, challenges it answers."""

    id: str
    label: Text
    pathway: str = ""
    mechanisms: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    section: str = ""
    addition: bool = False
    baseline: bool = False
    about: Text | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Requirement:
    """A red line: the figure must be at most, or at least, the limit. Settled at the scenario's modes."""

    id: str
    label: Text
    figure: Formula
    limit: Formula
    at_most: bool
    why: Text
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Scenario:
    """A state of the world: parameters set, single figures replaced, or equity looked at inside one region."""

    id: str = BASE
    label: Text = BASE_LABEL
    set: Mapping[str, float] = field(default_factory=dict)
    figures: Mapping[tuple[str, str], float] = field(default_factory=dict)
    year: int | None = None
    intervention: str = ""
    region: str = ""
    hypothetical: bool = False
    note: Text | None = None


@dataclass(frozen=True)
class Indicator:
    """A fact about places, and where it comes from."""

    id: str
    unit: str
    year: int | None = None
    source: str = ""
    standing: Standing = Standing.PUBLISHED


@dataclass(frozen=True)
class Spot:
    """A place, the group of places it belongs to, and its indicators."""

    id: str
    label: Text
    group: str
    values: Mapping[str, float]


@dataclass(frozen=True)
class Incidence:
    """Who gains from an option, or who pays for it: a rule over the indicators of a place."""

    burden: bool
    rule: Formula
    standing: Standing
    whose: str = ""
    why: Text | None = None


@dataclass(frozen=True)
class Geography:
    """The places among which an option moves income. `moved` names the parameter with the share of all income."""

    groups: Mapping[str, Text]
    spots: tuple[Spot, ...]
    indicators: Mapping[str, Indicator]
    population: str
    income: str
    moved: str
    incidence: Mapping[str, Incidence]
    left_out: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """How the question is to be answered; each part can be overruled when asking. `options` are the method's,
    `weighting_options` those of the weighting; `group` says how people are joined.
    """

    method: str = "topsis"
    options: Mapping[str, str] = field(default_factory=dict)
    weights: str = "ahp"
    weighting_options: Mapping[str, str] = field(default_factory=dict)
    group: str = "judgements"
    priorities: str = "row_geometric_mean"
    random_index: str = "alonso_lamata"
    scenario: str = BASE
    frame: str = "own"


@dataclass(frozen=True)
class Problem(Shown):
    """A decision problem. `columns` holds what is known of the options, for criteria and for plain attributes. The
    question is its title if it has no other.
    """

    id: str
    question: Text
    alternatives: tuple[Alternative, ...]
    criteria: tuple[Criterion, ...]
    columns: Mapping[str, Column]
    tree: Branch
    plan: Plan = field(default_factory=Plan)
    title: Text = UNNAMED
    money: str = ""
    notes: tuple[Note, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    requirements: tuple[Requirement, ...] = ()
    scenarios: Mapping[str, Scenario] = field(default_factory=lambda: {BASE: Scenario()})
    geography: Geography | None = None
    judgements: tuple[Judgement, ...] = ()

    def __post_init__(self) -> None:
        if self.title == UNNAMED:
            object.__setattr__(self, "title", self.question)

    def alternative(self, name: str) -> Alternative:
        """The option of that id; KeyError if there is none."""
        return next(a for a in self.alternatives if a.id == name)

    def label(self, name: str) -> Text:
        """What people call a criterion, a branch, an attribute, a parameter or an option."""
        for criterion in self.criteria:
            if criterion.id == name:
                return criterion.title
        for branch in self.tree.branches():
            if branch.id == name:
                return branch.label
        for alternative in self.alternatives:
            if alternative.id == name:
                return alternative.label
        if name in self.columns:
            return self.columns[name].label
        return self.parameters[name].label if name in self.parameters else Text.same(name)

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        directions: Any,
        weights: Any = None,
        units: Any = None,
        question: str = "",
        alternatives: Iterable[str] | None = None,
        criteria: Iterable[str] | None = None,
    ) -> "Problem":
        """A problem from a DataFrame, one row per alternative and one column per criterion; or from a bare matrix, with
        the names of `alternatives` and `criteria` beside it.

        `directions` says "max" or "min" for each column; `weights` are numbers to be shared out, and without
        them every criterion counts alike; `units` are those of the figures. Each is a mapping by name (a dict, a
        Series) or a list in the order of the columns. Raises TableError for a missing figure, a figure that is no
        number, a direction or a weight that is missing, too many or too few of them, and names that occur twice.

        >>> import pandas as pd
        >>> frame = pd.DataFrame({"cost": [3, 5], "jobs": [10, 40]}, index=["north", "south"])
        >>> Problem.from_frame(frame, {"cost": "min", "jobs": "max"}).tree.leaves()
        ('cost', 'jobs')
        >>> matrix = [[3, 10], [5, 40]]
        >>> Problem.from_frame(matrix, [min, max], weights=[0.6, 0.4], criteria=["cost", "jobs"]).to_frame().shape
        (2, 2)
        """
        from mcda.model.frame import as_frame, read_frame

        read = read_frame(as_frame(frame, alternatives, criteria), directions, weights, units)
        units = read.units
        made = tuple(Criterion(n, Text.same(n), Direction(read.directions[n]), units.get(n, "")) for n in read.names)
        columns = {
            name: Column(name, Text.same(name), units.get(name, ""), dict(zip(read.rows, column, strict=True)))
            for name, column in read.figures.items()
        }
        judged: tuple[Judgement, ...] = ()
        if read.weights is None:
            plan = Plan(weights="equal")
        else:
            judged = (Judgement("from_frame", "numbers", numbers=read.weights),)
            plan = Plan(weights="points")
        words = question or "Which alternative?"
        options = tuple(Alternative(row, Text.same(row)) for row in read.rows)
        return cls("frame", Text.same(words), options, made, columns, flat(read.names), plan, judgements=judged)

    def to_frame(self) -> "pd.DataFrame":
        """The figures as a DataFrame of alternatives × given columns; what is derived stands in a ranking."""
        import pandas as pd

        given = {
            name: [figure.mode if (figure := column.of(a.id)) else float("nan") for a in self.alternatives]
            for name, column in self.columns.items()
            if column.formula is None and not column.equity
        }
        return pd.DataFrame(given, index=pd.Index([a.id for a in self.alternatives], name="alternative"))

    def with_plan(self, **changes: object) -> "Problem":
        """The same problem, to be answered otherwise."""
        return replace(self, plan=replace(self.plan, **changes))  # type: ignore[arg-type]
