"""Each step of the method, from figures to scores, traced from its own definition."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from mcda.expression import Name, Node, Step, Traced, Untraceable, evaluate, steps
from mcda.methods import Method
from mcda.model import Array, Frame, Problem
from mcda.ranking import aligned, frame_of, settled
from mcda.spreadsheets.formulas import formulas
from mcda.spreadsheets.narrow import Narrow
from mcda.spreadsheets.writing.sheets import answer, criteria
from mcda.spreadsheets.writing.sheets.answer import Answer
from mcda.spreadsheets.writing.sheets.working import Working

DECLARED = ("best", "worst", "size")


@dataclass(frozen=True)
class _Run:
    """One run of a method's definition, on arrays or on names; `brought` is what each criterion brought."""

    kept: list[Step]
    score: Any
    brought: Any
    size: Any

    def nodes(self) -> "_Run":
        """The same with trees for what was traced."""
        return _Run(self.kept, *(None if part is None else part.node for part in (self.score, self.brought, self.size)))


def fill(working: Working) -> Answer:
    """The method by name, its steps, then scores, ranks and the order. Every step has a table; but where tables are too
    large to recalculate, what has an entry for each option and criterion is written inside the formulas that need it.
    """
    draft = working.draft
    method, options = settled(draft.problem)
    table = draft.ranking.table
    frame = frame_of(draft.problem, method, options, table)
    given = frame if _is_given(draft.problem, method, options) else None
    arrays = _run(method, options, table.values, table.gain, aligned(draft.ranking.weights, table), given)
    traced = _traced(method, options, given) if draft.live else None
    working.sheet.put(working.row, 0, draft.text(method.title), "strong")
    working.sheet.put(working.row, 1, method.source, "faint")
    working.row += 2
    _declared(working, given)
    if draft.narrow and traced:
        return _narrow(working, arrays, traced, given)
    trees = {step.symbol: step.value for step in traced.kept} if traced else {}
    for step in arrays.kept:
        _table(working, f"{step.symbol}  {draft.text(step.title)}", step.symbol, step.value, trees.get(step.symbol))
    brought = _brought(working, arrays, traced)
    _effective(working, traced)
    return answer.fill(working, traced.score if traced else None, brought)


def traceable(problem: Problem) -> bool:
    """Whether the method of the plan can be said in cells."""
    method, options = settled(problem)
    row = np.zeros((1, len(problem.criteria)))
    return _traced(method, options, Frame(row, row, row) if _is_given(problem, method, options) else None) is not None


def _is_given(problem: Problem, method: Method, options: Any) -> bool:
    """Whether plan or method give the frame, in place of the table."""
    return problem.plan.frame == "declared" or method.absolute(options)


def _traced(method: Method, options: Any, given: Frame | None) -> _Run | None:
    """The definition as trees, in the frame that is `given` or in its own; None where it can't be said in cells."""
    if not method.traced:
        return None
    try:
        x, gain, w = (Traced(Name(name)) for name in ("x", "gain", "w"))
        return _run(method, options, x, gain, w, given).nodes()
    except Untraceable:
        return None


def _run(method: Method, options: Any, x: Any, gain: Any, w: Any, given: Frame | None) -> _Run:
    """The method's definition once through, with what each criterion brings and the size of the scaling."""
    with steps() as kept:
        frame = method.frame(x, gain, options) if method.frame and not (given and method.absolute(options)) else None
        if given is not None:
            frame = _named(given, frame) if isinstance(x, Traced) else given
        score = method.score(x, gain, w, frame, options)
        brought = None
        if method.contribution is not None:
            brought = method.contribution(x, gain, w, frame, options)
    return _Run(kept, score, brought, frame.size if frame else None)


def _named(given: Frame, own: Frame | None) -> Frame:
    """Declared ends by their names, and the size that the table itself has."""
    best, worst, size = (Traced(Name(f"declared {end}")) for end in DECLARED)
    return Frame(best, worst, own.size if own else size)


def _declared(working: Working, given: Frame | None) -> None:
    """The frame where the plan or the method gives it."""
    if given is None:
        return
    for end in DECLARED:
        values = np.broadcast_to(getattr(given, end), (1, len(working.draft.problem.criteria)))
        working.sheet.put(working.row, 0, working.draft.say(f"declared_{end}"))
        working.areas[f"declared {end}"] = working.sheet.block(working.row, 1, values, "number", [])
        working.row += 1


