"""A YAML tree against a schema: every fault with its line, in words of ours."""

from typing import Any, TypeVar

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
        found = {(e["type"], _path(e["loc"])): e for e in error.errors()}
        faults = [_fault(kind, raw, file, e) for e in found.values()]
        return None, sorted(_told_once(faults), key=lambda fault: fault.place.line or 0)


def _plain(tree: Any) -> Any:
    return tree if not isinstance(tree, Map) else {key: _plain(value) for key, value in tree.items()}


def _path(loc: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(loc)


def _told_once(faults: list[Fault]) -> list[Fault]:
    """A value that fits no side of a choice gives a fault per side: one is enough."""
    seen: dict[tuple[Any, ...], Fault] = {}
    for fault in faults:
        seen.setdefault((fault.place.line, fault.values.get("field"), fault.code), fault)
    return list(seen.values())


def _fault(kind: type[BaseModel], raw: Map, file: str, error: Any) -> Fault:
    loc = tuple(part for part in error["loc"] if not isinstance(part, str) or part not in ("branch", "leaf"))
    place = Place(file, line_of(raw, loc), key=".".join(map(str, loc)))
    field = next((str(part) for part in reversed(loc) if _in(raw, loc, part)), str(loc[-1]) if loc else "")
    if error["type"] == "missing":
        return Fault("field_missing", {"field": str(loc[-1]), "inside": _inside(loc)}, place)
    if error["type"] == "extra_forbidden":
        return unknown("field", str(loc[-1]), _fields(kind, loc), place)
    expected = _EXPECTED.get(error["type"], "other")
    if expected == "mapping" and "：" in str(error["input"]):
        return Fault("yaml_wide_colon", {"found": _short(error["input"])}, place)
    said = error.get("ctx", {}).get("expected", "") or error["msg"]
    values = {
        "field": field,
        "found": _short(error["input"]),
        "expected": Message(f"expected.{expected}", {"said": said}),
    }
    return Fault("field_wrong", values, place)


def _in(raw: Any, loc: tuple[Any, ...], part: Any) -> bool:
    tree = raw
    for step in loc:
        if isinstance(tree, Map) and step in tree:
            if step == part:
                return True
            tree = tree[step]
        elif isinstance(tree, Seq) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
    return False


def _inside(loc: tuple[Any, ...]) -> str:
    return " → ".join(str(part) for part in loc[:-1] if not (isinstance(part, str) and part[:1].isupper())) or "—"


def _fields(kind: type[BaseModel], loc: tuple[Any, ...]) -> tuple[str, ...]:
    """The names allowed where an unknown one stands: found in the JSON Schema that the classes give."""
    whole = kind.model_json_schema(by_alias=True)
    defs = whole.get("$defs", {})
    found = [whole]
    for part in loc[:-1]:
        found = [inner for node in found for inner in _below(node, part, defs)]
    names = {name for node in found for name in _resolved(node, defs).get("properties", {})}
    return tuple(sorted(names))


def _resolved(node: Any, defs: Any) -> Any:
    return defs[node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node


def _below(node: Any, part: Any, defs: Any) -> list[Any]:
    node = _resolved(node, defs)
    sides = [_resolved(side, defs) for key in ("anyOf", "oneOf") for side in node.get(key, [])] or [node]
    found: list[Any] = []
    for side in sides:
        if isinstance(part, str) and side.get("title") == part:
            found.append(side)
        for inner in (side.get("properties", {}).get(part), side.get("additionalProperties"), side.get("items")):
            if isinstance(inner, dict):
                found += [_resolved(x, defs) for x in (inner.get("anyOf") or inner.get("oneOf") or [inner])]
    return found or [node]


def _short(value: Any) -> str:
    text = "…" if isinstance(value, dict | list) else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
