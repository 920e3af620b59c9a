"""Laws that hold for every method of the registry, and that a new one is held to without a test of its own."""

from dataclasses import fields

import numpy as np
import pytest

from mcda.expression import Untraceable
from mcda.methods import LAWS, METHODS, choices_of, method_of, options_of, run, written
from mcda.methods._pymcdm import caller
from mcda.model import Need


def variants():
    """Every method with every value of each option."""
    found = []
    for name, method in METHODS.items():
        chosen = [{o.name: value} for o in fields(method.options) for value in choices_of(o)] or [{}]
        found += [(name, given) for given in chosen]
    return found


def those(claim):
    """The variants of which something holds; a law is tested on those that claim it."""
    chosen = [(name, given) for name, given in variants() if claim(method_of(name), options_of(name, given))]
    return pytest.mark.parametrize(("name", "given"), chosen)


EVERY = those(lambda method, options: True)


def claiming(law):
    """The variants of the methods that say a law holds for them."""
    assert law in LAWS
    return those(lambda method, options: law in method.claims)


def problem(seed, m=7, n=5):
    rng = np.random.default_rng(seed)
    x = rng.uniform(1, 10, (m, n))
    gain = rng.random((1, n)) < 0.6
    gain[0, :2] = True, False
    return x, gain, rng.dirichlet(np.ones(n))[None]


def scores(name, given, x, gain, w):
    return np.asarray(run(method_of(name), options_of(name, given), x, gain, w))[..., 0]


def own_frame(method, options, x, gain):
    return method.frame(x, gain, options) if method.frame else None


def same_order(a, b):
    return np.array_equal(np.argsort(-np.round(a, 9), kind="stable"), np.argsort(-np.round(b, 9), kind="stable"))


@claiming("units")
@pytest.mark.parametrize("seed", range(5))
def test_units_do_not_matter(name, given, seed):
    x, gain, w = problem(seed)
    factors = np.array([1000.0, 0.01, 7, 1, 3600])
    assert same_order(scores(name, given, x, gain, w), scores(name, given, x * factors, gain, w))


@those(lambda method, options: method.needs(options) is not Need.RATIO)
def test_the_zero_of_an_interval_scale_does_not_matter(name, given):
    x, gain, w = problem(3)
    shifted = x + np.array([5.0, 100, 3, 0.5, 40])
    np.testing.assert_allclose(scores(name, given, shifted, gain, w), scores(name, given, x, gain, w), atol=1e-9)


@claiming("order")
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_and_columns_does_not_matter(name, given, seed):
    x, gain, w = problem(seed)
    rows, columns = np.random.default_rng(seed).permutation(7), np.random.default_rng(seed + 9).permutation(5)
    mixed = scores(name, given, x[rows][:, columns], gain[:, columns], w[:, columns])
    np.testing.assert_allclose(mixed, scores(name, given, x, gain, w)[rows], rtol=1e-9, atol=1e-12)


@claiming("dominance")
def test_a_dominated_option_never_scores_higher(name, given):
    rng = np.random.default_rng(5)
    for seed in range(60):
        x, gain, w = problem(seed)
        worse = rng.uniform(0, 0.5, 5) * (rng.random(5) < 0.7)
        x[1] = np.where(gain, x[0] * (1 - worse), x[0] * (1 + worse))
        first, second = scores(name, given, x, gain, w)[:2]
        assert second <= first + 1e-12


@EVERY
def test_a_batch_gives_what_each_case_gives(name, given):
    x, gain, w = problem(8)
    tables = np.stack([x, x * 1.5, x[::-1]])
    weights = np.stack([w, w[:, ::-1], w])
    batch = scores(name, given, tables, gain, weights)
    for k in range(3):
        np.testing.assert_allclose(batch[k], scores(name, given, tables[k], gain, weights[k]), rtol=1e-13)


@those(lambda method, options: method.by_columns is not None)
def test_the_faster_form_for_many_tables_gives_the_same(name, given):
    method, options = method_of(name), options_of(name, given)
    rng = np.random.default_rng(7)
    x, gain = rng.uniform(1, 9, (5, 6, 4)), np.array([[True, False, True, False]])
    x[0, :, 1] = 3.0  # a criterion that is the same for all
    for w in (np.array([[0.1, 0.2, 0.3, 0.4]]), rng.dirichlet(np.ones(4), (5, 1))):
        frame = method.frame(x, gain, options)
        fast = method.by_columns(x, gain, w, frame, options)
        np.testing.assert_allclose(fast, method.score(x, gain, w, frame, options), rtol=1e-12, atol=1e-15)


@those(lambda method, options: method.by_weights is not None)
def test_the_faster_form_gives_what_the_definition_gives(name, given):
    method, options = method_of(name), options_of(name, given)
    x, gain, _ = problem(11)
    weights = np.random.default_rng(1).dirichlet(np.ones(5), size=50)
    fast = method.by_weights(x, gain, own_frame(method, options, x, gain), options)(weights)
    slow = np.stack([scores(name, given, x, gain, w[None]) for w in weights])
    np.testing.assert_allclose(fast, slow, rtol=1e-12)


