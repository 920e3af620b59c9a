"""The three parts of a fault."""

from typing import NamedTuple

from mcda.language.text import Text


class Sentence(NamedTuple):
    """What is wrong, why it matters, how to mend it."""

    what: Text
    why: Text
    mend: Text


def sentence(what: tuple[str, str], why: tuple[str, str], mend: tuple[str, str]) -> Sentence:
    """A fault from its three parts, each in English and Chinese."""
    return Sentence(Text(*what), Text(*why), Text(*mend))
