"""Published worked examples, read from tests/published/<kind>/*.yaml."""

from fractions import Fraction
from pathlib import Path

import numpy as np

from mcda.files.yaml import read

FOLDER = Path(__file__).parent / "published"


def examples(kind, **wanted):
    """The examples of a kind whose keys have the wanted values, as (name, content)."""
    found = [(path.stem, read(path)) for path in sorted((FOLDER / kind).glob("*.yaml"))]
    return [(name, e) for name, e in found if all(e.get(key) == value for key, value in wanted.items())]


def matrix(rows):
    """A printed judgement matrix: numbers, fractions as text, null where nobody was asked."""
    return np.array([[np.nan if x is None else float(Fraction(str(x))) for x in row] for row in rows])
