"""The page of a case: what was asked, of which options, on which figures from which sources, and what the paper names
that the first options leave untouched.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from mcda.errors import with_label
from mcda.figures import known, scenario_of, tabulate
from mcda.figures.equity import shares
from mcda.language import Lang, Message, Text, number, say
from mcda.model import Column, Criterion, Figure, Need, Parameter, Problem, Ranking
from mcda.model.paper import CHALLENGES, MECHANISMS, PATHWAYS
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.ranking import better, measured, scenario_label, shown, told_first, turning, unit_of


def page(problem: Problem, ranking: Ranking, lang: Lang, first: int = 3, figures: bool = False) -> Page:
    """The whole page; with every figure and its source if `figures`."""
    blocks: Page = [
        Line(problem.title.in_(lang), "strong"),
        Line(problem.question.in_(lang)),
        *told_first(ranking.findings, lang),
        BREAK,
        *(Line(note.text.in_(lang), label=say(lang, "screen.note")) for note in problem.notes),
        BREAK,
        _options(problem, lang),
        BREAK,
        *_coverage(problem, ranking, lang, first),
        BREAK,
        _criteria(problem, lang),
        BREAK,
        *_parameters(problem, lang),
        *_scenarios(problem, lang),
        *_requirements(problem, lang),
        *_incidence(problem, lang),
    ]
    if figures:
        blocks += [*_figures(problem, lang)]
    return [*blocks, *_sources(problem, lang)]


def _options(problem: Problem, lang: Lang) -> Grid:
    heads = (
        Head(say(lang, "screen.option"), align="left"),
        Head(say(lang, "screen.pathway"), align="left", gives_way=1),
        Head(say(lang, "screen.paper"), align="left", gives_way=2),
        Head(say(lang, "screen.id"), align="left"),
    )
    rows = []
    for a in problem.alternatives:
        label = a.label.in_(lang)
        label = say(lang, "screen.marked", label=label, mark=say(lang, "screen.today")) if a.baseline else label
        where = say(lang, "screen.addition") if a.addition else a.section
        rows.append((label, PATHWAYS[a.pathway].in_(lang) if a.pathway else "—", where, a.id))
    return Grid(heads, tuple(rows), say(lang, "screen.options"))


def _coverage(problem: Problem, ranking: Ranking, lang: Lang, first: int) -> Iterator[Block]:
    """What the paper says stands in the way, and what it says helps, that none of the first options touches."""
    k = min(first, len(ranking.ranks))
    top = [problem.alternative(ranking.table.alternatives[i]) for i in ranking.order[:k]]
    yield Line(say(lang, "screen.coverage", k=k), "strong")
    untouched = False
    for vocabulary, kind in ((CHALLENGES, "challenges"), (MECHANISMS, "mechanisms")):
        touched = {tag for a in top for tag in getattr(a, kind)}
        left = tuple(text for tag, text in vocabulary.items() if tag not in touched)
        if left:
            untouched = True
            yield Line(say(lang, f"screen.coverage_{kind}", names=left))
    if not untouched:
        yield Line(say(lang, "screen.coverage_none"))


def _criteria(problem: Problem, lang: Lang) -> Grid:
    heads = (
        Head(say(lang, "screen.criterion"), align="left"),
        Head(say(lang, "screen.better"), align="left"),
        Head(say(lang, "screen.unit"), align="left"),
        Head(say(lang, "screen.range"), align="left", gives_way=1),
        Head(say(lang, "screen.id"), align="left"),
    )
    rows: list[tuple[str, ...]] = []
    for branch in problem.tree.branches():
        if branch is not problem.tree:
            rows.append((say(lang, "screen.headed", label=branch.label), "", "", "", branch.id))
        for leaf in branch.children:
            if isinstance(leaf, str):
                c = next(c for c in problem.criteria if c.id == leaf)
                indent = "" if branch is problem.tree else "  "
                ends = f"{c.range[0]:g} – {c.range[1]:g}" if c.range else ""
                unit = unit_of(c) if c.scale.kind is Need.ORDER else c.unit
                rows.append((indent + c.title.in_(lang), better(c, lang), unit, ends, c.id))
    return Grid(heads, tuple(rows), say(lang, "screen.criteria"))


def ends_of(figure: Figure, lang: Lang) -> str:
    """A figure's low and high with what they are."""
    if figure.low is None and figure.high is None:
        return ""
    low, high = (figure.mode if end is None else end for end in (figure.low, figure.high))
    ends = f"{number(low)} – {number(high)}"
    mark = say(lang, f"screen.ends.{figure.ends}") if figure.ends else ""
    return say(lang, "screen.marked", label=ends, mark=mark) if mark else ends


