"""Workbooks and text files that people have → decision problems; what was guessed on the way, and what is wrong."""

from mcda.spreadsheets.reading.guesses import Guess
from mcda.spreadsheets.reading.problem import Read, read

__all__ = ["Guess", "Read", "read"]
