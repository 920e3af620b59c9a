"""The unit of a column whose heading has none, where every cell has it behind its number: “95万吨”, “120 元”."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mcda.spreadsheets.reading.folding import folded
from mcda.spreadsheets.reading.multiples import measure
from mcda.spreadsheets.reading.numerals import read_numeral
from mcda.spreadsheets.reading.vocabulary import COUNTED

_NUMBER = r"[-+]?[0-9][0-9,. ]*"
_CELL = re.compile(rf"(?:约|近|~)?\s*(?P<number>{_NUMBER}(?:[–—~至到-]\s*{_NUMBER})?)(?P<unit>(?:[^\W\d_]|°).*)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s*")


class Shared(NamedTuple):
    """The unit of a column, and the cells that are in another one, each with it."""

    unit: str
    others: Sequence[tuple[int, str]] = ()


def unit_behind(value: Any) -> str:
    """The unit behind the number in a cell; "" of none, as of “3号方案” and of the calendar year “2025年”."""
    found = _CELL.fullmatch(folded(value) or "") if value.__class__ is str else None
    if not found or (found["unit"].startswith("年") and _YEAR.fullmatch(found["number"])):
        return ""
    return found["unit"] if is_unit(found["unit"]) else ""


def is_unit(text: str) -> bool:
    """Whether a text is a unit, of money without a year too, or what is often counted."""
    known = measure(text)
    return text in COUNTED or bool(known and known.known())


def shared_unit(cells: Iterator[tuple[int, Any]]) -> Shared | None:
    """The unit of cells by their rows, the one of most of them; None unless each that isn't missing has one."""
    units: dict[int, str] = {}
    for i, value in cells:
        unit = unit_behind(value)
        if unit:
            units[i] = unit
        elif read_numeral(value).kind != "missing":
            return None
    if not units:
        return None
    unit = Counter(units.values()).most_common(1)[0][0]
    return Shared(unit, [(i, other) for i, other in units.items() if _base(other) != _base(unit)])


def _base(unit: str) -> str:
    """A unit without its 万 or 亿: 万吨 and 吨 are one."""
    known = measure(unit)
    return known.base if known and known.base else unit
