"""Are scores values, and what is their zero? Where they aren't, they can't be averaged, added up or paid for."""

from typing import Any

import numpy as np

from mcda.errors import Fault, TableError
from mcda.figures.table import declared
from mcda.methods import Method
from mcda.model import Array, Frame, Problem, Table
from mcda.ranking import in_declared

TIE = 1e-9


def valued(method: Method, options: Any, table: Table, frame: Frame) -> bool:
    """Whether scores are values: sums of what is linear in the figures, or runs from 0 (worst) to 1 (best)."""
    if not method.additive or method.contribution is None:
        return False
    return method.linear(options) or bool(np.abs(of_ends(method, options, table, frame) - [[0.0], [1.0]]).max() < 1e-9)


def of_ends(method: Method, options: Any, table: Table, frame: Frame) -> Array:
    """What the worst and the best figure of each criterion are worth (2, n), under a method that adds up."""
    assert method.contribution is not None
    n = len(table.criteria)
    rows = np.concatenate([np.broadcast_to(end, (1, n)) for end in (frame.worst, frame.best)])
    return np.asarray(method.contribution(rows, table.gain, np.ones((1, n)), frame, options))


def declared_frame(problem: Problem, method: Method, options: Any, table: Table) -> Frame:
    """The frame of the declared ranges. Raises TableError unless scores are values in it, the worst of every range
    counts 0, and all figures lie inside.
    """
    if not method.additive or method.frame is None or method.contribution is None:
        raise TableError.of("portfolio_method", method=method.title)
    ends = declared(table.criteria)
    open_ended = [c.id for c, low in zip(table.criteria, ends[0], strict=True) if np.isnan(low)]
    if open_ended:
        raise TableError(*(Fault("portfolio_range", {"criterion": name}) for name in open_ended))
    own = method.frame(table.values, table.gain, options)
    frame = in_declared(problem, method, options, own, table)
    if not valued(method, options, table, frame):
        raise TableError.of("portfolio_method", method=method.title)
    worst = of_ends(method, options, table, frame)[0]
    other = tuple(c.title for c, value in zip(table.criteria, worst, strict=True) if abs(value) > TIE)
    if other:
        raise TableError.of("portfolio_worst", method=method.title, criteria=other)
    refuse_outside(problem, table, problem.plan.scenario)
    return frame


def refuse_outside(problem: Problem, table: Table, scenario: str) -> None:
    """Raise TableError for a figure of a scenario outside its declared range: the frame would not hold it."""
    low, high = declared(table.criteria)
    outside = (table.values < low - TIE) | (table.values > high + TIE)
    faults = []
    for i, j in np.argwhere(outside):
        criterion = table.criteria[j]
        said = {"criterion": criterion.id, "alternative": table.alternatives[i], "found": float(table.values[i, j])}
        said |= {"low": float(low[j]), "high": float(high[j]), "scenario": problem.scenarios[scenario].label}
        faults.append(Fault("range_outside", said, problem.columns[criterion.id].place))
    if faults:
        raise TableError(*faults)


def usable(method: Method, options: Any, x: Array, gain: Any, union: Frame, stated: Frame) -> tuple[Frame, Any]:
    """The frame `stated`, with the `union` for criteria that tell options (m, n) apart in that alone; and which those
    are (n,): a method that divides by the best end of a range finds nothing to tell apart where that is 0.
    """
    lost = _told_apart(method, options, x, gain, union) & ~_told_apart(method, options, x, gain, stated)
    best, worst = np.where(lost, union.best, stated.best), np.where(lost, union.worst, stated.worst)
    return Frame(best, worst, stated.size), lost


def _told_apart(method: Method, options: Any, x: Array, gain: Any, frame: Frame) -> Any:
    """Whether a criterion tells options apart in a frame (n,); yes where the method doesn't say what each brings."""
    if method.contribution is None:
        return np.ones(x.shape[-1], dtype=bool)
    parts = np.asarray(method.contribution(x, gain, np.ones((1, x.shape[-1])), frame, options))
    return np.ptp(parts, axis=-2) > 0
