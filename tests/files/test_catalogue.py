"""Criteria of one's own: they come before the shipped ones, and a slip in one is told like a slip in a case."""

import pytest

from mcda.errors import MCDAError
from mcda.files.case import examine
from mcda.files.catalogue import Catalogue, catalogue_with

OWN = """\
id: emissions
title:
  en: Smoke
  zh: 烟尘
definition:
  en: What comes out.
  zh: 排出之物。
kinds: [emissions per product]
direction: min
scales:
  measured:
    kind: ratio
  classes:
    kind: ordinal
    levels:
      1:
        en: Clear
        zh: 无烟
      2:
        en: Black
        zh: 黑烟
measure:
  en: Look at the chimney.
  zh: 观察烟囱。
section: "2.3"
challenge: imbalance
sources:
  - cite: "Own"
"""
SLIPS = {
    "kind of unit": ("kind_unknown", "kinds: [emissions", "kinds: [smoke, emissions", "kinds:"),
    "challenge": ("challenge_unknown", "challenge: imbalance", "challenge: balance", "challenge:"),
    "gap between levels": ("levels_gap", "      2:\n", "      3:\n", "  classes:"),
    "level that is no number": ("levels_gap", "      2:\n", "      black:\n", "  classes:"),
    "level in superscript": ("levels_gap", "      2:\n", "      ²:\n", "  classes:"),
    "level of a measured scale": (
        "levels_gap",
        "kind: ratio\n",
        "kind: ratio\n    levels: {low: {en: a, zh: b}}\n",
        "  measured:",
    ),
    "both ways": ("field_wrong", "direction: min", "direction: both", "direction:"),
    "one language": ("field_missing", "  zh: 烟尘\n", "", "title:"),
    "no source": ("field_wrong", '  - cite: "Own"\n', "  []\n", "sources:"),
    "id unlike the file": ("id_file", "id: emissions", "id: smoke", "id:"),
}


@pytest.fixture
def own(tmp_path):
    """A folder of criteria with one of its own; writes it in some text."""

    def written(text):
        (tmp_path / "criteria" / "air").mkdir(parents=True)
        (tmp_path / "criteria" / "air" / "emissions.yaml").write_text(text, encoding="utf-8")
        return tmp_path / "criteria"

    return written


def test_a_criterion_beside_the_case_comes_before_the_shipped_one(own, small, tmp_path):
    own(OWN)
    (tmp_path / "small.yaml").write_text(small, encoding="utf-8")
    problem, faults = examine(tmp_path / "small.yaml", "small.yaml")
    assert faults == []
    assert problem.label("emissions").zh == "烟尘"


def test_a_folder_of_criteria_can_be_named(own, small, faults_of, tmp_path):
    entries = {entry.id: entry for entry in catalogue_with(own(OWN))}
    assert entries["emissions"].theme == "air"
    assert entries.keys() == {entry.id for entry in Catalogue()}


def test_a_folder_of_criteria_that_is_not_there_is_told(tmp_path):
    with pytest.raises(MCDAError) as caught:
        catalogue_with(tmp_path / "nothing")
    assert caught.value.faults[0].code == "file_missing"


@pytest.mark.parametrize(("code", "old", "new", "at"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_criterion_is_told_at_its_line(code, old, new, at, own, small, faults_of):
    assert OWN.count(old) == 1
    text = OWN.replace(old, new)
    path = own(text) / "air" / "emissions.yaml"
    found = [fault for fault in faults_of(small) if fault.place.file == str(path)]
    assert [(fault.code, fault.place.line) for fault in found] == [(code, text[: text.index(at)].count("\n") + 1)]
