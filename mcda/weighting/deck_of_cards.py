"""Cards laid out by importance, with blank ones between: Simos' procedure, revised (SRF). Figueira & Roy (2002)."""

import numpy as np

from mcda.errors import Fault, JudgementError
from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.judgement import Deck, Judgement
from mcda.model.problem import Plan
from mcda.weighting import Local, Weighting


def local(branch: Branch, judgement: Judgement | None, plan: Plan) -> Local:
    """K(r) = 1 + u Σ e below rank r, r = 1 the least important, e one more than the blank cards above a rank and
    u = (z − 1) ÷ Σe, shared out over the cards.

    Raises JudgementError for a card missing, laid twice or belonging elsewhere, and for a ratio z below 1.
    """
    assert judgement is not None
    names = branch.names()
    if len(names) == 1:
        return Local(np.ones(1))
    deck = judgement.cards.get(branch.id)
    if deck is None:
        raise JudgementError.of("cards_missing", judgement.place, branch=branch.label)
    _laid(branch, deck, judgement)
    value = card_values(deck)
    counts = np.array([value[name] for name in names])
    return Local(counts / counts.sum())


def card_values(deck: Deck) -> dict[str, float]:
    """What each card counts, the least important 1 and the most important `ratio`."""
    piles = reversed(_trimmed(deck.order))
    level = {name: steps for steps, pile in enumerate(piles) for name in pile}
    top = max(level.values())
    unit = (deck.ratio - 1) / top if top else 0.0
    return {name: 1 + unit * step for name, step in level.items()}


def _trimmed(order: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The deck without blank cards at its ends, which lie between nothing."""
    filled = [k for k, pile in enumerate(order) if pile]
    return order[filled[0] : filled[-1] + 1]


def _laid(branch: Branch, deck: Deck, judgement: Judgement) -> None:
    """Raise JudgementError unless every child of the branch is laid out once, and nothing else."""
    laid = [name for pile in deck.order for name in pile]
    names = branch.names()
    said = {"branch": branch.label}
    faults = [Fault("card_missing", {"name": n, **said}, judgement.place) for n in names if n not in laid]
    faults += [Fault("card_twice", {"name": n, **said}, judgement.place) for n in names if laid.count(n) > 1]
    faults += [Fault("card_strange", {"name": n, **said}, judgement.place) for n in {*laid} - {*names}]
    if not deck.ratio >= 1:
        faults.append(Fault("card_ratio", {"found": f"{deck.ratio:g}", **said}, judgement.place))
    if faults:
        raise JudgementError(*faults)


WEIGHTING = Weighting(
    Text("cards with blank ones between (SRF)", "卡片法（SRF，含空白卡）"),
    "Figueira & Roy (2002), European Journal of Operational Research 139",
    "cards",
    local,
)
