"""The YAML that case files are written in: nothing hostile gets through, and values stay what they are."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mcda.errors import CaseError
from mcda.files import yaml as ours
from mcda.files.yaml import compose, decoded, line_of, read


@pytest.fixture(params=["compiled", "pure"])
def parser(request, monkeypatch):
    """Both parsers that may be there: libyaml's, and the one that is always installed."""
    loader = yaml.BaseLoader if request.param == "pure" else getattr(yaml, "CBaseLoader", None)
    if loader is None:
        pytest.skip("PyYAML came without libyaml")
    monkeypatch.setattr(ours, "_LOADER", loader)


BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
HOSTILE = {
    "alias bomb": (BOMB, "yaml_anchor", 1),
    "alias": ("a: 1\nb: *a", "yaml_anchor", 2),
    "anchored key": ("&a b: 1", "yaml_anchor", 1),
    "alias as a key": ("a: 1\n*a : 2", "yaml_key", 2),
    "anchor that holds itself": ("a: &a [*a]", "yaml_anchor", 1),
    "merge key": ("a:\n  <<: {b: 1}", "yaml_anchor", 2),
    "merge key in a circle": ("a: &a\n  <<: *a", "yaml_anchor", 1),
    "tag of Python": ("a: !!python/object/apply:os.system [ls]", "yaml_tag", 1),
    "tag in full": ("a:\n  - !<tag:yaml.org,2002:int> 3", "yaml_tag", 2),
    "tag of a handle": ("%TAG ! tag:example.org,2000:\n---\na: !x 1", "yaml_tag", 3),
    "tag of the whole": ("!!map {a: 1}", "yaml_tag", 1),
    "1e400": ("a: 1\nb: 1e400", "yaml_number", 2),
    "minus 1e400": ("a: -1e400", "yaml_number", 1),
    ".nan": ("a:\n  - 1\n  - .nan", "yaml_number", 3),
    "-.inf": ("a: -.INF", "yaml_number", 1),
    ".nan as a key": (".nan: 1", "yaml_number", 1),
    "5000 digits": (f"a: {'9' * 5000}", "yaml_number", 1),
    "31 digits": (f"a: {'9' * 31}", "yaml_number", 1),
    "duplicate key": ("a: 1\nb: 2\na: 3", "yaml_duplicate", 3),
    "duplicate key in braces": ("a: {b: 1, b: 2}", "yaml_duplicate", 1),
    "duplicate key in quotes": ("a: 1\n'a': 2", "yaml_duplicate", 2),
    "second document": ("a: 1\n---\nb: 2", "yaml_documents", 2),
    "second document, empty": ("a: 1\n---\n", "yaml_documents", 2),
    "NUL": ("a: 1\nb: x\0y", "yaml_encoding", 2),
    "bell": ("a: 1\nb: \a", "yaml_syntax", 2),
    "41 levels": ("\n".join(" " * k + "a:" for k in range(60)), "yaml_deep", 42),
    "50 braces": ("{a: " * 50 + "1" + "}" * 50, "yaml_deep", 1),
    "50,000 dashes": ("a:\n" + "- " * 50_000, "yaml_deep", 2),
    "list as a key": ("? [a]\n: 1", "yaml_key", 1),
    "open bracket": ("a: [1, 2\nb: 3", "yaml_syntax", 2),
    "open quote": ('a: "b\nc: 1\n', "yaml_syntax", 1),
    "tab": ("a:\n\tb: 1", "yaml_syntax", 2),
    "two colons": ("a: 1\nb: c: d", "yaml_syntax", 2),
    "percent sign": ("a: %5", "yaml_syntax", 1),
    "YAML of another major version": ("%YAML 2.0\n---\na: 1", "yaml_syntax", 1),
    "full-width colon": ("a: 1\n成本：2", "yaml_wide_colon", 2),
    "full-width colon everywhere": ("成本：1\n排放：2", "yaml_wide_colon", 1),
    "full-width colon in a list": ("a:\n  - b\n  - c：1", "yaml_wide_colon", 3),
    "full-width colon above a comment": ("a: 1\nb：2\n# comment\n\nc: 3", "yaml_wide_colon", 2),
    "empty": ("", "yaml_mapping", 1),
    "comments only": ("# nothing\n", "yaml_mapping", 1),
    "a list": ("- a\n- b", "yaml_mapping", 1),
    "a word": ("a", "yaml_mapping", 1),
}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "code", "line"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_with_its_line(text, code, line):
    with pytest.raises(CaseError) as caught:
        compose(text, "case.yaml")
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.file, fault.place.line) == (code, "case.yaml", line)
    assert "\n" not in fault.what("en") + fault.what("zh")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "[" * 100_000 + "]" * 100_000, "a: " + "{b: " * 100_000])
def test_a_hundred_thousand_brackets_are_refused(text):
    with pytest.raises(CaseError) as caught:
        compose(text, "case.yaml")
    assert caught.value.faults[0].place.line == 1


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("a: 1\nb: 成本".encode("gbk"), 2),
        ("a: 1\nb: 成本".encode("big5"), 2),
        ("a: 1\n\nb: é".encode("latin-1"), 3),
        ("a: 成".encode("utf-16-le"), 1),
        ("a: 1".encode("utf-32"), 1),
        ("a: 1\nb: 成本".encode("utf-16")[:-1], 2),
        (b"\xff\xfea\0:\0 \0\x00\xd8b\0", 1),
        (b"a: \xc0\xaf", 1),
        (b"a: \xed\xa0\x80", 1),
    ],
    ids=[
        "GBK",
        "Big5",
        "latin-1",
        "UTF-16 unmarked",
        "UTF-32",
        "half a UTF-16",
        "half a pair",
        "overlong",
        "surrogate",
    ],
)
def test_another_encoding_is_refused_at_the_first_line_that_shows_it(data, line):
    with pytest.raises(CaseError) as caught:
        compose(decoded(data, "case.yaml"), "case.yaml")
    assert (caught.value.faults[0].code, caught.value.faults[0].place.line) == ("yaml_encoding", line)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_its_mark(encoding):
    assert compose(decoded("成本: 二氧化碳".encode(encoding), ""), "") == {"成本": "二氧化碳"}


