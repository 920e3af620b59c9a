"""Comparisons in pairs: how many times as important one way from worst to best is as another."""

from itertools import combinations
from typing import Any

import numpy as np

from mcda.model import Branch
from mcda.spreadsheets.ballots.forms import Answer, Asking, Ballot, Reply
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.reading.ratios import read_ratio
from mcda.spreadsheets.writing.sheet import Cell, Sheet, quoted
from mcda.spreadsheets.writing.sheets.comparisons import matrix, priorities
from mcda.spreadsheets.writing.sheets.consistency import ratio_of
from mcda.spreadsheets.writing.sheets.lists import lists, scale

LARGEST = 9
ROUNDING = 1e-9
"""Programs keep 15 digits; 1/3 must come back as 1/3."""


def how(ballot: Ballot) -> list[str]:
    """How to compare."""
    return [ballot.ask(f"pairs.{code}") for code in ("compare", "scale", "words", "open")]


def fill(ballot: Ballot, sheet: Sheet, row: int, branch: Branch) -> int:
    """A question per pair, and where there are three or more children whether the answers fit together."""
    names = branch.names()
    if len(names) < 2:
        return row
    if "lists" not in ballot.sheets:
        lists(ballot)
    row = ballot.heads(sheet, row, branch, ("left", "times", "right", "you_say"))
    pairs = list(combinations(range(len(names)), 2))
    answers = sheet.area(row, 2, len(pairs), 1)
    cells = _matrix(ballot, branch, {pair: answers.cell(k, 0) for k, pair in enumerate(pairs)})
    for k, (i, j) in enumerate(pairs):
        a, b = names[i], names[j]
        ballot.number(sheet, row + k)
        sheet.put(row + k, 1, ballot.change(a), "asked")
        sheet.put(row + k, 2, None, "rank", path=("pairs", a, b), choices=scale(ballot), fraction=True)
        sheet.put(row + k, 3, ballot.change(b), "asked")
        said = _in_words(ballot, answers.cell(k, 0), _label(cells, i), _label(cells, j))
        sheet.put(row + k, 4, "", "asked", formula=said)
    row += len(pairs)
    return _agreement(ballot, sheet, row, answers, cells) + 1 if len(names) > 2 else row + 1


def _matrix(ballot: Ballot, branch: Branch, at: dict[tuple[int, int], str]) -> Area:
    """The answers as a matrix on a sheet of its own, with priorities and consistency; an open one counts as 1."""
    sheet = ballot.sheets.get("check") or _check(ballot)
    names, row = branch.names(), sheet.size[0] + 1
    ones = np.ones((len(names), len(names)))

    def upper(i: int, j: int) -> Cell:
        return Cell(1.0, "number", f"=IF(COUNT({at[i, j]})=1,{at[i, j]},1)", fraction=True)

    cells = matrix(ballot, sheet, row, branch, ones, upper)
    priorities(ballot, sheet, row, branch, cells, ones)
    if len(names) > 2:
        _fit(ballot, sheet, cells, at)
    return cells


def _check(ballot: Ballot) -> Sheet:
    sheet = ballot.sheet("check")
    sheet.put(0, 0, ballot.called("check"), "title")
    sheet.put(1, 0, ballot.ask("pairs.check"), "faint")
    sheet.widths = {0: 40, **dict.fromkeys(range(1, 12), 13)}
    return sheet


def _fit(ballot: Ballot, sheet: Sheet, cells: Area, at: dict[tuple[int, int], str]) -> None:
    """Beside each answer what all the others say in its place: with w the geometric means of the rows of a complete
    matrix, leaving out a leaves (wᵢ/wⱼ)ⁿ ÷ a², to the power 1 ÷ (n − 2).
    """
    k, row = cells.rows, ratio_of(cells).row + 2
    sheet.line(row, [ballot.ask(f"head.{code}") for code in ("question", "answer", "others", "apart")], "heading")
    first = ballot.questions + 1
    for n, (i, j) in enumerate(at):
        given = cells.cell(i, j)
        means = f"LN(PRODUCT({cells.line(i, 0, -1)})/PRODUCT({cells.line(j, 0, -1)}))"
        sheet.put(row + 1 + n, 0, f"{first + n}", "text")
        sheet.put(row + 1 + n, 1, 1.0, "number", formula=f"={given}", fraction=True)
        fitting = sheet.put(row + 1 + n, 2, 1.0, "score", formula=f"=EXP(({means}-2*LN({given}))/{k - 2})")
        sheet.put(row + 1 + n, 3, 0.0, "score", formula=f"=ABS(LN({fitting.cell(0, 0)}/{given}))")


