"""The places of a case, and who gains or pays there."""

from typing import TYPE_CHECKING

from mcda.files.words import maybe, text
from mcda.model import Geography, Incidence, Indicator, Spot, Standing

if TYPE_CHECKING:
    from mcda.files.build import Builder


def geography(builder: "Builder") -> Geography | None:
    """The places among which options move income."""
    given = builder.case.regions
    if given is None:
        return None
    incidence = {}
    for name, rule in builder.case.incidence.items():
        formula = builder.formula(rule.rule, "incidence", name, "rule")
        if formula is not None:
            why = maybe(rule.why)
            incidence[name] = Incidence(rule.kind == "burden", formula, Standing(rule.standing), rule.whose, why)
    return Geography(
        groups={name: text(group.label) for name, group in given.groups.items()},
        spots=tuple(Spot(name, text(s.label), s.group, s.values) for name, s in given.places.items()),
        indicators={
            name: Indicator(name, i.unit, i.year, i.source, Standing(i.standing))
            for name, i in given.indicators.items()
        },
        population=given.population,
        income=given.income,
        moved=given.moved,
        incidence=incidence,
        left_out={name: text(why) for name, why in given.left_out.items()},
    )
