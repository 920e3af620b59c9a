"""Figures that follow from others: which come first, in which units, and what they amount to."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from mcda.errors import Fault, FormulaError, MCDAError, unknown
from mcda.expression import NONE, Node, Unit, evaluate, in_unit, names, parse_unit
from mcda.model.figure import Formula
from mcda.model.problem import Problem


def units(problem: Problem) -> dict[str, Unit]:
    """The unit of each parameter and column; an ordinal column counts as a pure number."""
    named = {name: parameter.figure.unit for name, parameter in problem.parameters.items()}
    named |= {name: column.unit for name, column in problem.columns.items()}
    return {name: parse_unit(unit) if unit else NONE for name, unit in named.items()}


def order(problem: Problem) -> list[str]:
    """The columns with a formula, each after those that it uses. Raises FormulaError naming a circle."""
    formulas = {name: column.formula for name, column in problem.columns.items() if column.formula}
    done: dict[str, None] = {}
    for start in formulas:
        path = {start: _used(formulas, start)} if start not in done else {}
        while path:
            name = next(reversed(path))
            below = next((used for used in path[name] if used not in done), None)
            if below is None:
                done[name] = None
                path.pop(name)
            elif below in path:
                circle = [*path][[*path].index(below) :]
                said = {"circle": " → ".join((*circle, below))}
                raise FormulaError(Fault("formula_circle", said, formulas[below].place))
            else:
                path[below] = _used(formulas, below)
    return [*done]


def _used(formulas: Mapping[str, Formula], name: str) -> list[str]:
    return [used.id for used in names(formulas[name].tree) if used.id in formulas]


def typed(problem: Problem) -> dict[str, Node]:
    """The formula of each derived column, in the column's unit, in the order in which they can be computed.

    Raises FormulaError with every fault: unknown names, circles, units that don't fit.
    """
    known = units(problem)
    trees: dict[str, Node] = {}
    faults: list[Fault] = []
    for name in order(problem):
        column = problem.columns[name]
        if column.formula is None:
            continue
        try:
            trees[name] = converted(column.formula, known, known[name])
        except MCDAError as error:
            faults += error.faults
    if faults:
        raise FormulaError(*faults)
    return trees


def converted(formula: Formula, known: Mapping[str, Unit], wanted: Unit) -> Node:
    """A formula in the unit wanted. Raises FormulaError at the formula's place."""
    strangers = [name for name in names(formula.tree) if name.id not in known]
    if strangers:
        found = [unknown("figure", name.id, tuple(known), formula.place) for name in strangers]
        raise FormulaError(
            *(Fault(f.code, f.values, f.place, (formula.text, *n.span)) for f, n in zip(found, strangers, strict=True))
        )
    try:
        return in_unit(formula.tree, known, wanted, formula.text)
    except MCDAError as error:
        raise error.at(formula.place) from None


def derive(problem: Problem, values: dict[str, Any], replaced: Mapping[str, Any], trees: Mapping[str, Node]) -> None:
    """Add the columns of `trees` (as from `typed`, in its order) to `values`, in place. `replaced` holds columns with
    figures of a scenario (NaN: as derived).
    """
    for name, tree in trees.items():
        formula = problem.columns[name].formula
        try:
            result = evaluate(tree, values, formula.text if formula else "")
        except MCDAError as error:
            raise error.at(formula.place if formula else problem.columns[name].place) from None
        given = replaced.get(name)
        values[name] = result if given is None else np.where(np.isnan(given), result, given)


def uses(trees: Mapping[str, Node], name: str) -> set[str]:
    """Everything that a derived column follows from, however many formulas away; itself included."""
    found, edge = {name}, [name]
    while edge:
        below = {used.id for used in names(trees[edge[0]])} - found if edge[0] in trees else set()
        found |= below
        edge = [*edge[1:], *below]
    return found
