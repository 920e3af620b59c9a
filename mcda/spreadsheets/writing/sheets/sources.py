"""Where the figures come from."""

from mcda.spreadsheets.writing.draft import Draft


def fill(draft: Draft) -> None:
    """One row per source."""
    if not draft.problem.sources:
        return
    sheet = draft.sheet("sources")
    sheet.put(0, 0, draft.called("sources"), "title")
    sheet.line(2, [draft.say(code) for code in ("id", "cite", "where", "licence", "seen")], "heading")
    for k, s in enumerate(draft.problem.sources.values()):
        seen = draft.say(f"seen.{s.seen}") if s.seen else ""
        sheet.line(3 + k, [s.id, s.cite, s.where, s.licence, seen], "wrapped")
    sheet.freeze, sheet.widths = (3, 1), {0: 20, 1: 80, 2: 50, 3: 30, 4: 16}
