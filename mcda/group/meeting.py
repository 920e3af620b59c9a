"""Do we agree, and where not? Everybody's weights side by side, joined, with measures of how far apart people are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import JudgementError
from mcda.group.agreement import (
    concordance,
    consensus,
    geometric_spread,
    lowest_consensus,
    mean_ranks,
    variation,
)
from mcda.group.clusters import camps
from mcda.group.joining import join, way_of
from mcda.group.room import Individuals, geometric_mean, individuals, room
from mcda.model import Array, Branch, Finding, Judgement, Plan, Problem, Weights, caution, fingerprint, remark
from mcda.model.arrays import set_read_only
from mcda.model.shown import Shown
from mcda.weighting import below, form_of, options_of, starting, weigh

if TYPE_CHECKING:
    import pandas as pd

FEW = 3
"""Up to so many people, S* can't fall low and is said to."""


@dataclass(frozen=True)
class Node:
    """The agreement of so many `people` on one branch: `index` is S* for comparisons in pairs, relative homogeneity for
    other answers; `lowest` is what S* of so many people can fall to, None for homogeneity.
    """

    branch: str
    people: int
    index: float
    lowest: float | None


@dataclass(frozen=True)
class Party:
    """People who belong together, by a stakeholder group or because they weigh alike, with the weights that they would
    have by themselves, None if their answers alone don't give any; `agreement` among them as in `Group`, None for a
    single person.
    """

    name: str
    people: tuple[str, ...]
    weights: Weights | None
    agreement: float | None


@dataclass(frozen=True)
class Split:
    """A comparison that people answer differently: how many times as important `a` is as `b` on (geometric) mean, the
    geometric standard deviation, and who said least and most.
    """

    branch: str
    a: str
    b: str
    asked: int
    mean: float
    spread: float
    low: float
    low_who: str
    high: float
    high_who: str


