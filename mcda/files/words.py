"""Words of a case file: in both languages, or in the one that it has."""

from typing import Any

from mcda.files import schema
from mcda.language import Text

BILINGUAL = (schema.Bilingual, schema.Note)


def text(words: Any, otherwise: str = "") -> Text:
    """The words, or what stands for them where there are none."""
    if isinstance(words, BILINGUAL):
        return Text(words.en, words.zh)
    return Text.same(words if isinstance(words, str) else otherwise)


def maybe(words: Any) -> Text | None:
    """As `text`, where there may be none."""
    return text(words) if words else None
