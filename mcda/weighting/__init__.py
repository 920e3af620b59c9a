"""Where weights come from: one file per source. What people are asked is a *form*: pairs, numbers or an order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from mcda.errors import Fault, JudgementError, UnknownName
from mcda.folder import Folder
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.finding import Finding
from mcda.model.judgement import Consistency, Form, Judgement, Weights
from mcda.model.problem import Plan


@dataclass(frozen=True)
class Local:
    """What the children of one branch count among themselves (k,), together 1, and what is to be said of it."""

    values: Array
    consistency: Consistency | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Weighting:
    """A source of weights. `form` is what it asks people for; None if it asks nobody.

    `local(branch, judgement, plan)` answers for the children of one branch; without a form the judgement is None.
    """

    title: Text
    source: str
    form: Form | None
    local: Callable[[Branch, Judgement | None, Plan], Local]


WEIGHTINGS: Folder[Weighting] = Folder("mcda.weighting", "WEIGHTING", Weighting)


def weighting_of(name: str) -> Weighting:
    """The weighting of that name. Raises UnknownName."""
    if name not in WEIGHTINGS:
        raise UnknownName.among("weighting", name, tuple(WEIGHTINGS))
    return WEIGHTINGS[name]


def weigh(tree: Branch, judgement: Judgement | None, plan: Plan) -> Weights:
    """Weights of all criteria by one judgement: local ones per branch, multiplied down the tree.

    Raises JudgementError if the weighting asks for a form that the judgement isn't in, and what the weighting raises.
    """
    weighting = weighting_of(plan.weights)
    if weighting.form is not None and (judgement is None or judgement.form != weighting.form):
        given = judgement.form if judgement else "none"
        raise JudgementError(
            Fault("judgement_form", {"weighting": plan.weights, "form": weighting.form, "given": given})
        )
    local = {branch.id: weighting.local(branch, judgement, plan) for branch in tree.branches()}
    consistency = {name: part.consistency for name, part in local.items() if part.consistency is not None}
    findings = tuple(finding for part in local.values() for finding in part.findings)
    people = (judgement.who,) if judgement else ()
    parts = {name: part.values for name, part in local.items()}
    return spread(tree, parts, plan.weights, consistency, people, findings)


def spread(
    tree: Branch,
    local: Mapping[str, Array],
    method: str,
    consistency: Mapping[str, Consistency] | None = None,
    people: tuple[str, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> Weights:
    """Local weights multiplied down the tree: what each criterion counts in all."""
    values: dict[str, float] = {}

    def down(branch: Branch, above: float) -> None:
        for child, part in zip(branch.children, local[branch.id], strict=True):
            if isinstance(child, Branch):
                down(child, above * float(part))
            else:
                values[child] = above * float(part)

    down(tree, 1.0)
    leaves = tree.leaves()
    vector = np.array([values[leaf] for leaf in leaves])
    return Weights(leaves, vector, method, dict(local), consistency or {}, people, findings)


def answered(branch: Branch, judgement: Judgement) -> Array:
    """The numbers given to the children of a branch (k,). Raises JudgementError for one without, or below 0."""
    names = branch.names()
    faults = [
        Fault("number_missing", {"name": name, "branch": branch.label}, judgement.place)
        for name in names
        if name not in judgement.numbers
    ]
    faults += [
        Fault("number_negative", {"name": name, "found": f"{judgement.numbers[name]:g}"}, judgement.place)
        for name in names
        if judgement.numbers.get(name, 0.0) < 0
    ]
    numbers = np.array([judgement.numbers.get(name, 0.0) for name in names])
    if not faults and numbers.sum() == 0:
        faults = [Fault("number_nothing", {"branch": branch.label}, judgement.place)]
    if faults:
        raise JudgementError(*faults)
    return numbers


def places(branch: Branch, judgement: Judgement) -> Array:
    """The place of each child in the order of importance (k,), 1 the first; equals share the mean of their places."""
    names, taken = branch.names(), 0
    found: dict[str, float] = {}
    for tied in judgement.order:
        here = [name for name in tied if name in names]
        found |= dict.fromkeys(here, taken + (len(here) + 1) / 2)
        taken += len(here)
    absent = [name for name in names if name not in found]
    if absent:
        raise JudgementError(
            *(Fault("order_missing", {"name": name, "branch": branch.label}, judgement.place) for name in absent)
        )
    return np.array([found[name] for name in names])
