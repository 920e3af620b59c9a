"""Standard deviation: criteria on which options spread more count more. Diakoulaki, Mavrotas & Papayannakis (1995)."""

import numpy as np

from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.table import Table
from mcda.normalise import frame
from mcda.normalise.minmax import SCALING
from mcda.weighting import Weighting, shared_out

TITLE = Text("standard deviation of the figures", "标准差法")


def merits(table: Table) -> Array:
    """Figures on the way from the worst (0) to the best (1) option (…, m, n)."""
    merits: Array = SCALING.value(table.values, table.gain, frame(table.values, table.gain, SCALING))
    return merits


def from_table(table: Table) -> Array:
    """W ∝ the standard deviation of figures scaled from worst to best (…, n); constant columns get 0.

    Raises TableError for a table that tells nothing apart.
    """
    return shared_out(np.std(merits(table), axis=-2), TITLE)


WEIGHTING = Weighting(
    TITLE,
    "Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22",
    None,
    from_table=from_table,
)
