"""A workbook per person: the question, how to answer, what each criterion means, and the questions of the form that the
plan's weighting asks for.
"""

import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mcda.errors import CaseError, Fault, JudgementError, reason
from mcda.files.check_judgements import MOST_SIBLINGS
from mcda.language import Lang, Message
from mcda.model import Branch, Need, Problem, fingerprint
from mcda.model.judgement import Form
from mcda.spreadsheets.ballots.draft import Ballot
from mcda.spreadsheets.ballots.ends import NOTHING, Ends, ends_of
from mcda.spreadsheets.ballots.forms import ASKINGS, Asking, Way
from mcda.spreadsheets.ballots.people import Person
from mcda.spreadsheets.writing import xlsx
from mcda.spreadsheets.writing.sheet import Sheet
from mcda.weighting import form_of, starting, weighting_of

TITLE = "mcda ballot 1"
"""What the first cell of the hidden sheet says; the number rises when the layout changes."""
NAME = "_ballot"
LETTERS = "ACDEFHJKMNPRTWXY3479"
"""No two that look alike in any hand: eight of them are one of 25,600,000,000 codes."""
LONGEST = 60
WHOSE = 3
"""The row in which the name stands; code and group follow."""


@dataclass(frozen=True)
class Questionnaire:
    """What a plan asks people: the `form`, how it is asked, the `ends` of each criterion, and a `fingerprint` of all
    that bears on the answers.
    """

    form: Form
    asking: Asking
    ends: Mapping[str, Ends]
    fingerprint: str


def questionnaire(problem: Problem) -> Questionnaire:
    """What the plan's weighting asks. Raises JudgementError where it asks nobody, or what a sheet can't ask."""
    form, weights = form_of(problem.plan), problem.plan.weights
    if form is None:
        raise JudgementError.of("group_nobody", weighting=weights)
    if form not in ASKINGS:
        known = tuple(Message(f"form.{name}") for name in ASKINGS)
        raise JudgementError.of("ballot_form", weighting=weights, form=Message(f"form.{form}"), known=known)
    crowded = [branch for branch in problem.tree.branches() if len(branch.children) > MOST_SIBLINGS]
    if form == "pairs" and crowded:
        faults = (Fault("siblings", {"branch": b.label, "count": len(b.children)}) for b in crowded)
        raise JudgementError(*faults)
    ends = ends_of(problem)
    asked = {c.id: [c.title, c.unit, c.direction, c.target, ends[c.id].range] for c in problem.criteria}
    told = fingerprint([problem.question, problem.tree, weights, starting(problem.plan).weights, asked])
    return Questionnaire(form, ASKINGS[form], ends, told)


def issue(problem: Problem, people: Sequence[Person], folder: Path, lang: Lang = "en") -> list[Path]:
    """Write a ballot for each person, and return the files. All are written, or none.

    Raises JudgementError as `questionnaire` does, CaseError where a file can't be written or ballots are there already.
    """
    asked = questionnaire(problem)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if [*folder.glob("*.xlsx")]:
            raise CaseError.of("ballots_there", folder=str(folder))
    except OSError as error:
        raise CaseError.of("file_unwritable", file=str(folder), reason=reason(error)) from None
    codes: set[str] = set()
    while len(codes) < len(people):
        codes.add("".join(secrets.choice(LETTERS) for _ in range(8)))
    ballot, written = blank(problem, asked, lang), list[Path]()
    try:
        for person, code in zip(people, codes, strict=True):
            shown = f"{code[:4]}-{code[4:]}"
            path = folder / f"{file_name(person.who)}{shown}.xlsx"
            xlsx.write(signed(ballot, asked, person, shown), path)
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return written


def file_name(who: str) -> str:
    """A person's name as the beginning of a file's, whatever the system: letters, digits, spaces and hyphens."""
    plain = re.sub(r"[^\w \-]+", "_", who).strip("_ -")[:LONGEST].strip("_ -")
    return f"{plain} " if plain else ""


def blank(problem: Problem, asked: Questionnaire, lang: Lang) -> Ballot:
    """A ballot that is nobody's yet: what all ballots share is made once."""
    rule = weighting_of(starting(problem.plan).weights)
    ballot = Ballot(problem, lang, asked.ends, rule.largest, rule.total)
    sheet = ballot.sheet("ballot")
    sheet.widths = dict(enumerate(asked.asking.widths))
    row = _head(ballot, sheet, asked.asking)
    for branch in problem.tree.branches():
        row = asked.asking.fill(ballot, sheet, row, branch)
    _criteria(ballot)
    if "consistency" in ballot.sheets:
        ballot.sheets["consistency"].hidden = True
    _carried(ballot)
    return ballot


