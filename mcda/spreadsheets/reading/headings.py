"""What the heading of a criterion says: its name, its unit, and which way is better."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import category, normalize

from mcda.errors import FormulaError
from mcda.expression import parse_unit
from mcda.spreadsheets.reading.vocabulary import LESS, MORE, direction_of

_BRACKETS = re.compile(r"[(（\[［【〔{]([^()（）\[\]［］【】〔〕{}]*)[)）\]］】〕}]")
_ARROWS = {"↑": "max", "⬆": "max", "▲": "max", "↗": "max", "↓": "min", "⬇": "min", "▼": "min", "↘": "min"}
_PHRASE = re.compile(
    "|".join(
        sorted(
            (re.escape(w) for w in MORE | LESS if len(w) >= 4 and ("好" in w or "better" in w)), key=len, reverse=True
        )
    ),
    re.IGNORECASE,
)
_SIGNS = ("+", "-", "＋", "－", "−")
_COUNTED = re.compile(
    r"(?:FY ?)?(?:19|20)\d\d年?(?:[-–~/](?:19|20)?\d\d年?)?|[0-9.]+ ?[-–~至到] ?[0-9.]+分?|(?!1$)[0-9]+"
)
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s*年?(?:不变价|价格|价)?")
_CURRENCIES = (("CNY", r"人民币|CNY|RMB|元|¥"), ("USD", r"美元|USD|US\$|\$"), ("EUR", r"欧元|EUR|€"))
_WORDS_OF_UNITS = """
tce      吨标准煤|吨标煤|标准煤
tCO2     吨二氧化碳当量|吨二氧化碳|吨CO2e?q?|t CO2-?eq?|tCO2-?eq?|t CO2
kgCO2    (?:千克|公斤|kg) ?(?:二氧化碳|CO2)(?:-?eq?)?
MWh      兆瓦时
kWh      千瓦时|(?<![a-zA-Z])kwh
GJ       吉焦
MW       兆瓦
kW       千瓦
t        吨
kg       千克|公斤
g        克
m3       立方米|m\\^3
km2      平方公里
m2       平方米|㎡|m\\^2
km       公里|千米
ha       公顷
L        升
h        小时|\bhours?\b|\bhr\b
year     (?<=/)a$|\byears?\b|\byrs?\b|年
day      \bdays?\b|天|日
job      个?(?:就业)?岗位|\bjobs?\b
person   \b(?:persons?|people)\b|人
%        百分比|percent|per cent
m        米
/        \\s+per\\s+|每
"""
_TRANSLATED = tuple(
    (re.compile(words, re.IGNORECASE), unit)
    for unit, words in (line.split(maxsplit=1) for line in _WORDS_OF_UNITS.strip().splitlines())
)
_BELOW = re.compile(r"[·.]?([A-Za-z0-9]+?)\^?-1\b")


@dataclass(frozen=True)
class Heading:
    """A heading taken apart. `unit` can be read as one, or is ""; `counted` is what stands in brackets where a unit is
    expected and couldn't be read as one. `direction` is max, min, target or "". `codes` say what of it is a guess.
    """

    name: str
    unit: str = ""
    counted: str = ""
    direction: str = ""
    codes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name, with a unit that can't be read behind it."""
        return f"{self.name} ({self.counted})" if self.counted else self.name


def clean(text: object) -> str:
    """A name as it may be printed: on one line, without control characters and marks that nobody sees."""
    text = str(text)
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = "".join(
        " " if category(c) in ("Cc", "Zl", "Zp") else c for c in text if category(c) not in ("Cf", "Cs", "Cn")
    )
    return " ".join(kept.split())


