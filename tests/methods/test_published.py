"""Methods give what their literature prints, to the digits that it prints."""

import numpy as np
import pytest
from worked import examples

from mcda.expression import steps
from mcda.language import Text
from mcda.methods import METHODS, electre, mavt, options_of, promethee, run, vikor
from mcda.model import Criterion, Direction, Frame, ValueFunction
from mcda.ranking import ranks


def figures(example):
    gain = np.array([[direction == "max" for direction in example["directions"]]])
    weights = np.array([example["weights"]], dtype=float)
    return np.array(example["table"], dtype=float), gain, weights / weights.sum()


def computed(method, options, example):
    return kept_values(method, options_of(method, options), example)


def kept_values(name, options, example):
    """The scores, and the steps with a value per option."""
    with steps() as kept:
        scores = run(METHODS[name], options, *figures(example))[:, 0]
    return scores, {step.symbol: np.asarray(step.value)[:, 0] for step in kept if np.shape(step.value)[1] == 1}


def near(example):
    return {"abs": example["tolerance"]}


@pytest.mark.parametrize(("name", "example"), examples("topsis"))
def test_topsis(name, example):
    scores, kept = computed("topsis", example["options"], example)
    assert scores.tolist() == pytest.approx(example["expect"]["scores"], **near(example))
    for key, symbol in (("far", "D⁺"), ("near", "D⁻")):
        if key in example["expect"]:
            assert kept[symbol].tolist() == pytest.approx(example["expect"][key], **near(example))
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


@pytest.mark.parametrize(("name", "example"), examples("weighted_product"))
def test_weighted_product(name, example):
    scores, _ = computed("weighted_product", {}, example)
    assert scores.tolist() == pytest.approx(example["expect"]["scores"], **near(example))


@pytest.mark.parametrize(("name", "example"), examples("vikor"))
def test_vikor(name, example):
    options = vikor.Options(**example.get("options", {}))
    _, kept = kept_values("vikor", options, example)
    for key, symbol in (("whole", "S"), ("largest", "R"), ("q", "Q")):
        if key in example["expect"]:
            assert kept[symbol].tolist() == pytest.approx(example["expect"][key], **near(example)), key


@pytest.mark.parametrize(("name", "example"), [e for e in examples("vikor") if "compromise" in e[1]["expect"]])
def test_vikor_names_the_compromise_of_the_paper(name, example):
    found = vikor.compromise(*figures(example), vikor.Options())
    assert sorted(i + 1 for i in found.options) == example["expect"]["compromise"]
    assert (found.advantage >= found.needed) is example["expect"]["advantage"]
    assert found.stable is example["expect"]["stable"]


@pytest.mark.parametrize(("name", "example"), examples("promethee"))
def test_promethee(name, example):
    """Flows are sums over criteria, so each criterion may have a preference function of its own."""
    x, gain, w = figures(example)
    thresholds = {key: np.array(example[key], float) for key in ("indifference", "preference")}
    flows = np.zeros((2, len(x)))
    for j, function in enumerate(example["functions"]):
        out, into = promethee.by_criterion(x, gain, promethee.Options(function, **thresholds))
        flows += w[0, j] * np.stack([out[:, j], into[:, j]])
    scores = flows[0] - flows[1]
    assert scores.tolist() == pytest.approx(example["expect"]["scores"], **near(example))
    if "ranks" in example["expect"]:
        assert ranks(scores).tolist() == example["expect"]["ranks"]
    for a, b in example["expect"].get("incomparable", []):
        assert (flows[0, a - 1] - flows[0, b - 1]) * (flows[1, a - 1] - flows[1, b - 1]) > 0
    if len(set(example["functions"])) == 1:
        options = promethee.Options(example["functions"][0], **thresholds)
        np.testing.assert_allclose(run(METHODS["promethee"], options, x, gain, w)[:, 0], scores, atol=1e-14)


