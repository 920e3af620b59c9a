"""The case itself, hidden: its text, and which cell shows which part of it, so that the workbook can be read back."""

import json

from mcda.files.writing import text_of
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Sheet

TITLE = "mcda case 1"
"""What the first cell of the sheet says; the number rises when the layout changes."""
NAME = "_case"
LONGEST = 30_000
FIXED = ("question", "criteria", "parameters", "figures", "scenarios", "judgements")
"""The sheets in which somebody may change what is shown, and mean the case."""


def fill(draft: Draft) -> None:
    """Column A: the case file, line by line; column B: sheet, row, column, path and value of each input, as JSON, with
    what its value means in the case file where that is another word; column C: sheet, row, column and value of what is
    only shown, so that a change there doesn't go unseen.
    """
    sheet = draft.sheet("case")
    sheet.hidden = True
    sheet.put(0, 0, TITLE)
    for k, line in enumerate(pieces(text_of(draft.problem))):
        sheet.put(1 + k, 0, line)
    _shown(draft, sheet)
    row = 1
    for other in draft.sheets.values():
        for (r, c), cell in other.cells.items():
            if cell.path and cell.path != ("legend",):
                meanings = _meanings(draft) if cell.path == ("plan", "scenario") else {}
                said = [other.name, r, c, list(cell.path), cell.value, cell.inverted, meanings]
                sheet.put(row, 1, json.dumps(said, ensure_ascii=False))
                row += 1


def _shown(draft: Draft, sheet: Sheet) -> None:
    fixed = [draft.sheets[key] for key in FIXED if key in draft.sheets]
    row = 1
    for other in fixed:
        for (r, c), cell in other.cells.items():
            if not cell.path and not cell.formula and cell.value not in (None, ""):
                sheet.put(row, 2, json.dumps([other.name, r, c, cell.value], ensure_ascii=False))
                row += 1


def _meanings(draft: Draft) -> dict[str, str]:
    return dict(zip(draft.scenario_labels, draft.problem.scenarios, strict=True))


def pieces(text: str) -> list[str]:
    """A text in lines that fit a cell, each with a mark in front that nobody strips: `|` ends a line, `+` goes on."""
    found = []
    for line in text.splitlines():
        rest = line
        while len(rest) > LONGEST:
            found.append(f"+{rest[:LONGEST]}")
            rest = rest[LONGEST:]
        found.append(f"|{rest}")
    return found


def joined(lines: list[str]) -> str:
    """The text of such lines."""
    return "".join(line[1:] + ("\n" if line[:1] == "|" else "") for line in lines if line)
