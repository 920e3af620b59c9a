"""One thing to read, in both languages."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["en", "zh"]
LANGUAGES: tuple[Lang, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Text:
    """One thing to read, in both languages."""

    en: str
    zh: str

    def in_(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en

    @staticmethod
    def same(words: str) -> "Text":
        """A name that both languages share: an identifier, a symbol, a citation."""
        return Text(words, words)
