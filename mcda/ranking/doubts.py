"""What to doubt in a ranking, found by looking at it: each finding is a question that a careful reader would ask."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from mcda.expression import parse_unit
from mcda.figures import Tabulated, counted_twice
from mcda.figures.derived import typed, uses
from mcda.methods import Method, method_of, ready
from mcda.model import Array, Column, Finding, Frame, Need, Problem, Ranking, Standing, Table, Weights, caution, remark
from mcda.pairwise import from_pairs
from mcda.weighting.ahp import second_look


def doubts(problem: Problem, tabulated: Tabulated, ranking: Ranking, frame: Frame | None) -> Iterator[Finding]:
    """The findings of one ranking, the gravest first."""
    yield from authorship(problem, ranking.weights, ranking.table, ranking.standing)
    yield from _compared(problem, ranking.table)
    yield from _twice(problem, tabulated)
    yield from ranges_left(problem, ranking.weights, ranking.table)
    yield from _shape(problem, ranking.table)
    yield from _dominated(problem, ranking.table)
    yield from _exchange(problem, ranking, frame)
    yield from _assumed(problem)


def effective_weights(method: Method, options: Any, table: Table, w: Array, frame: Frame | None) -> Array:
    """What weights amount to (n,), together 1: weight × (range in the table ÷ size of the scaling), or what the range
    in the table adds to a score that is linear in the figures.
    """
    spread: Array = np.ptp(table.values, axis=-2, keepdims=True)
    if frame is not None and method.linear(options):
        leverage = _worth(method, options, table, w, frame) * spread
    else:
        size: Array = spread if frame is None else frame.size
        with np.errstate(all="ignore"):
            leverage = np.where(size == 0, 0.0, w * spread / np.where(size == 0, 1.0, size))
    total = leverage.sum()
    effective: Array = (leverage / total if total else w)[0]
    return effective


def standings(problem: Problem, table: Table, w: Array) -> dict[str, float]:
    """The share of weight by the standing of the figures that it falls on. A formula's figures are calculated."""
    shares = dict.fromkeys((s.value for s in Standing), 0.0)
    for weight, criterion in zip(w[0].tolist(), table.criteria, strict=True):
        counted = _counted(problem.columns[criterion.id], table.alternatives)
        for standing, count in counted.items():
            shares[standing.value] += weight * count / counted.total()
    return shares


def _counted(column: Column, alternatives: tuple[str, ...]) -> Counter[Standing]:
    """How many figures of a column have each standing."""
    if column.formula is not None or column.equity:
        return Counter({Standing.CALCULATED: len(alternatives)})
    figures = map(column.of, alternatives)
    return Counter(Standing.CALCULATED if figure is None else figure.standing for figure in figures)


def authorship(problem: Problem, weighed: Weights, table: Table, standing: Mapping[str, float]) -> Iterator[Finding]:
    """Whose weights these are, and how much of the weight falls on placeholders."""
    used = [judgement for judgement in problem.judgements if judgement.who in weighed.people]
    if used and all(judgement.standing is Standing.PLACEHOLDER for judgement in used):
        yield caution("weights_illustration")
    held = standing[Standing.PLACEHOLDER.value]
    if held > 0:
        named = [
            c.title
            for c in table.criteria
            if any(f.standing is Standing.PLACEHOLDER for f in problem.columns[c.id].figures.values())
        ]
        code = "placeholders_carry" if held > 0.5 else "placeholders"
        yield caution(code, share=f"{100 * held:.0f} %", criteria=tuple(named))


def _compared(problem: Problem, table: Table) -> Iterator[Finding]:
    """Options that were compared in pairs: do these comparisons agree with themselves?"""
    names = [a.id for a in problem.alternatives]
    for criterion in table.criteria:
        pairs = problem.columns[criterion.id].pairs
        if pairs and len(names) > 2:
            yield from second_look(criterion.title, from_pairs(names, pairs), names, problem.plan)


def _twice(problem: Problem, tabulated: Tabulated) -> Iterator[Finding]:
    for (a, b), parts in counted_twice(problem, tabulated.values).items():
        named = tuple(problem.label(part) for part in parts)
        yield caution("counted_twice", a=problem.label(a), b=problem.label(b), parts=named)


