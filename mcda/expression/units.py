"""Units of measure: what a figure is counted in, and what it becomes when figures are combined.

Bases: t, tCO2 (no t of steel cancels a t of CO₂), J, h, m, W is J per h, person, job, and one base per currency
and price year (CNY@2020), since money of two years does not add up.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mcda.errors import Fault, FormulaError
from mcda.language import Message

HOUR = 3600.0
YEAR = 8760.0
_BASES: dict[str, tuple[float, dict[str, int]]] = {
    "1": (1.0, {}), "%": (0.01, {}), "‰": (0.001, {}),
    "kg": (1e-3, {"t": 1}), "g": (1e-6, {"t": 1}), "t": (1.0, {"t": 1}),
    "kgCO2": (1e-3, {"tCO2": 1}), "gCO2": (1e-6, {"tCO2": 1}), "tCO2": (1.0, {"tCO2": 1}),
    "J": (1.0, {"J": 1}), "Wh": (HOUR, {"J": 1}), "tce": (29.3076e9, {"J": 1}),
    "W": (HOUR, {"J": 1, "h": -1}), "h": (1.0, {"h": 1}), "day": (24.0, {"h": 1}), "year": (YEAR, {"h": 1}),
    "m": (1.0, {"m": 1}), "km": (1e3, {"m": 1}), "m2": (1.0, {"m": 2}), "ha": (1e4, {"m": 2}), "km2": (1e6, {"m": 2}),
    "m3": (1.0, {"m": 3}), "L": (1e-3, {"m": 3}), "person": (1.0, {"person": 1}), "job": (1.0, {"job": 1}),
}  # fmt: skip
_PREFIXES = {"k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18, "万": 1e4, "亿": 1e8}
_PREFIXED = {"t", "tCO2", "J", "Wh", "W", "tce"}
_CURRENCY = re.compile(r"(?:CNY|USD|EUR)@(?:19|20)\d\d")
_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?(?:e\d+)?)|(?P<sign>[*/·()^])|(?P<symbol>[^\s*/·()^]+))")


@dataclass(frozen=True)
class Unit:
    """A factor to the bases, and the power of each base that isn't 0."""

    factor: float
    powers: tuple[tuple[str, int], ...]

    def __mul__(self, other: "Unit") -> "Unit":
        powers = dict(self.powers)
        for base, power in other.powers:
            powers[base] = powers.get(base, 0) + power
        return unit_of(self.factor * other.factor, powers)

    def __pow__(self, exponent: int) -> "Unit":
        return unit_of(self.factor**exponent, {base: power * exponent for base, power in self.powers})

    def __truediv__(self, other: "Unit") -> "Unit":
        return self * other**-1

    def __str__(self) -> str:
        above = [_powered(base, power) for base, power in self.powers if power > 0]
        below = [_powered(base, -power) for base, power in self.powers if power < 0]
        return "·".join(above or ["1"]) + "".join(f"/{base}" for base in below)

    @property
    def money(self) -> tuple[str, ...]:
        """The currencies with their price years that the unit holds."""
        return tuple(base for base, _ in self.powers if "@" in base)


def _powered(base: str, power: int) -> str:
    return base if power == 1 else f"{base}^{power}"


def unit_of(factor: float, powers: dict[str, int]) -> Unit:
    """A unit from its factor and powers; powers of 0 drop out."""
    return Unit(factor, tuple(sorted((base, power) for base, power in powers.items() if power)))


NONE = unit_of(1.0, {})


@lru_cache(maxsize=512)
def parse_unit(text: str) -> Unit:
    """The unit that a text such as `USD@2020/t`, `万CNY@2024/t` or `kWh/kg` names. Raises FormulaError."""
    tokens = [match for match in _TOKEN.finditer(text) if match.group().strip()]
    if not tokens or len(text) > 60:
        raise _wrong("unit_grammar", text, 0, len(text))
    reader = _UnitReader(text, [(kind := m.lastgroup or "", m.group(kind), m.span(kind)) for m in tokens])
    unit = reader.product()
    if reader.at < len(tokens):
        raise _wrong("unit_grammar", text, *reader.tokens[reader.at][2])
    return unit


def _wrong(code: str, text: str, start: int, end: int, **values: object) -> FormulaError:
    return FormulaError(
        Fault(code, {"unit": text, "found": text[start:end].strip(), **values}, excerpt=(text, start, end))
    )


