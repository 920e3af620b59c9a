"""CRITIC: spread counts, and more so where other criteria say something else. Diakoulaki et al. (1995)."""

import numpy as np

from mcda.expression import ratio
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.table import Table
from mcda.weighting import Weighting, shared_out
from mcda.weighting.standard_deviation import merits

TITLE = Text("spread and conflict of the figures (CRITIC)", "CRITIC法")


def from_table(table: Table) -> Array:
    """Wⱼ ∝ σⱼ Σₖ (1 − rⱼₖ): standard deviation and correlations (Pearson) of figures scaled from worst to best (…, n).

    A constant column gets 0 and conflicts with nothing. Raises TableError for a table that tells nothing apart, as
    one whose criteria all order the options in the same proportion.
    """
    y = merits(table)
    centred = y - y.mean(axis=-2, keepdims=True)
    deviation = np.std(y, axis=-2)
    unit = ratio(centred, deviation[..., None, :] * np.sqrt(y.shape[-2]), 0)
    correlation = np.swapaxes(unit, -1, -2) @ unit
    varies = (deviation > 0)[..., None, :]
    conflict = np.sum(np.where(varies, 1 - np.clip(correlation, -1, 1), 0), axis=-1)
    alone = y.shape[-1] == 1
    return shared_out(deviation if alone else deviation * np.where(conflict > 1e-12, conflict, 0.0), TITLE)


WEIGHTING = Weighting(
    TITLE,
    "Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22",
    None,
    from_table=from_table,
)
