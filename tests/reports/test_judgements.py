"""`mcda explain` shows what people said, in whatever form they were asked, with the weight that it came to."""

from dataclasses import replace

import pytest

import mcda
from mcda.language import LANGUAGES
from mcda.model import Judgement
from mcda.model.judgement import Deck, Form
from mcda.reports.explanation import page
from mcda.reports.judgements import fraction, judgements, worded

LEAVES = ("cost", "emissions", "technological_maturity", "import_dependence", "employment_retention")


def of(*answers):
    return dict(zip(LEAVES, answers, strict=True))


PAIRS = {(a, b): 2.0 for i, a in enumerate(LEAVES) for b in LEAVES[i + 1 :]}
ORDER = (("cost", "emissions"), ("technological_maturity",), ("import_dependence",), ("employment_retention",))
DECK = Deck(
    (("cost",), (), ("emissions", "technological_maturity"), ("import_dependence",), ("employment_retention",)), 6.0
)
SAID = {
    "ahp": Judgement("people", "pairs", pairs=PAIRS),
    "points": Judgement("people", "numbers", numbers=of(50, 20, 15, 10, 5)),
    "swing": Judgement("people", "numbers", numbers=of(100, 90, 40, 20, 10)),
    "rank_sum": Judgement("people", "order", order=ORDER),
    "best_worst": Judgement(
        "people", "best_worst", best=("cost",), worst=("employment_retention",),
        best_to_others=of(1, 2, 3, 4, 8), others_to_worst=of(8, 5, 3, 2, 1),
    ),
    "deck_of_cards": Judgement("people", "cards", cards={"criteria": DECK}),
    "constrained": Judgement("people", "constraints", constraints=("cost >= 2*emissions", "0.2<=cost<=0.4")),
}  # fmt: skip
WANTED = {
    "ahp": [("Emissions", "1/2", "1", "2", "2", "2")],
    "points": [("Cost", "50", "50 %"), ("Jobs kept", "5", "5.0 %")],
    "swing": [("Cost", "100", "38 %"), ("Emissions", "90", "35 %")],
    "rank_sum": [("Cost, Emissions", "1"), ("TRL (IEA)", "3"), ("Imports", "4")],
    "best_worst": [("Cost (the best)", "1", "8"), ("Jobs kept (the worst)", "8", "1"), ("Imports", "4", "2")],
    "deck_of_cards": [("Cost",), ("a blank card", ""), ("Emissions, TRL (IEA)",)],
}
EVERY = pytest.mark.parametrize("weighting", SAID)


def asked(weighting):
    return replace(mcda.load("hebei-steel"), judgements=(SAID[weighting],)).with_plan(weights=weighting)


def test_every_form_is_tried():
    from typing import get_args

    assert {judgement.form for judgement in SAID.values()} == set(get_args(Form))


@EVERY
def test_answers_stand_beside_the_weight_that_they_came_to(weighting):
    case = asked(weighting)
    blocks = list(judgements(case, mcda.weights(case), "en"))
    rows = [row for block in blocks if hasattr(block, "rows") for row in block.rows]
    for wanted in WANTED.get(weighting, []):
        assert any(row[: len(wanted)] == wanted for row in rows), wanted
    if weighting == "constrained":
        assert blocks[0].text == "what people knows of the weights: Cost ≥ 2 × Emissions and 0.2 ≤ Cost ≤ 0.4"
    if weighting == "deck_of_cards":
        assert any("first pile counts 6 times" in getattr(block, "text", "") for block in blocks)


@EVERY
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_every_step_has_them(weighting, lang):
    case = asked(weighting)
    ranking = mcda.rank(case)
    whole, part = page(case, ranking, lang), list(judgements(case, ranking.weights, lang))
    assert part
    assert all(block in whole for block in part)


def test_only_answers_that_were_used_are_shown():
    case = replace(asked("points"), judgements=(SAID["points"], replace(SAID["rank_sum"], who="others")))
    assert not any("others" in getattr(block, "title", "") for block in judgements(case, mcda.weights(case), "en"))
    assert list(judgements(case, mcda.weights(case, "equal"), "en")) == []


def test_each_branch_of_a_tree_has_its_own_table():
    case = mcda.load("green-pathways")
    titles = [block.title for block in judgements(case, mcda.weights(case), "en") if hasattr(block, "title")]
    assert len(titles) == sum(len(branch.children) > 1 for branch in case.tree.branches())


def test_statements_are_worded_with_labels_and_printed_signs():
    case = mcda.load("hebei-steel")
    assert worded(case, "cost>=2*emissions", "en") == "Cost ≥ 2 × Emissions"
    assert worded(case, "0.2 <= cost <= 0.4", "zh") == "0.2 ≤ 成本 ≤ 0.4"


def test_fractions_are_spoken_as_such():
    assert [fraction(x) for x in (3.0, 1 / 3, 0.4, float("nan"))] == ["3", "1/3", "0.4", "—"]
