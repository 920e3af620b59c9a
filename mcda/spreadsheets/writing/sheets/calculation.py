"""The whole calculation: red lines, the figures as the method takes them, and each step of the method as formulas."""

import numpy as np

from mcda.expression import evaluate
from mcda.figures.requirements import trees
from mcda.model import Criterion, Direction, Missing, Need
from mcda.spreadsheets.formulas import Area, formulas
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Sheet
from mcda.spreadsheets.writing.sheets import steps
from mcda.spreadsheets.writing.sheets.answer import Answer
from mcda.spreadsheets.writing.sheets.working import Working

TOP = 3


def fill(draft: Draft) -> Answer:
    """The sheet from top to bottom; what the workbook answers is what stands last."""
    sheet = draft.sheet("calculation")
    sheet.put(0, 0, draft.called("calculation"), "title")
    sheet.put(1, 0, draft.say(_how(draft)), "faint")
    sheet.freeze, sheet.widths = (0, 1), {0: 30}
    working = _red_lines(draft, sheet) if _apart(draft) else Working(draft, sheet, TOP)
    working.areas["x"] = draft.matrix if draft.matrix and not _changed(draft) else _figures(working)
    gain, criteria = draft.ranking.table.gain[0], draft.problem.criteria
    _gaps(working)
    working.heads(working.row)
    sheet.put(working.row + 1, 0, draft.say("more_is_better"))
    working.areas["gain"] = sheet.block(working.row + 1, 1, [[bool(g) for g in gain]], "text", [])
    sheet.put(working.row + 2, 0, draft.say("weight"))
    w = [float(draft.ranking.weights.of(c.id)) for c in criteria]
    said = [draft.weights[c.id].cell(0, 0) for c in criteria]
    if draft.gaps:  # sums would take an empty cell for 0
        said = [f"IF({draft.gaps.cell(0, 0)}=0,{cell},NA())" for cell in said]
    working.areas["w"] = sheet.block(
        working.row + 2, 1, [w], "share", [(0, j, f"={cell}") for j, cell in enumerate(said)]
    )
    working.row += 4
    return steps.fill(working)


def _gaps(working: Working) -> None:
    """How many figures of a matrix are missing that must be there; step by step, an empty cell gives an error."""
    draft = working.draft
    if draft.matrix is None:
        return
    needed = [c.id for c in draft.problem.criteria if draft.problem.columns[c.id].missing is Missing.REFUSE]
    counted = "".join(f"-COUNT({draft.areas[name].block})" for name in needed)
    working.sheet.put(working.row, 0, draft.say("figures_missing"))
    formula = f"={draft.matrix.rows * len(needed)}{counted}"
    draft.gaps = working.sheet.put(working.row, 1, 0.0, "rank", formula=formula)
    working.row += 2


def _how(draft: Draft) -> str:
    if not draft.live:
        return draft.still
    return "calculation_narrow" if draft.matrix else "calculation_how"


def _red_lines(draft: Draft, sheet: Sheet) -> Working:
    """Which options are ranked: those within every red line, and with every figure that can't be left out."""
    problem, row = draft.problem, TOP
    m, ranked = len(problem.alternatives), {*draft.ranking.table.alternatives}
    sheet.put(row, 0, draft.say("who_is_ranked"), "strong")
    sheet.put(row + 1, 0, draft.say("option"), "heading")
    column, kept, lines = 1, [], []
    for requirement in problem.requirements:
        figure, limit, _ = trees(problem, requirement)
        heads = [draft.text(requirement.label), draft.say("limit"), draft.say("kept")]
        sheet.line(row + 1, heads, "heading", column)
        have, allowed = (np.broadcast_to(evaluate(tree, draft.tabulated.values), (m,)) for tree in (figure, limit))
        sheet.block(row + 2, column, have[:, None], "number", [*formulas(figure, draft.areas, m, 1)])
        sheet.block(row + 2, column + 1, allowed[:, None], "number", [*formulas(limit, draft.areas, m, 1)])
        a, b = (sheet.area(row + 2, column + k, m, 1) for k in (0, 1))
        sign = "<=" if requirement.at_most else ">="
        holds = (have <= allowed if requirement.at_most else have >= allowed).astype(float)
        said = [(i, 0, f"=IF({a.cell(i, 0)}{sign}{b.cell(i, 0)},1,0)") for i in range(m)]
        kept.append(sheet.block(row + 2, column + 2, holds[:, None], "rank", said))
        lines.append((draft.text(requirement.label), kept[-1]))
        column += 3
    gaps = [c for c in problem.criteria if problem.columns[c.id].missing is Missing.LEAVE_OUT]
    sheet.put(row + 1, column, draft.say("ranked"), "heading")
    said = []
    for i in range(m):
        parts = [area.cell(i, 0) for area in kept]
        parts += [f'({draft.areas[c.id].cell(i, 0)}<>"")' for c in gaps]
        said.append((i, 0, f"={'*'.join(parts)}*1"))
    values = [[float(a.id in ranked)] for a in problem.alternatives]
    working = Working(draft, sheet, row + m + 3, sheet.block(row + 2, column, values, "rank", said), tuple(lines))
    working.options(row + 2)
    return working


