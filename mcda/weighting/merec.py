"""MEREC: a criterion counts by what its removal would change. Keshavarz-Ghorabaee et al. (2021)."""

import numpy as np

from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.table import Table
from mcda.weighting import Weighting, ratios, shared_out

TITLE = Text("effects of removing a criterion (MEREC)", "MEREC法（移除效应）")


def from_table(table: Table) -> Array:
    """Wⱼ ∝ Σᵢ |S′ᵢⱼ − Sᵢ|: how the options' performance S = ln(1 + Σₖ |ln nᵢₖ| ÷ n) changes without j (…, n).

    nᵢⱼ is min ÷ x where more is better, x ÷ max where less is. Raises TableError for figures that are not positive,
    or on a scale without a true zero, and for a table that tells nothing apart.
    """
    x, n = ratios(table, TITLE, zero=False), table.values.shape[-1]
    low, high = x.min(axis=-2, keepdims=True), x.max(axis=-2, keepdims=True)
    size = np.abs(np.log(np.where(table.gain, low / x, x / high)))
    total = size.sum(axis=-1, keepdims=True)
    whole, without = np.log1p(total / n), np.log1p((total - size) / n)
    return shared_out(np.abs(without - whole).sum(axis=-2), TITLE)


WEIGHTING = Weighting(TITLE, "Keshavarz-Ghorabaee et al. (2021), Symmetry 13, 525", None, from_table=from_table)
