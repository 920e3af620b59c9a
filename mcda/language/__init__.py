"""Codes and values → sentences in English and 简体中文. It knows no types of the model.

Every finding, warning and error is a code with values until it is shown; nobody else composes a sentence.
"""

from mcda.language.speech import Message, number, pick, say, spoken
from mcda.language.text import LANGUAGES, Lang, Text

__all__ = ["LANGUAGES", "Lang", "Message", "Text", "number", "pick", "say", "spoken"]
