"""Texts as they are compared: full-width letters, digits and signs as the plain ones."""

from unicodedata import decomposition, normalize

_SIGNS = str.maketrans(
    {"−": "-", "﹣": "-", "‐": "-", "‑": "-", "‒": "–", "―": "—", "〜": "~", "\u200b": None, "\ufeff": None}
)


def folded(text: str) -> str | None:
    """The text with full-width characters and signs as plain ones, trimmed; None where a raised or circled digit would
    become an ordinary one: 10² is not 102.
    """
    if not text.isascii():
        if any(_raised(character) for character in text if not character.isascii()):
            return None
        text = normalize("NFKC", text).translate(_SIGNS)
    return " ".join(text.split())


def _raised(character: str) -> bool:
    digits = any(c.isdigit() for c in normalize("NFKC", character))
    return digits and not decomposition(character).startswith("<wide>")
