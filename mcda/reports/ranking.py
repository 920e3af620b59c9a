"""The page of one ranking: the answer first, then what it rests on, then what to doubt."""

import itertools
from collections import Counter
from collections.abc import Iterator
from shlex import quote
from typing import TYPE_CHECKING

import numpy as np

from mcda.figures import scenario_of, tabulate
from mcda.language import Lang, Message, Text, number, say
from mcda.methods import method_of, option_said
from mcda.model import BASE, Apart, Breach, Criterion, Direction, Finding, Need, Problem, Ranking, Turning
from mcda.reports.blocks import BREAK, Block, Grid, Head, Line, Page

if TYPE_CHECKING:
    import pandas as pd

CLOSE = 0.001
NAMED = 5
"""Up to so many people are named, or groups of them; more are counted."""


def page(problem: Problem, ranking: Ranking, lang: Lang, case: str = "") -> Page:
    """The whole page. `case` is what the reader typed for the case, if that is not its id."""
    return [
        *head(problem, ranking, lang),
        BREAK,
        places(problem, ranking, lang),
        BREAK,
        *set_apart(problem, ranking, lang),
        weights(problem, ranking, lang),
        BREAK,
        *_consistency(problem, ranking, lang),
        *_rests_on(problem, ranking, lang),
        *findings_below(ranking.findings, lang),
        *(Line(note.text.in_(lang), label=say(lang, "screen.note")) for note in problem.notes if note.always),
        BREAK,
        *contributions(problem, ranking, lang),
        *_next(problem, case or problem.id, lang),
    ]


def head(problem: Problem, ranking: Ranking, lang: Lang) -> Iterator[Block]:
    """Question and answer, with whatever a reader must know before taking it along."""
    yield Line(problem.question.in_(lang))
    yield Line(headline(problem, ranking).in_(lang), "strong")
    counts = {"ranked": len(ranking.ranks), "all": len(problem.alternatives), "apart": len(ranking.apart)}
    parts = [say(lang, "screen.allowed" if ranking.apart else "screen.allowed_all", **counts)]
    if ranking.scenario != BASE or problem.scenarios[BASE].label != Text("base", "基准"):
        parts.append(say(lang, "screen.scenario", scenario=scenario_label(problem, ranking.scenario, lang)))
    yield Line((" " if lang == "en" else "").join(parts))
    yield from _people(problem, ranking, lang)
    yield from told_first(ranking.findings, lang)
    note = problem.scenarios[ranking.scenario].note
    if note:
        yield Line(note.in_(lang), label=say(lang, "screen.note"))


def _people(problem: Problem, ranking: Ranking, lang: Lang) -> Iterator[Block]:
    """Whose judgements were joined, where there are several people."""
    people = ranking.weights.people
    if len(people) < 2:
        return
    groups = Counter({j.who: j.group for j in problem.judgements if j.who in people and j.group}.values())
    camps = tuple(Message("screen.marked", {"label": group, "mark": str(n)}) for group, n in groups.most_common())
    named: tuple[Message | str, ...] = people if len(people) <= NAMED else camps
    code = "screen.weights_of" if 0 < len(named) <= NAMED else "screen.weights_of_many"
    yield Line(say(lang, code, count=len(people), people=named))


FIRST = ("finding.weights_illustration", "finding.placeholders_carry")
"""The findings that stand above every result, not below it."""


def told_first(findings: tuple[Finding, ...], lang: Lang) -> Iterator[Block]:
    """What a reader must know before taking any result along."""
    yield from (Line(_sentence(f, lang), "caution") for f in findings if f.message.code in FIRST)


def scenario_label(problem: Problem, name: str, lang: Lang) -> str:
    """A scenario's label, with a word if it is hypothetical."""
    scenario = problem.scenarios[name]
    label = scenario.label.in_(lang)
    return (
        say(lang, "screen.marked", label=label, mark=say(lang, "screen.hypothetical"))
        if scenario.hypothetical
        else label
    )


