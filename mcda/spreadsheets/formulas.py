"""A tree printed as cells: what a method does with arrays, said in formulas of any spreadsheet.

Only functions that Excel 2010, WPS and LibreOffice compute alike; no array formulas. Sums become SUMPRODUCT, which is
right in plain cells everywhere, also around the largest or smallest of what is computed; a choice inside a sum is said
by arithmetic, since IF looks at one entry only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mcda.expression import Call, Name, Node, Number, Untraceable

_INFIX = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/", "power": "^"}
_CALLS = {"sqrt": "SQRT", "exp": "EXP", "log": "LN", "absolute": "ABS", "minimum": "MIN", "maximum": "MAX"}
_REDUCTIONS = {"max": "MAX", "min": "MIN"}
_CHOICES = {
    "where": "(({0}*1<>0)*{1}+({0}*1=0)*{2})",
    "ratio": "(({1}<>0)*{0}/({1}+({1}=0))+({1}=0)*{2})",
    "minimum": "(({0}<={1})*{0}+({0}>{1})*{1})",
    "maximum": "(({0}>={1})*{0}+({0}<{1})*{1})",
}
"""Choices entry by entry, for the inside of a sum."""


@dataclass(frozen=True)
class Area:
    """The cells that hold a named array: its sheet, its first cell (row and column from 0), and its size; 1 where the
    array has a single entry along that axis.
    """

    sheet: str
    row: int
    column: int
    rows: int
    columns: int

    def cell(self, i: int, j: int) -> str:
        """The address of entry (i, j), absolute; along an axis of one entry every index means that one."""
        return f"{self._sheet}{address(self.row + min(i, self.rows - 1), self.column + min(j, self.columns - 1))}"

    def line(self, i: int, j: int, axis: int) -> str:
        """The addresses of row i (axis −1) or of column j (axis −2)."""
        if axis == -1:
            i = min(i, self.rows - 1)
            ends = (self.row + i, self.column), (self.row + i, self.column + self.columns - 1)
        else:
            j = min(j, self.columns - 1)
            ends = (self.row, self.column + j), (self.row + self.rows - 1, self.column + j)
        first, last = (address(*end) for end in ends)
        return f"{self._sheet}{first}" if first == last else f"{self._sheet}{first}:{last}"

    @property
    def block(self) -> str:
        """The addresses of all entries."""
        last = self.cell(self.rows - 1, self.columns - 1).removeprefix(self._sheet)
        return self.cell(0, 0) if (self.rows, self.columns) == (1, 1) else f"{self.cell(0, 0)}:{last}"

    @property
    def _sheet(self) -> str:
        return f"'{self.sheet.replace(chr(39), chr(39) * 2)}'!" if self.sheet else ""


def address(row: int, column: int) -> str:
    """Row and column from 0 as `$A$1`."""
    letters, rest = "", column + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        letters = chr(65 + last) + letters
    return f"${letters}${row + 1}"


def formulas(
    tree: Node, areas: Mapping[str, Area], rows: int, columns: int, counted: Area | None = None
) -> Iterator[tuple[int, int, str]]:
    """The formula of each entry (i, j) of an array of that size. `counted` holds 1 for each option that is ranked and 0
    for the others, which sums over options leave out. Raises Untraceable for what cells can't say.
    """
    printer = _Printer(areas, counted)
    for i in range(rows):
        for j in range(columns):
            yield i, j, f"={printer.said(tree, i, j, None)}"


@dataclass(frozen=True)
class _Printer:
    areas: Mapping[str, Area]
    counted: Area | None

    def said(self, tree: Node, i: int, j: int, axis: int | None) -> str:
        """The tree at (i, j); inside a sum along an axis, names are whole lines."""
        if isinstance(tree, Number):
            return _number(tree.value)
        if isinstance(tree, Name):
            area = self.areas[tree.id]
            return area.cell(i, j) if axis is None else area.line(i, j, axis)
        if tree.axis is not None:
            return self.reduced(tree, i, j, axis)
        args = [self.said(arg, i, j, axis) for arg in tree.args]
        if axis is not None and tree.op in _CHOICES:
            return _CHOICES[tree.op].format(*args)
        match tree.op:
            case "negative":
                return f"(-{args[0]})"
            case "where":
                return f"IF({args[0]},{args[1]},{args[2]})"
            case "ratio":
                return f"IF({args[1]}=0,{args[2]},{args[0]}/{args[1]})"
            case op if op in _INFIX:
                return f"({args[0]}{_INFIX[op]}{args[1]})"
        return f"{_CALLS[tree.op]}({','.join(args)})"

    def reduced(self, tree: Call, i: int, j: int, axis: int | None) -> str:
        """A sum or an extreme along an axis."""
        if axis is not None:
            raise Untraceable("a sum inside a sum: name it as a step first")
        inner = self.said(tree.args[0], i, j, tree.axis)
        if tree.op == "sum":
            only = f"*{self.counted.line(0, 0, -2)}" if self.counted and tree.axis == -2 else ""
            return f"SUMPRODUCT({inner}{only})"
        extreme = f"{_REDUCTIONS[tree.op]}({inner})"
        return extreme if isinstance(tree.args[0], Name) else f"SUMPRODUCT({extreme})"


def _number(value: float) -> str:
    text = repr(float(value))
    text = text.removesuffix(".0") if "e" not in text else text
    return f"({text})" if value < 0 else text