def standing_of(figure: Figure, lang: Lang) -> str:
    """The standing in a word, with a mark if it was not seen in a source."""
    said = say(lang, f"screen.standing.{figure.standing.value}")
    return said if figure.verified else say(lang, "screen.standing.unverified", standing=said)


def origin_of(figure: Figure) -> str:
    """The source's id, or whose judgement it is, with the year."""
    who = figure.source or figure.whose
    return f"{who} {figure.year}" if figure.year else who


def _parameters(problem: Problem, lang: Lang) -> Iterator[Block]:
    if not problem.parameters:
        return
    heads = (
        *_figure_heads(lang, say(lang, "screen.parameter")),
        Head(say(lang, "screen.id"), align="left", gives_way=1),
    )
    rows = tuple((*_parameter(parameter, lang), name) for name, parameter in problem.parameters.items())
    yield Grid(heads, rows, say(lang, "screen.parameters"))
    yield BREAK


def _figure_heads(lang: Lang, what: str) -> tuple[Head, ...]:
    return (
        Head(what, align="left"),
        Head(say(lang, "screen.figure")),
        Head(say(lang, "screen.low_high"), align="left", gives_way=1),
        Head(say(lang, "screen.standing"), align="left"),
        Head(say(lang, "screen.source"), align="left", gives_way=2),
    )


def _parameter(parameter: Parameter, lang: Lang) -> tuple[str, ...]:
    f = parameter.figure
    value = measured(f.mode, f.unit)
    return (parameter.label.in_(lang), value, ends_of(f, lang), standing_of(f, lang), origin_of(f))


def _scenarios(problem: Problem, lang: Lang) -> Iterator[Block]:
    if len(problem.scenarios) < 2:
        return
    yield Line(say(lang, "screen.scenarios"), "strong")
    for scenario in problem.scenarios.values():
        sets = [
            Message("screen.set_to", {"what": problem.label(name), "value": f"{value:g}"})
            for name, value in scenario.set.items()
        ]
        sets += [
            Message("screen.set_of", {"option": problem.label(a), "what": problem.label(c), "value": f"{x:g}"})
            for (a, c), x in scenario.figures.items()
        ]
        said: list[Message | Text] = [*sets]
        if scenario.region and problem.geography:
            said.append(problem.geography.groups[scenario.region])
        label = scenario_label(problem, scenario.id, lang)
        text = say(lang, "screen.scenario_sets", label=label, sets=tuple(said)) if said else label
        yield Line(text, label=scenario.id)
    yield BREAK


def _requirements(problem: Problem, lang: Lang) -> Iterator[Block]:
    for r in problem.requirements:
        sign = "≤" if r.at_most else "≥"
        line = f"{r.figure.text} {sign} {r.limit.text}"
        said = say(lang, "screen.red_line", label=r.label, line=line, why=r.why)
        yield Line(said, label=say(lang, "screen.requirements"))
    tabulated = tabulate(problem, scenario_of(problem, problem.plan.scenario))
    for name, breaches in tabulated.apart.items():
        for breach in breaches:
            label = next(r.label for r in problem.requirements if r.id == breach.requirement)
            ways = (" or " if lang == "en" else " 或").join(turning(problem, t, lang) for t in breach.turnings)
            if ways:
                yield Line(say(lang, "screen.runs_out", label=label, option=problem.label(name), ways=ways))
    if problem.requirements:
        yield BREAK


def _incidence(problem: Problem, lang: Lang) -> Iterator[Block]:
    """What part of each option's incidence falls on each group of places. Description, never ranked."""
    geography = problem.geography
    if geography is None:
        return
    heads = [Head(say(lang, "screen.option"), align="left"), Head(say(lang, "screen.kind"), align="left")]
    heads += [Head(label.in_(lang)) for label in geography.groups.values()]
    heads.append(Head(say(lang, "screen.rule"), align="left", gives_way=1))
    groups = np.array([spot.group for spot in geography.spots])
    rows = []
    for a in problem.alternatives:
        if a.id in geography.incidence:
            incidence = geography.incidence[a.id]
            falls = shares(geography, a.id)
            kind = say(lang, "screen.burden" if incidence.burden else "screen.benefit")
            parts = [f"{100 * falls[groups == group].sum():.1f}" for group in geography.groups]
            rows.append((a.label.in_(lang), kind, *parts, incidence.rule.text))
    yield Grid(tuple(heads), tuple(rows), say(lang, "screen.incidence"))
    if geography.left_out:
        named = tuple(Text(f"{name}: {why.en}", f"{name}：{why.zh}") for name, why in geography.left_out.items())
        yield Line(say(lang, "screen.left_out", names=named), "faint")
    yield BREAK


