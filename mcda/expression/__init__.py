"""A small tree: parsed from a case file or traced from a method; evaluated on arrays and on units."""

from mcda.expression.dimension import in_unit, unit_of_tree
from mcda.expression.evaluate import Array, evaluate, ratio
from mcda.expression.formula import formula
from mcda.expression.parse import parse
from mcda.expression.trace import Step, Traced, Untraceable, step, steps, trace
from mcda.expression.tree import Call, Name, Node, Number, names, terms
from mcda.expression.units import KINDS, NONE, Unit, is_kind, parse_unit, spoken_kinds

__all__ = [
    "KINDS", "NONE", "Array", "Call", "Name", "Node", "Number", "Step", "Traced", "Unit", "Untraceable",
    "evaluate", "formula", "in_unit", "is_kind", "names", "parse", "parse_unit", "ratio", "spoken_kinds", "step",
    "steps", "terms", "trace", "unit_of_tree",
]  # fmt: skip