def signed(ballot: Ballot, asked: Questionnaire, person: Person, code: str) -> list[Sheet]:
    """The sheets of one person's ballot in the order of their tabs."""
    told = {"code": code, "form": asked.form, "weights": ballot.problem.plan.weights, "case": asked.fingerprint}
    own = {key: replace(ballot.sheets[key], cells={**ballot.sheets[key].cells}) for key in ("ballot", "answers")}
    said = {"name": person.who, "code": code, "group": person.group}
    for k, (key, text) in enumerate(said.items()):
        own["ballot"].put(WHOSE + k, 0, ballot.ask(key, said=text) if text else None, "strong")
    carried = {**told, "who": person.who, "group": person.group}
    own["answers"].put(1, 0, json.dumps(carried, ensure_ascii=False))
    sheets = {**ballot.sheets, **own}
    return [sheets[key] for key in ("ballot", "criteria", "check", "consistency", "lists", "answers") if key in sheets]


def paths(problem: Problem, asked: Questionnaire) -> set[Way]:
    """Where the answers to all questions stand in a judgement."""
    sheets = blank(problem, asked, "en").sheets.values()
    return {tuple(map(str, cell.path)) for sheet in sheets for cell in sheet.cells.values() if cell.path}


def _head(ballot: Ballot, sheet: Sheet, asking: Asking) -> int:
    """Title, question, room for whose ballot it is, and how to answer; returns the next free row."""
    wide, problem = len(asking.widths), ballot.problem
    sheet.put(0, 0, ballot.text(problem.title), "title")
    sheet.put(1, 0, ballot.text(problem.question), "wrapped", span=wide)
    row = WHOSE + 4
    sheet.put(row, 0, ballot.ask("how"), "heading", span=wide)
    row += 1
    meaning = ballot.ask("meaning", sheet=ballot.called("criteria"))
    for line in (*asking.how(ballot), meaning, ballot.ask("send")):
        sheet.put(row, 0, f"• {line}", "wrapped", span=wide)
        row += 1
    return row + 1


def _criteria(ballot: Ballot) -> None:
    """What each criterion means, both its ends, and the levels of ordinal ones."""
    sheet = ballot.sheet("criteria")
    sheet.widths = {0: 26, 1: 70, 2: 30, 3: 30}
    sheet.put(0, 0, ballot.called("criteria"), "title")
    heads = [ballot.say("criterion"), ballot.ask("means"), ballot.ask("from_worst"), ballot.ask("to_best")]
    sheet.line(2, heads, "heading")
    sheet.freeze = (3, 0)
    row = 3
    for c in ballot.problem.criteria:
        ends = ballot.ends[c.id]
        year = c.unit.partition("@")[2][:4]
        unit = ballot.text(ends.unit) + (ballot.ask("prices", year=year) if year else "")
        both = [f"{ballot.text(end)} {unit}".strip() for end in (ends.worst, ends.best)]
        sheet.line(row, [ballot.text(c.title), ballot.text(c.definition or NOTHING), *both], "asked")
        row += 1
    for c in ballot.problem.criteria:
        if c.scale.kind is Need.ORDER:
            sheet.put(row + 1, 0, ballot.ask("levels", criterion=c.title), "strong", span=4)
            row += 2
            for level in c.scale.levels:
                sheet.put(row, 0, float(level.key), "rank")
                sheet.put(row, 1, ballot.text(level.label), "wrapped", span=3)
                row += 1


def _carried(ballot: Ballot) -> None:
    """The hidden sheet: room for what one ballot is, and where each answer stands: sheet, row, column, path in the
    judgement, the number of its question, what the names mean that can be chosen, and the texts of its row by column.
    """
    lines = []
    for sheet in ballot.sheets.values():
        for (row, column), cell in sheet.cells.items():
            if cell.path:
                meanings = _meanings(ballot, str(cell.path[0]), str(cell.path[1]))
                at = [sheet.name, row, column, list(cell.path), sheet.cells[row, 0].value, meanings, _said(sheet, row)]
                lines.append(json.dumps(at, ensure_ascii=False))
    carrier = ballot.sheet("answers")
    carrier.hidden = True
    carrier.put(0, 0, TITLE)
    for k, line in enumerate(lines):
        carrier.put(2 + k, 0, line)


def _said(sheet: Sheet, row: int) -> dict[int, str]:
    """What a row asks: its texts by their columns."""
    cells = ((column, cell) for (r, column), cell in sheet.cells.items() if r == row)
    return {column: cell.value for column, cell in cells if isinstance(cell.value, str) and not cell.formula}


def _meanings(ballot: Ballot, key: str, branch_id: str) -> dict[str, str]:
    """The ids of the names that can be chosen as best or worst of a branch."""
    if key not in ("best", "worst"):
        return {}
    branch: Branch = next(b for b in ballot.problem.tree.branches() if b.id == branch_id)
    return {label: name for name, label in ballot.told_apart(branch).items()}
