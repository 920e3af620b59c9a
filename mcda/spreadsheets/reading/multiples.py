"""The unit of a heading as its cells need it: its 万 or 亿, its currency, and which units in a cell are the same."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mcda.spreadsheets.reading.folding import folded
from mcda.spreadsheets.reading.headings import unit_of

_POWERS = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_WORDS = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9}
_CHINESE = re.compile("[十百千万亿]+")
_ENGLISH = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_CURRENCIES = {
    "USD": re.compile(r"美元|USD|US\$|\$"),
    "EUR": re.compile("欧元|EUR|€"),
    "CNY": re.compile("元人民币|人民币元?|CNY|RMB|[元块¥]"),
}
_YEAR = re.compile("@[0-9]{4}")
_UNREAD = re.compile(r"[0-9十百千万亿]|\b[kKmM](?![a-z])")
"""What may be a multiple in a unit that can't be read."""
_MANY = 1e4
"""From here on a multiple is one whatever it counts; 十分 and 百分制 need not be."""
_LONGEST = 40


class Measure(NamedTuple):
    """A unit taken apart: `text` as it stands, its `multiple` (1e4 of 万元) and the `base` that is left. Of money,
    `currency` says which, and `rate` that it is per something. `vague` marks what may hold a multiple that can't be
    read: there a 万 in a cell is an error.
    """

    text: str
    multiple: float = 1.0
    base: str = ""
    currency: str = ""
    rate: bool = False
    vague: bool = False

    def known(self) -> bool:
        """Whether it is a unit at all, so that a currency in a cell can be of another kind."""
        return bool(self.base)

    def stripped(self, text: str) -> Iterator[str]:
        """A folded text without the unit behind it, where that is this one but for 万 and 亿."""
        if self.currency or not self.base or self.vague:
            return
        for k in range(len(text) - 1, max(0, len(text) - _LONGEST), -1):
            front = text[:k].rstrip()
            if front[-1:] not in "0123456789.万亿" or not front or text[k] in " 0123456789.,万亿":
                continue
            if text[k:] == self.base or unit_of(text[k:])[0] == self.base:
                yield front


@lru_cache(maxsize=1024)
def measure(unit: str) -> Measure | None:
    """The unit of a heading taken apart; None where the heading has none."""
    text = folded(unit) or ""
    if not text:
        return None
    multiple, base = _split(text)
    currency, rest = currency_of(base)
    if currency:
        rest = _YEAR.sub("", rest).strip()
        return Measure(text, multiple, base, currency, bool(rest), bool(rest) and rest[0] not in "/每")
    if read := unit_of(base)[0]:
        return Measure(text, multiple, read, vague=any(sign.search(base) for sign in _CURRENCIES.values()))
    if multiple >= _MANY and not _UNREAD.search(base):  # 万户, 万
        return Measure(text, multiple, base)
    money = any(sign.search(text) for sign in _CURRENCIES.values())
    return Measure(text, base=text if money else "", vague=money or bool(_UNREAD.search(text)))


def _split(text: str) -> tuple[float, str]:
    """A unit as its multiple and the rest: 百万元 is 1e6 and 元. 千克 and 千瓦 are units of their own."""
    if found := _ENGLISH.search(text):
        return _WORDS[found[0].casefold()], " ".join((text[: found.start()] + text[found.end() :]).split())
    found = _CHINESE.match(text)
    if not found or (found[0] in "百千" and unit_of(text)[0]):
        return 1.0, text
    multiple = 1.0
    for power in found[0]:
        multiple *= _POWERS[power]
    return multiple, text[found.end() :].strip()


def currency_of(text: str) -> tuple[str, str]:
    """The currency that a text begins with, and the rest; "" where it begins with none."""
    for code, sign in _CURRENCIES.items():
        if found := sign.match(text):
            return code, text[found.end() :]
    return "", text