@pytest.mark.parametrize(("name", "example"), examples("mavt"))
def test_mavt(name, example):
    """Value functions pass through the criteria, as in a case."""
    criteria = tuple(
        Criterion(
            str(j),
            Text.same(str(j)),
            Direction(direction),
            range=tuple(ends),
            value=ValueFunction(tuple(map(tuple, value.get("points", []))), value.get("curvature")),
        )
        for j, (direction, ends, value) in enumerate(
            zip(example["directions"], example["ranges"], example["values"], strict=True)
        )
    )
    options, (x, gain, w) = mavt.prepare(criteria, mavt.Options()), figures(example)
    frame = METHODS["mavt"].frame(x, gain, options)
    parts = mavt.contribution(x, gain, w, frame, options)
    scores = mavt.score(x, gain, w, frame, options)[:, 0]
    expected = np.array(example["expect"].get("parts", parts))
    np.testing.assert_allclose(parts, expected, atol=example["tolerance"])
    assert scores.tolist() == pytest.approx(example["expect"].get("scores", expected.sum(axis=1)), **near(example))


@pytest.mark.parametrize(("name", "example"), examples("spotis"))
def test_spotis(name, example):
    """Between the paper's bounds, which are the frame."""
    x, gain, w = figures(example)
    low, high = np.array(example["bounds"], float).T[:, None, :]
    frame = Frame(np.where(gain, high, low), np.where(gain, low, high), high - low)
    scores = METHODS["spotis"].score(x, gain, w, frame, options_of("spotis", {}))[:, 0]
    assert (1 - scores).tolist() == pytest.approx(example["expect"]["distance"], **near(example))
    assert ranks(scores).tolist() == example["expect"]["ranks"]


@pytest.mark.parametrize(("name", "example"), examples("grey"))
def test_grey(name, example):
    scores, _ = computed("grey", {}, example)
    assert scores.tolist() == pytest.approx(example["expect"]["scores"], **near(example))
    assert ranks(scores).tolist() == example["expect"]["ranks"]


@pytest.mark.parametrize(("name", "example"), examples("copras"))
def test_copras(name, example):
    scores, kept = computed("copras", {}, example)
    for key, values in (("scores", scores), ("gains", kept["S⁺"]), ("costs", kept["S⁻"]), ("significance", kept["Q"])):
        if key in example["expect"]:
            assert values.tolist() == pytest.approx(example["expect"][key], **near(example)), key
    if "ranks" in example["expect"]:
        assert ranks(scores).tolist() == example["expect"]["ranks"]


def thresholds(given, x):
    """A threshold per figure: a number, or a share of the figure itself."""
    columns = [float(t[:-2]) / 100 * x[:, j] if isinstance(t, str) else np.full(len(x), t) for j, t in enumerate(given)]
    return np.stack(columns, axis=-1)


@pytest.mark.parametrize(("name", "example"), examples("electre"))
def test_electre(name, example):
    (x, gain, w), expect = figures(example), example["expect"]
    options = electre.Options(thresholds(example["indifference"], x), thresholds(example["preference"], x))
    sigma = electre.credibility(x, gain, w, options)
    for row, printed in expect.get("credibility", {}).items():
        others = [k for k, value in enumerate(printed) if value is not None]
        assert sigma[int(row) - 1, others].tolist() == pytest.approx([printed[k] for k in others], **near(example))
    descending, ascending = electre.distillations(sigma)
    assert (descending + 1).tolist() == expect.get("descending", (descending + 1).tolist())
    assert (ascending + 1).tolist() == expect["ascending"]
    behind = (descending[:, None] >= descending) & (ascending[:, None] >= ascending)
    behind &= (descending[:, None] > descending) | (ascending[:, None] > ascending)
    assert (np.flatnonzero(~behind.any(axis=1)) + 1).tolist() == expect["first"]


def test_electre_vetoes():
    """By hand: agreement .6, discordance (7 − 3) ÷ (9 − 3) = ⅔ above it, so .6 · ⅓ ÷ .4; a veto of 7 forbids."""
    x, gain, w = np.array([[10.0, 0], [8, 7]]), np.array([[True, True]]), np.array([[0.6, 0.4]])
    found = [
        electre.credibility(x, gain, w, electre.Options(np.array([1, 1]), np.array([3, 3]), np.array([20, v])))[0, 1]
        for v in (9, 7)
    ]
    assert found == pytest.approx([0.5, 0])


def test_every_native_method_has_a_published_example():
    kinds = {"ahp": "hierarchy"}
    native = [name for name, method in METHODS.items() if not method.borrowed]
    without = [name for name in native if not examples(kinds.get(name, name))]
    assert without == []
    assert len(examples("topsis")) >= 5
