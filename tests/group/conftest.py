"""Rooms: judgements from upper triangles, and a case with people in it."""

from fractions import Fraction
from itertools import combinations

import pytest

from mcda.model import Judgement


def judgement(who, upper, names="abc", group=""):
    pairs = zip(combinations(names, 2), upper, strict=True)
    kept = {pair: float(Fraction(str(value))) for pair, value in pairs if value is not None}
    return Judgement(who, "pairs", group=group, pairs=kept)


@pytest.fixture(scope="session")
def judged():
    """`judged(who, upper, names, group)`: comparisons in the order of the upper triangle, None where not asked."""
    return judgement
