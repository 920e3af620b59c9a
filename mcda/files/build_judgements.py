"""What people said about importance, as a case file holds it."""

from typing import TYPE_CHECKING

from mcda.files import schema
from mcda.files.words import maybe
from mcda.model import Judgement, Standing

if TYPE_CHECKING:
    from mcda.files.build import Builder


def judgements(builder: "Builder") -> tuple[Judgement, ...]:
    """Everybody's answers."""
    return tuple(_judgement(builder, i, given) for i, given in enumerate(builder.case.judgements))


def _judgement(builder: "Builder", i: int, given: schema.Judgement) -> Judgement:
    """One person's answers."""
    path = ("judgements", i)
    names = {*builder.criteria} | set(_branches(builder.case.criteria))
    order = tuple((tied,) if isinstance(tied, str) else tuple(tied) for tied in given.order)
    return Judgement(
        who=given.who,
        form=given.form,
        standing=Standing(given.standing),
        group=given.group,
        ranges={name: (ends[0], ends[1]) for name, ends in given.ranges.items()},
        why=maybe(given.why),
        pairs=builder.pairs(given.pairs, (*path, "pairs"), tuple(sorted(names))),
        numbers=given.numbers,
        order=order,
        place=builder.place(*path),
    )


def _branches(knots: dict[str, schema.Branch | schema.Leaf]) -> list[str]:
    """The names of all branches."""
    found = []
    for name, knot in knots.items():
        if isinstance(knot, schema.Branch):
            found += [name, *_branches(knot.criteria)]
    return found
