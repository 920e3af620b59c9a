"""What was guessed while reading a sheet: what was read as what, why, and in which cell; for a person to confirm."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mcda.errors import NOWHERE, Place
from mcda.language import Lang, Text, say


@dataclass(frozen=True)
class Guess:
    """One reading that could have been another. `told` marks what is certain, and only worth knowing."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)
    place: Place = NOWHERE
    told: bool = False

    def text(self, lang: Lang = "en") -> str:
        """What was read, as what, and why."""
        return say(lang, f"read.{self.code}", **self.values)

    def words(self) -> Text:
        """The same in both languages."""
        return Text(self.text("en"), self.text("zh"))
