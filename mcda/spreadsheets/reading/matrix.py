"""A decision matrix → a decision problem, with what was guessed and what is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mcda.errors import Fault, Place
from mcda.language import Text
from mcda.model import Alternative, Column, Criterion, Figure, Judgement, Missing, Need, Note, Plan, Problem
from mcda.model.criterion import flat
from mcda.spreadsheets.reading.columns import Readings
from mcda.spreadsheets.reading.criteria import Entries, Found, criteria_of
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.headings import clean
from mcda.spreadsheets.reading.identifiers import identifiers
from mcda.spreadsheets.reading.layout import Layout, laid_out
from mcda.spreadsheets.reading.marks import runs
from mcda.spreadsheets.reading.numerals import read_numeral
from mcda.spreadsheets.reading.tables import LOOKED_AT, Table
from mcda.spreadsheets.reading.vocabulary import word

FEWEST = 2
"""Options, and criteria, below which there is nothing to rank by."""


def is_matrix(table: Table, loosely: bool = False) -> bool:
    """Whether a table looks like options by criteria: at least two of each, and many figures inside; or `loosely`, one
    column of figures.
    """
    rows, columns = min(len(table.rows), LOOKED_AT), len(table.rows[0])
    if rows <= FEWEST or columns <= FEWEST:
        return False
    inside = [(i, j) for i in range(1, rows) for j in range(1, columns) if table.filled(i, j)]
    figures = [(i, j) for i, j in inside if table.figure(i, j)]
    down, across = len({i for i, _ in figures}), len({j for _, j in figures})
    if loosely:
        return max(down, across) >= FEWEST
    return len(figures) * 5 >= len(inside) * 2 and min(down, across) >= FEWEST


def problem_of(
    table: Table, name: str, given: Mapping[str, str], entries: Entries
) -> tuple[Problem, Layout, dict[str, str]]:
    """The problem that a table describes, its layout with guesses and faults, and folded name → id of its criteria.
    `name` is the problem's id, `given` are directions from outside by folded name. With faults, the problem is not
    to be used.
    """
    layout = laid_out(table, given)
    found = criteria_of(layout, given, entries)
    if len(found) < 1 or len(layout.options) < 1:
        layout.faults.append(Fault("matrix_small", {"area": table.area}, layout.table.place(0, 0)))
    options = dict(zip(layout.options, identifiers(layout.options.values(), "a"), strict=True))
    criteria = tuple(one.criterion for one in found if one.criterion)
    columns = {one.criterion.id: _column(layout, one, options) for one in found if one.criterion}
    judged, plan = _weights(layout, found)
    problem = Problem(
        id=name,
        question=Text("Which option should come first?", "应优先选择哪个方案？"),
        alternatives=tuple(
            Alternative(options[i], Text.same(label), place=layout.table.place(i, layout.names))
            for i, label in layout.options.items()
        ),
        criteria=criteria,
        columns=columns,
        tree=flat(tuple(criterion.id for criterion in criteria)),
        plan=plan,
        title=Text.same(clean(table.title) or clean(_stem(table.sheet.file))),
        money=_money(criteria),
        notes=_notes(layout, found),
        judgements=judged,
    )
    _tell_missing(layout, found)
    _tell_hidden(layout)
    return problem, layout, _called(found)


def _called(found: list[Found]) -> dict[str, str]:
    """Folded name → id; a name in full goes before another's short one."""
    built = [(one, one.criterion.id) for one in found if one.criterion]
    called = {word(one.short): id_ for one, id_ in built if one.short}
    return called | {name: id_ for one, id_ in built for name in one.names() if name != word(one.short)}


def ranges_of(problem: Problem) -> dict[str, tuple[float, float]]:
    """What the figures of each criterion with a unit span: the ranges that judgements beside the table refer to."""
    found = {}
    for criterion in problem.criteria:
        column = problem.columns[criterion.id]
        ends = [end for f in column.figures.values() for end in (f.low, f.mode, f.high) if end is not None]
        if criterion.unit and criterion.scale.kind is not Need.ORDER and ends:
            found[criterion.id] = criterion.range or (min(ends), max(ends))
    return found


def _stem(file: str) -> str:
    return file.rpartition(".")[0] or file


def _money(criteria: Iterable[Criterion]) -> str:
    """The currency and price year that all units share."""
    from mcda.expression import parse_unit

    bases = {base for criterion in criteria if criterion.unit for base in parse_unit(criterion.unit).money}
    return bases.pop() if len(bases) == 1 else ""


