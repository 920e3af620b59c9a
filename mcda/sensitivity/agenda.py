"""What to talk about first: the judgements ordered by disagreement × influence on the first place.

The comparison on which people are furthest apart may be all but irrelevant to the choice, and one on which they differ
little may decide it. For each judgement a and each rival of the option that is first, with the lead m over it,

    consequence = |∂m ÷ ∂ln a| × (standard deviation of ln a over the people asked) ÷ m:

from 1 on, one standard deviation of the room's own disagreement is enough to erase the lead. For weighted sums and row
geometric means ∂m ÷ ∂ln aᵢⱼ = (wᵢ(Δᵢ − m) − wⱼ(Δⱼ − m)) ÷ n, Δ being what each criterion adds to the lead; here it is
taken by central differences through the method and the priorities of the plan, whichever they are, for all judgements
together. Beside it stands the plain count: the share of people whose own answer, put alone into the joined ones,
changes the first place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.group.joining import JOININGS, way_of
from mcda.group.meeting import Split, answers
from mcda.group.room import fitted, geometric_mean, individuals, own_weights, room
from mcda.model import Array, Branch, Finding, Judgement, Plan, Problem, caution, fingerprint, remark
from mcda.model.shown import Shown
from mcda.ranking import ranks, weights_of_problem
from mcda.sensitivity._room import Ground, ground
from mcda.weighting import multiplied

if TYPE_CHECKING:
    import pandas as pd

STEP = 1e-5
"""How far the logarithm of a judgement, or a weight, is moved to see what the lead does."""

SAME = 1e-9
"""A standard deviation below this is no disagreement."""


@dataclass(frozen=True)
class Item(Split):
    """One judgement that several people gave: a comparison, or, where people aren't asked for comparisons, the weight
    of `a` in its branch (then `b` is empty, and `spread` the plain standard deviation).

    `mean` is the joined answer. `against` is the consequence by rival, `consequence` the largest of them, `rival` whose
    it is. `flips` is the share of those `asked` whose own answer alone changes the first place.
    """

    consequence: float
    rival: str
    against: Mapping[str, float]
    flips: float

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; a consequence without bound (the lead is 0) is null."""
        plain = {name: value if np.isfinite(value) else None for name, value in self.against.items()}
        bound = self.consequence if np.isfinite(self.consequence) else None
        return {**vars(self), "against": plain, "consequence": bound}


@dataclass(frozen=True)
class Agenda(Shown):
    """The judgements, that of the largest consequence first; `first` comes first by the joined judgements, with the
    `lead` over the `runner_up` in score.
    """

    problem: str
    scenario: str
    method: str
    people: tuple[str, ...]
    first: tuple[str, ...]
    runner_up: str
    lead: float
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]
    fingerprint: str

    def to_frame(self) -> "pd.DataFrame":
        """One row per judgement, in the order of the agenda."""
        import pandas as pd

        columns = ["consequence", "rival", "flips", "spread", "mean", "low", "low_who", "high", "high_who", "asked"]
        index = pd.MultiIndex.from_tuples([(i.branch, i.a, i.b) for i in self.items], names=["branch", "a", "b"])
        rows = [[getattr(item, name) for name in columns] for item in self.items]
        return pd.DataFrame(rows, columns=columns, index=index if self.items else None)

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; sentences in English."""
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "people": list(self.people),
            "first": list(self.first),
            "runner_up": self.runner_up,
            "lead": self.lead,
            "items": [item.to_dict() for item in self.items],
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }


def agenda(
    problem: Problem,
    way: str | None = None,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    scenario: str | None = None,
) -> Agenda:
    """The judgements of a room, ordered by what people's disagreement on each does to the first place.

    Comparisons are moved in the joined matrix, in which the groups count alike where the plan joins on two levels.
    Raises what `agreement` and `rank` raise.

    >>> import mcda
    >>> agenda(mcda.load("hebei-steel")).items
    ()
    """
    here, cautions = ground(problem, way, method, options, scenario)
    problem = here.problem
    plan, judged = answers(problem)
    joined = here.first(here.places(weights_of_problem(problem).values))
    parts = _comparisons(problem.tree, judged, plan) if judged[0].form == "pairs" else _weights(problem, judged, plan)
    base = {part.branch.id: part.local for part in parts}
    scores = here.scores(here.finished(multiplied(problem.tree, base)))
    first = here.first(ranks(scores))
    found = [item for part in parts if part.asked for item in _items(here, part, base, scores, judged)]
    found.sort(key=lambda item: (-item.consequence, -item.flips, -item.spread))
    order = np.argsort(-scores, kind="stable")
    return Agenda(
        problem=problem.id,
        scenario=problem.plan.scenario,
        method=problem.plan.method,
        people=tuple(judgement.who for judgement in judged),
        first=first,
        runner_up=here.table.alternatives[order[1]] if len(order) > 1 else "",
        lead=float(scores[order[0]] - scores[order[1]]) if len(order) > 1 else 0.0,
        items=tuple(found),
        findings=(*cautions, *_said(problem, first, joined, found)),
        fingerprint=fingerprint(problem),
    )


@dataclass(frozen=True)
class Part:
    """The judgements of one branch that two people or more gave. `asked` holds the children compared (one alone for a
    weight), `own` (questions, people) their answers, NaN where not asked; `mean` and `steps` (questions, 2) the joined
    answer and what it is moved to; `local` (k,) the joined weights, `moved` (questions, 2 + people, k) those with the
    joined answer moved down and up, and with each person's own in its place.
    """

    branch: Branch
    asked: Sequence[tuple[int, ...]]
    own: Array
    mean: Array
    steps: Array
    local: Array
    moved: Array


def _comparisons(tree: Branch, judged: Sequence[Judgement], plan: Plan) -> list[Part]:
    """The comparisons of each branch, as moved in the joined matrix."""
    shares, fit = _shares(judged, plan), way_of(plan, "pairs") == "least_squares"
    found = []
    for branch in tree.branches():
        given = room(branch.names(), judged)
        links = np.tensordot(shares, (~np.isnan(given)).astype(float), 1)
        matrix = geometric_mean(given, shares)

        def local(matrices: Array, links: Array = links) -> Array:
            if fit:
                return fitted(links, links * np.log(np.where(links > 0, matrices, 1.0)))
            flat = own_weights(matrices.reshape(-1, *matrices.shape[-2:]), plan.priorities)
            return flat.reshape(matrices.shape[:-1])

        upper = combinations(range(len(matrix)), 2)
        asked = [(i, j) for i, j in upper if np.sum(~np.isnan(given[:, i, j])) > 1]
        own = np.array([given[:, i, j] for i, j in asked]).reshape(-1, len(judged))
        mean = np.array([matrix[pair] for pair in asked])
        steps = mean[:, None] * np.exp([-STEP, STEP])
        put = np.concatenate([steps, np.where(np.isnan(own), mean[:, None], own)], axis=1)
        moved = np.broadcast_to(matrix, (*put.shape, *matrix.shape)).copy()
        for q, (i, j) in enumerate(asked):
            moved[q, :, i, j], moved[q, :, j, i] = put[q], 1 / put[q]
        found.append(
            Part(branch, asked, np.log(own), np.log(mean), np.log(steps), local(matrix[None])[0], local(moved))
        )
    return found


def _shares(judged: Sequence[Judgement], plan: Plan) -> Array:
    """What each person counts in the joined matrix (people,): groups alike where the plan joins on two levels."""
    if plan.group != "two_level":
        return np.ones(len(judged))
    groups = [judgement.group for judgement in judged]
    return np.array([1 / groups.count(group) for group in groups])


def _weights(problem: Problem, judged: Sequence[Judgement], plan: Plan) -> list[Part]:
    """The weights in each branch, each moved with its siblings in proportion, where people weren't asked for pairs."""
    tree, everybody = problem.tree, np.ones((1, len(judged)))
    joined = JOININGS[way_of(plan, judged[0].form)].among(tree, judged, plan, everybody)
    each = individuals(tree, judged, plan)
    found = []
    for branch in tree.branches():
        local, own = joined[branch.id][0], each.local[branch.id].T
        many = len(judged) > 1 and len(local) > 1
        steps = np.clip(local[:, None] + [-STEP, STEP], 0, 1)
        put = np.concatenate([steps, own], axis=1)
        rest = np.where(local < 1, (1 - put.T) / np.where(local < 1, 1 - local, 1), 0).T
        moved = rest[..., None] * local
        at = np.arange(len(local))
        moved[at, :, at] = put
        asked = [(i,) for i in range(len(local))] if many else []
        found.append(Part(branch, asked, own, local, steps, local, moved / moved.sum(axis=-1, keepdims=True)))
    return found


