"""YAML as we allow it, with the line of every key: no anchors, no tags, nothing twice, numbers that are numbers.

Composed from a parser's *events*: what YAML loaders do with `no`, `012`, merge keys and tags never happens.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from mcda.errors import CaseError, Fault, Place

LARGEST = 2_000_000
DEEPEST = 40
_NUMBER = re.compile(r"[-+]?(\d[\d_]*\.?\d*|\.\d+)([eE][-+]?\d+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|nan)", re.IGNORECASE)
_WIDE_COLON = re.compile(r"[\w\-]+：")
_WIDE_KEY = re.compile(r"[a-z_][a-z0-9_\-]*：", re.IGNORECASE)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Map(dict[str, Any]):
    """A mapping that knows the line on which it begins and the line of each key."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.at: dict[str, int] = {}


class Seq(list[Any]):
    """A list that knows the line on which it begins and the line of each entry."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.at: list[int] = []


def line_of(tree: Any, path: tuple[Any, ...]) -> int | None:
    """The line of the deepest key of a path that is there; parts of the path that are no keys are skipped."""
    line = tree.line if isinstance(tree, Map | Seq) else None
    for part in path:
        if (isinstance(tree, Map) and part in tree) or (
            isinstance(tree, Seq) and isinstance(part, int) and part < len(tree)
        ):
            line, tree = tree.at[part], tree[part]
    return line


def read(path: Any, name: str = "") -> Map:
    """The mapping that a YAML file holds. `path` is anything with `read_bytes`. Raises CaseError with the line."""
    name = name or str(path)
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise CaseError(Fault("file_missing", {"file": name})) from None
    except IsADirectoryError:
        raise CaseError(Fault("file_folder", {"file": name})) from None
    except OSError as error:
        raise CaseError(Fault("file_unreadable", {"file": name, "reason": error.strerror or ""})) from None
    if len(data) > LARGEST:
        raise CaseError(Fault("yaml_large", {"size": f"{len(data) / 1e6:.1f}"}, Place(name)))
    return compose(decoded(data, name), name)


def decoded(data: bytes, name: str) -> str:
    """UTF-8, with or without a byte-order mark; UTF-16 with one. Raises CaseError with the line of the first wrong
    byte.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CaseError(Fault("yaml_encoding", {}, Place(name, line))) from None


def compose(text: str, name: str) -> Map:
    """The mapping that a text holds. Raises CaseError with the line."""
    if "\0" in text:
        raise CaseError(Fault("yaml_encoding", {}, Place(name, text[: text.index("\0")].count("\n") + 1)))
    composer = _Composer(name)
    try:
        tree = composer.document(iter(yaml.parse(text, Loader=_LOADER)))
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, text, name) from None
    except yaml.YAMLError as error:
        raise CaseError(Fault("yaml_syntax", {"found": str(error)[:80]}, Place(name))) from None
    if not isinstance(tree, Map):
        raise CaseError(Fault("yaml_mapping", {}, Place(name, 1)))
    return tree


def _syntax(error: yaml.MarkedYAMLError, text: str, name: str) -> CaseError:
    mark = error.problem_mark
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    shown = lines[line - 1].strip()[:60] if line <= len(lines) else ""
    nearby = [at for at in (line, line - 1) if 0 < at <= len(lines) and _WIDE_COLON.match(lines[at - 1].strip())]
    if nearby:
        found = lines[nearby[0] - 1].strip()[:60]
        return CaseError(Fault("yaml_wide_colon", {"found": found}, Place(name, nearby[0])))
    return CaseError(Fault("yaml_syntax", {"found": shown or (error.problem or "")}, Place(name, line)))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


class _Composer:
    def __init__(self, name: str) -> None:
        self.name = name

    def refused(self, code: str, event: Any, **values: Any) -> CaseError:
        return CaseError(Fault(code, values, Place(self.name, _line(event))))

    def document(self, events: Iterator[Any]) -> Any:
        tree, seen = None, False
        for event in events:
            if isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                continue
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    raise self.refused("yaml_documents", event)
                seen = True
                continue
            tree = self.node(event, events, 0)
        return tree

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.refused("yaml_anchor", event, found=getattr(event, "anchor", ""))
        if getattr(event, "tag", None) not in (None, "!"):
            raise self.refused("yaml_tag", event, found=event.tag)
        if depth > DEEPEST:
            raise self.refused("yaml_deep", event, limit=DEEPEST)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            found = Seq(_line(event))
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                found.at.append(_line(event))
                found.append(self.node(event, events, depth + 1))
            return found
        return self.scalar(event)

    def mapping(self, event: Any, events: Iterator[Any], depth: int) -> Map:
        found = Map(_line(event))
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refused("yaml_key", event)
            self.node(event, events, depth)
            key = event.value
            if key in found:
                raise self.refused("yaml_duplicate", event, key=key, first=found.at[key])
            if key == "<<":
                raise self.refused("yaml_anchor", event, found="<<")
            found.at[key] = _line(event)
            found[key] = self.node(next(events), events, depth + 1)
        return found

    def scalar(self, event: Any) -> Any:
        text = event.value
        if event.style or not event.implicit[0]:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _NOT_FINITE.fullmatch(text):
            raise self.refused("yaml_number", event, found=text)
        if _NUMBER.fullmatch(text):
            return self.number(text, event)
        if _WIDE_KEY.match(text):
            raise self.refused("yaml_wide_colon", event, found=text[:60])
        return text

    def number(self, text: str, event: Any) -> Any:
        if len(text) > 30:
            raise self.refused("yaml_number", event, found=f"{text[:12]}…")
        plain = text.replace("_", "")
        if re.fullmatch(r"[-+]?\d+", plain):
            return text if re.match(r"[-+]?0\d", plain) else int(plain)
        value = float(plain)
        if value in (float("inf"), float("-inf")):
            raise self.refused("yaml_number", event, found=text)
        return value


def write_text(path: Path, text: str) -> None:
    """Write a new file; one that is there already is left alone. Raises CaseError."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise CaseError(Fault("file_exists", {"file": str(path)})) from None
    except OSError as error:
        raise CaseError(Fault("file_unwritable", {"file": str(path), "reason": error.strerror or ""})) from None
