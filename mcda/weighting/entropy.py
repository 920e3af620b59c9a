"""Entropy: what shares of a column's total differ more between options counts more. Shannon; Hwang & Yoon (1981)."""

import numpy as np

from mcda.expression import ratio
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.table import Table
from mcda.weighting import Weighting, ratios, shared_out

TITLE = Text("entropy of the figures", "熵权法")


def from_table(table: Table) -> Array:
    """W ∝ 1 − e with e = −Σ p ln p ÷ ln m and p = x ÷ Σx over the m options: directions don't matter (…, n).

    Raises TableError for figures that are no shares: negative, or on a scale without a true zero; and for a table that
    tells nothing apart.
    """
    x = ratios(table, TITLE, zero=True)
    p = ratio(x, x.sum(axis=-2, keepdims=True), 1 / x.shape[-2])
    entropy = -np.sum(p * np.log(np.where(p > 0, p, 1.0)), axis=-2)
    room = np.log(x.shape[-2])
    flat = np.ptp(x, axis=-2) == 0
    spread = np.where(flat, 0.0, 1 - entropy / (room or 1.0))
    return shared_out(np.maximum(spread, 0.0), TITLE)


WEIGHTING = Weighting(
    TITLE, "Hwang & Yoon (1981), Multiple Attribute Decision Making, chapter 3", None, from_table=from_table
)
