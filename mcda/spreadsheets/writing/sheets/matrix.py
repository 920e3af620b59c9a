"""The plain decision matrix of a large table: options down, criteria across, values only; `mcda import` reads it."""

from mcda.model import Direction
from mcda.spreadsheets.writing.draft import Draft

HEAD = 3


def fill(draft: Draft) -> None:
    """Rows for unit, direction and weight, then one per option."""
    sheet, problem = draft.sheet("figures"), draft.problem
    sheet.put(0, 0, draft.called("figures"), "title")
    sheet.put(1, 0, draft.say("matrix_how"), "faint")
    sheet.line(HEAD, [draft.say("option"), *(draft.text(c.title) for c in problem.criteria)], "heading")
    better = [draft.say("better.less" if c.direction is Direction.MIN else "better.more") for c in problem.criteria]
    sheet.line(HEAD + 1, [draft.say("unit"), *(c.unit or None for c in problem.criteria)], "faint")
    sheet.line(HEAD + 2, [draft.say("better"), *better], "faint")
    weights = [draft.ranking.weights.of(c.id) for c in problem.criteria]
    sheet.line(HEAD + 3, [draft.say("weight"), *weights], "share")
    columns = [draft.column(c.id).tolist() for c in problem.criteria]
    for i, option in enumerate(problem.alternatives):
        figures = [figure if figure == figure else None for figure in (column[i] for column in columns)]
        sheet.line(HEAD + 4 + i, [draft.text(option.label), *figures], "number")
    sheet.freeze, sheet.widths = (HEAD + 4, 1), {0: 30}
