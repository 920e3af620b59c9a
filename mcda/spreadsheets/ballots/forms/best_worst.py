"""Best and worst: the way that matters most and the one that matters least, and everything else beside these two."""

from typing import Any

from mcda.model import Branch
from mcda.spreadsheets.ballots.forms import Asking, Ballot, Reply
from mcda.spreadsheets.ballots.forms.numbers import number
from mcda.spreadsheets.writing.sheet import Sheet, quoted

LARGEST = 9


def how(ballot: Ballot) -> list[str]:
    """How to answer."""
    return [ballot.ask(f"best_worst.{code}") for code in ("choose", "first", "second")]


def fill(ballot: Ballot, sheet: Sheet, row: int, branch: Branch) -> int:
    """The best and the worst child, chosen from their names; then each child beside these two."""
    names = branch.names()
    if len(names) < 2:
        return row
    row = ballot.heads(sheet, row, branch, ("choose", "chosen", ""))
    choices = ballot.listed([*ballot.told_apart(branch).values()])
    for k, end in enumerate(("best", "worst")):
        ballot.number(sheet, row + k)
        sheet.put(row + k, 1, ballot.ask(f"best_worst.{end}"), "asked")
        sheet.put(row + k, 2, None, "text", path=(end, branch.id), choices=choices, span=2)
    best, worst = (sheet.area(row + k, 2, 1, 1).cell(0, 0) for k in range(2))
    sheet.line(row + 3, ["", *(ballot.ask(f"head.{code}") for code in ("change", "over", "under"))], "heading")
    row += 4
    for k, name in enumerate(names):
        ballot.number(sheet, row + k)
        sheet.put(row + k, 1, ballot.change(name), "asked")
        for column, key in ((2, "best_to_others"), (3, "others_to_worst")):
            sheet.put(row + k, column, None, "rank", path=(key, name), choices=ballot.counted(LARGEST))
    answers = sheet.area(row, 2, len(names), 2)
    row += len(names)
    same, fine = quoted(ballot.ask("best_worst.same")), quoted(ballot.ask("complete"))
    open_ = quoted(ballot.ask("open"))
    first, last = (f"MATCH({end},{choices},0)" for end in (best, worst))
    open_too = ((0, first), (1, first), (1, last))  # what compares one with itself says nothing new
    counted = "".join(f"-COUNT(INDEX({answers.line(0, k, -2)},{at}))" for k, at in open_too)
    whole = f"COUNT({answers.block}){counted}={2 * len(names) - len(open_too)}"
    said = f'=IF(OR({best}="",{worst}=""),{open_},IF({best}={worst},{same},IF({whole},{fine},{open_})))'
    sheet.put(row, 1, ballot.ask("open"), "faint", formula=said)
    return row + 2


def read(tree: Branch, reply: Reply) -> dict[str, Any]:
    """Best, worst and the numbers; that of the best beside itself, and of the worst, may be left open."""
    ends: dict[str, dict[str, str]] = {"best": {}, "worst": {}}
    beside: dict[str, dict[str, float]] = {"best_to_others": {}, "others_to_worst": {}}
    for (key, name, *_), answer in reply.answers.items():
        if key in ends and answer.value is None:
            reply.fault("answer_missing", answer)
        elif key in ends and str(answer.value) not in answer.ids:
            reply.fault("answer_choice", answer, known=tuple(answer.ids))
        elif key in ends:
            ends[key][name] = answer.ids[str(answer.value)]
    for branch in ends["best"]:
        if ends["best"][branch] == ends["worst"].get(branch):
            reply.fault("answer_same", reply.answers["worst", branch])
    chosen = {*ends["best"].values()}, {*ends["worst"].values()}
    for (key, name, *_), answer in reply.answers.items():
        if key in beside and not (answer.value is None and _itself(key, name, *chosen)):
            value = number(reply, answer, 1, LARGEST)
            if value is not None:
                beside[key][name] = value
    return {end: tuple(named.values()) for end, named in ends.items()} | beside


def _itself(key: str, name: str, best: set[str], worst: set[str]) -> bool:
    """Whether an answer says nothing new: each beside itself is 1, and the best beside the worst is asked twice."""
    return name in best or (key == "others_to_worst" and name in worst)


ASKING = Asking((5, 84, 18, 18), how, fill, read)
