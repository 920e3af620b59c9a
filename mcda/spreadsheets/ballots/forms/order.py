"""An order: which way from worst to best matters most, which next; equals share a place."""

from itertools import groupby
from typing import Any

from mcda.model import Branch
from mcda.spreadsheets.ballots.forms import Asking, Ballot, Reply
from mcda.spreadsheets.ballots.forms.numbers import number
from mcda.spreadsheets.writing.sheet import Sheet, quoted


def how(ballot: Ballot) -> list[str]:
    """How to give places."""
    return [ballot.ask(f"order.{code}") for code in ("places", "equals")]


def fill(ballot: Ballot, sheet: Sheet, row: int, branch: Branch) -> int:
    """A place per child, chosen from a list."""
    names = branch.names()
    if len(names) < 2:
        return row
    row = ballot.heads(sheet, row, branch, ("change", "place"))
    answers = sheet.area(row, 2, len(names), 1)
    for k, name in enumerate(names):
        ballot.number(sheet, row + k)
        sheet.put(row + k, 1, ballot.change(name), "asked")
        sheet.put(row + k, 2, None, "rank", path=("order", branch.id, name), choices=ballot.counted(len(names)))
    row += len(names)
    every, asked = answers.line(0, 0, -2), len(names)
    open_, fine = quoted(ballot.ask("open")), quoted(ballot.ask("complete"))
    sheet.put(row, 1, ballot.ask("open"), "faint", formula=f"=IF(COUNT({every})<{asked},{open_},{fine})")
    return row + 2


def read(tree: Branch, reply: Reply) -> dict[str, Any]:
    """The children of all branches, from the first place of each down."""
    placed: dict[str, dict[str, float]] = {}
    for (_, where, name), answer in reply.answers.items():
        place = number(reply, answer, 1, sum(path[1] == where for path in reply.answers))
        if place is not None and place != int(place):
            reply.fault("answer_number", answer)
        elif place is not None:
            placed.setdefault(where, {})[name] = place
    piles: list[tuple[str, ...]] = []
    for branch in tree.branches():
        places = placed.get(branch.id, dict.fromkeys(branch.names(), 1.0))
        piles += [tuple(pile) for _, pile in groupby(sorted(places, key=places.__getitem__), key=places.__getitem__)]
    return {"order": tuple(piles)}


ASKING = Asking((5, 96, 13), how, fill, read)
