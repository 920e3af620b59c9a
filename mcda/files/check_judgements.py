"""What must hold of plan and judgements: names that refer, answers that give weights, people who can be joined."""

from collections.abc import Iterator

from mcda.errors import Fault, MCDAError, unknown
from mcda.files.build import Builder
from mcda.group import JOININGS, join, joining_of
from mcda.group.joining import way_of
from mcda.language import Message
from mcda.methods import METHODS
from mcda.methods import options_of as method_options
from mcda.model import Judgement, Need, Plan, Problem
from mcda.pairwise import PRIORITIES, RANDOM_INDEX
from mcda.ranking.weights import weights_of_problem
from mcda.weighting import WEIGHTINGS, form_of, reads_table, starting, weigh
from mcda.weighting import options_of as weighting_options

MOST_SIBLINGS = 9


def plan_faults(built: Builder, problem: Problem) -> Iterator[Fault]:
    """Names in the plan that nothing bears, and options that its method or its weighting hasn't."""
    plan = problem.plan
    choices = [
        ("method", "method", plan.method, tuple(METHODS)),
        ("weighting", "weights", plan.weights, tuple(WEIGHTINGS)),
        ("priorities", "priorities", plan.priorities, tuple(PRIORITIES)),
        ("random_index", "random_index", plan.random_index, tuple(RANDOM_INDEX)),
        ("joining", "group", plan.group, tuple(JOININGS)),
        ("scenario", "scenario", plan.scenario, tuple(problem.scenarios)),
    ]
    wrong = [
        unknown(kind, name, fits, built.place("plan", key)) for kind, key, name, fits in choices if name not in fits
    ]
    yield from wrong
    if wrong:
        return
    try:
        method_options(plan.method, plan.options)
    except MCDAError as error:
        yield from error.at(built.place("plan", "options")).faults
    try:
        weighting_options(plan)
    except MCDAError as error:
        yield from error.at(built.place("plan", "weighting_options")).faults


def judgement_faults(built: Builder, problem: Problem, planned: bool) -> Iterator[Fault]:
    """Faults of each judgement by itself; then, if the plan is sound (`planned`), whether its weighting gets weights
    out of all that it asks for.
    """
    broken = []
    for i, judgement in enumerate(problem.judgements):
        strange = [*_strangers(built, problem, i, judgement), *_statements(built, problem, i, judgement)]
        yield from strange
        yield from _alone(built, problem, i, judgement)
        if strange:
            broken.append(judgement)
    unread = built.lost or any(fault.place.key.startswith("judgements.") for fault in built.faults)
    if planned and not broken and not unread:
        yield from _weighed(built, problem)


def figure_faults(built: Builder, problem: Problem) -> Iterator[Fault]:
    """Whether figures give weights, where the plan takes them from figures."""
    if reads_table(problem.plan):
        try:
            weights_of_problem(problem)
        except MCDAError as error:
            yield from error.at(built.place("plan", "weights")).faults


def _alone(built: Builder, problem: Problem, i: int, judgement: Judgement) -> Iterator[Fault]:
    """Comparisons that stand side by side, ranges in view, and no more siblings than can be compared."""
    branches = list(problem.tree.branches())
    for a, b in judgement.pairs:
        if not any({a, b} <= {*branch.names()} for branch in branches):
            yield Fault("pair_siblings", {"a": a, "b": b}, built.place("judgements", i, "pairs", _key(built, i, a, b)))
    for name, (low, high) in judgement.ranges.items():
        where = built.place("judgements", i, "ranges", name)
        if name not in built.criteria:
            yield unknown("criterion", name, tuple(built.criteria), where)
        if low > high or (low == high and not _alike(problem, name, low)):
            yield Fault("range_order", {"low": f"{low:g}", "high": f"{high:g}"}, where)
    unseen = [
        c.id for c in problem.criteria if c.scale.kind is not Need.ORDER and c.unit and c.id not in judgement.ranges
    ]
    if unseen:
        yield Fault("judgement_ranges", {"criteria": tuple(unseen)}, built.place("judgements", i, "ranges"))
    if judgement.form == "pairs":
        for branch in branches:
            if len(branch.children) > MOST_SIBLINGS:
                yield Fault("siblings", {"branch": branch.label, "count": len(branch.children)}, judgement.place)


def _alike(problem: Problem, name: str, value: float) -> bool:
    """Whether all figures of a criterion are that one: what was in view then has equal ends."""
    figures = problem.columns[name].figures.values() if name in problem.columns else ()
    return bool(figures) and all(figure.mode == value for figure in figures)


def _key(built: Builder, i: int, a: str, b: str) -> str:
    """A comparison as the file writes it."""
    written = built.case.judgements[i].pairs
    return next((key for key in written if [s.strip() for s in key.replace("=", ">").split(">")] == [a, b]), "")


def _strangers(built: Builder, problem: Problem, i: int, judgement: Judgement) -> Iterator[Fault]:
    """Answers about what isn't there."""
    branches = {branch.id: branch for branch in problem.tree.branches()}
    known = tuple(name for branch in branches.values() for name in branch.names())
    named: list[tuple[str, tuple[str | int, ...]]] = []
    for key in ("numbers", "best_to_others", "others_to_worst"):
        named += [(name, (key, name)) for name in getattr(judgement, key)]
    named += [(name, ("order", k)) for k, tied in enumerate(judgement.order) for name in tied]
    for key in ("best", "worst"):
        named += [(name, (key, k)) for k, name in enumerate(getattr(judgement, key))]
    for name, path in named:
        if name not in known:
            yield unknown("criterion", name, known, built.place("judgements", i, *path))
    for name in judgement.cards:
        if name not in branches:
            yield unknown("branch", name, tuple(branches), built.place("judgements", i, "cards", name))


def _statements(built: Builder, problem: Problem, i: int, judgement: Judgement) -> Iterator[Fault]:
    """Statements about weights that can't be read."""
    for k, statement in enumerate(judgement.constraints):
        from mcda.weighting.constrained import constraints_of  # draws, and with them numpy.random

        try:
            constraints_of(problem.tree, [statement])
        except MCDAError as error:
            yield from error.at(built.place("judgements", i, "constraints", k)).faults


def _weighed(built: Builder, problem: Problem) -> Iterator[Fault]:
    """Whether the plan's weighting gets weights out of every judgement that it asks for, and out of all together."""
    plan, form = starting(problem.plan), form_of(problem.plan)
    if form is None:
        return
    used = [judgement for judgement in problem.judgements if judgement.form == form]
    if not used:
        used = list(problem.judgements[:1])
        if not used:
            values = {"weighting": plan.weights, "form": Message(f"form.{form}"), "given": Message("form.none")}
            yield Fault("judgement_form", values, built.place("plan", "weights"))
            return
    alone = [] if len(used) > 1 and joining_of(way_of(plan, form)).partial else list(_each(problem, used, plan))
    yield from alone
    if len(used) > 1 and not alone:
        try:
            join(problem.tree, used, plan)
        except MCDAError as error:
            yield from error.at(built.place("judgements")).faults


def _each(problem: Problem, used: list[Judgement], plan: Plan) -> Iterator[Fault]:
    """Whether each judgement gives weights by itself."""
    for judgement in used:
        try:
            weigh(problem.tree, judgement, plan)
        except MCDAError as error:
            yield from error.at(judgement.place).faults
