"""What is written as a case file is read as the same problem."""

import pytest
from hypothesis import given, settings
from problems import problems

import mcda
from mcda.files.case import examine, examine_tree
from mcda.files.catalogue import Catalogue
from mcda.files.writing import text_of
from mcda.files.yaml import compose, dumped
from mcda.model import fingerprint


@pytest.mark.parametrize("name", ["hebei-steel", "green-pathways"])
def test_a_shipped_case_is_written_and_read_as_the_same(name, tmp_path):
    problem = mcda.load(name)
    file = tmp_path / f"{name}.yaml"
    file.write_text(text_of(problem), encoding="utf-8")
    again, faults = examine(file, file.name)
    assert not faults
    assert fingerprint(again) == fingerprint(problem)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_any_problem_is_written_and_read_as_the_same(problem):
    again, faults = examine_tree(compose(text_of(problem), "drawn-case"), "drawn-case", Catalogue())
    assert not [fault.what() for fault in faults]
    assert fingerprint(again) == fingerprint(problem)


@pytest.mark.parametrize(
    "text",
    ["yes", "no", "null", "~", "", "012", "1e5", "-7", "1_000", ".5", "0x10", "成本：高", "- a", "a: b", "# x", "=1", "'",
     '"', "{a: 1}", "[1]", "&a", "*a", "!x", "%", "@", "line\nline", " lead", "trail ", "2024-01-01", "1:30"],
)  # fmt: skip
def test_no_text_is_taken_for_more(text):
    assert compose(dumped({"key": text, "list": [text]}), "x") == {"key": text, "list": [text]}


@pytest.mark.parametrize("number", [0.1, 1 / 3, 1e-300, 1.7976931348623157e308, 5, -0.25, 123456789012345680.0])
def test_no_digit_of_a_number_is_lost(number):
    assert compose(dumped({"n": number}), "x")["n"] == number
