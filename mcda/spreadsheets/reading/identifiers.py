"""Names → the ids of a case file: the name itself where it is plain Latin letters, else a letter and a number."""

import re
from collections.abc import Iterable
from unicodedata import normalize

LONGEST = 60
TAKEN = frozenset({"criteria", "null", "true", "false"})
"""What an id can't be: the root of the tree, and words that YAML reads as something else."""


def identifiers(names: Iterable[str], letter: str, taken: Iterable[str] = ()) -> list[str]:
    """An id for each name, in order; no two alike, and none of those taken.

    >>> identifiers(["Gas-DRI + EAF", "高炉", "CO₂ price", "gas dri eaf"], "a")
    ['gas_dri_eaf', 'a2', 'co2_price', 'a4']
    """
    found: list[str] = []
    used = {*TAKEN, *taken}
    for k, name in enumerate(names, 1):
        plain = "".join(c for c in normalize("NFKD", name) if not "\u0300" <= c <= "\u036f")
        slug = re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_") if plain.isascii() else ""
        if not re.match("[a-z]", slug) or len(slug) > LONGEST or slug in used:
            slug, number = f"{letter}{k}", k
            while slug in used:
                number += 1
                slug = f"{letter}{number}"
        used.add(slug)
        found.append(slug)
    return found