def test_a_file_beyond_two_megabytes_is_refused(tmp_path):
    path = tmp_path / "large.yaml"
    path.write_text("a: 1\n" * 600_000, encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        read(path)
    assert caught.value.faults[0].code == "yaml_large"


@dataclass(frozen=True)
class Unreadable:
    """A file that the operating system won't give."""

    error: OSError

    def open(self, mode):
        raise self.error


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda here: here / "nothing.yaml", "file_missing"),
        (lambda here: here, "file_folder"),
        (lambda here: Path(__file__) / "below.yaml", "file_missing"),
        (lambda here: here / f"{'long' * 100}.yaml", "file_unreadable"),
        (lambda here: Unreadable(PermissionError(13, "Permission denied")), "file_unreadable"),
    ],
    ids=["missing", "folder", "below a file", "name too long", "forbidden"],
)
def test_a_file_that_can_not_be_read_is_told(made, code, tmp_path):
    with pytest.raises(CaseError) as caught:
        read(made(tmp_path))
    assert caught.value.faults[0].code == code


VALUES = {
    "no": "no", "yes": "yes", "on": "on", "True": "True", "Null": "Null", "true": True, "false": False, "null": None,
    "~": None, "": None, "'true'": "true", '"1"': "1", "''": "", "012": "012", "-012": "-012", "00": "00", "0": 0,
    "1e-3": 0.001, "1E3": 1000.0, "-2.5": -2.5, "+5": 5, ".5": 0.5, "5.": 5.0, "-0.0": -0.0, "1_000": 1000,
    "9" * 30: int("9" * 30), "2024-01-01": "2024-01-01", "2024-01-01 10:00:00": "2024-01-01 10:00:00",
    "1:30": "1:30", "0x1F": "0x1F", "0o17": "0o17", "1.2.3": "1.2.3", "1,5": "1,5", "1 000": "1 000", "50%": "50%",
    "nan": "nan", "inf": "inf", "1e": "1e", "[1, no, 012]": [1, "no", "012"], "{b: 1, c: }": {"b": 1, "c": None},
    "成本：1": "成本：1", "x # comment": "x", "'x # text'": "x # text", "! 1": 1, "|\n  no\n": "no\n", ">-\n  x\n  y\n": "x y",
}  # fmt: skip


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("written", "value"), VALUES.items())
def test_a_value_stays_what_it_is(written, value):
    assert json.dumps(compose(f"a: {written}", "")["a"]) == json.dumps(value)


@pytest.mark.parametrize("text", ["CO2：二氧化碳", "TRL：技术成熟度", "a_b：c"])
def test_a_text_may_hold_a_full_width_colon(text):
    assert compose(f"title:\n  en: CO2\n  zh: {text}\n", "")["title"]["zh"] == text


def test_a_key_is_text_whatever_it_looks_like():
    assert compose("1: a\nno: b\n0.5: c\ntrue: d\n", "") == {"1": "a", "no": "b", "0.5": "c", "true": "d"}


def test_every_key_and_entry_knows_its_line():
    tree = compose("a:\n  b: 1\n  c:\n    - x\n    - d: 2\n", "")
    assert line_of(tree, ("a",)) == 1
    assert line_of(tree, ("a", "c")) == 3
    assert line_of(tree, ("a", "c", 0)) == 4
    assert line_of(tree, ("a", "c", 1, "d")) == 5


def test_the_line_of_what_is_not_there_is_that_of_the_deepest_key_that_is():
    tree = compose("a:\n  b: 1\n", "")
    assert line_of(tree, ("a", "b", "c", "d")) == 2
    assert line_of(tree, ("a", "x")) == 1
    assert line_of(tree, ("a", 7)) == 1


@settings(deadline=None)
@given(st.text() | st.text("ab:-[]{}'\"#&*!|>%@`? \n\t,0.e<~：", max_size=60))
def test_any_text_is_read_or_refused(text):
    with suppress(CaseError):
        assert isinstance(compose(text, ""), dict)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with suppress(CaseError):
        assert isinstance(compose(decoded(data, ""), ""), dict)


def written(value, indent=0):
    """A value as YAML: text in quotes, what is nested on lines of its own."""
    pad = "  " * indent
    if isinstance(value, dict) and value:
        return "\n" + "\n".join(
            f"{pad}{json.dumps(k, ensure_ascii=False)}: {written(v, indent + 1)}" for k, v in value.items()
        )
    if isinstance(value, list) and value:
        return "\n" + "\n".join(f"{pad}- {written(v, indent + 1)}" for v in value)
    return json.dumps(value, ensure_ascii=False)


plain = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20)
numbers = st.integers(-(10**28), 10**28) | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | numbers | plain,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(plain.filter(lambda key: key != "<<"), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(deadline=None)
@given(st.dictionaries(plain.filter(lambda key: key != "<<"), values, min_size=1, max_size=4))
def test_what_is_written_is_read_again(tree):
    assert compose(written(tree), "") == tree
