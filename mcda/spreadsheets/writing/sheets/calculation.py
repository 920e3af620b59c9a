"""The whole calculation: red lines, the figures as the method takes them, and each step of the method as formulas."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from mcda.expression import Name, Node, Step, Traced, Untraceable, steps
from mcda.figures.requirements import trees
from mcda.methods import Method
from mcda.model import Array, Criterion, Direction, Frame, Missing, Need
from mcda.ranking import TIE, aligned, frame_of, settled
from mcda.spreadsheets.formulas import Area, formulas
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Sheet, plain
from mcda.spreadsheets.writing.sheets import criteria

TOP = 3


@dataclass(frozen=True)
class Answer:
    """Where the answer stands: options, scores, ranks and places in the order of the ranking (m, 1), what each
    criterion brought (m, n) if the method says so, 1 for each option that is ranked (m, 1), and for each red line 1 for
    each option that keeps it; those set apart are counted in `apart`. `live` if the method recalculates.
    """

    options: Area
    scores: Area
    ranks: Area
    order: Area
    brought: Area | None
    counted: Area
    lines: tuple[tuple[str, Area], ...]
    apart: Area
    live: bool


@dataclass(frozen=True)
class _Run:
    """One run of a method's definition, on arrays or on names."""

    kept: list[Step]
    score: Any
    brought: Any
    size: Any


def fill(draft: Draft) -> Answer:
    """The sheet from top to bottom; what the workbook answers is what stands last."""
    sheet = draft.sheet("calculation")
    sheet.put(0, 0, draft.called("calculation"), "title")
    sheet.put(1, 0, draft.say("calculation_how" if draft.live else "calculation_values"), "faint")
    sheet.freeze, sheet.widths = (0, 1), {0: 30}
    labels = [draft.text(a.label) for a in draft.problem.alternatives]
    row, counted, lines = _red_lines(draft, sheet, TOP, labels)
    row, x = _figures(draft, sheet, row, labels, counted)
    w = [float(draft.ranking.weights.of(c.id)) for c in draft.problem.criteria]
    gain = draft.ranking.table.gain[0]
    _heads(draft, sheet, row)
    sheet.put(row + 1, 0, draft.say("more_is_better"))
    areas = {"x": x, "gain": sheet.block(row + 1, 1, [[bool(g) for g in gain]], "text", [])}
    sheet.put(row + 2, 0, draft.say("weight"))
    said = [(0, j, f"={draft.weights[c.id].cell(0, 0)}") for j, c in enumerate(draft.problem.criteria)]
    areas["w"] = sheet.block(row + 2, 1, [w], "share", said)
    return _method(draft, sheet, row + 4, areas, counted, lines)


def _heads(draft: Draft, sheet: Sheet, row: int, first: str = "") -> None:
    sheet.line(row, [first, *(draft.text(c.title) for c in draft.problem.criteria)], "heading")


def _red_lines(
    draft: Draft, sheet: Sheet, row: int, labels: list[str]
) -> tuple[int, Area, tuple[tuple[str, Area], ...]]:
    """Which options are ranked: those within every red line, and with every figure that can't be left out."""
    m, problem = len(labels), draft.problem
    ranked = np.array([[float(a.id in draft.ranking.table.alternatives)] for a in problem.alternatives])
    sheet.put(row, 0, draft.say("who_is_ranked"), "strong")
    sheet.put(row + 1, 0, draft.say("option"), "heading")
    for i, label in enumerate(labels):
        sheet.put(row + 2 + i, 0, label)
    column, kept, lines = 1, [], []
    for requirement in problem.requirements:
        figure, limit, _ = trees(problem, requirement)
        heads = [draft.text(requirement.label), draft.say("limit"), draft.say("kept")]
        sheet.line(row + 1, heads, "heading", column)
        have, allowed = (np.broadcast_to(_evaluated(draft, tree), (m,)) for tree in (figure, limit))
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
        said.append((i, 0, f"={'*'.join(parts)}*1" if parts else "=1"))
    counted = sheet.block(row + 2, column, ranked, "rank", said)
    return row + m + 3, counted, tuple(lines)


def _evaluated(draft: Draft, tree: Node) -> Any:
    from mcda.expression import evaluate

    return evaluate(tree, draft.tabulated.values)


