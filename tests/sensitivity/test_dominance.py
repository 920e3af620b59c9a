"""Who is dominated and who can never be first: proofs held against draws, mixtures held against the table."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.methods import METHODS, Linear, Squares, method_of, options_of
from mcda.ranking import ranks
from mcda.sensitivity._blocks import BLOCK
from mcda.sensitivity._potential import potential
from mcda.sensitivity.dominance import beaters, headline


def problem(table, directions="max", ranges=None):
    rows, columns = [f"a{i}" for i in range(len(table))], [f"c{j}" for j in range(len(table[0]))]
    frame = pd.DataFrame(table, index=rows, columns=columns, dtype=float)
    case = mcda.Problem.from_frame(frame, dict.fromkeys(columns, directions))
    found = dict(case.columns)
    for (i, j), (low, high) in (ranges or {}).items():
        figures = found[f"c{j}"].figures
        figure = replace(figures[f"a{i}"], low=low, high=high, ends="bounds")
        found[f"c{j}"] = replace(found[f"c{j}"], figures={**figures, f"a{i}": figure})
    return replace(case, columns=found)


def prospects(found):
    return {p.alternative: p for p in found.prospects}


def test_an_option_that_is_nowhere_better_and_somewhere_worse_is_dominated():
    found = mcda.dominance(problem([[3, 3], [3, 2], [1, 4]]), 100)
    assert [found.dominators(i) for i in range(3)] == [(), ("a0",), ()]
    assert np.isnan(found.share).all()
    equal = mcda.dominance(problem([[3, 3], [3, 3]]), 100)
    assert equal.now.sum() == 0


def test_less_is_better_where_the_criterion_says_so():
    found = mcda.dominance(problem([[3, 3], [3, 2]], "min"), 100)
    assert found.dominators(0) == ("a1",)


def test_dominance_in_every_draw_is_told_from_dominance_at_the_modes():
    case = problem([[5, 5], [4, 4], [3, 3]], ranges={(1, 0): (3.5, 6), (2, 0): (2, 3.4)})
    found = mcda.dominance(case, 20_000)
    assert found.dominators(1) == ("a0",)
    assert found.always(1) == ()
    assert 0.5 < found.share[1, 0] < 1
    assert found.dominators(2) == found.always(2) == ("a0", "a1")
    above = (6 - 5) ** 2 / ((6 - 3.5) * (6 - 4))  # of the triangular range 3.5–4–6
    assert found.share[1, 0] == pytest.approx(1 - above, abs=0.01)


def test_a_mixture_of_rivals_proves_that_an_option_is_never_first():
    """a2 is second best on both, and below the line from a0 to a1: half of each beats it."""
    found = mcda.dominance(problem([[10, 0], [0, 10], [4, 4]]), 1000, method="weighted_sum")
    last = prospects(found)["a2"]
    assert last.verdict == "never"
    assert last.draws == 0
    assert dict(last.beaten_by) == {"a0": pytest.approx(0.5), "a1": pytest.approx(0.5)}
    assert found.now.sum() == 0
    said = headline(problem([[10, 0], [0, 10], [4, 4]]), found).in_("en")
    assert said == "1 of 3 options never comes first, whatever the weights: a2."


def test_above_the_line_it_is_first_with_weights_that_do_it():
    found = mcda.dominance(problem([[10, 0], [0, 10], [5.01, 5.01]]), 20, method="weighted_sum")
    last = prospects(found)["a2"]
    assert last.verdict == "alone"
    np.testing.assert_allclose(last.weights, [0.5, 0.5], atol=0.01)


def test_on_the_line_it_shares_the_place():
    found = mcda.dominance(problem([[10, 0], [0, 10], [5, 5]]), 20, method="weighted_sum")
    assert prospects(found)["a2"].verdict == "shared"
    assert "or shares the first place" in headline(problem([[1, 2], [2, 1]]), found).in_("en")


def test_a_criterion_on_which_all_are_equal_brings_nobody_first():
    """With all weight on it every option shares the place."""
    for method in ("weighted_sum", "topsis"):
        found = mcda.dominance(problem([[10, 7], [4, 7]]), 100, method=method)
        assert [p.verdict for p in found.prospects] == ["alone", "never"]


def test_options_without_a_difference_share_everything():
    for method in ("weighted_sum", "topsis"):
        found = mcda.dominance(problem([[4, 7], [4, 7]]), 100, method=method)
        assert [p.verdict for p in found.prospects] == ["shared", "shared"]


def form_of(kind, x):
    gain = np.ones((1, x.shape[1]), dtype=bool)
    method, options = method_of(kind), options_of(kind, {})
    return method.form(x, gain, method.frame(x, gain, options), options)


def firsts(form, i):
    def first(w):
        keys = form.keys(w[:, None])[:, 0]
        return ranks(keys if isinstance(form, Linear) else 1 - 1 / (1 + np.sqrt(keys)))[i] == 1

    return first


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("kind", ["weighted_sum", "topsis"])
@pytest.mark.parametrize("seed", range(6))
def test_what_is_proved_is_never_drawn_and_what_is_found_is_first(kind, seed, whole):
    rng = np.random.default_rng(seed)
    x = rng.integers(1, 6, (8, 4)).astype(float) if whole else rng.uniform(1, 10, (10, 4))
    form = form_of(kind, x)
    drawn = np.bincount(form.keys(rng.standard_exponential((4, 50_000))).argmax(axis=0), minlength=len(x))
    for i in range(len(x)):
        answer = potential(form, i, firsts(form, i))
        assert not (answer.never and drawn[i])
        assert answer.never or answer.weights is not None or not drawn[i]
        if answer.weights is not None:
            assert answer.weights.sum() == pytest.approx(1)
            assert firsts(form, i)(answer.weights)
        if answer.mixture is not None:
            moving = np.ptp(form.values, axis=0) > 0
            assert (answer.mixture @ form.values > form.values[i])[moving].all()
            assert answer.mixture[i] == 0


def test_the_proof_for_topsis_equals_a_fine_grid_with_two_criteria():
    """Every hundred-thousandth of the weight of the first criterion."""
    t = np.linspace(0, 1, 100_001)
    w = np.stack([t, 1 - t])
    for seed in range(20):
        form = form_of("topsis", np.random.default_rng(seed).uniform(1, 10, (7, 2)))
        assert isinstance(form, Squares)
        on_grid = set(np.unique(form.keys(w).argmax(axis=0)).tolist())
        proved = [potential(form, i, firsts(form, i)) for i in range(7)]
        assert {i for i, answer in enumerate(proved) if answer.weights is not None} == on_grid
        assert {i for i, answer in enumerate(proved) if answer.never} == set(range(7)) - on_grid


@pytest.mark.parametrize("kind", ["topsis", "weighted_sum"])
def test_without_any_draw_of_its_own_an_option_is_still_found(kind):
    """A corner so small that a few draws miss it."""
    x = np.array([[1.0, 0.5, 0.5], [0.999, 0.502, 0.5], [0, 1, 0], [0, 0, 1]])
    form = form_of(kind, x)
    assert all(potential(form, i, firsts(form, i)).weights is not None for i in range(4))


def test_methods_without_a_polynomial_only_say_what_was_drawn():
    found = mcda.dominance(problem([[10, 1], [1, 10], [2, 2]]), 3000, method="vikor")
    last = prospects(found)["a2"]
    assert (last.verdict, last.weights, last.beaten_by) == ("unseen", None, ())
    said = headline(problem([[10, 1], [1, 10], [2, 2]]), found).in_("en")
    assert "In none of 3,000 draws of the weights did a2 come first (under 0.1 % of all weights" in said
    assert "never" not in said


@pytest.mark.parametrize("method", sorted(METHODS))
def test_every_method_is_answered_and_every_witness_re_ranked(method):
    case = problem([[3, 9, 4], [4, 7, 5], [2, 8, 8], [2.5, 7, 4]])
    found = mcda.dominance(case, 2000, method=method)
    assert found.to_frame().shape[0] == 4
    assert found.to_dict()["method"] == method
    for p in found.prospects:
        if p.weights is not None:
            ranking = mcda.rank(case, method=method, weights=dict(zip(found.criteria, p.weights, strict=True)))
            assert p.alternative in ranking.first
            assert (len(ranking.first) == 1) == (p.verdict == "alone")


@pytest.mark.parametrize("method", ["topsis", "weighted_sum"])
@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
def test_shipped_cases_are_answered_in_both_languages(case, method):
    from mcda.reports.dominance import page

    loaded = mcda.load(case)
    found = mcda.dominance(loaded, 20_000, method=method)
    assert all(p.draws == 0 for p in found.prospects if p.verdict == "never")
    for lang in ("en", "zh"):
        assert page(loaded, found, lang)


def test_the_illustrative_weights_are_not_complained_of_where_all_weights_are_looked_at():
    found = mcda.dominance(mcda.load("green-pathways"), 500)
    codes = [f.message.code for f in found.findings]
    assert "finding.placeholders_carry" in codes
    assert "finding.weights_illustration" not in codes


def test_beaters_of_a_batch_are_those_of_each_table():
    rng = np.random.default_rng(0)
    batch = rng.integers(0, 3, (50, 4, 2)).astype(float)
    for i in range(4):
        together = beaters(batch, i)
        for table, row in zip(batch, together, strict=True):
            expected = [bool((t >= table[i]).all() and (t > table[i]).any()) for t in table]
            assert row.tolist() == expected


def test_the_same_seed_gives_the_same_answer():
    case = mcda.load("hebei-steel")
    one, two, three = (mcda.dominance(case, 3000, seed) for seed in (1, 1, 2))
    assert one.to_dict() == two.to_dict()
    assert one.to_dict() != three.to_dict()


def test_an_interruption_keeps_what_was_done():
    def interrupt(done, total):
        if done > BLOCK:
            raise KeyboardInterrupt

    found = mcda.dominance(problem([[10, 0], [0, 10], [4, 4]]), 5 * BLOCK, method="weighted_sum", progress=interrupt)
    assert (found.partial, found.draws) == (True, BLOCK)
    assert prospects(found)["a2"].verdict == "never"
    assert "interrupted" in found.findings[0].text()

    def at_once(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mcda.dominance(problem([[1, 2], [2, 1]]), 10, progress=at_once)


def test_drivers_are_counted_as_in_draws_of_scores():
    case = mcda.load("hebei-steel")
    told = [
        {f.message.code: dict(f.message.values) for f in found.findings}
        for found in (mcda.dominance(case, 2000), mcda.robustness(case, draws=2000))
    ]
    for code in ("finding.independent", "finding.idle"):
        assert told[0][code] == told[1][code]
