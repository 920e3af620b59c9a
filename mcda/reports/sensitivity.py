"""The page of all questions: answered in words first, tables after."""

from collections.abc import Iterator

from mcda.analysis import Analysis
from mcda.language import Lang, number, say
from mcda.model import Finding, Problem
from mcda.reports import breakeven, robustness, scenarios, stability
from mcda.reports.blocks import BREAK, Block, Line, Page
from mcda.reports.ranking import findings_below, headline, measured, percent, told_first
from mcda.sensitivity.robustness import headline as robust_headline
from mcda.sensitivity.thresholds import Threshold

WORTH = 0.01
"""A driver that changes the first place in fewer draws is not worth a sentence."""


def page(problem: Problem, result: Analysis, lang: Lang) -> Page:
    """The whole page."""
    return [
        Line(problem.question.in_(lang)),
        *told_first(result.ranking.findings, lang),
        BREAK,
        *_words(problem, result, lang),
        BREAK,
        stability.table(problem, result.stability, lang),
        BREAK,
        robustness.places(problem, result.figures or result.both, lang),
        BREAK,
        *robustness.ledger(result.figures or result.both, lang),
        *_scenarios(problem, result, lang),
        *findings_below(result.ranking.findings, lang),
        *(findings_below(_of_scenarios(result), lang)),
        *(Line(note.text.in_(lang), label=say(lang, "screen.note")) for note in problem.notes if note.always),
        Line(say(lang, "screen.seed_is", seed=result.both.seed), label=say(lang, "screen.seed")),
    ]


def _scenarios(problem: Problem, result: Analysis, lang: Lang) -> Iterator[Block]:
    if result.scenarios is not None:
        yield scenarios.places(problem, result.scenarios, lang)
        yield BREAK


def _of_scenarios(result: Analysis) -> tuple[Finding, ...]:
    """What is said of scenarios alone: that their one frame orders otherwise than each of their own."""
    known = {finding.message.code for finding in result.ranking.findings}
    found = result.scenarios.findings if result.scenarios else ()
    return tuple(finding for finding in found if finding.message.code not in known)


def _words(problem: Problem, result: Analysis, lang: Lang) -> Iterator[Block]:
    yield from _asked("first", [headline(problem, result.ranking).in_(lang)], lang)
    if result.figures is not None:
        yield from _asked("figures", [robust_headline(problem, result.figures).in_(lang)], lang)
        yield from _asked("driver", [_driver(result, lang)], lang)
    within = [robustness.drawn(problem, result.both, lang)] if result.both.known else []
    yield from _asked("weights", [robust_headline(problem, result.both).in_(lang), *within], lang)
    yield from _asked("weight", _texts(stability.answer(problem, result.stability, lang)), lang)
    prices = [_price(problem, t, lang) for t in _worth_saying(problem, result)]
    if prices:
        yield from _asked("price", prices, lang)
    if result.scenarios is not None:
        yield from _asked("scenarios", _texts(scenarios.answer(problem, result.scenarios, lang)), lang)
    if result.runner_up is not None:
        yield from _asked("next", [], lang)
        yield from breakeven.answer(problem, result.runner_up, lang)


def _texts(blocks: Iterator[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Line)]


def _asked(question: str, answers: list[str], lang: Lang) -> Iterator[Block]:
    yield Line(say(lang, f"screen.q_{question}"), "strong")
    for answer in answers:
        yield Line(answer, label=" ")


def _driver(result: Analysis, lang: Lang) -> str:
    found = result.figures.ledger if result.figures else ()
    if not found or found[0].flips < WORTH:
        return say(lang, "screen.driver_none")
    entry = found[0]
    return say(lang, "screen.driver_most", driver=entry.label, base=number(entry.base), share=percent(entry.flips))


def _worth_saying(problem: Problem, result: Analysis) -> list[Threshold]:
    """Parameters at which the first place changes, then those that scenarios move although it doesn't."""
    moved = {name for scenario in problem.scenarios.values() for name in scenario.set}
    doubtful = [t for t in result.thresholds.thresholds if t.closest and (t.stated or t.parameter in moved)]
    changing = [t for t in doubtful if not t.firm]
    return sorted(changing, key=lambda t: not t.doubtful) + [t for t in doubtful if t.firm and t.parameter in moved]


def _price(problem: Problem, t: Threshold, lang: Lang) -> str:
    ends = {"low": measured(t.looked[0], t.unit), "high": measured(t.looked[1], t.unit)}
    assert t.closest is not None
    if t.firm:
        rival, at, behind = t.closest
        near = {"rival": problem.label(rival), "value": measured(at, t.unit), "behind": number(behind)}
        return say(lang, "screen.price_firm", parameter=t.label, **ends, **near)
    down = bool(t.below) and (not t.above or t.now - t.holds[0] <= t.holds[1] - t.now)
    first = tuple(problem.label(name) for name in (t.below if down else t.above))
    values = {"value": measured(t.holds[0 if down else 1], t.unit), "now": measured(t.now, t.unit)}
    said = say(lang, "screen.price_below" if down else "screen.price_above", parameter=t.label, first=first, **values)
    if t.stated is None:
        return said
    stated = {"low": number(t.stated[0]), "high": number(t.stated[1])}
    inside = t.stated[0] <= t.holds[0 if down else 1] <= t.stated[1]
    return say(lang, "screen.price_inside" if inside else "screen.price_outside", said=said, **stated)