def _table(working: Working, title: str, symbol: str, value: Any, tree: Node | None) -> None:
    """One step: its name, its table of figures, its formulas."""
    draft, sheet, row = working.draft, working.sheet, working.row
    values = np.asarray(value, dtype=float)
    alone = values.shape[-2] == 1
    values = working.spread(values)
    m, n = len(values), len(values[0])
    sheet.put(row, 0, title, "strong")
    first = "" if alone else draft.say("option")
    if n > 1:
        working.heads(row + 1, first)
    else:
        sheet.line(row + 1, [first, symbol], "heading")
    if not alone:
        working.options(row + 2)
    said = [*formulas(tree, working.areas, m, n, working.counted)] if tree is not None else []
    working.areas[symbol] = sheet.block(row + 2, 1, values, "score", said)
    working.row += m + 3


def _brought(working: Working, arrays: _Run, traced: _Run | None) -> Any:
    """What each criterion brought, where a step holds it already or in a table of its own."""
    if arrays.brought is None:
        return None
    tree = traced.brought if traced else None
    if isinstance(tree, Name):
        return working.areas[tree.id]
    draft = working.draft
    title = draft.say(f"brought.{settled(draft.problem)[0].contribution_kind}")
    _table(working, title, BROUGHT, arrays.brought, tree)
    return working.areas[BROUGHT]


BROUGHT = "brought"


def _effective(working: Working, traced: _Run | None) -> None:
    """What weights amount to, by the size of the scaling if that has a name."""
    size = working.areas.get(traced.size.id) if traced and isinstance(traced.size, Name) else None
    criteria.effective(working.draft, working.areas["x"], size)


def _narrow(working: Working, arrays: _Run, traced: _Run, given: Frame | None) -> Answer:
    """Rows with an entry per criterion, then one line per option with whatever has an entry per option."""
    draft, sheet = working.draft, working.sheet
    narrow = Narrow({"x": (True, True), **dict.fromkeys([*working.areas.keys() - {"x"}], (False, True))})
    narrow.add(traced.kept)
    score = narrow.said(traced.score)
    values = _values(draft.ranking.table.values, working, narrow, given)
    columns = []
    working.heads(working.row)
    for step in narrow.kept:
        if narrow.along[step.symbol][0]:
            columns.append(step)
            continue
        working.row += 1
        sheet.put(working.row, 0, f"{step.symbol}  {draft.text(step.title)}")
        row = np.atleast_2d(values[step.symbol])
        said = [*formulas(step.value, working.areas, 1, row.shape[1], working.counted)]
        working.areas[step.symbol] = sheet.block(working.row, 1, row, "score", said)
    working.row += 2
    _columns(working, columns, values)
    _effective(working, traced)
    return answer.fill(working, score, None, column=len(columns) + 2)


def _columns(working: Working, columns: list[Step], values: dict[str, Array]) -> None:
    """The steps with an entry per option, side by side."""
    draft, sheet, row = working.draft, working.sheet, working.row
    working.options(row + 2)
    sheet.put(row + 1, 0, draft.say("option"), "heading")
    sheet.heads = (row + 1, row + 1)
    m = len(draft.problem.alternatives)
    for k, step in enumerate(columns):
        sheet.put(row + 1, 1 + k, f"{step.symbol} {draft.text(step.title)}", "heading")
        said = [*formulas(step.value, working.areas, m, 1, working.counted)]
        working.areas[step.symbol] = sheet.block(row + 2, 1 + k, working.spread(values[step.symbol]), "score", said)


def _values(x: Array, working: Working, narrow: Narrow, given: Frame | None) -> dict[str, Any]:
    """The values of all that is kept, from the trees themselves."""
    table = working.draft.ranking.table
    found: dict[str, Any] = {"x": x, "gain": table.gain, "w": aligned(working.draft.ranking.weights, table)}
    found |= {f"declared {end}": getattr(given, end) for end in DECLARED} if given else {}
    for step in narrow.kept:
        found[step.symbol] = evaluate(step.value, found)
    return found
