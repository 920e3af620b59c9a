"""What a problem is, in sixteen letters: the same for the same problem, whatever its file looks like."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import numpy as np


def fingerprint(value: Any) -> str:
    """SHA-256 of the value in canonical JSON, numbers at 15 significant digits; the first 16 hex digits."""
    text = json.dumps(_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool | int | str) or value is None:
        return value
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, np.ndarray):
        return [_plain(entry) for entry in value.tolist()]
    if is_dataclass(value):
        compared = [field.name for field in fields(value) if field.compare and field.name != "span"]
        return {name: _plain(getattr(value, name)) for name in compared}
    if isinstance(value, dict):
        return {key if isinstance(key, str) else "\t".join(key): _plain(entry) for key, entry in value.items()}
    return [_plain(entry) for entry in value]
