"""A problem's judgements, or its figures, as weights."""

from collections.abc import Mapping
from dataclasses import replace

from mcda.figures import scenario_of, tabulate
from mcda.group import join
from mcda.model import Finding, Judgement, Problem, Weights, flat
from mcda.weighting import finished, form_of, options_of, reads_table, starting, weigh


def weights_of_problem(problem: Problem, method: str | Mapping[str, float] | None = None) -> Weights:
    """The weights of a problem: by its plan, by the weighting named, or from a number per criterion to be shared out.

    Weightings that read figures take those of the options ranked in the plan's scenario. A plan's weighting options go
    with its own weighting. Raises UnknownName for a weighting that is not there, JudgementError for judgements that
    can't serve, TableError for figures that can't.

    >>> import mcda
    >>> mcda.weights(mcda.load("hebei-steel"), method="equal").values.tolist()
    [0.2, 0.2, 0.2, 0.2, 0.2]
    """
    if isinstance(method, Mapping):
        numbers = Judgement("caller", "numbers", numbers={name: float(value) for name, value in method.items()})
        plan = replace(problem.plan, weights="points", weighting_options={})
        return weigh(flat(problem.tree.leaves()), numbers, plan)
    weighed = _by_name(problem, method)
    return replace(weighed, findings=tuple(_labelled(problem, finding) for finding in weighed.findings))


def _labelled(problem: Problem, finding: Finding) -> Finding:
    """A finding about judgements, with what people call things in place of ids."""
    known = {*problem.tree.leaves(), *(branch.id for branch in problem.tree.branches())}
    said = {
        key: problem.label(value) if isinstance(value, str) and value in known else value
        for key, value in finding.message.values.items()
    }
    return replace(finding, message=replace(finding.message, values=said))


def _by_name(problem: Problem, method: str | None) -> Weights:
    chosen = problem.plan.weights if method is None else method
    kept = problem.plan.weighting_options if chosen == problem.plan.weights else {}
    plan = replace(problem.plan, weights=chosen, weighting_options=kept)
    options_of(plan)
    table = tabulate(problem, scenario_of(problem, plan.scenario)).ranked() if reads_table(plan) else None
    form = form_of(plan)
    if form is None:
        return weigh(problem.tree, None, plan, table)
    people = [judgement for judgement in problem.judgements if judgement.form == form]
    if len(people) > 1:
        return finished(problem.tree, join(problem.tree, people, starting(plan)), plan, table)
    return weigh(problem.tree, people[0] if people else next(iter(problem.judgements), None), plan, table)
