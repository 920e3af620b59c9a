"""Where weights come from: one file per source. What people are asked is a *form*: pairs, numbers, an order, …"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from mcda.errors import Fault, JudgementError, TableError, UnknownName
from mcda.folder import Folder
from mcda.language import Message, Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch, Need
from mcda.model.finding import Finding, caution
from mcda.model.judgement import Consistency, Form, Judgement, Weights
from mcda.model.problem import Plan
from mcda.model.table import Table


@dataclass(frozen=True)
class Local:
    """What the children of one branch count among themselves (k,), together 1, and what is to be said of it."""

    values: Array
    consistency: Consistency | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Joint:
    """A judgement joined with figures: `start` gives the plan under which people are asked, `finish(tree, judged,
    table, plan)` the weights once their judgement has become weights.
    """

    start: Callable[[Plan], Plan]
    finish: Callable[[Branch, Weights, Table, Plan], Weights]


@dataclass(frozen=True)
class Weighting:
    """A source of weights. `form` is what it asks people for; None if it asks nobody.

    It gives one of four things. `local(branch, judgement, plan)`: the children of one branch; without a form the
    judgement is None. `overall(tree, judgement)`: all criteria at once (n,). `from_table(table)`: all criteria (n,)
    from figures. `joint`: a judgement with figures. `choices` are the options that a plan may name, each with its
    values, the default first. Of numbers, `largest` is what the largest in each branch must be and `total` their sum,
    None where any will do.
    """

    title: Text
    source: str
    form: Form | None
    local: Callable[[Branch, Judgement | None, Plan], Local] | None = None
    overall: Callable[[Branch, Judgement], Local] | None = None
    from_table: Callable[[Table], Array] | None = None
    joint: Joint | None = None
    choices: Callable[[], Mapping[str, tuple[str, ...]]] = dict
    largest: float | None = None
    total: float | None = None


WEIGHTINGS: Folder[Weighting] = Folder("mcda.weighting", "WEIGHTING", Weighting)


def weighting_of(name: str) -> Weighting:
    """The weighting of that name. Raises UnknownName."""
    if name not in WEIGHTINGS:
        raise UnknownName.among("weighting", name, tuple(WEIGHTINGS))
    return WEIGHTINGS[name]


def options_of(plan: Plan) -> dict[str, str]:
    """The options of a plan's weighting, with its defaults. Raises UnknownName for one that it hasn't."""
    choices = weighting_of(plan.weights).choices()
    for key, value in plan.weighting_options.items():
        if key not in choices:
            raise UnknownName.among("weighting_option", key, tuple(choices))
        if value not in choices[key]:
            raise UnknownName.among("value", value, choices[key])
    return {key: plan.weighting_options.get(key, values[0]) for key, values in choices.items()}


def starting(plan: Plan) -> Plan:
    """The plan under which people are asked: the plan itself, unless its weighting joins a judgement with figures."""
    joint = weighting_of(plan.weights).joint
    return plan if joint is None else joint.start(plan)


def form_of(plan: Plan) -> Form | None:
    """The form of answers that a plan asks people for; None if it asks nobody."""
    return weighting_of(starting(plan).weights).form


def reads_table(plan: Plan) -> bool:
    """Whether a plan's weights follow, in whole or in part, from figures."""
    weighting = weighting_of(plan.weights)
    return weighting.from_table is not None or weighting.joint is not None


def weigh(tree: Branch, judgement: Judgement | None, plan: Plan, table: Table | None = None) -> Weights:
    """Weights of all criteria by one judgement, or by a table where the weighting reads figures.

    Raises JudgementError if the weighting asks for a form that the judgement isn't in, TableError if it reads
    figures and none are given, and what the weighting raises.
    """
    start = starting(plan)
    weighting = weighting_of(start.weights)
    if weighting.form is not None and (judgement is None or judgement.form != weighting.form):
        given = Message(f"form.{judgement.form if judgement else 'none'}")
        asked = {"weighting": start.weights, "form": Message(f"form.{weighting.form}"), "given": given}
        raise JudgementError(Fault("judgement_form", asked))
    return finished(tree, _weighed(tree, judgement, start, table), plan, table)


