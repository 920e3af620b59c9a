"""What is what in a decision matrix: where options and criteria run, which rows are headings, directions, units,
weights or totals, and which columns are no criteria.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from mcda.errors import Fault
from mcda.spreadsheets.reading import vocabulary as words
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.headings import clean, heading
from mcda.spreadsheets.reading.numerals import read_numeral
from mcda.spreadsheets.reading.tables import LOOKED_AT, Table
from mcda.spreadsheets.reading.units_of_cells import is_unit, shared_unit
from mcda.spreadsheets.reading.vocabulary import direction_of, word

JOINED = " · "
"""What stands between the parts of a heading over several rows."""
_BRACKET = re.compile(r"[(（\[【]")
_ROLES = words.DIRECTION | words.UNIT | words.WEIGHT


@dataclass
class Layout:
    """A table with options down and criteria across, turned if need be. `names` is the column of the options' names;
    `headings` the headings by column, as far as they are criteria; the three rows are −1 where there is none.
    """

    table: Table
    names: int
    headings: dict[int, str] = field(default_factory=dict)
    head_row: int = 0
    options: dict[int, str] = field(default_factory=dict)
    directions: int = -1
    units: int = -1
    weights: int = -1
    guesses: list[Guess] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def laid_out(table: Table, known: Collection[str] = ()) -> Layout:
    """The roles of rows and columns. `known` are folded names of criteria that somebody has named."""
    table = _headed(table)
    bare = _unnumbered(table)
    turned, why = _turned(bare, known)
    if turned:
        table = bare.turn()
    layout = Layout(table, _name_column(table))
    if turned:
        layout.guesses.append(Guess("turned", {"area": table.area, "why": why}, table.place(0, 0)))
    if _no_names(table, layout.names, known):
        values = {"heading": clean(table.text(0, layout.names))}
        layout.faults.append(Fault("names_none", values, table.place(0, layout.names)))
    _rows(layout, _heads(layout))
    _columns(layout)
    return layout


def _headed(table: Table) -> Table:
    """The table with its headings first, where weights, units or directions stand above them."""
    wide = range(1, len(table.rows[0]))
    head = next((i for i in range(len(table.rows) - 2) if not _about_criteria(table, i, wide)), 0)
    return table if not head or any(table.numeric(head, j) for j in wide) else replace(table, head=head)


def _about_criteria(table: Table, i: int, wide: range) -> bool:
    """Whether a row is called by what it says of the criteria, and says it: 属性 may also stand in the corner."""
    texts = [table.text(i, j) for j in wide if table.filled(i, j)]
    said = any(table.numeric(i, j) for j in wide) or any(direction_of(t, signs=True) or is_unit(t) for t in texts)
    return bool(_role(table.text(i, 0))) and said


def _unnumbered(table: Table) -> Table:
    """The table without a first column that only numbers the rows."""
    numbered = words.numbering(table.text(0, 0)) and len(table.rows[0]) > 2
    return replace(table, left=table.left + 1) if numbered else table


def _role(text: str) -> str:
    """Which of directions, units and weights a row or column says that is called so; "" for none."""
    said = word(text)
    if said not in _ROLES and (bracket := _BRACKET.search(text)):
        said = word(text[: bracket.start()])
    return "权重" if said.endswith(("权重", "weight", "weights")) else said if said in _ROLES else ""


def _turned(table: Table, known: Collection[str]) -> tuple[bool, str]:
    """Whether criteria run down, and the words that show it: headings with units or directions run as criteria do, and
    a heading such as 单位 or 方案一 stands among the options.
    """
    across = [text for j in range(1, len(table.rows[0])) if (text := table.text(0, j))]
    down = [text for i in range(1, min(len(table.rows), LOOKED_AT + 1)) if (text := table.text(i, 0))]
    roles_across, roles_down = ([text for text in line if _role(text)] for line in (across, down))
    like_across, like_down = ([text for text in line if _like_criterion(text, known)] for line in (across, down))
    corner = table.text(0, 0)
    option, criterion = words.OPTION.search(corner), words.CRITERION.search(corner)
    score = 3.0 * (len(roles_across) - len(roles_down)) + 2 * (bool(criterion) - bool(option))
    called_across, called_down = (sum(bool(words.NUMBERED.fullmatch(text)) for text in line) for line in (across, down))
    score += (called_across > 1) - (called_down > 1)
    score += 4 * (len(like_down) / max(len(down), 1) - len(like_across) / max(len(across), 1))
    shown = [*roles_across, *([corner] if criterion and not option else []), *like_down, *across]
    return score > 0, "、".join(shown[:3])[:60]


def _like_criterion(text: str, known: Collection[str]) -> bool:
    """Whether a heading has a unit or a direction, or is a criterion that somebody has named."""
    if _role(text):
        return False
    found = heading(text)
    return bool(found.unit or found.counted or found.direction) or word(found.name) in known


def _name_column(table: Table) -> int:
    """The column of the options' names: of the texts at the left, the one whose heading says so, else the first of
    those with the most different names; categories before it have fewer, and codes are taken only for want of names.
    """
    texts: list[int] = []
    rows = range(1, min(len(table.rows), LOOKED_AT + 1))
    for j in range(len(table.rows[0]) - 1):
        numbers = sum(table.figure(i, j) for i in rows)
        filled = sum(table.filled(i, j) for i in rows)
        numbering = words.numbering(table.text(0, j))
        if j == 0 and filled and numbers == filled and numbering:
            continue
        if numbers * 2 >= max(filled, 1) and (texts or not numbering):
            break
        texts.append(j)
    coded = [j for j in texts if words.numbering(table.text(0, j))]
    named = {j: len({text for i in rows if table.filled(i, j) and (text := word(table.text(i, j)))}) for j in texts}
    said = [j for j in texts if words.OPTION.search(table.text(0, j)) and named[j] and j not in coded]
    return said[0] if said else max(named, key=lambda j: (named[j], j not in coded, -j), default=0)


def _no_names(table: Table, names: int, known: Collection[str]) -> bool:
    """Whether figures of a criterion stand where names are expected."""
    text = table.text(0, names)
    return table.numeric(1, names) and _like_criterion(text, known) and not words.OPTION.search(text)


def _heads(layout: Layout) -> set[int]:
    """Join headings over several rows, and take a second row that holds units or directions for what it is. Returns the
    rows of all that; weights may stand between them.
    """
    table, names = layout.table, layout.names
    columns = range(len(table.rows[0]))
    heads = {0}
    for i in range(1, len(table.rows) - 1):
        if _is_heading(table, names, i):
            heads.add(i)
        elif not _role(table.text(i, names)):
            break
    below = sorted(heads - {0})
    for i in list(below):
        said = [(j, text) for j in columns if j != names and (text := table.text(i, j)) and table.filled(i, j)]
        if said and all(direction_of(text, signs=True) for _, text in said):
            layout.directions = i
        elif said and sum(is_unit(text.strip("()（）[]【】 ")) for _, text in said) * 2 > len(said):
            layout.units = i
        else:
            continue
        below.remove(i)
    for j in columns:
        parts = [_above(table, j, bool(below)), *(table.text(i, j) for i in below)]
        layout.headings[j] = JOINED.join(dict.fromkeys(part for part in parts if part))
    if below:
        layout.head_row = below[-1]
        joined = [name for name in layout.headings.values() if JOINED in name]
        if joined:
            layout.guesses.append(Guess("heads_joined", {"example": joined[0]}, table.place(0, 0)))
    return heads


def _is_heading(table: Table, names: int, i: int) -> bool:
    """Whether a row goes on with the headings: no name of an option, no figure, and texts. 二级指标 is no name, nor is
    what stands below an empty corner.
    """
    name = table.text(i, names)
    unnamed = read_numeral(name).kind == "missing" or (words.CRITERION.search(name) and not _role(name))
    corner = i == 1 and not table.text(0, names) and not _role(name)
    if not unnamed and not corner and (i, names) not in table.covered:
        return False
    texts = [j for j in range(len(table.rows[0])) if j != names and table.filled(i, j)]
    return bool(texts) and not any(table.figure(i, j) for j in texts)


def _above(table: Table, j: int, spread: bool) -> str:
    """A heading of the first row; one over several columns stands over those behind it that have none."""
    text = table.text(0, j)
    if text or not spread or not table.text(1, j):
        return text
    return next((said for k in range(j - 1, 0, -1) if (said := table.text(0, k))), "")


def _rows(layout: Layout, heads: set[int]) -> None:
    """Sort the rows that are no headings: options, and rows that say something about the criteria."""
    table = layout.table
    wide = [j for j in range(len(table.rows[0])) if j != layout.names]
    for i in sorted({*range(len(table.rows))} - heads):
        name = table.text(i, layout.names)
        role = next((said for k in range(layout.names + 1) if (said := _role(table.text(i, k)))), "")
        if role in words.DIRECTION and any(direction_of(table.text(i, j), signs=True) for j in wide):
            layout.directions = i
        elif role in words.UNIT and not any(_number(table, i, j) for j in wide):
            layout.units = i
        elif role in words.WEIGHT:
            if not any(table.filled(i, j) for j in wide):  # a row left empty says that all count alike
                continue
            if layout.weights >= 0:
                values = {"name": clean(name), "first": table.cell(layout.weights, layout.names)}
                layout.faults.append(Fault("weights_twice", values, table.place(i, layout.names)))
            layout.weights = i
        elif layout.directions < 0 and _only_directions(table, i, wide):
            layout.directions = i
        elif name == table.text(0, layout.names) and all(table.text(i, j) == table.text(0, j) for j in wide):
            layout.guesses.append(Guess("heads_again", {}, table.place(i, layout.names)))
        elif code := _no_option(table, i, name, wide):
            layout.guesses.append(Guess(code, {"name": clean(name)}, table.place(i, layout.names)))
        elif name or any(table.filled(i, j) for j in wide):
            layout.options[i] = clean(name)
    _leave_totals(layout)
    for i, name in list(layout.options.items()):
        if not name:
            layout.faults.append(Fault("option_unnamed", {}, table.place(i, layout.names)))
        elif not any(table.filled(i, j) for j in wide):
            layout.guesses.append(Guess("row_empty", {"name": name}, table.place(i, layout.names)))
            del layout.options[i]
    for text, place in table.notes:
        if words.FOOTNOTE.match(text.strip()) or words.ABOUT_THE_TABLE.match(text.strip()):
            layout.guesses.append(Guess("footnote", {"name": clean(text)[:60]}, place, told=True))
        else:
            layout.guesses.append(Guess("row_empty", {"name": clean(text)[:60]}, place))
    _told_twice(layout)


def _only_directions(table: Table, i: int, wide: list[int]) -> bool:
    said = (table.text(i, j) for j in wide if table.filled(i, j))
    return bool(direction_of(next(said, ""))) and all(map(direction_of, said))


def _no_option(table: Table, i: int, name: str, wide: list[int]) -> str:
    """Why a column beside the options of a table with criteria down is none: remarks, or other words."""
    if not table.turned or any(table.figure(i, j) for j in wide):
        return ""
    texts = [word(table.text(i, j)) for j in wide if table.filled(i, j)]
    if word(name) in words.REMARKS:
        return "column_remarks"
    return "column_words" if _only_words(texts) else ""


def _only_words(texts: list[str]) -> bool:
    """Whether texts say something, and are no levels such as high and low."""
    given = [text for text in texts if text and read_numeral(text).kind != "missing"]
    return bool(given) and sum(text in words.LEVELS for text in given) * 2 < len(given)


def _number(table: Table, i: int, j: int) -> bool:
    value = table.rows[i][j]
    return isinstance(value, int | float) or (isinstance(value, str) and read_numeral(value).kind == "range")


def _leave_totals(layout: Layout) -> None:
    """Sums and means before and behind the options are none themselves."""
    names = layout.options
    totals = [word(name) in words.TOTALS if name else None for name in names.values()]
    others = [k for k, total in enumerate(totals) if total is False]
    for k, (i, name) in enumerate(list(names.items())):
        outside = not others or not others[0] < k < others[-1]
        if totals[k] and (outside or word(name) in ("小计", "subtotal")):
            layout.guesses.append(Guess("total_row", {"name": name}, layout.table.place(i, layout.names)))
            del names[i]


def _told_twice(layout: Layout) -> None:
    """Options of one name can't be told apart."""
    seen: dict[str, int] = {}
    for i, name in layout.options.items():
        first = seen.setdefault(name.casefold(), i)
        if name and first != i:
            values = {"name": name, "first": layout.table.cell(first, layout.names)}
            layout.faults.append(Fault("option_twice", values, layout.table.place(i, layout.names)))


