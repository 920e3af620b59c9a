"""How a code becomes a sentence: find it, put its values into words, join lists as the language does."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mcda.language.sentences import SENTENCES
from mcda.language.text import LANGUAGES, Lang, Text


@dataclass(frozen=True)
class Message:
    """A sentence not yet spoken: its code in the language files, and the values that it names."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def in_(self, lang: Lang) -> str:
        """The sentence in one language."""
        return say(lang, self.code, **self.values)


def number(value: float) -> str:
    """Three significant figures, and no fewer than the whole part: 0.718, 18.2, 456, 1,048."""
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    if value == 0:
        return "0"
    size = abs(value)
    if size >= 99.95:
        return f"{value:,.0f}"
    if size < 1e-4:
        return f"{value:.2e}"
    text = f"{value:.3g}"
    return text if "e" not in text else f"{value:.5f}"


def _joined(items: list[str], lang: Lang) -> str:
    if lang == "zh":
        return "、".join(items)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def spoken(value: Any, lang: Lang) -> Any:
    """A value in words: texts and messages in the language, numbers to three figures, lists joined."""
    if isinstance(value, Text | Message):
        return value.in_(lang)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, list | tuple):
        return _joined([str(spoken(item, lang)) for item in value], lang)
    return value


def say(lang: Lang, code: str, **values: Any) -> str:
    """The sentence `code` with its values, in one language. An unknown code raises KeyError."""
    return SENTENCES[code].in_(lang).format(**{key: spoken(value, lang) for key, value in values.items()})


def pick(wanted: str | None = None) -> Lang:
    """The language asked for, else the one of the environment (LC_ALL, LC_MESSAGES, LANG), else English."""
    if wanted and wanted[:2].lower() in LANGUAGES:
        return "zh" if wanted.lower().startswith("zh") else "en"
    choices = [os.environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG")]
    named = next((choice for choice in choices if choice), "")
    return "zh" if named.lower().startswith("zh") else "en"
