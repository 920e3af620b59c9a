"""Headings → criteria: units from the heading or a row of units, directions from whatever says one, and the criterion
of the catalogue that is meant where name, unit and direction fit it.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mcda.errors import Fault
from mcda.expression import is_kind, parse_unit
from mcda.files.catalogue import Catalogue, Entry
from mcda.language import Message, Text
from mcda.model import Criterion, Direction, Need, Scale
from mcda.spreadsheets.reading.columns import Readings, read_column
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.headings import Heading, clean, heading, unit_of
from mcda.spreadsheets.reading.identifiers import identifiers
from mcda.spreadsheets.reading.layout import JOINED, Layout
from mcda.spreadsheets.reading.units_of_cells import Shared, shared_unit, unit_behind
from mcda.spreadsheets.reading.vocabulary import direction_of, word


@dataclass
class Entries:
    """The criteria of the catalogue by their names in either language; read when the first heading is looked up."""

    catalogue: Catalogue
    _named: dict[str, Entry] = field(default_factory=dict)

    def named(self, name: str) -> Entry | None:
        """The criterion of that name."""
        if not self._named:
            for entry in self.catalogue:
                for called in (entry.id, entry.id.replace("_", " "), entry.title.en, entry.title.zh):
                    self._named.setdefault(word(called), entry)
        return self._named.get(word(name))


@dataclass
class Found:
    """A column that is a criterion: its heading taken apart, its figures, and what it became. `short` is the last part
    of a heading over several rows, where no other criterion is called so.
    """

    column: int
    heading: Heading
    readings: Readings
    direction: str = ""
    entry: Entry | None = None
    scale: Scale | None = None
    criterion: Criterion | None = None
    short: str = ""

    def names(self) -> tuple[str, ...]:
        """What people may call it, folded."""
        called = [self.heading.name, self.heading.label]
        if self.criterion:
            called += [self.criterion.id, self.criterion.title.en, self.criterion.title.zh]
        called += [self.short] if self.short else []
        return tuple(dict.fromkeys(word(name) for name in called))


def criteria_of(layout: Layout, given: Mapping[str, str], entries: Entries) -> list[Found]:
    """The criteria of a table, in the order of its columns. `given` are directions by name, from outside. Guesses and
    faults go to the layout.
    """
    found = [_column(layout, j, text) for j, text in layout.headings.items()]
    _shorten(found)
    matched: set[str] = set()
    for one in found:
        _direct(layout, one, given)
        _match(layout, one, entries, matched)
    own = [one for one in found if one.entry is None]
    ids = dict(zip([one.column for one in own], identifiers([o.heading.name for o in own], "c", matched), strict=True))
    for one in found:
        one.criterion = _criterion(one, ids)
    _once(layout, found)
    return found


def _shorten(found: list[Found]) -> None:
    """Let criteria under headings over several rows be called by the last part, where only one can be meant."""
    last = [one.heading.name.rpartition(JOINED)[2] for one in found]
    called = Counter(name for one, short in zip(found, last, strict=True) for name in {*one.names(), word(short)})
    for one, short in zip(found, last, strict=True):
        if short != one.heading.name and called[word(short)] == 1:
            one.short = short


def _column(layout: Layout, j: int, text: str) -> Found:
    """A column with its unit: of its heading, else of the row of units."""
    table, read = layout.table, heading(text)
    said = table.text(layout.units, j) if layout.units >= 0 else ""
    if said and not (read.unit or read.counted):
        bare = said.strip("()（）[]【】 ")
        unit, translated = unit_of(bare)
        codes = ("unit_translated",) if translated else () if unit else ("unit_unread",)
        read = replace(read, unit=unit, counted="" if unit else clean(bare), codes=(*read.codes, *codes))
    shared = None if read.unit or read.counted else shared_unit((i, table.rows[i][j]) for i in layout.options)
    readings = read_column(table, j, layout.options, shared.unit if shared else read.unit or read.counted)
    if shared:
        read = _of_cells(layout, j, read, readings, shared)
    if readings.share and not read.unit:
        read = replace(read, unit="1")
    for code in read.codes:
        values: dict[str, Any] = {"heading": clean(text), "name": read.name, "unit": read.unit or read.counted}
        values["direction"] = _better(read.direction) if read.direction else ""
        layout.guesses.append(Guess(code, values, table.place(layout.head_row, j)))
    layout.guesses += readings.guesses
    layout.faults += readings.faults
    return Found(j, read, readings)


def _of_cells(layout: Layout, j: int, read: Heading, readings: Readings, shared: Shared) -> Heading:
    """A heading with the unit that all its cells have behind their numbers: one guess for the column."""
    table = layout.table
    first = next(i for i in layout.options if unit_behind(table.rows[i][j]) == shared.unit)
    for i, other in shared.others:
        values = {"found": clean(table.rows[i][j]), "unit": other, "first": table.cell(first, j), "other": shared.unit}
        readings.faults = [fault for fault in readings.faults if fault.place != table.place(i, j)]
        readings.faults.append(Fault("cell_units", values, table.place(i, j)))
    readings.guesses = [guess for guess in readings.guesses if guess.code != "cell_own_unit"]
    values = {"heading": read.name, "unit": shared.unit, "found": clean(table.rows[first][j])}
    if first in readings.figures:
        values["number"] = f"{readings.figures[first].mode:.15g}"
        readings.guesses.append(Guess("unit_of_cells", values, table.place(layout.head_row, j)))
    unit, _ = unit_of(shared.unit)
    return replace(read, unit=unit, counted="" if unit else clean(shared.unit))


def _direct(layout: Layout, one: Found, given: Mapping[str, str]) -> None:
    """Which way is better: said from outside, in the row of directions, or by the heading."""
    table, j = layout.table, one.column
    outside = next((given[name] for name in one.names() if name in given), "")
    if outside:
        one.direction = outside
        return
    text = table.text(layout.directions, j) if layout.directions >= 0 else ""
    row = direction_of(text, signs=True)
    if text and not row:
        fault = Fault("direction_word", {"found": clean(text)}, table.place(layout.directions, j))
        layout.faults.append(fault)
    if row and one.heading.direction and row != one.heading.direction:
        values = {"heading": one.heading.name, "found": clean(text)}
        layout.faults.append(Fault("direction_two", values, table.place(layout.directions, j)))
    one.direction = row or one.heading.direction
    if one.direction == "target":
        layout.faults.append(Fault("direction_target", {"heading": one.heading.name}, table.place(layout.head_row, j)))
    elif text and not row:
        one.direction = "max"  # the fault is told; nothing is built


def _match(layout: Layout, one: Found, entries: Entries, matched: set[str]) -> None:
    """The criterion of the catalogue that bears the name, where unit and direction fit; else it still tells which way
    is better.
    """
    values: dict[str, Any]
    entry, place = entries.named(one.heading.name), layout.table.place(layout.head_row, one.column)
    if entry is not None and entry.direction in ("max", "min"):
        fits = one.direction in ("", entry.direction) and entry.id not in matched
        scale, unit = _scale(entry, one) if fits and one.readings.any() else (None, "")
        if scale is not None:
            matched.add(entry.id)
            one.entry, one.scale, one.direction = entry, scale, entry.direction.value
            if unit != one.heading.unit:
                meant = {"heading": one.heading.name, "unit": one.heading.unit, "meant": unit}
                layout.guesses.append(Guess("unit_meant", meant, place))
                one.heading = replace(one.heading, unit=unit)
            code = "matched_levels" if scale.levels else "matched"
            values = {"heading": one.heading.name, "title": entry.title, "scale": scale.id}
            layout.guesses.append(Guess(code, {**values, "direction": _better(entry.direction)}, place))
            return
        if not one.direction:
            one.direction = entry.direction.value
            values = {"heading": one.heading.name, "title": entry.title, "direction": _better(entry.direction)}
            layout.guesses.append(Guess("direction_namesake", values, place))
    if not one.direction:
        layout.faults.append(Fault("direction_none", {"heading": one.heading.name}, place))


def _better(direction: str) -> Message:
    return Message(f"read.{direction}")


def _scale(entry: Entry, one: Found) -> tuple[Scale | None, str]:
    """The scale of the catalogue on which the figures are, and their unit; None if they are on none."""
    unit, low_high = one.heading.unit, one.readings.ends()
    measured = next((scale for scale in entry.scales.values() if scale.kind is not Need.ORDER), None)
    if unit and measured is not None:
        meant = [unit]
        if any(kind.startswith("emissions") for kind in entry.kinds):  # t of CO₂, written t
            meant += [f"{prefix}{unit[len(short) :]}" for short, prefix in _CARBON if unit.startswith(short)]
        for text in meant:
            if any(is_kind(parse_unit(text), kind) for kind in entry.kinds):
                return measured, text
    if unit or one.heading.counted or not one.readings.whole():
        return None, ""
    for scale in entry.scales.values():
        if scale.levels and scale.levels[0].key <= low_high[0] and low_high[1] <= scale.levels[-1].key:
            return scale, ""
    return None, ""


_CARBON = (("t/", "tCO2/"), ("kg/", "kgCO2/"), ("g/", "gCO2/"))


def _criterion(one: Found, ids: Mapping[int, str]) -> Criterion:
    """The criterion as a case has it."""
    unit = one.heading.unit
    if one.entry is not None and one.scale is not None:
        e = one.entry
        return Criterion(
            e.id,
            e.title,
            e.direction,
            unit,
            one.scale,
            definition=e.definition,
            challenge=e.challenge,
            section=e.section,
        )
    direction = Direction(one.direction) if one.direction in ("max", "min") else Direction.MAX
    return Criterion(ids[one.column], Text.same(one.heading.label), direction, unit)


def _once(layout: Layout, found: list[Found]) -> None:
    """Two criteria of one name can't be told apart."""
    seen: dict[str, Found] = {}
    for one in found:
        first = seen.setdefault(word(one.heading.label), one)
        if first is not one:
            values = {"name": one.heading.label, "first": layout.table.cell(layout.head_row, first.column)}
            layout.faults.append(Fault("heading_twice", values, layout.table.place(layout.head_row, one.column)))
