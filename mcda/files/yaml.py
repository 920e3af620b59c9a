"""YAML as we allow it, with the line of every key: no anchors, no tags, nothing twice, numbers that are numbers.

Composed from a parser's *events*: what YAML loaders do with `no`, `012`, merge keys and tags never happens.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from mcda.errors import CaseError, Fault, Place, reason

LARGEST = 2_000_000
DEEPEST = 40
_NUMBER = re.compile(r"[-+]?([0-9]+(_[0-9]{3})*\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|nan)", re.IGNORECASE)
_WIDE_COLON = re.compile(r"[\w\-]+：")
_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text holds, and YAML forbids."""
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Map(dict[str, Any]):
    """A mapping that knows the line on which it begins, the line of each key, and the line where its value begins."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.at: dict[str, int] = {}
        self.value_at: dict[str, int] = {}


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
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)  # no more than is needed to know that it is too much
    except (FileNotFoundError, NotADirectoryError):
        raise CaseError(Fault("file_missing", {"file": name})) from None
    except IsADirectoryError:
        raise CaseError(Fault("file_folder", {"file": name})) from None
    except (OSError, ValueError) as error:
        told = reason(error) if isinstance(error, OSError) else str(error)
        raise CaseError(Fault("file_unreadable", {"file": name, "reason": told})) from None
    if len(data) > LARGEST:
        raise CaseError(Fault("yaml_large", {}, Place(name)))
    return compose(decoded(data, name), name)


def decoded(data: bytes, name: str) -> str:
    """UTF-8, with or without a byte-order mark; UTF-16 with one. Raises CaseError with the line of the first wrong
    byte.
    """
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        whole = data[: error.start].decode("utf-16" if wide else "utf-8", errors="ignore")
        raise CaseError(Fault("yaml_encoding", {}, Place(name, whole.count("\n") + 1))) from None


def compose(text: str, name: str) -> Map:
    """The mapping that a text holds. Raises CaseError with the line."""
    strange = _NEVER.search(text)
    if strange:
        code = "yaml_encoding" if strange.group() == "\0" else "yaml_syntax"
        line = text[: strange.start()].count("\n") + 1
        raise CaseError(Fault(code, {"found": ascii(strange.group())}, Place(name, line)))
    composer = _Composer(name)
    try:
        tree = composer.document(iter(yaml.parse(text, Loader=_LOADER)))
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, text, name) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise CaseError(Fault("yaml_syntax", {"found": str(error).splitlines()[0][:80]}, Place(name, 1))) from None
    if not isinstance(tree, Map):
        raise CaseError(Fault("yaml_mapping", {}, Place(name, 1)))
    return tree


def _syntax(error: yaml.MarkedYAMLError, text: str, name: str) -> CaseError:
    quoted = "quoted" in (error.context or "")  # an open quote runs to the end: where it opens is what helps
    mark = error.context_mark if quoted else error.problem_mark or error.context_mark
    lines = text.splitlines()
    line = min(mark.line + 1 if mark else 1, len(lines))
    while line > 1 and not lines[line - 1].split("#")[0].strip():
        line -= 1
    for at in _written_before(lines, line):
        if _WIDE_COLON.match(lines[at - 1].strip()):
            return CaseError(Fault("yaml_wide_colon", {"found": lines[at - 1].strip()[:60]}, Place(name, at)))
    shown = lines[line - 1].strip()[:60] or (error.problem or "")
    return CaseError(Fault("yaml_syntax", {"found": shown}, Place(name, line)))


def _written_before(lines: list[str], line: int) -> list[int]:
    """A line and the one written before it, comments and blanks apart."""
    before = [at for at in range(line - 1, 0, -1) if lines[at - 1].split("#")[0].strip()]
    return [line, *before[:1]]


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
            self.no_wide_key(event)
            tree = self.node(event, events, 0)
        return tree

    def no_wide_key(self, event: Any) -> None:
        """Where a mapping may stand, a word with a full-width colon is a key that YAML did not see."""
        if isinstance(event, yaml.ScalarEvent) and not event.style and _WIDE_COLON.match(event.value):
            raise self.refused("yaml_wide_colon", event, found=event.value[:60])

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
                self.no_wide_key(event)
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
            event = next(events)
            found.value_at[key] = _line(event)
            found[key] = self.node(event, events, depth + 1)
        return found

    def scalar(self, event: Any) -> Any:
        text = event.value
        if _CONTROL.search(text):
            raise self.refused("yaml_control", event, found=ascii(text)[:60])
        if event.style or not event.implicit[0]:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _NOT_FINITE.fullmatch(text):
            raise self.refused("yaml_number", event, found=text)
        if _NUMBER.fullmatch(text):
            return self.number(text, event)
        return text

    def number(self, text: str, event: Any) -> Any:
        if len(text.lstrip("+-")) > 30:
            raise self.refused("yaml_number", event, found=f"{text[:12]}…")
        plain = text.replace("_", "")
        if re.fullmatch(r"[-+]?[0-9]+", plain):
            return text if re.match(r"[-+]?0\d", plain) else int(plain)
        value = float(plain)
        if value in (float("inf"), float("-inf")):
            raise self.refused("yaml_number", event, found=text)
        return value


class Flow:
    """A mapping or a list that is written on one line."""

    def __init__(self, value: Any) -> None:
        self.value = dict(value) if isinstance(value, Mapping) else list(value)

    def __bool__(self) -> bool:
        return bool(self.value)


class _Dumper(_DUMPER):  # type: ignore[misc, valid-type]
    """Writes what the composer reads back: no aliases, and quotes round every text that it would take for more."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _flow(dumper: yaml.SafeDumper, data: Flow) -> yaml.Node:
    if isinstance(data.value, dict):
        return dumper.represent_mapping("tag:yaml.org,2002:map", data.value, flow_style=True)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data.value, flow_style=True)


def _text(dumper: yaml.SafeDumper, data: str) -> yaml.Node:
    taken = data in _WORDS or _NUMBER.fullmatch(data) or _NOT_FINITE.fullmatch(data) or "：" in data
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style="'" if taken else None)


def _mapping(dumper: yaml.SafeDumper, data: Mapping[str, Any]) -> yaml.Node:
    return dumper.represent_dict(data)


def _sequence(dumper: yaml.SafeDumper, data: list[Any]) -> yaml.Node:
    return dumper.represent_list(data)


_Dumper.add_representer(Map, _mapping)
_Dumper.add_representer(Seq, _sequence)
_Dumper.add_representer(Flow, _flow)
_Dumper.add_representer(str, _text)


def dumped(tree: Mapping[str, Any]) -> str:
    """A tree of mappings, lists, texts and numbers as YAML, from which `compose` reads the same tree."""
    return yaml.dump(
        dict(tree), Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=110
    )


def write_text(path: Path, text: str) -> None:
    """Write a new file; one that is there already is left alone. Raises CaseError."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise CaseError(Fault("file_exists", {"file": str(path)})) from None
    except OSError as error:
        raise CaseError(Fault("file_unwritable", {"file": str(path), "reason": reason(error)})) from None