def _column(layout: Layout, one: Found, options: Mapping[int, str]) -> Column:
    """The figures of one criterion. An option without one is left out of a ranking, never given a 0."""
    assert one.criterion is not None
    table, file = layout.table, layout.table.sheet.file
    head = table.place(layout.head_row, one.column)
    pattern = Figure(whose=file)
    notes = {guess.place.cell: guess.words() for guess in one.readings.guesses if guess.code.startswith("cell_")}
    figures = _judged(file, options, one.readings.numbers)
    if one.readings.figures:
        for i, numeral in one.readings.figures.items():
            figure = replace(pattern, mode=numeral.mode, note=notes.get(table.cell(i, one.column)))
            if numeral.low != numeral.high:
                figure = replace(figure, low=numeral.low, high=numeral.high, ends="bounds")
            figures[options[i]] = figure
        figures = {option: figures[option] for option in options.values() if option in figures}
    missing = Missing.LEAVE_OUT if one.readings.missing else Missing.REFUSE
    c = one.criterion
    return Column(c.id, c.title, c.unit, figures, missing=missing, place=head)


def _judged(whose: str, options: Mapping[int, str], numbers: Mapping[int, float]) -> dict[str, Figure]:
    """Plain numbers as figures that somebody has judged, in a quarter of the time that making each takes: what isn't
    set here is as usual, and stands in the class.
    """
    new, put, figures = object.__new__, object.__setattr__, {}
    for i, number in numbers.items():
        figures[options[i]] = figure = new(Figure)
        put(figure, "mode", number)
        put(figure, "whose", whose)
    return figures


def _weights(layout: Layout, found: list[Found]) -> tuple[tuple[Judgement, ...], Plan]:
    """The row of weights as points shared out, else every criterion alike."""
    table, row = layout.table, layout.weights
    if row < 0:
        layout.guesses.append(Guess("weights_equal", {}, Place(table.sheet.file), told=True))
        return (), Plan(weights="equal")
    numbers: dict[str, float] = {}
    shares = []
    for one in found:
        at, value = table.of_sheet(row, one.column), table.rows[row][one.column]
        numeral = read_numeral(value)
        share = numeral.share or at in table.sheet.marks.percents
        if numeral.kind != "number" or numeral.low < 0 or at in table.sheet.marks.errors or numeral.guessed:
            layout.faults.append(
                Fault("weight_cell", {"found": clean(table.text(row, one.column)) or "—"}, table.place(row, one.column))
            )
        elif one.criterion:
            numbers[one.criterion.id] = numeral.low
            shares.append(share)
    if any(shares) and not all(shares):
        layout.faults.append(Fault("weights_mixed", {}, table.place(row, layout.names)))
    if numbers and not any(numbers.values()):
        layout.faults.append(Fault("weights_none", {}, table.place(row, layout.names)))
    spans = {
        one.criterion.id: one.readings.ends()
        for one in found
        if one.criterion and one.criterion.unit and one.readings.any() and one.criterion.scale.kind is not Need.ORDER
    }
    layout.guesses.append(
        Guess("weights_row", {"sum": f"{sum(numbers.values()):.6g}"}, table.place(row, layout.names), told=not spans)
    )
    judgement = Judgement(
        table.sheet.file, "numbers", ranges=spans, numbers=numbers, place=table.place(row, layout.names)
    )
    return (judgement,), Plan(weights="points")


def _notes(layout: Layout, found: list[Found]) -> tuple[Note, ...]:
    """Where the case comes from, and what is to be done about figures that are missing."""
    table = layout.table
    where = {
        "file": clean(table.sheet.file),
        "area": f"{table.sheet.name}!{table.area}" if table.sheet.name else table.area,
    }
    notes = [Note(Guess("imported", where).words())]
    gaps = tuple(one.criterion.title for one in found if one.criterion and one.readings.missing)
    if gaps:
        notes.append(Note(Guess("left_out", {"criteria": gaps}).words()))
    return tuple(notes)


def _tell_missing(layout: Layout, found: list[Found]) -> None:
    for one in found:
        if one.readings.missing:
            cells = _named(layout.table, one.column, one.readings)
            values = {"heading": one.heading.name, "cells": cells, "count": len(one.readings.missing)}
            place = layout.table.place(one.readings.missing[0], one.column)
            layout.guesses.append(Guess("missing", values, place, told=True))


def _named(table: Table, j: int, readings: Readings) -> tuple[str, ...]:
    """Cells by their addresses, neighbours together, and no more than a few."""
    groups = [
        table.cell(first, j) if first == last else f"{table.cell(first, j)}–{table.cell(last, j)}"
        for first, last in runs(readings.missing)
    ]
    return (*groups[:6], "…") if len(groups) > 6 else tuple(groups)


def _tell_hidden(layout: Layout) -> None:
    """Hidden rows and columns are read; somebody may have hidden them so that they don't count."""
    table, marks = layout.table, layout.table.sheet.marks
    rows = sorted(row for row in marks.hidden_rows if table.top <= row <= table.bottom)
    columns = sorted(column for column in marks.hidden_columns if table.left <= column <= table.right)
    for code, numbers in (("hidden_rows", rows), ("hidden_columns", columns)):
        if numbers:
            at = (numbers[0], table.left) if code == "hidden_rows" else (table.top, numbers[0])
            values = {"count": len(numbers)}
            layout.guesses.append(Guess(code, values, table.sheet.place(*at), told=True))
