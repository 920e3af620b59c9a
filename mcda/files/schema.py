"""The shape of case files and catalogue files. From these classes come the faults and the JSON Schema for editors."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag


class Strict(BaseModel):
    """Nothing unknown, nothing converted, nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """The shape for editors, in which ids that miss their pattern are as wrong as they are here."""
        found: dict[str, Any] = handler(core_schema)
        for field in handler.resolve_ref_schema(found).get("properties", {}).values():
            if "patternProperties" in field:
                field["additionalProperties"] = False
        return found


class Bilingual(Strict):
    """One thing to read, in both languages."""

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)


Words = str | Bilingual
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Ends = Literal["bounds", "p10-p90", "studies", "cases"]
Standing = Literal["published", "calculated", "judgement", "placeholder"]
Missing = Literal["refuse", "leave-out", "worst", "draw"]


class Provenance(Strict):
    """How far to trust a figure. On a column these are the defaults of its figures."""

    standing: Standing | None = None
    """published, calculated (say `from`), judgement or placeholder (say `whose`)."""
    source: str | None = None
    """An id of the case's own list of sources."""
    derivation: Words | None = Field(None, alias="from")
    """What a calculated figure is calculated from, with the assumption."""
    whose: str | None = None
    """Whose judgement or placeholder it is."""
    year: int | None = None
    ends: Ends | None = None
    """What low and high are: bounds, p10-p90, the spread between studies, price cases of a model."""
    verified: bool | None = None
    """false: not seen in a source."""
    moves_with: str | None = None
    """A parameter whose draw this one shares."""


class Figure(Provenance):
    """A number, or a range with its mode; on an ordinal scale a level."""

    value: float | None = None
    level: float | None = None
    low: float | None = None
    mode: float | None = None
    high: float | None = None
    unit: str | None = None
    note: Words | None = None


class Parameter(Figure):
    """A figure that all options share."""

    label: Words | None = None
    unit: str


class Values(Provenance):
    """What is known of every option under one heading."""

    label: Words | None = None
    unit: str | None = None
    values: dict[str, float | Figure] = {}
    absent: float | None = None
    """The figure of options that are not listed."""
    formula: str | None = None
    """How the figures follow from parameters, attributes and criteria."""
    equity: Literal["redistributive_effect", "theil_between"] | None = None
    """Computed from `regions` and `incidence`."""
    note: Words | None = None


class Thresholds(Strict):
    """Differences in the criterion's unit."""

    indifference: float = 0.0
    preference: float | None = None
    veto: float | None = None


class ValueFunction(Strict):
    """Points (figure, value) joined by lines, or an exponential of some curvature."""

    points: list[Annotated[list[float], Field(min_length=2, max_length=2)]] = []
    curvature: float | None = None


class Own(Strict):
    """What the catalogue would say of a criterion that it doesn't have. The label is its title."""

    direction: Literal["max", "min", "target"]
    definition: Words | None = None
    kind: Literal["ratio", "interval", "ordinal"] = "ratio"
    levels: dict[str, Words] = {}
    """The levels of an ordinal scale, by their whole numbers."""
    challenge: str = ""
    section: str = ""


class Leaf(Values):
    """A criterion of the catalogue, in this case. The direction is the catalogue's."""

    own: Own | None = None
    """Defines the criterion here, in place of the catalogue."""
    scale: str | None = None
    range: list[float] | None = Field(None, min_length=2, max_length=2)
    """Low and high end that questions about its weight name."""
    pairs: dict[str, float] = {}
    """The options compared in pairs: `a > b: 3`."""
    missing: Missing = "refuse"
    target: float | None = None
    levels: dict[str, float] = {}
    """What the levels of an ordinal scale count for."""
    thresholds: Thresholds | None = None
    value: ValueFunction | None = None


class Branch(Strict):
    """A group of criteria."""

    label: Words
    criteria: dict[Identifier, "Knot"] = Field(min_length=1)


def _branch_or_leaf(value: Any) -> str:
    return "branch" if isinstance(value, Branch) or (isinstance(value, dict) and "criteria" in value) else "leaf"


Knot = Annotated[Annotated[Branch, Tag("branch")] | Annotated[Leaf, Tag("leaf")], Discriminator(_branch_or_leaf)]


class Source(Strict):
    """Where figures come from."""

    cite: str
    where: str = ""
    licence: str = ""
    seen: Literal["opened", "excerpt", "memory", ""] = ""


class Note(Strict):
    """A caveat."""

    en: str
    zh: str
    always: bool = False
    """Stands under every result."""


