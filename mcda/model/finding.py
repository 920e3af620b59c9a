"""What a reader must know beside a result: a caution or a remark, part of the result itself."""

from dataclasses import dataclass
from typing import Literal

from mcda.language import Lang, Message


@dataclass(frozen=True)
class Finding:
    """A sentence about a result. A caution may change what the reader does; a remark explains."""

    message: Message
    level: Literal["caution", "remark"] = "caution"

    def text(self, lang: Lang = "en") -> str:
        """The finding in words."""
        return self.message.in_(lang)


def caution(code: str, **values: object) -> Finding:
    """A finding that the reader should weigh before using the result."""
    return Finding(Message(f"finding.{code}", values))


def remark(code: str, **values: object) -> Finding:
    """A finding that explains."""
    return Finding(Message(f"finding.{code}", values), "remark")
