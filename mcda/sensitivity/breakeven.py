"""What would have to change for an option to come first?

Each single change is looked for along a line: a figure, a parameter, or points of weight moved from one criterion to
another; then the fewest points over any number of criteria. Every answer is re-ranked with all options. Where no
weights do it, that is proved, or said of so many draws.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from mcda.errors import TableError, UnknownName
from mcda.figures import scenario_of, tabulate
from mcda.figures.missing import gap
from mcda.model import Array, Finding, Problem, fingerprint
from mcda.model.arrays import set_read_only
from mcda.model.shown import Shown
from mcda.ranking import aligned, frame_of, planned, settled, weights_of_problem
from mcda.ranking.doubts import authorship, standings
from mcda.ranking.fit import fit
from mcda.sensitivity._blocks import BLOCK, simplex, stream
from mcda.sensitivity._changes import (
    Change,
    Ground,
    Kind,
    figure_changes,
    obstacles,
    parameter_changes,
    weight_changes,
)
from mcda.sensitivity._nearest import moved, nearest
from mcda.sensitivity._potential import potential
from mcda.sensitivity.dominance import beaters

if TYPE_CHECKING:
    import pandas as pd

STARTS = 3
"""From how many drawn weights the nearest are looked for."""


@dataclass(frozen=True)
class Weighing:
    """What weights as a whole can do for the option: `verdict` is *can* if some bring it first, *never* if it is proved
    that none do, *unseen* if none of `draws` did. `nearest` (n,) are those found with the fewest `points` moved, as a
    part of 1; `beaten_by` are the parts of the rivals that together beat it everywhere, where that is the proof.
    """

    verdict: Literal["can", "never", "unseen"]
    nearest: Array | None
    points: float
    beaten_by: tuple[tuple[str, float], ...]
    draws: int

    def __post_init__(self) -> None:
        if self.nearest is not None:
            set_read_only(self, nearest=self.nearest)


@dataclass(frozen=True)
class Breakeven(Shown):
    """What would have to change for `option` to come first; `weighing` is None where it does already. `beaten_by` are
    the rivals that are at least as good on every criterion and better on one: then no weights bring it first alone.
    """

    problem: str
    scenario: str
    method: str
    option: str
    first: tuple[str, ...]
    changes: tuple[Change, ...]
    weighing: Weighing | None
    criteria: tuple[str, ...]
    weights: Array
    beaten_by: tuple[str, ...]
    apart: bool
    findings: tuple[Finding, ...]
    fingerprint: str

    def __post_init__(self) -> None:
        set_read_only(self, weights=self.weights)

    def found(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of a kind that do it, the smallest first in parts of what it is now."""
        done = [change for change in self.changes if change.kind == kind and change.windows]
        return tuple(sorted(done, key=lambda change: change.size))

    def to_frame(self) -> "pd.DataFrame":
        """One row per thing that could change."""
        import pandas as pd

        rows = [(c.kind, c.name, c.other, c.now, c.nearest, c.inside, len(c.windows), *c.looked) for c in self.changes]
        names = ["kind", "what", "to", "now", "nearest", "inside_stated_range", "windows", "looked_from", "looked_to"]
        return pd.DataFrame(rows, columns=names).set_index(["kind", "what", "to"])

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "option": self.option,
            "first_now": list(self.first),
            "set_apart": self.apart,
            "beaten_on_every_criterion_by": list(self.beaten_by),
            "weights": self._weights(),
            "changes": [_plain(change) for change in self.changes],
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }

    def _weights(self) -> dict[str, Any] | None:
        if self.weighing is None:
            return None
        near = self.weighing.nearest
        return {
            "can_be_first": self.weighing.verdict,
            "now": dict(zip(self.criteria, self.weights.tolist(), strict=True)),
            "nearest": None if near is None else dict(zip(self.criteria, near.tolist(), strict=True)),
            "points": 100 * self.weighing.points if np.isfinite(self.weighing.points) else None,
            "beaten_by": dict(self.weighing.beaten_by),
            "draws": self.weighing.draws,
        }


def _plain(c: Change) -> dict[str, Any]:
    return {
        "kind": c.kind,
        "what": c.name,
        "to": c.other,
        "unit": c.unit,
        "now": c.now,
        "nearest": c.nearest,
        "stated_range": None if c.stated is None else list(c.stated),
        "range_from_draws": c.drawn,
        "inside_stated_range": c.inside,
        "windows": [[w.low, w.high] for w in c.windows],
        "looked": list(c.looked),
        "never_better_than": list(c.rivals),
        "first_instead": list(c.firsts),
    }


