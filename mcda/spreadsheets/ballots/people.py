"""Who is asked: names, one a line, each with a stakeholder group if there are any; or only how many there are."""

from dataclasses import dataclass
from pathlib import Path

from mcda.errors import CaseError, Fault, Place
from mcda.language import Lang, say
from mcda.spreadsheets.reading.encodings import table_of_text
from mcda.spreadsheets.reading.guard import kind_of
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.headings import clean
from mcda.spreadsheets.reading.vocabulary import word

MOST = 1_000
LONGEST = 100
_HEADS = frozenset(("name", "names", "person", "who", "participant", "姓名", "名字", "参与者", "专家", "人员"))
"""What the first line may say if it is a heading."""


@dataclass(frozen=True)
class Person:
    """Who answers, and the stakeholder group that they speak for."""

    who: str
    group: str = ""


def numbered(count: int, lang: Lang) -> list[Person]:
    """People who are only counted. Raises CaseError for too many."""
    if not 1 <= count <= MOST:
        raise CaseError.of("people_count", found=count, most=MOST)
    return [Person(say(lang, "ballot.number", number=number)) for number in range(1, count + 1)]


def people_in(path: Path) -> tuple[list[Person], tuple[Guess, ...]]:
    """The people of a text or CSV file, and what was guessed about its encoding. Raises CaseError with every fault."""
    if kind_of(path) != "text":
        raise CaseError.of("people_text", Place(path.name))
    rows, _, guesses = table_of_text(path.read_bytes(), path.name)
    found: dict[str, int] = {}
    people, faults = [], []
    for k, row in enumerate(rows):
        who, group = (clean(cell) for cell in [*row, "", ""][:2])
        if (not who and not group) or (k == 0 and word(who) in _HEADS):
            continue
        place = Place(path.name, k + 1)
        if not who:
            faults.append(Fault("person_unnamed", {"group": group}, place))
        elif len(who) > LONGEST:
            faults.append(Fault("person_long", {"count": len(who), "most": LONGEST}, place))
        elif who.casefold() in found:
            faults.append(Fault("person_twice", {"who": who, "first": found[who.casefold()]}, place))
        else:
            found[who.casefold()] = k + 1
            people.append(Person(who, group))
    if not people and not faults:
        faults.append(Fault("people_none", {}, Place(path.name)))
    if len(people) > MOST:
        faults.append(Fault("people_count", {"found": len(people), "most": MOST}, Place(path.name)))
    if faults:
        raise CaseError(*faults)
    return people, guesses