def _figures(problem: Problem, lang: Lang) -> Iterator[Block]:
    """Every figure with its range, standing and source."""
    values = known(problem, scenario_of(problem, problem.plan.scenario))
    criteria = {c.id: c for c in problem.criteria}
    for column in problem.columns.values():
        criterion = criteria.get(column.id)
        unit = unit_of(criterion) if criterion and criterion.scale.kind is Need.ORDER else column.unit
        title = with_label(column.id, problem.label(column.id)).in_(lang)
        title = f"{title} [{unit}]" if unit not in ("", "1") else title
        if column.formula:
            title += f" = {column.formula.text}"
            column_values = np.broadcast_to(values[column.id], (len(problem.alternatives),))
            heads = (Head(say(lang, "screen.option"), align="left"), Head(say(lang, "screen.figure")))
            rows = tuple(
                (a.label.in_(lang), number(float(column_values[i]))) for i, a in enumerate(problem.alternatives)
            )
            yield Line(title, "strong")
            yield Grid(heads, rows)
        else:
            yield Line(title, "strong")
            listed = tuple(_figure_rows(problem, column, criterion, lang))
            yield Grid(_figure_heads(lang, say(lang, "screen.option")), listed)
        yield BREAK


def _figure_rows(
    problem: Problem, column: Column, criterion: Criterion | None, lang: Lang
) -> Iterator[tuple[str, ...]]:
    for a in problem.alternatives:
        figure = column.figures.get(a.id)
        if figure is None:
            continue
        value = shown(criterion, figure.mode) if criterion else number(figure.mode)
        yield (a.label.in_(lang), value, ends_of(figure, lang), standing_of(figure, lang), origin_of(figure))


def _sources(problem: Problem, lang: Lang) -> Iterator[Block]:
    yield Line(say(lang, "screen.sources"), "strong")
    for source in problem.sources.values():
        licence = f" [{source.licence}]" if source.licence else ""
        where = f" {source.where}" if source.where else ""
        yield Line(f"{source.cite}{licence}{where}", label=source.id)


def data(problem: Problem, ranking: Ranking, first: int) -> dict[str, Any]:
    """Question, options, figures with their provenance, sources and coverage, in plain values."""
    top = [problem.alternative(ranking.table.alternatives[i]) for i in ranking.order[:first]]
    touched = {tag for a in top for tag in (*a.challenges, *a.mechanisms)}
    return {
        "problem": problem.id,
        "fingerprint": ranking.fingerprint,
        "question": vars_of(problem.question),
        "money": problem.money,
        "alternatives": [
            {"id": a.id, "label": vars_of(a.label), "pathway": a.pathway, "section": a.section, "addition": a.addition}
            for a in problem.alternatives
        ],
        "criteria": [{"id": c.id, "direction": c.direction.value, "unit": c.unit} for c in problem.criteria],
        "parameters": {name: _plain(p.figure) for name, p in problem.parameters.items()},
        "figures": {
            column.id: column.formula.text
            if column.formula
            else column.equity or {name: _plain(figure) for name, figure in column.figures.items()}
            for column in problem.columns.values()
        },
        "sources": {s.id: {"cite": s.cite, "where": s.where, "licence": s.licence} for s in problem.sources.values()},
        "untouched_by_the_first": {
            "options": [a.id for a in top],
            "challenges": [tag for tag in CHALLENGES if tag not in touched],
            "mechanisms": [tag for tag in MECHANISMS if tag not in touched],
        },
    }


def vars_of(text: Text) -> dict[str, str]:
    """A text in both languages, as a mapping."""
    return {"en": text.en, "zh": text.zh}


def _plain(figure: Figure) -> dict[str, Any]:
    keys = ("mode", "low", "high", "ends", "unit", "source", "whose", "year", "verified")
    found = {key: getattr(figure, key) for key in keys}
    return {
        "standing": figure.standing.value,
        **{key: value for key, value in found.items() if value not in ("", None)},
    }
