"""What people said about importance, as a case file holds it."""

from typing import TYPE_CHECKING

from mcda.files import schema
from mcda.files.words import maybe
from mcda.model import Judgement, Standing
from mcda.model.judgement import Deck

if TYPE_CHECKING:
    from mcda.files.build import Builder

BLANK = "_"
"""How a blank card is written."""


def judgements(builder: "Builder") -> tuple[Judgement, ...]:
    """Everybody's answers."""
    return tuple(_judgement(builder, i, given) for i, given in enumerate(builder.case.judgements))


def _judgement(builder: "Builder", i: int, given: schema.Judgement) -> Judgement:
    """One person's answers."""
    path = ("judgements", i)
    names = {*builder.criteria} | set(_branches(builder.case.criteria))
    return Judgement(
        who=given.who,
        form=given.form,
        standing=Standing(given.standing),
        group=given.group,
        ranges={name: (ends[0], ends[1]) for name, ends in given.ranges.items()},
        why=maybe(given.why),
        pairs=builder.pairs(given.pairs, (*path, "pairs"), tuple(sorted(names))),
        numbers=given.numbers,
        order=_piles(given.order),
        best=_listed(given.best),
        worst=_listed(given.worst),
        best_to_others=given.best_to_others,
        others_to_worst=given.others_to_worst,
        cards={branch: _deck(deck) for branch, deck in given.cards.items()},
        constraints=tuple(given.constraints),
        place=builder.place(*path),
    )


def _piles(order: list[str | list[str]]) -> tuple[tuple[str, ...], ...]:
    """What stands together, from the most important down."""
    return tuple(_listed(pile) for pile in order)


def _deck(given: schema.Deck) -> Deck:
    """A deck in which a blank card is an empty pile."""
    return Deck(tuple(() if pile == (BLANK,) else pile for pile in _piles(given.order)), given.ratio)


def _listed(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _branches(knots: dict[str, schema.Branch | schema.Leaf]) -> list[str]:
    """The names of all branches."""
    found = []
    for name, knot in knots.items():
        if isinstance(knot, schema.Branch):
            found += [name, *_branches(knot.criteria)]
    return found
