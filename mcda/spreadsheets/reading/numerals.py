"""One messy text → a number, a range, nothing, or an error; and whether that is certain.

A figure that is missing is never 0, an error is never missing, and what could mean two things is a guess or an error.
"""

import datetime
import re
from collections.abc import Mapping
from math import isfinite, nan
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from mcda.spreadsheets.reading.folding import folded
from mcda.spreadsheets.reading.multiples import Measure

_NOTHING = "- -- --- — —— – / \\ // n/a na n.a. nan null none nil … ... . ? tbd unknown missing"
_NONE = "无 无数据 暂无 暂无数据 缺 缺失 缺省 未知 不详 待定 空 未填 未填报 待补充 未提供 不适用"
MISSING = frozenset([*_NOTHING.split(), *_NONE.split()])
"""What people write where they have no figure."""
PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,20})?")
"""What needs no reading, unless commas are decimal points: most cells of a text file."""
_ABOUT = re.compile(
    r"^(?:大约|约为|约|近|~|≈|∼|ca\.?|c\.|circa|approx\.?|approximately|about|around)\s*(.+)$", re.IGNORECASE
)
_ABOUT_AFTER = re.compile(r"^(.+?)\s*(?:左右|上下)$")
_BOUND = re.compile(
    r"^(?:[<>≤≥≦≧⩽⩾]|大于|小于|高于|低于|超过|不[大小高低少超]于?过?|至少|至多|最多|最少"
    r"|at least|at most|more than|less than|over|under|above|below|up to)|(?:以上|以下|以内|及以上|及以下|\+)$",
    re.IGNORECASE,
)
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)"
_NUMBER = rf"[+-]?(?:{_DIGITS}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{{1,3}})?"
_MONEY = r"(?:人民币|CNY|RMB|USD|EUR|US\$|[¥$€£])"
_MONEY_AFTER = r"(?:元人民币|美元|欧元|元|块|CNY|RMB|USD|EUR|[¥$€£])"
_AMOUNT = re.compile(
    rf"(?P<before>{_MONEY})?\s*(?P<number>{_NUMBER})\s*(?P<share>[%‰])?\s*(?P<many>[万亿])?\s*(?P<after>{_MONEY_AFTER})?"
)
_RANGE = re.compile(
    rf"(?P<low>[^~]*?[0-9.%‰万亿元])\s*(?P<sign>–|—|~|至|到|-|to)\s*(?P<high>(?:{_MONEY})?[+-]?[0-9.].*)"
)
_SPREAD = re.compile(rf"(?P<middle>{_NUMBER})\s*(?:±|\+/-)\s*(?P<spread>{_NUMBER})\s*(?P<share>[%‰])?")
_BRACKETS = re.compile(rf"\(\s*(?P<number>{_NUMBER})\s*\)")
_INTERVAL = re.compile(r"\[\s*(?P<low>[+-]?[0-9.]+)\s*[,;]\s*(?P<high>[+-]?[0-9.]+)\s*\]")
_FOURS = re.compile(r"[+-]?[0-9]{1,4}(?:,[0-9]{4})+(?:\.[0-9]*)?")
_COMMA = re.compile(r"[+-]?[0-9][0-9 .,]*")
_UNIT = re.compile(rf"{_NUMBER}\s*[^\W\d_].*|.*[^\W\d_]\s*{_NUMBER}")
_DATE = re.compile(
    r"(?P<y>[0-9]{4}年?[-/.])?(?P<a>[0-9]{1,2})[-/.](?P<b>[0-9]{1,2})(?(y)|(?:[-/][0-9]{1,4}|\.[0-9]{4}))"
    r"|(?:[0-9]{2,4}年)?(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日?"
    r"|[0-9]{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*-[0-9]{1,2}",
    re.IGNORECASE,
)
_LOOKALIKE = re.compile(r"[0-9OoIl.,]+|[0-9.]+[eE][+-]?[0-9]+")
_SIGN_OF_MONEY = re.compile(r"[0-9]\s*[¥$€£]|[¥$€£]\s*[0-9]")
_MANY = {"万": 1e4, "亿": 1e8}
_CURRENCY = {
    **dict.fromkeys(("美元", "USD", "US$", "$"), "USD"),
    **dict.fromkeys(("欧元", "EUR", "€"), "EUR"),
    **dict.fromkeys(("元人民币", "人民币", "元", "块", "CNY", "RMB", "¥"), "CNY"),
}
_PARTS = {"%": 100.0, "‰": 1000.0}


