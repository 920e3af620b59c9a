"""MAVT: values added up, each criterion's figures turned into a value of its own. Keeney & Raiffa (1976).

A criterion's value function is given with it: points joined by lines, or the exponential of Kirkwood (1997) over its
declared range. Figures without one are worth what lies between the worst (0) and the best (1) of the frame.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from mcda.errors import Fault, TableError
from mcda.expression import step
from mcda.figures.table import as_numbers, declared, more_is_better
from mcda.language import Text
from mcda.methods import Linear, Method, Twin
from mcda.model.criterion import Criterion, Direction, Need
from mcda.model.table import Frame
from mcda.normalise import frame
from mcda.normalise.minmax import SCALING


@dataclass(frozen=True)
class Lines:
    """Values of figures joined by lines, in rising figures; beyond its ends a function stays where it is."""

    figures: tuple[float, ...]
    values: tuple[float, ...]

    def __call__(self, x: Any) -> Any:
        """The values of figures of any shape."""
        return np.interp(x, self.figures, self.values)


@dataclass(frozen=True)
class Exponential:
    """(1 − e^(−c·t)) ÷ (1 − e^(−c)), t running from 0 at the worst figure to 1 at the best. With c > 0 the first steps
    away from the worst count most, with c < 0 the last; Kirkwood's ρ is the range ÷ c. No figure is worth more than 1.
    """

    worst: float
    best: float
    curvature: float

    def __call__(self, x: Any) -> Any:
        """The values of figures of any shape."""
        t = np.clip((x - self.worst) / (self.best - self.worst), 0, 1)
        return t if self.curvature == 0 else np.expm1(-self.curvature * t) / np.expm1(-self.curvature)


@dataclass(frozen=True)
class Options:
    """None to choose: value functions stand with the criteria."""

    functions: tuple[Lines | Exponential | None, ...] = field(default=())


def prepare(criteria: tuple[Criterion, ...], o: Options) -> Options:
    """The options with a value function for each criterion that has one. Raises TableError for those that can't be."""
    faults = [fault for criterion in criteria if criterion.value for fault in _faults(criterion)]
    if faults:
        raise TableError(*faults)
    return replace(o, functions=tuple(_function(criterion) for criterion in criteria))


def _function(criterion: Criterion) -> Lines | Exponential | None:
    given, gain = criterion.value, more_is_better(criterion)
    if given is None:
        return None
    if given.points:
        figures = as_numbers(criterion, np.array([figure for figure, _ in given.points]))
        rising = np.argsort(figures)
        values = np.array([value for _, value in given.points])
        return Lines(tuple(figures[rising].tolist()), tuple(values[rising].tolist()))
    low, high = (float(end) for end in declared((criterion,))[:, 0])
    worst, best = (low, high) if gain else (high, low)
    return Exponential(worst, best, given.curvature or 0.0)


def _faults(criterion: Criterion) -> list[Fault]:
    """What is wrong with a value function: its ends, its order, or that a criterion with a target has points."""
    given, said = criterion.value, {"criterion": criterion.id}
    assert given is not None
    if not given.points:
        low, high = declared((criterion,))[:, 0]
        return [] if low < high else [Fault("value_range", said)]
    if criterion.direction is Direction.TARGET:
        return [Fault("value_target", said)]
    points = sorted(given.points)
    figures, values = [figure for figure, _ in points], [value for _, value in points]
    better = criterion.direction is Direction.MAX
    fits = len(set(figures)) == len(points) > 1 and 0 <= min(values) < max(values) <= 1
    return [] if fits and values == sorted(values, reverse=not better) else [Fault("value_points", said)]


def _values(x: Any, gain: Any, f: Frame, o: Options) -> Any:
    """Figures as values (…, m, n)."""
    values = SCALING.value(x, gain, f)
    if not any(o.functions):
        return values
    columns = [values[..., j] if function is None else function(x[..., j]) for j, function in enumerate(o.functions)]
    return np.stack(columns, axis=-1)


def _frame(x: Any, gain: Any, o: Options) -> Frame:
    return frame(x, gain, SCALING)


def contribution(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """What each criterion adds: w·v (…, m, n)."""
    v = step("v", Text("values", "价值"), _values(x, gain, f, o))
    return step("w·v", Text("weighted values", "加权价值"), w * v)


def score(x: Any, gain: Any, w: Any, f: Frame, o: Options) -> Any:
    """V = Σⱼ wⱼ vᵢⱼ (…, m, 1), from 0 to 1."""
    parts = contribution(x, gain, w, f, o)
    return step("V", Text("value", "总价值"), np.sum(parts, axis=-1, keepdims=True))


def by_weights(x: Any, gain: Any, f: Frame, o: Options) -> Callable[[Any], Any]:
    """The same for many weights (…, n) on one table (m, n): one product."""
    v = _values(x, gain, f, o)
    return lambda w: w @ v.T


def form(x: Any, gain: Any, f: Frame, o: Options) -> Linear:
    """The value itself."""
    return Linear(_values(x, gain, f, o))


METHOD = Method(
    title=Text("MAVT (value functions)", "MAVT（多属性价值函数）"),
    source="Keeney & Raiffa (1976), Decisions with Multiple Objectives; Kirkwood (1997), Strategic Decision Making",
    options=Options,
    score=score,
    frame=_frame,
    needs=lambda o: Need.INTERVAL,
    signed=lambda o: True,
    contribution=contribution,
    by_weights=by_weights,
    form=form,
    prepare=prepare,
    additive=True,
    linear=lambda o: not any(o.functions),
    traced=False,
    twin=lambda o: None if any(o.functions) else Twin("WSM", "minmax_normalization"),
)
