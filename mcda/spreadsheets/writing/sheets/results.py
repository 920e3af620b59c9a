"""The answer: who is first in the scenario chosen, all places with what each criterion brought, and what to doubt."""

import numpy as np

from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Chart, Series, Sheet, Style, Value, quoted
from mcda.spreadsheets.writing.sheets.answer import Answer

HEAD, PLACE, OPTION, SCORE, FIRST = 7, 0, 1, 2, 3
SHARES = "distance"
"""What criteria bring is then a share of a whole."""
SHOWN = 40
"""So many bars can be read in a chart."""


def fill(draft: Draft, sheet: Sheet, answer: Answer) -> None:
    """The sheet that is seen first."""
    problem = draft.problem
    sheet.put(0, 0, draft.text(problem.title), "title")
    if problem.question != problem.title:
        sheet.put(1, 0, draft.text(problem.question), "text")
    _chosen(draft, sheet, answer.live)
    m = len(problem.alternatives)
    _places(draft, sheet, answer, m)
    _first(draft, sheet, answer.live)
    row = doubts(draft, sheet, HEAD + m + 3)
    _apart(draft, sheet, answer, row)
    _charts(draft, sheet, answer, min(m, SHOWN))
    sheet.freeze = (HEAD + 1, 0)
    sheet.widths = {0: 9, 1: 34, 2: 10, **{FIRST + k: 12 for k in range(len(problem.criteria))}}


def values(draft: Draft, sheet: Sheet) -> None:
    """Ranks and scores as they are, for a table too large to recalculate."""
    problem, ranking = draft.problem, draft.ranking
    sheet.put(0, 0, draft.text(problem.title), "title")
    if problem.question != problem.title:
        sheet.put(1, 0, draft.text(problem.question), "text")
    sheet.put(2, 0, draft.say(draft.still), "faint")
    row = doubts(draft, sheet, 4)
    sheet.line(row, [draft.say(code) for code in ("rank", "option", "score")], "heading")
    for k, i in enumerate(ranking.order):
        sheet.put(row + 1 + k, PLACE, float(ranking.ranks[i]), "rank")
        sheet.put(row + 1 + k, OPTION, draft.label(ranking.table.alternatives[i]))
        sheet.put(row + 1 + k, SCORE, float(ranking.scores[i]), "score")
    sheet.widths = {0: 9, 1: 34, 2: 10, **{FIRST + k: 12 for k in range(len(problem.criteria))}}


def _chosen(draft: Draft, sheet: Sheet, live: bool) -> None:
    """The scenario: the one choice that this sheet asks for."""
    at, labels = draft.chosen, draft.scenario_labels
    assert (at.row, at.column) == (3, 1)
    chosen = labels[list(draft.problem.scenarios).index(draft.ranking.scenario)]
    sheet.put(3, 0, draft.say("scenario"), "strong")
    scenarios = Area(draft.called("scenarios"), 4, 4, 1, len(labels)).line(0, 0, -1)
    more = {"path": ("plan", "scenario"), "choices": scenarios} if len(labels) > 1 and live else {}
    sheet.names["scenario"] = sheet.put(3, 1, chosen, "strong", **more)
    if live:
        warned = Area(draft.called("criteria"), 3, 0, 1, 1).cell(0, 0)
        sheet.put(2, 0, "", "warning", formula=f"={warned}&{_incomplete(draft)}")
    how = [_how(draft, live, len(labels)), *([] if not live or draft.weights_live else ["weights_values"])]
    sheet.put(4, 0, " ".join(map(draft.say, how)), "faint")


def _how(draft: Draft, live: bool, scenarios: int) -> str:
    if not live:
        return draft.still or "still.method"
    return "results_how" if scenarios > 1 else "results_how_one"


def _incomplete(draft: Draft) -> str:
    """A text, as a formula, that warns of a matrix with an empty cell or with words in it."""
    if draft.gaps is None:
        return quoted("")
    return f"IF({draft.gaps.cell(0, 0)}=0,{quoted('')},{quoted(draft.say('matrix_gap'))})"


def _places(draft: Draft, sheet: Sheet, answer: Answer, m: int) -> None:
    """Options in the order of their places."""
    heads = [draft.say(code) for code in ("rank", "option", "score")]
    titles = [draft.text(c.title) for c in draft.problem.criteria] if answer.brought else []
    if answer.brought:
        kind = draft.say(f"brought.{draft.ranking.contribution_kind}")
        sheet.put(HEAD - 1, FIRST, kind, "faint")
    sheet.line(HEAD, [*heads, *titles], "heading")
    order, live = draft.ranking.order, answer.live
    brought_as: Style = "share" if draft.ranking.contribution_kind == SHARES else "score"
    for k in range(m):
        row, i = HEAD + 1 + k, order[k] if k < len(order) else None
        at = f"MATCH({k + 1},{answer.order.line(0, 0, -2)},0)"
        option = draft.ranking.table.alternatives[i] if i is not None else ""
        cells: list[tuple[int, Value, Style, Area]] = [
            (PLACE, float(draft.ranking.ranks[i]) if i is not None else "", "rank", answer.ranks),
            (OPTION, draft.label(option) if option else "", "text", answer.options),
            (SCORE, float(draft.ranking.scores[i]) if i is not None else "", "score", answer.scores),
        ]
        for j in range(len(titles)):
            brought = draft.ranking.contributions
            value: Value = float(brought[i, j]) if i is not None and brought is not None else ""
            assert answer.brought is not None
            cells.append((FIRST + j, value, brought_as, _column(answer.brought, j)))
        for column, value, style, area in cells:
            formula = f'=IFERROR(INDEX({area.line(0, 0, -2)},{at}),"")' if live else ""
            sheet.put(row, column, value, style, formula=formula)
    rows = sheet.area(HEAD + 1, PLACE, m, 1)
    sheet.marks += [(rows, "first"), (sheet.area(HEAD + 1, SCORE, m, 1), "bars")]
    if titles:
        sheet.marks.append((sheet.area(HEAD + 1, FIRST, m, len(titles)), "shades"))


