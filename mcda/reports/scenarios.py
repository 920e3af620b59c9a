"""The page of all scenarios: who is first in each and which choice is safe, then ranks, scores and regret."""

from collections.abc import Iterator, Sequence

import numpy as np

from mcda.language import Lang, Message, number, say
from mcda.methods import method_of
from mcda.model import Array, Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.ranking import CLOSE, findings_below, scenario_label, told_first
from mcda.sensitivity.scenarios import Extreme, Scenarios, Worst

NAMED = 2
"""So many scenarios are named where something is reached in several; of more, the first and how many."""


def page(problem: Problem, result: Scenarios, lang: Lang) -> Page:
    """The whole page."""
    scores = "screen.scores_by_scenario" if result.framed else "screen.scores_own"
    several = len(result.scenarios) > 1
    worst: Page = [_worst(problem, result, lang), BREAK] if several else []
    regret: Page = [_grid(problem, result, result.regret, "screen.regret_by_scenario", lang), BREAK]
    how: Page = [Line(say(lang, "screen.safe_how"), label=say(lang, "screen.safe"))] if several else []
    return [
        Line(problem.question.in_(lang)),
        *answer(problem, result, lang),
        *told_first(result.findings, lang),
        BREAK,
        *worst,
        places(problem, result, lang),
        BREAK,
        _grid(problem, result, result.scores, scores, lang),
        BREAK,
        *([*regret, *how] if result.framed else []),
        *findings_below(result.findings, lang),
        *(Line(note.text.in_(lang), label=say(lang, "screen.note")) for note in problem.notes if note.always),
    ]


def answer(problem: Problem, result: Scenarios, lang: Lang) -> Iterator[Block]:
    """Who is first in which scenario, and which choice is safe."""
    firsts: dict[str, list[str]] = {}
    for scenario, row in zip(result.scenarios, result.ranks, strict=True):
        for i in np.flatnonzero(row == 1):
            firsts.setdefault(result.alternatives[i], []).append(scenario_label(problem, scenario, lang))
    if len(firsts) == 1:
        yield Line(say(lang, "screen.every_scenario", first=problem.label(next(iter(firsts)))), "strong")
    else:
        yield Line(say(lang, "screen.changing_first"), "strong")
        for name, where in firsts.items():
            said = Message("screen.first_in", {"first": problem.label(name), "scenarios": tuple(where)})
            yield Line(said.in_(lang), "strong")
    if len(result.scenarios) < 2:
        yield Line(say(lang, "screen.one_scenario"))
        return
    yield from _safe(problem, result, lang)


def _safe(problem: Problem, result: Scenarios, lang: Lang) -> Iterator[Block]:
    """The choice of least regret, the one that is best in the worst case, and the options that can't be either."""
    if not result.framed:
        yield Line(say(lang, "screen.places_only", method=method_of(result.method).title))
        yield from _chosen(problem, result, result.highest_at_worst, "place", "screen.highest_at_worst", lang)
    free = result.framed and any(w.regret and w.regret.value == 0 for w in result.everywhere)
    least = "screen.regret_none" if free else "screen.regret_least"
    yield from _chosen(problem, result, result.minimax_regret, "regret", least, lang)
    yield from _chosen(problem, result, result.maximin, "score", "screen.maximin", lang)
    if not result.everywhere:
        yield Line(say(lang, "screen.no_safe"))
    total = len(result.scenarios)
    some = tuple(
        Message("screen.ranked_of", {"option": problem.label(w.alternative), "ranked": w.ranked, "all": total})
        for w in result.worst
        if 0 < w.ranked < total
    )
    if some:
        yield Line(say(lang, "screen.apart_somewhere", options=some))
    never = tuple(problem.label(w.alternative) for w in result.worst if not w.ranked)
    if never:
        yield Line(say(lang, "screen.apart_everywhere", options=never))