def _items(
    here: Ground, part: Part, base: Mapping[str, Array], scores: Array, judged: Sequence[Judgement]
) -> Iterator[Item]:
    """The judgements of one branch, all moved and ranked together."""
    shape = part.moved.shape[:2]
    local = {name: np.broadcast_to(w, (*shape, w.size)) for name, w in base.items()} | {part.branch.id: part.moved}
    found = here.scores(here.finished(multiplied(here.problem.tree, local)))
    best = int(np.argmin(ranks(scores)))
    leads = scores[best] - scores
    slopes = np.diff(found[:, :2, [best]] - found[:, :2], axis=1)[:, 0] / np.diff(part.steps, axis=1)
    spread = np.nanstd(part.own, axis=1, ddof=1)
    power = np.abs(slopes) * np.where(spread > SAME, spread, 0.0)[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        against = np.where(power > 0, power / np.maximum(leads, 0.0), 0.0)
    turned = np.any((ranks(found[:, 2:]) == 1) != (ranks(scores) == 1), axis=-1)
    pairs, rivals, names = judged[0].form == "pairs", np.arange(len(scores)) != best, part.branch.names()
    for q, children in enumerate(part.asked):
        own, there = part.own[q], ~np.isnan(part.own[q])
        low, high, worst = int(np.nanargmin(own)), int(np.nanargmax(own)), int(np.argmax(against[q]))
        said = [np.exp(x) if pairs else x for x in (part.mean[q], spread[q], own[low], own[high])]
        yield Item(
            branch=part.branch.id,
            a=names[children[0]],
            b=names[children[1]] if pairs else "",
            asked=int(there.sum()),
            mean=float(said[0]),
            spread=float(said[1]),
            low=float(said[2]),
            low_who=judged[low].who,
            high=float(said[3]),
            high_who=judged[high].who,
            consequence=float(against[q, worst]),
            rival=here.table.alternatives[worst] if against[q, worst] > 0 else "",
            against={here.table.alternatives[i]: float(against[q, i]) for i in np.flatnonzero(rivals)},
            flips=float(np.mean(turned[q][there])),
        )


def _said(
    problem: Problem, first: tuple[str, ...], joined: tuple[str, ...], found: Sequence[Item]
) -> Iterator[Finding]:
    if first != joined:
        labels = {"first": tuple(map(problem.label, first)), "joined": tuple(map(problem.label, joined))}
        yield caution("agenda_otherwise", **labels)
    if any(item.flips for item in found) and not any(item.consequence for item in found):
        yield remark("agenda_steps")
