"""Does the method matter: every method asked, kin counted once, and coefficients that other libraries give too."""

import json
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from rich.cells import cell_len

import mcda
from mcda.cli._screen import wrapped
from mcda.language import LANGUAGES
from mcda.methods import METHODS, options_of, run, spelled
from mcda.ranking import ranks
from mcda.reports.blocks import Line
from mcda.reports.compare import called, page
from mcda.sensitivity._rank_correlation import kendall, mean_ranks, similarity, spearman, weighted_spearman
from mcda.sensitivity.concordance import KIN, headline, kin_of, variants

CASES = ("hebei-steel", "green-pathways")


def case(table, directions=None):
    rows, columns = [f"a{i}" for i in range(len(table))], [f"c{j}" for j in range(len(table[0]))]
    frame = pd.DataFrame(table, index=rows, columns=columns, dtype=float)
    return mcda.Problem.from_frame(frame, dict(zip(columns, directions or ["max"] * len(columns), strict=True)))


def random_case(seed, m=6, n=4):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(rng.uniform(1, 10, (m, n)), [f"a{i}" for i in range(m)], [f"c{j}" for j in range(n)])
    directions = {name: "min" if j == 1 else "max" for j, name in enumerate(frame)}
    return mcda.Problem.from_frame(frame, directions, dict(zip(frame, rng.dirichlet(np.ones(n)), strict=True)))


def random_orders(name, given, count):
    """The order by one variant on so many random problems, by the definition alone."""
    found = []
    for seed in range(count):
        rng = np.random.default_rng(seed)
        x, w = rng.uniform(1, 10, (7, 5)), rng.dirichlet(np.ones(5))[None]
        gain = np.array([[True, False, True, rng.random() < 0.5, True]])
        scores = run(METHODS[name], options_of(name, given), x, gain, w)[:, 0]
        found.append(tuple(ranks(np.round(scores, 12))))
    return found


@pytest.mark.parametrize("kin", KIN, ids=lambda kin: kin.why)
def test_kin_order_alike_on_every_random_problem(kin):
    first, *others = [random_orders(member.method, member.options, 300) for member in kin.members]
    for member, orders in zip(kin.members[1:], others, strict=True):
        assert orders == first, member


def test_no_two_others_order_alike_on_every_random_problem():
    """So the table of kin lacks nobody."""
    problem = random_case(0)
    seen = {}
    for name, given in variants():
        if (name, given) != ("ahp", {"mode": "ratings"}):  # its ideal mode, where no ranges are declared
            kin = kin_of(problem, name, given)
            seen.setdefault(tuple(random_orders(name, given, 40)), set()).add(kin or (name, *given.items()))
    assert [together for together in seen.values() if len(together) > 1] == []


@pytest.mark.parametrize("frame", ["own", "declared"])
@pytest.mark.parametrize("seed", range(12))
def test_kin_that_measure_by_the_same_span_are_one_family(seed, frame):
    problem = random_case(seed).with_plan(frame=frame)
    ends = [(0.0, 12.0), (1.0, 20.0), (-3.0, 11.0), (0.5, 15.0)]
    problem = replace(problem, criteria=tuple(replace(c, range=r) for c, r in zip(problem.criteria, ends, strict=True)))
    found = mcda.concordance(problem)
    for a in found.variants:
        for b in found.variants:
            related = kin_of(problem, a.method, a.options)
            if a.family == b.family:
                assert a == b or related == kin_of(problem, b.method, b.options) is not None
            elif related is not None and related[1] == "declared":
                assert related != kin_of(problem, b.method, b.options)


def test_a_criterion_with_thresholds_makes_promethee_its_own_kind():
    from mcda.model import Thresholds

    problem = random_case(1)
    given = {"function": "v-shape"}
    assert kin_of(problem, "promethee", given) == kin_of(problem, "mabac", {})
    said = replace(problem.criteria[0], thresholds=Thresholds(preference=2.0))
    assert kin_of(replace(problem, criteria=(said, *problem.criteria[1:])), "promethee", given) is None


