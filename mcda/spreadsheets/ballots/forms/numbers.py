"""Numbers: what each way from worst to best counts beside the others."""

from typing import Any

from mcda.model import Branch
from mcda.spreadsheets.ballots.forms import Answer, Asking, Ballot, Reply
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.reading.numerals import read_numeral
from mcda.spreadsheets.writing.sheet import Sheet, quoted


def how(ballot: Ballot) -> list[str]:
    """How to give numbers: beside a largest one, within a total, or freely."""
    if ballot.largest is not None:
        rule = ballot.ask("numbers.largest", largest=ballot.largest, half=ballot.largest / 2)
    elif ballot.total is not None:
        rule = ballot.ask("numbers.total", total=ballot.total)
    else:
        rule = ballot.ask("numbers.points")
    return [ballot.ask("numbers.worst"), rule, ballot.ask("numbers.shares")]


def fill(ballot: Ballot, sheet: Sheet, row: int, branch: Branch) -> int:
    """A question per child, its share of the sum, and the sum."""
    names = branch.names()
    if len(names) < 2:
        return row
    row = ballot.heads(sheet, row, branch, ("change", "number", "share"))
    answers = sheet.area(row, 2, len(names), 1)
    every = answers.line(0, 0, -2)
    for k, name in enumerate(names):
        ballot.number(sheet, row + k)
        sheet.put(row + k, 1, ballot.change(name), "asked")
        sheet.put(row + k, 2, None, "number", path=("numbers", name), least=0.0)
        share = f'=IF(COUNT({answers.cell(k, 0)})*SUM({every})>0,{answers.cell(k, 0)}/SUM({every}),"")'
        sheet.put(row + k, 3, "", "share", formula=share)
    row += len(names)
    sheet.put(row, 1, ballot.ask("numbers.sum"), "strong")
    sheet.put(row, 2, 0.0, "number", formula=f"=SUM({every})")
    sheet.put(row + 1, 1, ballot.ask("answered", asked=len(names)), "faint")
    sheet.put(row + 1, 2, 0.0, "rank", formula=f"=COUNT({every})")
    sheet.put(row + 2, 1, ballot.ask("open"), "wrapped", formula=_word(ballot, answers), span=3)
    return row + 4


def _word(ballot: Ballot, answers: Area) -> str:
    """The formula that says whether the numbers will do."""
    every = answers.line(0, 0, -2)
    wrong, said = f"SUM({every})<=0", ballot.ask("numbers.none")
    if ballot.largest is not None:
        wrong, said = f"MAX({every})<>{ballot.largest!r}", ballot.ask("numbers.not_largest", largest=ballot.largest)
    elif ballot.total is not None:
        wrong, said = f"ABS(SUM({every})-{ballot.total!r})>0.001", ballot.ask("numbers.not_total", total=ballot.total)
    open_, fine = quoted(ballot.ask("open")), quoted(ballot.ask("complete"))
    return f"=IF(COUNT({every})<{answers.rows},{open_},IF({wrong},{quoted(said)},{fine}))"


def read(tree: Branch, reply: Reply) -> dict[str, Any]:
    """A number of each child; an only child, which nobody was asked about, has all that there is."""
    found = {path[1]: number(reply, answer, 0, None) for path, answer in reply.answers.items()}
    alone = {branch.names()[0]: reply.whole for branch in tree.branches() if len(branch.children) == 1}
    return {"numbers": alone | {name: value for name, value in found.items() if value is not None}}


def number(reply: Reply, answer: Answer, low: float, high: float | None) -> float | None:
    """An answer as a number of at least `low` and at most `high`; None, with the fault told, where it is none."""
    value = answer.value
    if value is None:
        reply.fault("answer_missing", answer)
        return None
    if isinstance(value, str):
        read = read_numeral(value)
        value = read.low if read.kind == "number" and not (read.guessed or read.share) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        reply.fault("answer_number", answer)
        return None
    if value < low or (high is not None and value > high):
        reply.fault("answer_small" if high is None else "answer_scale", answer, low=f"{low:g}", high=f"{high or 0:g}")
        return None
    return float(value)


ASKING = Asking((5, 84, 13, 13), how, fill, read)
