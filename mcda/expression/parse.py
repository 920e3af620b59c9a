"""Text → tree, by Python's own grammar and a short list of what is allowed. Nothing is ever executed."""

import ast
import re
import unicodedata

from mcda.errors import Fault, FormulaError
from mcda.expression.tree import Call, Name, Node, Number, Span

LONGEST = 500
DEEPEST = 50
_BINARY: dict[type[ast.operator], str] = {
    ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide", ast.Pow: "power",
}  # fmt: skip
_CALLS = {"min": "minimum", "max": "maximum", "sqrt": "sqrt", "exp": "exp", "log": "log"}
_STRANGE = re.compile(r"[^\w\s+\-*/().,]", re.UNICODE)
_WIDE = re.compile("[！-～　−×÷]")


def parse(text: str) -> Node:
    """The tree of an expression such as `base + price / rate * (direct - free)`.

    Allowed: numbers, names, + − * / **, brackets, min, max, sqrt, exp, log. Raises FormulaError with the
    columns that are meant.
    """
    for code, span in _spelling(text):
        raise FormulaError(Fault(code, {"found": text[slice(*span)]}, excerpt=(text, *span)))
    inner = text.strip()
    try:
        body = ast.parse(inner, mode="eval").body
    except SyntaxError as error:
        at = _stopped(text, inner, error)
        raise FormulaError(Fault("formula_grammar", {}, excerpt=(text, at, at + 1))) from None
    except (ValueError, RecursionError, MemoryError):
        raise FormulaError(Fault("formula_grammar", {}, excerpt=(text, 0, 1))) from None
    return _Reader(text).node(body, 0)


def _stopped(text: str, inner: str, error: SyntaxError) -> int:
    """The column at which a text stops making sense; its end where nothing in it is wrong but something is missing."""
    if not error.offset:
        return len(text.rstrip())
    before = inner.split("\n")[: (error.lineno or 1) - 1]
    return text.index(inner) + sum(len(line) + 1 for line in before) + error.offset - 1


def _spelling(text: str) -> list[tuple[str, Span]]:
    if len(text) > LONGEST or text.count("(") > DEEPEST:
        return [("formula_too_long", (0, min(len(text), 20)))]
    wide = _WIDE.search(text)
    if wide:
        return [("formula_wide", wide.span())]
    strange = _STRANGE.search(text)
    return [("formula_character", strange.span())] if strange else []


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        inner = text.strip()
        self.lines = [line.encode() for line in inner.split("\n")]
        starts = [text.index(inner) if inner else 0]
        for line in inner.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        self.starts = starts

    def span(self, node: ast.expr) -> Span:
        """Columns in characters of the whole text: `ast` counts bytes of UTF-8, line by line."""
        ends = ((node.lineno, node.col_offset), (node.end_lineno or node.lineno, node.end_col_offset or 0))
        start, end = (self.starts[n - 1] + len(self.lines[n - 1][:at].decode(errors="ignore")) for n, at in ends)
        return start, end

    def refused(self, code: str, node: ast.expr) -> FormulaError:
        start, end = self.span(node)
        return FormulaError(Fault(code, {"found": self.text[start:end]}, excerpt=(self.text, start, end)))

    def node(self, node: ast.expr, depth: int) -> Node:
        if depth > DEEPEST:
            raise self.refused("formula_too_long", node)
        span = self.span(node)
        match node:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
                if abs(value) > 1e300:
                    raise self.refused("formula_number", node)
                return Number(float(value), span)
            case ast.Name(id=name):
                return Name(unicodedata.normalize("NFKC", name), span)
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return Call("negative", (self.node(inner, depth + 1),), span=span)
            case ast.UnaryOp(op=ast.UAdd(), operand=inner):
                return self.node(inner, depth + 1)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
                args = (self.node(left, depth), self.node(right, depth + 1))
                return Call(_BINARY[type(op)], args, span=span)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _CALLS:
                return self.call(name, node, args, depth)
        raise self.refused("formula_refused", node)

    def call(self, name: str, node: ast.expr, args: list[ast.expr], depth: int) -> Node:
        wanted = 2 if name in ("min", "max") else 1
        if len(args) < wanted or (wanted == 1 and len(args) > 1):
            raise self.refused("formula_arguments", node)
        read = [self.node(arg, depth + 1) for arg in args]
        tree = read[0] if wanted == 2 else Call(_CALLS[name], (read[0],), span=self.span(node))
        for arg in read[1:]:
            tree = Call(_CALLS[name], (tree, arg), span=self.span(node))
        return tree
