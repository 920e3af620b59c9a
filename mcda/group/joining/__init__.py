"""Many people's judgements joined into one set of weights: one file per way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from mcda.errors import UnknownName
from mcda.folder import Folder
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.finding import remark
from mcda.model.judgement import Form, Judgement, Weights
from mcda.model.problem import Plan
from mcda.weighting import multiplied


@dataclass(frozen=True)
class Joining:
    """A way to join people: `join(tree, judgements, plan)` for judgements of the form that the weighting asks for.

    `among(tree, judgements, plan, shares)` does the same for many ways in which people count: shares (B, people) give
    local weights (B, k) per branch, NaN where the answers of those who count give none. `forms` are those that it can
    join, None for every one; `partial` says that a person may leave out what others answer.
    """

    title: Text
    source: str
    join: Callable[[Branch, Sequence[Judgement], Plan], Weights]
    among: Callable[[Branch, Sequence[Judgement], Plan, Array], Mapping[str, Array]]
    forms: tuple[Form, ...] | None = None
    partial: bool = False


JOININGS: Folder[Joining] = Folder("mcda.group.joining", "JOINING", Joining)
OTHERWISE = "priorities"
"""How people are joined whose answers the plan's way can't join one by one."""


def joining_of(name: str) -> Joining:
    """The way of that name. Raises UnknownName."""
    if name not in JOININGS:
        raise UnknownName.among("joining", name, tuple(JOININGS))
    return JOININGS[name]


def way_of(plan: Plan, form: Form) -> str:
    """The name of the way in which a plan joins answers of a form."""
    forms = joining_of(plan.group).forms
    return plan.group if forms is None or form in forms else OTHERWISE


def join(tree: Branch, judgements: Sequence[Judgement], plan: Plan) -> Weights:
    """Everybody's judgements, all of one form, as one set of weights in the way of the plan.

    Answers that this way can't join are joined as weights instead, and a remark says so. Raises UnknownName for a way
    that is not there, JudgementError for answers that can't serve.
    """
    way = way_of(plan, judgements[0].form)
    joined = JOININGS[way].join(tree, judgements, plan)
    if way == plan.group:
        return joined
    said = remark("joined_otherwise", wanted=JOININGS[plan.group].title, way=JOININGS[way].title)
    return replace(joined, findings=(*joined.findings, said))


def joined_among(tree: Branch, judgements: Sequence[Judgement], plan: Plan, shares: Array) -> Array:
    """Weights of all criteria (B, n), joined in the way of the plan for so many ways in which people count: `shares`
    (B, people), 0 for those left out. NaN where the answers of those who count give no weights.

    Raises what `join` raises, where it would for everybody.
    """
    way = JOININGS[way_of(plan, judgements[0].form)]
    return multiplied(tree, way.among(tree, judgements, plan, shares))
