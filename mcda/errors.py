"""What can go wrong, and how it is told.

    MCDAError            what was asked can't be done; `faults` say why, one by one
    ├── CaseError        a case file, a catalogue file, or the YAML that they are written in
    ├── FormulaError     an expression or a unit
    ├── JudgementError   a pairwise matrix, numbers or an order of importance
    ├── SheetError       a workbook or a CSV file, or what stands in its cells
    ├── TableError       figures that a scaling or a method can't take
    └── UnknownName      a name that nothing bears

A fault is a code with values and a place; `language` turns it into what is wrong, why it matters and how
to mend it. Shells print it and exit with 2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from mcda.language import Lang, Text, say


@dataclass(frozen=True)
class Place:
    """Where something stands: a file and line, a sheet and cell, or only the path of keys."""

    file: str = ""
    line: int | None = None
    sheet: str = ""
    cell: str = ""
    key: str = ""

    def __str__(self) -> str:
        at = [self.file] if self.file else []
        at += [str(self.line)] if self.line else []
        at += [f"{self.sheet}!{self.cell}" if self.sheet else self.cell] if self.cell else []
        return ":".join(at) or self.key


NOWHERE = Place()


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. `excerpt` is a line of text and the columns in it that are meant."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)
    place: Place = NOWHERE
    excerpt: tuple[str, int, int] | None = None

    def what(self, lang: Lang = "en") -> str:
        """What is wrong, in one sentence."""
        return say(lang, f"{self.code}.what", **self.values)

    def why(self, lang: Lang = "en") -> str:
        """Why it matters."""
        return say(lang, f"{self.code}.why", **self.values)

    def mend(self, lang: Lang = "en") -> str:
        """How to mend it."""
        return say(lang, f"{self.code}.mend", **self.values)

    def at(self, place: Place) -> "Fault":
        """The same fault at a place, unless it knows its own."""
        return self if self.place != NOWHERE else replace(self, place=place)


class MCDAError(Exception):
    """What was asked can't be done. `faults` holds at least one fault."""

    def __init__(self, *faults: Fault) -> None:
        self.faults: tuple[Fault, ...] = faults
        super().__init__("; ".join(fault.what() for fault in faults))

    def __reduce__(self) -> tuple[type["MCDAError"], tuple[Fault, ...]]:
        return type(self), self.faults  # so that it comes back whole from another process

    @classmethod
    def of(cls, code: str, place: Place = NOWHERE, **values: Any) -> "MCDAError":
        """An error of a single fault."""
        return cls(Fault(code, values, place))

    def at(self, place: Place) -> "MCDAError":
        """The same error at a place, for the faults that don't know theirs."""
        return type(self)(*(fault.at(place) for fault in self.faults))


class CaseError(MCDAError):
    """A case file, a catalogue file, or their YAML."""


class FormulaError(MCDAError):
    """An expression or a unit."""


class JudgementError(MCDAError):
    """A pairwise matrix, numbers or an order of importance."""


class SheetError(MCDAError):
    """A workbook or a CSV file, or what stands in its cells."""


class TableError(MCDAError):
    """Figures that a scaling or a method can't take."""


class UnknownName(MCDAError):
    """A name that nothing bears."""

    @classmethod
    def among(
        cls, kind: str, name: str, known: Sequence[str] | Mapping[str, Text], place: Place = NOWHERE
    ) -> "UnknownName":
        """`name` is no `kind` (a code of language); what may have been meant is picked from `known`, whose labels are
        told beside the names where it has some.
        """
        return cls(unknown(kind, name, known, place))


MOST = 12
"""How many names a message lists before it stops with …"""
LISTED = {
    "method": "mcda methods",
    "catalogue_criterion": "mcda criteria",
    "column": "mcda show CASE --figures",
}
"""The command that lists all names of a kind; those of a case that have labels are on its page."""


def reason(error: OSError) -> Any:
    """Why a file can't be read or written, spoken later in the reader's language; the system's own words if unknown."""
    from errno import errorcode

    from mcda.language import Message

    name = errorcode.get(error.errno or 0, "")
    return Message(f"reason.{name}") if name in REASONS else error.strerror or str(error)


REASONS = ("EACCES", "EISDIR", "ENAMETOOLONG", "ENOENT", "ENOSPC", "ENOTDIR", "EPERM", "EROFS")
"""The system's reasons that the language files know."""


def unknown(kind: str, name: str, known: Sequence[str] | Mapping[str, Text], place: Place = NOWHERE) -> Fault:
    """The fault of a name that nothing bears, with the nearest ones that something does, by its id or by its label."""
    labels = known if isinstance(known, Mapping) else {}
    folded = {said.lower(): other for other, label in labels.items() for said in (label.en, label.zh)}
    folded |= {other.lower(): other for other in known}
    near = dict.fromkeys(folded[match] for match in get_close_matches(name.lower(), folded, n=3, cutoff=0.6))
    listed = near or sorted(known)[:MOST]
    told = tuple(with_label(other, labels[other]) if other in labels else other for other in listed)
    values: dict[str, Any] = {"kind": say_kind(kind), "name": name, "known": told}
    if near:
        return Fault("unknown_name_near", values, place)
    if len(known) <= MOST:
        return Fault("unknown_name", values, place)
    values["known"] = (*told, "…")
    command = LISTED.get(kind, "mcda show CASE" if labels else "")
    if command:
        return Fault("unknown_name_listed", {**values, "command": command}, place)
    return Fault("unknown_name", values, place)


def with_label(name: str, label: Text) -> Text:
    """An id with what people call it, if that is something else."""
    return Text(
        name if name == label.en else f"{name} ({label.en})", name if name == label.zh else f"{name}（{label.zh}）"
    )


def say_kind(kind: str) -> Any:
    """The word for a kind of thing, spoken later in the reader's language."""
    from mcda.language import Message

    return Message(f"kind.{kind}")