def _chosen(
    problem: Problem, result: Scenarios, names: Sequence[str], of: str, code: str, lang: Lang
) -> Iterator[Block]:
    """One sentence on the options that fare best at worst in some respect."""
    worst = next((w for w in result.worst if names and w.alternative == names[0]), None)
    extreme: Extreme | None = getattr(worst, of, None)
    if extreme is None:
        return
    first = tuple(problem.label(name) for name in names)
    value: float | int = int(extreme.value) if of == "place" else extreme.value
    said = [say(lang, code, first=first, scenarios=_where(problem, extreme, lang), **{of: value})]
    gap = CLOSE * float(np.nanmax(result.scores) - np.nanmin(result.scores))
    apart = {w.alternative: abs(getattr(w, of).value - extreme.value) for w in result.everywhere}
    near = tuple(problem.label(name) for name, size in apart.items() if size < gap and name not in names)
    if near:
        said.append(say(lang, "screen.close", a=first, b=near, gap=gap))
    yield Line((" " if lang == "en" else "").join(said))


def _where(problem: Problem, extreme: Extreme, lang: Lang) -> str:
    """The scenarios where something is reached: by name if they are few."""
    labels = tuple(scenario_label(problem, name, lang) for name in extreme.scenarios)
    if len(labels) <= NAMED:
        return say(lang, "screen.plain", method=labels)
    count = len(labels) - 1 if lang == "en" else len(labels)
    return say(lang, "screen.and_more", first=labels[0], count=count)


def _worst(problem: Problem, result: Scenarios, lang: Lang) -> Grid:
    """How each option fares at worst, the least regret first; options set apart somewhere last."""
    heads = [Head(say(lang, "screen.option"), align="left"), Head(say(lang, "screen.place_at_worst"))]
    if result.framed:
        heads.append(Head(say(lang, "screen.lowest_score")))
        heads.append(Head(say(lang, "screen.largest_regret")))
    heads.append(Head(say(lang, "screen.regret_in"), align="left", gives_way=2))
    heads.append(Head(say(lang, "screen.allowed_in"), gives_way=1))
    total = len(result.scenarios)
    safe = {*result.minimax_regret, *result.maximin, *(() if result.framed else result.highest_at_worst)}
    rows, strong = [], set()
    for worst in sorted(result.worst, key=lambda worst: (-worst.ranked, *_at_worst(worst))):
        ends = [worst.place, worst.score, worst.regret] if result.framed else [worst.place]
        last = ends[-1]
        cells = [problem.label(worst.alternative).in_(lang), f"{worst.place.value:.0f}" if worst.place else "—"]
        cells += [number(end.value) if end else "—" for end in ends[1:]]
        cells.append(_where(problem, last, lang) if last and (last.value or not result.framed) else "—")
        rows.append((*cells, say(lang, "screen.share_of", ranked=worst.ranked, all=total)))
        if worst.alternative in safe:
            strong.add(len(rows) - 1)
    return Grid(tuple(heads), tuple(rows), say(lang, "screen.worst_case"), frozenset(strong))


def _at_worst(worst: Worst) -> list[float]:
    return [end.value if end else np.inf for end in (worst.regret, worst.place)]


def places(problem: Problem, result: Scenarios, lang: Lang) -> Grid:
    """Ranks, an option a row and a scenario a column."""
    return _grid(problem, result, result.ranks, "screen.ranks_by_scenario", lang)


def _grid(problem: Problem, result: Scenarios, values: Array, title: str, lang: Lang) -> Grid:
    heads = [Head(say(lang, "screen.option"), align="left")]
    for k, name in enumerate(result.scenarios):
        heads.append(Head(scenario_label(problem, name, lang), _when_and_where(problem, name, lang), gives_way=k))
    rows = []
    for i in np.lexsort((np.arange(len(result.alternatives)), result.ranks[0])):
        cells = [
            "—" if np.isnan(x) else f"{x:.0f}" if values is result.ranks else number(float(x)) for x in values[:, i]
        ]
        rows.append((problem.label(result.alternatives[i]).in_(lang), *cells))
    return Grid(tuple(heads), tuple(rows), say(lang, title))


def _when_and_where(problem: Problem, name: str, lang: Lang) -> str:
    """The year and the region of a scenario, where its label doesn't name them."""
    scenario, label = problem.scenarios[name], problem.scenarios[name].label.in_(lang)
    region = ""
    if scenario.region and problem.geography is not None:
        region = problem.geography.groups[scenario.region].in_(lang)
    parts = [region, str(scenario.year) if scenario.year is not None else ""]
    return " ".join(part for part in parts if part and part not in label)
