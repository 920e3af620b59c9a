"""A YAML tree against a schema: every fault with its line, in words of ours."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from mcda.errors import Fault, Place, unknown
from mcda.files.yaml import Map, Seq, line_of
from mcda.language import Message

M = TypeVar("M", bound=BaseModel)
_EXPECTED = {
    "string_type": "text", "float_type": "number", "int_type": "whole_number", "bool_type": "true_or_false",
    "list_type": "list", "dict_type": "mapping", "model_type": "mapping", "model_attributes_type": "mapping",
    "literal_error": "one_of", "string_pattern_mismatch": "identifier", "too_short": "longer", "too_long": "shorter",
    "string_too_short": "longer", "string_too_long": "shorter",
}  # fmt: skip


def faults_of(kind: type[M], raw: Map, file: str) -> tuple[M | None, list[Fault]]:
    """The tree as an object of `kind`, or None with the faults that stand against it."""
    try:
        return kind.model_validate(_plain(raw)), []
    except ValidationError as error:
        faults = [_fault(kind, raw, file, found) for found in _told_once(raw, error.errors())]
        return None, sorted(faults, key=lambda fault: fault.place.line or 0)


def _plain(tree: Any) -> Any:
    return tree if not isinstance(tree, Map) else {key: _plain(value) for key, value in tree.items()}


def _told_once(raw: Map, errors: Sequence[Any]) -> list[Any]:
    """A value that fits no side of a choice gives an error per side: the one that goes deepest is enough."""
    seen: dict[tuple[Any, ...], Any] = {}
    for error in errors:
        seen.setdefault(_path(raw, error), error)
    return [
        error for path, error in seen.items() if not any(path == other[: len(path)] for other in seen if other != path)
    ]


def _path(raw: Any, error: Any) -> tuple[Any, ...]:
    """The keys of a location that are in the file, and a last one that is missing; names of classes drop out."""
    path: list[Any] = []
    loc = error["loc"]
    tree = raw
    for k, part in enumerate(loc):
        inside = (
            part in tree
            if isinstance(tree, Map)
            else isinstance(tree, Seq) and isinstance(part, int) and part < len(tree)
        )
        if inside:
            path.append(part)
            tree = tree[part]
        elif k == len(loc) - 1 and error["type"] == "missing":
            path.append(part)
    return tuple(path)


def _fault(kind: type[BaseModel], raw: Map, file: str, error: Any) -> Fault:
    path = _path(raw, error)
    place = Place(file, line_of(raw, path), key=".".join(map(str, path)))
    if error["type"] == "missing":
        return Fault("field_missing", {"field": str(error["loc"][-1]), "inside": _inside(path)}, place)
    if error["type"] == "extra_forbidden":
        return unknown("field", str(error["loc"][-1]), _fields(kind, error["loc"]), place)
    expected = _EXPECTED.get(error["type"], "other")
    if expected == "mapping" and "：" in str(error["input"]):
        line = _value_line(raw, path) or place.line
        return Fault("yaml_wide_colon", {"found": _short(error["input"])}, replace(place, line=line))
    said = error.get("ctx", {}).get("expected", "") or error["msg"]
    field = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    words = Message(f"expected.{expected}", {"said": said})
    return Fault("field_wrong", {"field": field, "found": _short(error["input"]), "expected": words}, place)


def _value_line(raw: Any, path: tuple[Any, ...]) -> int | None:
    """Where the value begins that stands under a path of keys."""
    tree = raw
    for part in path[:-1]:
        tree = tree[part]
    return tree.value_at.get(path[-1]) if isinstance(tree, Map) and path else None


def _inside(path: tuple[Any, ...]) -> str:
    return " → ".join(map(str, path[:-1])) or "—"


def _fields(kind: type[BaseModel], loc: tuple[Any, ...]) -> tuple[str, ...]:
    """The names allowed where an unknown one stands: those of the classes that the location leads to."""
    classes: list[type[BaseModel]] = [kind]
    for part in loc[:-1]:
        named = [c for c in classes if isinstance(part, str) and c.__name__.lower() == part.lower()]
        fields = [_named(c).get(part) for c in classes]
        below = [inner for field in fields if field is not None for inner in _classes(field.annotation)]
        classes = named or below or classes
    return tuple(sorted({name for c in classes for name in _named(c)}))


def _named(kind: type[BaseModel]) -> dict[Any, Any]:
    """The fields of a class by the names that a file uses."""
    return {field.alias or name: field for name, field in kind.model_fields.items()}


def _classes(annotation: Any) -> list[type[BaseModel]]:
    """The classes that an annotation holds, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for inner in get_args(annotation) for found in _classes(inner)]


def _short(value: Any) -> str:
    text = "…" if isinstance(value, dict | list) else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
