"""Bytes → text → rows, for CSV and its like: which encoding, which separator, whether a comma is a decimal point.

What spreadsheets save as "CSV" in China is GB18030 or Big5; neither says so, and each can be read as the other.
"""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice

from mcda.errors import Place
from mcda.spreadsheets.reading.guard import refused
from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.marks import bounded

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_COMMON = {"gb18030": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}
"""The first bytes of the characters that are used every day: level 1 of either standard."""
_WORDS = re.compile(r"[A-Za-z]*|[ª-ɏ]|(?=.*[A-Za-z])[A-Za-zª-ɏ]+|[Ͱ-Ͽ]+|(?=.*[Ѐ-џ])[Ѐ-ӿ]+|[Ա-և]+|[א-ת]+|[ء-ي]+")
"""Words as people write them in letters of two bytes: in one script, Latin ones not of accents alone."""
SAMPLE = 20_000
SEPARATORS = ("\t", ";", ",", "|", "，")
_FORMULAS = ("'=", "'+", "'-", "'@", "'\t", "'\r")
"""What a careful exporter writes where a text would be taken for a formula: exactly one ' is its own."""

Rows = list[list[str]]


def table_of_text(data: bytes, file: str) -> tuple[Rows, bool, tuple[Guess, ...]]:
    """The rows of a text file, as wide as each other; whether a comma may be a decimal point in it; what was guessed.

    Raises SheetError where the text can't be read, or holds more than is read.
    """
    text, guesses = decoded(data, file)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').lower()
    if told.startswith("sep=") and len(told) <= 5:
        separator, text = (told[4:] or "\t"), rest
    else:
        separator = separated_by(text)
    rows = [[_unquoted(cell) for cell in row] for row in _split(text, separator, file)]
    wide = max(map(len, rows), default=0)
    bounded(file, "", len(rows), wide)
    return [row + [""] * (wide - len(row)) for row in rows], separator in "\t;", guesses


def decoded(data: bytes, file: str) -> tuple[str, tuple[Guess, ...]]:
    """The text of a file: by its mark, as UTF-16 or UTF-8 where it is that and not by chance, else by the commoner
    characters, as a guess. Raises SheetError.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, file), ()
    if b"\0" in data:
        wide = "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
        return _strict(data, wide, file), (_guess(wide, _strict(data, wide, file), file),)
    plain = _maybe(data, "utf-8")
    if plain is not None and not _by_chance(plain, data):
        return plain, ()
    found = {encoding: text for encoding in _COMMON if (text := _maybe(data, encoding)) is not None}
    if not found:
        raise refused("text_encoding", file)
    best = max(found, key=lambda encoding: _everyday(found[encoding], encoding))
    return found[best], (_guess(best, found[best], file),)


def _by_chance(text: str, data: bytes) -> bool:
    """Whether a text is UTF-8 by chance: some of its words are of no script, and all would be everyday Chinese."""
    if text.isascii() or max(text) > "\u07ff" or all(map(_WORDS.fullmatch, re.findall(r"[^\W\d_]+", text))):
        return False
    chinese = _maybe(data, "gb2312")
    return chinese is not None and _everyday(chinese, "gb18030") == sum(not c.isascii() for c in chinese[:SAMPLE])


def _strict(data: bytes, encoding: str, file: str) -> str:
    text = _maybe(data, encoding)
    if text is None or "\0" in text:
        raise refused("text_encoding", file)
    return text


def _maybe(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _everyday(text: str, encoding: str) -> int:
    """How many of the characters are everyday ones in an encoding."""
    counts = Counter(character for character in text[:SAMPLE] if not character.isascii())
    first = {character: character.encode(encoding) for character in counts}
    return sum(counts[c] for c, code in first.items() if len(code) == 2 and code[0] in _COMMON[encoding])


def _guess(encoding: str, text: str, file: str) -> Guess:
    """The guess of an encoding, with words by which a reader sees whether it is right."""
    words = [word for word in text[:SAMPLE].replace(",", " ").split() if not word.isascii()]
    return Guess("encoding", {"encoding": encoding.upper(), "example": "  ".join(words[:3])[:40]}, Place(file))


def separated_by(text: str) -> str:
    """The separator by which rows come out most alike, of those that part anything."""
    best, found = (0.0, 0), ","
    for separator in SEPARATORS:
        try:
            rows = [row for row in islice(_rows(text, separator), 200) if any(map(str.strip, row))]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if widths:
            width, count = widths.most_common(1)[0]
            if (count / len(rows), width) > best:
                best, found = (count / len(rows), width), separator
    return found


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline="\n"), delimiter=separator)


def _split(text: str, separator: str, file: str) -> Sequence[list[str]]:
    try:
        rows = list(_rows(text, separator))
        unended = bool(rows and rows[-1]) and "\n" in rows[-1][-1] and rows == list(_rows(f'{text}"', separator))
    except (csv.Error, ValueError, TypeError):
        unended = True
    if unended:
        raise refused("text_quotes", file)
    return rows


def _unquoted(cell: str) -> str:
    return cell[1:] if cell.startswith(_FORMULAS) else cell
