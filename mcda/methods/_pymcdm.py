"""The long tail: methods of pymcdm by name, and pymcdm as a second opinion on our own.

Imported only where asked for: any part of pymcdm takes most of a second to load.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from mcda.errors import TableError
from mcda.language import Text
from mcda.methods import Method, Plain, Twin
from mcda.model.criterion import Need

MINMAX: dict[str, Any] = {"needs": Need.INTERVAL, "signed": True}
"""What a method takes that scales from worst to best: differences suffice, and may be negative."""


def borrowed(name: str, title: Text, source: str, *, needs: Need = Need.RATIO, signed: bool = False) -> Method:
    """A method of pymcdm, with the defaults that pymcdm gives it; higher scores are turned to be better."""

    def score(x: Any, gain: Any, w: Any, frame: Any, o: Plain) -> Any:
        lead = np.broadcast_shapes(np.shape(x)[:-2], np.shape(w)[:-2])
        tables = np.broadcast_to(x, (*lead, *np.shape(x)[-2:])).reshape(-1, *np.shape(x)[-2:])
        weights = np.broadcast_to(w, (*lead, *np.shape(w)[-2:])).reshape(-1, np.shape(w)[-1])
        run = caller(Twin(name))
        try:
            scores = np.array([run(table, row, gain) for table, row in zip(tables, weights, strict=True)])
        except ValueError:
            raise TableError.of("borrowed_refused", method=title) from None
        if not np.all(np.isfinite(scores)):
            raise TableError.of("borrowed_refused", method=title)
        return np.reshape(scores, (*lead, np.shape(x)[-2], 1))

    return Method(
        title=title,
        source=source,
        options=Plain,
        score=score,
        frame=None,
        needs=lambda o: needs,
        signed=lambda o: signed,
        traced=False,
        borrowed=True,
    )


def caller(twin: Twin) -> Callable[[Any, Any, Any], Any]:
    """The library's own computation: figures (m, n), weights (n,), gain (1, n) → scores (m,), more is better."""
    import pymcdm.methods
    import pymcdm.normalizations

    kind = getattr(pymcdm.methods, twin.name)
    scaling = [getattr(pymcdm.normalizations, twin.scaling)] if twin.scaling else []
    sign = 1.0 if kind._reverse_ranking else -1.0

    def run(x: Any, w: Any, gain: Any) -> Any:
        types, x = np.where(np.reshape(gain, -1), 1, -1), np.asarray(x, float)
        with np.errstate(all="ignore"):
            body = kind(*scaling, *twin.arguments(x))
            return twin.top + sign * np.asarray(body(x, np.asarray(w, float), types, validation=False))

    return run