@those(lambda method, options: method.form is not None)
def test_the_polynomial_of_the_weights_orders_as_the_definition_does(name, given):
    method, options = method_of(name), options_of(name, given)
    x, gain, _ = problem(12)
    weights = np.random.default_rng(2).dirichlet(np.ones(5), size=200)
    keys = method.form(x, gain, own_frame(method, options, x, gain), options).keys(7 * weights.T)
    slow = np.stack([scores(name, given, x, gain, w[None]) for w in weights], axis=1)
    np.testing.assert_array_equal(np.argsort(keys, axis=0), np.argsort(slow, axis=0))


@those(lambda method, options: method.needs(options) is not Need.RATIO and method.signed(options))
def test_what_is_minimised_may_be_turned_around(name, given):
    """A cost x and a gain of −x are the same, wherever differences are all that counts."""
    x, gain, w = problem(4)
    turned = np.where(gain, x, -x)
    np.testing.assert_allclose(
        scores(name, given, turned, np.ones_like(gain), w), scores(name, given, x, gain, w), atol=1e-9
    )


@claiming("weightless")
def test_a_criterion_without_weight_does_not_matter(name, given):
    x, gain, w = problem(6)
    w = w.copy()
    w[0, 3] = 0
    w = w / w.sum()
    other = x.copy()
    other[:, 3] = np.random.default_rng(0).uniform(1, 10, 7)
    assert same_order(scores(name, given, x, gain, w), scores(name, given, other, gain, w))


@those(lambda method, options: method.twin(options) is not None)
def test_an_independent_library_orders_alike(name, given):
    method, options = method_of(name), options_of(name, given)
    twin = method.twin(options)
    for seed in range(20):
        x, gain, w = problem(seed)
        theirs = caller(twin)(x, w[0], gain)
        np.testing.assert_allclose(theirs, scores(name, given, x, gain, w), rtol=1e-9, atol=1e-12)


NATIVE = those(lambda method, options: not method.borrowed)


@those(lambda method, options: method.frame is not None)
def test_in_one_frame_no_option_changes_the_score_of_another(name, given):
    method, options = method_of(name), options_of(name, given)
    x, gain, w = problem(13)
    frame = method.frame(x, gain, options)
    fewer = method.score(x[2:5], gain, w, frame, options)
    np.testing.assert_allclose(fewer, method.score(x, gain, w, frame, options)[2:5], rtol=1e-14)


@NATIVE
def test_equal_figures_zeros_and_a_single_option_give_numbers(name, given):
    x, gain, w = problem(14)
    flat, zeros, same = x.copy(), x.copy(), x.copy()
    flat[:, 2] = 4.0
    zeros[[0, 3], :3] = 0
    zeros[:, 4] = 0
    same[4] = same[1]
    for table in (flat, zeros, same, np.zeros_like(x), np.full_like(x, 2.0), x[:1], x[:2], 0 * x[:1]):
        assert np.isfinite(scores(name, given, table, gain, w)).all()
    one, other = scores(name, given, same, gain, w)[[1, 4]]
    assert one == other


@those(lambda method, options: method.contribution is not None and method.contribution_kind in ("value", "flow"))
def test_contributions_add_up_to_the_score(name, given):
    method, options = method_of(name), options_of(name, given)
    x, gain, w = problem(15)
    parts = method.contribution(x, gain, w, own_frame(method, options, x, gain), options)
    np.testing.assert_allclose(parts.sum(axis=-1), scores(name, given, x, gain, w), rtol=1e-12, atol=1e-14)


@EVERY
def test_a_definition_is_traced_or_says_that_it_can_not_be(name, given):
    method, options = method_of(name), options_of(name, given)
    if method.traced:
        assert [step.symbol for step in written(method, options)]
    else:
        with pytest.raises(Untraceable):
            written(method, options)


def test_methods_that_give_values_only_are_these():
    """Another library computes; or a sort, a value function per criterion, a distillation can't be said in cells."""
    borrowed = {"aras", "codas", "edas", "mabac", "mairca", "marcos", "ram", "waspas"}
    assert {name for name, method in METHODS.items() if not method.traced} == borrowed | {
        "promethee",
        "mavt",
        "electre",
    }
    assert {name for name, method in METHODS.items() if method.borrowed} == borrowed


@pytest.mark.parametrize("name", ["COPRAS", "AROMAN"])
def test_methods_of_the_other_library_that_reward_being_worse_stay_out(name):
    """The dominance law that admits a method is one that these fail (pymcdm 1.4.0)."""
    from mcda.methods import Twin

    broken = 0
    for seed in range(100):
        x, gain, w = problem(seed)
        x[1] = np.where(gain, x[0] * 0.8, x[0] * 1.2)
        first, second = caller(Twin(name))(x, w[0], gain)[:2]
        broken += second > first
    assert broken > 10
    assert name.lower() not in METHODS or not METHODS[name.lower()].borrowed


def test_every_method_has_titles_a_source_and_documented_options():
    for name, method in METHODS.items():
        assert method.title.en, name
        assert method.title.zh, name
        assert any(character.isdigit() for character in method.source), name
        assert method.options.__doc__, name
