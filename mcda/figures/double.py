"""Is one thing counted twice, because one criterion's formula uses another criterion or a part of it?"""

from collections.abc import Mapping
from itertools import permutations
from typing import Any

import numpy as np

from mcda.expression import Name, Node, terms
from mcda.figures.derived import derive, typed, uses
from mcda.model.problem import Problem


def counted_twice(problem: Problem, values: dict[str, Any]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Pairs of criteria (a, b) and the additive parts of a that also move b, at these figures.

    A part counts only if its factor isn't zero: at a carbon price of 0 emissions are not in the cost.
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    trees = typed(problem)
    names = [criterion.id for criterion in problem.criteria]
    for a, b in permutations(names, 2):
        parts = [part for part in _parts(problem, a) if part != b and part in uses(trees, b)]
        shared = tuple(part for part in parts if _moves(problem, trees, values, part, b))
        if shared and (b, a) not in found:
            found[a, b] = shared
    return found


def _parts(problem: Problem, name: str) -> list[str]:
    """A column and the columns that it adds up, and those that these add up."""
    formula, found = problem.columns[name].formula, [name]
    if formula is not None:
        for term in terms(formula.tree):
            if isinstance(term, Name) and term.id in problem.columns:
                found += _parts(problem, term.id)
    return found


def _moves(problem: Problem, trees: Mapping[str, Node], values: dict[str, Any], part: str, criterion: str) -> bool:
    """Whether the criterion's figures change with those of the part."""
    between = {name: tree for name, tree in trees.items() if name != part and name in uses(trees, criterion)}
    changed: dict[str, Any] = {**values, part: np.asarray(values[part]) + 1.0}
    derive(problem, changed, {}, between)
    return not np.allclose(changed[criterion], values[criterion], rtol=1e-12, atol=0, equal_nan=True)
