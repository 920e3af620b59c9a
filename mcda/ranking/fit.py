"""Can this method take this table? What it can't is an error with the criterion's name; what is doubtful, a finding."""

from dataclasses import fields
from typing import Any

import numpy as np

from mcda.errors import Fault, TableError
from mcda.methods import Method
from mcda.model import Criterion, Finding, Need, Problem, Table, caution, remark


def fit(problem: Problem, method: Method, options: Any, table: Table) -> tuple[Finding, ...]:
    """What is to be said of a table under a method. Raises TableError with every criterion that it can't use."""
    needed = method.needs(options)
    faults: list[Fault] = []
    for j, criterion in enumerate(table.criteria):
        faults += _faults(problem, method, options, criterion, table.values[..., j], needed)
    if faults:
        raise TableError(*faults)
    levels = [c.title for c in table.criteria if c.scale.kind is Need.ORDER and not _valued(c)]
    found = []
    if needed is Need.RATIO and levels:
        found.append(caution("levels_as_ratio", criteria=tuple(levels)))
    elif needed is Need.INTERVAL and levels:
        found.append(remark("levels_as_interval", criteria=tuple(levels)))
    return tuple(found)


def _faults(problem: Problem, method: Method, options: Any, c: Criterion, values: Any, needed: Need) -> list[Fault]:
    said = {"criterion": c.id, "method": method.title}
    place = problem.columns[c.id].place
    if not np.all(np.isfinite(values)):
        return [Fault("table_infinite", said, place)]
    if c.scale.kind is Need.INTERVAL and needed is Need.RATIO:
        return [Fault("scale_weak", said, place)]
    if not method.signed(options) and (values < 0).any():
        scaled = any(option.name == "scaling" for option in fields(method.options))
        return [Fault("table_negative" if scaled else "table_negative_here", said, place)]
    if method.absolute(options) and c.scale.kind is not Need.ORDER and c.range is None:
        return [Fault("range_missing", said, place)]
    return []


def _valued(criterion: Criterion) -> bool:
    return all(level.value is not None for level in criterion.scale.levels)
