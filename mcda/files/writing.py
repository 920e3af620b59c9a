"""Model → text: a problem as a case file, from which `load` reads the same problem again."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from mcda.expression import Number
from mcda.files.build_judgements import BLANK
from mcda.files.catalogue import MEASURED, SCALE_KINDS, Catalogue, entry
from mcda.files.yaml import Flow, dumped
from mcda.language import Text
from mcda.model import (
    BASE,
    Branch,
    Column,
    Criterion,
    Figure,
    Formula,
    Geography,
    Judgement,
    Missing,
    Need,
    Plan,
    Problem,
    Requirement,
    Scenario,
)
from mcda.model.judgement import Deck

PROVENANCE = ("standing", "source", "derivation", "whose", "year", "ends", "verified", "moves_with")
_SPELLED = {"derivation": "from"}
_KINDS = {need: name for name, need in SCALE_KINDS.items()}


def text_of(problem: Problem, catalogue: Catalogue | None = None) -> str:
    """The case file of a problem, whose ids must be such that a case file can hold them. A criterion that the catalogue
    doesn't have, or has otherwise, is defined in the file itself.
    """
    return dumped(tree_of(problem, catalogue or Catalogue()))


_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")


def holds(problem: Problem) -> bool:
    """Whether a case file can hold a problem: the names in a DataFrame need not be ids."""
    options = [alternative.id for alternative in problem.alternatives]
    return all(_ID.fullmatch(name) for name in (*options, *problem.columns, *problem.parameters))


def tree_of(problem: Problem, catalogue: Catalogue) -> dict[str, Any]:
    """The case file as mappings, lists, texts and numbers, in the order in which it is written."""
    attributes = [column for name, column in problem.columns.items() if name not in problem.tree.leaves()]
    return _filled(
        id=problem.id,
        title=_words(problem.title),
        question=_words(problem.question),
        money=problem.money,
        notes=[_filled(en=n.text.en, zh=n.text.zh, always=n.always or None) for n in problem.notes],
        sources={
            s.id: _filled(cite=s.cite, where=s.where, licence=s.licence, seen=s.seen) for s in _of(problem.sources)
        },
        parameters={
            p.id: {"label": _words(p.label), "unit": p.figure.unit, **_figure(p.figure, PROVENANCE)}
            for p in _of(problem.parameters)
        },
        attributes={column.id: _column(column) for column in attributes},
        criteria=_knots(problem, problem.tree, catalogue),
        alternatives={
            a.id: _filled(
                label=_words(a.label),
                about=_maybe(a.about),
                pathway=a.pathway,
                mechanisms=Flow(a.mechanisms),
                challenges=Flow(a.challenges),
                section=a.section,
                addition=a.addition or None,
                baseline=a.baseline or None,
            )
            for a in problem.alternatives
        },
        requirements={r.id: _requirement(r) for r in problem.requirements},
        scenarios={s.id: _scenario(s) for s in _of(problem.scenarios) if s != Scenario()},
        **(_regions(problem.geography) if problem.geography else {}),
        judgements=[_judgement(judgement) for judgement in problem.judgements],
        plan=_differing(problem.plan, Plan()),
    )


def _of(mapping: Mapping[str, Any]) -> Iterable[Any]:
    return mapping.values()


def _filled(**parts: Any) -> dict[str, Any]:
    """The parts that say something; a number says something though it be 0."""
    empty = (None, "")
    return {
        name: part
        for name, part in parts.items()
        if part not in empty and (part or not isinstance(part, list | dict | Flow))
    }


def _differing(value: Any, usual: Any) -> dict[str, Any]:
    """The fields of a frozen value that are not as usual."""
    named = {name: getattr(value, name) for name in value.__dataclass_fields__}
    return {
        name: dict(part) if isinstance(part, Mapping) else part
        for name, part in named.items()
        if part != getattr(usual, name)
    }


def _words(words: Text) -> Any:
    return words.en if words.en == words.zh else {"en": words.en, "zh": words.zh}


def _maybe(words: Text | None) -> Any:
    return None if words is None else _words(words)


def _number(number: float) -> float:
    """A number as one would write it: 5 and not 5.0."""
    return int(number) if float(number).is_integer() and abs(number) < 1e15 else float(number)


def _formula(formula: Formula) -> Any:
    return _number(formula.tree.value) if isinstance(formula.tree, Number) else formula.text


def _knots(problem: Problem, branch: Branch, catalogue: Catalogue) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for child in branch.children:
        if isinstance(child, Branch):
            found[child.id] = {"label": _words(child.label), "criteria": _knots(problem, child, catalogue)}
        else:
            criterion = next(c for c in problem.criteria if c.id == child)
            found[child] = _leaf(criterion, problem.columns[child], catalogue)
    return found


def _leaf(c: Criterion, column: Column, catalogue: Catalogue) -> dict[str, Any]:
    t, v = c.thresholds, c.value
    levels = {str(level.key): _number(level.value) for level in c.scale.levels if level.value is not None}
    return _filled(
        **_naming(c, column, catalogue),
        unit=c.unit,
        range=Flow(map(_number, c.range or ())),
        target=None if c.target is None else _number(c.target),
        missing="" if column.missing is Missing.REFUSE else column.missing.value,
        levels=Flow(levels),
        thresholds=Flow(_filled(indifference=t.indifference, preference=t.preference, veto=t.veto)) if t else None,
        value=_filled(points=[Flow(map(_number, p)) for p in v.points], curvature=v.curvature) if v else None,
        **{key: part for key, part in _column(column).items() if key not in ("label", "unit")},
    )


def _naming(c: Criterion, column: Column, catalogue: Catalogue) -> dict[str, Any]:
    """What the case says beside the catalogue: a name or a scale of its own, or the whole definition."""
    files = catalogue.files()
    known = entry(*files[c.id]) if c.id in files else None
    keys = tuple((level.key, level.label) for level in c.scale.levels)
    if known and (known.definition, known.challenge, known.section) == (c.definition, c.challenge, c.section):
        if column.pairs:
            return _filled(label=None if c.title == known.title else _words(c.title))
        scale = known.scales.get(c.scale.id)
        same = scale and scale.kind is c.scale.kind and keys == tuple((x.key, x.label) for x in scale.levels)
        if same and known.direction is c.direction:
            usual = next(iter(known.scales)) == c.scale.id
            return _filled(label=None if c.title == known.title else _words(c.title), scale="" if usual else c.scale.id)
    own = _filled(
        direction=c.direction.value,
        definition=_maybe(c.definition),
        kind="" if c.scale.kind is Need.RATIO else _KINDS[c.scale.kind],
        levels={str(key): _words(label) for key, label in keys},
        challenge=c.challenge,
        section=c.section,
    )
    return _filled(label=_words(c.title), own=own, scale="" if c.scale.id == MEASURED else c.scale.id)


def _column(column: Column) -> dict[str, Any]:
    figures = [*column.figures.values()]
    shared = _provenance(column.absent, PROVENANCE) if column.absent else _common(figures)
    own = {name: _figure(figure, PROVENANCE, shared) for name, figure in column.figures.items()}
    return _filled(
        label=_words(column.label),
        unit=column.unit,
        note=_maybe(column.note),
        formula=_formula(column.formula) if column.formula else None,
        equity=column.equity,
        pairs={f"{a} > {b}": _number(value) for (a, b), value in column.pairs.items()},
        **shared,
        values={name: f["value"] if [*f] == ["value"] else Flow(f) for name, f in own.items()},
    ) | ({"absent": _number(column.absent.mode)} if column.absent else {})


def _provenance(figure: Figure, keys: Iterable[str]) -> dict[str, Any]:
    said = {key: getattr(figure, key) for key in keys}
    said = {key: value.value if isinstance(value, Enum) else value for key, value in said.items()}
    said = {key: _words(value) if isinstance(value, Text) else value for key, value in said.items()}
    verified = said.pop("verified", True)
    said = {_SPELLED.get(key, key): value for key, value in said.items() if value not in ("", None)}
    return said if verified else {**said, "verified": False}


def _common(figures: list[Figure]) -> dict[str, Any]:
    """What may stand once over a column: the commonest of what every figure says."""
    said = [_provenance(figure, PROVENANCE) for figure in figures]
    keys = [key for key in (said[0] if said else {}) if all(key in one for one in said)]
    values = {key: [one[key] for one in said] for key in keys}
    return {key: max(found, key=found.count) for key, found in values.items()}


def _figure(figure: Figure, keys: Iterable[str], shared: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A figure, less what is said over its column."""
    ends = {"low": figure.low, "mode": figure.mode, "high": figure.high}
    ranged = figure.low is not None or figure.high is not None
    numbers = {key: _number(end) for key, end in ends.items() if end is not None} if ranged else None
    said = {key: value for key, value in _provenance(figure, keys).items() if (shared or {}).get(key) != value}
    unit = figure.unit if shared is not None else ""
    return (numbers or {"value": _number(figure.mode)}) | _filled(unit=unit) | said | _filled(note=_maybe(figure.note))


