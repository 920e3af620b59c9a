"""What is uncertain, and what it may be instead: drivers, each drawn once and shared by everything that moves with it.

Uncertainty belongs first to parameters: a figure that follows from one by a formula is drawn with it, so that one
draw of the hydrogen price reaches every route. A range of a single figure is a driver of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from mcda.figures.derived import typed, uses
from mcda.figures.known import factor, known
from mcda.figures.missing import ends, filled
from mcda.figures.table import as_numbers
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Need
from mcda.model.figure import Figure, Missing
from mcda.model.problem import Problem, Scenario

ANYWHERE = "anywhere"
"""The ends of a figure that is missing: all between them is as likely."""
NORMAL_10 = 1.2815515655446004
"""The standard normal's 90 % quantile."""


@dataclass(frozen=True)
class Member:
    """One figure of a driver: a parameter, or the cell of a column (`alternative` not empty)."""

    name: str
    alternative: str
    figure: Figure
    whole: bool


@dataclass(frozen=True)
class Driver:
    """What is drawn at once. `id` is a parameter, or `column/alternative`."""

    id: str
    label: Text
    members: tuple[Member, ...]


def drivers(problem: Problem, scenario: Scenario) -> tuple[Driver, ...]:
    """The drivers that reach a criterion in a scenario: parameters with a range that it does not set, with what moves
    with them, and single figures with a range.
    """
    trees = typed(problem)
    reached = set().union(*(uses(trees, c.id) for c in problem.criteria))
    levels = {c.id for c in problem.criteria if c.scale.kind is Need.ORDER}
    groups: dict[str, list[Member]] = {}
    labels: dict[str, Text] = {}
    for name, parameter in problem.parameters.items():
        equity = problem.geography is not None and name == problem.geography.moved
        if name not in scenario.set and _ranged(parameter.figure) and (name in reached or equity):
            root = _root(problem, name)
            labels[root] = problem.parameters[root].label
            groups.setdefault(root, []).append(Member(name, "", parameter.figure, False))
    for name in reached & set(problem.columns):
        for option, figure in problem.columns[name].figures.items():
            if (option, name) in scenario.figures or not _ranged(figure):
                continue
            root = _root(problem, figure.moves_with) if figure.moves_with else f"{name}/{option}"
            column, label = problem.columns[name].label, problem.label(option)
            labels.setdefault(root, Text(f"{column.en}: {label.en}", f"{column.zh}：{label.zh}"))
            groups.setdefault(root, []).append(Member(name, option, _converted(problem, name, figure), name in levels))
    for member in _gaps(problem, scenario):
        root = f"{member.name}/{member.alternative}"
        column, label = problem.columns[member.name].label, problem.label(member.alternative)
        labels[root], groups[root] = Text(f"{column.en}: {label.en}", f"{column.zh}：{label.zh}"), [member]
    order = [*problem.parameters, *sorted(set(groups) - set(problem.parameters))]
    found = [(root, sorted(groups[root], key=lambda member: member.name != root)) for root in order if root in groups]
    return tuple(Driver(root, labels[root], tuple(members)) for root, members in found)


def _converted(problem: Problem, name: str, figure: Figure) -> Figure:
    """A figure in the unit of its column."""
    by = factor(figure, problem.columns[name])
    if by == 1:
        return figure
    low, high = (None if end is None else end * by for end in (figure.low, figure.high))
    return replace(figure, mode=figure.mode * by, low=low, high=high, unit=problem.columns[name].unit)


def _gaps(problem: Problem, scenario: Scenario) -> list[Member]:
    """Missing figures that are to be drawn over the range."""
    asked = [c for c in problem.criteria if problem.columns[c.id].missing is Missing.DRAW]
    values = known(problem, scenario) if asked else {}
    found = []
    for criterion in asked:
        figures = np.broadcast_to(values[criterion.id], (len(problem.alternatives),))
        low, high = (float(np.squeeze(end)) for end in ends(figures, criterion))
        figure = Figure(mode=(low + high) / 2, low=low, high=high, ends=ANYWHERE)
        whole = criterion.scale.kind is Need.ORDER
        empty = [a.id for a, value in zip(problem.alternatives, figures, strict=True) if np.isnan(value)]
        found += [Member(criterion.id, name, figure, whole) for name in empty]
    return found


def _ranged(figure: Figure) -> bool:
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return not figure.missing and any(end != figure.mode for end in ends)


