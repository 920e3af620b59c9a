"""A calculation in few cells: a step with an entry for every option and criterion gets no table of its own, but is
written inside the sums and extremes that need it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mcda.expression import Call, Name, Node, Number, Step
from mcda.language import Text

PART = Text("a part of what follows", "下文所用的中间值")


@dataclass
class Narrow:
    """Steps that are rows (1, n) or columns (m, 1): `kept` in the order in which they need one another. `along` says of
    each name whether it has an entry per option, and per criterion; `x` has both.
    """

    along: dict[str, tuple[bool, bool]] = field(default_factory=dict)
    kept: list[Step] = field(default_factory=list)
    _tables: dict[str, Node] = field(default_factory=dict)
    _named: dict[Node, Name] = field(default_factory=dict)

    def add(self, steps: Iterable[Step]) -> None:
        """Keep the steps (their values are trees), the tables among them for where they are used."""
        for step in steps:
            tree = self._opened(step.value)
            if all(self._reach(tree)):
                self._tables[step.symbol] = tree
            else:
                self._keep(step, tree)

    def said(self, tree: Node) -> Node:
        """A row or column over the names that are kept; what it needs beside them is kept first."""
        return self._split(self._opened(tree), inside=False)

    def _keep(self, step: Step, tree: Node) -> None:
        self.along[step.symbol] = self._reach(tree)
        self.kept.append(replace(step, value=self._split(tree, inside=False)))

    def _opened(self, tree: Node) -> Node:
        """The tree with tables in place of their names."""
        if isinstance(tree, Name):
            return self._tables.get(tree.id, tree)
        if isinstance(tree, Call):
            return replace(tree, args=tuple(self._opened(arg) for arg in tree.args))
        return tree

    def _reach(self, tree: Node) -> tuple[bool, bool]:
        """Whether a tree has an entry per option, and per criterion."""
        if isinstance(tree, Number):
            return False, False
        if isinstance(tree, Name):
            return self.along[tree.id]
        parts = [self._reach(arg) for arg in tree.args]
        options, criteria = (any(part[k] for part in parts) for k in (0, 1))
        return options and tree.axis != -2, criteria and tree.axis != -1

    def _split(self, tree: Node, inside: bool) -> Node:
        """The tree with rows and columns inside its sums named: each is computed once, and no sum stands in a sum."""
        if not isinstance(tree, Call):
            return tree
        if inside and not all(self._reach(tree)):
            return self._part(tree)
        if inside and tree.op == "ratio" and not all(self._reach(tree.args[1])):
            return self._times(*tree.args)
        inside = inside or tree.axis is not None
        return replace(tree, args=tuple(self._split(arg, inside) for arg in tree.args))

    def _times(self, a: Node, b: Node, at_zero: Node) -> Node:
        """A ÷ b inside a sum, with 1 ÷ b as a part: a division that asks about 0 in each entry is slow in cells."""
        product = Call("multiply", (self._split(a, True), self._part(Call("ratio", (Number(1.0), b, Number(0.0))))))
        if at_zero == Number(0.0):
            return product
        return Call("add", (product, self._part(Call("ratio", (Number(0.0), b, at_zero)))))

    def _part(self, tree: Node) -> Name:
        """The name of a row or column that is computed once."""
        if tree not in self._named:
            name = Name(f"h{len(self._named) + 1}")
            self._named[tree] = name
            self.along[name.id] = self._reach(tree)
            self.kept.append(Step(name.id, PART, self._split(tree, inside=False)))
        return self._named[tree]
