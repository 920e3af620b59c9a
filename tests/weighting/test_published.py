"""Weights as printed."""

import numpy as np
import pytest
from worked import examples

from mcda.language import Text
from mcda.model import Criterion, Direction, Judgement, Plan, Table, flat
from mcda.model.judgement import Deck
from mcda.weighting import WEIGHTINGS, weigh
from mcda.weighting.best_worst import weights


def found(example):
    if "matrix" in example:
        x = np.array(example["matrix"], dtype=float)
        gain = np.array([[way == "max" for way in example["directions"]]])
        criteria = tuple(
            Criterion(str(j), Text.same(str(j)), Direction(w)) for j, w in enumerate(example["directions"])
        )
        return WEIGHTINGS[example["method"]].from_table(Table(tuple(map(str, range(len(x)))), criteria, x, gain, x))
    names = tuple(example.get("names") or (f"c{k}" for k in range(example["order"])))
    return weigh(flat(names), judged(example, names), Plan(weights=example["method"])).values


def judged(example, names):
    if "best" in example:
        answers = {key: dict(zip(names, example[key], strict=True)) for key in ("best_to_others", "others_to_worst")}
        return Judgement("a", "best_worst", best=(example["best"],), worst=(example["worst"],), **answers)
    if "ratio" in example:
        piles = (pile if isinstance(pile, list) else [pile] for pile in example["order"])
        deck = Deck(tuple(() if pile == ["_"] else tuple(pile) for pile in piles), example["ratio"])
        return Judgement("a", "cards", cards={"criteria": deck})
    return Judgement("a", "order", order=tuple((each,) for each in names))


@pytest.mark.parametrize(("name", "example"), examples("weights"))
def test_weights(name, example):
    assert found(example).tolist() == pytest.approx(example["expect"]["weights"], abs=example["tolerance"])


@pytest.mark.parametrize(("name", "example"), examples("weights", method="best_worst"))
def test_how_well_comparisons_with_best_and_worst_fit(name, example):
    ends = [example["names"].index(example[key]) for key in ("best", "worst")]
    _, xi = weights(np.array(example["best_to_others"], float), np.array(example["others_to_worst"], float), *ends)
    assert xi == pytest.approx(example["expect"]["xi"], abs=example["tolerance"])


def test_every_weighting_from_figures_has_an_example():
    tried = {example["method"] for _, example in examples("weights")}
    reading = {name for name in WEIGHTINGS if WEIGHTINGS[name].from_table is not None}
    assert reading | {"best_worst", "deck_of_cards", "rank_sum", "rank_order_centroid"} <= tried


def test_centroid_by_its_formula():
    """Barron & Barrett (1996), n = 3: 11/18, 5/18, 2/18."""
    order = Judgement("x", "order", order=(("a",), ("b",), ("c",)))
    by_rule = weigh(flat(tuple("abc")), order, Plan(weights="rank_order_centroid")).values
    np.testing.assert_allclose(by_rule, [11 / 18, 5 / 18, 2 / 18], rtol=1e-14)


def test_the_centre_of_an_order_is_its_rank_order_centroid():
    stated = Judgement("x", "constraints", constraints=("a >= b", "b >= c", "c >= d"))
    order = Judgement("x", "order", order=(("a",), ("b",), ("c",), ("d",)))
    centre = weigh(flat(tuple("abcd")), stated, Plan(weights="constrained")).values
    by_rule = weigh(flat(tuple("abcd")), order, Plan(weights="rank_order_centroid")).values
    np.testing.assert_allclose(centre, by_rule, rtol=1e-9)
