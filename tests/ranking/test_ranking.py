"""Rankings of whole problems: trees, frames, doubts, and tables that other tools answer with noise."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.errors import MCDAError, TableError
from mcda.language import Text
from mcda.model import Branch, Judgement, Missing, Problem, Weights, flat
from mcda.ranking import aligned, ranks
from mcda.reports.ranking import frame as table_of
from mcda.weighting import spread


def frame(**columns):
    rows = len(next(iter(columns.values())))
    return pd.DataFrame(columns, index=[f"a{i + 1}" for i in range(rows)])


def problem(**columns):
    directions = {name: "min" if name.startswith("cost") else "max" for name in columns}
    return Problem.from_frame(frame(**columns), directions)


def codes(ranking):
    return {finding.message.code.removeprefix("finding.") for finding in ranking.findings}


def test_ranks_share_places_and_skip_the_next():
    assert ranks(np.array([0.3, 0.9, 0.9, 0.1])).tolist() == [3, 1, 1, 4]
    assert ranks(np.array([0.5, 0.5 + 1e-14, 0.1])).tolist() == [1, 1, 3]
    assert ranks(np.array([[1.0, 2], [2, 1]])).tolist() == [[2, 1], [1, 2]]


def test_ranks_of_many_are_those_of_few():
    scores = np.random.default_rng(0).choice(np.linspace(0, 1, 300), 1200)
    few = 1 + (scores[None] > scores[:, None] + np.ptp(scores) * 1e-12).sum(axis=1)
    np.testing.assert_array_equal(ranks(scores), few)


@pytest.mark.parametrize("method", ["topsis", "weighted_sum", "ahp"])
def test_a_tree_ranks_like_the_flat_weights_that_it_multiplies_out_to(method):
    case = mcda.load("green-pathways") if method != "ahp" else mcda.load("hebei-steel")
    tree_weights = mcda.weights(case)
    as_tree = mcda.rank(case, method=method)
    as_flat = mcda.rank(case, method=method, weights=dict(zip(tree_weights.criteria, tree_weights.values, strict=True)))
    np.testing.assert_allclose(as_tree.scores, as_flat.scores, rtol=1e-12)


def test_a_branch_is_a_weighted_part():
    tree = Branch("all", Text.same("all"), (Branch("b", Text.same("b"), ("x", "y")), "z"))
    found = spread(tree, {"all": np.array([0.6, 0.4]), "b": np.array([0.25, 0.75])}, "by hand")
    np.testing.assert_allclose(found.values, [0.15, 0.45, 0.4])


def test_a_constant_criterion_decides_nothing_and_is_named():
    found = mcda.rank(problem(cost=[3.0, 5, 4], jobs=[7.0, 7, 7]))
    assert "constant" in codes(found)
    assert found.effective.tolist() == [1, 0]
    assert np.isfinite(found.scores).all()


@pytest.mark.parametrize("method", ["topsis", "weighted_sum", "ahp"])
@pytest.mark.parametrize("column", [[0.0, 0, 0], [0.0, 1, 2], [4.0, 4, 4]])
def test_zeros_and_constants_never_give_nan(method, column):
    found = mcda.rank(problem(cost=[3.0, 5, 4], jobs=column), method=method)
    assert np.isfinite(found.scores).all()


def test_a_single_alternative_is_first_with_a_word():
    found = mcda.rank(problem(cost=[3.0], jobs=[7.0]))
    assert found.ranks.tolist() == [1]
    assert found.scores.tolist() == [0.5]
    assert "single" in codes(found)


def test_equal_options_share_a_rank_and_are_named():
    found = mcda.rank(problem(cost=[3.0, 3, 5], jobs=[7.0, 7, 9]))
    assert found.ranks[0] == found.ranks[1]
    assert "twins" in codes(found)


def test_a_dominated_option_is_named_with_what_beats_it():
    found = mcda.rank(problem(cost=[3.0, 5], jobs=[7.0, 6]))
    said = next(f.text() for f in found.findings if f.message.code == "finding.dominated")
    assert said == "a2 is nowhere better and somewhere worse than a1"


@pytest.mark.parametrize("scaling", ["sum", "max"])
def test_negative_figures_are_refused_where_a_scaling_can_not_take_them(scaling):
    with pytest.raises(TableError, match="negative"):
        mcda.rank(problem(cost=[3.0, 5], gain=[-1.0, 6]), options={"scaling": scaling})


def test_negative_figures_are_taken_by_vector_scaling():
    assert np.isfinite(mcda.rank(problem(cost=[3.0, 5], gain=[-1.0, 6])).scores).all()


@pytest.mark.parametrize("cell", [np.nan, np.inf, -np.inf, "12", None, True])
def test_a_cell_that_is_no_finite_number_is_refused_by_row_and_column(cell):
    data = frame(cost=[3.0, 5], jobs=[7.0, 6]).astype(object)
    data.iat[1, 0] = cell
    with pytest.raises(TableError, match=r"a2 has .* under cost"):
        Problem.from_frame(data, {"cost": "min", "jobs": "max"})


def test_a_frame_with_many_faults_names_them_all():
    data = frame(cost=[3.0, np.nan], jobs=[7.0, 6])
    with pytest.raises(TableError) as caught:
        Problem.from_frame(data, {"cost": "lower"}, weights={"cots": 1})
    found = {fault.code for fault in caught.value.faults}
    assert {"direction_missing", "unknown_name_near", "weight_missing"} <= found


def test_rows_of_one_name_are_refused():
    data = frame(cost=[3.0, 5]).set_axis(["a", "a"])
    with pytest.raises(TableError, match="twice"):
        Problem.from_frame(data, {"cost": "min"})


def test_an_empty_frame_is_refused():
    with pytest.raises(TableError, match="no alternatives"):
        Problem.from_frame(pd.DataFrame(), {})


def test_a_frame_comes_back_as_it_went_in():
    data = frame(cost=[3.0, 5], jobs=[7.0, 6])
    pd.testing.assert_frame_equal(
        Problem.from_frame(data, {"cost": "min", "jobs": "max"}).to_frame(), data.rename_axis("alternative")
    )


def test_weights_of_a_frame_are_shared_out():
    found = mcda.rank(
        Problem.from_frame(frame(cost=[3.0, 5], jobs=[7.0, 9]), {"cost": "min", "jobs": "max"}, {"cost": 3, "jobs": 1})
    )
    assert found.weights.values.tolist() == [0.75, 0.25]


def test_a_criterion_without_weight_is_refused():
    weights = Weights(("cost",), np.array([1.0]), "by hand")
    table = mcda.rank(problem(cost=[3.0, 5], jobs=[7.0, 6])).table
    with pytest.raises(MCDAError, match="jobs has no weight"):
        aligned(weights, table)


def test_effective_weights_are_weights_times_spread():
    found = mcda.rank(problem(cost=[100.0, 101], jobs=[1.0, 9]))
    assert found.effective[0] < 0.02
    same = mcda.rank(problem(cost=[100.0, 101], jobs=[1.0, 9]), method="weighted_sum")
    assert same.effective.tolist() == [0.5, 0.5]


def test_effective_weights_are_weights_times_the_part_of_the_declared_range_that_the_table_spans():
    steel = mcda.load("hebei-steel").with_plan(frame="declared")
    found = mcda.rank(steel, method="weighted_sum")
    named = {c.id: j for j, c in enumerate(found.table.criteria)}
    part = {c.id: np.ptp(found.table.values[:, named[c.id]]) / np.ptp(c.range) for c in steel.criteria if c.range}
    assert part["cost"] != pytest.approx(part["emissions"])
    expected = found.weights.of("emissions") * part["emissions"] / (found.weights.of("cost") * part["cost"])
    assert found.effective[named["emissions"]] / found.effective[named["cost"]] == pytest.approx(expected)


def test_exchange_rates_say_what_weights_value():
    steel = mcda.rank(mcda.load("hebei-steel"), method="weighted_sum")
    rate = next(f for f in steel.findings if f.message.code == "finding.exchange_rate" and "Emissions" in f.text())
    w, table = steel.weights, steel.table.values
    spans = np.ptp(table, axis=0)
    expected = w.of("emissions") / spans[1] / (w.of("cost") / spans[0])
    assert rate.message.values["rate"] == pytest.approx(expected)


def test_exchange_rates_follow_the_declared_ranges_where_those_are_the_frame():
    steel = mcda.load("hebei-steel").with_plan(frame="declared")
    found = mcda.rank(steel, method="weighted_sum")
    rate = next(f for f in found.findings if f.message.code == "finding.exchange_rate" and "Emissions" in f.text())
    spans = {c.id: float(np.ptp(c.range)) for c in steel.criteria if c.id in ("cost", "emissions")}
    expected = found.weights.of("emissions") / spans["emissions"] / (found.weights.of("cost") / spans["cost"])
    assert rate.message.values["rate"] == pytest.approx(expected)


def test_contributions_of_an_additive_method_add_up_to_the_score():
    found = mcda.rank(mcda.load("hebei-steel"), method="weighted_sum")
    np.testing.assert_allclose(found.contributions.sum(axis=1), found.scores, rtol=1e-12)


def test_ratings_do_not_depend_on_who_else_is_there():
    case = mcda.load("hebei-steel")
    kept = tuple(a for a in case.alternatives if a.id not in ("h2_dri_eaf_50", "bf_bof_bat"))
    fewer = replace(case, alternatives=kept)
    scores = [
        dict(zip(r.table.alternatives, r.scores, strict=True))
        for r in (mcda.rank(c, "ahp", {"mode": "ratings"}) for c in (case, fewer))
    ]
    for name, score in scores[1].items():
        assert score == pytest.approx(scores[0][name], rel=1e-12)


def test_several_people_are_joined():
    case = problem(cost=[3.0, 5], jobs=[7.0, 9])
    pairs = [Judgement(who, "pairs", pairs={("cost", "jobs"): value}) for who, value in (("x", 8), ("y", 2))]
    joined = mcda.weights(replace(case, judgements=tuple(pairs)), "ahp")
    assert joined.of("cost") == pytest.approx(0.8)
    assert joined.people == ("x", "y")
    numbers = [Judgement(who, "numbers", numbers={"cost": value, "jobs": 1}) for who, value in (("x", 9), ("y", 1))]
    assert mcda.weights(replace(case, judgements=tuple(numbers)), "points").of("cost") == pytest.approx(0.7)


def test_placeholders_make_an_illustration():
    assert "placeholders_carry" in codes(mcda.rank(mcda.load("green-pathways")))
    assert "placeholders_carry" not in codes(mcda.rank(mcda.load("hebei-steel")))


def test_emissions_are_counted_twice_only_where_carbon_is_paid_for():
    steel = mcda.load("hebei-steel")

    def shared(scenario):
        return [
            f.text() for f in mcda.rank(steel, scenario=scenario).findings if f.message.code == "finding.counted_twice"
        ]

    assert not any("emissions" in text.lower() for text in shared("base"))
    assert any("emissions" in text.lower() for text in shared("cp_100"))


def test_the_table_of_a_ranking_ends_with_what_is_set_apart_and_why():
    case = problem(cost=[1.0, 2, 3], jobs=[4.0, 6, 5])
    column = case.columns["jobs"]
    gap = {name: figure for name, figure in column.figures.items() if name != "a1"}
    holed = replace(column, figures=gap, missing=Missing.LEAVE_OUT)
    case = replace(case, columns={**case.columns, "jobs": holed})
    table = table_of(case, mcda.rank(case))
    assert table.index.tolist() == ["a2", "a3", "a1"]
    assert table["missing"].fillna("").tolist() == ["", "", "jobs"]
    assert table.loc["a1", ["rank", "score", "jobs"]].isna().all()
    assert table.loc["a1", "cost"] == 1


def test_a_set_apart_option_says_where_it_would_stand():
    apart = {a.alternative: a for a in mcda.rank(mcda.load("hebei-steel")).apart}
    assert set(apart) == {"bf_bof_bio_pci", "scrap_eaf", "molten_oxide_electrolysis_eaf"}
    assert apart["scrap_eaf"].rank_if_allowed == 1
    turning = {t.parameter: t for t in apart["scrap_eaf"].breaches[0].turnings}
    assert turning["tonnage"].value == pytest.approx(10 / 1.1383)
    assert turning["tonnage"].downwards


def test_results_can_not_be_changed():
    found = mcda.rank(problem(cost=[3.0, 5]))
    with pytest.raises(ValueError, match="read-only"):
        found.scores[0] = 9
    with pytest.raises(AttributeError):
        found.method = "other"


def test_the_fingerprint_is_of_the_problem_and_not_of_its_file(tmp_path):
    from mcda.files import load
    from mcda.files.shipped import folder

    text = folder("cases").joinpath("hebei-steel.yaml").read_text(encoding="utf-8")
    same = tmp_path / "hebei-steel.yaml"
    same.write_text(
        "# a comment\n\n" + text.replace("iron_ore * ore_price", "iron_ore  *  ore_price"), encoding="utf-8"
    )
    other = tmp_path / "other" / "hebei-steel.yaml"
    other.parent.mkdir()
    other.write_text(text.replace("mode: 1.4", "mode: 1.5"), encoding="utf-8")
    first, second, third = (mcda.rank(load(case)).fingerprint for case in ("hebei-steel", same, other))
    assert first == second != third


def test_a_flat_tree_is_one_branch():
    assert [branch.id for branch in flat(("a", "b")).branches()] == ["criteria"]
