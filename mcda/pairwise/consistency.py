"""How well judgement matrices agree with themselves: λmax, CI, CR, and the geometric index."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mcda.errors import UnknownName
from mcda.model.arrays import Array
from mcda.model.shown import Shown
from mcda.pairwise.priorities import log_least_squares, principal

if TYPE_CHECKING:
    import pandas as pd

RANDOM_INDEX: dict[str, tuple[float, ...]] = {
    "alonso_lamata": (
        0, 0, 0, 0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499,
        1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838,
    ),
    "saaty": (0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59),
}  # fmt: skip
"""The mean CI of random matrices by n. Alonso & Lamata (2006), table 1; Saaty (1980)."""

LIMIT = 0.1
"""A ratio above this asks for a second look. Saaty (1980)."""


def lambda_max(a: Array) -> Array:
    """The largest eigenvalue (…) of complete matrices (…, n, n): n exactly when they are consistent, else more."""
    return principal(a)[1]


def random_index(n: int, table: str = "alonso_lamata") -> float:
    """The mean CI of random n × n matrices; up to n = 15. Raises UnknownName for a table that is not here."""
    if table not in RANDOM_INDEX:
        raise UnknownName.among("random_index", table, tuple(RANDOM_INDEX))
    values = RANDOM_INDEX[table]
    return values[n] if n < len(values) else float("nan")


def ratio(largest: Array, n: int, table: str = "alonso_lamata") -> Array:
    """CR = ((λmax − n) ÷ (n − 1)) ÷ RI(n); 0 up to n = 2, NaN beyond n = 15."""
    if n < 3:
        return np.zeros_like(largest)
    consistency: Array = (largest - n) / (n - 1) / random_index(n, table)
    return consistency


def geometric_index(a: Array) -> Array:
    """GCI = Σ log²(aᵢⱼ wⱼ/wᵢ) over the pairs asked, by pairs asked − (n − 1). Aguarón & Moreno-Jiménez (2003).

    For a complete matrix that is their 2 ÷ ((n−1)(n−2)); 0 where no pair is to spare.
    """
    n, asked = a.shape[-1], ~np.isnan(a)
    logs = np.log(a)
    w = logs @ np.full(n, 1 / n) if asked.all() else np.log(log_least_squares(a))
    error = np.where(asked, logs + w[..., None, :] - w[..., :, None], 0.0)
    spare = (np.sum(asked, axis=(-1, -2)) - n) / 2 - (n - 1)
    squares = np.sum(error * error, axis=(-1, -2)) / 2
    index: Array = np.where(spare > 0, squares / np.where(spare > 0, spare, 1), 0.0)
    return index


def geometric_limit(n: int) -> float:
    """The GCI that goes with a CR of 0.1. Aguarón & Moreno-Jiménez (2003), table 2."""
    return {3: 0.3147, 4: 0.3526}.get(n, 0.370) if n > 2 else 0.0


@dataclass(frozen=True)
class Priorities(Shown):
    """What a judgement matrix, or each of a batch, says: weights (…, n), λmax, CR, GCI (…)."""

    weights: Array
    lambda_max: Array
    consistency_ratio: Array
    geometric_index: Array

    def to_frame(self) -> "pd.DataFrame":
        """One row per matrix: the weights of its entries, λmax, CR and GCI."""
        import pandas as pd

        n = self.weights.shape[-1]
        columns = {f"weight_{k + 1}": self.weights[..., k].ravel() for k in range(n)}
        columns |= {
            name: np.ravel(getattr(self, name)) for name in ("lambda_max", "consistency_ratio", "geometric_index")
        }
        return pd.DataFrame(columns, index=pd.RangeIndex(1, self.lambda_max.size + 1, name="matrix"))