@lru_cache(maxsize=4096)
def heading(text: str) -> Heading:
    """A heading taken apart: brackets from the last to the first, arrows, words such as 越小越好, then what stands
    behind a slash or a comma.
    """
    found = Heading(clean(text))
    for arrow, direction in _ARROWS.items():
        if arrow in found.name:
            found = replace(found, name=clean(found.name.replace(arrow, " ")), direction=direction)
    if phrase := _PHRASE.search(found.name):
        left = found.name[: phrase.start()] + found.name[phrase.end() :]
        found = replace(found, name=clean(left), direction=direction_of(phrase.group()))
        found = replace(found, name=re.sub(r"[(（\[【]\s*[)）\]】]", "", found.name).strip(" ,，;；:：-–/|"))
    for bracket in reversed(list(_BRACKETS.finditer(found.name))):
        found = _bracket(found, bracket)
    if not (found.unit or found.counted):
        found = _behind(found)
    return found if found.name else Heading(clean(text), direction=found.direction)


def _bracket(found: Heading, bracket: re.Match[str]) -> Heading:
    """What one bracket says: a direction, a unit, or neither, and then it stays in the name."""
    parts = [part.strip() for part in re.split(r"[,，;；、]", bracket[1]) if part.strip()]
    said = [(part, direction_of(part, signs=part in _SIGNS)) for part in parts]
    rest = [part for part, direction in said if not direction]
    direction = next((direction for _, direction in said if direction), found.direction)
    if direction and any(part in _SIGNS for part in parts):  # (-) may also stand for "no unit"
        found = replace(found, codes=(*found.codes, "direction_sign"))
    without = clean(found.name[: bracket.start()].rstrip(" /") + found.name[bracket.end() :])
    if not rest:
        return replace(found, name=without, direction=direction) if parts else found
    text = "，".join(rest)
    if found.unit or found.counted:
        return found
    if _COUNTED.fullmatch(text):  # GDP (2025), TRL (1-9): a year or a scale
        return replace(found, direction=direction, codes=(*found.codes, "bracket_kept"))
    unit, translated = unit_of(text)
    if unit:
        codes = (*found.codes, "unit_translated") if translated else found.codes
        return replace(found, name=without, unit=unit, direction=direction, codes=codes)
    return replace(found, name=without, counted=text, direction=direction, codes=(*found.codes, "unit_unread"))


def _behind(found: Heading) -> Heading:
    """A unit behind a comma or a slash, where that can be read or begins as units do: 水耗/m3·t-1, 投资，亿元."""
    for sign in ("，", ",", "/"):
        name, _, text = found.name.partition(sign)
        if name.strip() and text.strip():
            unit, _ = unit_of(text)
            if unit:
                return replace(found, name=name.strip(), unit=unit, codes=(*found.codes, "unit_behind"))
            if re.search(r"[万亿]?元|吨|[%‰]|\$|USD|CNY|RMB|EUR", text):
                return replace(found, name=name.strip(), counted=text.strip(), codes=(*found.codes, "unit_behind"))
    return found


@lru_cache(maxsize=4096)
def unit_of(text: str) -> tuple[str, bool]:
    """A unit as the toolkit writes it, "" if it can't be read, and whether words had to be translated. A currency needs
    its price year: 元/吨 alone is none.
    """
    plain = normalize("NFKC", clean(text)).replace("−", "-").replace("×", "*").strip()
    if not plain or len(plain) > 60:
        return "", False
    if _readable(plain):
        return plain, False
    year, translated = _YEAR.search(plain), plain
    for code, pattern in _CURRENCIES:
        if year and re.search(pattern, plain, re.IGNORECASE):
            translated = _YEAR.sub("", translated)
            translated = re.sub(pattern, f"{code}@{year[1]}", translated, count=1, flags=re.IGNORECASE)
            translated = re.sub(r"[()（）,，@]*$|[()（）,，]", "", translated)
            break
    currency = re.search(r"[A-Z]{3}@\d{4}", translated)
    held = translated.replace(currency.group(), "\0") if currency else translated
    for words, unit in _TRANSLATED:
        held = words.sub(unit, held)
    held = _BELOW.sub(r"/\1", held)
    translated = (held.replace("\0", currency.group()) if currency else held).replace(" ", "")
    return (translated, True) if _readable(translated) else ("", False)


def _readable(text: str) -> bool:
    try:
        return parse_unit(text).factor > 0
    except FormulaError:
        return False