def _apart(draft: Draft) -> bool:
    """Whether an option may be set apart, now or after an edit."""
    problem = draft.problem
    return bool(problem.requirements) or any(c.missing is Missing.LEAVE_OUT for c in problem.columns.values())


def _changed(draft: Draft) -> bool:
    """Whether a method takes other figures than those given."""
    return _apart(draft) or any(_taken(draft, c, "") for c in draft.problem.criteria)


def _figures(working: Working) -> Area:
    """The figures x (m, n) as the method takes them. An option that is set apart repeats the figures of the first that
    is ranked, so that no largest or smallest figure is its own; sums leave it out.
    """
    draft, sheet, row = working.draft, working.sheet, working.row
    criteria, m, counted = draft.problem.criteria, len(draft.problem.alternatives), working.counted
    sheet.put(row, 0, draft.say("figures_as_taken"), "strong")
    working.heads(row + 1, draft.say("option"))
    working.options(row + 2)
    used = sheet.area(row + 2, len(criteria) + 1, m, 1)
    if counted:
        sheet.put(row + 1, used.column, draft.say("row_used"), "heading")
        first = f"MATCH(1,{counted.line(0, 0, -2)},0)"
        said = [(i, 0, f"=IF({counted.cell(i, 0)}=1,{i + 1},{first})") for i in range(m)]
        at = {a.id: i + 1 for i, a in enumerate(draft.problem.alternatives)}
        rows = working.spread(np.array([[at[name]] for name in draft.ranking.table.alternatives]))
        sheet.block(used.row, used.column, rows, "rank", said)
    written = []
    for i in range(m):
        for j, c in enumerate(criteria):
            column = draft.areas[c.id]
            cell = f"INDEX({column.line(0, 0, -2)},{used.cell(i, 0)})" if counted else column.cell(i, 0)
            written.append((i, j, f"={_taken(draft, c, cell)}"))
    working.row += m + 3
    return sheet.block(row + 2, 1, working.spread(draft.ranking.table.values), "number", written)


def _taken(draft: Draft, c: Criterion, cell: str) -> str:
    """A figure as the method takes it: gaps settled, levels counted, the distance from a target."""
    column = draft.areas[c.id].line(0, 0, -2)
    missing = draft.problem.columns[c.id].missing
    if missing in (Missing.WORST, Missing.DRAW):
        low, high = f"MIN({column})", f"MAX({column})"
        if c.range is not None:
            low, high = (repr(float(end)) for end in c.range)
        elif c.scale.kind is Need.ORDER:
            low, high = (repr(float(level.key)) for level in (c.scale.levels[0], c.scale.levels[-1]))
        worst = low if c.direction is Direction.MAX else high
        cell = f'IF({cell}="",{worst if missing is Missing.WORST else f"({low}+{high})/2"},{cell})'
    if c.scale.kind is Need.ORDER:
        table = draft.levels[c.id]
        keys, values = table.line(0, 0, -2), table.line(0, 1, -2)
        low = f"MATCH({cell},{keys},1)"
        up = f"INDEX({values},MIN({low}+1,{table.rows}))"
        return f"INDEX({values},{low})+({cell}-INDEX({keys},{low}))*({up}-INDEX({values},{low}))"
    return f"ABS({cell}-{c.target!r})" if c.direction is Direction.TARGET else cell