class _UnitReader:
    def __init__(self, text: str, tokens: list[tuple[str, str, tuple[int, int]]]) -> None:
        self.text, self.tokens, self.at = text, tokens, 0

    def peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def product(self) -> Unit:
        unit = self.factor()
        while self.peek() in ("*", "·", "/"):
            sign = self.peek()
            self.at += 1
            unit = unit / self.factor() if sign == "/" else unit * self.factor()
        return unit

    def factor(self) -> Unit:
        if self.at >= len(self.tokens):
            raise _wrong("unit_grammar", self.text, len(self.text) - 1, len(self.text))
        group, token, span = self.tokens[self.at]
        self.at += 1
        if token == "(":
            unit = self.product()
            if self.peek() != ")":
                raise _wrong("unit_grammar", self.text, *span)
            self.at += 1
        elif group == "number":
            unit = unit_of(float(token), {})
        elif group == "symbol":
            unit = self.symbol(token, span)
        else:
            raise _wrong("unit_grammar", self.text, *span)
        if self.peek() == "^":
            unit = self.raised(unit, span)
        if not 1e-60 < unit.factor < 1e60:
            raise _wrong("unit_grammar", self.text, *span)
        return unit

    def raised(self, unit: Unit, span: tuple[int, int]) -> Unit:
        """A unit to a whole power from -6 to 6."""
        exponent = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else ("", "", span)
        self.at += 2
        if not re.fullmatch(r"-?[1-6]", exponent[1]) or unit.factor == 0:
            raise _wrong("unit_grammar", self.text, *exponent[2])
        return unit ** int(exponent[1])

    def symbol(self, token: str, span: tuple[int, int]) -> Unit:
        if token in _BASES:
            return unit_of(*_BASES[token])
        prefix, rest = token[0], token[1:]
        if prefix in "万亿" and rest:
            return unit_of(_PREFIXES[prefix], {}) * self.symbol(rest, span)
        if prefix in _PREFIXES and rest in _PREFIXED:
            return unit_of(_PREFIXES[prefix], {}) * self.symbol(rest, span)
        if _CURRENCY.fullmatch(token):
            return unit_of(1.0, {token: 1})
        if re.match(r"(?:万|亿)?(?:CNY|USD|EUR|RMB|元)", token):
            raise _wrong("unit_price_year", self.text, *span)
        raise _wrong("unit_unknown", self.text, *span)


_PRODUCTS = {"J": (-1,), "m": (-2, -3), "person": (-1,), "t": (-1,)}
"""What a product is counted in, and to which power it stands below the line."""

_KINDS: dict[str, tuple[dict[str, int], bool]] = {
    "money": ({"money": 1}, False), "money per year": ({"money": 1, "h": -1}, False),
    "money per product": ({"money": 1}, True), "money per emissions": ({"money": 1, "tCO2": -1}, False),
    "money per capacity": ({"money": 1, "h": 1}, True), "emissions per product": ({"tCO2": 1}, True),
    "emissions per year": ({"tCO2": 1, "h": -1}, False), "mass per product": ({"t": 1}, True),
    "energy per product": ({"J": 1}, True), "volume per product": ({"m": 3}, True),
    "area per product": ({"m": 2}, True), "share": ({}, False), "time": ({"h": 1}, False),
    "jobs": ({"job": 1}, False), "jobs per product": ({"job": 1}, True), "jobs per year": ({"job": 1, "h": -1}, False),
    "index": ({}, False), "number": ({}, False),
}  # fmt: skip
KINDS = (*_KINDS, "level")
"""The kinds of unit that a criterion may be measured in; `level` is an ordinal scale and has no unit."""


def spoken_kinds(kinds: Iterable[str]) -> tuple[Message, ...]:
    """Kinds of unit in the reader's language, later."""
    return tuple(Message(f"kinds.{kind.replace(' ', '_')}") for kind in kinds)


def is_kind(unit: Unit, kind: str) -> bool:
    """Whether a unit is of a kind: USD@2020/t is `money per product`."""
    if kind not in _KINDS:
        return False
    wanted, per_product = _KINDS[kind]
    found: dict[str, int] = {}
    for base, power in unit.powers:
        key = "money" if "@" in base else base
        found[key] = found.get(key, 0) + power
    rest = {base: found.get(base, 0) - wanted.get(base, 0) for base in {*found, *wanted}}
    rest = {base: power for base, power in rest.items() if power}
    if not per_product:
        return not rest
    # mass per mass or energy per energy cancel: there is still a product below
    cancelled = not found and next(iter(wanted)) in _PRODUCTS
    return cancelled or (len(rest) == 1 and all(power in _PRODUCTS.get(base, ()) for base, power in rest.items()))