def _figures(draft: Draft, sheet: Sheet, row: int, labels: list[str], counted: Area) -> tuple[int, Area]:
    """The figures x (m, n) as the method takes them. An option that is set apart repeats the figures of the first that
    is ranked, so that no largest or smallest figure is its own; sums leave it out.
    """
    problem, m = draft.problem, len(labels)
    ranked, names = draft.ranking.table, [a.id for a in problem.alternatives]
    rows = [ranked.alternatives.index(name) if name in ranked.alternatives else 0 for name in names]
    apart = bool(problem.requirements) or any(c.missing is Missing.LEAVE_OUT for c in problem.columns.values())
    sheet.put(row, 0, draft.say("figures_as_taken"), "strong")
    _heads(draft, sheet, row + 1, draft.say("option"))
    n = len(problem.criteria)
    used = sheet.area(row + 2, n + 1, m, 1)
    if apart or len(ranked.alternatives) < m:
        sheet.put(row + 1, n + 1, draft.say("row_used"), "heading")
        first = f"MATCH(1,{counted.line(0, 0, -2)},0)"
        said = [(i, 0, f"=IF({counted.cell(i, 0)}=1,{i + 1},{first})") for i in range(m)]
        at = [float(names.index(ranked.alternatives[r]) + 1) for r in rows]
        sheet.block(row + 2, n + 1, np.array(at)[:, None], "rank", said)
    written = []
    for i, label in enumerate(labels):
        sheet.put(row + 2 + i, 0, label)
        for j, c in enumerate(problem.criteria):
            column = draft.areas[c.id]
            cell = f"INDEX({column.line(0, 0, -2)},{used.cell(i, 0)})" if apart else column.cell(i, 0)
            written.append((i, j, f"={_taken(draft, c, cell)}"))
    values = ranked.values[rows]
    return row + m + 3, sheet.block(row + 2, 1, values, "number", written)


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


def _method(
    draft: Draft, sheet: Sheet, row: int, areas: dict[str, Area], counted: Area, lines: tuple[tuple[str, Area], ...]
) -> Answer:
    """Each step of the method, then scores, ranks and the order."""
    method, options = settled(draft.problem)
    table = draft.ranking.table
    frame = frame_of(draft.problem, method, options, table)
    given = frame if draft.problem.plan.frame == "declared" or method.absolute(options) else None
    arrays = _run(method, options, table.values, table.gain, aligned(draft.ranking.weights, table), given)
    traced = _traced(method, options, given) if draft.live else None
    sheet.put(row, 0, draft.text(method.title), "strong")
    sheet.put(row, 1, method.source, "faint")
    row += 2
    if given is not None:
        for name, values in (
            ("declared best", given.best),
            ("declared worst", given.worst),
            ("declared size", given.size),
        ):
            sheet.put(row, 0, draft.say(name.replace(" ", "_")))
            values = np.broadcast_to(values, (1, len(table.names)))
            areas[name] = sheet.block(row, 1, values, "number", [])
            row += 1
    formulas_of = {step.symbol: step.value for step in traced.kept} if traced else {}
    for step in arrays.kept:
        row = _step(draft, sheet, row, areas, counted, (step, formulas_of.get(step.symbol)))
    brought, row = _brought(draft, sheet, row, areas, counted, arrays, traced)
    size = areas.get(traced.size.id) if traced and isinstance(traced.size, Name) else None
    criteria.effective(draft, areas["x"], size)
    live = traced.score if traced else None
    return _answer(draft, sheet, row, areas, counted, brought, live, lines)


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
    best, worst, size = (Traced(Name(f"declared {end}")) for end in ("best", "worst", "size"))
    return Frame(best, worst, own.size if own else size)


def _traced(method: Method, options: Any, given: Frame | None) -> _Run | None:
    """The same as trees; None where the definition can't be said in cells."""
    if not method.traced:
        return None
    try:
        x, gain, w = (Traced(Name(name)) for name in ("x", "gain", "w"))
        run = _run(method, options, x, gain, w, given)
    except Untraceable:
        return None
    score, brought, size = (None if part is None else part.node for part in (run.score, run.brought, run.size))
    return _Run(run.kept, score, brought, size)


def _spread(draft: Draft, values: Any) -> Array:
    """An array over the ranked options (m, …) for all of them: those set apart repeat the first that is ranked."""
    ranked = draft.ranking.table.alternatives
    if np.shape(values)[-2] == 1:
        return np.asarray(values)
    names = [a.id for a in draft.problem.alternatives]
    return np.asarray(values)[[ranked.index(name) if name in ranked else 0 for name in names]]