@dataclass(frozen=True)
class Group(Shown):
    """What people say: `each` (people, n) are everybody's own weights of the `criteria`, `joined` those of all in the
    `way` named. `partial` are people whose own answers don't give weights.

    `agreement` is the mean of the nodes' indices by their weight, on the `scale` consensus or homogeneity;
    `concordance` Kendall's W of everybody's order of criteria; `variation` (n,) the coefficient of variation of each
    weight; `contradicting` those whose consistency ratio is above 0.1 somewhere. `groups` are the stakeholder groups,
    `camps` those who weigh alike, the largest first, none where no division is clear; `splits` the comparisons, the
    most disputed first.
    """

    problem: str
    way: str
    people: tuple[str, ...]
    partial: tuple[str, ...]
    criteria: tuple[str, ...]
    each: Array
    joined: Weights
    scale: str
    nodes: tuple[Node, ...]
    agreement: float | None
    concordance: float | None
    variation: Array
    contradicting: tuple[str, ...]
    groups: tuple[Party, ...]
    camps: tuple[Party, ...]
    silhouette: float | None
    splits: tuple[Split, ...]
    findings: tuple[Finding, ...]
    fingerprint: str

    def __post_init__(self) -> None:
        set_read_only(self, each=self.each, variation=self.variation)

    def to_frame(self) -> "pd.DataFrame":
        """One row per person, and one for all; one column per criterion."""
        import pandas as pd

        values = np.concatenate([self.each, self.joined.values[None]])
        index = pd.Index([*self.people, "all"], name="person")
        return pd.DataFrame(values, index=index, columns=list(self.criteria))

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; sentences in English."""
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "joined_by": self.way,
            "weights": self._named(self.joined.values),
            "people": [{"who": who, "weights": self._named(w)} for who, w in zip(self.people, self.each, strict=True)],
            "partial": list(self.partial),
            "contradicting": list(self.contradicting),
            "scale": self.scale,
            "agreement": self.agreement,
            "branches": [vars(node).copy() for node in self.nodes],
            "kendall_w": self.concordance,
            "variation": self._named(self.variation),
            "groups": [self._party(party) for party in self.groups],
            "camps": [self._party(party) for party in self.camps],
            "silhouette": self.silhouette,
            "comparisons": [vars(split).copy() for split in self.splits],
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }

    def _named(self, values: Array) -> dict[str, float]:
        return dict(zip(self.criteria, map(float, values), strict=True))

    def _party(self, party: Party) -> dict[str, Any]:
        weights = None if party.weights is None else self._named(party.weights.values)
        return {"name": party.name, "people": list(party.people), "weights": weights, "agreement": party.agreement}


def agreement(problem: Problem, way: str | None = None) -> Group:
    """What the people of a problem say, joined, and how far apart they are; `way` joins them otherwise than the plan.

    Where the plan's weighting joins judgement with figures, this is the judgement alone. Raises JudgementError where
    the weighting asks nobody, or nobody has answered in its form.

    >>> import mcda
    >>> mcda.agreement(mcda.load("hebei-steel")).people
    ('authors',)
    """
    plan, judged = answers(problem, way)
    form = judged[0].form
    tree, own = problem.tree, individuals(problem.tree, judged, plan)
    joined = _joined(tree, judged, plan)
    whole = np.asarray(~np.isnan(own.overall(tree)).any(axis=-1))
    each = own.overall(tree)[whole]
    nodes = tuple(_nodes(tree, own, form == "pairs"))
    labels, clear = camps(each)
    heard = [judgement for judgement, full in zip(judged, whole, strict=True) if full]
    found = Group(
        problem=problem.id,
        way=way_of(plan, form),
        people=tuple(judgement.who for judgement in heard),
        partial=tuple(judgement.who for judgement, full in zip(judged, whole, strict=True) if not full),
        criteria=tree.leaves(),
        each=each,
        joined=joined,
        scale="consensus" if form == "pairs" else "homogeneity",
        nodes=nodes,
        agreement=_total(tree, nodes, joined),
        concordance=concordance(mean_ranks(each)).w if len(each) > 1 else None,
        variation=variation(each) if len(each) else np.zeros(len(tree.leaves())),
        contradicting=own.contradicting(),
        groups=tuple(_parties(tree, judged, plan, [judgement.group for judgement in judged])),
        camps=tuple(_parties(tree, heard, plan, [chr(ord("A") + label) for label in labels])),
        silhouette=clear,
        splits=tuple(sorted(_splits(tree, judged), key=lambda split: -split.spread)),
        findings=(),
        fingerprint=fingerprint(problem),
    )
    return replace(found, findings=(*joined.findings, *_said(found)))


def answers(problem: Problem, way: str | None = None) -> tuple[Plan, list[Judgement]]:
    """The plan under which people are asked, joined in another `way` if there is one, and the judgements in its form.

    Raises JudgementError where the weighting asks nobody, or nobody has answered in its form.
    """
    plan = replace(problem.plan, group=way or problem.plan.group)
    options_of(plan)
    plan, form = starting(plan), form_of(plan)
    if form is None:
        raise JudgementError.of("group_nobody", weighting=plan.weights)
    judged = [judgement for judgement in problem.judgements if judgement.form == form]
    if not judged:
        raise JudgementError.of("group_form", weighting=plan.weights, form=form)
    return plan, judged


def _joined(tree: Branch, judged: Sequence[Judgement], plan: Plan) -> Weights:
    return join(tree, judged, plan) if len(judged) > 1 else weigh(tree, judged[0], plan)


def _nodes(tree: Branch, own: Individuals, pairs: bool) -> Iterator[Node]:
    """The agreement on each branch of those who answered it whole."""
    for branch in tree.branches():
        local = own.local[branch.id]
        local = local[~np.isnan(local).any(axis=-1)]
        people, n = local.shape
        if people > 1 and n > 1:
            found = consensus(local)
            index = float(found.indicator if pairs else found.homogeneity)
            yield Node(branch.id, people, index, lowest_consensus(people, n) if pairs else None)


def _total(tree: Branch, nodes: Sequence[Node], joined: Weights) -> float | None:
    """The mean over branches, each by what it counts in all: every level counts once."""
    branches = {branch.id: branch for branch in tree.branches()}
    counts = [float(below(tree, branches[node.branch], joined.values).sum()) for node in nodes]
    if not sum(counts):
        return None
    return float(np.average([node.index for node in nodes], weights=counts))


def _parties(tree: Branch, judged: Sequence[Judgement], plan: Plan, labels: Sequence[str]) -> Iterator[Party]:
    """The people under each label, joined; nothing where there is only one label, or one without a name."""
    names = sorted(set(labels))
    if len(names) < 2 or "" in names:
        return
    inside = replace(plan, group="judgements" if plan.group == "two_level" else plan.group)
    for name in names:
        members = [judgement for judgement, label in zip(judged, labels, strict=True) if label == name]
        people = tuple(judgement.who for judgement in members)
        try:
            joined = _joined(tree, members, inside)
        except JudgementError:
            yield Party(name, people, None, None)
            continue
        nodes = tuple(_nodes(tree, individuals(tree, members, plan), members[0].form == "pairs"))
        yield Party(name, people, joined, _total(tree, nodes, joined))


def _splits(tree: Branch, judged: Sequence[Judgement]) -> Iterator[Split]:
    """Every comparison that two people or more were asked."""
    for branch in tree.branches():
        names = branch.names()
        answers = room(names, judged)
        mean, spread = geometric_mean(answers), geometric_spread(answers)
        for i, j in combinations(range(len(names)), 2):
            if np.isnan(spread[i, j]):
                continue
            given = answers[:, i, j]
            low, high = int(np.nanargmin(given)), int(np.nanargmax(given))
            yield Split(
                branch.id,
                names[i],
                names[j],
                int(np.sum(~np.isnan(given))),
                float(mean[i, j]),
                float(spread[i, j]),
                float(given[low]),
                judged[low].who,
                float(given[high]),
                judged[high].who,
            )


def _said(group: Group) -> Iterator[Finding]:
    """What a reader must know beside the figures."""
    if group.partial:
        yield remark("group_partial", people=group.partial)
    if len(group.camps) > 1:
        yield caution("group_camps", count=len(group.camps))
    few = [node for node in group.nodes if node.lowest is not None and node.people <= FEW]
    if few:
        lowest = max(node.lowest or 0.0 for node in few)
        yield caution("group_few", people=few[0].people, lowest=f"{100 * lowest:.0f} %")
    if group.agreement is not None and group.agreement > 0.75 and (group.concordance or 1.0) < 0.5:
        yield caution("group_reversed", w=f"{group.concordance:.2f}")
    if group.contradicting:
        yield caution("group_contradicting", people=group.contradicting)