def _label(cells: Area, i: int) -> str:
    """Where the name of the i-th child stands: beside the matrix."""
    return Area(cells.sheet, cells.row + i, cells.column - 1, 1, 1).cell(0, 0)


def _in_words(ballot: Ballot, answer: str, left: str, right: str) -> str:
    """The formula that says an answer in words, so that nobody mistakes 1/3 for 3."""

    def more(name: str, times: str) -> str:
        before, between, after = ballot.ask("pairs.more", name="\0", times="\0").split("\0")
        return f"{quoted(before)}&{name}&{quoted(between)}&ROUND({times},2)&{quoted(after)}"

    equal = quoted(ballot.ask("pairs.equal"))
    either = f"IF({answer}>1,{more(left, answer)},{more(right, f'1/{answer}')})"
    return f'=IF(COUNT({answer})=0,"",IF({answer}=1,{equal},{either}))'


def _agreement(ballot: Ballot, sheet: Sheet, row: int, answers: Area, cells: Area) -> int:
    """How many are answered, CR once all are, and the answer that fits least where it is high."""
    every, asked = answers.line(0, 0, -2), answers.rows
    sheet.put(row, 1, ballot.ask("answered", asked=asked), "faint")
    sheet.put(row, 2, 0.0, "rank", formula=f"=COUNT({every})")
    sheet.put(row + 1, 1, ballot.ask("pairs.ratio"), "faint")
    ratio = ratio_of(cells).cell(0, 0)
    all_in = f"COUNT({every})={asked}"
    shown = sheet.put(row + 1, 2, "", "score", formula=f'=IF({all_in},{ratio},"")')
    sheet.marks.append((shown, "warning"))
    rows = Area(cells.sheet, ratio_of(cells).row + 3, 0, asked, 4)
    worst = f"MATCH(MAX({rows.line(0, 3, -2)}),{rows.line(0, 3, -2)},0)"
    number, fitting = (f"INDEX({rows.line(0, column, -2)},{worst})" for column in (0, 2))
    most = f"MIN({LARGEST},MAX({fitting},1/{fitting}))"
    times = f'IF({fitting}<1,"1/","")&ROUND({most},1)'
    first, second, rest = ballot.ask("pairs.again", number="\0", times="\0").split("\0")
    again = f"{quoted(first)}&{number}&{quoted(second)}&{times}&{quoted(rest)}"
    wait, fine, look = (quoted(ballot.ask(f"pairs.{code}")) for code in ("wait", "fit", "look"))
    said = f"=IF({all_in},IF({shown.cell(0, 0)}>0.1,{look},{fine}),{wait})"
    sheet.put(row + 1, 3, ballot.ask("pairs.wait"), "faint", formula=said)
    said = f'=IF({all_in},IF({shown.cell(0, 0)}>0.1,{again},""),"")'
    sheet.put(row + 2, 3, "", "warning", formula=said)
    return row + 3


def read(tree: Branch, reply: Reply) -> dict[str, Any]:
    """The pairs that were answered; the side that matters more comes first."""
    pairs: dict[tuple[str, str], float] = {}
    for (_, a, b), answer in reply.answers.items():
        value = _ratio(reply, answer)
        if value is None:
            continue
        turned = 1 / value
        whole = round(turned)
        if value < 1:
            pairs[b, a] = float(whole) if abs(turned - whole) <= ROUNDING * whole else turned
        else:
            pairs[a, b] = value
    if not pairs and not reply.faults:
        reply.fault("ballot_empty", next(iter(reply.answers.values())))
    return {"pairs": pairs}


def _ratio(reply: Reply, answer: Answer) -> float | None:
    """An answer as a number from 1/9 to 9; None where there is none."""
    value = answer.value
    if value is None:
        return None
    if isinstance(value, str):
        found = read_ratio(value)
        value = found.value if not found.code else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        reply.fault("answer_ratio", answer)
        return None
    if not 1 / LARGEST - ROUNDING <= value <= LARGEST + ROUNDING:
        reply.fault("answer_scale", answer, low="1/9", high="9")
        return None
    return float(min(max(value, 1 / LARGEST), LARGEST))


ASKING = Asking((5, 40, 13, 40, 28), how, fill, read, partial=True)
