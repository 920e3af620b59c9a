"""Does the method matter? The order of the options by every method of the registry, in each of its variants.

Methods that agree by construction are one witness, not several: KIN says which these are, and why. Ranks are compared
between families, each counted once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from mcda.errors import Fault, TableError
from mcda.figures import scenario_of, tabulate
from mcda.figures.table import declared
from mcda.language import Message
from mcda.methods import METHODS, choices_of, options_of, spelled
from mcda.model import Array, Finding, Problem, Table, fingerprint
from mcda.model.arrays import set_read_only
from mcda.model.shown import Shown
from mcda.ranking import aligned, planned, ranks, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._orders import scored
from mcda.sensitivity._rank_correlation import kendall, similarity, weighted_spearman

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Member:
    """A method with the options that matter here, the span that it measures figures by (that of the plan's frame, its
    own table's, or the declared one), and what criteria must not say for it to be one of its kin.
    """

    method: str
    options: Mapping[str, str] = field(default_factory=dict)
    span: Literal["plan", "own", "declared"] = "own"
    without: Literal["", "thresholds", "value"] = ""

    def measured(self, problem: Problem) -> str:
        """The span that this method measures by in a problem: *own* or *declared*."""
        if np.isnan(declared(problem.criteria)).all():
            return "own"
        return problem.plan.frame if self.span == "plan" else self.span

    def stands(self, problem: Problem, method: str, options: Mapping[str, str]) -> bool:
        """Whether a variant is this one, in this problem."""
        said = self.without and any(getattr(criterion, self.without) is not None for criterion in problem.criteria)
        return self.method == method and self.options.items() <= options.items() and not said


@dataclass(frozen=True)
class Kin:
    """Variants whose order is the same by construction where they measure by the same span; `why` is a code."""

    why: str
    members: tuple[Member, ...]


KIN = (
    Kin(
        "screen.kin_parts_of_the_span",
        (
            Member("weighted_sum", {"scaling": "minmax"}, "plan"),
            Member("mavt", span="plan", without="value"),
            Member("spotis", span="plan"),
            Member("mabac"),
            Member("mairca"),
            Member("vikor", {"v": "1"}),
            Member("promethee", {"function": "linear"}, "declared", "thresholds"),
            Member("promethee", {"function": "v-shape"}, "declared", "thresholds"),
        ),
    ),
    Kin(
        "screen.kin_shares_of_the_best",
        (
            Member("weighted_sum", {"scaling": "max"}, "plan"),
            Member("ahp", {"mode": "ideal"}),
            Member("marcos"),
        ),
    ),
    Kin(
        "screen.kin_count_of_the_beaten",
        tuple(Member("promethee", {"function": name}, without="thresholds") for name in ("usual", "u-shape", "level")),
    ),
)
"""Where two methods are the same sum in other words: the one table of them. Held against random problems by a test."""


@dataclass(frozen=True)
class Variant:
    """A method with its options, and the number of its family, from 1."""

    method: str
    options: Mapping[str, str]
    family: int

    @property
    def typed(self) -> str:
        """The variant as a command line names it."""
        return " ".join([self.method, *(f"{name}={value}" for name, value in self.options.items())])


def _seniority(variant: Variant) -> int:
    """The place of a variant among its kin."""
    for kin in KIN:
        for k, member in enumerate(kin.members):
            if member.method == variant.method and member.options.items() <= variant.options.items():
                return k
    return 0


@dataclass(frozen=True)
class Refusal:
    """A variant that can't take these figures, and why."""

    method: str
    options: Mapping[str, str]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Concordance(Shown):
    """Ranks (variants, alternatives) by every variant that can take the figures, that of the plan first.

    `orders` (families, alternatives) are the ranks with each family once; `tau`, `weighted` and `similar` (families,
    families) are Kendall's τ-b, the weighted Spearman r_w, and WS with the row as its reference. `why` says for the
    families of several members what makes them one.
    """

    problem: str
    scenario: str
    alternatives: tuple[str, ...]
    variants: tuple[Variant, ...]
    ranks: Array
    orders: Array
    why: Mapping[int, str]
    refused: tuple[Refusal, ...]
    tau: Array
    weighted: Array
    similar: Array
    findings: tuple[Finding, ...]
    fingerprint: str

    def __post_init__(self) -> None:
        names = ("ranks", "orders", "tau", "weighted", "similar")
        set_read_only(self, **{name: getattr(self, name) for name in names})

    @property
    def firsts(self) -> dict[str, int]:
        """By how many families each option is first, those with most first; equals are each counted."""
        counts = (self.orders == 1).sum(axis=0)
        named = [(self.alternatives[i], int(counts[i])) for i in np.argsort(-counts, kind="stable")]
        return {name: count for name, count in named if count}

    @property
    def places(self) -> dict[str, tuple[int, int]]:
        """The best and the worst place of each option among the families."""
        best, worst = self.orders.min(axis=0), self.orders.max(axis=0)
        return {name: (int(best[i]), int(worst[i])) for i, name in enumerate(self.alternatives)}

    @property
    def moving(self) -> tuple[str, ...]:
        """The options whose place hangs on the method."""
        return tuple(name for name, (best, worst) in self.places.items() if best != worst)

    @property
    def order(self) -> list[int]:
        """Positions of the options by the plan's own method, the best first."""
        return sorted(range(len(self.alternatives)), key=lambda i: (self.ranks[0, i], i))

    def members(self, family: int) -> tuple[Variant, ...]:
        """The variants of a family: the plan's own first, others as in KIN."""
        found = [variant for variant in self.variants if variant.family == family]
        return tuple(sorted(found, key=lambda variant: (variant is not self.variants[0], _seniority(variant))))

    def to_frame(self) -> "pd.DataFrame":
        """One row per option, by the plan's own method; its rank by every variant."""
        import pandas as pd

        index = pd.Index(self.alternatives, name="alternative")
        columns = [variant.typed for variant in self.variants]
        return pd.DataFrame(self.ranks.T.astype(int), index=index, columns=columns).iloc[self.order]

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; sentences in English."""
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "first_by_families": self.firsts,
            "places": {name: list(ends) for name, ends in self.places.items()},
            "variants": [
                {
                    "method": variant.method,
                    "options": dict(variant.options),
                    "family": variant.family,
                    "ranks": dict(zip(self.alternatives, map(int, row), strict=True)),
                }
                for variant, row in zip(self.variants, self.ranks, strict=True)
            ],
            "same_by_construction": {str(family): Message(code).in_("en") for family, code in self.why.items()},
            "refused": [
                {"method": r.method, "options": dict(r.options), "why": [fault.what() for fault in r.faults]}
                for r in self.refused
            ],
            "kendall_tau_b": self.tau.tolist(),
            "weighted_spearman": self.weighted.tolist(),
            "ws_by_reference": self.similar.tolist(),
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


def concordance(
    problem: Problem,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
) -> Concordance:
    """The ranks by every method of the registry, with the same figures and weights, and what they agree on.

    Raises TableError where the plan's own method can't take the figures; others that can't are listed.

    >>> import mcda
    >>> found = mcda.concordance(mcda.load("hebei-steel"))
    >>> len(found.orders) < len(found.variants)
    True
    """
    problem = planned(problem, method, options, scenario)
    weighed = weights_of_problem(problem, weights)
    table = tabulate(problem, scenario_of(problem, problem.plan.scenario)).ranked()
    cautions = fit(problem, *settled(problem), table)
    w = aligned(weighed, table)
    asked, rows, refused = _asked(problem, table, w)
    numbers, why = _families(problem, asked, rows)
    orders = np.array([rows[numbers.index(family)] for family in range(1, max(numbers) + 1)])
    return Concordance(
        problem=problem.id,
        scenario=problem.plan.scenario,
        alternatives=table.alternatives,
        variants=tuple(Variant(*named, number) for named, number in zip(asked, numbers, strict=True)),
        ranks=np.array(rows),
        orders=orders,
        why=why,
        refused=tuple(refused),
        tau=kendall(orders),
        weighted=weighted_spearman(orders),
        similar=similarity(orders),
        findings=(*cautions, *authorship(problem, weighed, table, standings(problem, table, w))),
        fingerprint=fingerprint(problem),
    )


Named = tuple[str, dict[str, str]]


def variants() -> Iterator[Named]:
    """Every method with its defaults, and with every scaling or mode that it offers. A number among its options tunes
    the method and makes no other one of it: it stays as it is.
    """
    for name, method in METHODS.items():
        found = [spelled(options_of(name, {}))]
        for option in fields(method.options):
            words = [value for value in choices_of(option) if not value.replace(".", "").isdigit()]
            found += [spelled(options_of(name, {option.name: word})) for word in words]
        yield from ((name, given) for k, given in enumerate(found) if given not in found[:k])


def _asked(problem: Problem, table: Table, w: Array) -> tuple[list[Named], list[Array], list[Refusal]]:
    """The variants that can take the table, their ranks, and those that can't."""
    found: list[Named] = []
    rows: list[Array] = []
    refused: list[Refusal] = []
    own = problem.plan.method, spelled(settled(problem)[1])
    for name, given in (own, *(named for named in variants() if named != own)):
        try:
            asked = planned(problem, name, given)
            method, options = settled(asked)
            fit(asked, method, options, table)
            row = ranks(scored(asked, method, options, table, w))
        except TableError as error:
            if (name, given) == own:
                raise
            refused.append(Refusal(name, given, error.faults))
            continue
        found.append((name, given))
        rows.append(row)
    return found, rows, refused


def kin_of(problem: Problem, method: str, options: Mapping[str, str]) -> tuple[str, str] | None:
    """What makes a variant one with others: why, and the span that they measure by; None if it stands alone."""
    for kin in KIN:
        for member in kin.members:
            if member.stands(problem, method, options):
                return kin.why, member.measured(problem)
    return None


def _families(problem: Problem, asked: list[Named], rows: list[Array]) -> tuple[list[int], dict[int, str]]:
    """The family of each variant, numbered from 1, and why those of several members are one.

    Kin that differ here stay apart: shares of the best are the same only while no figure is 0.
    """
    known: dict[Any, int] = {}
    why: dict[int, str] = {}
    numbers: list[int] = []
    for (name, given), row in zip(asked, rows, strict=True):
        kin = kin_of(problem, name, given)
        key = (name, *given.items()) if kin is None else (*kin, *row)
        number = known.setdefault(key, len(known) + 1)
        if kin is not None and number in numbers:
            why[number] = kin[0]
        numbers.append(number)
    return numbers, why


def headline(problem: Problem, result: Concordance) -> Message:
    """Who is first by every method, or how the first place is divided among them."""
    firsts, families = result.firsts, len(result.orders)
    if families in firsts.values():
        always = tuple(problem.label(name) for name, count in firsts.items() if count == families)
        return Message("screen.first_by_all", {"first": always, "families": families})
    shares = tuple(
        Message("screen.first_by", {"first": problem.label(name), "count": count}) for name, count in firsts.items()
    )
    return Message("screen.first_by_some", {"shares": shares, "families": families})
