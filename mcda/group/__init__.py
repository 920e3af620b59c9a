"""Many people: their answers as arrays, ways to join them, and measures of how far apart they are."""

from mcda.group.joining import JOININGS, Joining, join, joining_of

__all__ = ["JOININGS", "Joining", "join", "joining_of"]
