"""An empty workbook for a new case: a plain decision matrix to fill, in the form that `mcda import` reads, and how."""

from pathlib import Path

from mcda.errors import CaseError
from mcda.language import Lang, say
from mcda.spreadsheets.writing import xlsx
from mcda.spreadsheets.writing.sheet import Sheet

CRITERIA, OPTIONS = 10, 30
"""How many there is room for; a locked sheet opens without a password."""
ROWS = ("direction", "unit", "weight")
"""The rows between the criteria's names and the options, by the words that importing knows them by."""
INPUT = ("template",)
LISTED = 4
"""The row on the sheet of explanations from which the two directions stand."""


def write_template(path: Path, lang: Lang) -> None:
    """Write the workbook. Raises CaseError where there is a file already: somebody may have filled it."""
    if path.exists():
        raise CaseError.of("file_exists", file=str(path))
    xlsx.write(sheets_of(lang), path)


def sheets_of(lang: Lang) -> list[Sheet]:
    """How to fill the matrix, and the matrix."""
    how = _explained(lang)
    return [how, _matrix(lang, how)]


def _matrix(lang: Lang, how: Sheet) -> Sheet:
    sheet = Sheet(say(lang, "workbook.sheet.figures"))
    sheet.widths, sheet.freeze = {0: 30, **dict.fromkeys(range(1, CRITERIA + 1), 15)}, (1 + len(ROWS), 1)
    sheet.heads = (0, len(ROWS))
    sheet.put(0, 0, say(lang, "template.corner"), "heading")
    choices = how.area(LISTED, 3, 2, 1).line(0, 0, -2)
    for j in range(1, CRITERIA + 1):
        sheet.put(0, j, None, "heading", path=INPUT, prompt=say(lang, "template.criterion"))
        for i, code in enumerate(ROWS):
            more = {"choices": choices} if code == "direction" else {"least": 0.0} if code == "weight" else {}
            sheet.put(1 + i, j, None, "text", path=INPUT, prompt=say(lang, f"template.{code}"), **more)
    for i, code in enumerate(ROWS):
        sheet.put(1 + i, 0, say(lang, f"template.row.{code}"), "strong")
    for i in range(1 + len(ROWS), 1 + len(ROWS) + OPTIONS):
        sheet.put(i, 0, None, "text", path=INPUT, prompt=say(lang, "template.option"))
        for j in range(1, CRITERIA + 1):
            sheet.put(i, j, None, "number", path=INPUT, prompt=say(lang, "template.figure"))
    return sheet


def _explained(lang: Lang) -> Sheet:
    """What belongs where, with an example of each in words: a second table of figures would be read as one."""
    sheet = Sheet(say(lang, "template.sheet"))
    sheet.widths = {0: 22, 1: 70, 2: 34, 3: 22}
    sheet.put(0, 0, say(lang, "template.title"), "title")
    sheet.put(1, 0, say(lang, "template.fill", sheet=say(lang, "workbook.sheet.figures")), "wrapped", span=4)
    heads = [say(lang, f"template.head.{code}") for code in ("where", "what", "example", "directions")]
    sheet.line(LISTED - 1, heads, "heading")
    for k, code in enumerate(("options", "criteria", *(f"row.{row}" for row in ROWS), "figures")):
        about = code.removeprefix("row.")
        sheet.put(LISTED + k, 0, say(lang, f"template.{code}"), "asked")
        sheet.put(LISTED + k, 1, say(lang, f"template.about.{about}"), "asked")
        sheet.put(LISTED + k, 2, say(lang, f"template.example.{about}"), "asked")
    sheet.put(LISTED, 3, say(lang, "template.more"))
    sheet.put(LISTED + 1, 3, say(lang, "template.less"))
    sheet.put(LISTED + 7, 0, say(lang, "template.then"), "wrapped", span=4)
    sheet.put(LISTED + 8, 0, say(lang, "workbook.locked_means"), "wrapped", span=4)
    return sheet
