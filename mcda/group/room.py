"""A room as arrays: everybody's comparisons under one branch (people, n, n), and everybody's weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mcda.errors import JudgementError
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.finding import Finding
from mcda.model.judgement import Judgement
from mcda.model.problem import Plan
from mcda.pairwise import LIMIT, weights_of
from mcda.pairwise.consistency import lambda_max, ratio
from mcda.pairwise.priorities import joined as refuse_apart
from mcda.pairwise.priorities import log_least_squares
from mcda.weighting import multiplied, weigh


@dataclass(frozen=True)
class Individuals:
    """What everybody's answers say alone: `local` (people, k) per branch, NaN in the rows of those whose answers don't
    join all its children; `ratios` (people,) per branch, their consistency ratio, NaN where there is none.
    """

    who: tuple[str, ...]
    local: Mapping[str, Array]
    ratios: Mapping[str, Array]
    findings: tuple[Finding, ...] = ()

    def overall(self, tree: Branch) -> Array:
        """Everybody's weights of all criteria (people, n), NaN in the rows of those who left something out."""
        return multiplied(tree, self.local)

    def contradicting(self) -> tuple[str, ...]:
        """Those whose consistency ratio is above 0.1 somewhere."""
        if not self.ratios:
            return ()
        worst = np.max(np.nan_to_num(np.stack([*self.ratios.values()])), axis=0)
        return tuple(name for name, value in zip(self.who, worst, strict=True) if value > LIMIT)


def room(names: Sequence[str], judgements: Sequence[Judgement]) -> Array:
    """Everybody's comparisons among `names` (people, n, n); NaN where a person wasn't asked."""
    at = {name: i for i, name in enumerate(names)}
    answers = np.full((len(judgements), len(names), len(names)), np.nan)
    answers[:, np.arange(len(names)), np.arange(len(names))] = 1.0
    given = [
        (person, at[a], at[b], value)
        for person, judgement in enumerate(judgements)
        for (a, b), value in judgement.pairs.items()
        if a in at and b in at
    ]
    if given:
        person, i, j, value = (np.array(column) for column in zip(*given, strict=True))
        answers[person, i, j], answers[person, j, i] = value, 1 / value
    return answers


def geometric_mean(answers: Array, shares: Array | None = None) -> Array:
    """The joined comparisons (…, n, n): the mean of the logarithms of those who were asked; NaN where nobody was.

    `shares` (…, people) are what each person counts; alike if None. Aczél & Saaty (1983).
    """
    total, logs = _summed(answers, shares)
    joined: Array = np.where(total > 0, np.exp(logs / np.where(total > 0, total, 1)), np.nan)
    return joined


def everybody(answers: Array, names: Sequence[str], shares: Array | None = None) -> Array:
    """Weights (n,) from all answers at once: the least Σ (log a − log wᵢ/wⱼ)² over everybody's comparisons.

    A pair that many were asked pulls more than one that few were. Raises JudgementError where all answers together
    leave criteria apart. Bozóki, Fülöp & Rónyai (2010), for many people.
    """
    refuse_apart(geometric_mean(answers, shares), names)
    return fitted(*_summed(answers, shares))


def among(answers: Array, shares: Array) -> Array:
    """As `everybody`, for many ways in which people count: shares (…, people) give weights (…, n), NaN where those who
    count leave criteria apart.
    """
    whole = hanging_together(geometric_mean(answers, shares))
    found = np.full((*shares.shape[:-1], answers.shape[-1]), np.nan)
    if whole.any():
        found[whole] = fitted(*_summed(answers, shares[whole]))
    return found


