"""Formulas: what may be written, what may not, and which columns are meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mcda.errors import FormulaError
from mcda.expression import Call, Name, Number, formula, names, parse, terms


def refused(text):
    with pytest.raises(FormulaError) as caught:
        parse(text)
    (fault,) = caught.value.faults
    excerpt, start, end = fault.excerpt
    assert excerpt == text
    assert 0 <= start <= end <= len(text) + 1  # what is missing at the end is shown behind it
    assert fault.mend("en")
    assert fault.mend("zh")
    return fault.code, text[start:end]


def bare(tree):
    """A tree without its columns."""
    if isinstance(tree, Call):
        return (tree.op, *map(bare, tree.args))
    return tree.id if isinstance(tree, Name) else tree.value


ALLOWED = {
    "1": 1.0, "1.5": 1.5, ".5": 0.5, "1e-3": 0.001, "a": "a", "a_1": "a_1", "(a)": "a", "+a": "a", " a ": "a",
    "a + b": ("add", "a", "b"), "a - b": ("subtract", "a", "b"), "a * b": ("multiply", "a", "b"),
    "a / b": ("divide", "a", "b"), "a ** b": ("power", "a", "b"), "-a": ("negative", "a"),
    "--a": ("negative", ("negative", "a")), "a - -b": ("subtract", "a", ("negative", "b")),
    "a + b * c": ("add", "a", ("multiply", "b", "c")), "(a + b) * c": ("multiply", ("add", "a", "b"), "c"),
    "a - b - c": ("subtract", ("subtract", "a", "b"), "c"), "a / b / c": ("divide", ("divide", "a", "b"), "c"),
    "a ** b ** c": ("power", "a", ("power", "b", "c")), "-a ** 2": ("negative", ("power", "a", 2.0)),
    "min(a, b)": ("minimum", "a", "b"), "max(a, b)": ("maximum", "a", "b"),
    "max(a, b, c)": ("maximum", ("maximum", "a", "b"), "c"), "sqrt(a)": ("sqrt", "a"), "exp(a)": ("exp", "a"),
    "log(a)": ("log", "a"), "max(a, 0) / b": ("divide", ("maximum", "a", 0.0), "b"), "(a\n + b)": ("add", "a", "b"),
    "成本 + 1": ("add", "成本", 1.0), "min": "min", "print": "print", "__import__": "__import__",
}  # fmt: skip


@pytest.mark.parametrize(("text", "tree"), ALLOWED.items(), ids=ALLOWED)
def test_numbers_names_signs_brackets_and_five_functions_are_read(text, tree):
    assert bare(parse(text)) == tree


HOSTILE = {
    "__import__('os').system('ls')": ("formula_character", "'"),
    '__import__("os")': ("formula_character", '"'),
    "__import__(os)": ("formula_refused", "__import__(os)"),
    "open(a)": ("formula_refused", "open(a)"),
    "eval(a)": ("formula_refused", "eval(a)"),
    "abs(a)": ("formula_refused", "abs(a)"),
    "a + b.__class__": ("formula_refused", "b.__class__"),
    "a.b.c": ("formula_refused", "a.b.c"),
    "(1).real": ("formula_refused", "(1).real"),
    "a.b(c)": ("formula_refused", "a.b(c)"),
    "min(a, b)(c)": ("formula_refused", "min(a, b)(c)"),
    "(min)(a, b.c)": ("formula_refused", "b.c"),
    "a[0]": ("formula_character", "["),
    "[a for a in b]": ("formula_character", "["),
    "(a for a in b)": ("formula_refused", "(a for a in b)"),
    "{a: b}": ("formula_character", "{"),
    "lambda: a": ("formula_character", ":"),
    "f'{a}'": ("formula_character", "'"),
    "(a := 1)": ("formula_character", ":"),
    "a; b": ("formula_character", ";"),
    "a = b": ("formula_character", "="),
    "a < b": ("formula_character", "<"),
    "a @ b": ("formula_character", "@"),
    "a % b": ("formula_character", "%"),
    "a & b": ("formula_character", "&"),
    "a ^ b": ("formula_character", "^"),
    "~a": ("formula_character", "~"),
    "a # b": ("formula_character", "#"),
    "a \\\n + b": ("formula_character", "\\"),
    "a\0": ("formula_character", "\0"),
    "\ud800": ("formula_character", "\ud800"),
    "A⁺": ("formula_character", "⁺"),
    "a // b": ("formula_refused", "a // b"),
    "a if b else c": ("formula_refused", "a if b else c"),
    "a and b": ("formula_refused", "a and b"),
    "a + (not b)": ("formula_refused", "not b"),
    "a in b": ("formula_refused", "a in b"),
    "True": ("formula_refused", "True"),
    "None": ("formula_refused", "None"),
    "...": ("formula_refused", "..."),
    "1j": ("formula_refused", "1j"),
    "()": ("formula_refused", "()"),
    "a, b": ("formula_refused", "a, b"),
    "await a": ("formula_refused", "await a"),
    "(yield)": ("formula_refused", "yield"),
    "min()": ("formula_arguments", "min()"),
    "max(a)": ("formula_arguments", "max(a)"),
    "max(*a)": ("formula_arguments", "max(*a)"),
    "max(*a, b)": ("formula_refused", "*a"),
    "sqrt()": ("formula_arguments", "sqrt()"),
    "log(a, b)": ("formula_arguments", "log(a, b)"),
    "1e999": ("formula_number", "1e999"),
    "a * 1e301": ("formula_number", "1e301"),
    "9" * 400: ("formula_number", "9" * 400),
}


@pytest.mark.parametrize(("text", "told"), HOSTILE.items(), ids=map(ascii, HOSTILE))
def test_whatever_else_is_refused_at_its_columns(text, told):
    assert refused(text) == told


@pytest.mark.parametrize(
    "text",
    ["", "   ", "a +", "a b", "a + )", "(a", "if", "lambda", "import os", "1or 2", "0777", "1__0", "1.5.2", "a\nb"],
)
def test_what_python_can_not_read_is_no_formula(text):
    assert refused(text)[0] == "formula_grammar"


@pytest.mark.parametrize(
    ("text", "found"),
    [("a + ) b", ")"), ("成本 + ) b", ")"), ("  a + ) b", ")"), ("a b", "b"), ("成本 b", "b"), ("  成本 b", "b")],
)
def test_the_column_is_that_where_the_formula_stops_making_sense(text, found):
    assert refused(text) == ("formula_grammar", found)


def test_an_unfinished_formula_stops_making_sense_at_its_end():
    with pytest.raises(FormulaError) as caught:
        parse("capital + fuel *")
    assert caught.value.faults[0].excerpt[1] >= len("capital + fuel")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a ＋ b", "＋"), ("（a + b)", "（"), ("a × b", "×"), ("a ÷ b", "÷"), ("a − b", "−"), ("max(a，b)", "，"),
        ("a　+ b", "　"), ("１", "１"), ("ｃost", "ｃ"), ("成本 ／ b", "／"),
    ],
)  # fmt: skip
def test_a_full_width_character_is_named_as_such(text, found):
    assert refused(text) == ("formula_wide", found)


@pytest.mark.parametrize("text", ["x²", "١٢", "a\u2028b", "½", "a₁ + ₂"])
def test_digits_and_blanks_of_other_scripts_are_refused(text):
    assert refused(text)[0].startswith("formula_")


def test_a_name_is_folded_as_python_folds_it():
    assert [bare(parse(text)) for text in ("ﬁt", "µ", "Ⅸ")] == ["fit", "μ", "IX"]


def test_a_cyrillic_letter_makes_another_name():
    assert parse("сost") != parse("cost")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cost + fuel * price", ["cost", "fuel", "price"]),
        ("成本 + 电价 * price", ["成本", "电价", "price"]),
        ("  成本 + b", ["成本", "b"]),
        ("max(成本, 0) / ﬁt", ["成本", "ﬁt"]),
        ("(成本\n  + price)", ["成本", "price"]),
        ("(a\n  + 成本 * b\n  + c)", ["a", "成本", "b", "c"]),
    ],
)
def test_every_name_knows_its_columns(text, found):
    assert [text[slice(*name.span)] for name in names(parse(text))] == found


def test_a_part_knows_its_columns_with_its_brackets_left_out():
    text = "成本 + price * (b - c)"
    tree = parse(text)
    assert [text[slice(*part.span)] for part in (tree, tree.args[1], tree.args[1].args[1])] == [
        text,
        "price * (b - c)",
        "b - c",
    ]


def test_a_refused_part_on_a_second_line_is_shown():
    assert refused("(a\n  + bb.c)") == ("formula_refused", "bb.c")


@pytest.mark.parametrize("text", ["a" + " + 1" * 200, "(" * 51 + "a" + ")" * 51, "-" * 400 + "1", "(" * 499, " " * 501])
def test_what_is_too_long_or_too_deep_is_refused(text):
    assert refused(text)[0] == "formula_too_long"


@pytest.mark.parametrize("text", ["(" * 50 + "a" + ")" * 50, "a" + " " * 499])
def test_the_limits_themselves_are_allowed(text):
    assert bare(parse(text)) == "a"


def test_a_sum_of_a_hundred_terms_is_within_the_limits():
    assert len([*terms(parse("+".join("a" * 100)))]) == 100


def test_huge_powers_are_read_without_being_computed():
    assert bare(parse("9**9**9**9")) == ("power", 9.0, ("power", 9.0, ("power", 9.0, 9.0)))


def test_terms_are_what_is_added_up():
    assert [bare(part) for part in terms(parse("a + b*c - (d - e)"))] == ["a", ("multiply", "b", "c"), "d", "e"]


def test_a_tree_is_written_as_people_write_it():
    assert formula(parse("a + b * (c - d) / max(e, 0) ** 2")) == "a + b · (c − d) ÷ max(e, 0)^2"


@settings(deadline=None)
@given(st.text() | st.text("ab1.+-*/(), \n成＋（min", max_size=40))
def test_any_text_is_a_formula_or_refused(text):
    try:
        tree = parse(text)
    except FormulaError as error:
        assert error.faults[0].excerpt[0] == text  # noqa: PT017
    else:
        assert isinstance(tree, Number | Name | Call)
