"""The table that a method receives, in a scenario: what is known, levels counted, gaps settled, red lines drawn."""

from dataclasses import dataclass
from itertools import compress
from typing import Any

import numpy as np

from mcda.errors import TableError
from mcda.figures.known import known
from mcda.figures.missing import filled, gap
from mcda.figures.ordinal import counted
from mcda.figures.requirements import breaches
from mcda.model.criterion import Criterion, Direction, Need
from mcda.model.figure import Missing
from mcda.model.problem import Problem, Scenario
from mcda.model.result import Breach
from mcda.model.table import Table


@dataclass(frozen=True)
class Tabulated:
    """All options of a problem in a scenario; `apart` says which are set apart by requirements, `gaps` which are left
    out for want of a figure. `values` holds everything that is known.
    """

    table: Table
    apart: dict[str, tuple[Breach, ...]]
    gaps: dict[str, tuple[str, ...]]
    values: dict[str, Any]

    def ranked(self, also: str = "") -> Table:
        """The table of the options that are neither set apart nor left out, and of `also`."""
        out = ({*self.apart} | {*self.gaps}) - {also}
        keep = [i for i, name in enumerate(self.table.alternatives) if name not in out]
        if not keep:
            raise TableError.of("table_all_apart")
        names = tuple(self.table.alternatives[i] for i in keep)
        t = self.table
        return Table(names, t.criteria, t.values[..., keep, :], t.gain, t.shown[..., keep, :])


def tabulate(problem: Problem, scenario: Scenario) -> Tabulated:
    """The table at the scenario's modes. Raises TableError for each missing figure that has no policy."""
    values = known(problem, scenario)
    m = len(problem.alternatives)
    shown = np.stack([np.broadcast_to(values[c.id], (m,)) for c in problem.criteria], axis=-1)
    full = np.stack([filled(shown[..., j], c, problem.columns[c.id]) for j, c in enumerate(problem.criteria)], axis=-1)
    apart = breaches(problem, values)
    gaps = _gaps(problem, full, apart)
    numbers = np.stack([as_numbers(c, full[..., j]) for j, c in enumerate(problem.criteria)], axis=-1)
    names = tuple(a.id for a in problem.alternatives)
    gain = np.array([[more_is_better(c) for c in problem.criteria]])
    return Tabulated(Table(names, problem.criteria, numbers, gain, full), apart, gaps, values)


def as_numbers(criterion: Criterion, figures: Any) -> Any:
    """Figures as a method takes them: levels counted, and distances from a target in place of the figures."""
    if criterion.scale.kind is Need.ORDER:
        return counted(criterion, figures)
    if criterion.direction is Direction.TARGET:
        return np.abs(figures - criterion.target)
    return figures


def more_is_better(criterion: Criterion) -> bool:
    """Whether more is better of what `as_numbers` gives."""
    return criterion.scale.kind is Need.ORDER or criterion.direction is Direction.MAX


def _gaps(problem: Problem, full: Any, apart: dict[str, tuple[Breach, ...]]) -> dict[str, tuple[str, ...]]:
    faults, gaps = [], {}
    missing = np.isnan(full).any(axis=tuple(range(full.ndim - 2))).tolist()
    for alternative, row in zip(problem.alternatives, missing, strict=True):
        empty = [*compress(problem.criteria, row)]
        if not empty or alternative.id in apart:
            continue
        refused = [c for c in empty if problem.columns[c.id].missing is Missing.REFUSE]
        faults += [gap(alternative.id, c, problem.columns[c.id]) for c in refused]
        gaps[alternative.id] = tuple(c.id for c in empty)
    if faults:
        raise TableError(*faults)
    return gaps


def declared(criteria: tuple[Criterion, ...]) -> Any:
    """The declared ranges as a method takes them: rows low and high (2, n), NaN where none is declared."""
    rows = np.full((2, len(criteria)), np.nan)
    for j, criterion in enumerate(criteria):
        if criterion.scale.kind is Need.ORDER:
            keys = [float(level.key) for level in criterion.scale.levels]
            numbers = counted(criterion, np.array(criterion.range or keys))
            rows[:, j] = numbers.min(), numbers.max()
        elif criterion.range is not None:
            ends = as_numbers(criterion, np.array(criterion.range))
            inside = criterion.direction is Direction.TARGET
            rows[:, j] = (0.0, ends.max()) if inside else (ends.min(), ends.max())
    return rows
