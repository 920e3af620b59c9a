"""The page of all scenarios: who is first in each, then ranks and scores side by side."""

from collections.abc import Iterator

import numpy as np

from mcda.language import Lang, Message, number, say
from mcda.model import Array, Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.ranking import findings_below, scenario_label, told_first
from mcda.sensitivity.scenarios import Scenarios


def page(problem: Problem, result: Scenarios, lang: Lang) -> Page:
    """The whole page."""
    scores = "screen.scores_by_scenario" if result.framed else "screen.scores_own"
    return [
        Line(problem.question.in_(lang)),
        *answer(problem, result, lang),
        *told_first(result.findings, lang),
        BREAK,
        places(problem, result, lang),
        BREAK,
        _grid(problem, result, result.scores, scores, lang),
        BREAK,
        *findings_below(result.findings, lang),
        *(Line(note.text.in_(lang), label=say(lang, "screen.note")) for note in problem.notes if note.always),
    ]


def answer(problem: Problem, result: Scenarios, lang: Lang) -> Iterator[Block]:
    """Who is first in which scenario."""
    firsts: dict[str, list[str]] = {}
    for scenario, row in zip(result.scenarios, result.ranks, strict=True):
        for i in np.flatnonzero(row == 1):
            firsts.setdefault(result.alternatives[i], []).append(scenario_label(problem, scenario, lang))
    if len(firsts) == 1:
        yield Line(say(lang, "screen.every_scenario", first=problem.label(next(iter(firsts)))), "strong")
        return
    yield Line(say(lang, "screen.changing_first"), "strong")
    for name, where in firsts.items():
        said = Message("screen.first_in", {"first": problem.label(name), "scenarios": tuple(where)})
        yield Line(said.in_(lang), "strong")


def places(problem: Problem, result: Scenarios, lang: Lang) -> Grid:
    """Ranks, an option a row and a scenario a column."""
    return _grid(problem, result, result.ranks, "screen.ranks_by_scenario", lang)


def _grid(problem: Problem, result: Scenarios, values: Array, title: str, lang: Lang) -> Grid:
    heads = [Head(say(lang, "screen.option"), align="left")]
    heads += [Head(scenario_label(problem, name, lang), gives_way=k) for k, name in enumerate(result.scenarios)]
    best = np.nanmin(result.ranks, axis=0, initial=np.inf)
    rows = []
    for i in np.lexsort((np.arange(len(best)), result.ranks[0])):
        cells = [
            "—" if np.isnan(x) else f"{x:.0f}" if values is result.ranks else number(float(x)) for x in values[:, i]
        ]
        rows.append((problem.label(result.alternatives[i]).in_(lang), *cells))
    return Grid(tuple(heads), tuple(rows), say(lang, title))
