"""Pages that list what there is: cases, criteria, methods."""

from collections.abc import Iterable

from mcda.expression import spoken_kinds
from mcda.files.catalogue import Catalogue, Entry
from mcda.language import Lang, Text, say
from mcda.methods import METHODS
from mcda.model import Direction, Need
from mcda.model.paper import CONCERNS
from mcda.reports.blocks import BREAK, Grid, Head, Line, Page
from mcda.weighting import WEIGHTINGS


def cases(found: Iterable[tuple[str, Text, Text]], lang: Lang) -> Page:
    """Shipped cases: name, title, question."""
    page: Page = []
    for name, title, question in found:
        page += [Line(title.in_(lang), "strong", name), Line(question.in_(lang), label=" ")]
    return page


def criteria(catalogue: Catalogue, lang: Lang) -> Page:
    """All criteria of the catalogue by theme."""
    heads = (
        Head(say(lang, "screen.theme"), align="left"),
        Head("id", align="left"),
        Head(say(lang, "screen.criterion"), align="left"),
        Head(say(lang, "screen.better"), align="left"),
        Head(say(lang, "screen.section"), align="left"),
    )
    rows = tuple((e.theme, e.id, e.title.in_(lang), _better(e, lang), e.section) for e in catalogue)
    return [Grid(heads, rows, say(lang, "screen.criteria"), whole=True)]


def _better(e: Entry, lang: Lang) -> str:
    if e.direction is Direction.TARGET:
        return say(lang, "screen.target", target="…")
    return say(lang, "screen.more" if e.direction is Direction.MAX else "screen.less")


def criterion(e: Entry, lang: Lang) -> Page:
    """One criterion of the catalogue whole: definition, scales with their anchors, how to measure it, sources."""
    assert e.definition is not None
    assert e.measure is not None
    page: Page = [
        Line(f"{e.title.in_(lang)} ({e.id})", "strong"),
        Line(e.definition.in_(lang)),
        Line(_better(e, lang), label=say(lang, "screen.better")),
        Line(e.measure.in_(lang), label=say(lang, "screen.measure")),
        Line(say(lang, "screen.drawn_from", challenge=CONCERNS[e.challenge], section=e.section)),
        Line(say(lang, "screen.kinds", kinds=spoken_kinds(e.kinds))),
        BREAK,
    ]
    for scale in e.scales.values():
        if scale.kind is Need.ORDER:
            page.append(Line(say(lang, "screen.scale", scale=scale.id), "strong"))
            page += [Line(level.label.in_(lang), label=str(level.key)) for level in scale.levels]
            page.append(BREAK)
    return [*page, *(Line(cite, label=say(lang, "screen.source")) for cite in e.sources)]


def methods(lang: Lang) -> Page:
    """All ranking methods and all weightings, with their sources."""
    page: Page = [Line(say(lang, "screen.methods"), "strong")]
    for name, m in METHODS.items():
        steps = say(lang, "screen.by_pymcdm" if m.borrowed else "screen.with_steps")
        page.append(Line(say(lang, "screen.listed", title=m.title, what=steps, source=m.source), label=name))
    page += [BREAK, Line(say(lang, "screen.weightings"), "strong")]
    for name, w in WEIGHTINGS.items():
        form = say(lang, f"screen.form.{w.form or 'none'}")
        page.append(Line(say(lang, "screen.listed", title=w.title, what=form, source=w.source), label=name))
    return page