def ranges_left(problem: Problem, weighed: Weights, table: Table) -> Iterator[Finding]:
    """Figures outside the ranges that were in view when importance was judged."""
    for judgement in problem.judgements:
        if judgement.who not in weighed.people:
            continue
        for j, criterion in enumerate(table.criteria):
            if criterion.id not in judgement.ranges:
                continue
            low, high = sorted(judgement.ranges[criterion.id])
            figures = table.shown[:, j]
            if figures.min() < low or figures.max() > high:
                ends = {"low": float(figures.min()), "high": float(figures.max()), "from_": low, "to": high}
                yield caution("range_left", criterion=criterion.title, who=judgement.who, **ends)


def _shape(problem: Problem, table: Table) -> Iterator[Finding]:
    if len(table.alternatives) == 1:
        yield caution("single")
        return
    flat = [c.title for j, c in enumerate(table.criteria) if np.ptp(table.values[:, j]) == 0]
    if flat:
        yield caution("constant", criteria=tuple(flat))
    alike: dict[bytes, list[str]] = {}
    for name, row in zip(table.alternatives, table.values + 0.0, strict=True):  # −0 is 0
        earlier = alike.setdefault(row.tobytes(), [])
        yield from (remark("twins", a=problem.label(other), b=problem.label(name)) for other in earlier)
        earlier.append(name)


def _dominated(problem: Problem, table: Table) -> Iterator[Finding]:
    """Options that another beats or equals everywhere."""
    if len(table.alternatives) > 200:
        return
    merit = np.where(table.gain, table.values, -table.values)
    at_least = np.all(merit[:, None, :] >= merit[None, :, :], axis=-1)
    better = np.asarray(at_least & np.any(merit[:, None, :] > merit[None, :, :], axis=-1))
    for loser in np.flatnonzero(better.any(axis=0)):
        by = [table.alternatives[k] for k in np.flatnonzero(better[:, loser])]
        labels = tuple(problem.label(name) for name in by)
        yield remark("dominated", loser=problem.label(table.alternatives[loser]), by=labels)


def _exchange(problem: Problem, ranking: Ranking, frame: Frame | None) -> Iterator[Finding]:
    """What weights say that one unit is worth in money, under methods that add up values linear in the figures."""
    method, table = method_of(ranking.method), ranking.table
    options = ready(ranking.method, ranking.options, table.criteria)
    if frame is None or not method.linear(options):
        return
    money = [j for j, c in enumerate(table.criteria) if c.unit and parse_unit(c.unit).money]
    w = np.array([[ranking.weights.of(c.id) for c in table.criteria]])
    worth = _worth(method, options, table, w, frame)
    for c in money[:1]:
        for j, criterion in enumerate(table.criteria):
            if j == c or criterion.scale.kind is Need.ORDER or not worth[j] or not worth[c]:
                continue
            rate = {"rate": float(worth[j] / worth[c]), "money": table.criteria[c].unit}
            yield remark("exchange_rate", criterion=criterion.title, unit=criterion.unit, **rate)


def _worth(method: Method, options: Any, table: Table, w: Array, frame: Frame) -> Array:
    """What one unit of each criterion (n,) adds to a score that is linear in the figures: from worst to best, per
    unit. 0 where the two are one.
    """
    n = len(table.criteria)
    best, worst = (np.broadcast_to(end, (1, n)) for end in (frame.best, frame.worst))
    ways = np.where(np.eye(n, dtype=bool), best, worst)
    values = np.asarray(method.score(np.concatenate([worst, ways]), table.gain, w, frame, options))[:, 0]
    spans = np.abs(best - worst)[0]
    return np.asarray(np.divide(values[1:] - values[0], spans, out=np.zeros(n), where=spans > 0))


def _assumed(problem: Problem) -> Iterator[Finding]:
    """Parameters that are only placeholders or judgements and enter a criterion's formula."""
    trees = typed(problem)
    used = set().union(*(uses(trees, c.id) for c in problem.criteria))
    weak = [p for p in problem.parameters.values() if p.id in used and p.figure.standing is Standing.PLACEHOLDER]
    if weak:
        yield caution("parameters_placeholder", names=tuple(p.label for p in weak))
