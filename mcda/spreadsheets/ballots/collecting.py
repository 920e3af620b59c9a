"""Ballots back into the case: everybody's answers, or every fault by cell and person."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mcda.errors import NOWHERE, CaseError, Fault, JudgementError, MCDAError, Place, SheetError, reason
from mcda.files.case import examine_tree
from mcda.files.catalogue import Catalogue
from mcda.files.writing import text_of
from mcda.files.yaml import LARGEST, compose
from mcda.group import joining_of
from mcda.group.joining import way_of
from mcda.model import Judgement, Problem, Standing
from mcda.model.judgement import Form
from mcda.spreadsheets.ballots.forms import Answer, Reply, Way
from mcda.spreadsheets.ballots.issuing import NAME, TITLE, Questionnaire, paths, questionnaire
from mcda.spreadsheets.reading.book import Sheet, read_book
from mcda.spreadsheets.reading.guard import refused
from mcda.spreadsheets.reading.headings import clean
from mcda.weighting import WEIGHTINGS, starting, weigh, weighting_of

KINDS = (".xlsx", ".xlsm", ".ods", ".xls", ".et")


@dataclass
class Returned:
    """One ballot as it came back: what it carries, whose it is, its answers, and what is wrong with it."""

    file: str
    told: Mapping[str, str]
    answers: dict[Way, Answer] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    judgement: Judgement | None = None

    @property
    def who(self) -> str:
        """Whose ballot it is."""
        return self.told.get("who", "")

    def place(self) -> Place:
        """The first answer."""
        return next(iter(self.answers.values())).place if self.answers else Place(self.file)


@dataclass(frozen=True)
class Collected:
    """A case with the answers of `people` in it, as `text` for its file. `replaced` were judgements of placeholders or
    of the same people; `kept` those of others; `partial` is who was asked more than they answered, with both counts;
    `left_out` the ballots that were left out, each with its faults. `weights` is the weighting that asked.
    """

    problem: Problem
    text: str
    people: tuple[str, ...]
    weights: str
    replaced: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    partial: tuple[tuple[str, int, int], ...] = ()
    left_out: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)


def ballots_in(paths: Iterable[Path]) -> list[Path]:
    """The files that are meant: those named, and the workbooks of the folders named. Raises CaseError for none."""
    found: list[Path] = []
    for path in paths:
        try:
            inside = sorted(path.iterdir()) if path.is_dir() else [path]
        except OSError as error:
            raise CaseError.of("file_unreadable", file=str(path), reason=reason(error)) from None
        if path.is_dir():  # but for what a program holds open
            inside = [p for p in inside if p.suffix.lower() in KINDS and not p.name.startswith(("~$", "."))]
        found += inside
    if not found:
        raise CaseError.of("ballots_none")
    return list(dict.fromkeys(found))


def collect(problem: Problem, files: Sequence[Path], name: str, leave_out: bool = False) -> Collected:
    """The case with everybody's answers, to be called `name`.

    Answers replace placeholders of their form and what the same people said before; what others have said stays.
    Raises SheetError with every fault of every ballot, unless `leave_out` leaves those ballots out whole.
    """
    ballots = [_returned(file) for file in files]
    weights = _weighting(problem, ballots)
    if weights is not None and weights != problem.plan.weights:
        problem = problem.with_plan(weights=weights, weighting_options={})
    asked = questionnaire(problem)
    ways = paths(problem, asked)
    for ballot in ballots:
        if not ballot.faults:
            _look(problem, asked, ballot, ways)
    _twice(ballots)
    sound = [ballot for ballot in ballots if not ballot.faults]
    _weigh(problem, asked.form, sound)
    faults = [fault for ballot in ballots for fault in ballot.faults]
    sound = [ballot for ballot in sound if not ballot.faults]
    if faults and not (leave_out and sound):
        raise SheetError(*faults)
    return _collected(problem, asked, sound, [ballot for ballot in ballots if ballot.faults], name)


def _returned(path: Path) -> Returned:
    """A file as a ballot, as far as it is one."""
    try:
        book = read_book(path, also=(NAME,))
        sheets = {sheet.name: sheet for sheet in book.sheets}
        if NAME not in sheets:
            raise refused("ballot_strange", path.name)
        return _opened(sheets, path.name)
    except MCDAError as error:
        return Returned(path.name, {}, faults=list(error.at(Place(path.name)).faults))


def _opened(sheets: Mapping[str, Sheet], file: str) -> Returned:
    """What the hidden sheet says, and the answers that it points to."""
    lines = [str(row[0]) for row in sheets[NAME].rows if row[0] != ""]
    if lines[:1] != [TITLE]:
        raise refused("ballot_version", file, found=lines[0][:60] if lines else "", known=TITLE)
    try:
        told, *where = (json.loads(line) for line in lines[1:])
        ballot = Returned(file, {key: clean(told[key]) for key in ("code", "form", "weights", "case", "who", "group")})
        for name, row, column, path, number, ids, asked in where:
            if name not in sheets:
                raise refused("ballot_sheet", file, sheet=name)
            _answer(ballot, sheets[name], (row, column), tuple(map(str, path)), number, ids, asked)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise refused("ballot_broken", file) from None
    return ballot


def _answer(
    ballot: Returned, sheet: Sheet, at: tuple[int, int], path: Way, number: float, ids: Mapping[str, str],
    asked: Mapping[str, str],
) -> None:  # fmt: skip
    """One cell that holds an answer; a row with another number or another question than it had has been moved."""
    place = sheet.place(*at)
    texts = ((clean(str(_cell(sheet, at[0], int(column)) or "")), clean(text)) for column, text in asked.items())
    if _cell(sheet, at[0], 0) != number or any(found != text for found, text in texts):
        said = {"who": ballot.who, "question": f"{number:g}"}
        ballot.faults.append(Fault("ballot_moved", said, place))
    ballot.answers[path] = Answer(_cell(sheet, *at), place, {**ids})


def _cell(sheet: Sheet, row: int, column: int) -> Any:
    """What stands in a cell, an error as its text; None where nothing does, or only spaces."""
    if (row, column) in sheet.marks.errors:
        return sheet.marks.errors[row, column]
    inside = 0 <= row < len(sheet.rows) and 0 <= column < len(sheet.rows[row])
    value = sheet.rows[row][column] if inside else ""
    return None if isinstance(value, str) and not value.strip() else value


def _weighting(problem: Problem, ballots: Sequence[Returned]) -> str | None:
    """The weighting by which most of the ballots asked; ballots by another one are faulty."""
    counts = Counter(ballot.told["weights"] for ballot in ballots if not ballot.faults)
    known = [name for name, _ in counts.most_common() if name in WEIGHTINGS]
    for ballot in ballots:
        if not ballot.faults and known and ballot.told["weights"] != known[0]:
            said = {"who": ballot.who, "weights": ballot.told["weights"], "others": known[0]}
            ballot.faults.append(Fault("ballot_weights", said, Place(ballot.file)))
    return known[0] if known else None


def _look(problem: Problem, asked: Questionnaire, ballot: Returned, ways: Set[Way]) -> None:
    """The judgement that a ballot makes, if it belongs to this case and all its answers can be read."""
    if ballot.told["case"] != asked.fingerprint or ballot.told["form"] != asked.form:
        ballot.faults.append(Fault("ballot_other", {"who": ballot.who, "case": problem.id}, Place(ballot.file)))
        return
    if {*ballot.answers} != ways:
        ballot.faults.append(Fault("ballot_broken", {}, Place(ballot.file)))
        return
    rule = weighting_of(starting(problem.plan).weights)
    reply = Reply(ballot.who, ballot.answers, rule.largest or rule.total or 1.0)
    said = asked.asking.read(problem.tree, reply)
    ballot.faults += reply.faults
    ranges = {name: ends.range for name, ends in asked.ends.items()}
    ballot.judgement = Judgement(
        ballot.who, asked.form, Standing.JUDGEMENT, ballot.told["group"], ranges, place=ballot.place(), **said
    )


def _twice(ballots: Sequence[Returned]) -> None:
    """One code, or one person, counts once. Of copies that say the same the first is kept; else none is."""
    for key, code in (("code", "ballot_twice"), ("who", "ballot_person")):
        groups: dict[str, list[Returned]] = {}
        for ballot in ballots:
            if not ballot.faults:
                groups.setdefault(ballot.told[key], []).append(ballot)
        for first, *others in groups.values():
            same = all(_said(other) == _said(first) for other in others) and key == "code"
            for ballot in others if same else [first, *others] if others else []:
                twin = others[0] if ballot is first else first
                said = {"who": ballot.who, "ballot": ballot.told["code"], "other": twin.file}
                ballot.faults.append(Fault(code, said, Place(ballot.file)))


def _said(ballot: Returned) -> list[Any]:
    return [(path, answer.value) for path, answer in ballot.answers.items()]


def _weigh(problem: Problem, form: Form, ballots: Sequence[Returned]) -> None:
    """Whether everybody's answers give weights: alone, or where the way of joining allows gaps, together."""
    plan = starting(problem.plan)
    if len(ballots) > 1 and joining_of(way_of(plan, form)).partial:
        return
    for ballot in ballots:
        try:
            assert ballot.judgement is not None
            weigh(problem.tree, ballot.judgement, plan)
        except JudgementError as error:
            ballot.faults += error.at(ballot.place()).faults


