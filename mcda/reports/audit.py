"""The page before any result: what may be counted twice, what each criterion counts, and how criteria correlate."""

from collections.abc import Iterator

from mcda.language import Lang, Message, say
from mcda.model import Problem
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page
from mcda.reports.ranking import findings_below, percent, told_first
from mcda.reports.reversal import either
from mcda.sensitivity.structure import ASK, Pair, Structure, headline

WAYS = ("left_out", "doubled")


def page(problem: Problem, result: Structure, lang: Lang) -> Page:
    """The whole page."""
    return [
        Line(problem.question.in_(lang)),
        *answer(problem, result, lang),
        *told_first(result.findings, lang),
        BREAK,
        *_same_things(problem, result, lang),
        Line(say(lang, "screen.no_reason_is"), label=say(lang, "screen.no_reason")),
        BREAK,
        *_counts(problem, result, lang),
        BREAK,
        *_new_firsts(problem, result, lang),
        _matrix(problem, result, lang),
        BREAK,
        *findings_below(result.findings, lang),
    ]


def answer(problem: Problem, result: Structure, lang: Lang) -> Iterator[Block]:
    """What to ask about, and which criterion carries the order."""
    yield Line(headline(problem, result).in_(lang), "strong")
    parts = [message.in_(lang) for message in _carried(problem, result)]
    if parts:
        yield Line((" " if lang == "en" else "").join(parts))


def _carried(problem: Problem, result: Structure) -> Iterator[Message]:
    most = result.carrying[0]
    if most.moved_without:
        values = {"criterion": problem.label(most.criterion), "moved": most.moved_without}
        values |= {"all": len(result.alternatives)}
        first = most.first_without or ()
        if first == result.first:
            yield Message("screen.carries", values)
        else:
            named = tuple(problem.label(name) for name in first)
            yield Message("screen.carries_first", {**values, "first": named})
    idle: list[object] = [problem.label(w.criterion) for w in result.weighings if w.moved_without == 0]
    if idle:
        yield Message("screen.carries_nothing", {"criteria": either(idle)})


def _same_things(problem: Problem, result: Structure, lang: Lang) -> Iterator[Block]:
    for pair in result.asked:
        said = [message.in_(lang) for message in _said(problem, pair)]
        yield Line(("; " if lang == "en" else "；").join(said), "caution", say(lang, "screen.same_thing"))
    for pair in result.pairs:
        if not pair.asks and (pair.parameters or pair.attributes):
            yield Line(_shared(problem, pair).in_(lang), label=say(lang, "screen.shared_cause"))


def _said(problem: Problem, pair: Pair) -> Iterator[Message]:
    named = {"a": problem.label(pair.a), "b": problem.label(pair.b)}
    if pair.twice:
        yield Message("screen.same_parts", {**named, "parts": tuple(problem.label(part) for part in pair.twice)})
    if pair.correlation is not None and pair.correlation >= ASK:
        yield Message("screen.same_order", {**named, "n": pair.n, "correlation": f"{pair.correlation:.2f}"})
    if pair.parameters or pair.attributes:
        yield _shared(problem, pair)


def _shared(problem: Problem, pair: Pair) -> Message:
    causes = tuple(problem.label(name) for name in (*pair.parameters, *pair.attributes))
    return Message("screen.same_causes", {"a": problem.label(pair.a), "b": problem.label(pair.b), "causes": causes})


def _new_firsts(problem: Problem, result: Structure, lang: Lang) -> Iterator[Block]:
    """Each other first place, with the criteria that bring it about by going or by counting double."""
    found: dict[tuple[str, ...], dict[str, list[object]]] = {}
    for w in result.carrying:
        for how, other in zip(WAYS, (w.first_without, w.first_doubled), strict=True):
            if other is not None and other != result.first:
                found.setdefault(other, {}).setdefault(how, []).append(problem.label(w.criterion))
    for first, ways in found.items():
        said = [
            Message(f"screen.way_{way}", {"names": either(names)}) for way, names in sorted(ways.items(), reverse=True)
        ]
        way = said[0] if len(said) == 1 else Message("screen.way_either", {"way": said[0], "other": said[1]})
        named = tuple(problem.label(name) for name in first)
        yield Line(say(lang, "screen.first_otherwise", first=named, way=way), label=say(lang, "screen.new_first"))
    if found:
        yield BREAK


def _counts(problem: Problem, result: Structure, lang: Lang) -> Iterator[Block]:
    gaps = [
        ("missing", [w.missing for w in result.carrying]),
        ("placeholder", [w.placeholder for w in result.carrying]),
    ]
    shown = [(name, shares) for name, shares in gaps if any(shares)]
    heads = (
        Head(say(lang, "screen.criterion"), align="left"),
        Head(say(lang, "screen.weight")),
        Head(say(lang, "screen.effective")),
        *(Head(say(lang, f"screen.{name}_cells"), gives_way=1) for name, _ in shown),
        Head(say(lang, "screen.moved_without")),
        Head(say(lang, "screen.moved_doubled")),
    )
    rows = []
    for k, w in enumerate(result.carrying):
        cells = [_share(shares[k]) for _, shares in shown]
        moved = ["—" if w.moved_without is None else str(w.moved_without), str(w.moved_doubled)]
        rows.append((problem.label(w.criterion).in_(lang), percent(w.weight), percent(w.effective), *cells, *moved))
    yield Grid(heads, tuple(rows), say(lang, "screen.counts"))
    notes = [say(lang, "screen.moved_note", all=len(result.alternatives))]
    notes.append(say(lang, "screen.cells_note" if shown else "screen.cells_full"))
    yield Line((" " if lang == "en" else "").join(notes), "faint")


def _share(part: float) -> str:
    return "—" if part == 0 else f"{100 * part:.0f} %"


def _matrix(problem: Problem, result: Structure, lang: Lang) -> Grid:
    at = {name: k for k, name in enumerate(result.criteria)}
    found = {frozenset((pair.a, pair.b)): pair.correlation for pair in result.pairs}
    heads = [Head(say(lang, "screen.criterion"), align="left")]
    heads += [Head(str(k + 1)) for k in range(len(at) - 1)]
    rows = []
    for name, k in at.items():
        cells = [_correlation(found[frozenset((name, other))]) for other in result.criteria[:k]]
        blank = [""] * (len(at) - 1 - k)
        rows.append((f"{k + 1:{len(str(len(at)))}} {problem.label(name).in_(lang)}", *cells, *blank)[: len(at)])
    return Grid(tuple(heads), tuple(rows), say(lang, "screen.matrix"), whole=True)


def _correlation(value: float | None) -> str:
    return "—" if value is None else str(round(100 * value))
