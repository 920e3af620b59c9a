"""Judgement and data joined: weights of people and weights from the table, multiplied or averaged."""

from collections.abc import Mapping
from dataclasses import replace

from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.finding import caution
from mcda.model.judgement import Weights
from mcda.model.problem import Plan
from mcda.model.table import Table
from mcda.weighting import WEIGHTINGS, Joint, Weighting, gathered, options_of, shared_out, weigh

JOINS = {"product": "combined_product", "mean": "combined_mean"}
"""How to join, and what is to be said of it."""

TITLE = Text("judgement and data combined", "主客观组合赋权")


def choices() -> Mapping[str, tuple[str, ...]]:
    """`judgement` is a weighting that asks people, `data` one that reads figures, `join` product or mean."""
    asking = [name for name in WEIGHTINGS if name != "combined" and WEIGHTINGS[name].form is not None]
    reading = [name for name in WEIGHTINGS if name != "combined" and WEIGHTINGS[name].from_table is not None]
    return {"judgement": _first("ahp", asking), "data": _first("entropy", reading), "join": tuple(JOINS)}


def _first(name: str, names: list[str]) -> tuple[str, ...]:
    return (name, *(other for other in names if other != name))


def start(plan: Plan) -> Plan:
    """The plan of the judgement alone."""
    return replace(plan, weights=options_of(plan)["judgement"], weighting_options={})


def finish(tree: Branch, judged: Weights, table: Table, plan: Plan) -> Weights:
    """W ∝ judged × measured, or their mean, over all criteria. Raises TableError where nothing is left of the product.

    Hwang & Yoon (1981) give the product for weights that a decision maker had before the entropy was known.
    """
    chosen = options_of(plan)
    by_data = weigh(tree, None, replace(plan, weights=chosen["data"], weighting_options={}), table)
    if chosen["join"] == "product":
        values = shared_out(judged.values * by_data.values, TITLE)
    else:
        values = (judged.values + by_data.values) / 2
    said = caution(JOINS[chosen["join"]], data=WEIGHTINGS[chosen["data"]].title)
    findings = (*judged.findings, said)
    return gathered(tree, values, plan.weights, judged.consistency, judged.people, findings)


WEIGHTING = Weighting(
    TITLE,
    "Hwang & Yoon (1981), Multiple Attribute Decision Making, chapter 3",
    "pairs",
    joint=Joint(start, finish),
    choices=choices,
)
"""`form` is that of the judgement unless the plan names another; `form_of` says which."""