def _collected(
    problem: Problem, asked: Questionnaire, ballots: Sequence[Returned], faulty: Sequence[Returned], name: str
) -> Collected:
    """The case as its file will hold it, looked over as any other. Raises CaseError for what is wrong with it."""
    judged = [ballot.judgement for ballot in ballots if ballot.judgement]
    people = tuple(judgement.who for judgement in judged)
    form = [judgement for judgement in problem.judgements if judgement.form == asked.form]
    gone = [j for j in form if j.standing is Standing.PLACEHOLDER or j.who in people]
    kept = tuple(judgement for judgement in problem.judgements if judgement not in gone)
    whole = replace(problem, id=name, judgements=(*kept, *judged))
    text = text_of(whole)
    if len(text.encode()) > LARGEST:
        raise CaseError.of("yaml_large", Place(f"{name}.yaml"))
    _, faults = examine_tree(compose(text, name), name, Catalogue(), every_scenario=False)
    if faults:  # lines of a file that isn't written would lead nowhere
        raise CaseError(*(replace(fault, place=NOWHERE) for fault in faults))
    questions = {ballot.who: [*ballot.answers.values()] for ballot in ballots}
    counts = ((who, sum(a.value is not None for a in said), len(said)) for who, said in questions.items())
    return Collected(
        whole,
        text,
        people,
        problem.plan.weights,
        tuple(judgement.who for judgement in gone),
        tuple(judgement.who for judgement in form if judgement not in gone),
        tuple(count for count in counts if asked.asking.partial and count[1] < count[2]),
        {ballot.file: tuple(ballot.faults) for ballot in faulty},
    )
