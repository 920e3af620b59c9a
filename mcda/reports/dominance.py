"""The page of dominance: which options no weights bring first and why, who dominates whom, and weights that do it."""

from collections.abc import Iterator

import numpy as np

from mcda.language import Lang, say
from mcda.model import Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.influence import state
from mcda.reports.ranking import findings_below, percent, told_first
from mcda.sensitivity.dominance import Dominance, Prospect, headline


def page(problem: Problem, result: Dominance, lang: Lang) -> Page:
    """The whole page."""
    counts = {"draws": f"{result.draws:,}", "seed": result.seed}
    return [
        Line(problem.question.in_(lang)),
        Line(headline(problem, result).in_(lang), "strong"),
        *state(problem, lang),
        *told_first(result.findings, lang),
        BREAK,
        *_reasons(problem, result, lang),
        *_dominated(problem, result, lang),
        BREAK,
        *_weights(problem, result, lang),
        BREAK,
        *findings_below(result.findings, lang),
        Line(say(lang, "screen.drawn_for_dominance", **counts), label=say(lang, "screen.draws")),
    ]


def _reasons(problem: Problem, result: Dominance, lang: Lang) -> Iterator[Block]:
    """Why no weights bring an option first."""
    label = say(lang, "screen.never")
    searched = []
    for prospect in result.prospects:
        if prospect.verdict == "never" and prospect.beaten_by:
            yield Line(_reason(problem, prospect, lang), label=label)
        elif prospect.verdict == "never":
            searched.append(problem.label(prospect.alternative))
    if searched:
        yield Line(say(lang, "screen.never_searched", options=tuple(searched)), label=label)


def _reason(problem: Problem, prospect: Prospect, lang: Lang) -> str:
    option = problem.label(prospect.alternative)
    if len(prospect.beaten_by) == 1:
        return say(lang, "screen.never_rival", option=option, rival=problem.label(prospect.beaten_by[0][0]))
    parts = tuple(
        say(lang, "screen.part_of", part=percent(part), rival=problem.label(rival))
        for rival, part in prospect.beaten_by
    )
    return say(lang, "screen.never_mixture", option=option, parts=parts)


def _dominated(problem: Problem, result: Dominance, lang: Lang) -> Iterator[Block]:
    """Who is dominated by whom, at the modes and in the draws of figures."""
    for i, name in enumerate(result.alternatives):
        now = np.flatnonzero(result.now[i])
        if not len(now):
            continue
        option, rivals = problem.label(name), tuple(problem.label(result.alternatives[k]) for k in now)
        said = say(lang, "screen.dominated_now", option=option, rivals=rivals)
        if not np.isnan(result.share[i]).any():
            most = int(np.argmax(result.share[i]))
            sure = tuple(problem.label(rival) for rival in result.always(i)) or problem.label(result.alternatives[most])
            code = "screen.dominated_always" if result.always(i) else "screen.dominated_often"
            often = say(lang, code, rivals=sure, share=_not_all(float(result.share[i, most])))
            said = say(lang, "screen.two_parts", first=said, then=often)
        yield Line(said, label=say(lang, "screen.dominated"))


def _not_all(share: float) -> str:
    """A share in per cent; 100 only for all."""
    return percent(share) if share < 0.995 or share == 1 else f"{min(100 * share, 99.9):.1f} %"


def _weights(problem: Problem, result: Dominance, lang: Lang) -> Iterator[Block]:
    """For each option that can be first how much of all weights brings it there, and one set of weights that does."""
    heads = [Head(say(lang, "screen.option"), align="left"), Head(say(lang, "screen.of_all_weights"))]
    heads += [Head(problem.label(name).in_(lang)) for name in result.criteria]
    rows = []
    for prospect in sorted(result.prospects, key=lambda p: -p.draws):
        if prospect.weights is None:
            continue
        label = problem.label(prospect.alternative).in_(lang)
        if prospect.verdict == "shared":
            label = say(lang, "screen.marked", label=label, mark=say(lang, "screen.in_a_tie"))
        share = f"{100 * prospect.draws:.1f}" if prospect.draws >= 0.0005 else "<0.1"
        rows.append((label, share, *(f"{100 * w:.0f}" for w in prospect.weights)))
    yield Line(say(lang, "screen.weights_to_first"), "strong")
    yield Grid(tuple(heads), tuple(rows), whole=True)
