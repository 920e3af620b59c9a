"""What must hold across the parts of a case: names that refer, units that fit, figures within what was declared."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from mcda.errors import Fault, MCDAError, Place, unknown
from mcda.expression import Unit, names, parse_unit, unit_of_tree
from mcda.figures import known, tabulate
from mcda.figures.derived import converted, order, units
from mcda.figures.equity import shares
from mcda.figures.requirements import trees
from mcda.files.build import Builder
from mcda.files.check_judgements import figure_faults, judgement_faults, plan_faults
from mcda.model import Column, Criterion, Need, Problem, Scenario, Standing
from mcda.model.paper import CHALLENGES, MECHANISMS, PATHWAYS


def faults(built: Builder, problem: Problem, every_scenario: bool) -> Iterator[Fault]:
    """Every fault that shows when the parts are held together. Figures are only tried where names and units hold:
    those of the plan's scenario, or of every one.
    """
    planned = [*plan_faults(built, problem)]
    found = [
        *planned,
        *_options(built, problem),
        *_names_clash(built, problem),
        *_scenarios(built, problem),
        *judgement_faults(built, problem, not planned),
        *_regions(built, problem),
        *_formulas(problem),
        *_units(built, problem),
        *_levels(built, problem),
    ]
    yield from found
    if not found and not built.faults:
        scenarios = problem.scenarios.values() if every_scenario else [problem.scenarios[problem.plan.scenario]]
        wrong = list(_figures(built, problem, scenarios))
        yield from wrong or figure_faults(built, problem)


def _options(built: Builder, problem: Problem) -> Iterator[Fault]:
    marked = [a.id for a in problem.alternatives if a.baseline]
    if len(marked) > 1:
        yield Fault("baseline_twice", {"names": tuple(marked)}, built.place("alternatives", marked[1]))
    for a in problem.alternatives:
        tags = [("pathway", PATHWAYS, [a.pathway] if a.pathway else [])]
        tags += [("mechanism", MECHANISMS, [*a.mechanisms]), ("challenge", CHALLENGES, [*a.challenges])]
        for kind, vocabulary, used in tags:
            yield from (unknown(kind, tag, tuple(vocabulary), a.place) for tag in used if tag not in vocabulary)


def _names_clash(built: Builder, problem: Problem) -> Iterator[Fault]:
    for name in problem.parameters:
        if name in problem.columns:
            yield Fault("name_clash", {"name": name}, built.place("parameters", name))
    for name in built.case.attributes:
        if name in built.criteria:
            yield Fault("name_clash", {"name": name}, built.place("attributes", name))


def _scenarios(built: Builder, problem: Problem) -> Iterator[Fault]:
    options = tuple(a.id for a in problem.alternatives)
    for name, scenario in problem.scenarios.items():
        path = ("scenarios", name)
        for parameter in scenario.set:
            if parameter not in problem.parameters:
                yield unknown("parameter", parameter, tuple(problem.parameters), built.place(*path, "set", parameter))
        for option, column in scenario.figures:
            place = built.place(*path, "figures", column, option)
            if column not in problem.columns:
                yield unknown("figure", column, tuple(problem.columns), place)
            if option not in options:
                yield unknown("alternative", option, options, place)
        groups = tuple(problem.geography.groups) if problem.geography else ()
        if scenario.region and scenario.region not in groups:
            yield unknown("region", scenario.region, groups, built.place(*path, "region"))


def _regions(built: Builder, problem: Problem) -> Iterator[Fault]:
    geography, computed = problem.geography, [c for c in problem.columns.values() if c.equity]
    if geography is None:
        yield from (Fault("equity_without_regions", {}, column.place) for column in computed)
        return
    for key in ("population", "income"):
        name = getattr(geography, key)
        if name not in geography.indicators:
            yield unknown("indicator", name, tuple(geography.indicators), built.place("regions", key))
    if computed and geography.moved not in problem.parameters:
        yield unknown("parameter", geography.moved, tuple(problem.parameters), built.place("regions", "moved"))
    for spot in geography.spots:
        path = ("regions", "places", spot.id)
        if spot.group not in geography.groups:
            yield unknown("region", spot.group, tuple(geography.groups), built.place(*path, "group"))
        for name in geography.indicators:
            if name not in spot.values:
                yield Fault("indicator_missing", {"place": spot.label, "indicator": name}, built.place(*path, "values"))
        for name in spot.values:
            if name not in geography.indicators:
                yield unknown("indicator", name, tuple(geography.indicators), built.place(*path, "values", name))
    for key in ("population", "income"):
        for spot in geography.spots:
            value = spot.values.get(getattr(geography, key))
            if value is not None and value <= 0:
                said = {"place": spot.label, "indicator": getattr(geography, key), "found": f"{value:g}"}
                yield Fault("indicator_positive", said, built.place("regions", "places", spot.id, "values"))
    moved = problem.parameters.get(geography.moved)
    if computed and moved is not None and not 0 < moved.figure.mode < 1:
        said = {"name": geography.moved, "found": f"{moved.figure.mode:g}"}
        yield Fault("moved_share", said, built.place("parameters", geography.moved))
    for name, indicator in geography.indicators.items():
        try:
            parse_unit(indicator.unit)
        except MCDAError as error:
            yield from error.at(built.place("regions", "indicators", name, "unit")).faults
        if indicator.source and indicator.source not in problem.sources:
            where = built.place("regions", "indicators", name, "source")
            yield unknown("source", indicator.source, tuple(problem.sources), where)
        if indicator.standing.value == "published" and not indicator.source:
            yield Fault("source_missing", {"standing": "published"}, built.place("regions", "indicators", name))
    yield from _incidence(built, problem, bool(computed))


def _incidence(built: Builder, problem: Problem, computed: bool) -> Iterator[Fault]:
    geography = problem.geography
    assert geography is not None
    options = tuple(a.id for a in problem.alternatives)
    for name in geography.incidence:
        if name not in options:
            yield unknown("alternative", name, options, built.place("incidence", name))
    for option in options if computed else ():
        if option not in geography.incidence:
            yield Fault("incidence_missing", {"name": option}, built.place("incidence"))
            continue
        incidence = geography.incidence[option]
        rule = incidence.rule
        if incidence.standing in (Standing.JUDGEMENT, Standing.PLACEHOLDER) and not incidence.whose:
            yield Fault("whose_missing", {"standing": incidence.standing.value}, built.place("incidence", option))
        strange = [used.id for used in names(rule.tree) if used.id not in geography.indicators]
        yield from (unknown("indicator", used, tuple(geography.indicators), rule.place) for used in strange)
        if not strange and all(set(geography.indicators) <= set(spot.values) for spot in geography.spots):
            try:
                unit_of_tree(rule.tree, _indicator_units(problem), rule.text)
                shares(geography, option)
            except MCDAError as error:
                yield from error.at(rule.place).faults


def _indicator_units(problem: Problem) -> dict[str, Unit]:
    assert problem.geography is not None
    return {name: parse_unit(indicator.unit) for name, indicator in problem.geography.indicators.items()}


def _formulas(problem: Problem) -> Iterator[Fault]:
    try:
        units(problem)
    except MCDAError:
        return
    try:
        order(problem)
    except MCDAError as error:
        yield from error.faults
        return
    everything = units(problem)
    for name, column in problem.columns.items():
        if column.formula is not None:
            try:
                converted(column.formula, everything, everything[name])
            except MCDAError as error:
                yield from error.faults
    for requirement in problem.requirements:
        try:
            trees(problem, requirement)
        except MCDAError as error:
            yield from error.at(requirement.place).faults


def _units(built: Builder, problem: Problem) -> Iterator[Fault]:
    """Figures that name a unit of their own."""
    for column in problem.columns.values():
        for figure in column.figures.values():
            if not figure.unit or figure.unit == column.unit:
                continue
            try:
                apart = parse_unit(figure.unit).powers != parse_unit(column.unit or "1").powers
            except MCDAError:
                continue
            if apart:
                yield Fault(
                    "figure_unit", {"unit": figure.unit, "wanted": column.unit, "name": column.id}, figure.place
                )


def _levels(built: Builder, problem: Problem) -> Iterator[Fault]:
    """Figures of ordinal criteria must be levels of the scale, also those for the rest and those of scenarios."""
    for criterion in problem.criteria:
        if criterion.scale.kind is not Need.ORDER:
            continue
        column = problem.columns[criterion.id]
        for figure in (*column.figures.values(), *([column.absent] if column.absent else [])):
            ends = [x for x in (figure.low, figure.mode, figure.high) if x is not None and x == x]
            yield from _no_levels(criterion, ends, figure.place)
        for name, scenario in problem.scenarios.items():
            for (option, column_name), level in scenario.figures.items():
                if column_name == criterion.id:
                    yield from _no_levels(
                        criterion, [level], built.place("scenarios", name, "figures", column_name, option)
                    )


def _no_levels(criterion: Criterion, figures: list[float], place: Place) -> Iterator[Fault]:
    low, high = criterion.scale.levels[0].key, criterion.scale.levels[-1].key
    for figure in figures:
        if not low <= figure <= high or figure != round(figure):
            yield Fault(
                "level_outside", {"found": f"{figure:g}", "low": low, "high": high, "criterion": criterion.id}, place
            )
            return


def _figures(built: Builder, problem: Problem, scenarios: Iterable[Scenario]) -> Iterator[Fault]:
    """Whether scenarios give a table, and every figure lies in its declared range."""
    told: set[tuple[Any, ...]] = set()
    for scenario in scenarios:
        try:
            found = [*_outside(built, problem, scenario), *_tabulated(problem, scenario)]
        except MCDAError as error:
            found = list(error.at(built.place("scenarios", scenario.id)).faults)
        for fault in found:
            key = (fault.code, fault.place, fault.values.get("criterion"), fault.values.get("alternative"))
            if key not in told:
                told.add(key)
                yield fault


def _tabulated(problem: Problem, scenario: Scenario) -> Iterator[Fault]:
    try:
        tabulate(problem, scenario).ranked()
    except MCDAError as error:
        yield from error.faults


def _outside(built: Builder, problem: Problem, scenario: Scenario) -> Iterator[Fault]:
    values = known(problem, scenario)
    for criterion in problem.criteria:
        if criterion.range is None:
            continue
        figures = np.broadcast_to(values[criterion.id], (len(problem.alternatives),))
        low, high = criterion.range
        for i, figure in enumerate(figures):
            if figure < low or figure > high:
                column: Column = problem.columns[criterion.id]
                option = problem.alternatives[i].id
                own = column.figures.get(option)
                place: Place = own.place if own else column.place
                if (option, criterion.id) in scenario.figures:
                    place = built.place("scenarios", scenario.id, "figures", criterion.id, option)
                ends = {"low": f"{low:g}", "high": f"{high:g}"}
                said = {"criterion": criterion.id, "alternative": option, "found": float(figure), **ends}
                yield Fault("range_outside", {**said, "scenario": scenario.label}, place)
