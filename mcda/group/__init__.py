"""Many people's judgements joined into one set of weights: one file per way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mcda.folder import Folder
from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement, Weights
from mcda.model.problem import Plan


@dataclass(frozen=True)
class Joining:
    """A way to join people: `join(tree, judgements, plan)` for judgements of the form that the weighting asks for."""

    title: Text
    source: str
    join: Callable[[Branch, Sequence[Judgement], Plan], Weights]


JOININGS: Folder[Joining] = Folder("mcda.group", "JOINING", Joining)
