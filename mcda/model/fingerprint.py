"""What a problem is, in sixteen letters: the same for the same problem, whatever its file looks like."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

import numpy as np


def fingerprint(value: Any) -> str:
    """SHA-256 of the value in canonical JSON, numbers at 15 significant digits; the first 16 hex digits."""
    text = json.dumps(_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


_AS_THEY_ARE = frozenset({bool, int, str, type(None)})


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if isinstance(value, float):
        return f"{value:.15g}"
    if known := _compared(kind):
        get, names, defaults = known
        return {
            name: part if part.__class__ in _AS_THEY_ARE else _plain(part)
            for name, part, other in zip(names, get(value), defaults, strict=True)
            if part is not other and (part.__class__ is not str or part != other)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, np.ndarray):
        return [_plain(entry) for entry in value.tolist()]
    if isinstance(value, dict):
        return {key if isinstance(key, str) else "\t".join(key): _plain(entry) for key, entry in value.items()}
    return [_plain(entry) for entry in value]


@cache
def _compared(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[str, ...], tuple[Any, ...]] | None:
    """What reads the fields that make values of a frozen dataclass equal, their names and defaults; None for other
    classes. A field that is as its class says by default is left out: most fields of a figure are so.
    """
    if not hasattr(kind, "__dataclass_fields__"):
        return None
    known = {field.name: field.default for field in fields(kind) if field.compare and field.name != "span"}
    names = tuple(known)
    get = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    return get, names, tuple(known.values())
