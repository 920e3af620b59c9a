"""A workbook or a CSV file → a decision problem: the one way in."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mcda.errors import Fault, MCDAError, Place, SheetError, unknown
from mcda.files.catalogue import catalogue_with
from mcda.model import Judgement, Problem
from mcda.spreadsheets.reading import own, questionnaires, squares
from mcda.spreadsheets.reading.book import Book, read_book
from mcda.spreadsheets.reading.criteria import Entries
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.headings import clean, heading
from mcda.spreadsheets.reading.identifiers import identifiers
from mcda.spreadsheets.reading.marks import column_of
from mcda.spreadsheets.reading.matrix import is_matrix, problem_of, ranges_of
from mcda.spreadsheets.reading.tables import Table, tables
from mcda.spreadsheets.reading.vocabulary import WEIGHT, word
from mcda.spreadsheets.writing.sheets.case import NAME as CARRIED


@dataclass(frozen=True)
class Read:
    """What a file was read as. There is no problem where there are faults. `guesses` are for a person to confirm;
    `told` is certain, and worth knowing. `area` says where the matrix stands.
    """

    problem: Problem | None
    guesses: tuple[Guess, ...] = ()
    faults: tuple[Fault, ...] = ()
    told: tuple[Guess, ...] = ()
    file: str = ""
    sheet: str = ""
    area: str = ""

    def whole(self) -> Problem:
        """The problem. Raises SheetError with every fault."""
        if self.problem is None:
            raise SheetError(*self.faults)
        return self.problem


@dataclass
class _Gathered:
    guesses: list[Guess] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def read(self, problem: Problem | None, file: str, table: Table | None = None) -> Read:
        """All of it as a result, each thing said once, column by column."""
        first: dict[tuple[str, str], Guess] = {}
        for guess in self.guesses:
            first.setdefault((guess.code, str(guess.place)), guess)
        said = sorted(first.values(), key=_column_first)
        return Read(
            None if self.faults else problem,
            tuple(g for g in said if not g.told),
            tuple(self.faults),
            tuple(g for g in said if g.told),
            file,
            table.sheet.name if table else "",
            table.area if table else "",
        )


def _column_first(guess: Guess) -> tuple[str, int, int]:
    """Where a guess stands in the order of reading: the sheet, the column, then the row."""
    named = re.fullmatch(r"([A-Z]+)(\d+)", guess.place.cell)
    return guess.place.sheet, column_of(named[1]) if named else -1, int(named[2]) if named else 0


def read(
    path: str | Path,
    sheet: str = "",
    directions: Mapping[str, str] | None = None,
    criteria: str | Path | None = None,
    case: Problem | None = None,
) -> Read:
    """What a workbook (xlsx, xlsm, xls, ods) or a text file (csv, tsv) holds: a decision matrix, and judgements beside
    it; or, with a `case`, judgements on its criteria alone.

    `sheet` names the sheet that is meant where several hold a matrix; `directions` says max or min by the heading of a
    criterion; `criteria` is a folder of your own criteria. Never raises for what a file holds: `faults` tell it.
    """
    file = Path(path)
    gathered = _Gathered()
    try:
        book = own.plain(read_book(file, also={CARRIED}))
        if own.carried(book) and case is None:
            return _own(book, criteria, gathered)
        entries = Entries(catalogue_with(criteria))
        gathered.guesses += book.guesses
        found = _tables(book, sheet)
        if case is not None:
            return _judged(book, found, case, gathered)
        return _matrix(book, found, directions or {}, entries, sheet, gathered)
    except MCDAError as error:
        return Read(None, faults=error.faults, file=file.name)


def _own(book: Book, criteria: str | Path | None, gathered: _Gathered) -> Read:
    """The problem in a workbook of ours, with each cell that was typed over."""
    problem, guesses = own.read_back(book, criteria)
    gathered.guesses += guesses
    return gathered.read(problem, book.file)


def _tables(book: Book, sheet: str) -> list[Table]:
    """The tables of all sheets, or of the one that is meant. Raises UnknownName."""
    names = [one.name for one in book.sheets]
    if sheet and sheet not in names:
        raise SheetError(unknown("sheet", sheet, tuple(names), Place(book.file)))
    if not names:
        raise SheetError.of("sheets_hidden", Place(book.file), hidden=tuple(map(clean, book.hidden)))
    return [table for one in book.sheets for table in tables(one)]


def _matrix(
    book: Book, found: Sequence[Table], directions: Mapping[str, str], entries: Entries, sheet: str, gathered: _Gathered
) -> Read:
    """The problem of the one decision matrix, with the judgements that stand beside it."""
    asked = [table for table in found if squares.size(table) or questionnaires.is_survey(table)]
    rest = [table for table in found if table not in asked and sheet in ("", table.sheet.name)]
    matrices = [table for table in rest if is_matrix(table)] or [
        table for table in rest if is_matrix(table, loosely=True)
    ]
    if len(matrices) != 1:
        raise SheetError(_which(book, matrices, sheet, bool(asked)))
    table = matrices[0]
    given = {word(name): direction for name, direction in directions.items()}
    problem, layout, known = problem_of(
        table, identifiers([table.title or Path(book.file).stem], "table")[0], given, entries
    )
    gathered.guesses += layout.guesses
    gathered.faults += layout.faults
    strangers = [name for name in directions if word(name) not in known]
    headings = tuple(criterion.title.en for criterion in problem.criteria)
    gathered.faults += [unknown("criterion", name, headings, Place(book.file)) for name in strangers]
    judged = _answers(asked, known, problem, gathered, alone=False)
    if judged and not gathered.faults:
        if problem.judgements:
            gathered.guesses.append(Guess("weights_both", {}, problem.judgements[0].place))
        problem = replace(problem, judgements=(*problem.judgements, *judged)).with_plan(weights="ahp")
    unread = [other for other in found if other not in asked and other is not table]
    for other in unread:
        heads = {word(other.text(0, j)) for j in range(len(other.rows[0]))}
        code = "weights_unread" if heads & WEIGHT and not problem.judgements else "table_unread"
        told = code == "table_unread"
        gathered.guesses.append(Guess(code, {"area": other.area}, other.place(0, 0), told=told))
    _tell_sheets(book, {other.sheet.name for other in found}, gathered)
    return gathered.read(problem, book.file, table)


def _tell_sheets(book: Book, used: set[str], gathered: _Gathered) -> None:
    """Sheets that were not looked into, or hold no table."""
    for one in book.sheets:
        if one.name not in used and any(any(value != "" for value in row) for row in one.rows):
            gathered.guesses.append(Guess("sheet_no_table", {"sheet": clean(one.name)}, one.place(0, 0), told=True))
    if book.hidden:
        names = tuple(clean(name) for name in book.hidden)
        gathered.guesses.append(Guess("sheets_hidden", {"names": names}, Place(book.file), told=True))


def _which(book: Book, matrices: Sequence[Table], sheet: str, asked: bool) -> Fault:
    """Why no single table is the one that is meant."""
    place = Place(book.file, sheet=sheet, cell="A1" if sheet else "")
    if not matrices:
        return Fault("matrix_alone" if asked else "matrix_none", {}, place)
    areas = tuple(f"{table.sheet.name}!{table.area}" if table.sheet.name else table.area for table in matrices)
    names = tuple(dict.fromkeys(table.sheet.name for table in matrices))
    if len(names) < len(matrices):
        return Fault("tables_several", {"areas": areas}, place)
    return Fault("matrix_several", {"areas": areas, "example": names[0]}, place)


def _judged(book: Book, found: Sequence[Table], case: Problem, gathered: _Gathered) -> Read:
    """A case with the judgements of a workbook in place of the form that it asks for."""
    known: dict[str, str] = {}
    for name in [c.id for c in case.criteria] + [
        branch.id for branch in case.tree.branches() if branch is not case.tree
    ]:
        label = case.label(name)
        for called in (
            name,
            name.replace("_", " "),
            label.en,
            label.zh,
            heading(label.en).name,
            heading(label.zh).name,
        ):
            known.setdefault(word(called), name)
    asked = [
        table
        for table in found
        if squares.size(table) or questionnaires.is_survey(table) or questionnaires.pair_columns(table, known)
    ]
    judged = _answers(asked, known, case, gathered, alone=True)
    if not judged and not gathered.faults:
        criteria = tuple(criterion.title for criterion in case.criteria)
        gathered.faults.append(Fault("answers_none", {"criteria": criteria}, Place(book.file)))
    kept = tuple(judgement for judgement in case.judgements if judgement.form != "pairs")
    if len(kept) < len(case.judgements):
        count = len(case.judgements) - len(kept)
        gathered.guesses.append(Guess("pairs_replaced", {"count": count}, Place(book.file)))
    problem = replace(case, judgements=(*kept, *judged)).with_plan(weights="ahp", weighting_options={})
    return gathered.read(problem, book.file, asked[0] if asked else None)


def _answers(
    asked: Iterable[Table], known: Mapping[str, str], problem: Problem, gathered: _Gathered, alone: bool
) -> list[Judgement]:
    """The judgements in tables of comparisons. A matrix of other things is left out where it stands beside a table."""
    judged: list[Judgement] = []
    spans = ranges_of(problem)
    for table in asked:
        if squares.size(table):
            names = squares.named(table)
            if not alone and not any(word(name) in known for name in names):
                gathered.guesses.append(
                    Guess("square_unread", {"names": tuple(map(clean, names[:4]))}, table.place(0, 0))
                )
                continue
            found = squares.answers(table, known)
            who = clean(table.sheet.name) or Path(table.sheet.file).stem
            people = {who: found.pairs} if found.pairs else {}
        else:
            survey = questionnaires.answers(table, known)
            people = {f"{Path(table.sheet.file).stem} {number}": pairs for number, pairs in survey.people.items()}
            if not people and not survey.faults:
                called = tuple(problem.label(name) for name in dict.fromkeys(known.values()))
                survey.faults.append(Fault("survey_pairs", {"names": called}, table.place(0, 0)))
            found = squares.Answers({}, survey.guesses, survey.faults)
        gathered.guesses += found.guesses
        gathered.faults += found.faults
        for who, pairs in people.items():
            name = _unlike(clean(who), {judgement.who for judgement in judged})
            judged.append(Judgement(name, "pairs", ranges=spans, pairs=pairs, place=table.place(0, 0)))
        if people and spans:
            gathered.guesses.append(Guess("pairs_ranges", {}, table.place(0, 0)))
    return judged


def _unlike(who: str, others: Collection[str]) -> str:
    """A name that nobody else bears."""
    return (
        who
        if who not in others
        else next(name for k in range(2, len(others) + 3) if (name := f"{who} ({k})") not in others)
    )
