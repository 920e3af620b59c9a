"""The page of all methods: whether the first place hangs on the method, then every way to rank side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from mcda.errors import Fault
from mcda.language import Lang, Message, Text, say
from mcda.methods import METHODS, options_of, spelled
from mcda.model import Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.ranking import findings_below, told_first
from mcda.sensitivity.concordance import Concordance, headline


def page(problem: Problem, result: Concordance, lang: Lang) -> Page:
    """The whole page."""
    return [
        Line(problem.question.in_(lang)),
        *answer(problem, result, lang),
        *told_first(result.findings, lang),
        BREAK,
        _ways(problem, result, lang),
        BREAK,
        _places(problem, result, lang),
        BREAK,
        *_counted_once(result, lang),
        *_refused(result, lang),
        Line(say(lang, "screen.coefficients_are"), label=say(lang, "screen.coefficients")),
        *findings_below(result.findings, lang),
    ]


def answer(problem: Problem, result: Concordance, lang: Lang) -> Iterator[Block]:
    """Whether the first place hangs on the method, what that asks of the reader, and which places do."""
    said = headline(problem, result)
    yield Line(said.in_(lang), "strong")
    parts = [say(lang, "screen.choose_why")] if said.code == "screen.first_by_some" else []
    parts += [message.in_(lang) for message in _moves(problem, result)]
    yield Line((" " if lang == "en" else "").join(parts))


def _moves(problem: Problem, result: Concordance) -> Iterator[Message]:
    if not result.moving:
        yield Message("screen.places_fixed")
        return
    places = result.places
    widest = max(result.moving, key=lambda name: places[name][1] - places[name][0])
    ends = {"widest": problem.label(widest), "best": places[widest][0], "worst": places[widest][1]}
    if len(result.moving) == len(places):
        yield Message("screen.places_all_moving", ends)
    else:
        yield Message("screen.places_moving", {"moving": len(result.moving), "all": len(places), **ends})
    top = max(2, len(places) // 3)
    safe = tuple(problem.label(name) for name, (_, worst) in places.items() if worst <= top)
    if safe:
        code = "screen.always_in_one" if len(safe) == 1 else "screen.always_in"
        yield Message(code, {"names": safe, "k": top})


def called(method: str, options: Mapping[str, str]) -> Text:
    """A way to rank in few words: the method's title without what it has in brackets, and in their place its options;
    a number only where it isn't the default.
    """
    title, usual = METHODS[method].title, spelled(options_of(method, {}))
    numbers = [f"{name}={value}" for name, value in options.items() if _number(value) and value != usual[name]]
    words = [value for value in options.values() if not _number(value)]
    en, zh = title.en.partition(" (")[0], title.zh.partition("（")[0]
    if not words and not numbers:
        return Text(en, zh)
    chinese = [say("zh", f"value.{word}") for word in words]
    return Text(f"{en} ({', '.join([*words, *numbers])})", f"{zh}（{'、'.join([*chinese, *numbers])}）")


def _number(value: str) -> bool:
    return value.replace(".", "").isdigit()


def _ways(problem: Problem, result: Concordance, lang: Lang) -> Grid:
    heads = (
        Head(""),
        Head(say(lang, "screen.way"), align="left"),
        Head(say(lang, "screen.puts_first"), align="left"),
        *(Head(symbol, gives_way=k) for k, symbol in enumerate(("τ", "r_w", "WS"))),
    )
    rows = []
    for k, order in enumerate(result.orders):
        members = result.members(k + 1)
        more = f" +{len(members) - 1}" if len(members) > 1 else ""
        name = called(members[0].method, members[0].options).in_(lang) + more
        first = tuple(problem.label(result.alternatives[i]) for i in np.flatnonzero(order == 1))
        cells = [f"{values[0, k]:.2f}" for values in (result.tau, result.weighted, result.similar)]
        rows.append((str(k + 1), name, say(lang, "screen.names", names=first), *cells))
    return Grid(heads, tuple(rows), say(lang, "screen.ways"), strong=frozenset({0}))


def _places(problem: Problem, result: Concordance, lang: Lang) -> Grid:
    heads = [Head(say(lang, "screen.option"), align="left"), Head(say(lang, "screen.span_of_places"))]
    heads += [Head(str(k + 1)) for k in range(len(result.orders))]
    rows = []
    for i in result.order:
        best, worst = result.places[result.alternatives[i]]
        span = str(best) if best == worst else f"{best}–{worst}"
        ranks = [f"{rank:.0f}" for rank in result.orders[:, i]]
        rows.append((problem.label(result.alternatives[i]).in_(lang), span, *ranks))
    return Grid(tuple(heads), tuple(rows), say(lang, "screen.ranks_by_way"), whole=True)


def _counted_once(result: Concordance, lang: Lang) -> Iterator[Block]:
    for family, why in sorted(result.why.items()):
        names = tuple(called(variant.method, variant.options) for variant in result.members(family))
        values = {"number": family, "names": names, "why": Message(why)}
        yield Line(say(lang, "screen.counted_once_is", **values), label=say(lang, "screen.counted_once"))


def _refused(result: Concordance, lang: Lang) -> Iterator[Block]:
    """Those that can't take the figures, together where it is for the same reason."""
    shared: dict[Any, tuple[Fault, list[Text]]] = {}
    for refusal in result.refused:
        for fault in refusal.faults:
            key = fault.code, *sorted((name, str(value)) for name, value in fault.values.items() if name != "method")
            shared.setdefault(key, (fault, []))[1].append(called(refusal.method, refusal.options))
    for fault, names in shared.values():
        together = replace(fault, values={**fault.values, "method": tuple(names)})
        yield Line(together.what(lang), label=say(lang, "screen.not_asked"))