def _step(
    draft: Draft, sheet: Sheet, row: int, areas: dict[str, Area], counted: Area, step: tuple[Step, Node | None]
) -> int:
    """One step: its name, its formula in words, its table."""
    kept, tree = step
    values = np.asarray(kept.value, dtype=float)
    alone = values.shape[-2] == 1
    values = _spread(draft, values)
    m, n = len(values), len(values[0])
    sheet.put(row, 0, f"{kept.symbol}  {draft.text(kept.title)}", "strong")
    if n > 1:
        _heads(draft, sheet, row + 1, "" if alone else draft.say("option"))
    else:
        sheet.line(row + 1, ["" if alone else draft.say("option"), kept.symbol], "heading")
    if not alone:
        for i, option in enumerate(draft.problem.alternatives):
            sheet.put(row + 2 + i, 0, draft.text(option.label))
    said = [*formulas(tree, areas, m, n, counted)] if tree is not None else []
    areas[kept.symbol] = sheet.block(row + 2, 1, values, "score", said)
    return row + m + 3


def _brought(
    draft: Draft, sheet: Sheet, row: int, areas: dict[str, Area], counted: Area, arrays: _Run, traced: _Run | None
) -> tuple[Area | None, int]:
    """What each criterion brought, where a step holds it already or in a block of its own."""
    if arrays.brought is None:
        return None, row
    tree = traced.brought if traced else None
    if isinstance(tree, Name):
        return areas[tree.id], row
    kind = settled(draft.problem)[0].contribution_kind
    sheet.put(row, 0, draft.say(f"brought.{kind}"), "strong")
    _heads(draft, sheet, row + 1, draft.say("option"))
    for i, option in enumerate(draft.problem.alternatives):
        sheet.put(row + 2 + i, 0, draft.text(option.label))
    values = _spread(draft, arrays.brought)
    m, n = len(values), len(values[0])
    said = [*formulas(tree, areas, m, n, counted)] if tree is not None else []
    return sheet.block(row + 2, 1, values, "score", said), row + len(values) + 3


def _answer(
    draft: Draft, sheet: Sheet, row: int, areas: dict[str, Area], counted: Area, brought: Area | None,
    score: Node | None, lines: tuple[tuple[str, Area], ...],
) -> Answer:  # fmt: skip
    """Scores, ranks (1, 2, 2, 4) by the same rule of ties as everywhere, and places in the order of the case."""
    names, ranking = [a.id for a in draft.problem.alternatives], draft.ranking
    m = len(names)
    sheet.put(row, 0, draft.say("answer"), "strong")
    sheet.line(row + 1, [draft.say(code) for code in ("option", "score", "rank", "place", "apart_number")], "heading")
    for i, option in enumerate(draft.problem.alternatives):
        sheet.put(row + 2 + i, 0, draft.text(option.label))
    values = _spread(draft, ranking.scores[:, None])
    said = [*formulas(score, areas, m, 1, counted)] if score is not None else []
    scores = sheet.block(row + 2, 1, values, "score", said)
    at = {name: i for i, name in enumerate(ranking.table.alternatives)}
    ranks = [[float(ranking.ranks[at[name]])] if name in at else [""] for name in names]
    place_of = {i: float(k + 1) for k, i in enumerate(ranking.order)}
    places = [[place_of[at[name]]] if name in at else [""] for name in names]
    column, all_counted = scores.line(0, 0, -2), counted.line(0, 0, -2)
    tie = f"(MAX({column})-MIN({column}))*{TIE!r}"
    ranked, place = sheet.area(row + 2, 2, m, 1), sheet.area(row + 2, 3, m, 1)
    for i in range(m):
        better = f"1+SUMPRODUCT(({column}>{scores.cell(i, 0)}+{tie})*{all_counted})"
        formula = f'=IF({counted.cell(i, 0)}=1,{better},"")'
        sheet.put(ranked.row + i, 2, plain(ranks[i][0]), "rank", formula=formula if said else "")
        here = ranked.cell(i, 0)
        equal = f"COUNTIF({ranked.cell(0, 0)}:{here.split('!')[1]},{here})"
        formula = f'=IF({here}="","",{here}+{equal}-1)'
        sheet.put(place.row + i, 3, plain(places[i][0]), "rank", formula=formula if said else "")
        without = f"COUNTIF({counted.cell(0, 0)}:{counted.cell(i, 0).split('!')[1]},0)"
        formula = f'=IF({counted.cell(i, 0)}=1,"",{without})'
        number = float(sum(name not in at for name in names[: i + 1])) if names[i] not in at else ""
        sheet.put(place.row + i, 4, number, "rank", formula=formula if said else "")
    sheet.names |= {"scores": scores, "ranks": ranked}
    options = sheet.area(row + 2, 0, m, 1)
    return Answer(options, scores, ranked, place, brought, counted, lines, sheet.area(row + 2, 4, m, 1), bool(said))