def headline(problem: Problem, ranking: Ranking) -> Message:
    """The answer in a sentence: who is first, who comes next, and what can't be told apart in print."""
    order = ranking.order
    first = [i for i in order if ranking.ranks[i] == 1]
    labels = [problem.label(ranking.table.alternatives[i]) for i in order]
    score = score_of(ranking, order[0])
    if len(first) > 1:
        said = Message("screen.first_shared", {"first": tuple(labels[: len(first)]), "score": score})
    elif len(order) == 1:
        said = Message("screen.first", {"first": labels[0], "score": score})
    else:
        rest = tuple(
            Text(f"{labels[k].en} ({score_of(ranking, order[k])})", f"{labels[k].zh}（{score_of(ranking, order[k])}）")
            for k in range(1, min(3, len(order)))
        )
        said = Message("screen.first_then", {"first": labels[0], "score": score, "rest": rest})
    close = _close(problem, ranking)
    if close:
        said = _followed(said, close)
    if any(f.message.code == "finding.placeholders_carry" for f in ranking.findings):
        return Message("screen.illustration", {"headline": said})
    return said


def score_of(ranking: Ranking, i: int) -> str:
    """A score to three decimals, so that a column of them lines up."""
    return f"{float(ranking.scores[i]):.3f}"


def _close(problem: Problem, ranking: Ranking) -> Message | None:
    """A difference among the first three that can't be seen in print."""
    order = ranking.order[:3]
    spread = float(np.ptp(ranking.scores)) or 1.0
    for a, b in itertools.pairwise(order):
        gap = float(ranking.scores[a] - ranking.scores[b])
        if 0 < gap < CLOSE * spread and ranking.ranks[a] != ranking.ranks[b]:
            names = [problem.label(ranking.table.alternatives[i]) for i in (a, b)]
            return Message("screen.close", {"a": names[0], "b": names[1], "gap": number(CLOSE * spread)})
    return None


def _followed(first: Message, then: Message) -> Message:
    return Message("screen.two", {"first": first, "then": then})


def places(problem: Problem, ranking: Ranking, lang: Lang) -> Grid:
    """Ranks, scores and figures; criteria with little leverage give way first when space is short."""
    early = np.argsort(np.argsort(-ranking.effective))
    heads = [
        Head(say(lang, "screen.rank")),
        Head(say(lang, "screen.option"), align="left"),
        Head(say(lang, "screen.score")),
    ]
    heads += [
        Head(c.title.in_(lang), unit_of(c), gives_way=1 + int(early[j])) for j, c in enumerate(ranking.table.criteria)
    ]
    rows = []
    for i in ranking.order:
        name = ranking.table.alternatives[i]
        label = problem.label(name).in_(lang)
        if problem.alternative(name).baseline:
            label = say(lang, "screen.marked", label=label, mark=say(lang, "screen.today"))
        figures = [shown(c, float(ranking.table.shown[i, j])) for j, c in enumerate(ranking.table.criteria)]
        rows.append((f"{ranking.ranks[i]:.0f}", label, score_of(ranking, i), *figures))
    strong = frozenset(k for k, i in enumerate(ranking.order) if ranking.ranks[i] == 1)
    return Grid(tuple(heads), tuple(rows), strong=strong)


def frame(problem: Problem, ranking: Ranking) -> "pd.DataFrame":
    """The ranking, and below it the options set apart: which red lines they break, and which figures are missing."""
    ranked = ranking.to_frame()
    if not ranking.apart:
        return ranked
    names = [apart.alternative for apart in ranking.apart]
    table = tabulate(problem, scenario_of(problem, ranking.scenario)).table
    whole = ranked.astype({"rank": "Int64"}).reindex([*ranked.index, *names])
    whole.loc[names, list(table.names)] = table.shown[[table.alternatives.index(name) for name in names]]
    whole["breaks"] = whole.index.map(
        {a.alternative: "; ".join(b.requirement for b in a.breaches) for a in ranking.apart}
    )
    whole["missing"] = whole.index.map({a.alternative: "; ".join(a.missing) for a in ranking.apart})
    return whole


