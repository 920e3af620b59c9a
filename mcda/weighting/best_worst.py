"""The best-worst method, linear: everything is compared with the best and with the worst only. Rezaei (2016)."""

import numpy as np

from mcda.errors import Fault, JudgementError
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.finding import Finding, caution, remark
from mcda.model.judgement import Judgement
from mcda.model.problem import Plan
from mcda.weighting import Local, Weighting

LARGEST = 9
LIMITS = {
    3: (0.1667, 0.1121, 0.1354, 0.1330, 0.1294, 0.1309, 0.1359),
    4: (0.1667, 0.1529, 0.1994, 0.1990, 0.2457, 0.2521, 0.2681),
    5: (0.1667, 0.1898, 0.2306, 0.2643, 0.2819, 0.2958, 0.3062),
    6: (0.1667, 0.2206, 0.2546, 0.3044, 0.3029, 0.3154, 0.3337),
    7: (0.1667, 0.2527, 0.2716, 0.3144, 0.3144, 0.3408, 0.3517),
    8: (0.1667, 0.2577, 0.2844, 0.3221, 0.3251, 0.3620, 0.3620),
    9: (0.1667, 0.2683, 0.2960, 0.3262, 0.3403, 0.3657, 0.3662),
}
"""What the input-based ratio may be, by the number of criteria and the answer for best over worst, 3 to 9.
Liang, Brunelli & Rezaei (2020)."""


def local(branch: Branch, judgement: Judgement | None, plan: Plan) -> Local:
    """The weights with the smallest ξ of one branch, with ξ and the input-based ratio among the findings.

    Raises JudgementError for a best or worst not named, answers missing, off the scale from 1 to 9, or apart.
    """
    assert judgement is not None
    names = branch.names()
    if len(names) == 1:
        return Local(np.ones(1))
    best = _one(branch, judgement.best, "best_missing", judgement)
    worst = _one(branch, judgement.worst, "worst_missing", judgement)
    if best == worst:
        raise JudgementError.of("best_is_worst", judgement.place, name=names[best], branch=branch.label)
    over, under = _answers(branch, best, worst, judgement)
    w, xi = weights(over, under, best, worst)
    return Local(w, None, tuple(_said(branch.label, over, under, best, xi)))


def weights(best_to_others: Array, others_to_worst: Array, best: int, worst: int) -> tuple[Array, float]:
    """Weights (n,) and ξ: the least ξ with |w_B − a_Bj w_j| ≤ ξ and |w_j − a_jW w_W| ≤ ξ for all j. Rezaei (2016).

    Over w_W, with t = w_B/w_W and x = ξ/w_W: such a w_j exists where x ≥ |t − a_Bj a_jW| ÷ (1 + a_Bj), and is at most
    min((t + x) ÷ a_Bj, a_jW + x). ξ is x over the sum of the largest, and so least where two of these lines meet.
    """
    product, room = best_to_others * others_to_worst, 1 + best_to_others
    room[[best, worst]] = 1
    bends = best_to_others != 1
    slope = np.concatenate([1 / room, -1 / room, 1 / (best_to_others[bends] - 1)])
    start = np.concatenate([-product / room, product / room, product[bends] / (1 - best_to_others[bends])])
    one, other = np.nonzero(slope[:, None] > slope)
    t = np.append(product, (start[other] - start[one]) / (slope[one] - slope[other]))
    t = t[(product.min() <= t) & (t <= product.max())]
    x = np.max(np.abs(t[:, None] - product) / room, axis=1)
    most = np.minimum((t + x)[:, None] / best_to_others, others_to_worst + x[:, None])
    most[:, best], most[:, worst] = t, 1
    xi = x / most.sum(axis=1)
    k = np.argmin(xi)
    return most[k] / most[k].sum(), float(xi[k])


def input_ratio(best_to_others: Array, others_to_worst: Array, best: int) -> Array:
    """Max over j of |a_Bj a_jW − a_BW| ÷ (a_BW² − a_BW) (…,), from the answers (…, n) alone; 0 where a_BW is 1."""
    whole = others_to_worst[..., best]
    room = whole**2 - whole
    apart = np.max(np.abs(best_to_others * others_to_worst - whole[..., None]), axis=-1)
    return np.where(room > 0, apart / np.where(room > 0, room, 1), 0.0)


def limit(n: int, best_to_worst: float) -> float | None:
    """What the input-based ratio may be for n criteria; None beyond the published table, or between its columns."""
    whole = round(best_to_worst)
    if n not in LIMITS or whole != best_to_worst or not 3 <= whole <= LARGEST:
        return None
    return LIMITS[n][whole - 3]


def _said(label: Text, over: Array, under: Array, best: int, xi: float) -> list[Finding]:
    """ξ and the ratio; the ratio is a caution where it is beyond what is published as acceptable."""
    measured = float(input_ratio(over, under, best))
    allowed = limit(len(over), float(under[best]))
    said = [remark("best_worst_fit", branch=label, xi=f"{xi:.4f}", ratio=f"{measured:.4f}")]
    if allowed is not None and measured > allowed:
        said.append(caution("best_worst_apart", branch=label, ratio=measured, limit=allowed))
    return said


def _one(branch: Branch, listed: tuple[str, ...], fault: str, judgement: Judgement) -> int:
    """The position of the one child that is named."""
    named = [k for k, name in enumerate(branch.names()) if name in listed]
    if len(named) != 1:
        raise JudgementError.of(fault, judgement.place, branch=branch.label)
    return named[0]


def _answers(branch: Branch, best: int, worst: int, judgement: Judgement) -> tuple[Array, Array]:
    """The two rows of answers (n,): how far the best is over each, and each over the worst."""
    names = branch.names()
    over, under = dict(judgement.best_to_others), dict(judgement.others_to_worst)
    over.setdefault(names[best], 1.0)
    under.setdefault(names[worst], 1.0)
    if names[worst] not in over and names[best] in under:
        over[names[worst]] = under[names[best]]
    under.setdefault(names[best], over.get(names[worst], np.nan))
    faults = []
    for answers, key in ((over, "best_to_others"), (under, "others_to_worst")):
        for name in names:
            said = {"name": name, "branch": branch.label, "key": key}
            if np.isnan(answers.get(name, np.nan)):
                faults.append(Fault("best_worst_missing", said, judgement.place))
            elif not 1 <= answers[name] <= LARGEST:
                faults.append(Fault("best_worst_value", {**said, "found": f"{answers[name]:g}"}, judgement.place))
    faults += _disagreeing(names, best, worst, over, under, judgement)
    if faults:
        raise JudgementError(*faults)
    return np.array([over[name] for name in names]), np.array([under[name] for name in names])


def _disagreeing(
    names: tuple[str, ...], best: int, worst: int, over: dict[str, float], under: dict[str, float], judged: Judgement
) -> list[Fault]:
    """What can't be true: the best compared with itself is not 1, and best over worst has two answers."""
    found = []
    for answers, k in ((over, best), (under, worst)):
        if answers[names[k]] != 1:
            found.append(Fault("best_worst_self", {"name": names[k], "found": f"{answers[names[k]]:g}"}, judged.place))
    first, second = over.get(names[worst], np.nan), under[names[best]]
    if first != second and not np.isnan([first, second]).any():
        said = {"best": names[best], "worst": names[worst], "found": f"{first:g}", "other": f"{second:g}"}
        found.append(Fault("best_worst_twice", said, judged.place))
    return found


WEIGHTING = Weighting(
    Text("best-worst method", "最优最劣法（BWM）"), "Rezaei (2016), Omega 64, 126–130", "best_worst", local
)
