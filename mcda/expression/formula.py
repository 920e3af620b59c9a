"""A tree as people write it: `√(Σⱼ (v − A⁺)²)`."""

from mcda.expression.tree import Call, Name, Node, Number

_INFIX = {"add": (" + ", 1), "subtract": (" − ", 1), "multiply": (" · ", 2), "divide": (" ÷ ", 2)}
_AXES = {-1: "ⱼ", -2: "ᵢ"}


def formula(tree: Node) -> str:
    """The tree in ordinary notation; j runs over criteria, i over options."""
    return _write(tree, 0)


def _write(tree: Node, outer: int) -> str:
    if isinstance(tree, Number):
        return f"{tree.value:g}"
    if isinstance(tree, Name):
        return tree.id
    if tree.op in _INFIX:
        sign, level = _INFIX[tree.op]
        left, right = _write(tree.args[0], level), _write(tree.args[1], level + 1)
        if tree.op == "multiply" and tree.args[0] == tree.args[1]:
            return f"{_write(tree.args[0], 4)}²"
        return _bracketed(f"{left}{sign}{right}", level < outer)
    return _call(tree, outer)


def _bracketed(text: str, needed: bool) -> str:
    return f"({text})" if needed else text


def _call(tree: Call, outer: int) -> str:
    args = [_write(arg, 0) for arg in tree.args]
    if tree.axis is not None:
        sign = {"sum": "Σ", "max": "max", "min": "min"}[tree.op] + _AXES[tree.axis]
        return _bracketed(f"{sign} {_write(tree.args[0], 2)}", outer > 0)
    match tree.op:
        case "negative":
            return _bracketed(f"−{_write(tree.args[0], 3)}", outer > 0)
        case "power":
            return f"{_write(tree.args[0], 4)}^{_write(tree.args[1], 4)}"
        case "sqrt":
            return f"√({args[0]})"
        case "absolute":
            return f"|{args[0]}|"
        case "ratio":
            return _bracketed(f"{_write(tree.args[0], 2)} ÷ {_write(tree.args[1], 3)}", outer > 2)
        case "where":
            return _bracketed(f"{args[0]} ? {args[1]} : {args[2]}", outer > 0)
    return f"{ {'minimum': 'min', 'maximum': 'max'}.get(tree.op, tree.op) }({', '.join(args)})"