def _columns(layout: Layout) -> None:
    """Leave out what is no criterion: names, numbering, remarks, results of another calculation, and empty columns."""
    table, kept = layout.table, {}
    looked = list(layout.options)[:LOOKED_AT]
    for j, name in layout.headings.items():
        if j == layout.names:
            continue
        code = _no_criterion(layout, j, name, looked)
        if code == "unnamed":
            layout.faults.append(Fault("criterion_unnamed", {}, table.place(0, j)))
        elif code:
            if name or code != "column_empty":
                values = {"name": clean(name) or "—"}
                layout.guesses.append(Guess(code, values, table.place(0, j), told=code == "column_numbering"))
        else:
            kept[j] = name
    layout.headings = kept


def _says(table: Table, i: int, j: int) -> bool:
    """Whether there is something in a cell, and not only a word for nothing."""
    return table.filled(i, j) and (table.numeric(i, j) or read_numeral(table.rows[i][j]).kind != "missing")


def _no_criterion(layout: Layout, j: int, name: str, looked: list[int]) -> str:
    """Why a column is no criterion; "" if it is one."""
    table = layout.table
    filled = [i for i in looked if _says(table, i, j)]
    if not filled and not any(_says(table, i, j) for i in layout.options):
        return "column_empty"
    bare = word(heading(name).name) if name else ""
    if j < layout.names and words.numbering(bare) and all(table.numeric(i, j) for i in looked):
        return "column_numbering"
    if bare in words.REMARKS:
        return "column_remarks"
    if bare in words.RESULTS or bare.endswith(("排名", "名次")):
        return "column_result"
    if not any(table.numeric(i, j) for i in filled) and not shared_unit((i, table.rows[i][j]) for i in filled):
        texts = [word(table.rows[i][j]) for i in filled if isinstance(table.rows[i][j], str)]
        directed = heading(name).direction or (layout.directions >= 0 and table.text(layout.directions, j))
        if not directed and _only_words(texts):
            return "column_words"
    return "" if name else "unnamed"
