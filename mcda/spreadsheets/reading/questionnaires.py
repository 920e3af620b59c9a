"""The wide table that 问卷星 exports: a row per respondent, a column per pair, codes 1–17 from the left item to the
right one, or the words of the choice. Addresses and times are not read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mcda.errors import Fault
from mcda.spreadsheets.reading.folding import folded
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.headings import clean
from mcda.spreadsheets.reading.ratios import read_ratio
from mcda.spreadsheets.reading.squares import Pairs, fraction, rounded
from mcda.spreadsheets.reading.tables import Table
from mcda.spreadsheets.reading.vocabulary import word

_ABOUT_THE_ANSWER = re.compile(
    r"序号|提交答卷时间|所用时间|来源|来源详情|来自ip|总分|答卷id|用户id|姓名|submitted|duration|source|ip"
)
_SKIPPED = re.compile(r"\(?(?:跳过|空|未作答|skipped|blank)\)?")
_STRENGTHS = (
    (9, r"极端|极其|绝对|极为|extreme|absolut"), (7, r"强烈|非常|十分|very|strongly"),
    (5, r"明显|比较|较|essential|clear"),
    (3, r"稍微|略微|稍|略|slight|moderate|somewhat"), (1, r"同等|同样|一样|相同|等同|equal"),
)  # fmt: skip
_BETWEEN = re.compile(r"介于|之间|between")
POINTS, MIDDLE = 17, 9


@dataclass
class Survey:
    """The comparisons of each respondent, by their number in the table."""

    people: dict[str, Pairs] = field(default_factory=dict)
    guesses: list[Guess] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def is_survey(table: Table) -> bool:
    """Whether the headings are those of an exported questionnaire."""
    heads = [word(table.text(0, j)) for j in range(len(table.rows[0]))]
    return sum(bool(_ABOUT_THE_ANSWER.fullmatch(head)) for head in heads) >= 2


def pair_columns(table: Table, known: Mapping[str, str]) -> dict[int, tuple[str, str]]:
    """The columns whose heading names two criteria: the left item, then the right one."""
    found = {}
    for j in range(len(table.rows[0])):
        pair = _two(table.text(0, j), known)
        if pair:
            found[j] = pair
    return found


def _two(text: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """The two criteria that a heading names, the longest names first, in the order in which they stand."""
    plain = (folded(text) or text).casefold()
    at: dict[int, str] = {}
    for name in sorted(known, key=len, reverse=True):
        edges = (r"(?<![a-z0-9])", r"(?![a-z0-9])") if name.isascii() else ("", "")
        match = re.search(f"{edges[0]}{re.escape(name)}{edges[1]}", plain) if name else None
        start = match.start() if match else -1
        if start >= 0 and known[name] not in at.values():
            at[start] = known[name]
            plain = plain[:start] + "\0" * len(name) + plain[start + len(name) :]
    return (at[min(at)], at[max(at)]) if len(at) == 2 else None


def answers(table: Table, known: Mapping[str, str]) -> Survey:
    """Everybody's comparisons. `known` leads from folded names to ids of criteria and branches."""
    survey, columns = Survey(), pair_columns(table, known)
    numbering = next(
        (j for j in range(len(table.rows[0])) if word(table.text(0, j)) in ("序号", "no", "no.", "id")), -1
    )
    called: dict[str, str] = {}
    for name, one in known.items():
        called.setdefault(one, name)
    for i in range(1, len(table.rows)):
        number = table.text(i, numbering) if numbering >= 0 else str(i)
        pairs: Pairs = {}
        for j, (left, right) in columns.items():
            value = _answer(table, i, j, (called[left], called[right]), survey)
            if value is not None and (left, right) not in pairs and (right, left) not in pairs:
                a, b = (left, right) if value >= 1 else (right, left)
                pairs[a, b] = rounded(max(value, 1 / value))
        if pairs:
            survey.people[number or str(i)] = pairs
    if survey.people:
        _explain(table, columns, called, survey)
    return survey


def _answer(table: Table, i: int, j: int, names: tuple[str, str], survey: Survey) -> float | None:
    """How many times as important the left item is; None where nothing was said, or after a fault."""
    value = table.rows[i][j]
    text = (folded(str(value)) or "").casefold()
    if not text or _SKIPPED.fullmatch(text) or text in ("-3", "-2"):  # codes for "skipped" and "blank"
        return None
    if (code := _code(value)) is not None:
        return float(MIDDLE + 1 - code) if code <= MIDDLE else 1 / (code - MIDDLE + 1)
    said = _in_words(text, names)
    if said is None:
        survey.faults.append(Fault("answer_unread", {"found": clean(value)[:40]}, table.place(i, j)))
    return said


def _code(value: object) -> int | None:
    """A choice by its number, 1–17."""
    try:
        number = float(folded(str(value)) or "x")
    except ValueError:
        return None
    return int(number) if number.is_integer() and 1 <= number <= POINTS else None


def _in_words(text: str, names: tuple[str, str]) -> float | None:
    """A choice by its words: a ratio, or how much more important which of the two is."""
    ratio = read_ratio(text)
    if ratio.value and re.search("[/:]", text):
        return ratio.value
    strength = next((float(k) for k, words in _STRENGTHS if re.search(words, text)), None)
    if digits := re.search(r"(?<![0-9/.])[1-9](?![0-9/.])", text):
        strength = float(digits.group())
    if strength is None or (_BETWEEN.search(text) and not digits):
        return None
    if strength == 1:
        return 1.0
    left = min((text.find(name) for name in (names[0], "左", "前者", "left") if name in text), default=len(text))
    right = min((text.find(name) for name in (names[1], "右", "后者", "right") if name in text), default=len(text))
    if left == right:
        return None
    return strength if left < right else 1 / strength


def _explain(table: Table, columns: Mapping[int, tuple[str, str]], called: Mapping[str, str], survey: Survey) -> None:
    """An example by which a reader sees whether the codes are read the right way round."""
    checked = Survey()
    for i in range(1, len(table.rows)):
        for j, (left, right) in columns.items():
            value = _answer(table, i, j, (called[left], called[right]), checked)
            if value is not None and value != 1:
                values = {
                    "people": len(survey.people), "pairs": len(columns), "found": clean(table.rows[i][j])[:30],
                    "left": called[left], "right": called[right], "fraction": fraction(value),
                }  # fmt: skip
                survey.guesses.append(Guess("survey", values, table.place(i, j)))
                return
    survey.guesses.append(
        Guess("survey_equal", {"people": len(survey.people), "pairs": len(columns)}, table.place(0, 0))
    )
