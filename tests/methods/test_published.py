"""Methods give what their literature prints, to the digits that it prints."""

import numpy as np
import pytest
from worked import examples

from mcda.expression import steps
from mcda.methods import METHODS, options_of, run
from mcda.ranking import ranks


def figures(example):
    gain = np.array([[direction == "max" for direction in example["directions"]]])
    weights = np.array([example["weights"]], dtype=float)
    return np.array(example["table"], dtype=float), gain, weights / weights.sum()


def computed(method, options, example):
    with steps() as kept:
        scores = run(METHODS[method], options_of(method, options), *figures(example))[:, 0]
    return scores, {step.symbol: np.asarray(step.value)[:, 0] for step in kept if np.shape(step.value)[1] == 1}


@pytest.mark.parametrize(("name", "example"), examples("topsis"))
def test_topsis(name, example):
    scores, kept = computed("topsis", example["options"], example)
    near = {"abs": example["tolerance"]}
    assert scores.tolist() == pytest.approx(example["expect"]["scores"], **near)
    for key, symbol in (("far", "D⁺"), ("near", "D⁻")):
        if key in example["expect"]:
            assert kept[symbol].tolist() == pytest.approx(example["expect"][key], **near)
    if "ranks" in example["expect"]:
        assert ranks(scores).tolist() == example["expect"]["ranks"]


@pytest.mark.parametrize(
    ("name", "example"), [e for e in examples("weighted_sum") if e[1]["options"]["scaling"] == "max"]
)
def test_weighted_sum(name, example):
    scores, _ = computed("weighted_sum", example["options"], example)
    assert scores.tolist() == pytest.approx(example["expect"]["scores"], abs=example["tolerance"])


def test_shares_of_merit_are_the_distributive_ahp():
    """Podvezko (2011) turns costs into smallest ÷ x and divides by the sum: what AHP does with measured figures."""
    example = dict(examples("weighted_sum"))["podvezko_2011_countries_sum"]
    scores, _ = computed("ahp", {}, example)
    assert scores.tolist() == pytest.approx(example["expect"]["scores"], abs=example["tolerance"])


def test_every_native_method_has_a_published_example():
    published = {"topsis": examples("topsis"), "weighted_sum": examples("weighted_sum"), "ahp": examples("hierarchy")}
    native = [name for name, method in METHODS.items() if method.traced]
    assert {name for name in native if published.get(name)} == set(native)
    assert len(published["topsis"]) >= 5
