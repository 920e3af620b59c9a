"""No sentence in one language only, none that can't be spoken, and none that nobody says."""

import re
import string
from pathlib import Path

import pytest

from mcda.language import number, pick, say
from mcda.language.sentences import SENTENCES
from mcda.language.sentences.faults import FAULTS

SOURCE = Path(__file__).parents[2] / "mcda"
EVERY = pytest.mark.parametrize("code", sorted(SENTENCES))


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@EVERY
def test_both_languages_say_it_with_the_same_values(code):
    text = SENTENCES[code]
    assert text.en.strip()
    assert text.zh.strip()
    assert fields(text.en) == fields(text.zh) or code.endswith((".what", ".mend"))
    assert not re.search(r"[\u4e00-\u9fff]", text.en) or code in ("help.lang",)


@EVERY
def test_a_sign_of_per_cent_stands_apart_from_its_number(code):
    text = SENTENCES[code]
    assert not re.search(r"[\d}]%", text.en + text.zh)


@EVERY
def test_it_can_be_spoken(code):
    values = dict.fromkeys(fields(SENTENCES[code].en) | fields(SENTENCES[code].zh), "x")
    assert say("en", code, **values)
    assert say("zh", code, **values)


WRITTEN = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py") if "sentences" not in path.parts)
QUOTED = set(re.findall(r"""["']([\w.]+)["']""", WRITTEN))
FAMILIES = tuple(family for family in re.findall(r"""f["']([\w.]+)\{""", WRITTEN) if "." in family)


@EVERY
def test_somebody_says_it(code):
    stem = re.sub(r"\.(what|why|mend)$", "", code)
    assert {stem, stem.removeprefix("finding."), stem.rpartition(".")[2]} & QUOTED or stem.startswith(FAMILIES)


def test_every_fault_tells_what_why_and_how_to_mend():
    for code, fault in FAULTS.items():
        for part in fault:
            assert part.en != part.zh, code


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.7183, "0.718"),
        (18.23, "18.2"),
        (456.4, "456"),
        (1048.2, "1,048"),
        (0, "0"),
        (-0.0022, "-0.0022"),
        (99.96, "100"),
        (1e-7, "1.00e-07"),
    ],
)
def test_numbers_have_three_figures(value, said):
    assert number(value) == said


def test_the_environment_names_the_language(monkeypatch):
    for key in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(key, raising=False)
    assert pick() == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert pick() == "zh"
    assert pick("en") == "en"