def better(criterion: Criterion, lang: Lang) -> str:
    """Which way is better, in a word."""
    if criterion.direction is Direction.TARGET:
        return say(lang, "screen.target", target=float(criterion.target or 0))
    return say(lang, "screen.more" if criterion.direction is Direction.MAX else "screen.less")


def unit_of(criterion: Criterion) -> str:
    """The unit as it stands over a column; the levels of an ordinal scale."""
    if criterion.scale.kind is Need.ORDER and criterion.scale.levels:
        return f"{criterion.scale.levels[0].key}–{criterion.scale.levels[-1].key}"
    return "" if criterion.unit == "1" else criterion.unit.partition("@")[0] + _after_year(criterion.unit)


def _after_year(unit: str) -> str:
    """What follows the price year, which is printed once for the page: USD@2020/t → /t."""
    return unit.partition("@")[2][4:] if "@" in unit else ""


def shown(criterion: Criterion, value: float) -> str:
    """A figure as people read it: levels whole, other figures to three digits."""
    if np.isnan(value):
        return "—"
    return f"{value:g}" if criterion.scale.kind is Need.ORDER else number(value)


def set_apart(problem: Problem, ranking: Ranking, lang: Lang) -> Iterator[Block]:
    """The options that are shown and not ranked, each with its reason and where that would turn."""
    for apart in ranking.apart:
        yield Line(_apart(problem, apart, lang), label=say(lang, "screen.apart"))
    if ranking.apart:
        yield BREAK


def _apart(problem: Problem, apart: Apart, lang: Lang) -> str:
    label = problem.label(apart.alternative)
    if not apart.breaches:
        named = tuple(problem.label(name) for name in apart.missing)
        return say(lang, "screen.missing_for", option=label, criteria=named)
    said = [_breach(problem, label, breach, lang) for breach in apart.breaches]
    turnings = apart.breaches[0].turnings if len(apart.breaches) == 1 else ()
    if turnings and apart.rank_if_allowed is not None:
        where = [turning(problem, t, lang) for t in turnings]
        ways = (" or " if lang == "en" else " 或").join(where)
        said.append(say(lang, "screen.would_rank", ways=ways, rank=apart.rank_if_allowed))
    return ("; " if lang == "en" else "；").join(said)


def turning(problem: Problem, t: Turning, lang: Lang) -> str:
    """Where a requirement would be met, in words: `tonnage at most 8.79 Mt/year`."""
    code = "screen.turning_down" if t.downwards else "screen.turning_up"
    return say(lang, code, parameter=problem.label(t.parameter), value=measured(t.value, t.unit))


def _breach(problem: Problem, label: Text, breach: Breach, lang: Lang) -> str:
    requirement = next(r for r in problem.requirements if r.id == breach.requirement)
    code = "screen.breach_above" if requirement.at_most else "screen.breach_below"
    ends = {"figure": measured(breach.figure, breach.unit), "limit": measured(breach.limit, breach.unit)}
    return say(lang, code, option=label, why=requirement.why, **ends)


def measured(value: float, unit: str) -> str:
    """A number with its unit; a calendar year as it is written."""
    if unit == "year" and 1900 < value < 2200:
        return f"{value:.0f}"
    return number(value) if unit in ("", "1") else f"{number(value)} {unit}"


def weights(problem: Problem, ranking: Ranking, lang: Lang) -> Grid:
    """What criteria were said to count, and what they count in this table."""
    heads = (
        Head(say(lang, "screen.criterion"), align="left"),
        Head(say(lang, "screen.better"), align="left"),
        Head(say(lang, "screen.weight")),
        Head(say(lang, "screen.effective")),
        Head("", align="left", gives_way=1),
    )
    rows = []
    for j in np.argsort(-ranking.effective, kind="stable"):
        criterion = ranking.table.criteria[int(j)]
        weight, effective = ranking.weights.of(criterion.id), float(ranking.effective[j])
        said = ""
        if weight and effective > 1.25 * weight:
            said = say(lang, "screen.decides")
        elif effective < 0.8 * weight:
            said = say(lang, "screen.weak")
        rows.append((criterion.title.in_(lang), better(criterion, lang), percent(weight), percent(effective), said))
    return Grid(heads, tuple(rows))


