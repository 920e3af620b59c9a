"""The page of every step: figures that follow from others, judgements, weights, and each step of the method."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.errors import with_label
from mcda.expression import Step, formula, names, steps
from mcda.figures import scenario_of, tabulate
from mcda.language import Lang, number, say
from mcda.methods import method_of, written
from mcda.model import Need, Problem, Ranking
from mcda.ranking import aligned, frame_of, settled
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.judgements import judgements
from mcda.reports.ranking import head, shown, unit_of

if TYPE_CHECKING:
    import pandas as pd


def page(problem: Problem, ranking: Ranking, lang: Lang) -> Page:
    """The whole page."""
    return [
        *head(problem, ranking, lang),
        BREAK,
        *_derived(problem, lang),
        *judgements(problem, ranking.weights, lang),
        *_weights(problem, ranking, lang),
        *_figures(problem, ranking, lang),
        *_method(problem, ranking, lang),
    ]


def _derived(problem: Problem, lang: Lang) -> Iterator[Block]:
    """The formulas of the case with their values for every option."""
    values = tabulate(problem, scenario_of(problem, problem.plan.scenario)).values
    computed = [column for column in problem.columns.values() if column.formula or column.equity]
    if not computed:
        return
    yield Line(say(lang, "screen.derived"), "strong")
    told: set[str] = set()
    for column in computed:
        unit = "" if column.unit in ("", "1") else f" [{column.unit}]"
        written = column.formula.text if column.formula else column.equity
        yield Line(f"{column.label.in_(lang)}{unit} = {written}")
        used = dict.fromkeys(name.id for name in names(column.formula.tree)) if column.formula else {}
        new = tuple(with_label(name, problem.label(name)) for name in used if name not in told)
        told |= used.keys()
        if new:
            yield Line(say(lang, "screen.with_names", names=new), "faint", indent=3)
        if column.equity and problem.geography:
            yield Line(say(lang, "screen.equity", count=len(problem.geography.spots)), "faint")
    yield BREAK
    heads = [Head(say(lang, "screen.option"), align="left")]
    heads += [Head(c.label.in_(lang)) for c in computed]
    cells = [np.broadcast_to(values[c.id], (len(problem.alternatives),)) for c in computed]
    rows = [
        (a.label.in_(lang), *(number(float(column[i])) for column in cells)) for i, a in enumerate(problem.alternatives)
    ]
    yield Grid(tuple(heads), tuple(rows), whole=True)
    yield BREAK


def _weights(problem: Problem, ranking: Ranking, lang: Lang) -> Iterator[Block]:
    heads = [Head(say(lang, "screen.criterion"), align="left"), Head(say(lang, "screen.weight"))]
    rows = [(c.title.in_(lang), f"{ranking.weights.of(c.id):.4f}") for c in ranking.table.criteria]
    yield Grid(tuple(heads), tuple(rows), say(lang, "screen.global_weights"))
    yield BREAK


def _figures(problem: Problem, ranking: Ranking, lang: Lang) -> Iterator[Block]:
    """Figures as the method takes them, where that isn't how people read them: levels counted."""
    table = ranking.table
    counted = [j for j, c in enumerate(table.criteria) if c.scale.kind is Need.ORDER]
    if not counted:
        return
    heads = [Head(say(lang, "screen.option"), align="left")]
    heads += [Head(table.criteria[j].title.in_(lang), unit_of(table.criteria[j])) for j in counted]
    rows = []
    for i in ranking.order:
        cells = [
            f"{shown(table.criteria[j], float(table.shown[i, j]))} → {number(float(table.values[i, j]))}"
            for j in counted
        ]
        rows.append((problem.label(table.alternatives[i]).in_(lang), *cells))
    yield Grid(tuple(heads), tuple(rows), say(lang, "screen.figures_in"), whole=True)
    yield BREAK


def _method(problem: Problem, ranking: Ranking, lang: Lang) -> Iterator[Block]:
    method = method_of(ranking.method)
    yield Line(f"{method.title.in_(lang)} — {method.source}", "strong")
    kept = _kept(problem, ranking)
    if not kept:
        yield Line(say(lang, "screen.no_steps", method=method.title))
        return
    formulas = _formulas(problem, ranking)
    for step in kept:
        yield from _step(problem, ranking, step, formulas.get(step.symbol, ""), lang)


def _kept(problem: Problem, ranking: Ranking) -> list[Step]:
    """The steps of the method on this table."""
    method, options = settled(problem, ranking.method, ranking.options)
    table = ranking.table
    with steps() as kept:
        framed = frame_of(problem, method, options, table)
        method.score(table.values, table.gain, aligned(ranking.weights, table), framed, options)
    return kept


def _formulas(problem: Problem, ranking: Ranking) -> dict[str, str]:
    """The formula of each step, from the definition itself."""
    method, options = settled(problem, ranking.method, ranking.options)
    return {step.symbol: formula(step.value) for step in written(method, options)} if method.traced else {}


def _step(problem: Problem, ranking: Ranking, step: Step, written: str, lang: Lang) -> Iterator[Block]:
    table, values = ranking.table, np.asarray(step.value)
    title = f"{step.symbol} = {written}" if written and written != step.symbol else step.symbol
    per_option, per_criterion = values.shape[-2] > 1, values.shape[-1] > 1
    heads = [Head(say(lang, "screen.option") if per_option else "", align="left")]
    if per_criterion:
        heads += [Head(c.title.in_(lang)) for c in table.criteria]
    else:
        heads += [Head(step.symbol)]
    rows = []
    for i in ranking.order if per_option else [0]:
        label = problem.label(table.alternatives[i]).in_(lang) if per_option else step.symbol
        rows.append((label, *(number(float(x)) for x in values[..., i, :].reshape(-1))))
    yield Line(say(lang, "screen.step_is", what=step.title, formula=title))
    yield Grid(tuple(heads), tuple(rows), whole=True)
    yield BREAK


def data(problem: Problem, ranking: Ranking) -> dict[str, Any]:
    """The ranking with every derived figure and every step, in plain values."""
    values = tabulate(problem, scenario_of(problem, problem.plan.scenario)).values
    options = [a.id for a in problem.alternatives]
    derived = {
        column.id: {
            "unit": column.unit,
            "formula": column.formula.text if column.formula else column.equity,
            "values": dict(zip(options, np.broadcast_to(values[column.id], (len(options),)).tolist(), strict=True)),
        }
        for column in problem.columns.values()
        if column.formula or column.equity
    }
    formulas = _formulas(problem, ranking)
    kept = [
        {
            "symbol": s.symbol,
            "title": s.title.en,
            "formula": formulas.get(s.symbol, ""),
            "values": np.asarray(s.value).tolist(),
        }
        for s in _kept(problem, ranking)
    ]
    return {**ranking.to_dict(), "derived": derived, "alternatives": list(ranking.table.alternatives), "steps": kept}


def frame(problem: Problem, ranking: Ranking) -> "pd.DataFrame":
    """The steps in long form: step, alternative, criterion, value."""
    import pandas as pd

    rows = []
    for s in _kept(problem, ranking):
        array = np.asarray(s.value)
        for i, line in enumerate(array):
            for j, value in enumerate(line):
                option = ranking.table.alternatives[i] if array.shape[0] > 1 else ""
                criterion = ranking.table.names[j] if array.shape[1] > 1 else ""
                rows.append((s.symbol, option, criterion, float(value)))
    return pd.DataFrame(rows, columns=["step", "alternative", "criterion", "value"]).set_index("step")
