"""What criteria say of themselves reaches the methods: thresholds, value functions, and what is wrong with them."""

from dataclasses import replace

import numpy as np
import pytest

import mcda
from mcda.errors import Place, TableError
from mcda.language import Text
from mcda.methods import METHODS, electre, mavt, promethee
from mcda.model import Criterion, Direction, Level, Need, Scale, Thresholds, ValueFunction
from mcda.ranking import settled


def criterion(direction="max", **more):
    return Criterion("c", Text.same("c"), Direction(direction), **more)


def ordinal(direction="max", **more):
    levels = tuple(Level(key, Text.same(str(key))) for key in (1, 2, 3, 4, 5))
    return criterion(direction, scale=Scale(Need.ORDER, "five", levels), **more)


def test_thresholds_stand_in_for_the_range_and_are_in_levels_on_an_ordinal_scale():
    given = Thresholds(1, 2, 4)
    some = (criterion(thresholds=given), ordinal(thresholds=given), criterion(range=(10.0, 30.0)), criterion())
    options = promethee.prepare(some, promethee.Options())
    assert options.indifference.tolist() == [1, 0.25, 0, 0]
    assert options.preference[:3].tolist() == [2, 0.5, 20]
    assert np.isnan(options.preference[3])
    outranking = electre.prepare(some, electre.Options())
    assert outranking.preference.tolist() == [2, 0.5, 0, 0]
    assert outranking.veto.tolist() == [4, 1, np.inf, np.inf]


@pytest.mark.parametrize("given", [Thresholds(3, 2), Thresholds(-1, 2), Thresholds(0, 5, 4), Thresholds(2, None, 1)])
def test_thresholds_that_contradict_each_other_are_refused(given):
    for prepare, options in ((promethee.prepare, promethee.Options()), (electre.prepare, electre.Options())):
        with pytest.raises(TableError, match="not in order"):
            prepare((criterion(thresholds=given),), options)


@pytest.mark.parametrize("function", ["usual", "u-shape", "linear"])
def test_indifference_hides_a_difference(function):
    x, gain, w = np.array([[1.0], [1.5], [9]]), np.array([[True]]), np.array([[1.0]])
    options = promethee.Options(function, indifference=np.array([1.0]), preference=np.array([2.0]))
    scores = METHODS["promethee"].score(x, gain, w, None, options)[:, 0]
    assert (scores[0] == scores[1]) == (function != "usual")


def value(c, x):
    """The values of figures of one criterion between 0 and 10."""
    options = mavt.prepare((c,), mavt.Options())
    x = np.array(x, dtype=float)[:, None]
    gain = np.array([[c.direction is Direction.MAX]])
    frame = METHODS["mavt"].frame(np.array([[0.0], [10]]), gain, options)
    return mavt.score(x, gain, np.array([[1.0]]), frame, options)[:, 0]


def test_value_functions():
    points = ValueFunction(((0, 0), (2, 0.8), (10, 1)))
    assert value(criterion(value=points), [0, 1, 2, 6, 10, 12]).tolist() == pytest.approx([0, 0.4, 0.8, 0.9, 1, 1])
    falling = ValueFunction(((10, 0), (0, 1)))
    assert value(criterion("min", value=falling), [0, 5, 10]).tolist() == pytest.approx([1, 0.5, 0])
    assert value(criterion(), [0, 5, 10]).tolist() == pytest.approx([0, 0.5, 1])
    for direction in ("max", "min"):
        curved = value(criterion(direction, range=(0.0, 10.0), value=ValueFunction(curvature=2.0)), [0, 5, 10])
        assert sorted(curved) == pytest.approx([0, (1 - np.exp(-1)) / (1 - np.exp(-2)), 1])
        assert curved[1] > 0.5
    flat = value(criterion(range=(0.0, 10.0), value=ValueFunction(curvature=0.0)), [0, 5, 10])
    assert flat.tolist() == pytest.approx([0, 0.5, 1])


def test_points_on_an_ordinal_scale_are_levels():
    points = ValueFunction(((1, 0), (2, 0.7), (5, 1)))
    options = mavt.prepare((ordinal(value=points),), mavt.Options())
    assert options.functions[0](np.array([0, 0.25, 1])).tolist() == pytest.approx([0, 0.7, 1])
    turned = ValueFunction(((1, 1), (2, 0.7), (5, 0)))
    options = mavt.prepare((ordinal("min", value=turned),), mavt.Options())
    assert options.functions[0](np.array([0, 0.75, 1])).tolist() == pytest.approx([0, 0.7, 1])


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (criterion(value=ValueFunction(((0, 0),))), "can't be drawn"),
        (criterion(value=ValueFunction(((0, 0), (5, 1), (10, 0.5)))), "can't be drawn"),
        (criterion(value=ValueFunction(((0, 0), (5, 2)))), "can't be drawn"),
        (criterion(value=ValueFunction(((0, 0), (0, 1)))), "can't be drawn"),
        (criterion("min", value=ValueFunction(((0, 0), (5, 1)))), "can't be drawn"),
        (criterion(value=ValueFunction(curvature=1.0)), "no range"),
        (criterion(range=(3.0, 3.0), value=ValueFunction(curvature=1.0)), "no range"),
        (criterion("target", target=3.0, value=ValueFunction(((0, 0), (3, 1)))), "target"),
    ],
)
def test_value_functions_that_can_not_be_are_refused(given, says):
    with pytest.raises(TableError, match=says):
        mavt.prepare((given,), mavt.Options())


def changed(problem, **more):
    """The problem with something said by its first criterion."""
    first, *rest = problem.criteria
    return replace(problem, criteria=(replace(first, **more), *rest))


def test_a_case_hands_its_thresholds_on_and_a_fault_knows_its_place():
    problem = mcda.load("hebei-steel")
    before = mcda.rank(problem, method="promethee")
    after = mcda.rank(changed(problem, thresholds=Thresholds(100, 300)), method="promethee")
    assert before.scores.tolist() != after.scores.tolist()
    assert before.options == after.options == {"function": "linear"}
    with pytest.raises(TableError) as raised:
        settled(changed(problem, thresholds=Thresholds(3, 2)), "electre")
    assert raised.value.faults[0].place != Place()


def test_weights_are_exchange_rates_only_where_values_are_straight():
    problem = mcda.load("hebei-steel")
    curved = changed(problem, value=ValueFunction(curvature=2.0))

    def rates(case, method):
        return [f for f in mcda.rank(case, method=method).findings if f.message.code == "finding.exchange_rate"]

    assert rates(problem, "mavt")
    assert rates(problem, "spotis")
    assert not rates(curved, "mavt")
    assert not rates(problem, "grey")


def test_a_partial_order_is_part_of_the_result():
    problem = mcda.load("hebei-steel")
    for method in ("promethee", "electre"):
        ranking = mcda.rank(problem, method=method)
        assert ranking.incomparable
        assert ranking.to_dict()["incomparable"] == [list(pair) for pair in ranking.incomparable]
        assert any(f.message.code.startswith("finding.incomparable") for f in ranking.findings)
    assert mcda.rank(problem, method="grey").incomparable == ()
    codes = {f.message.code for f in mcda.rank(problem, method="vikor").findings}
    assert "finding.compromise_near" in codes
