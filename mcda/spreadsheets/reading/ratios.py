"""How many times as important: 3, 1/3, 1:3, 0.333, and the dates that spreadsheets make of 1/3."""

import datetime
import re
from dataclasses import dataclass
from typing import Any

from mcda.spreadsheets.reading.folding import folded
from mcda.spreadsheets.reading.numerals import MISSING

_FRACTION = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*[/:∶÷⁄]\s*([0-9]+(?:\.[0-9]+)?)")
_DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"(?:[0-9]{2,4}[年/-])?(?P<m>[0-9]{1,2})[月](?P<d>[0-9]{1,2})日?"
    rf"|(?P<d2>[0-9]{{1,2}})-(?P<m2>{'|'.join(_MONTHS)})[a-z]*|(?P<m3>{'|'.join(_MONTHS)})[a-z]*-(?P<d3>[0-9]{{1,2}})",
    re.IGNORECASE,
)
_EPOCH = datetime.date(1899, 12, 30)
SERIALS = range(36526, 55001)
"""Whole numbers that are days from 2000 to 2050: what 1/3 becomes in a cell whose format was changed back."""
LARGEST = 9


@dataclass(frozen=True)
class Ratio:
    """What a cell of a judgement matrix says: one value, or none where nothing was said, or for a date its two numbers
    (1, k), of which the mirrored cell tells whether k or 1/k was meant. `code` names why it is a guess, or what is
    wrong.
    """

    value: float | None = None
    day: int = 0
    code: str = ""
    wrong: bool = False


def read_ratio(value: Any) -> Ratio:
    """What a cell says as a comparison."""
    if isinstance(value, bool):
        return Ratio(code="pair_cell", wrong=True)
    if isinstance(value, datetime.date):
        return _dated(value.month, value.day)
    if isinstance(value, int | float):
        if value in SERIALS:
            day = _EPOCH + datetime.timedelta(days=int(value))
            return _dated(day.month, day.day)
        return _measured(float(value), repr(float(value)))
    if isinstance(value, datetime.time | datetime.timedelta):
        return Ratio(code="pair_cell", wrong=True)
    text = folded(str(value)) if str(value).strip() else ""
    if text is None:
        return Ratio(code="pair_cell", wrong=True)
    if not text or text.casefold() in MISSING:
        return Ratio()
    if found := _FRACTION.fullmatch(text):
        above, below = float(found[1]), float(found[2])
        return Ratio(above / below) if above and below else Ratio(code="pair_cell", wrong=True)
    if found := _DAY.fullmatch(text):
        month = found["m"] or str(1 + _MONTHS.index((found["m2"] or found["m3"])[:3].lower()))
        return _dated(int(month), int(found["d"] or found["d2"] or found["d3"]))
    if _DECIMAL.fullmatch(text):
        return _measured(float(text), text)
    return Ratio(code="pair_cell", wrong=True)


def _dated(month: int, day: int) -> Ratio:
    """A day of the year as the fraction that was typed: one of its numbers must be 1."""
    if 1 not in (month, day) or max(month, day) > LARGEST:
        return Ratio(code="pair_date", wrong=True)
    return Ratio(day=max(month, day), code="dated")


def _measured(value: float, text: str) -> Ratio:
    """A decimal number; 0.333 is 1/3 where it is 1/3 rounded to the digits that it has."""
    if not 1 / LARGEST - 0.002 <= value <= LARGEST:
        return Ratio(code="pair_cell", wrong=True)
    digits = len(text.partition(".")[2])
    if value < 1:
        for k in range(2, LARGEST + 1):
            if value == 1 / k:
                return Ratio(value)
            if digits >= 2 and abs(1 / k - value) <= 0.5000001 * 10**-digits:
                return Ratio(1 / k, code="" if digits >= 15 else "rounded")
    return Ratio(value) if value >= 1 / LARGEST else Ratio(code="pair_cell", wrong=True)