def _weighed(tree: Branch, judgement: Judgement | None, plan: Plan, table: Table | None) -> Weights:
    """Weights by one judgement, or by figures alone."""
    weighting, people = weighting_of(plan.weights), (judgement.who,) if judgement else ()
    if weighting.from_table is not None:
        by_name = dict(zip(_given(table, plan).names, weighting.from_table(_given(table, plan)), strict=True))
        values = np.array([by_name[leaf] for leaf in tree.leaves()])
        return gathered(tree, values, plan.weights, findings=(caution("weights_spread", weighting=weighting.title),))
    if weighting.overall is not None:
        assert judgement is not None
        part = weighting.overall(tree, judgement)
        return gathered(tree, part.values, plan.weights, people=people, findings=part.findings)
    assert weighting.local is not None
    local = {branch.id: weighting.local(branch, judgement, plan) for branch in tree.branches()}
    consistency = {name: part.consistency for name, part in local.items() if part.consistency is not None}
    findings = tuple(finding for part in local.values() for finding in part.findings)
    parts = {name: part.values for name, part in local.items()}
    return spread(tree, parts, plan.weights, consistency, people, findings)


def finished(tree: Branch, judged: Weights, plan: Plan, table: Table | None) -> Weights:
    """Weights of people, joined with figures where the plan's weighting says so."""
    joint = weighting_of(plan.weights).joint
    return judged if joint is None else joint.finish(tree, judged, _given(table, plan), plan)


def _given(table: Table | None, plan: Plan) -> Table:
    if table is None:
        raise TableError.of("weighting_figures", weighting=weighting_of(plan.weights).title)
    return table


def spread(
    tree: Branch,
    local: Mapping[str, Array],
    method: str,
    consistency: Mapping[str, Consistency] | None = None,
    people: tuple[str, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> Weights:
    """Local weights multiplied down the tree: what each criterion counts in all."""
    return Weights(tree.leaves(), multiplied(tree, local), method, dict(local), consistency or {}, people, findings)


def multiplied(tree: Branch, local: Mapping[str, Array]) -> Array:
    """What each criterion counts (…, n), from what the children of each branch count among themselves (…, k)."""
    found: list[Array] = []

    def down(branch: Branch, above: Array) -> None:
        for k, child in enumerate(branch.children):
            here = above * local[branch.id][..., k]
            if isinstance(child, Branch):
                down(child, here)
            else:
                found.append(here)

    down(tree, np.ones(()))
    return np.stack(found, axis=-1)


def gathered(
    tree: Branch,
    values: Array,
    method: str,
    consistency: Mapping[str, Consistency] | None = None,
    people: tuple[str, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> Weights:
    """Weights of all criteria (n,) as they are, with what they amount to among the children of each branch, which
    count the sum of their leaves.
    """
    parts = {branch.id: _shares(below(tree, branch, values)) for branch in tree.branches()}
    return Weights(tree.leaves(), values, method, parts, consistency or {}, people, findings)


def below(tree: Branch, branch: Branch, values: Array) -> Array:
    """What the children of a branch count in all (…, k), by the weights of all criteria (…, n)."""
    at = {leaf: j for j, leaf in enumerate(tree.leaves())}
    held = [child.leaves() if isinstance(child, Branch) else (child,) for child in branch.children]
    return np.stack([values[..., [at[leaf] for leaf in leaves]].sum(axis=-1) for leaves in held], axis=-1)


def _shares(amounts: Array) -> Array:
    """Amounts (…, k) as shares of 1; equal ones where there is nothing to share out."""
    total = amounts.sum(axis=-1, keepdims=True)
    return np.where(total != 0, amounts / np.where(total != 0, total, 1.0), 1 / amounts.shape[-1])


def shared_out(amounts: Array, weighting: Text) -> Array:
    """Amounts of spread (…, n) as shares of 1. Raises TableError if the table shows none."""
    total: Array = amounts.sum(axis=-1, keepdims=True)
    if not np.all(total > 0):
        raise TableError.of("weighting_nothing", weighting=weighting)
    return amounts / total


def ratios(table: Table, weighting: Text, zero: bool) -> Array:
    """The figures (…, m, n) of a table for a weighting that takes ratios of them; 0 will do if `zero`.

    Raises TableError, naming each criterion that has no true zero, or figures that are negative (or 0).
    """
    x = table.values
    wrong = ((x < 0) if zero else (x <= 0)).any(axis=tuple(range(x.ndim - 1)))
    code = "weighting_negative" if zero else "weighting_positive"
    weak = [c.id for c in table.criteria if c.scale.kind is Need.INTERVAL]
    faults = [Fault("weighting_interval", {"criterion": name, "weighting": weighting}) for name in weak]
    faults += [
        Fault(code, {"criterion": table.names[j], "weighting": weighting})
        for j in np.flatnonzero(wrong)
        if table.names[j] not in weak
    ]
    if faults:
        raise TableError(*faults)
    return x


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
    faults += [
        Fault("weight_number", {"name": name, "found": str(value)}, judgement.place)
        for name, value in zip(names, numbers, strict=True)
        if not np.isfinite(value)
    ]
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
