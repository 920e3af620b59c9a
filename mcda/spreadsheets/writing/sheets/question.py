"""The question: what was asked, of which options, by which method, and how to read this workbook."""

from mcda.methods import method_of, option_said
from mcda.model.paper import PATHWAYS
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Sheet
from mcda.weighting import weighting_of


def fill(draft: Draft, live: bool) -> None:
    """The sheet from top to bottom; `live` if scores and ranks recalculate."""
    sheet, problem = draft.sheet("question"), draft.problem
    sheet.portrait, sheet.widths = True, {0: 34, 1: 40, 2: 26, 3: 60}
    sheet.put(0, 0, draft.text(problem.title), "title")
    if problem.question != problem.title:
        sheet.put(1, 0, draft.text(problem.question), "text")
    ranking, row = draft.ranking, 3
    facts = [
        ("method", draft.text(method_of(ranking.method).title)),
        ("options_are", "; ".join(option_said(*option).in_(draft.lang) for option in ranking.options.items())),
        ("weights_by", draft.text(weighting_of(problem.plan.weights).title)),
        ("money", problem.money),
        ("fingerprint", ranking.fingerprint),
    ]
    for code, said in facts:
        if said:
            sheet.line(row, [draft.say(code), said])
            row += 1
    row = _legend(draft, sheet, row + 1, live)
    row = _options(draft, sheet, row + 1)
    sheet.put(row + 1, 0, draft.say("notes"), "heading")
    for k, note in enumerate(problem.notes):
        sheet.put(row + 2 + k, 0, draft.text(note.text), "wrapped", span=4)


def _legend(draft: Draft, sheet: Sheet, row: int, live: bool) -> int:
    """How to read the workbook."""
    sheet.put(row, 0, draft.say("how_to_read"), "heading")
    if draft.inputs:
        sheet.put(row + 1, 0, draft.say("an_input"), "text", path=("legend",))
        sheet.put(row + 1, 1, draft.say("input_means"))
    extent = draft.still or ("recalculates" if live else "recalculates_partly")
    unweighed = ["weights_values"] if draft.live and not draft.weights_live else []
    lines = [draft.say(code) for code in ("locked_means", extent, *unweighed)]
    for k, text in enumerate(lines):
        sheet.put(row + 2 + k, 1, text, "wrapped", span=3)
    return row + 3 + len(lines)


def _options(draft: Draft, sheet: Sheet, row: int) -> int:
    """The options, in both languages."""
    heads = [draft.say(code) for code in ("option", "other_language", "pathway", "about")]
    sheet.line(row, heads, "heading")
    for k, a in enumerate(draft.problem.alternatives):
        label, other = draft.text(a.label), draft.other(a.label)
        pathway = draft.text(PATHWAYS[a.pathway]) if a.pathway else ""
        about = draft.text(a.about) if a.about else ""
        if a.baseline:
            about = f"{draft.say('baseline')} {about}".strip()
        sheet.line(row + 1 + k, [label, other, pathway])
        sheet.put(row + 1 + k, 3, about, "small")
    return row + 1 + len(draft.problem.alternatives)