class Alternative(Strict):
    """An option."""

    label: Words
    about: Words | None = None
    pathway: str = ""
    mechanisms: list[str] = []
    challenges: list[str] = []
    section: str = ""
    addition: bool = False
    """The paper does not name it."""
    baseline: bool = False
    """Today's practice."""


class Requirement(Strict):
    """A red line."""

    label: Words
    figure: str
    at_most: float | str | None = None
    at_least: float | str | None = None
    why: Words


class Scenario(Strict):
    """A state of the world."""

    label: Words | None = None
    set: dict[str, float] = {}
    figures: dict[str, dict[str, float]] = {}
    year: int | None = None
    intervention: str = ""
    region: str = ""
    hypothetical: bool = False
    note: Words | None = None


class Indicator(Strict):
    """A fact about places."""

    unit: str
    year: int | None = None
    source: str = ""
    standing: Standing = "published"
    label: Words | None = None
    note: Words | None = None


class Group(Strict):
    """A group of places."""

    label: Words


class Spot(Strict):
    """A place."""

    label: Words
    group: str
    values: dict[str, float]


class Regions(Strict):
    """The places among which options move income."""

    groups: dict[str, Group] = Field(min_length=1)
    population: str
    income: str
    moved: str = "equity_sum"
    indicators: dict[str, Indicator]
    left_out: dict[str, Bilingual] = {}
    places: dict[str, Spot] = Field(min_length=2)


class Incidence(Strict):
    """Who gains or who pays."""

    kind: Literal["benefit", "burden"]
    rule: str
    standing: Standing
    whose: str = ""
    source: str = ""
    why: Words | None = None


class Deck(Strict):
    """Cards laid out by importance."""

    order: list[str | list[str]] = Field(min_length=1)
    """From the most important down, equals together; `_` is a blank card."""
    ratio: float
    """How many times as important the first is as the last."""


class Judgement(Strict):
    """One person's answers about importance."""

    who: str
    form: Literal["pairs", "numbers", "order", "best_worst", "cards", "constraints"]
    standing: Literal["judgement", "placeholder"] = "judgement"
    group: str = ""
    ranges: dict[str, Annotated[list[float], Field(min_length=2, max_length=2)]] = {}
    why: Words | None = None
    pairs: dict[str, float] = {}
    numbers: dict[str, float] = {}
    order: list[str | list[str]] = []
    best: str | list[str] = []
    """The most important child of each branch."""
    worst: str | list[str] = []
    """The least important child of each branch."""
    best_to_others: dict[str, float] = {}
    """How many times as important the best is as each."""
    others_to_worst: dict[str, float] = {}
    """How many times as important each is as the worst."""
    cards: dict[str, Deck] = {}
    """A deck per branch; the whole tree is called `criteria`."""
    constraints: list[str] = []
    """What is known of the weights: `cost >= emissions`, `0.2 <= cost <= 0.4`, `cost >= 2*jobs`."""


class Plan(Strict):
    """How the question is to be answered."""

    method: str = "topsis"
    options: dict[str, str] = {}
    weights: str = "ahp"
    weighting_options: dict[str, str] = {}
    group: str = "judgements"
    priorities: str = "row_geometric_mean"
    random_index: str = "alonso_lamata"
    scenario: str = "base"
    frame: Literal["own", "common", "declared"] = "own"


class Case(Strict):
    """A decision problem: what was asked, what is known, who judged it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)
    title: Words
    question: Words
    money: str = ""
    """The currency and price year of the case, such as CNY@2024."""
    notes: list[Note] = []
    sources: dict[Identifier, Source] = {}
    parameters: dict[Identifier, Parameter] = {}
    attributes: dict[Identifier, Values] = {}
    criteria: dict[Identifier, Knot] = Field(min_length=1)
    alternatives: dict[Identifier, Alternative] = Field(min_length=1)
    requirements: dict[Identifier, Requirement] = {}
    scenarios: dict[Identifier, Scenario] = {}
    regions: Regions | None = None
    incidence: dict[str, Incidence] = {}
    judgements: list[Judgement] = []
    plan: Plan = Plan()


class CatalogueScale(Strict):
    """How figures of a criterion may be given."""

    kind: Literal["ratio", "interval", "ordinal"]
    levels: dict[str, Bilingual] = {}
    note: Words | None = None


class CatalogueSource(Strict):
    """What a definition or a scale rests on."""

    cite: str
    where: str = ""


class Catalogued(Strict):
    """A criterion of the catalogue."""

    id: Identifier
    title: Bilingual
    definition: Bilingual
    kinds: list[str] = Field(min_length=1)
    direction: Literal["max", "min", "target"]
    scales: dict[Identifier, CatalogueScale] = Field(min_length=1)
    measure: Bilingual
    section: str
    challenge: str
    sources: list[CatalogueSource] = Field(min_length=1)