def breakeven(
    problem: Problem,
    option: str,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
) -> Breakeven:
    """The smallest change of each parameter, of each single figure, and of weights, with which `option` comes first,
    every change alone and all options re-ranked; and where nothing does it, who stands in the way.

    An option that requirements set apart is looked at as if it were allowed. Raises UnknownName for no such option, and
    TableError for one without a figure.

    >>> import mcda
    >>> found = mcda.breakeven(mcda.load("hebei-steel"), "bf_bof_h2_pci")
    >>> found.first
    ('smelting_reduction_ccus',)
    """
    names = tuple(a.id for a in problem.alternatives)
    if option not in names:
        raise UnknownName.among("alternative", option, {a.id: a.label for a in problem.alternatives})
    problem = planned(problem, method, options, scenario)
    weighed = weights_of_problem(problem, weights)
    tabulated = tabulate(problem, scenario_of(problem, problem.plan.scenario))
    missing = [c for c in problem.criteria if c.id in tabulated.gaps.get(option, ())]
    if missing:
        raise TableError(*(gap(option, c, problem.columns[c.id]) for c in missing))
    table = tabulated.ranked(also=option)
    cautions = fit(problem, *settled(problem), table)
    w = aligned(weighed, table)
    keep = [names.index(name) for name in table.alternatives]
    ground = Ground(problem, table, w, keep, table.alternatives.index(option))
    now = ground.places(table.values[None], None)[0]
    leaders = tuple(name for name, rank in zip(table.alternatives, now, strict=True) if rank == 1)
    changes = () if option in leaders else _changes(ground, leaders)
    better = beaters(np.where(table.gain, table.values, -table.values), ground.at)
    return Breakeven(
        problem.id,
        problem.plan.scenario,
        problem.plan.method,
        option,
        leaders,
        changes,
        None if option in leaders else _weighing(ground, [c for c in changes if c.kind == "weight"]),
        table.names,
        w[0].copy(),
        tuple(table.alternatives[i] for i in np.flatnonzero(better)),
        option in tabulated.apart,
        (*cautions, *authorship(problem, weighed, table, standings(problem, table, w))),
        fingerprint(problem),
    )


def _changes(ground: Ground, leaders: tuple[str, ...]) -> tuple[Change, ...]:
    """Every single change; a parameter of which no value does it, with who stands in the way."""
    parameters = []
    for change in parameter_changes(ground):
        rivals, firsts = ((), ()) if change.windows else obstacles(ground, change)
        parameters.append(replace(change, rivals=rivals, firsts=firsts))
    return (*parameters, *figure_changes(ground, leaders), *weight_changes(ground))


def _weighing(ground: Ground, pairs: Sequence[Change]) -> Weighing:
    """What weights as a whole can do, and the fewest points found that do it."""
    now, names = ground.w[0], ground.table.alternatives
    starts = [*_by_pairs(ground, pairs), *_by_draws(ground)]
    if not starts:
        method, options = settled(ground.problem)
        if method.form is None:
            return Weighing("unseen", None, np.inf, (), BLOCK)
        frame = frame_of(ground.problem, method, options, ground.table)
        form = method.form(ground.table.values, ground.table.gain, frame, options)
        answer = potential(form, ground.at, lambda w: bool(ground.first(None, w[:, None])[0]))
        if answer.weights is None:
            parts = np.zeros(len(names)) if answer.mixture is None else answer.mixture
            beaten = tuple((names[i], float(parts[i])) for i in np.argsort(-parts, kind="stable") if parts[i] > 0)
            return Weighing("never" if answer.never else "unseen", None, np.inf, beaten, BLOCK)
        starts = [answer.weights]
    found = nearest(ground.leads, lambda w: ground.first(None, w), now, starts)
    assert found is not None
    return Weighing("can", found, moved(found, now), (), BLOCK)


def _by_pairs(ground: Ground, pairs: Sequence[Change]) -> list[Array]:
    """The weights of the smallest transfer between two criteria that does it, if one does."""
    done = [change for change in pairs if change.nearest is not None]
    if not done:
        return []
    best = min(done, key=lambda change: change.size)
    w, names = ground.w[0].copy(), ground.table.names
    to = float(best.nearest or 0.0)
    w[names.index(best.other)] += w[names.index(best.name)] - to
    w[names.index(best.name)] = to
    return [w]


def _by_draws(ground: Ground) -> list[Array]:
    """Weights that do it among some drawn everywhere, and on the way there from today's: the nearest of them."""
    now, rng = ground.w[0], stream(1, 0)
    w = simplex(rng, len(now), BLOCK)
    w /= w.sum(axis=0)
    w[:, BLOCK // 2 :] += rng.random(BLOCK - BLOCK // 2) * (now[:, None] - w[:, BLOCK // 2 :])
    done = w[:, ground.first(None, w)]
    order = np.argsort(np.abs(done - now[:, None]).sum(axis=0), kind="stable")[:STARTS]
    return list(done[:, order].T)
