"""The criteria as a tree: direction, unit, range, the weight that judgements give, one's own, and the one in use."""

from collections.abc import Iterator, Mapping

import numpy as np

from mcda.model import Branch, Criterion, Need
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Sheet, quoted

HEADS = (
    "criterion", "other_language", "id", "better", "unit", "low", "high", "local", "judged", "own", "in_use",
    "effective", "definition",
)  # fmt: skip
LOCAL, JUDGED, OWN, USED, EFFECTIVE, DEFINITION = range(7, 13)
HEAD = 5


def fill(draft: Draft) -> None:
    """One row per branch and criterion, each with what it counts among its siblings and in all."""
    sheet = draft.sheet("criteria")
    sheet.put(0, 0, draft.called("criteria"), "title")
    if draft.inputs:
        sheet.put(1, 0, draft.say("criteria_how"), "faint")
    if draft.inputs and not draft.weights_live:
        sheet.put(2, 0, draft.say("weights_values"), "faint")
    sheet.line(HEAD, [draft.say(code) for code in HEADS], "heading")
    sheet.freeze = (HEAD + 1, 1)
    sheet.widths = {0: 30, 1: 24, 2: 22, 3: 14, 4: 14, 12: 56, **dict.fromkeys(range(5, 12), 11)}
    criteria = {c.id: c for c in draft.problem.criteria}
    rows = list(_walked(draft.problem.tree, None, 0))
    at = {name: HEAD + 1 + k for k, (name, *_) in enumerate(rows)}
    judged = draft.ranking.weights
    own = sheet.area(HEAD + 1, OWN, len(rows), 1)
    for name, branch, k, depth in rows:
        _weights(draft, sheet, at, (name, branch, k))
        if name in criteria:
            _criterion(draft, sheet, at[name], criteria[name], depth)
            _in_use(draft, sheet, at[name], name, judged.of(name), own, len(criteria))
        else:
            label = next(b.label for b in draft.problem.tree.branches() if b.id == name)
            sheet.put(at[name], 0, "  " * depth + draft.text(label), "strong")
    _all_or_none(draft, sheet, own, len(criteria))


def _walked(branch: Branch, above: Branch | None, depth: int) -> Iterator[tuple[str, Branch, int, int]]:
    """Every child with its branch, its place there and its depth, parents first."""
    for k, child in enumerate(branch.children):
        if isinstance(child, Branch):
            yield child.id, branch, k, depth
            yield from _walked(child, branch, depth + 1)
        else:
            yield child, branch, k, depth


def _criterion(draft: Draft, sheet: Sheet, row: int, c: Criterion, depth: int) -> None:
    unit = draft.say("levels") if c.scale.kind is Need.ORDER else c.unit
    sheet.line(row, ["  " * depth + draft.text(c.title), draft.other(c.title), c.id, draft.better(c), draft.unit(unit)])
    for column, end in zip((5, 6), c.range or (), strict=False):
        sheet.put(row, column, float(end), "number")
    if c.definition:
        sheet.put(row, DEFINITION, draft.text(c.definition), "small")


def _weights(draft: Draft, sheet: Sheet, at: Mapping[str, int], knot: tuple[str, Branch, int]) -> None:
    """The local weight, and what it comes to in all: multiplied down the tree."""
    name, branch, k = knot
    row, weights = at[name], draft.ranking.weights
    local = weights.local.get(branch.id)
    inside = [child for child in draft.problem.tree.branches() if child.id == name]
    leaves = inside[0].leaves() if inside else (name,)
    whole = sum(weights.of(leaf) for leaf in leaves)
    if local is None:
        sheet.put(row, JUDGED, whole, "share")
        return
    area = draft.local.get(branch.id)
    formula = f"={area.cell(k, 0)}" if area else ""
    here = sheet.put(row, LOCAL, float(local[k]), "share", formula=formula).cell(0, 0)
    above = f"*{sheet.area(at[branch.id], JUDGED, 1, 1).cell(0, 0)}" if branch.id in at else ""
    sheet.put(row, JUDGED, whole, "share", formula=f"={here}{above}")


def _in_use(draft: Draft, sheet: Sheet, row: int, name: str, value: float, own: Area, n: int) -> None:
    """The weight in use: shares of the own weights if all n are there, else what the judgements give."""
    if draft.inputs:
        sheet.put(row, OWN, None, "number", path=("own_weights", name), least=0.0, refusal=draft.say("refused_weight"))
    judged, typed = (sheet.area(row, column, 1, 1).cell(0, 0) for column in (JUDGED, OWN))
    every = own.line(0, 0, -2)
    formula = f"=IF(AND(COUNT({every})={n},SUM({every})>0),{typed}/SUM({every}),{judged})"
    draft.weights[name] = sheet.put(row, USED, value, "share", formula=formula)


def _all_or_none(draft: Draft, sheet: Sheet, own: Area, n: int) -> None:
    """A word when only some own weights are given."""
    every = own.line(0, 0, -2)
    said = quoted(draft.say("all_or_none"))
    unused = f"AND(COUNTA({every})>0,OR(COUNT({every})<{n},SUM({every})<=0))"
    sheet.put(3, 0, "", "warning", formula=f"=IF({unused},{said},{quoted('')})")


def effective(draft: Draft, x: Area, size: Area | None) -> None:
    """What each weight amounts to in the table: weight × (range ÷ size of the scaling), together 1; a value where the
    method says it otherwise. `x` (m, n) are the figures as the method takes them, `size` (1, n).
    """
    sheet, names = draft.sheets["criteria"], [c.id for c in draft.problem.criteria]
    wanted, table = draft.ranking.effective, draft.ranking.table
    rows = [draft.weights[name].row for name in names]
    parts = []
    for j, name in enumerate(names):
        column = x.line(0, j, -2)
        spread = f"(MAX({column})-MIN({column}))"
        by = size.cell(0, j) if size else spread
        parts.append(f"IF({by}=0,0,{draft.weights[name].cell(0, 0)}*{spread}/{by})")
    expected = _expected(draft, size is not None)
    live = draft.live and bool(np.allclose(expected, wanted, rtol=1e-9, atol=1e-12))
    whole = f"({'+'.join(parts)})" if len(table.names) <= 12 else ""
    for j, row in enumerate(rows):
        weight = draft.weights[names[j]].cell(0, 0)
        formula = f"=IF({whole}=0,{weight},{parts[j]}/{whole})" if live and whole else ""
        sheet.put(row, EFFECTIVE, float(wanted[j]), "share", formula=formula)


def _expected(draft: Draft, sized: bool) -> np.ndarray:
    """What the formulas come to, with the size that the method's frame has."""
    from mcda.ranking import frame_of, settled

    table, ranking = draft.ranking.table, draft.ranking
    method, options = settled(draft.problem)
    frame = frame_of(draft.problem, method, options, table)
    spread = np.ptp(table.values, axis=0)
    by = np.broadcast_to(frame.size, (1, len(spread)))[0] if sized and frame else spread
    w = np.array([ranking.weights.of(name) for name in table.names])
    leverage = np.where(by == 0, 0.0, w * spread / np.where(by == 0, 1.0, by))
    return leverage / leverage.sum() if leverage.sum() else w