class Numeral(NamedTuple):
    """What a cell says. A number has `low` and `high` alike. `code` names why it is a guess, or what is wrong; `share`
    marks a number that came with % or ‰.
    """

    kind: Literal["number", "range", "missing", "error"]
    low: float = nan
    high: float = nan
    code: str = ""
    share: bool = False
    values: Mapping[str, Any] = MappingProxyType({})

    @property
    def mode(self) -> float:
        """The number, or the middle of the range."""
        return self.low if self.low == self.high else (self.low + self.high) / 2

    @property
    def guessed(self) -> bool:
        """Whether it could have meant something else."""
        return self.kind in ("number", "range") and bool(self.code)


NOTHING = Numeral("missing")


def read_numeral(value: Any, comma: bool | None = False, unit: Measure | None = None) -> Numeral:
    """What a cell says as a figure. `comma`: the column's decimal point is a comma; None: it could be, and nothing
    proves it. `unit` is the column's, which a cell may repeat, with another 万 or 亿 too.
    """
    if isinstance(value, bool):
        return _wrong("cell_boolean", value)
    if isinstance(value, int | float):
        return Numeral("number", float(value), float(value)) if isfinite(value) else _wrong("cell_text", value)
    if isinstance(value, datetime.date):  # a datetime too
        return _wrong("cell_date", value.strftime("%Y-%m-%d"), a=value.month, b=value.day)
    if isinstance(value, datetime.time | datetime.timedelta):
        return _wrong("cell_time", value)
    if comma is not True and PLAIN.fullmatch(value):
        return Numeral("number", float(value), float(value))
    text = folded(str(value))
    if text is None:
        return _wrong("cell_text", value)
    text = text.removeprefix("'")  # by which spreadsheets keep a number as text
    if not text or text.casefold() in MISSING:
        return NOTHING
    return _read(text, comma, unit) or _refused(text, value)


def _read(text: str, comma: bool | None, unit: Measure | None) -> Numeral | None:
    """A folded text as a number or a range; None if it is neither."""
    for pattern in (_ABOUT, _ABOUT_AFTER):
        if found := pattern.fullmatch(text):
            inner = _read(found[1], comma, unit)
            code = "multiple" if inner and inner.code == "multiple" else "about"
            return None if inner is None or inner.kind == "error" else _as(inner, code)
    if unit and (inner := _in_unit(text, comma, unit)):
        return inner
    if found := _SPREAD.fullmatch(text):
        middle, spread = (_float(found[part], comma) for part in ("middle", "spread"))
        if middle is None or spread is None or spread < 0:
            return None
        part = _PARTS.get(found["share"], 1.0)
        return Numeral("range", (middle - spread) / part, (middle + spread) / part, "spread", part != 1)
    if (found := _BRACKETS.fullmatch(text)) and (number := _float(found["number"], comma)) is not None:
        return Numeral("number", -number, -number, "brackets")
    if found := _INTERVAL.fullmatch(text):
        return _range(f"{found['low']}-{found['high']}", False, unit)
    return _amount(text, comma, unit) or _range(text, comma, unit)


def _in_unit(text: str, comma: bool | None, unit: "Measure") -> Numeral | None:
    """A folded text that ends with the unit of the column, or with that but for its 万 or 亿."""
    alone = unit._replace(text="", multiple=1.0)
    if unit.text and text.endswith(unit.text) and text != unit.text and unit.text not in "%‰":
        inner = _read(text.removesuffix(unit.text).strip(), comma, alone)
        if inner is not None:
            return _as(inner, "own_unit")
    for front in unit.stripped(text):
        inner = _read(front, comma, alone)
        if inner is not None and inner.kind in ("number", "range") and not inner.share:
            low, high = (_divided(end, unit) for end in (inner.low, inner.high))
            return Numeral(inner.kind, low, high, "multiple" if unit.multiple != 1 else "own_unit")
    return None


def _divided(number: float, unit: Measure | None) -> float:
    """A number of single units in the multiple that the heading counts in."""
    return number if unit is None or unit.multiple == 1 else float(f"{number / unit.multiple:.15g}")


def _as(numeral: Numeral, code: str) -> Numeral:
    return Numeral(numeral.kind, numeral.low, numeral.high, code, numeral.share)