def fitted(links: Array, logs: Array) -> Array:
    """Weights (…, n) of the least Σ links (log a − log wᵢ/wⱼ)²: `links` (…, n, n) is what a comparison counts, `logs`
    (…, n, n) that times its logarithm.
    """
    n = links.shape[-1]
    apart = links * ~np.eye(n, dtype=bool)
    laplacian = apart.sum(axis=-1)[..., None] * np.eye(n) - apart
    level = np.maximum(apart.max(axis=(-2, -1), keepdims=True), 1.0 if n == 1 else 0.0) / n
    w = np.exp(np.linalg.solve(laplacian + level, logs.sum(axis=-1)[..., None])[..., 0])
    return np.asarray(w / w.sum(axis=-1, keepdims=True))


def _summed(answers: Array, shares: Array | None) -> tuple[Array, Array]:
    """What each comparison counts (…, n, n), and that times the logarithm of the answers, summed over people."""
    part, asked = np.ones(len(answers)) if shares is None else np.asarray(shares, dtype=float), ~np.isnan(answers)
    return np.tensordot(part, asked.astype(float), 1), np.tensordot(part, np.log(np.where(asked, answers, 1)), 1)


def individuals(tree: Branch, judgements: Sequence[Judgement], plan: Plan) -> Individuals:
    """Everybody's own weights. Comparisons in pairs are answered for the whole room at once.

    Raises JudgementError for answers of another form that can't serve; comparisons that don't hang together give NaN.
    """
    who = tuple(judgement.who for judgement in judgements)
    if judgements[0].form != "pairs":
        each = [weigh(tree, judgement, plan) for judgement in judgements]
        local = {branch.id: np.stack([w.local[branch.id] for w in each]) for branch in tree.branches()}
        said = {f.text(): f for w in each for f in w.findings if f.level == "caution"}
        return Individuals(who, local, {}, tuple(said.values()))
    rooms = {branch.id: room(branch.names(), judgements) for branch in tree.branches()}
    local = {name: own_weights(answers, plan.priorities) for name, answers in rooms.items()}
    ratios = {name: own_ratios(answers, plan.random_index) for name, answers in rooms.items() if answers.shape[-1] > 2}
    return Individuals(who, local, ratios)


def own_weights(answers: Array, method: str) -> Array:
    """Everybody's weights under one branch (people, n), NaN where a person's comparisons don't join all of it."""
    full, whole = ~np.isnan(answers).any(axis=(1, 2)), hanging_together(answers)
    found = np.full(answers.shape[:2], np.nan)
    if full.any():
        found[full] = weights_of(answers[full], method)
    if (whole & ~full).any():
        found[whole & ~full] = log_least_squares(answers[whole & ~full])
    return found


def own_ratios(answers: Array, table: str) -> Array:
    """Everybody's consistency ratio under one branch (people,), NaN for those who left pairs out."""
    full = ~np.isnan(answers).any(axis=(1, 2))
    found = np.full(len(answers), np.nan)
    if full.any():
        found[full] = ratio(lambda_max(answers[full]), answers.shape[-1], table)
    return found


def hanging_together(answers: Array) -> NDArray[np.bool_]:
    """Whether each person's comparisons join all entries (people,): the reach is doubled log₂ n times."""
    reach = ~np.isnan(answers)
    for _ in range(max(1, answers.shape[-1].bit_length())):
        reach = (reach.astype(float) @ reach.astype(float)) > 0
    return np.asarray(reach.all(axis=(1, 2)))


def means(parts: Array, shares: Array) -> Array:
    """Means over people of what they say (people, k), for shares (…, people) of what each counts: (…, k), NaN where
    nobody counts.
    """
    total = shares.sum(axis=-1, keepdims=True)
    found: Array = np.where(total > 0, shares @ parts / np.where(total > 0, total, 1), np.nan)
    return found


def refuse_partial(found: Individuals, tree: Branch) -> None:
    """Raise JudgementError, naming the people, if somebody's own answers don't give weights."""
    missing = np.flatnonzero(np.isnan(found.overall(tree)).any(axis=-1))
    if missing.size:
        raise JudgementError.of("joining_partial", people=tuple(found.who[k] for k in missing))
