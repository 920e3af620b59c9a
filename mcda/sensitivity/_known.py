"""What is known of weights, as something to draw from: a case's own statements, or those that come with a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from mcda.model import Array, Problem, Table
from mcda.weighting.constrained import Sampler, constraints_of, sampler_of

GIVEN = "given"
"""Whose the statements are that come with a question."""


@dataclass(frozen=True)
class Known:
    """Statements by person, and how weights are drawn from all that each person's statements allow."""

    statements: Mapping[str, tuple[str, ...]]
    samplers: tuple[Sampler, ...]

    @property
    def exact(self) -> bool:
        """Whether draws are independent and uniform."""
        return all(sampler.exact for sampler in self.samplers)

    def draw(self, rng: np.random.Generator, size: int) -> Array:
        """Weights (n, size), uniform within what one person said; of several people each is as likely."""
        if len(self.samplers) == 1:
            return _column(self.samplers[0].draw(size, rng))
        whose = rng.integers(len(self.samplers), size=size)
        found = np.empty((len(self.samplers[0].region.inside), size))
        for k, sampler in enumerate(self.samplers):
            found[:, whose == k] = _column(sampler.draw(int(np.count_nonzero(whose == k)), rng))
        return found


def _column(w: Array) -> Array:
    return np.ascontiguousarray(np.maximum(w, 0).T)  # corners leave −1e-17 behind


def known_of(problem: Problem, table: Table, given: Sequence[str], weights: str | None) -> Known | None:
    """What is known of the weights of a table's criteria: by statements that are given, else by those of the case where
    its weights rest on such; None where nothing is. `weights` is the weighting asked for, None for the plan's.

    Raises JudgementError for statements that can't be read, and for those that contradict each other.
    """
    if given:
        return Known({GIVEN: tuple(given)}, (_sampler(problem, table, given),))
    if (weights or problem.plan.weights) != "constrained":
        return None
    said: dict[str, tuple[str, ...]] = {}
    for judgement in problem.judgements:
        if judgement.form == "constraints":
            said[judgement.who] = (*said.get(judgement.who, ()), *judgement.constraints)
    return Known(said, tuple(_sampler(problem, table, statements) for statements in said.values())) if said else None


def _sampler(problem: Problem, table: Table, statements: Sequence[str]) -> Sampler:
    """How weights in the order of a table are drawn."""
    labels = {name: problem.label(name) for name in problem.tree.below()}
    constraints = constraints_of(problem.tree, statements, labels)
    leaves = problem.tree.leaves()
    return sampler_of(
        replace(constraints, rows=constraints.rows[:, [leaves.index(name) for name in table.names]]), len(leaves)
    )
