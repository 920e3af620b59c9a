"""Red lines: which options they set apart, why, and at which value of a parameter they would not."""

from typing import Any

import numpy as np

from mcda.errors import MCDAError
from mcda.expression import Name, Node, Unit, evaluate, in_unit, names, unit_of_tree
from mcda.figures.derived import units
from mcda.model.problem import Problem, Requirement
from mcda.model.result import Breach, Turning


def breaches(problem: Problem, values: dict[str, Any]) -> dict[str, tuple[Breach, ...]]:
    """For each option that a requirement sets apart, what it breaks. `values` as in `known`.

    Raises FormulaError where a requirement can't be computed.
    """
    found: dict[str, tuple[Breach, ...]] = {}
    for requirement in problem.requirements:
        figure, limit, unit = trees(problem, requirement)
        have = np.broadcast_to(evaluate(figure, values, requirement.figure.text), (len(problem.alternatives),))
        allowed = np.broadcast_to(evaluate(limit, values, requirement.limit.text), have.shape)
        broken = have > allowed if requirement.at_most else have < allowed
        for i in np.flatnonzero(broken):
            turnings = tuple(_turnings(problem, figure, limit, values, int(i)))
            breach = Breach(
                requirement.id, float(have[i]), float(allowed[i]), _spelled(requirement, problem, unit), turnings
            )
            name = problem.alternatives[i].id
            found[name] = (*found.get(name, ()), breach)
    return found


def trees(problem: Problem, requirement: Requirement) -> tuple[Node, Node, Unit]:
    """The figure and the limit in one unit. A limit that is a plain number is in the figure's unit."""
    known = units(problem)
    try:
        unit = unit_of_tree(requirement.figure.tree, known, requirement.figure.text)
        figure = in_unit(requirement.figure.tree, known, unit, requirement.figure.text)
    except MCDAError as error:
        raise error.at(requirement.figure.place) from None
    limit = requirement.limit.tree
    try:
        if any(True for _ in names(limit)):
            limit = in_unit(limit, known, unit, requirement.limit.text)
    except MCDAError as error:
        raise error.at(requirement.limit.place) from None
    return figure, limit, unit


def _spelled(requirement: Requirement, problem: Problem, unit: Unit) -> str:
    """The unit as the case writes it, where a single figure or the limit has it."""
    for formula in (requirement.limit, requirement.figure):
        if isinstance(formula.tree, Name):
            name = formula.tree.id
            return problem.columns[name].unit if name in problem.columns else problem.parameters[name].figure.unit
    return str(unit)


def _turnings(problem: Problem, figure: Node, limit: Node, values: dict[str, Any], i: int) -> list[Turning]:
    """The value of each parameter at which figure and limit meet, others unchanged, where that is a straight line."""
    used = {name.id for tree in (figure, limit) for name in names(tree) if name.id in problem.parameters}
    found = []
    for name in sorted(used):
        start = float(values[name])
        other = start * 0.5 if start else 1.0
        a, b = (_gap(figure, limit, values, name, x, i) for x in (start, other))
        if a == b:
            continue
        root = start - a * (other - start) / (b - a)
        if abs(_gap(figure, limit, values, name, root, i)) <= 1e-9 * max(abs(a), abs(b)):
            found.append(Turning(name, root, problem.parameters[name].figure.unit, root < start))
    return found


def _gap(figure: Node, limit: Node, values: dict[str, Any], name: str, value: float, i: int) -> float:
    changed = {**values, name: value}
    have, allowed = (np.asarray(evaluate(tree, changed)) for tree in (figure, limit))
    pick = [x[i] if x.ndim else x for x in (have, allowed)]
    return float(pick[0] - pick[1])
