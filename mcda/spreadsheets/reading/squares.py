"""A judgement matrix as it is copied from SPSSAU, yaahp or a paper: names down and the same names across, one half or
both; 0.333 where 1/3 was, and dates where a spreadsheet took 1/3 for one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mcda.errors import Fault, unknown
from mcda.pairwise.matrix import ROUNDING
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.headings import clean, heading
from mcda.spreadsheets.reading.numerals import read_numeral
from mcda.spreadsheets.reading.ratios import Ratio, read_ratio
from mcda.spreadsheets.reading.tables import Table
from mcda.spreadsheets.reading.vocabulary import word

Pairs = dict[tuple[str, str], float]


@dataclass
class Answers:
    """Comparisons that were read, what was guessed, and what is wrong."""

    pairs: Pairs
    guesses: list[Guess]
    faults: list[Fault]


def size(table: Table) -> int:
    """How many names a table has down as well as across, in the same order, with 1 or nothing where they meet; 0 if it
    is no judgement matrix.
    """
    most = min(len(table.rows), len(table.rows[0])) - 1
    count = 0
    while count < most:
        across, down = (word(heading(text).name) for text in (table.text(0, count + 1), table.text(count + 1, 0)))
        if not across or across != down:
            break
        count += 1
    meets = [table.rows[k][k] for k in range(1, count + 1)]
    return count if count > 1 and all(value in (1, "") or read_numeral(value).low == 1 for value in meets) else 0


def named(table: Table) -> list[str]:
    """The names of a judgement matrix."""
    return [heading(table.text(k, 0)).name for k in range(1, size(table) + 1)]


def answers(table: Table, known: Mapping[str, str]) -> Answers:
    """The comparisons of a judgement matrix. `known` leads from folded names to ids of criteria and branches."""
    names, found = named(table), Answers({}, [], [])
    ids = [known.get(word(name), "") for name in names]
    for k, (name, one) in enumerate(zip(names, ids, strict=True), 1):
        if not one:
            found.faults.append(unknown("criterion", name, tuple(dict.fromkeys(known.values())), table.place(k, 0)))
        elif ids.index(one) < k - 1:
            found.faults.append(
                Fault("heading_twice", {"name": name, "first": table.cell(ids.index(one) + 1, 0)}, table.place(k, 0))
            )
    if found.faults:
        return found
    for i in range(1, len(ids) + 1):
        for j in range(i + 1, len(ids) + 1):
            value = _pair(table, i, j, found)
            if value is not None:
                a, b = (ids[i - 1], ids[j - 1]) if value >= 1 else (ids[j - 1], ids[i - 1])
                found.pairs[a, b] = rounded(max(value, 1 / value))
    if not found.pairs and not found.faults:
        found.faults.append(Fault("pairs_none", {}, table.place(0, 0)))
    return found


def rounded(value: float) -> float:
    """The value, whole where it is but for the last digit: 1 ÷ (1/k) is k."""
    return float(round(value)) if abs(value - round(value)) < 1e-9 else value


def _pair(table: Table, i: int, j: int, found: Answers) -> float | None:
    """What a pair of cells, (i, j) and its mirror, says together; None where nothing was said, or after a fault."""
    faults = list(_errors(table, i, j))
    upper, lower = read_ratio(table.rows[i][j]), read_ratio(table.rows[j][i])
    for ratio, at in ((upper, (i, j)), (lower, (j, i))):
        if ratio.wrong:
            faults.append(Fault(ratio.code, {"found": clean(table.rows[at[0]][at[1]])}, table.place(*at)))
    if faults:
        found.faults += faults
        return None
    if upper.day > 1 and lower.day > 1:
        found.faults.append(Fault("pair_dates", {"mirror": table.cell(j, i)}, table.place(i, j)))
        return None
    one, other = (_dated(upper, lower), lower) if upper.day else (upper, _dated(lower, upper))
    for ratio, said, at in ((upper, one, (i, j)), (lower, other, (j, i))):
        if ratio.code and said.value:
            values = {"found": clean(table.rows[at[0]][at[1]]), "fraction": fraction(said.value)}
            found.guesses.append(Guess(f"pair_{ratio.code}", values, table.place(*at)))
    if one.value and other.value and abs(one.value * other.value - 1) > ROUNDING:
        values = {"found": fraction(one.value), "mirror": table.cell(j, i), "other": fraction(other.value)}
        found.faults.append(Fault("pair_mirror", values, table.place(i, j)))
        return None
    if one.value and other.value:  # the whole number of the two is the one that was typed
        return one.value if one.value >= 1 else 1 / other.value
    return one.value or (1 / other.value if other.value else None)


def _dated(day: Ratio, mirror: Ratio) -> Ratio:
    """What a date stands for: k where the mirrored cell says 1/k, else the 1/k that was typed."""
    if not day.day:
        return day
    return Ratio(float(day.day) if mirror.value is not None and mirror.value < 1 else 1 / day.day)


def _errors(table: Table, i: int, j: int) -> Iterator[Fault]:
    marks = table.sheet.marks
    for at in ((i, j), (j, i)):
        cell = table.of_sheet(*at)
        if cell in marks.errors:
            yield Fault("cell_error", {"found": marks.errors[cell]}, table.place(*at))
        elif cell in marks.uncomputed:
            yield Fault("cell_uncomputed", {}, table.place(*at))


def fraction(value: float) -> str:
    """3, 1/3, or the number."""
    if value < 1 and abs(1 / value - round(1 / value)) < 1e-9:
        return f"1/{round(1 / value)}"
    return f"{value:g}"
