"""A tree on arrays: one pass for a single table and for a whole batch of draws."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mcda.errors import Fault, FormulaError
from mcda.expression.tree import Name, Node, Number

Array = NDArray[np.float64]


def ratio(a: Any, b: Any, at_zero: float) -> Any:
    """A ÷ b, and `at_zero` wherever b is 0: the one guard against zero divisors in the methods."""
    if hasattr(a, "traced_ratio") or hasattr(b, "traced_ratio"):
        return (a if hasattr(a, "traced_ratio") else b).traced_ratio(a, b, at_zero)
    zero = b == 0
    if isinstance(zero, np.ndarray | np.bool_) and not zero.any():
        return np.divide(a, b)
    return np.where(zero, at_zero, np.divide(a, np.where(zero, 1.0, b)))


_APPLY: dict[str, Callable[..., Any]] = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide, "power": np.power,
    "minimum": np.minimum, "maximum": np.maximum, "negative": np.negative, "absolute": np.absolute,
    "sqrt": np.sqrt, "exp": np.exp, "log": np.log, "where": np.where, "ratio": ratio,
}  # fmt: skip
_FORGETFUL = frozenset({"power", "where", "ratio"})
"""What can make a number of a missing figure: NaN ** 0 is 1."""
_REDUCE: dict[str, Callable[..., Any]] = {"sum": np.sum, "max": np.max, "min": np.min}


def evaluate(tree: Node, values: Mapping[str, Any], text: str = "") -> Any:
    """The value of a tree, with its names looked up in `values` (numbers or arrays that broadcast).

    Raises FormulaError, pointing into `text`, for a name that is not there, a zero divisor, a root or a
    logarithm out of bounds, and a result that is not finite.
    """
    if isinstance(tree, Number):
        return tree.value
    if isinstance(tree, Name):
        if tree.id not in values:
            raise FormulaError(Fault("formula_name", {"name": tree.id}, excerpt=(text, *tree.span)))
        return np.asarray(values[tree.id], dtype=float)[()]
    args = [evaluate(arg, values, text) for arg in tree.args]
    if tree.axis is not None:
        return _REDUCE[tree.op](*args, axis=tree.axis, keepdims=True)
    if tree.op == "divide" and np.any(np.asarray(args[1]) == 0):
        raise FormulaError(Fault("formula_zero", _part(tree.args[1], text), excerpt=(text, *_span(tree.args[1]))))
    with np.errstate(all="ignore"):
        result = _APPLY[tree.op](*args)
    if tree.op not in _FORGETFUL and np.isfinite(result).all():
        return result
    missing = _missing(args)
    if not np.all(np.isfinite(np.where(missing, 0.0, result))):
        raise FormulaError(Fault("formula_infinite", _part(tree, text), excerpt=(text, *tree.span)))
    return np.where(missing, np.nan, result)[()] if np.any(missing) else result


def _missing(args: list[Any]) -> Any:
    """Where an argument is missing (NaN): a figure made of it is missing too, which is no fault here."""
    missing: Any = np.False_
    for arg in args:
        missing = missing | np.isnan(arg)
    return missing


def _span(tree: Node) -> tuple[int, int]:
    return tree.span


def _part(tree: Node, text: str) -> dict[str, str]:
    return {"part": text[slice(*tree.span)] if text else "?"}
