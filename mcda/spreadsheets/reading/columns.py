"""The figures under one heading: every cell read, and what only the column tells: per cent beside bare numbers, and
whether commas are decimal points.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mcda.errors import Fault, MCDAError
from mcda.expression import parse_unit
from mcda.spreadsheets.reading.folding import folded
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.headings import clean
from mcda.spreadsheets.reading.multiples import measure
from mcda.spreadsheets.reading.numerals import PLAIN, Numeral, read_numeral
from mcda.spreadsheets.reading.tables import Table
from mcda.spreadsheets.reading.vocabulary import LEVELS, word

MOST = 8
"""How many faults of one kind are told of a column before the rest is counted."""
_COMMA_IS_POINT = re.compile(
    r"(?<![0-9,.])(?:[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|0,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+)(?![0-9,.])"
)
_POINT_IS_POINT = re.compile(
    r"(?<![0-9,.])(?:[0-9]*\.(?:[0-9]{1,2}|[0-9]{4,})|0\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+)(?![0-9,.])"
)


@dataclass
class Readings:
    """What was read under one heading, by row of the table: plain numbers, and figures that needed reading. `share`:
    they came as per cent, and are fractions.
    """

    numbers: dict[int, float] = field(default_factory=dict)
    figures: dict[int, Numeral] = field(default_factory=dict)
    missing: list[int] = field(default_factory=list)
    share: bool = False
    guesses: list[Guess] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def any(self) -> bool:
        """Whether there is a figure at all."""
        return bool(self.numbers or self.figures)

    def ends(self) -> tuple[float, float]:
        """The smallest and the largest figure."""
        low = [*self.numbers.values(), *(n.low for n in self.figures.values())]
        return min(low), max(*self.numbers.values(), *(n.high for n in self.figures.values()), max(low))

    def whole(self) -> bool:
        """Whether every figure is a whole number."""
        read = all(n.low == n.high and n.low.is_integer() for n in self.figures.values())
        return read and all(number.is_integer() for number in self.numbers.values())


def read_column(table: Table, j: int, rows: Iterable[int], unit: str) -> Readings:
    """The figures of column j in some rows. `unit` is the unit in the heading, "" if there is none."""
    found, rows = Readings(), list(rows)
    comma = _comma(table, j, rows)
    shares: set[int] = set()
    unit_of_cells = measure(unit)
    marks, percents = table.sheet.marks, table.percents
    for i in rows:
        value = table.rows[i][j]
        if value.__class__ is float:
            found.numbers[i] = value
            if percents and (i, j) in percents:
                shares.add(i)
            continue
        address = table.of_sheet(i, j)
        if comma is not True and value.__class__ is str and PLAIN.fullmatch(value):
            found.numbers[i] = float(value)
            continue
        numeral = _error(table, address) or read_numeral(value, comma, unit_of_cells)
        if numeral.kind == "error":
            found.faults.append(_fault(table, i, j, numeral))
        elif numeral.kind == "missing":
            found.missing.append(i)
            if address in marks.texts:
                found.guesses.append(Guess("formula_empty", {}, table.place(i, j), told=True))
        else:
            found.figures[i] = numeral
            if numeral.share or (i, j) in percents:
                shares.add(i)
            if numeral.guessed:
                found.guesses.append(_guess(table, i, j, numeral, unit))
    if shares:
        _shared(table, j, unit, shares, found)
    found.guesses += _middles(table, j, found)
    found.faults = _counted(found.faults)
    return found


def _comma(table: Table, j: int, rows: list[int]) -> bool | None:
    """Whether the decimal point of a column is a comma: one cell proves it, and none contradicts."""
    if not table.sheet.commas:
        return False
    texts = [folded(str(table.rows[i][j])) or "" for i in rows]
    proved = any(_COMMA_IS_POINT.search(text) for text in texts)
    return None if not proved or any(_POINT_IS_POINT.search(text) for text in texts) else True


def _error(table: Table, at: tuple[int, int]) -> Numeral | None:
    marks = table.sheet.marks
    if at in marks.errors:
        return Numeral("error", code="cell_error", values={"found": marks.errors[at]})
    return Numeral("error", code="cell_uncomputed") if at in marks.uncomputed else None


def _fault(table: Table, i: int, j: int, numeral: Numeral) -> Fault:
    code = "cell_level" if numeral.code == "cell_text" and word(table.rows[i][j]) in LEVELS else numeral.code
    values = {name: clean(value) for name, value in numeral.values.items()}
    return Fault(code, values, table.place(i, j))


def _guess(table: Table, i: int, j: int, numeral: Numeral, unit: str) -> Guess:
    number = "–".join(dict.fromkeys(f"{x:.15g}" for x in (numeral.low, numeral.high)))
    values = {"found": clean(table.rows[i][j]), "number": number}
    if numeral.code == "multiple":
        number = "–".join(dict.fromkeys(f"{x:,.15g}" for x in (numeral.low, numeral.high)))
        values |= {"number": number, "unit": clean(unit)}
    return Guess(f"cell_{numeral.code}", values, table.place(i, j))


def _middles(table: Table, j: int, found: Readings) -> Iterator[Guess]:
    """Of ranges nobody has said what their ends are, nor where between them the figure most likely lies."""
    ranges = [i for i, numeral in found.figures.items() if numeral.kind == "range"]
    if ranges:
        first = found.figures[ranges[0]]
        values = {"low": f"{first.low:.15g}", "high": f"{first.high:.15g}", "middle": f"{first.mode:.15g}"}
        yield Guess("range_middle", values, table.place(ranges[0], j))


def _shared(table: Table, j: int, unit: str, shares: set[int], found: Readings) -> None:
    """Per cent in a column: all of it, or nobody can tell what the bare numbers are."""
    if unit in ("%", "‰"):
        formatted = [i for i in sorted(shares) if i in found.numbers or not found.figures[i].share]
        found.faults += [Fault("percent_twice", {"unit": unit}, table.place(i, j)) for i in formatted]
        factor = 100 if unit == "%" else 1000
        for i in shares - {*formatted}:
            n = found.figures[i]
            low, high = (float(f"{end * factor:.15g}") for end in (n.low, n.high))
            found.figures[i] = n._replace(low=low, high=high)
        return
    if unit and _is_unit(unit):
        found.faults += [Fault("percent_unit", {"unit": unit}, table.place(i, j)) for i in sorted(shares)]
        return
    bare = [i for i, n in found.figures.items() if i not in shares and (n.low, n.high) != (0, 0)]
    bare = sorted([*bare, *(i for i, number in found.numbers.items() if i not in shares and number != 0)])
    for i in bare:
        values = {"found": clean(table.text(i, j)), "example": table.cell(min(shares), j)}
        found.faults.append(Fault("percent_bare", values, table.place(i, j)))
    found.share = True


def _is_unit(unit: str) -> bool:
    """Whether a unit is more than a pure number; one that can't be calculated with is."""
    try:
        return bool(parse_unit(unit).powers)
    except MCDAError:
        return True


def _counted(faults: list[Fault]) -> list[Fault]:
    """The faults, but of each kind no more than the first few, and how many there are besides."""
    kept: list[Fault] = []
    codes = list(dict.fromkeys(fault.code for fault in faults))
    for code in codes:
        same = [fault for fault in faults if fault.code == code]
        kept += same[:MOST]
        if len(same) > MOST:
            kept.append(Fault("cells_more", {"count": len(same) - MOST, "like": same[0].place.cell}, same[MOST].place))
    return kept
