"""What people answered: matrices with reciprocal halves and consistency that stay alive, numbers, or statements."""

from collections.abc import Sequence

import numpy as np

from mcda.group.room import geometric_mean
from mcda.language import number
from mcda.model import Array, Branch, Judgement
from mcda.pairwise import complete, from_pairs
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Cell, Sheet
from mcda.spreadsheets.writing.sheets.comparisons import heads, matrix, priorities
from mcda.spreadsheets.writing.sheets.lists import scale
from mcda.weighting import form_of

MOST = 30
"""So many people's matrices are joined by formulas; beyond that joined weights are values."""
SAME = 1e-9
WIDE = 16
"""So many columns are wide enough for a long word."""


def fill(draft: Draft) -> None:
    """Everybody's answers, branch by branch; where they become weights by formulas, `draft.local` says where."""
    form = form_of(draft.problem.plan)
    asked = [(i, j) for i, j in enumerate(draft.problem.judgements) if j.form == form]
    if not asked:
        return
    sheet = draft.sheet("judgements")
    sheet.put(0, 0, draft.called("judgements"), "title")
    if form == "pairs":
        sheet.put(1, 0, draft.say("judgements_how"), "faint")
    sheet.widths = {0: 30, **dict.fromkeys(range(1, WIDE), 13)}
    row = 3
    for index, judgement in asked:
        row = _person(draft, sheet, row, index, judgement, alone=len(asked) == 1)
    if form == "pairs" and 1 < len(asked) <= MOST:
        _joined(draft, sheet, row, [judgement for _, judgement in asked])
    if not draft.weights_live:
        sheet.put(2, 0, draft.say("weights_values"), "warning")


def _person(draft: Draft, sheet: Sheet, row: int, index: int, judgement: Judgement, alone: bool) -> int:
    sheet.put(row, 0, draft.say("answers_of", who=judgement.who), "strong")
    if judgement.why:
        sheet.put(row + 1, 0, draft.text(judgement.why), "small", span=8)
    row = _ranges(draft, sheet, row + 2, judgement)
    for branch in draft.problem.tree.branches():
        if judgement.form == "pairs" and len(branch.children) > 1:
            row = _matrix(draft, sheet, row, index, judgement, branch, alone)
        elif judgement.form == "numbers" and len(branch.children) > 1:
            row = _numbers(draft, sheet, row, index, judgement, branch, alone)
    if judgement.form not in ("pairs", "numbers"):
        row = _statements(draft, sheet, row, judgement)
    return row + 1


def _ranges(draft: Draft, sheet: Sheet, row: int, judgement: Judgement) -> int:
    """The ranges that were in view: a weight means nothing without them."""
    for name, (low, high) in judgement.ranges.items():
        unit = draft.problem.columns[name].unit if name in draft.problem.columns else ""
        span = f"{number(low)} – {number(high)} {draft.unit(unit) or ''}".strip()
        sheet.put(row, 0, draft.say("in_view", criterion=draft.label(name), span=span), "faint")
        row += 1
    return row


def _matrix(draft: Draft, sheet: Sheet, row: int, index: int, judgement: Judgement, branch: Branch, alone: bool) -> int:
    names = branch.names()
    values = from_pairs(names, judgement.pairs)

    def upper(i: int, j: int) -> Cell:
        a, b = names[i], names[j]
        inverted = (b, a) in judgement.pairs
        path = ("judgements", index, "pairs", f"{b} > {a}" if inverted else f"{a} > {b}")
        value = None if np.isnan(values[i, j]) else float(values[i, j])
        refusal = draft.say("refused_judgement")
        return Cell(value, "number", "", path, scale(draft), inverted, fraction=True, refusal=refusal)

    cells = matrix(draft, sheet, row, branch, values, upper)
    return _priorities(draft, sheet, row, branch, cells, values, alone)


def _joined(draft: Draft, sheet: Sheet, row: int, people: Sequence[Judgement]) -> None:
    """The geometric mean of everybody's matrices, which all stand above, in the same order."""
    if draft.problem.plan.group != "judgements":
        return
    sheet.put(row, 0, draft.say("joined", people=len(people)), "strong")
    row += 1
    for branch in draft.problem.tree.branches():
        names = branch.names()
        if len(names) < 2:
            continue
        means = geometric_mean(np.stack([from_pairs(names, judgement.pairs) for judgement in people]))
        if np.isnan(means).any():
            return
        above = [area for area in draft.matrices if area[0] == branch.id]
        heads(draft, sheet, row, branch, draft.text(branch.label))
        for i, name in enumerate(names):
            sheet.put(row + 1 + i, 0, draft.label(name))
        said = [
            (i, j, f"=GEOMEAN({','.join(area.cell(i, j) for _, area in above)})")
            for i in range(len(names))
            for j in range(len(names))
        ]
        cells = sheet.block(row + 1, 1, means, "number", said)
        row = _priorities(draft, sheet, row, branch, cells, means, True)


def _priorities(draft: Draft, sheet: Sheet, row: int, branch: Branch, cells: Area, values: Array, used: bool) -> int:
    """Priorities and consistency beside a matrix; `used` if these are the weights."""
    k = len(values)
    draft.matrices.append((branch.id, cells))
    if not complete(values):
        return row + k + 2
    area, found = priorities(draft, sheet, row, branch, cells, values)
    if used and np.allclose(found, draft.ranking.weights.local[branch.id], rtol=SAME, atol=0):
        draft.local[branch.id] = area
    return row + k + 5


def _numbers(
    draft: Draft, sheet: Sheet, row: int, index: int, judgement: Judgement, branch: Branch, alone: bool
) -> int:
    names = branch.names()
    sheet.line(row, [draft.text(branch.label), draft.say("answer_given"), draft.say("priority")], "heading")
    given = np.array([judgement.numbers.get(name, np.nan) for name in names])
    for i, name in enumerate(names):
        sheet.put(row + 1 + i, 0, draft.label(name))
        value = None if np.isnan(given[i]) else float(given[i])
        sheet.put(row + 1 + i, 1, value, "number", path=("judgements", index, "numbers", name))
    total = given.sum()
    local = draft.ranking.weights.local.get(branch.id)
    if alone and total > 0 and local is not None and np.allclose(given / total, local, rtol=SAME, atol=0):
        cells = sheet.area(row + 1, 1, len(names), 1)
        said = [(i, 0, f"={cells.cell(i, 0)}/SUM({cells.line(0, 0, -2)})") for i in range(len(names))]
        draft.local[branch.id] = sheet.block(row + 1, 2, (given / total)[:, None], "share", said)
    return row + len(names) + 2


def _statements(draft: Draft, sheet: Sheet, row: int, judgement: Judgement) -> int:
    """Answers of other forms, in words; weights that follow from them are values."""
    said = [" = ".join(map(draft.label, pile)) for pile in judgement.order]
    said += [draft.say("best_is", name=draft.label(name)) for name in judgement.best]
    said += [draft.say("worst_is", name=draft.label(name)) for name in judgement.worst]
    said += [f"{draft.label(name)}: {number(x)}" for name, x in judgement.best_to_others.items()]
    said += [f"{draft.label(name)}: {number(x)}" for name, x in judgement.others_to_worst.items()]
    said += [
        " > ".join(" = ".join(map(draft.label, p)) or "_" for p in deck.order) for deck in judgement.cards.values()
    ]
    said += judgement.constraints
    for text in said:
        sheet.put(row, 0, text)
        row += 1
    return row
