"""The case itself, hidden: its text, and which cell shows which part of it, so that the workbook can be read back."""

import json

from mcda.files.writing import text_of
from mcda.spreadsheets.writing.draft import Draft
from mcda.spreadsheets.writing.sheet import Sheet, blocks

TITLE = "mcda case 1"
"""What the first cell of the sheet says; the number rises when the layout changes."""
TABLE = "mcda table 1"
"""What it says instead where the workbook holds a plain matrix, and no case."""
NAME = "_case"
LONGEST = 30_000
FIXED = ("results", "question", "criteria", "parameters", "figures", "scenarios", "judgements", "sources")
"""The sheets in which somebody may change what is shown, and mean the case."""
LEGEND = ("legend",)
"""The path of the cell that only shows what an input looks like."""


def fill(draft: Draft) -> None:
    """Column A: the case file, line by line; column B: sheet, row, column, path and value of each input, as JSON, with
    what its value means in the case file where that is another word; column C: sheet, row, column and value of what is
    only shown, and column D: sheet, first row and column, last row and column of each block of formulas, so that a
    change there doesn't go unseen.
    """
    sheet = draft.sheet("case")
    sheet.hidden = True
    sheet.put(0, 0, TITLE)
    for k, line in enumerate(pieces(text_of(draft.problem))):
        sheet.put(1 + k, 0, line)
    _shown(draft, sheet)
    _calculated(draft, sheet)
    row = 1
    for other in draft.sheets.values():
        for (r, c), cell in other.cells.items():
            if cell.path not in ((), LEGEND):
                meanings = _meanings(draft) if cell.path == ("plan", "scenario") else {}
                said = [other.name, r, c, list(cell.path), cell.value, cell.inverted, meanings]
                sheet.put(row, 1, json.dumps(said, ensure_ascii=False))
                row += 1


def matrix(draft: Draft) -> None:
    """Which sheet is the table: others may look like one."""
    sheet = draft.sheet("case")
    sheet.hidden = True
    sheet.line(0, [TABLE, draft.called("figures")])


def _shown(draft: Draft, sheet: Sheet) -> None:
    fixed = [draft.sheets[key] for key in FIXED if key in draft.sheets]
    row = 1
    for other in fixed:
        for (r, c), cell in other.cells.items():
            if cell.path in ((), LEGEND) and not cell.formula and cell.value not in (None, ""):
                sheet.put(row, 2, json.dumps([other.name, r, c, cell.value], ensure_ascii=False))
                row += 1


def _calculated(draft: Draft, sheet: Sheet) -> None:
    said = [
        json.dumps([other.name, *block], ensure_ascii=False)
        for other in draft.sheets.values()
        for block in blocks(at for at, cell in other.cells.items() if cell.formula)
    ]
    for k, text in enumerate(said if draft.live else []):
        sheet.put(1 + k, 3, text)


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
