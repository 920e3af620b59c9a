"""What would people choose? The first place by everybody's own weights, by each camp's and stakeholder group's, and by
the joined weights of all but one person.

People's weights are rows of one array (people, n); all rows are scored and ranked together, in the table's one frame.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.group.joining import joined_among
from mcda.group.meeting import agreement, answers
from mcda.model import Array, Finding, Problem, fingerprint
from mcda.model.arrays import set_read_only
from mcda.model.shown import Shown
from mcda.ranking import weights_of_problem
from mcda.sensitivity._room import Ground, ground

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Choice:
    """Whose weights, and which options they bring first; none where their answers alone give no weights."""

    name: str
    people: tuple[str, ...]
    first: tuple[str, ...]


@dataclass(frozen=True)
class Choices(Shown):
    """What people would choose: `first` by the joined weights, `each` by everybody's own, `groups` and `camps` by those
    of people who belong together, `without` by the joined weights of all but the person named.

    `ranks` (people, m) are the places by everybody's own weights, NaN for those whose answers alone give none.
    """

    problem: str
    scenario: str
    method: str
    way: str
    alternatives: tuple[str, ...]
    first: tuple[str, ...]
    each: tuple[Choice, ...]
    ranks: Array
    groups: tuple[Choice, ...]
    camps: tuple[Choice, ...]
    without: tuple[Choice, ...]
    findings: tuple[Finding, ...]
    fingerprint: str

    def __post_init__(self) -> None:
        set_read_only(self, ranks=self.ranks)

    @property
    def heard(self) -> tuple[Choice, ...]:
        """The people whose own answers give weights."""
        return tuple(choice for choice in self.each if choice.first)

    @property
    def share(self) -> float:
        """The share of these whose own first place is the group's, or one of the group's; NaN if there is nobody."""
        agreed = [bool({*choice.first} & {*self.first}) for choice in self.heard]
        return float(np.mean(agreed)) if agreed else float("nan")

    @property
    def deciding(self) -> tuple[Choice, ...]:
        """The people without whom the first place would be another."""
        return tuple(choice for choice in self.without if choice.first and choice.first != self.first)

    @property
    def of_one_mind(self) -> bool:
        """Whether every group and every camp would choose what all together do."""
        return all(choice.first in ((), self.first) for choice in (*self.groups, *self.camps))

    def to_frame(self) -> "pd.DataFrame":
        """One row per person: the places of the options by that person's own weights, who is first, and who is first
        without that person.
        """
        import pandas as pd

        frame = pd.DataFrame(self.ranks, index=pd.Index([c.name for c in self.each], name="person"))
        frame.columns = pd.Index(self.alternatives)
        without = {choice.name: choice.first for choice in self.without}
        frame["first"] = [", ".join(choice.first) for choice in self.each]
        frame["first_without"] = [", ".join(without.get(choice.name, ())) for choice in self.each]
        return frame

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; sentences in English."""
        parts = {name: getattr(self, name) for name in ("each", "groups", "camps", "without")}
        rows = {
            name: [{"name": c.name, "people": list(c.people), "first": list(c.first)} for c in part]
            for name, part in parts.items()
        }
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "joined_by": self.way,
            "first": list(self.first),
            "share_of_people": None if np.isnan(self.share) else self.share,
            "deciding": [choice.name for choice in self.deciding],
            **rows,
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


def choices(
    problem: Problem,
    way: str | None = None,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    scenario: str | None = None,
) -> Choices:
    """What everybody's own weights would choose, what those of camps and groups would, and whether one person decides.

    `way` joins people otherwise than the plan. Raises what `agreement` and `rank` raise.

    >>> import mcda
    >>> choices(mcda.load("hebei-steel")).share
    1.0
    """
    here, cautions = ground(problem, way, method, options, scenario)
    problem = here.problem
    plan, judged = answers(problem)
    people = tuple(judgement.who for judgement in judged)
    met = agreement(problem)
    own = np.full((len(people), len(met.criteria)), np.nan)
    own[[who not in met.partial for who in people]] = met.each
    parties = [*met.groups, *met.camps]
    theirs = [p.weights.values if p.weights else np.full(len(met.criteria), np.nan) for p in parties]
    rows = [own, *(row[None] for row in theirs)]
    if len(people) > 1:
        rows.append(joined_among(problem.tree, judged, plan, 1.0 - np.eye(len(people))))
    places = here.places(here.finished(np.concatenate(rows)))
    of_people, of_parties, of_rest = np.split(places, [len(people), len(people) + len(parties)])
    grouped = [
        replace(choice, people=party.people)
        for choice, party in zip(_named(here, [p.name for p in parties], of_parties), parties, strict=True)
    ]
    joined = weights_of_problem(problem)
    return Choices(
        problem=problem.id,
        scenario=problem.plan.scenario,
        method=problem.plan.method,
        way=met.way,
        alternatives=here.table.alternatives,
        first=here.first(here.places(joined.values)),
        each=_named(here, people, of_people),
        ranks=of_people,
        groups=tuple(grouped[: len(met.groups)]),
        camps=tuple(grouped[len(met.groups) :]),
        without=_named(here, people[: len(of_rest)], of_rest),
        findings=(*cautions, *joined.findings),
        fingerprint=fingerprint(problem),
    )


def _named(here: Ground, names: Sequence[str], places: Array) -> tuple[Choice, ...]:
    return tuple(Choice(name, (name,), here.first(row)) for name, row in zip(names, places, strict=True))