def _amount(text: str, comma: bool | None, unit: Measure | None = None) -> Numeral | None:
    found = _AMOUNT.fullmatch(_pointed(text, comma))
    if not found:
        fours = _FOURS.fullmatch(text) if comma is not True else None
        return _exactly(float(text.replace(",", "")), "fours") if fours else None
    number = _float(text[slice(*found.span("number"))], comma)
    if number is None:
        return None
    if unit and not _fits(found, unit):
        return None
    number = number * _MANY.get(found["many"], 1.0) / _PARTS.get(found["share"], 1.0)
    code = "money" if found["before"] or found["after"] else "many" if found["many"] else ""
    if code and unit and unit.multiple != 1:
        number, code = _divided(number, unit), "multiple"
    return _exactly(number, code or _grouped(text, comma), bool(found["share"]))


def _fits(found: re.Match[str], unit: "Measure") -> bool:
    """Whether currency and 万 or 亿 of a cell can stand under a unit: they are of its kind, and no second meaning is
    left. ¥5000 under 万元 could be either.
    """
    if unit.vague and (found["many"] or found["after"] or found["before"]):
        return False
    if not unit.known():
        return True
    signs = [sign for sign in (found["before"], found["after"]) if sign]
    if any(_CURRENCY.get(sign) != unit.currency for sign in signs) or (found["after"] and unit.rate):
        return False
    return unit.multiple == 1 or not found["before"] or bool(found["many"] or found["after"])


def _exactly(number: float, code: str = "", share: bool = False) -> Numeral | None:
    return Numeral("number", number, number, code, share) if isfinite(number) else None


def _grouped(text: str, comma: bool | None) -> str:
    """Why a number with marks between its digits is a guess, where it is one."""
    if comma is True and "." in text and "," not in text:
        return "points"
    return "commas" if comma is None and "," in text and "." not in text else ""


def _pointed(text: str, comma: bool | None) -> str:
    """The text with points for decimal commas, of the same length."""
    return text.translate({ord("."): ",", ord(","): "."}) if comma is True else text


def _float(text: str, comma: bool | None) -> float | None:
    try:
        number = float(_pointed(text, comma).replace(",", "").replace(" ", ""))
    except ValueError:
        return None
    return number if isfinite(number) else None


def _range(text: str, comma: bool | None, unit: Measure | None) -> Numeral | None:
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    low_text, high_text = found["low"], found["high"]
    ends = _AMOUNT.fullmatch(_pointed(high_text, comma))
    if ends:  # a sign behind the second number is meant for both: 10-15%, 1–2万
        for part in ("share", "many"):
            bare = _AMOUNT.fullmatch(_pointed(low_text, comma))
            if ends[part] and bare and not bare["share"] and not bare["many"]:
                low_text += ends[part]
        bare = _AMOUNT.fullmatch(_pointed(low_text, comma))
        if ends["after"] and bare and not bare["before"] and not bare["after"]:
            low_text += ends["after"]
    low, high = _amount(low_text, comma, unit), _amount(high_text, comma, unit)
    if low is None or high is None or low.share != high.share:
        return None
    if low.low > high.low:
        return Numeral("error", code="cell_order", values={"found": text})
    hyphen = "hyphen" if found["sign"] == "-" and not high.share else ""
    return Numeral("range", low.low, high.low, low.code or high.code or hyphen, high.share)


def _refused(text: str, value: Any) -> Numeral:
    """Why a text is no figure."""
    if text.startswith(("#", "Err:")):
        return _wrong("cell_error", value)
    if found := _DATE.fullmatch(text):
        return _wrong("cell_date", value, a=found["m"] or found["a"] or "?", b=found["d"] or found["b"] or "?")
    if _BOUND.search(text) and re.search("[0-9]", text):
        return _wrong("cell_bound", value)
    if "," in text and _COMMA.fullmatch(text):
        return _wrong("cell_comma", value)
    if (_UNIT.fullmatch(text) and not _LOOKALIKE.fullmatch(text)) or _SIGN_OF_MONEY.search(text):
        return _wrong("cell_unit", value)
    return _wrong("cell_text", value)


def _wrong(code: str, found: Any, **values: Any) -> Numeral:
    return Numeral("error", code=code, values={"found": str(found)[:40], **values})