def test_shares_of_the_best_part_where_a_figure_is_zero():
    """A cost of 0 is the best for the weighted sum and has no inverse for AHP."""
    found = mcda.concordance(case([[0, 1], [2, 5], [4, 9]], ["min", "max"]))
    families = {(v.method, v.options.get("scaling", v.options.get("mode"))): v.family for v in found.variants}
    assert families["weighted_sum", "max"] != families["ahp", "ideal"]


@pytest.mark.parametrize("name", CASES)
def test_every_rank_is_what_rank_says(name):
    problem = mcda.load(name)
    found = mcda.concordance(problem)
    for variant, row in zip(found.variants, found.ranks, strict=True):
        assert row.tolist() == mcda.rank(problem, variant.method, variant.options).ranks.tolist()
    for refusal in found.refused:
        with pytest.raises(mcda.MCDAError) as told:
            mcda.rank(problem, refusal.method, refusal.options)
        assert told.value.faults == refusal.faults
    asked = {v.method for v in found.variants} | {r.method for r in found.refused}
    assert asked == set(METHODS)


@pytest.mark.parametrize("name", CASES)
def test_families_are_counted_once_and_add_up(name):
    found = mcda.concordance(mcda.load(name))
    assert {variant.family for variant in found.variants} == set(range(1, len(found.orders) + 1))
    for family, row in enumerate(found.orders, 1):
        for variant, own in zip(found.variants, found.ranks, strict=True):
            assert variant.family != family or own.tolist() == row.tolist()
    assert set(found.why) == {k for k in range(1, len(found.orders) + 1) if len(found.members(k)) > 1}
    assert sum(found.firsts.values()) == (found.orders == 1).sum()
    best, worst = found.orders.min(axis=0), found.orders.max(axis=0)
    assert found.moving == tuple(a for a, b, w in zip(found.alternatives, best, worst, strict=True) if b != w)


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_left_without_a_number_and_every_page_fits(name):
    problem = mcda.load(name)
    found = mcda.concordance(problem)
    json.dumps(found.to_dict(), allow_nan=False)
    assert not found.to_frame().isna().to_numpy().any()
    for values in (found.tau, found.weighted, found.similar):
        np.testing.assert_allclose(np.diag(values), 1)
        assert np.abs(values).max() <= 1
    for lang in LANGUAGES:
        lines = [block.text for block in page(problem, found, lang) if isinstance(block, Line)]
        assert all(cell_len(row) <= 66 for text in lines for row in wrapped(text, 66))


def test_those_that_can_not_take_the_figures_are_told_together_with_the_reason():
    problem = mcda.load("green-pathways")
    found = mcda.concordance(problem)
    refused = {refusal.method for refusal in found.refused}
    assert {"ahp", "aras", "marcos"} <= refused
    said = [b.text for b in page(problem, found, "en") if isinstance(b, Line) and b.label == "not asked"]
    assert len(said) == len({refusal.faults[0].code for refusal in found.refused}) == 2
    assert said[0].startswith("regional_equity has negative figures, which AHP (distributive), AHP (ideal),")


def test_a_formula_that_divides_by_nothing_is_told_not_computed():
    """Shares of a column that is 0 throughout mean nothing to pymcdm's methods."""
    found = mcda.concordance(case([[0, 3], [0, 5], [0, 9]]))
    told = {r.method: [fault.code for fault in r.faults] for r in found.refused}
    assert told["aras"] == ["borrowed_refused"]
    assert np.isfinite(found.ranks).all()


def test_the_own_method_stands_first_and_must_be_able_to():
    found = mcda.concordance(mcda.load("hebei-steel"), "vikor", {"v": "0.25"})
    assert (found.variants[0].method, dict(found.variants[0].options)) == ("vikor", {"v": "0.25"})
    assert called("vikor", {"v": "0.25"}).en == "VIKOR (v=0.25)"
    assert called("vikor", {"v": "0.5"}).en == "VIKOR"
    with pytest.raises(mcda.MCDAError, match="negative"):
        mcda.concordance(mcda.load("green-pathways"), "ahp")


