"""VIKOR: a compromise between the whole and the largest regret. Opricovic & Tzeng (2004).

The paper ranks by Q, less is better; the score is 1 − Q. Q is measured between the best and the worst S and R among the
options that are ranked, so one that is added can turn two others round:

>>> import numpy as np
>>> from mcda.methods import METHODS, run
>>> x, gain, w = np.array([[2.0, 1, 2], [1, 8, 2], [9, 2, 7]]), np.array([[True] * 3]), np.array([[0.4, 0.3, 0.3]])
>>> [run(METHODS["vikor"], Options(), x[:m], gain, w)[:2, 0].round(2).tolist() for m in (2, 3)]
[[1.0, 0.0], [0.17, 0.18]]
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mcda.expression import ratio, step
from mcda.language import Text
from mcda.methods import Look, Method, Regrets, Twin
from mcda.model.criterion import Need
from mcda.model.finding import caution, remark
from mcda.model.problem import Problem
from mcda.model.table import Table
from mcda.normalise import frame
from mcda.normalise.minmax import SCALING

SAME = 1e-12
"""Differences of Q below this are none."""


@dataclass(frozen=True)
class Options:
    """`v`: the weight of the whole against the largest regret; above ½ as by majority, below ½ as by veto."""

    v: str = field(default="0.5", metadata={"choices": ("0", "0.25", "0.5", "0.75", "1")})


def contribution(x: Any, gain: Any, w: Any, f: None, o: Options) -> Any:
    """What each criterion takes away: w·d (…, m, n), d the way from the best towards the worst."""
    own = frame(x, gain, SCALING)
    d = step("d", Text("way from the best (0) to the worst (1)", "距最优（0）至最劣（1）的位置"), _regret(x, own))
    return step("w·d", Text("weighted regrets", "加权遗憾"), w * d)


def _regret(x: Any, own: Any) -> Any:
    return ratio(own.best - x, own.best - own.worst, 0)


def _between(value: Any, low: Any, high: Any) -> Any:
    return ratio(value - low, high - low, 0)


def score(x: Any, gain: Any, w: Any, f: None, o: Options) -> Any:
    """1 − Q (…, m, 1), from 0 (worst in both) to 1 (best in both)."""
    parts, v = contribution(x, gain, w, f, o), float(o.v)
    whole = step("S", Text("regrets together", "群体遗憾"), np.sum(parts, axis=-1, keepdims=True))
    largest = step("R", Text("largest regret", "最大个体遗憾"), np.max(parts, axis=-1, keepdims=True))
    s = _between(whole, np.min(whole, axis=-2, keepdims=True), np.max(whole, axis=-2, keepdims=True))
    r = _between(largest, np.min(largest, axis=-2, keepdims=True), np.max(largest, axis=-2, keepdims=True))
    q = step("Q", Text("compromise: less is better", "折衷值：越小越好"), v * s + (1 - v) * r)
    return step("1−Q", Text("score: Q turned", "得分：Q 取反"), 1 - q)


def form(x: Any, gain: Any, f: None, o: Options) -> Regrets:
    """S is a product, R a running maximum over criteria."""
    return Regrets(_regret(x, frame(x, gain, SCALING)), float(o.v))


def by_weights(x: Any, gain: Any, f: None, o: Options) -> Callable[[Any], Any]:
    """The same for many weights (b, n) on one table (m, n)."""
    found = form(x, gain, f, o)
    return lambda w: 1 + found.keys(w.T).T


@dataclass(frozen=True)
class Compromise:
    """The options (positions in the table, best first) that the paper proposes: one if it is ahead of the next by at
    least `needed` (`advantage` says by how much) and best by S or by R (`stable`), else several.
    """

    options: tuple[int, ...]
    advantage: float
    needed: float
    stable: bool


def compromise(x: Any, gain: Any, w: Any, o: Options) -> Compromise:
    """The compromise set of one table (m, n) with m > 1, by both acceptance conditions of Opricovic & Tzeng (2004)."""
    parts = contribution(x, gain, w, None, o)
    whole, largest = np.sum(parts, axis=-1), np.max(parts, axis=-1)
    q = 1 - score(x, gain, w, None, o)[:, 0]
    order = np.argsort(q, kind="stable")
    first, needed = order[0], 1 / (len(q) - 1)
    behind = q[order] - q[first]
    stable = any(value[first] <= value.min() + SAME for value in (whole, largest))
    advantage = float(behind[1])
    near = behind < needed - SAME
    chosen = order[near] if near[1] else order[: 1 if stable else 2]
    return Compromise(tuple(map(int, chosen)), advantage, needed, stable)


def look(problem: Problem, table: Table, w: Any, o: Options) -> Look:
    """The compromise set in words."""
    if len(table.alternatives) < 2:
        return Look()
    found = compromise(table.values, table.gain, w, o)
    labels = tuple(problem.label(table.alternatives[i]) for i in found.options)
    ends = {"advantage": found.advantage, "needed": found.needed}
    if found.advantage < found.needed - SAME:
        return Look((caution("compromise_near", options=labels, **ends),))
    if not found.stable:
        return Look((caution("compromise_unstable", first=labels[0], options=labels),))
    return Look((remark("compromise_clear", first=labels[0], **ends),))


METHOD = Method(
    title=Text("VIKOR (compromise ranking)", "VIKOR（多准则折衷排序）"),
    source="Opricovic & Tzeng (2004), European Journal of Operational Research 156",
    options=Options,
    score=score,
    frame=None,
    needs=lambda o: Need.INTERVAL,
    signed=lambda o: True,
    contribution=contribution,
    contribution_kind="regret",
    by_weights=by_weights,
    form=form,
    look=look,
    twin=lambda o: Twin("VIKOR", top=1.0) if o.v == "0.5" else None,
)
