"""Statements about weights, as people write them → linear rows: `cost >= 2*jobs`, `0.2 <= cost <= 0.4`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mcda.errors import Fault, JudgementError, MCDAError, unknown
from mcda.expression import Call, Name, Node, Number, names, parse
from mcda.language import Text
from mcda.model.arrays import Array, set_read_only
from mcda.model.criterion import Branch

_SIGN = re.compile(r"(<=|>=|==|≤|≥|=|<|>)")
_BELOW, _ABOVE = ("<=", "≤", "<"), (">=", "≥", ">")


@dataclass(frozen=True)
class Constraints:
    """What is known of weights w besides w ≥ 0 and Σw = 1: `rows` (k, n) @ w ≤ `limits` (k,). `of` (k,) says which of
    the `statements` a row comes from.
    """

    statements: tuple[str, ...]
    rows: Array
    limits: Array
    of: tuple[int, ...]

    def __post_init__(self) -> None:
        set_read_only(self, rows=self.rows, limits=self.limits)


def constraints_of(tree: Branch, statements: Sequence[str], labels: Mapping[str, Text] | None = None) -> Constraints:
    """The statements as rows over the leaves of a tree; a branch stands for the sum of its criteria.

    Raises JudgementError with every statement that can't be read, or that names something that isn't there; `labels`
    are told beside the names that are.
    """
    leaves = tree.leaves()
    held: dict[str, tuple[str, ...]] = {leaf: (leaf,) for leaf in leaves}
    held |= {branch.id: branch.leaves() for branch in tree.branches() if branch is not tree}
    members = {name: np.isin(leaves, below).astype(float) for name, below in held.items()}
    rows: list[tuple[Array, float, int]] = []
    faults: list[Fault] = []
    for k, statement in enumerate(statements):
        try:
            rows += [(row, limit, k) for row, limit in _rows(statement, members, len(leaves), labels or {})]
        except MCDAError as error:
            faults += error.faults
    if faults:
        raise JudgementError(*faults)
    matrix = np.array([row for row, _, _ in rows]).reshape(-1, len(leaves))
    limits = np.array([limit for _, limit, _ in rows])
    return Constraints(tuple(statements), matrix, limits, tuple(k for _, _, k in rows))


def _rows(statement: str, members: dict[str, Array], n: int, labels: Mapping[str, Text]) -> list[tuple[Array, float]]:
    """A statement, which may be a chain of comparisons, as rows and limits."""
    parts = _SIGN.split(statement)
    if len(parts) < 3 or not all(part.strip() for part in parts):
        raise JudgementError.of("constraint_grammar", found=statement)
    nodes = [parse(part) for part in parts[::2]]
    strangers = dict.fromkeys(name.id for node in nodes for name in names(node) if name.id not in members)
    if strangers:
        raise JudgementError(*(unknown("criterion", name, labels or tuple(members)) for name in strangers))
    sides = [_linear(node, statement, members, n) for node in nodes]
    found = []
    for (row, known), sign, (other, known_other) in zip(sides, parts[1::2], sides[1:], strict=False):
        less, limit = row - other, known_other - known
        if not less.any():
            raise JudgementError.of("constraint_grammar", found=statement)
        if sign not in _ABOVE:
            found.append((less, limit))
        if sign not in _BELOW:
            found.append((-less, -limit))
    return found


def _linear(node: Node, statement: str, members: dict[str, Array], n: int) -> tuple[Array, float]:
    """One side of a comparison: what each weight is multiplied by (n,), and the plain number in it."""
    if isinstance(node, Number):
        return np.zeros(n), node.value
    if isinstance(node, Name):
        return members[node.id], 0.0
    sides = [_linear(arg, statement, members, n) for arg in node.args]
    row, known = sides[0]
    if node.op == "negative":
        return -row, -known
    other, known_other = sides[1] if len(sides) > 1 else (np.zeros(n), np.nan)
    if node.op in ("add", "subtract"):
        sign = 1 if node.op == "add" else -1
        return row + sign * other, known + sign * known_other
    return _scaled(node, statement, row, known, other, known_other)


def _scaled(
    node: Call, statement: str, row: Array, known: float, other: Array, known_other: float
) -> tuple[Array, float]:
    """A product with a number, or a quotient by one; anything else is not linear."""
    if node.op == "multiply" and not other.any():
        return row * known_other, known * known_other
    if node.op == "multiply" and not row.any():
        return other * known, known_other * known
    if node.op == "divide" and not other.any() and known_other:
        return row / known_other, known / known_other
    raise JudgementError.of("constraint_linear", found=statement)
