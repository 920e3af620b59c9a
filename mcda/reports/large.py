"""The page of a large table: its best options, and what the ranking rests on."""

from mcda.language import Lang, say
from mcda.methods import method_of, option_said
from mcda.model import Problem
from mcda.ranking.large import SHOWN, Leaders
from mcda.reports.blocks import BREAK, Grid, Head, Line, Page
from mcda.reports.ranking import better, findings_below, percent, shown, told_first, unit_of

NAMED = 3
"""How many options a sentence names."""


def page(problem: Problem, result: Leaders, file: str, lang: Lang) -> Page:
    """The whole page."""
    result, counts = result.first(SHOWN), {"count": f"{result.count:,}", "file": file}
    options = tuple(option_said(name, value) for name, value in result.options.items())
    used = "screen.method_is" if options else "screen.plain"
    return [
        Line(problem.question.in_(lang)),
        Line(_headline(result, lang), "strong"),
        Line(say(lang, "screen.large_count", shown=len(result.rows), **counts)),
        *told_first(result.findings, lang),
        BREAK,
        _places(result, problem, lang),
        BREAK,
        _criteria(result, problem, lang),
        BREAK,
        Line(say(lang, used, method=method_of(result.method).title, options=options), label=say(lang, "screen.method")),
        *findings_below(result.findings, lang),
    ]


def _headline(result: Leaders, lang: Lang) -> str:
    names = [str(name) for name in result.names[: NAMED + 1]]
    score = f"{result.scores[0]:.3f}"
    tied = int((result.ranks == 1).sum())
    if tied > 1:
        first = (*names[: min(tied, NAMED)], *(["…"] if tied > NAMED else []))
        return say(lang, "screen.first_shared", first=first, score=score)
    if len(names) == 1:
        return say(lang, "screen.first", first=names[0], score=score)
    rest = tuple(
        say(lang, "screen.first_with", name=name, share=f"{result.scores[k]:.3f}")
        for k, name in enumerate(names[:NAMED])
        if k
    )
    return say(lang, "screen.first_then", first=names[0], score=score, rest=rest)


def _places(result: Leaders, problem: Problem, lang: Lang) -> Grid:
    """The best options with their figures."""
    heads = [
        Head(say(lang, "screen.rank")),
        Head(say(lang, "screen.option"), align="left"),
        Head(say(lang, "screen.score")),
        *(Head(c.title.in_(lang), unit_of(c), gives_way=1 + j) for j, c in enumerate(problem.criteria)),
    ]
    rows = []
    for k, name in enumerate(result.names):
        said = [shown(c, float(figure)) for c, figure in zip(problem.criteria, result.figures[k], strict=True)]
        rows.append((f"{result.ranks[k]:,}", str(name), f"{result.scores[k]:.3f}", *said))
    strong = frozenset(k for k, rank in enumerate(result.ranks) if rank == 1)
    return Grid(tuple(heads), tuple(rows), strong=strong)


def _criteria(result: Leaders, problem: Problem, lang: Lang) -> Grid:
    """What each criterion counts, and over which figures."""
    heads = (
        Head(say(lang, "screen.criterion"), align="left"),
        Head(say(lang, "screen.better"), align="left"),
        Head(say(lang, "screen.weight")),
        Head(say(lang, "screen.effective")),
        Head(say(lang, "screen.smallest")),
        Head(say(lang, "screen.largest")),
        Head(say(lang, "screen.unit"), align="left", gives_way=1),
    )
    rows = []
    for j, c in enumerate(problem.criteria):
        low, high = (shown(c, float(end)) for end in result.ends[:, j])
        shares = percent(result.weights.of(c.id)), percent(float(result.effective[j]))
        rows.append((c.title.in_(lang), better(c, lang), *shares, low, high, unit_of(c)))
    return Grid(heads, tuple(rows))