def _root(problem: Problem, name: str) -> str:
    """The parameter at the head of a chain of `moves_with`."""
    seen = [name]
    while (above := problem.parameters[seen[-1]].figure.moves_with) and above not in seen:
        seen.append(above)
    return seen[-1]


def quantile(figure: Figure, u: Any, whole: bool = False) -> Any:
    """The value of a figure at the quantile u in (0, 1): triangular between bounds, cases or studies; two halves of
    normals where the ends are p10 and p90; even where nothing is known. Levels come out whole.
    """
    low = figure.mode if figure.low is None else figure.low
    high = figure.mode if figure.high is None else figure.high
    if figure.ends == ANYWHERE:
        reach = 0.5 if whole else 0.0
        even = low - reach + (high - low + 2 * reach) * u
        return np.clip(np.rint(even), low, high) if whole else even
    if figure.ends == "p10-p90":
        return _split_normal(low, figure.mode, high, u)
    if not whole:
        return triangular(low, figure.mode, high, u)
    return np.clip(np.rint(triangular(low - 0.5, figure.mode, high + 0.5, u)), low, high)


def triangular(low: float, mode: float, high: float, u: Any) -> Any:
    """The quantile of the triangular distribution, without a branch."""
    if high == low:
        return np.full(np.shape(u), mode)
    split = (mode - low) / (high - low)
    left, right = (high - low) * (mode - low), (high - low) * (high - mode)
    return np.sqrt(np.minimum(u, split) * left) - np.sqrt((1 - np.maximum(u, split)) * right) + (low + high - mode)


def _split_normal(low: float, mode: float, high: float, u: Any) -> Any:
    """Two halves of normals that meet at the mode, which is the median; 10 % lie below low and 10 % above high."""
    from scipy.special import ndtri

    z = ndtri(u)
    return mode + np.where(z < 0, mode - low, high - mode) / NORMAL_10 * z


def drawn(problem: Problem, scenario: Scenario, chosen: tuple[Driver, ...], u: Iterable[Array]) -> dict[str, Any]:
    """What `known` takes in place of the modes: parameters (B, 1) and columns (B, m), from quantiles u, a row (B,) per
    driver; beside them what `tables` puts in gaps.
    """
    at = {a.id: i for i, a in enumerate(problem.alternatives)}
    base = known(problem, scenario) if chosen else {}
    found: dict[str, Any] = {}
    for driver, row in zip(chosen, u, strict=True):
        for member in driver.members:
            values = quantile(member.figure, row, member.whole)
            if not member.alternative:
                found[member.name] = values[:, None]
                continue
            name = _place(member)
            if name not in found:
                found[name] = np.empty((len(at), len(row))).T
                found[name][:] = base[member.name]
            found[name][:, at[member.alternative]] = values
    return found


def put_back(problem: Problem, given: Mapping[str, Any], driver: Driver) -> dict[str, Any]:
    """What was drawn, with one driver at its modes."""
    at = {a.id: i for i, a in enumerate(problem.alternatives)}
    found = dict(given)
    for member in driver.members:
        if not member.alternative:
            del found[member.name]
            continue
        name = _place(member)
        found[name] = np.copy(found[name], order="K")
        found[name][:, at[member.alternative]] = member.figure.mode
    return found


def _place(member: Member) -> str:
    """Where a single figure's draws are kept: with its column, or with the stand-ins of what is missing there."""
    return _gap(member.name) if member.figure.ends == ANYWHERE else member.name


def _gap(criterion: str) -> str:
    """Where the drawn stand-ins of a criterion's missing figures are kept."""
    return f"{criterion}/gaps"


def tables(problem: Problem, scenario: Scenario, given: Mapping[str, Any], keep: list[int], size: int) -> Array:
    """The figures of the options `keep` as a method takes them, for every draw (B, k, n); draws are contiguous."""
    values = known(problem, scenario, given)
    block = np.empty((len(problem.criteria), len(keep), size))
    for j, criterion in enumerate(problem.criteria):
        figures = np.broadcast_to(values[criterion.id], (size, len(problem.alternatives)))
        figures = filled(figures, criterion, problem.columns[criterion.id], given.get(_gap(criterion.id)))
        np.take(as_numbers(criterion, figures.T), keep, axis=0, out=block[j], mode="clip")
    return block.transpose(2, 1, 0)
