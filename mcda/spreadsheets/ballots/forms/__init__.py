"""How people are asked about importance on a sheet: one file per *form* of answers. No weighting is known by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mcda.errors import Fault, Place
from mcda.folder import Folder
from mcda.model import Branch
from mcda.spreadsheets.ballots.draft import Ballot
from mcda.spreadsheets.writing.sheet import Sheet

__all__ = ["ASKINGS", "Answer", "Asking", "Ballot", "Reply", "Way"]

Way = tuple[str, ...]
"""Where an answer stands in a judgement: its field, then what it is about."""


@dataclass(frozen=True)
class Answer:
    """What stands in one coloured cell, None where nothing does. `ids` are those of the names that can be chosen."""

    value: Any
    place: Place
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Reply:
    """One person's answers by their paths, and what is wrong with them. `whole` is what an only child counts, about
    which nobody is asked.
    """

    who: str
    answers: Mapping[Way, Answer]
    whole: float = 1.0
    faults: list[Fault] = field(default_factory=list)

    def fault(self, code: str, answer: Answer, **values: Any) -> None:
        """Tell what is wrong with one answer."""
        value = f"{answer.value:g}" if isinstance(answer.value, float) else str(answer.value)[:60]
        found = {"who": self.who, "found": value, **values}
        self.faults.append(Fault(code, found, answer.place))


@dataclass(frozen=True)
class Asking:
    """A form of answers on a sheet. `widths` are those of its columns; `how(ballot)` says how to answer, line by line.

    `fill(ballot, sheet, row, branch)` asks about the children of a branch from a row on, and returns the next free one.
    `read(tree, reply)` gives the fields of the judgement that the answers make; faults go to the reply. `partial` says
    that questions may be left open.
    """

    widths: tuple[float, ...]
    how: Callable[[Ballot], Sequence[str]]
    fill: Callable[[Ballot, Sheet, int, Branch], int]
    read: Callable[[Branch, Reply], dict[str, Any]]
    partial: bool = False


ASKINGS: Folder[Asking] = Folder("mcda.spreadsheets.ballots.forms", "ASKING", Asking)
