"""A tree on units: what it is counted in, with the factors written in that units of one kind need."""

from collections.abc import Mapping
from math import log10

from mcda.errors import Fault, FormulaError
from mcda.expression.tree import Call, Name, Node, Number
from mcda.expression.units import NONE, Unit

LARGEST = 100
"""The decimal exponent up to which a factor between units is taken seriously."""

Typed = tuple[Unit, Node]


def in_unit(tree: Node, units: Mapping[str, Unit], wanted: Unit, text: str = "") -> Node:
    """The tree, converted so that its value is in the unit `wanted` (kWh beside MWh becomes a factor).

    Raises FormulaError where a name is unknown, where unlike things are added, and where the whole is not
    of the kind that is wanted; an exchange rate written upside down is named as such.
    """
    unit, typed = _typed(tree, units, text)
    if _zero(typed):
        return typed
    if unit.powers != wanted.powers:
        raise _mismatch(tree, units, unit, wanted, text)
    return _scaled(typed, unit.factor / wanted.factor)


def unit_of_tree(tree: Node, units: Mapping[str, Unit], text: str = "") -> Unit:
    """The unit in which a tree comes out, unconverted."""
    return _typed(tree, units, text)[0]


def _scaled(tree: Node, factor: float) -> Node:
    if abs(factor - 1.0) < 1e-12:
        return tree
    return Call("multiply", (tree, Number(factor)), span=tree.span)


def _zero(tree: Node) -> bool:
    return isinstance(tree, Number) and tree.value == 0


def _typed(tree: Node, units: Mapping[str, Unit], text: str) -> Typed:
    if isinstance(tree, Number):
        return NONE, tree
    if isinstance(tree, Name):
        if tree.id not in units:
            raise FormulaError(Fault("formula_name", {"name": tree.id}, excerpt=(text, *tree.span)))
        return units[tree.id], tree
    args = [_typed(arg, units, text) for arg in tree.args]
    match tree.op:
        case "multiply":
            return args[0][0] * args[1][0], _with(tree, args)
        case "divide":
            return args[0][0] / args[1][0], _with(tree, args)
        case "negative":
            return args[0][0], _with(tree, args)
        case "add" | "subtract" | "minimum" | "maximum":
            return _alike(tree, args, units, text)
        case "power":
            return _power(tree, args, text)
    return _plain(tree, args, text)


def _with(tree: Call, args: list[Typed]) -> Call:
    return Call(tree.op, tuple(arg for _, arg in args), tree.axis, tree.span)


def _alike(tree: Call, args: list[Typed], units: Mapping[str, Unit], text: str) -> Typed:
    (left, a), (right, b) = args
    if _zero(a):
        return right, _with(tree, args)
    if _zero(b):
        return left, _with(tree, args)
    if left.powers != right.powers:
        raise _mismatch(tree.args[1], units, right, left, text)
    return left, Call(tree.op, (a, _scaled(b, right.factor / left.factor)), span=tree.span)


def _power(tree: Call, args: list[Typed], text: str) -> Typed:
    exponent = tree.args[1]
    if isinstance(exponent, Number) and exponent.value == int(exponent.value) and abs(exponent.value) <= 6:
        unit = args[0][0]
        if abs(log10(unit.factor) * exponent.value) > LARGEST:
            raise FormulaError(Fault("formula_number", {"found": text[slice(*tree.span)]}, excerpt=(text, *tree.span)))
        return unit ** int(exponent.value), _with(tree, args)
    return _plain(tree, args, text)


def _plain(tree: Call, args: list[Typed], text: str) -> Typed:
    """Operators that only take pure numbers: a logarithm of tonnes means nothing."""
    for (unit, _), arg in zip(args, tree.args, strict=True):
        if unit.powers:
            raise FormulaError(Fault("formula_pure", {"unit": str(unit)}, excerpt=(text, *arg.span)))
    return NONE, Call(tree.op, tuple(_scaled(node, unit.factor) for unit, node in args), span=tree.span)


def _mismatch(tree: Node, units: Mapping[str, Unit], found: Unit, wanted: Unit, text: str) -> FormulaError:
    from mcda.expression.tree import names

    values: dict[str, object] = {"found": str(found), "wanted": str(wanted)}
    for name in names(tree):
        rate = units.get(name.id)
        if rate is None or len(rate.money) != 2 or len(rate.powers) != 2:
            continue
        for power, code in ((-2, "rate_multiplied"), (2, "rate_divided"), (-1, "rate_missing"), (1, "rate_missing")):
            if (found * rate**power).powers == wanted.powers:
                return FormulaError(Fault(code, {**values, "rate": name.id}, excerpt=(text, *tree.span)))
    if not found.money or not wanted.money:
        return FormulaError(Fault("formula_units", values, excerpt=(text, *tree.span)))
    rates = [
        name for name, unit in units.items() if {*unit.money} == {*found.money, *wanted.money} and len(unit.powers) == 2
    ]
    if rates and {*found.money} != {*wanted.money}:
        return FormulaError(Fault("rate_missing", {**values, "rate": rates[0]}, excerpt=(text, *tree.span)))
    return FormulaError(Fault("formula_units", values, excerpt=(text, *tree.span)))
