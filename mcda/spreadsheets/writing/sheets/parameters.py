"""The parameters: what all options share, with ranges, sources, and the values in the scenario chosen."""

from mcda.model import Figure
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Path, Sheet
from mcda.spreadsheets.writing.sheets.scenarios import usual

HEADS = ("what", "option", "low", "mode", "high", "ends", "now", "unit", "standing", "source", "whose", "year", "from")
LOW, MODE, HIGH, ENDS, NOW, UNIT, STANDING = range(2, 9)
WIDTHS = {0: 30, 1: 28, 2: 11, 3: 11, 4: 11, 5: 10, 6: 12, 7: 14, 8: 12, 9: 14, 10: 12, 11: 8, 12: 44, 13: 44}
HEAD = 3


def fill(draft: Draft) -> None:
    """One row per parameter."""
    if not draft.problem.parameters:
        return
    sheet = draft.sheet("parameters")
    heading(draft, sheet, "parameters", "id")
    for k, (name, parameter) in enumerate(draft.problem.parameters.items()):
        row = HEAD + 1 + k
        sheet.put(row, 0, draft.text(parameter.label))
        sheet.put(row, 1, name, "faint")
        provenance(draft, sheet, row, parameter.figure, ("parameters", name))
        own = f"={sheet.area(row, MODE, 1, 1).cell(0, 0)}"
        changed = usual(draft, (name, ""), own)
        value = float(draft.tabulated.values[name])
        formula = f"={changed.cell(0, 0)}" if changed else own
        draft.areas[name] = sheet.put(row, NOW, value, "rounded", formula=formula)


def heading(draft: Draft, sheet: Sheet, key: str, second: str) -> None:
    """Title, how to read it, and the heads of the columns; `second` says what the second column names."""
    sheet.put(0, 0, draft.called(key), "title")
    sheet.put(1, 0, draft.say(f"{key}_how"), "faint")
    heads = ("what", second, *HEADS[2:], "note")
    sheet.line(HEAD, [draft.say(code) for code in heads], "heading")
    sheet.freeze, sheet.widths = (HEAD + 1, 2), dict(WIDTHS)


def provenance(draft: Draft, sheet: Sheet, row: int, figure: Figure | None, path: Path) -> None:
    """A figure with its range and where it comes from; an empty one can be filled."""
    for column, key in ((LOW, "low"), (MODE, "mode"), (HIGH, "high")):
        number = None if figure is None else getattr(figure, key)
        sheet.put(row, column, number, "number", **draft.takes((*path, key)))
    if figure is None:
        return
    words = [draft.text(text) if text else None for text in (figure.derivation, figure.note)]
    standing = draft.say(f"standing.{figure.standing.value}")
    if not figure.verified:
        standing = draft.say("unverified", standing=standing)
    said = [figure.source or None, figure.whose or None, float(figure.year) if figure.year else None]
    sheet.line(row, [standing, *said], "faint", STANDING)
    sheet.line(row, words, "small", HEADS.index("from"))
    sheet.put(row, ENDS, draft.say(f"ends.{figure.ends}") if figure.ends else None, "faint")
    sheet.put(row, UNIT, draft.unit(figure.unit), "faint")
