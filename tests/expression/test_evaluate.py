"""Formulas on figures: numbers, arrays, missing figures, and what has no value."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mcda.errors import FormulaError
from mcda.expression import evaluate, parse, ratio


def value(text, **values):
    return evaluate(parse(text), values, text)


def refused(text, **values):
    with pytest.raises(FormulaError) as caught:
        value(text, **values)
    (fault,) = caught.value.faults
    _, start, end = fault.excerpt
    return fault.code, text[start:end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9.0), ("7 - 2 - 1", 4.0), ("8 / 4 / 2", 1.0), ("2 ** 3 ** 2", 512.0),
        ("-2 ** 2", -4.0), ("2 ** -1", 0.5), ("min(3, 1, 2)", 1.0), ("max(3, 1, 2)", 3.0), ("sqrt(9)", 3.0), ("log(exp(2))", 2.0),
        ("a + b", 5.0), ("-a", -2.0),
    ],
)  # fmt: skip
def test_a_formula_has_its_value(text, expected):
    assert value(text, a=2.0, b=3.0) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a / b", "b"), ("a / 0", "0"), ("成本 / (a - a)", "a - a"), ("1 / (b * a) + c", "b * a"), ("a / b / c", "b"),
        ("0 / 0", "0"),
    ],
)  # fmt: skip
def test_a_zero_divisor_is_named_with_its_columns(text, part):
    assert refused(text, a=1.0, b=0.0, c=1.0, 成本=1.0) == ("formula_zero", part)


def test_one_zero_among_the_divisors_of_all_options_is_enough():
    assert refused("a / b", a=1.0, b=np.array([1.0, 0.0, 2.0])) == ("formula_zero", "b")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("9**9**9", "9**9**9"), ("1 + 9**9**9**9", "9**9**9"), ("sqrt(a)", "sqrt(a)"), ("2 * log(0)", "log(0)"),
        ("1 + exp(1000)", "exp(1000)"), ("a ** 0.5", "a ** 0.5"), ("0 ** a", "0 ** a"), ("1e300 * 1e300", "1e300 * 1e300"),
    ],
)  # fmt: skip
def test_what_has_no_finite_value_is_named_with_its_columns(text, part):
    assert refused(text, a=-1.0) == ("formula_infinite", part)


def test_a_name_without_a_value_is_named_with_its_columns():
    assert refused("成本 + 电价", 成本=1.0) == ("formula_name", "电价")


def test_a_fault_speaks_both_languages_without_the_text_at_hand():
    with pytest.raises(FormulaError) as caught:
        evaluate(parse("a / b"), {"a": 1.0, "b": 0.0})
    assert caught.value.faults[0].what("en")
    assert caught.value.faults[0].what("zh")


@pytest.mark.parametrize(
    "text",
    [
        "a + 1", "1 - a", "a * 0", "0 * a", "a / 2", "1 / a", "min(a, 1)", "max(1, a)", "a ** 2", "a ** 0", "1 ** a",
        "sqrt(a)", "exp(a)", "log(a)", "-a", "a - a", "a / a",
    ],
)  # fmt: skip
def test_what_follows_from_a_missing_figure_is_missing(text):
    found = value(text, a=np.array([np.nan, 1.0]))
    assert np.isnan(found).tolist() == [True, False]


def test_a_missing_figure_of_one_option_hides_no_fault_of_another():
    assert refused("log(a)", a=np.array([np.nan, -1.0])) == ("formula_infinite", "log(a)")


def test_draws_and_options_broadcast():
    price, use = np.array([[1.0], [2.0], [3.0]]), np.array([10.0, 20.0])
    assert value("price * use + 1", price=price, use=use).tolist() == [[11.0, 21.0], [21.0, 41.0], [31.0, 61.0]]


def test_a_batch_gives_what_each_of_its_draws_gives():
    text, rng = "max(a * b - c, 0) / (c ** 2 + 1)", np.random.default_rng(1)
    a, b, c = rng.normal(size=(3, 50, 4))
    single = [value(text, a=a[k], b=b[k], c=c[k]) for k in range(50)]
    assert np.array_equal(value(text, a=a, b=b, c=c), single)


def test_whole_numbers_count_as_numbers():
    assert value("a ** b", a=2, b=-1) == 0.5
    assert value("a / b", a=np.array([1, 2]), b=2).tolist() == [0.5, 1.0]


def test_values_are_left_as_they_are():
    a = np.array([1.0, 2.0])
    value("a * 2 + a", a=a)
    assert a.tolist() == [1.0, 2.0]


@settings(deadline=None)
@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(1, 1e6))
def test_a_formula_has_the_value_that_python_gives(a, b, c):
    assert value("a - b * 2 / c + max(a, b)", a=a, b=b, c=c) == a - b * 2 / c + max(a, b)


def test_a_ratio_is_what_is_said_where_the_divisor_is_zero():
    assert ratio(np.array([1.0, 2.0, 0.0]), np.array([0.0, 4.0, 0.0]), 7.0).tolist() == [7.0, 0.5, 7.0]