def _column(area: Area, j: int) -> Area:
    return Area(area.sheet, area.row, area.column + j, area.rows, 1)


def _first(draft: Draft, sheet: Sheet, live: bool) -> None:
    """Who is first, in words that follow the scenario."""
    first = draft.label(draft.ranking.table.alternatives[draft.ranking.order[0]])
    at = sheet.area(HEAD + 1, OPTION, 1, 1).cell(0, 0)
    rank = sheet.area(HEAD + 2, PLACE, 1, 1).cell(0, 0)
    shared = quoted(draft.say("shared"))
    text = draft.say("first_is")
    known = f"{quoted(text)}&{at}&IF({rank}=1,{shared},{quoted('')})"
    formula = f"=IF({at}={quoted('')},{quoted(draft.say('nobody_first'))},{known})"
    tie = sum(draft.ranking.ranks == 1) > 1
    said = f"{text}{first}{draft.say('shared') if tie else ''}"
    sheet.put(5, 0, said, "strong", formula=formula if live else "")


def _apart(draft: Draft, sheet: Sheet, answer: Answer, row: int) -> None:
    """The options that are shown and not ranked, with the red lines that they break."""
    if answer.apart is None:
        return
    sheet.put(row, 0, draft.say("apart"), "strong")
    out = {apart.alternative: apart for apart in draft.ranking.apart}
    labels = {r.id: draft.text(r.label) for r in draft.problem.requirements}
    names = [a.id for a in draft.problem.alternatives if a.id in out]
    for k in range(len(draft.problem.alternatives)):
        apart = out[names[k]] if k < len(names) else None
        reasons = [labels[b.requirement] for b in apart.breaches] if apart else []
        reasons += [draft.label(name) for name in apart.missing] if apart else []
        at = f"MATCH({k + 1},{answer.apart.line(0, 0, -2)},0)"
        option = f"=IFERROR(INDEX({answer.options.line(0, 0, -2)},{at}),{quoted('')})"
        parts = [_broken(area, at, label) for label, area in answer.lines]
        said = f"=IFERROR({'&'.join(parts)},{quoted('')})" if parts else ""
        label = draft.label(names[k]) if apart else ""
        sheet.put(row + 1 + k, 1, label, "text", formula=option if answer.live else "")
        reason = "".join(f"✗ {reason}  " for reason in reasons)
        sheet.put(row + 1 + k, 2, reason, "warning", formula=said if answer.live else "")


def _broken(line: Area, at: str, label: str) -> str:
    """The name of a red line where the option at a place breaks it."""
    return f"IF(INDEX({line.line(0, 0, -2)},{at})=0,{quoted(f'✗ {label}  ')},{quoted('')})"


def doubts(draft: Draft, sheet: Sheet, row: int) -> int:
    """Fill what to doubt, as it was when this was written; returns the next free row."""
    said = doubted(draft)
    if not said:
        return row
    scenario = draft.text(draft.problem.scenarios[draft.ranking.scenario].label)
    sheet.put(row, 0, draft.say("doubts_when", scenario=scenario), "strong")
    for k, (level, text) in enumerate(said):
        sheet.put(row + 1 + k, 0, draft.say(level), "warning" if level == "caution" else "note")
        sheet.put(row + 1 + k, 1, text, "wrapped", span=FIRST + len(draft.problem.criteria) - 1)
    return row + len(said) + 2


def doubted(draft: Draft) -> list[tuple[str, str]]:
    """What to doubt: how gravely, and why."""
    said: list[tuple[str, str]] = [(f.level, f.text(draft.lang)) for f in draft.ranking.findings]
    return [*said, *(("note", draft.text(note.text)) for note in draft.problem.notes if note.always)]


def _charts(draft: Draft, sheet: Sheet, answer: Answer, m: int) -> None:
    """Scores, and what each criterion brought, in the order of places."""
    names = sheet.area(HEAD + 1, OPTION, m, 1)
    right = FIRST + (len(draft.problem.criteria) if answer.brought else 0) + 1
    head = sheet.area(HEAD, SCORE, 1, 1)
    scores = Series(head, names, sheet.area(HEAD + 1, SCORE, m, 1))
    every, signed = len(draft.problem.alternatives), bool(draft.ranking.scores.min() < 0)
    title = draft.say("score") if m == every else draft.say("score_first", shown=m, all=every)
    sheet.charts.append(Chart(title, (scores,), (HEAD + 1, right), signed=signed))
    if answer.brought:
        columns = range(len(draft.problem.criteria))
        parts = [
            Series(sheet.area(HEAD, FIRST + j, 1, 1), names, sheet.area(HEAD + 1, FIRST + j, m, 1)) for j in columns
        ]
        kind, brought = draft.ranking.contribution_kind, draft.ranking.contributions
        signed = brought is not None and bool(np.min(brought) < 0)
        at, shares = (HEAD + max(17, m + 7), right), kind == SHARES
        sheet.charts.append(Chart(draft.say(f"brought.{kind}"), tuple(parts), at, True, shares, signed))