def _requirement(r: Requirement) -> dict[str, Any]:
    side = "at_most" if r.at_most else "at_least"
    figure = _formula(r.figure)
    return {"label": _words(r.label), "figure": str(figure), side: _formula(r.limit), "why": _words(r.why)}


def _scenario(s: Scenario) -> dict[str, Any]:
    figures: dict[str, dict[str, float]] = {}
    for (option, column), value in s.figures.items():
        figures.setdefault(column, {})[option] = _number(value)
    return _filled(
        label=_words(s.label) if s.label != Text.same(s.id) or s.id == BASE else None,
        set={name: _number(value) for name, value in s.set.items()},
        figures=figures,
        year=s.year,
        intervention=s.intervention,
        region=s.region,
        hypothetical=s.hypothetical or None,
        note=_maybe(s.note),
    )


def _regions(g: Geography) -> dict[str, Any]:
    return {
        "regions": _filled(
            groups={name: {"label": _words(label)} for name, label in g.groups.items()},
            population=g.population,
            income=g.income,
            moved=g.moved,
            indicators={
                i.id: _filled(unit=i.unit, year=i.year, source=i.source, standing=i.standing.value)
                for i in g.indicators.values()
            },
            left_out={name: {"en": why.en, "zh": why.zh} for name, why in g.left_out.items()},
            places={
                spot.id: {
                    "label": _words(spot.label),
                    "group": spot.group,
                    "values": Flow({name: _number(value) for name, value in spot.values.items()}),
                }
                for spot in g.spots
            },
        ),
        "incidence": {
            name: _filled(
                kind="burden" if i.burden else "benefit",
                rule=i.rule.text,
                standing=i.standing.value,
                whose=i.whose,
                why=_maybe(i.why),
            )
            for name, i in g.incidence.items()
        },
    }


def _judgement(j: Judgement) -> dict[str, Any]:
    return _filled(
        who=j.who,
        form=j.form,
        standing=j.standing.value,
        group=j.group,
        ranges={name: Flow(map(_number, ends)) for name, ends in j.ranges.items()},
        why=_maybe(j.why),
        pairs={f"{a} > {b}": _number(value) for (a, b), value in j.pairs.items()},
        numbers={name: _number(value) for name, value in j.numbers.items()},
        order=_piles(j.order),
        best=[*j.best],
        worst=[*j.worst],
        best_to_others={name: _number(value) for name, value in j.best_to_others.items()},
        others_to_worst={name: _number(value) for name, value in j.others_to_worst.items()},
        cards={branch: _deck(deck) for branch, deck in j.cards.items()},
        constraints=[*j.constraints],
    )


def _piles(order: Iterable[tuple[str, ...]]) -> list[Any]:
    return [pile[0] if len(pile) == 1 else Flow(pile) if pile else BLANK for pile in order]


def _deck(deck: Deck) -> dict[str, Any]:
    return {"order": _piles(deck.order), "ratio": _number(deck.ratio)}
