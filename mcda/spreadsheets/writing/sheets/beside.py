"""The two sheets that go beside somebody's own: the answer in values, and what to doubt."""

from mcda.figures import scenario_of, tabulate
from mcda.language import Lang
from mcda.methods import method_of, option_said
from mcda.model import Problem, Ranking
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Sheet
from mcda.spreadsheets.writing.sheets import results


def sheets_beside(problem: Problem, ranking: Ranking, lang: Lang) -> list[Sheet]:
    """Scores and ranks with what each criterion brought and weighs; then cautions, remarks and notes."""
    tabulated = tabulate(problem, scenario_of(problem, ranking.scenario))
    draft = Draft(problem, lang, ranking, tabulated, still="still.values")
    _answer(draft, draft.sheet("answer"))
    _doubts(draft, draft.sheet("doubts"))
    return list(draft.sheets.values())


def _doubts(draft: Draft, sheet: Sheet) -> None:
    """One row for each thing to know: their workbook has no format of ours that would wrap a long text."""
    sheet.widths = {0: 12, 1: 110}
    row = 0
    for level, text in results.doubted(draft):
        sheet.put(row, 0, draft.say(level))
        for part in text.split("; "):
            sheet.put(row, 1, part)
            row += 1


def _answer(draft: Draft, sheet: Sheet) -> None:
    ranking = draft.ranking
    brought = ranking.contributions
    titles = [draft.text(c.title) for c in ranking.table.criteria]
    sheet.put(0, 0, draft.text(draft.problem.question))
    if brought is not None:
        sheet.put(1, 3, draft.say(f"brought.{ranking.contribution_kind}"))
    heads = [draft.say(code) for code in ("rank", "option", "score")]
    sheet.line(2, [*heads, *(titles if brought is not None else [])])
    for k, i in enumerate(ranking.order):
        parts = [] if brought is None else [float(part) for part in brought[i]]
        label = draft.label(ranking.table.alternatives[i])
        sheet.line(3 + k, [float(ranking.ranks[i]), label, float(ranking.scores[i]), *parts])
    row, lines = 4 + len(ranking.order), {r.id: r.label for r in draft.problem.requirements}
    for apart in ranking.apart:
        reasons = [draft.text(lines[breach.requirement]) for breach in apart.breaches]
        reasons += [draft.say("no_figure", criterion=draft.label(name)) for name in apart.missing]
        sheet.line(row, [draft.say("apart_one"), draft.label(apart.alternative), "; ".join(reasons)])
        row += 1
    sheet.line(row + 1, ["", *(draft.say(code) for code in ("criterion", "weight", "effective", "better"))])
    for j, c in enumerate(ranking.table.criteria):
        weight = ranking.weights.of(c.id)
        sheet.line(row + 2 + j, ["", titles[j], weight, float(ranking.effective[j]), draft.better(c)])
    options = (option_said(*option).in_(draft.lang) for option in ranking.options.items())
    method = draft.text(method_of(ranking.method).title)
    sheet.line(row + 3 + len(titles), [draft.say("method"), "; ".join((method, *options))])
    sheet.widths = {0: 10, 1: 36, 2: 12, **dict.fromkeys(range(3, 3 + len(titles)), 16)}
