"""How far people agree: on priorities (Goepel's S*, homogeneity), on the order (Kendall's W), criterion by criterion.

None of them is to be shown alone: S* of three people of whom one has the reverse order is still 75 %.
"""

from dataclasses import dataclass

import numpy as np

from mcda.model.arrays import Array

TOP = 9.0
"""The largest answer of the scale from 1 to 9."""

TYPICAL = 0.64
"""The mean S* of 140 sets of criteria in 35 projects (Goepel 2018)."""

WORDS = ((0.5, "very_low"), (0.625, "low"), (0.75, "moderate"), (0.875, "high"), (np.inf, "very_high"))
"""What an S* up to some value is called, in the scale of BPMSG (2022): earlier ones differ."""


@dataclass(frozen=True)
class Consensus:
    """How alike priorities are (…,): entropy of the average person `alpha`, of the mean `gamma`, and what lies between
    `beta`; `similarity` exp(−beta); `indicator` S*, which may fall below 0; `homogeneity` for weights of any origin.
    """

    alpha: Array
    beta: Array
    gamma: Array
    similarity: Array
    indicator: Array
    homogeneity: Array


def consensus(priorities: Array, shares: Array | None = None, top: float = TOP) -> Consensus:
    """The consensus of priorities (…, people, n) with n > 1. `shares` (people,) are what people count; alike if None.

    S* = (exp(−β) − c) ÷ (1 − c), β the entropy of the mean priorities less the mean entropy, c what two people at the
    ends of a scale up to `top` would have; homogeneity has 1 ÷ n in place of c. Goepel (2013, 2018).
    """
    people, n = priorities.shape[-2:]
    part = np.full(people, 1 / people) if shares is None else np.asarray(shares) / np.sum(shares)
    alpha = np.sum(part * _entropy(priorities), axis=-1)
    gamma = _entropy(np.sum(part[:, None] * priorities, axis=-2))
    beta = np.maximum(gamma - alpha, 0.0)
    similarity = np.exp(-beta)
    lowest = np.exp(_narrowest(n, top)) / n
    return Consensus(
        alpha,
        beta,
        gamma,
        similarity,
        np.asarray((similarity - lowest) / (1 - lowest)),
        np.asarray((similarity - 1 / n) / (1 - 1 / n)),
    )


def _entropy(p: Array) -> Array:
    """−Σ p ln p (…,), nothing for p = 0."""
    entropy: Array = -np.sum(p * np.log(np.where(p > 0, p, 1.0)), axis=-1)
    return entropy


def _narrowest(n: int, top: float) -> float:
    """The smallest entropy on the scale: one criterion `top` times as important as each other."""
    first, other = top / (n + top - 1), 1 / (n + top - 1)
    return float(-first * np.log(first) - (n - 1) * other * np.log(other))


def lowest_consensus(people: int, n: int, top: float = TOP) -> float:
    """How low S* of so many people can fall: each of them puts another set of criteria `top` times above the rest.

    With two or three people that is far above 0, so their S* can't be held against that of a larger room.
    """
    owner = np.arange(n) * people // n if people <= n else np.arange(n)
    liked = owner[None, :] == (np.arange(people) % (owner.max() + 1))[:, None]
    p = np.where(liked, top, 1.0)
    return float(consensus(p / p.sum(axis=1, keepdims=True), top=top).indicator)


def word(indicator: float) -> str:
    """What an S* is called: very_low, low, moderate, high or very_high."""
    return next(name for limit, name in WORDS if indicator <= limit)


def mean_ranks(values: Array) -> Array:
    """Ranks (…, n) of values, 1 the largest; equals (to 1e-12) share the mean of their ranks."""
    gap = values[..., None, :] - values[..., :, None]
    ranks: Array = 1 + np.sum(gap > 1e-12, axis=-1) + (np.sum(np.abs(gap) <= 1e-12, axis=-1) - 1) / 2
    return ranks


@dataclass(frozen=True)
class Concordance:
    """How alike orders are: `w` of Kendall from 0 to 1, its χ² with n − 1 degrees of freedom (to be looked up only
    from n = 7 on), and the mean rank correlation between two people. None where nobody orders anything.
    """

    w: float | None
    chi_square: float | None
    mean_correlation: float | None


def concordance(ranks: Array) -> Concordance:
    """Kendall's W of ranks (people, n), corrected for ties.

    W = 12 S ÷ (k² (n³ − n) − k Σ T), S = Σ (Rᵢ − R̄)², T = Σ (t³ − t) over the ties of each person.
    """
    people, n = ranks.shape
    totals = ranks.sum(axis=0)
    alike = np.sum(ranks[:, :, None] == ranks[:, None, :], axis=-1)
    ties = np.sum(alike**2 - 1)
    room = people**2 * (n**3 - n) - people * ties
    if people < 2 or room <= 0:
        return Concordance(None, None, None)
    w = float(12 * np.sum((totals - totals.mean()) ** 2) / room)
    return Concordance(w, people * (n - 1) * w, (people * w - 1) / (people - 1))


def variation(priorities: Array) -> Array:
    """The coefficient of variation (…, n) of priorities (…, people, n): standard deviation (n − 1) ÷ mean; 0 where all
    are 0.
    """
    mean = priorities.mean(axis=-2)
    spread = np.std(priorities, axis=-2, ddof=1) if priorities.shape[-2] > 1 else np.zeros_like(mean)
    return np.asarray(np.where(mean > 0, spread / np.where(mean > 0, mean, 1), 0.0))


def geometric_spread(answers: Array) -> Array:
    """The geometric standard deviation (n, n) of comparisons (people, n, n): 1 where all agree, NaN where fewer than
    two were asked. Goepel (2018), eq. 10.
    """
    asked = np.sum(~np.isnan(answers), axis=0)
    logs = np.log(answers)
    mean = np.nansum(logs, axis=0) / np.maximum(asked, 1)
    squares = np.nansum((logs - mean) ** 2, axis=0)
    spread: Array = np.where(asked > 1, np.exp(np.sqrt(squares / np.maximum(asked - 1, 1))), np.nan)
    return spread