def percent(share: float) -> str:
    """A share in whole per cent, one digit below ten."""
    return f"{100 * share:.0f} %" if share >= 0.0995 else f"{100 * share:.1f} %"


def _consistency(problem: Problem, ranking: Ranking, lang: Lang) -> Iterator[Block]:
    parts = []
    for name, c in ranking.weights.consistency.items():
        branch = problem.label(name)
        if np.isnan(c.ratio):
            limits = {"index": c.geometric_index, "limit": c.geometric_limit}
            parts.append(say(lang, "screen.consistency_incomplete", branch=branch, **limits))
        else:
            ratio = f"{c.ratio:.3f}"
            parts.append(say(lang, "screen.consistency", branch=branch, ratio=ratio, largest=f"{c.lambda_max:.3f}"))
    if parts:
        way = Message(f"finding.way.{problem.plan.priorities}")
        tables = {"alonso_lamata": "Alonso & Lamata", "saaty": "Saaty"}
        parts.append(say(lang, "screen.consistency_how", way=way, table=tables[problem.plan.random_index]))
        yield Line(("; " if lang == "en" else "；").join(parts), label=say(lang, "screen.consistent"))


def _rests_on(problem: Problem, ranking: Ranking, lang: Lang) -> Iterator[Block]:
    held = [(name, share) for name, share in ranking.standing.items() if share > 0]
    parts = tuple(f"{percent(share)} {say(lang, f'screen.standing.{name}')}" for name, share in held)
    code = "screen.rests" if problem.money else "screen.rests_no_money"
    yield Line(say(lang, code, parts=parts, money=problem.money), label=say(lang, "screen.rests_on"))
    method = method_of(ranking.method)
    options = tuple(option_said(name, value) for name, value in ranking.options.items())
    code = "screen.method_is" if options else "screen.plain"
    yield Line(say(lang, code, method=method.title, options=options), label=say(lang, "screen.method"))


def findings_below(findings: tuple[Finding, ...], lang: Lang) -> Iterator[Block]:
    """All other findings: cautions, then remarks."""
    for level, word, tone in (("caution", "screen.doubt", "caution"), ("remark", "screen.remark", "plain")):
        for finding in findings:
            if finding.level == level and finding.message.code not in FIRST:
                yield Line(_sentence(finding, lang), "caution" if tone == "caution" else "plain", say(lang, word))


def _sentence(finding: Finding, lang: Lang) -> str:
    text = finding.text(lang)
    return text[:1].upper() + text[1:] + ("." if lang == "en" else "。")


def contributions(problem: Problem, ranking: Ranking, lang: Lang) -> Iterator[Block]:
    """What each criterion brought, in the method's own sense."""
    if ranking.contributions is None:
        return
    shares = ranking.contribution_kind == "distance"
    early = np.argsort(np.argsort(-ranking.effective))
    heads = [Head(say(lang, "screen.option"), align="left")]
    heads += [Head(c.title.in_(lang), gives_way=1 + int(early[j])) for j, c in enumerate(ranking.table.criteria)]
    rows = []
    for i in ranking.order:
        parts = ranking.contributions[i]
        cells = [f"{100 * part:.0f}" if shares else number(float(part)) for part in parts]
        rows.append((problem.label(ranking.table.alternatives[i]).in_(lang), *cells))
    yield Grid(tuple(heads), tuple(rows), say(lang, f"screen.contributions_{ranking.contribution_kind}"))
    yield BREAK


def _next(problem: Problem, case: str, lang: Lang) -> Iterator[Block]:
    steps = [("explain", "screen.next_explain_what", ""), ("show", "screen.next_show_what", "")]
    if len(problem.scenarios) > 1:
        steps.append(("rank", "screen.next_scenarios_what", " --all-scenarios"))
    for command, what, flags in steps:
        typed = f"mcda {command} {quote(case)}{flags}"
        yield Line(say(lang, "screen.next_line", typed=typed, what=say(lang, what)), "faint", say(lang, "screen.next"))
