"""Scores, ranks and places in the order of the case: what the calculation ends with, and the first sheet shows."""

from dataclasses import dataclass

from mcda.expression import Node
from mcda.ranking import TIE
from mcda.spreadsheets.formulas import Area, formulas
from mcda.spreadsheets.writing.sheet import Value, plain
from mcda.spreadsheets.writing.sheets.working import Working

HEADS = ("option", "score", "rank", "place", "apart_number")


@dataclass(frozen=True)
class Answer:
    """Where the answer stands: options, scores, ranks and places in the order of the ranking (m, 1), what each
    criterion brought (m, n) if the workbook says so, and for each red line 1 for each option that keeps it; those set
    apart are counted in `apart`, if any can be. `live` if the method recalculates.
    """

    options: Area
    scores: Area
    ranks: Area
    order: Area
    brought: Area | None
    lines: tuple[tuple[str, Area], ...]
    apart: Area | None
    live: bool


def fill(working: Working, score: Node | None, brought: Area | None, column: int = 0) -> Answer:
    """A table at the row that is free, from that column on: ranks are 1, 2, 2, 4 by the rule of ties of everywhere;
    options of one rank have places in the order of the case.
    """
    draft, sheet, row = working.draft, working.sheet, working.row
    m = len(draft.problem.alternatives)
    sheet.put(row, column, draft.say("answer"), "strong")
    heads = HEADS if working.counted else HEADS[:-1]
    sheet.line(row + 1, [draft.say(code) for code in heads], "heading", column)
    working.options(row + 2, column)
    options, scores, ranks, order, *apart = (sheet.area(row + 2, column + k, m, 1) for k in range(len(heads)))
    said = [*formulas(score, working.areas, m, 1, working.counted)] if score is not None else []
    _scores(working, scores, said)
    every = scores.line(0, 0, -2)
    tie = f"=(MAX({every})-MIN({every}))*{TIE!r}" if said else ""
    spread = float(draft.ranking.scores.max() - draft.ranking.scores.min())
    sheet.put(row, column + 2, draft.say("tie"), "faint")
    within = sheet.put(row, column + 3, spread * TIE, "number", formula=tie)
    values = _values(working)
    for i in range(m):
        formulas_of = _formulas(i, scores, ranks, working.counted, within.cell(0, 0)) if said else ("", "", "")
        for area, value, formula in zip((ranks, order, *apart), values[i], formulas_of, strict=False):
            sheet.put(area.row + i, area.column, value, "rank", formula=formula)
    sheet.names |= {"scores": scores, "ranks": ranks}
    return Answer(options, scores, ranks, order, brought, working.lines, next(iter(apart), None), bool(said))


def _scores(working: Working, scores: Area, said: list[tuple[int, int, str]]) -> None:
    """The scores; none for an option that is set apart, which repeats another's figures above."""
    at = dict(zip(working.draft.ranking.table.alternatives, working.draft.ranking.scores.tolist(), strict=True))
    written = {i: formula for i, _, formula in said}
    for i, option in enumerate(working.draft.problem.alternatives):
        formula = written.get(i, "")
        if formula and working.counted:
            formula = f'=IF({working.counted.cell(i, 0)}=1,{formula[1:]},"")'
        working.sheet.put(scores.row + i, scores.column, at.get(option.id, ""), "score", formula=formula)


def _values(working: Working) -> list[tuple[Value, Value, Value]]:
    """Rank, place, and number among those set apart, of each option; "" where it has none."""
    ranking = working.draft.ranking
    at = {name: i for i, name in enumerate(ranking.table.alternatives)}
    place = {i: float(k + 1) for k, i in enumerate(ranking.order)}
    found: list[tuple[Value, Value, Value]] = []
    out = 0.0
    for option in working.draft.problem.alternatives:
        if option.id in at:
            i = at[option.id]
            found.append((plain(ranking.ranks[i]), place[i], ""))
        else:
            out += 1
            found.append(("", "", out))
    return found


def _formulas(i: int, scores: Area, ranks: Area, counted: Area | None, tie: str) -> tuple[str, ...]:
    """The same as formulas."""
    score, rank = scores.cell(i, 0), ranks.cell(i, 0)
    ahead, equal = f"({scores.line(0, 0, -2)}>{score}+{tie})", f"COUNTIF({_until(ranks, i)},{rank})"
    if counted is None:
        return f"=1+SUMPRODUCT({ahead}*1)", f"={rank}+{equal}-1"
    ranked, without = counted.cell(i, 0), f"COUNTIF({_until(counted, i)},0)"
    return (
        f'=IF({ranked}=1,1+SUMPRODUCT({ahead}*{counted.line(0, 0, -2)}),"")',
        f'=IF({rank}="","",{rank}+{equal}-1)',
        f'=IF({ranked}=1,"",{without})',
    )


def _until(area: Area, i: int) -> str:
    """The cells of a column down to entry i."""
    return f"{area.cell(0, 0)}:{area.cell(i, 0).split('!')[1]}"
