"""What is asked of criteria before any result: twins, shared causes, cells, and what each one carries."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from rich.cells import cell_len

import mcda
from mcda.cli._screen import wrapped
from mcda.language import LANGUAGES
from mcda.model import Figure, Missing, Standing
from mcda.reports.audit import page
from mcda.reports.blocks import Grid, Line
from mcda.sensitivity.concordance import variants
from mcda.sensitivity.structure import headline

CASES = ("hebei-steel", "green-pathways")


def case(columns, directions, weights=None):
    frame = pd.DataFrame(columns, dtype=float)
    frame.index = [f"a{i}" for i in range(len(frame))]
    return mcda.Problem.from_frame(frame, directions, weights or dict.fromkeys(columns, 1.0))


def pair(found, a, b):
    return next(p for p in found.pairs if {p.a, p.b} == {a, b})


def weighing(found, name):
    return next(w for w in found.weighings if w.criterion == name)


def test_the_same_thing_twice_is_asked_about():
    tonnes = [3.0, 9, 4, 1, 7, 5]
    cost = [9 - x for x in tonnes]
    problem = case(
        {"tonnes": tonnes, "cost": cost, "other": [2, 1, 4, 3, 6, 5]}, {"tonnes": "max", "cost": "min", "other": "max"}
    )
    found = mcda.structure(problem)
    assert pair(found, "tonnes", "cost").correlation == pytest.approx(1)
    assert pair(found, "tonnes", "cost").n == 6
    assert [(p.a, p.b) for p in found.asked] == [("tonnes", "cost")]
    assert headline(problem, found).in_("en").endswith("tonnes with cost.")


def test_the_correlation_is_spearmans_of_how_good_options_are():
    from scipy.stats import spearmanr

    rng = np.random.default_rng(2)
    table = {"a": rng.integers(1, 5, 12), "b": rng.integers(1, 5, 12), "c": rng.uniform(1, 9, 12)}
    found = mcda.structure(case(table, {"a": "max", "b": "min", "c": "max"}))
    assert pair(found, "a", "b").correlation == pytest.approx(spearmanr(table["a"], -table["b"])[0])
    assert pair(found, "a", "c").correlation == pytest.approx(spearmanr(table["a"], table["c"])[0])


def test_from_seven_tenths_on_it_is_asked_and_not_below():
    """Ranks 1 to 5 with ρ = 0.7 exactly (Σd² = 6), and 0.6 (Σd² = 8)."""
    found = mcda.structure(
        case(
            {"a": [1, 2, 3, 4, 5], "c": [3, 1, 2, 4, 5], "d": [1, 4, 3, 2, 5]},
            dict.fromkeys("acd", "max"),
        )
    )
    assert pair(found, "a", "c").correlation == pytest.approx(0.7)
    assert pair(found, "a", "c").asks
    assert pair(found, "a", "d").correlation == pytest.approx(0.6)
    assert not pair(found, "a", "d").asks


def test_a_criterion_that_tells_no_options_apart_correlates_with_none():
    found = mcda.structure(case({"a": [1, 2, 3], "flat": [4, 4, 4]}, {"a": "max", "flat": "max"}))
    assert pair(found, "a", "flat").correlation is None
    json.dumps(found.to_dict(), allow_nan=False)
    assert weighing(found, "flat").moved_without == 0


def test_missing_cells_are_counted_and_left_out_of_correlations():
    problem = case({"a": [1, 2, 3, 4], "b": [4, 1, 2, 3]}, {"a": "max", "b": "max"})
    column = problem.columns["b"]
    figures = {**column.figures, "a0": Figure(), "a1": replace(column.figures["a1"], standing=Standing.PLACEHOLDER)}
    column = replace(column, figures=figures, missing=Missing.WORST)
    found = mcda.structure(replace(problem, columns={**problem.columns, "b": column}))
    assert (pair(found, "a", "b").n, pair(found, "a", "b").correlation) == (3, pytest.approx(1))
    assert (weighing(found, "b").missing, weighing(found, "b").placeholder) == (0.25, 0.25)
    assert (weighing(found, "a").missing, weighing(found, "a").placeholder) == (0, 0)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("method", ["topsis", "weighted_sum", "vikor", "promethee"])
def test_places_move_as_if_the_weights_had_been_given_so(name, method):
    problem = mcda.load(name)
    base = mcda.rank(problem, method)
    found = mcda.structure(problem, method)
    weights = {c: base.weights.of(c) for c in base.table.names}
    assert found.first == base.first
    for w in found.weighings:
        assert w.weight == weights[w.criterion]
        out = mcda.rank(problem, method, weights={**weights, w.criterion: 0.0})
        twice = mcda.rank(problem, method, weights={**weights, w.criterion: 2 * w.weight})
        assert (w.moved_without, w.first_without) == (int((out.ranks != base.ranks).sum()), out.first)
        assert (w.moved_doubled, w.first_doubled) == (int((twice.ranks != base.ranks).sum()), twice.first)
    np.testing.assert_allclose([w.effective for w in found.weighings], base.effective)


def test_without_the_only_criterion_that_has_weight_nothing_is_left():
    found = mcda.structure(case({"a": [1, 2, 3], "b": [3, 1, 2]}, {"a": "max", "b": "max"}, {"a": 1.0, "b": 0.0}))
    assert (weighing(found, "a").moved_without, weighing(found, "a").first_without) == (None, None)
    assert weighing(found, "a").moved_doubled == weighing(found, "b").moved_without == 0


def test_shared_causes_are_those_that_move_both_in_this_scenario():
    """At no carbon price emissions are in the cost with a factor of 0; the bills of ore and gas are in both always."""
    problem = mcda.load("hebei-steel")
    base, priced = mcda.structure(problem), mcda.structure(problem, scenario="cp_100")
    together = pair(base, "cost", "import_dependence")
    assert {"gas_price", "ore_price"} <= set(together.parameters)
    assert {"natural_gas", "iron_ore"} <= set(together.attributes)
    assert set(together.twice) == {"ore_bill", "gas_bill"}
    assert "direct_emissions" not in pair(base, "cost", "emissions").attributes
    assert "direct_emissions" in pair(priced, "cost", "emissions").attributes
    assert pair(priced, "cost", "emissions").twice
    assert not pair(base, "cost", "emissions").twice
    assert priced.asked[0].twice


def test_causes_are_found_by_moving_them():
    """Every cause moves the criterion, and nothing else that a formula uses does."""
    from mcda.figures import known, scenario_of, tabulate
    from mcda.sensitivity.structure import causes

    problem = mcda.load("hebei-steel")
    state = scenario_of(problem, "base")
    values = tabulate(problem, state).values
    found = causes(problem, state, values)
    for parameter in problem.parameters:
        moved = known(problem, state, {parameter: values[parameter] * 1.5 + 0.1})
        for criterion in found:
            assert (parameter in found[criterion]) == (not np.allclose(moved[criterion], values[criterion], rtol=1e-12))


def test_equity_moves_with_the_share_that_is_moved():
    from mcda.figures import scenario_of, tabulate
    from mcda.sensitivity.structure import causes

    problem = mcda.load("green-pathways")
    state = scenario_of(problem, "base")
    assert causes(problem, state, tabulate(problem, state).values)["regional_equity"] == {problem.geography.moved}


def test_the_page_never_lets_a_correlation_drop_a_criterion():
    for name in CASES:
        problem = mcda.load(name)
        said = [b.text for b in page(problem, mcda.structure(problem), "en") if isinstance(b, Line)]
        assert any(text.startswith("A correlation alone is never a reason to drop a criterion") for text in said)
        said = [b.text for b in page(problem, mcda.structure(problem), "zh") if isinstance(b, Line)]
        assert any(text.startswith("仅凭相关性绝不能作为剔除准则的理由") for text in said)


def test_few_options_are_a_caution_beside_their_correlations():
    problem = case({"a": [1, 2, 3], "b": [1, 2, 3]}, {"a": "max", "b": "max"})
    assert any("3 options" in f.text() for f in mcda.structure(problem).findings)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize(("method", "given"), list(variants()), ids=str)
def test_every_method_answers_for_every_case(name, method, given):
    problem = mcda.load(name)
    try:
        mcda.rank(problem, method, given)
    except mcda.MCDAError:
        with pytest.raises(mcda.MCDAError):
            mcda.structure(problem, method, given)
        return
    found = mcda.structure(problem, method, given)
    json.dumps(found.to_dict(), allow_nan=False)
    n = len(problem.criteria)
    assert (len(found.pairs), len(found.weighings)) == (n * (n - 1) // 2, n)
    assert found.to_frame().shape == (n, 6 + n)
    assert sum(w.weight for w in found.weighings) == pytest.approx(1)
    for lang in LANGUAGES:
        for block in page(problem, found, lang):
            if isinstance(block, Line):
                assert all(cell_len(row) <= 80 for row in wrapped(block.text, 66))
            elif isinstance(block, Grid):
                assert cell_len(block.title) <= 80
