"""What moves the lead: known indices, known values of information, and drivers that may not be silent."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.language import Text
from mcda.methods import METHODS
from mcda.model import Figure, Parameter
from mcda.sensitivity import _lead
from mcda.sensitivity._sobol import REPLICATES, indices, points, pooled, replicated
from mcda.sensitivity.influence import headline

PI = np.pi


def problem(table, directions="max", weights=None, ranges=None, units=None):
    """Options a0, a1, … under criteria c0, c1, …; `ranges[i, j]` is (low, high) of a figure."""
    rows, columns = [f"a{i}" for i in range(len(table))], [f"c{j}" for j in range(len(table[0]))]
    frame = pd.DataFrame(table, index=rows, columns=columns, dtype=float)
    named = dict(zip(columns, weights, strict=True)) if weights else None
    case = mcda.Problem.from_frame(frame, dict.fromkeys(columns, directions), named, units)
    found = dict(case.columns)
    for (i, j), (low, high) in (ranges or {}).items():
        column = found[f"c{j}"]
        figure = replace(column.figures[f"a{i}"], low=low, high=high, ends="bounds")
        found[f"c{j}"] = replace(column, figures={**column.figures, f"a{i}": figure})
    return replace(case, columns=found)


def declared(case, *ranges):
    """The same problem with declared ranges of its criteria."""
    criteria = tuple(replace(c, range=r) for c, r in zip(case.criteria, ranges, strict=True))
    return replace(case, criteria=criteria)


def ishigami(u):
    """Ishigami & Homma (1990), a = 7, b = 0.1, of inputs uniform between −π and π."""
    x = PI * (2 * u - 1)
    return np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])


VARIANCE = 7**2 / 8 + 0.1 * PI**4 / 5 + 0.1**2 * PI**8 / 18 + 0.5
FIRST = np.array([0.5 * (1 + 0.1 * PI**4 / 5) ** 2, 7**2 / 8, 0]) / VARIANCE
THIRD = 0.1**2 * PI**8 * 8 / 225 / VARIANCE


def test_the_indices_of_ishigamis_function_are_those_of_its_formula():
    """0.314, 0.442, 0 alone and 0.558, 0.442, 0.244 in total: Saltelli et al. (2008), Global Sensitivity Analysis."""
    found = indices(ishigami, 3, size=2048)
    np.testing.assert_allclose(FIRST, [0.3139, 0.4424, 0], atol=5e-5)
    np.testing.assert_allclose(found.first, FIRST, atol=0.003)
    np.testing.assert_allclose(found.total, FIRST + np.array([THIRD, 0, THIRD]), atol=0.003)
    assert found.variance == pytest.approx(VARIANCE, rel=1e-3)
    assert found.mean == pytest.approx(3.5, abs=1e-3)


def test_stated_errors_hold():
    off = []
    for seed in range(8):
        found = indices(ishigami, 3, size=64, seed=seed)
        off += [
            *(found.first - FIRST) / found.first_errors,
            *(found.total - FIRST - [THIRD, 0, THIRD]) / found.total_errors,
        ]
    assert 0.5 < np.sqrt(np.mean(np.square(off))) < 2


def test_rows_of_one_group_count_as_one_input():
    found = indices(lambda u: 2 * u[0] + u[1] + u[2], 3, [np.array([0]), np.array([1, 2])], size=512)
    np.testing.assert_allclose(found.first, [2 / 3, 1 / 3], atol=0.01)
    np.testing.assert_allclose(found.total, [2 / 3, 1 / 3], atol=0.01)


def test_what_does_not_move_has_no_shares_and_no_nan():
    found = indices(lambda u: np.full(u.shape[1], 0.3), 2, size=16)
    assert found.variance == 0
    assert found.first.tolist() == found.total.tolist() == found.first_errors.tolist() == [0, 0]


def test_points_are_inside_and_spread_and_repeatable():
    u = points(5, 256, 3, 0)
    assert u.min() > 0
    assert u.max() < 1
    np.testing.assert_array_equal(np.sort(np.floor(u * 256), axis=1), np.tile(np.arange(256.0), (5, 1)))
    np.testing.assert_array_equal(u, points(5, 256, 3, 0))
    assert not np.array_equal(u, points(5, 256, 3, 1))


def test_a_batch_in_blocks_gives_what_one_input_at_a_time_gives(monkeypatch):
    both = points(6, 64, 1, 0)
    groups = [np.array([k]) for k in range(3)]
    whole = replicated(ishigami, both, groups)
    monkeypatch.setattr("mcda.sensitivity._sobol.BLOCK", 100)
    parts = replicated(ishigami, both, groups)
    np.testing.assert_array_equal(whole.first, parts.first)
    assert pooled([whole, parts]).first_errors.tolist() == [0, 0, 0]


def two(low, high):
    """a0 is worth 0.5; a1 anything from low to high, on average (low + mode + high) ÷ 3."""
    case = problem([[0.5], [0.4]], ranges={(1, 0): (low, high)})
    return declared(case, (0.0, 1.0))


def triangular(low, mode, high, size=200_001):
    from mcda.figures.draws import triangular as quantile

    return quantile(low, mode, high, (np.arange(size) + 0.5) / size)


@pytest.mark.parametrize("method", ["weighted_sum", "mavt", "spotis"])
def test_perfect_information_is_worth_what_the_better_choice_gains(method):
    found = mcda.influence(two(0.1, 0.9), method=method, draws=16_384)
    x = triangular(0.1, 0.4, 0.9)
    (effect,) = found.effects
    assert found.choice == found.winner == "a0"
    assert (effect.first, effect.total) == (pytest.approx(1, abs=1e-3), pytest.approx(1, abs=1e-3))
    assert effect.learning.changes == pytest.approx(np.mean(x > 0.5), abs=0.02)
    assert effect.learning.worth == pytest.approx(np.mean(np.maximum(x - 0.5, 0)), rel=0.02)
    assert found.everything.worth == pytest.approx(effect.learning.worth, rel=0.02)
    assert found.lead == pytest.approx(0.1)
    assert found.mean == pytest.approx(0.5 - x.mean(), abs=1e-3)
    assert found.spread == pytest.approx(x.std(), rel=0.01)


def test_a_figure_that_can_not_change_the_choice_is_worth_nothing_to_learn():
    found = mcda.influence(two(0.3, 0.45), method="weighted_sum", draws=512)
    (effect,) = found.effects
    assert (effect.learning.changes, effect.learning.worth) == (0, 0)
    assert effect.total == pytest.approx(1, abs=0.01)
    assert "at none of the 256 values" in headline(two(0.3, 0.45), found).in_("en")


def test_the_choice_is_the_best_on_average_where_scores_are_values():
    """At the modes a0 leads with 0.5; a1 has 0.4 there, but (0.3 + 0.4 + 1) ÷ 3 on average."""
    found = mcda.influence(two(0.3, 1.0), method="weighted_sum", draws=2048)
    assert (found.winner, found.choice) == ("a0", "a1")
    assert "finding.choice_by_value" in [f.message.code for f in found.findings]


def test_elsewhere_it_is_the_option_that_is_first_most_often():
    found = mcda.influence(two(0.3, 1.0), method="topsis", draws=2048)
    x = triangular(0.3, 0.4, 1.0)
    assert found.choice == "a1"
    assert found.everything.changes == pytest.approx(np.mean(x < 0.5), abs=0.01)
    assert found.effects[0].learning.changes == pytest.approx(np.mean(x < 0.5), abs=0.02)
    assert found.effects[0].learning.worth is found.everything.worth is None


def test_worth_in_money_is_that_of_the_figure_itself():
    """One criterion in money: the gain in score times its range is the gain in money."""
    case = problem([[50], [60]], "min", ranges={(1, 0): (10, 90)}, units={"c0": "USD@2020/t"})
    case = declared(case, (0.0, 200.0))
    found = mcda.influence(case, method="weighted_sum", draws=16_384)
    x = triangular(10, 60, 90)
    assert found.unit == "USD@2020/t"
    assert found.effects[0].learning.money == pytest.approx(np.mean(np.maximum(50 - x, 0)), rel=0.02)


def test_money_is_not_named_where_weights_move_or_do_not_reach_it():
    case = declared(
        problem([[50, 1], [60, 2]], weights=[0, 1], ranges={(1, 1): (0, 3)}, units={"c0": "USD@2020"}), (0, 99), (0, 5)
    )
    assert mcda.influence(case, method="weighted_sum", draws=64).unit == ""
    assert mcda.influence(two(0.1, 0.9), "both", method="weighted_sum", draws=64).everything.money is None


def test_shares_of_independent_figures_add_up_where_nothing_goes_together():
    """The lead of a0 over a1 is linear in both figures; a2 never comes near."""
    case = problem([[0.9, 0.5], [0.5, 0.5], [0, 0]], ranges={(0, 0): (0.7, 1.0), (1, 1): (0.3, 0.7)})
    found = mcda.influence(declared(case, (0, 1), (0, 1)), method="weighted_sum", draws=8192)
    variances = [np.var(triangular(0.7, 0.9, 1.0)), np.var(triangular(0.3, 0.5, 0.7))]
    expected = np.array(variances) / sum(variances)
    by = {e.driver: e for e in found.effects}
    got = [[by[name].first, by[name].total] for name in ("c0/a0", "c1/a1")]
    np.testing.assert_allclose(got, np.stack([expected, expected], axis=1), atol=0.01)


def test_all_weights_are_one_driver():
    found = mcda.influence(mcda.load("hebei-steel"), "both", draws=1024)
    (weights,) = [e for e in found.effects if e.driver == "weights"]
    assert weights.base is None
    assert weights.total > 0.9
    assert weights.learning.changes > 0.2
    alone = mcda.influence(problem([[1, 0], [0, 1]], weights=[3, 1]), "both", draws=1024)
    assert [e.driver for e in alone.effects] == ["weights"]
    assert alone.effects[0].first == pytest.approx(1, abs=0.02)
    assert alone.effects[0].learning.changes == pytest.approx(0.5, abs=0.1)


def test_drivers_that_reach_no_ranked_option_are_left_out_with_a_word():
    found = mcda.influence(mcda.load("hebei-steel"), draws=256)
    assert "biomass_price" not in [e.driver for e in found.effects]
    assert any(f.message.code == "finding.idle" and "Biomass price" in f.text() for f in found.findings)


def test_a_driver_asked_for_that_reaches_nothing_is_an_error_with_its_name():
    case = mcda.load("hebei-steel")
    with pytest.raises(mcda.MCDAError, match=r"biomass_price reaches the score of no option"):
        mcda.influence(case, only=["biomass_price"])
    with pytest.raises(mcda.MCDAError, match=r"carbon_price never moves"):
        mcda.influence(case, only=["carbon_price"])
    with pytest.raises(mcda.MCDAError, match=r"scrap_price never moves"):
        mcda.influence(case, only=["scrap_price"], scenario="market_prices")
    with pytest.raises(mcda.MCDAError, match=r"no driver .* called scrap_pric"):
        mcda.influence(case, only=["scrap_pric"])


def test_a_figure_without_weight_reaches_no_score():
    case = problem([[3, 1], [2, 2]], weights=[1, 0], ranges={(0, 1): (0, 5)})
    with pytest.raises(mcda.MCDAError, match="c1/a0 reaches the score of no option"):
        mcda.influence(case, only=["c1/a0"])


def test_only_what_is_asked_for_moves_and_members_stand_for_their_driver():
    found = mcda.influence(mcda.load("hebei-steel"), only=["grid_share"], draws=256)
    assert [e.driver for e in found.effects] == ["hydrogen_price"]
    assert found.effects[0].total == pytest.approx(1, abs=0.05)


def test_without_ranges_or_rivals_there_is_nothing_to_ask():
    with pytest.raises(mcda.MCDAError, match="no figure"):
        mcda.influence(problem([[1, 2], [2, 1]]))
    with pytest.raises(mcda.MCDAError, match="single option"):
        mcda.influence(problem([[1, 2]], ranges={(0, 0): (0, 3)}))
    with pytest.raises(mcda.MCDAError, match="levels"):
        mcda.influence(problem([[1, 2], [2, 1]]), "levels")


def test_a_figure_that_moves_scores_but_not_the_lead_is_said_to():
    """a0 leads a1; a2 never comes near, whatever its figure."""
    case = problem([[0.9], [0.8], [0.2]], ranges={(1, 0): (0.7, 0.85), (2, 0): (0.1, 0.3)})
    found = mcda.influence(declared(case, (0, 1)), method="weighted_sum", draws=256)
    by = {e.driver: e for e in found.effects}
    assert by["c0/a2"].total == 0
    assert any(f.message.code == "finding.beside_lead" and "a2" in f.text() for f in found.findings)
    still = mcda.influence(declared(case, (0, 1)), method="weighted_sum", only=["c0/a2"], draws=256)
    assert still.spread == 0
    assert "Nothing that was drawn moves the lead of a0" in headline(case, still).in_("en")


def test_one_frame_serves_all_draws():
    """Own frames would set the worst of each draw to 0, and the lead of a0 over a1 to 1 in every one."""
    case = problem([[5], [3]], ranges={(1, 0): (1, 4)})
    found = mcda.influence(case, method="weighted_sum", draws=1024)
    assert found.spread > 0.05


def test_a_parameter_moves_everything_that_follows_from_it():
    found = mcda.influence(mcda.load("hebei-steel"), draws=2048)
    by = {e.driver: e for e in found.effects}
    assert {"scrap_price", "hydrogen_price", "grid_factor"} <= set(by)
    assert "grid_share" not in by
    assert sum(e.first for e in found.effects) == pytest.approx(1, abs=0.05)


def test_the_same_seed_gives_the_same_shares_and_another_nearly_the_same():
    case = mcda.load("hebei-steel")
    one, two, three = (mcda.influence(case, draws=1024, seed=seed) for seed in (1, 1, 2))
    assert one == two
    assert one != three
    first, other = ({e.driver: e.total for e in found.effects} for found in (one, three))
    assert [other[name] for name in first] == pytest.approx(list(first.values()), abs=0.02)


def test_an_interruption_keeps_what_was_done():
    def interrupt(done, total):
        assert total == REPLICATES
        if done == 3:
            raise KeyboardInterrupt

    found = mcda.influence(mcda.load("hebei-steel"), draws=512, progress=interrupt)
    assert found.partial
    assert found.draws == 3 * 32
    assert found.learnt == 3 * _lead.LEARNT
    assert "interrupted" in found.findings[0].text()


def test_an_interruption_before_errors_are_known_is_one():
    def interrupt(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mcda.influence(mcda.load("hebei-steel"), draws=64, progress=interrupt)


def numbers(found):
    for e in (*found.effects, found):
        learning = e.learning if e is not found else e.everything
        yield from (x for x in (learning.changes, learning.worth, learning.money) if x is not None)
    yield from (x for e in found.effects for x in (e.first, e.first_error, e.total, e.total_error))
    yield from (found.lead, found.mean, found.spread)


@pytest.mark.parametrize("over", ["figures", "both"])
@pytest.mark.parametrize("method", sorted(METHODS))
def test_every_method_answers_without_nan(method, over):
    case = problem(
        [[3, 9, 4], [4, 7, 5], [2, 8, 8]], ranges={(0, 0): (2, 6), (1, 1): (5, 9), (2, 2): (6, 9)}, weights=[2, 1, 1]
    )
    found = mcda.influence(declared(case, (1, 10), (1, 10), (1, 10)), over, method=method, draws=64)
    assert np.isfinite(list(numbers(found))).all()
    assert all(0 <= e.learning.changes <= 1 for e in found.effects)
    assert found.to_frame().shape[0] == len(found.effects)
    assert found.to_dict()["method"] == method


@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
def test_every_shipped_case_is_answered_in_both_languages(case):
    from mcda.reports.influence import page

    loaded = mcda.load(case)
    found = mcda.influence(loaded, draws=64)
    assert np.isfinite(list(numbers(found))).all()
    for lang in ("en", "zh"):
        assert page(loaded, found, lang)


def test_a_parameter_that_no_criterion_uses_reaches_nothing():
    case = problem([[1, 2], [2, 1]], ranges={(0, 0): (0, 2)})
    spare = Parameter("spare", Text.same("spare"), Figure(mode=1, low=0, high=2))
    with pytest.raises(mcda.MCDAError, match="spare reaches the score of no option"):
        mcda.influence(replace(case, parameters={"spare": spare}), only=["spare"])
