"""Problem → weights → scores → ranking, on one page."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from mcda.errors import JudgementError, TableError
from mcda.figures import Tabulated, scenario_of, tabulate
from mcda.figures.table import declared
from mcda.methods import Look, Method, method_of, ready, spelled
from mcda.model import (
    Apart,
    Array,
    Frame,
    Problem,
    Ranking,
    Table,
    Weights,
    fingerprint,
)
from mcda.ranking.doubts import doubts, effective_weights, standings
from mcda.ranking.fit import fit
from mcda.ranking.weights import weights_of_problem as weights_of_problem

TIE = 1e-12
"""Scores that differ by less than this part of their range are equal, here as in a cell."""


def rank(
    problem: Problem,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
) -> Ranking:
    """Rank the alternatives of a problem by its plan, or as asked here instead.

    `weights` is the name of a weighting, or a number per criterion to be shared out. Raises an MCDAError where the
    figures, the judgements or the names can't serve.

    >>> import mcda
    >>> mcda.rank(mcda.load("hebei-steel"), method="weighted_sum").first
    ('bf_bof_bat',)
    """
    problem = planned(problem, method, options, scenario)
    weighed = weights_of_problem(problem, weights)
    tabulated = tabulate(problem, scenario_of(problem, problem.plan.scenario))
    return rank_table(problem, tabulated, weighed)


def planned(
    problem: Problem,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    scenario: str | None = None,
) -> Problem:
    """The problem with another method, options or scenario in its plan. A plan's options go with its own method."""
    plan = problem.plan
    chosen = plan.method if method is None else method
    kept = {} if chosen != plan.method else plan.options
    state = plan.scenario if scenario is None else scenario
    changed = replace(plan, method=chosen, options={**kept, **(options or {})}, scenario=state)
    return replace(problem, plan=changed)


def rank_table(problem: Problem, tabulated: Tabulated, weighed: Weights, frame: Frame | None = None) -> Ranking:
    """The ranking of one table: what `rank` gives, from figures and weights already at hand."""
    method, options = settled(problem)
    table = tabulated.ranked()
    cautions = fit(problem, method, options, table)
    w = aligned(weighed, table)
    frame = frame or frame_of(problem, method, options, table)
    scores = score(method, options, table, w, frame)
    parts = None
    if method.contribution is not None:
        parts = method.contribution(table.values, table.gain, w, frame, options)
    seen = method.look(problem, table, w, options) if method.look else Look()
    ranking = Ranking(
        problem=problem.id,
        scenario=problem.plan.scenario,
        method=problem.plan.method,
        options=spelled(options),
        table=table,
        scores=scores,
        ranks=ranks(scores),
        contributions=parts,
        contribution_kind=method.contribution_kind,
        weights=weighed,
        effective=effective_weights(method, options, table, w, frame),
        standing=standings(problem, table, w),
        apart=_apart(problem, tabulated, method, options, weighed),
        findings=(),
        fingerprint=fingerprint(problem),
        incomparable=seen.incomparable,
    )
    found = (*weighed.findings, *cautions, *seen.findings, *doubts(problem, tabulated, ranking, frame))
    return replace(ranking, findings=found)


def settled(problem: Problem, name: str | None = None, given: Mapping[str, str] | None = None) -> tuple[Method, Any]:
    """The method of a problem's plan, or the one named, with its options, in the one place where they are made ready:
    thresholds and value functions are those of the criteria. Raises UnknownName, and TableError where these contradict
    themselves.
    """
    name, given = name or problem.plan.method, problem.plan.options if name is None else given or {}
    try:
        return method_of(name), ready(name, given, problem.criteria)
    except TableError as error:
        places = {c.id: problem.columns[c.id].place for c in problem.criteria}
        faults = [f.at(places[f.values["criterion"]]) if "criterion" in f.values else f for f in error.faults]
        raise TableError(*faults) from None


def aligned(weighed: Weights, table: Table) -> Array:
    """Weights as a row (1, n) in the order of the table. Raises JudgementError for a criterion without one."""
    absent = [name for name in table.names if name not in weighed.criteria]
    if absent:
        raise JudgementError.of("weight_missing", name=absent[0])
    return np.array([[weighed.of(name) for name in table.names]])


def frame_of(problem: Problem, method: Method, options: Any, table: Table, values: Array | None = None) -> Frame | None:
    """The frame of one ranking: the table's own, or the declared ranges where plan or method ask for those. `values`
    (…, m, n) are figures in place of the table's, each with a frame of its own.
    """
    if method.frame is None:
        return None
    own = method.frame(table.values if values is None else values, table.gain, options)
    if not method.absolute(options) and problem.plan.frame != "declared":
        return own
    return in_declared(problem, method, options, own, table)


def in_declared(problem: Problem, method: Method, options: Any, union: Frame, table: Table) -> Frame:
    """A frame whose best and worst are the declared ranges; where none is declared, those of `union`."""
    assert method.frame is not None
    rows = declared(problem.criteria)
    low = np.where(np.isnan(rows[0]), np.minimum(union.best, union.worst), rows[0])
    high = np.where(np.isnan(rows[1]), np.maximum(union.best, union.worst), rows[1])
    ends = np.concatenate([np.atleast_2d(low), np.atleast_2d(high)], axis=-2)
    stated = method.frame(ends, table.gain, options)
    return stated if method.absolute(options) else Frame(stated.best, stated.worst, union.size)


def score(method: Method, options: Any, table: Table, w: Array, frame: Frame | None) -> Array:
    """Scores (…, m) of a table by a method, more is better."""
    result: Array = np.asarray(method.score(table.values, table.gain, w, frame, options))[..., 0]
    return result


def ranks(scores: Array) -> Array:
    """1 + the number of scores above mine by more than 1e-12 of the range: equal scores share a rank (1, 2, 2, 4)."""
    spread = np.ptp(scores, axis=-1, keepdims=True) * TIE
    if scores.ndim == 1 and scores.size > 512:
        rising = np.sort(scores)
        return np.asarray(1 + scores.size - np.searchsorted(rising, scores + spread, side="right"))
    above = scores[..., None, :] > (scores + spread)[..., :, None]
    return np.asarray(1 + above.sum(axis=-1))


def _apart(problem: Problem, tabulated: Tabulated, method: Method, options: Any, weighed: Weights) -> tuple[Apart, ...]:
    found = []
    for alternative in problem.alternatives:
        name = alternative.id
        if name not in tabulated.apart and name not in tabulated.gaps:
            continue
        place = None
        if (
            name not in tabulated.gaps
            and not np.isnan(tabulated.table.values[tabulated.table.alternatives.index(name)]).any()
        ):
            with_it = tabulated.ranked(also=name)
            frame = frame_of(problem, method, options, with_it)
            scores = score(method, options, with_it, aligned(weighed, with_it), frame)
            place = int(ranks(scores)[with_it.alternatives.index(name)])
        found.append(Apart(name, tabulated.apart.get(name, ()), tabulated.gaps.get(name, ()), place))
    return tuple(found)
