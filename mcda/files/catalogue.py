"""The catalogue of criteria: theme folders with a file per criterion, the user's own before the shipped."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from mcda.errors import CaseError, Fault, Place
from mcda.expression import KINDS
from mcda.files import schema
from mcda.files.reading import faults_of
from mcda.files.shipped import folder
from mcda.files.words import maybe, text
from mcda.files.yaml import Map, line_of, read
from mcda.language import Text
from mcda.model import Direction, Level, Need, Scale
from mcda.model.paper import CONCERNS

MEASURED = "measured"
"""The scale of a criterion that is measured in a unit."""
SCALE_KINDS = {"ratio": Need.RATIO, "interval": Need.INTERVAL, "ordinal": Need.ORDER}


@dataclass(frozen=True)
class Entry:
    """A criterion of the catalogue. The first scale is the default."""

    id: str
    theme: str
    title: Text
    definition: Text | None
    kinds: tuple[str, ...]
    direction: Direction
    scales: dict[str, Scale]
    measure: Text | None
    section: str
    challenge: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """Where criteria are looked up: each folder in turn, then those that are shipped."""

    folders: tuple[Traversable, ...] = ()

    def files(self) -> dict[str, tuple[str, Any]]:
        """Id → (theme, file)."""
        found: dict[str, tuple[str, Any]] = {}
        for root in (*self.folders, folder("criteria")):
            for theme in sorted(root.iterdir(), key=lambda entry: entry.name):
                if theme.is_dir():
                    for file in sorted(theme.iterdir(), key=lambda entry: entry.name):
                        if file.name.endswith(".yaml"):
                            found.setdefault(file.name.removesuffix(".yaml"), (theme.name, file))
        return found

    def __iter__(self) -> Iterator[Entry]:
        for theme, file in self.files().values():
            yield entry(theme, file)


@cache
def entry(theme: str, file: Any) -> Entry:
    """The criterion that a file defines. Raises CaseError with every fault."""
    raw = read(file, str(file))
    parsed, faults = faults_of(schema.Catalogued, raw, str(file))
    if parsed is not None:
        faults += list(_wrong(parsed, raw, file))
    if faults or parsed is None:
        raise CaseError(*faults)
    return Entry(
        parsed.id,
        theme,
        text(parsed.title),
        text(parsed.definition),
        tuple(parsed.kinds),
        Direction(parsed.direction),
        {
            name: _levelled(name, scale.kind, {key: text(words) for key, words in scale.levels.items()})
            for name, scale in parsed.scales.items()
        },
        text(parsed.measure),
        parsed.section,
        parsed.challenge,
        tuple(source.cite for source in parsed.sources),
    )


def defined(name: str, own: schema.Own, title: Text, scale: str) -> Entry:
    """The criterion that a case defines itself; any unit fits it."""
    scales = {scale: _levelled(scale, own.kind, {key: text(words) for key, words in own.levels.items()})}
    definition = maybe(own.definition)
    return Entry(
        name, "", title, definition, (), Direction(own.direction), scales, None, own.section, own.challenge, ()
    )


def catalogue_with(own: str | Path | None) -> Catalogue:
    """The catalogue with a folder of the user's own first. Raises CaseError if there is no such folder."""
    if own is None:
        return Catalogue()
    try:
        there = Path(own).is_dir()
    except (OSError, ValueError):
        there = False
    if not there:
        raise CaseError.of("file_missing", file=str(own)[:60])
    return Catalogue((Path(own),))


def beside(case: Path) -> Catalogue:
    """The catalogue for a case file: a folder `criteria` beside it comes first."""
    own = case.parent / "criteria"
    shipped = folder("criteria")
    return Catalogue((own,) if own.is_dir() and own.resolve() != Path(str(shipped)).resolve() else ())


def _levelled(name: str, kind: str, labels: dict[str, Text]) -> Scale:
    levels = tuple(Level(int(key), label) for key, label in labels.items())
    return Scale(SCALE_KINDS[kind], name, tuple(sorted(levels, key=lambda level: level.key)))


def _wrong(parsed: schema.Catalogued, raw: Map, file: Any) -> Iterator[Fault]:
    def place(*path: str) -> Place:
        return Place(str(file), line_of(raw, path))

    if f"{parsed.id}.yaml" != file.name:
        yield Fault("id_file", {"id": parsed.id, "file": file.name}, place("id"))
    for kind in parsed.kinds:
        if kind not in KINDS:
            yield Fault("kind_unknown", {"found": kind, "known": KINDS}, place("kinds"))
    if parsed.challenge not in CONCERNS:
        yield Fault("challenge_unknown", {"found": parsed.challenge, "known": tuple(CONCERNS)}, place("challenge"))
    for name, scale in parsed.scales.items():
        keys = sorted(int(key) for key in scale.levels if key.isascii() and key.isdecimal())
        whole = len(keys) > 1 and keys == list(range(keys[0], keys[0] + len(scale.levels)))
        if not whole if scale.kind == "ordinal" else scale.levels:
            yield Fault("levels_gap", {"scale": name}, place("scales", name))
