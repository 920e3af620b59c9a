"""How a fault is told: place and what, the text that is meant, why it matters, how to mend it."""

from collections.abc import Sequence

from mcda.errors import Fault
from mcda.language import Lang
from mcda.reports.blocks import Line, Page


def page(faults: Sequence[Fault], lang: Lang) -> Page:
    """Each fault in two or three lines."""
    return [line for fault in faults for line in told(fault, lang)]


def told(fault: Fault, lang: Lang) -> list[Line]:
    """One fault."""
    where = f"{fault.place}: " if str(fault.place) else ""
    lines = [Line(f"{where}{fault.what(lang)}", "strong")]
    if fault.excerpt and fault.excerpt[0]:
        text, start, end = fault.excerpt
        marked = " " * start + "^" * max(1, end - start)
        lines += [Line(f"   {text}", "excerpt"), Line(f"   {marked}", "excerpt")]
    lines.append(Line(fault.why(lang), "faint", indent=3))
    return [*lines, Line(f"→ {fault.mend(lang)}", indent=3)]