def test_numbers_tune_a_method_and_make_no_other_one():
    told = list(variants())
    assert [given for name, given in told if name == "vikor"] == [{"v": "0.5"}]
    assert {given["scaling"] for name, given in told if name == "topsis"} == {"vector", "minmax", "max", "sum"}
    assert len(told) == len({(name, *given.items()) for name, given in told})
    assert all(spelled(options_of(name, given)) == given for name, given in told)


def test_where_one_option_is_best_in_everything_no_method_says_otherwise():
    problem = case([[9, 9, 9], [8, 3, 7], [2, 5, 1]])
    found = mcda.concordance(problem)
    assert found.firsts == {"a0": len(found.orders)}
    assert headline(problem, found).in_("en").startswith("The method doesn't decide the first place")
    assert headline(problem, found).in_("zh").startswith("首位与方法无关")


def test_the_headline_counts_families_not_methods():
    problem = mcda.load("hebei-steel")
    found = mcda.concordance(problem)
    said = headline(problem, found).in_("en")
    assert f"of {len(found.orders)} ways to rank" in said
    for name, count in found.firsts.items():
        assert f"{problem.label(name).en} ({count})" in said
    assert len(found.orders) < len(found.variants)


def orders(seed, ties):
    rng = np.random.default_rng(seed)
    return np.array([rng.integers(1, 5, 9) if ties else rng.permutation(9) + 1 for _ in range(6)], dtype=float)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("ties", [False, True])
def test_kendall_and_spearman_are_those_of_scipy(seed, ties):
    from scipy.stats import kendalltau, rankdata, spearmanr

    rows = orders(seed, ties)
    tau, rho = kendall(rows), spearman(rows)
    np.testing.assert_array_equal(mean_ranks(rows), [rankdata(row) for row in rows])
    for i, a in enumerate(rows):
        for k, b in enumerate(rows):
            assert tau[i, k] == pytest.approx(kendalltau(a, b)[0], abs=1e-12)
            assert rho[i, k] == pytest.approx(spearmanr(a, b)[0], abs=1e-12)


@pytest.mark.parametrize("seed", range(4))
def test_weighted_spearman_and_ws_are_those_of_pymcdm(seed):
    from pymcdm.correlations import rw, ws

    rows = orders(seed, ties=False)
    weighted, similar = weighted_spearman(rows), similarity(rows)
    for i, a in enumerate(rows):
        for k, b in enumerate(rows):
            assert weighted[i, k] == pytest.approx(rw(a, b), abs=1e-12)
            assert similar[i, k] == pytest.approx(ws(a, b), abs=1e-12)


def test_coefficients_by_hand():
    """Five options, the first two exchanged: WS = 1 − (1/2·1/4 + 1/4·1/3) = 19/24, r_w = 1 − 6·(9 + 9)/720 = 17/20,
    τ = (9 − 1)/10; the last two exchanged weigh less in r_w and WS, and as much in τ."""
    rows = np.array([[1, 2, 3, 4, 5], [2, 1, 3, 4, 5], [1, 2, 3, 5, 4]], dtype=float)
    assert similarity(rows)[0, 1] == pytest.approx(float(Fraction(19, 24)))
    assert weighted_spearman(rows)[0, 1] == pytest.approx(float(Fraction(17, 20)))
    assert kendall(rows)[0, 1:].tolist() == pytest.approx([0.8, 0.8])
    assert weighted_spearman(rows)[0, 2] == pytest.approx(float(1 - Fraction(6 * 6, 720)))
    assert similarity(rows)[0, 2] == pytest.approx(float(1 - Fraction(1, 16) / 3 - Fraction(1, 32) / 4))


def test_an_order_that_tells_nothing_apart_says_nothing_of_another():
    rows = np.array([[1, 1, 1], [1, 2, 3]], dtype=float)
    assert kendall(rows).tolist() == spearman(rows).tolist() == [[1, 0], [0, 1]]
    single = np.ones((2, 1))
    for coefficient in (kendall, spearman, weighted_spearman, similarity):
        assert coefficient(single).tolist() == [[1, 1], [1, 1]]
