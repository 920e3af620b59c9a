"""What files and options call things has a word in both languages, and Chinese pages use it."""

from dataclasses import fields
from typing import get_args

import pytest

import mcda
from mcda.expression import KINDS, spoken_kinds
from mcda.files.catalogue import catalogue_with
from mcda.files.schema import Ends
from mcda.language import say
from mcda.methods import METHODS, choices_of, option_said
from mcda.model.judgement import Form
from mcda.reports.case import page as shown
from mcda.reports.compare import called
from mcda.reports.lists import criterion
from mcda.reports.ranking import page

CHOICES = sorted(
    {(option.name, value) for m in METHODS.values() for option in fields(m.options) for value in choices_of(option)}
)


def texts(blocks):
    lines = [block.text for block in blocks if hasattr(block, "text")]
    return "\n".join([*lines, *("\n".join(map("|".join, block.rows)) for block in blocks if hasattr(block, "rows"))])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_unit_has_a_word(kind):
    (word,) = spoken_kinds([kind])
    assert word.in_("en") == kind
    assert not word.in_("zh").isascii()


@pytest.mark.parametrize("form", [*get_args(Form), "none"])
def test_every_form_of_answers_has_a_word_that_a_file_can_use(form):
    assert say("en", f"form.{form}") == form
    assert form in say("zh", f"form.{form}") or form == "none"


@pytest.mark.parametrize("ends", get_args(Ends))
def test_every_kind_of_ends_has_a_word(ends):
    assert not say("zh", f"screen.ends.{ends}").isascii()


@pytest.mark.parametrize(("option", "value"), CHOICES)
def test_every_option_of_a_method_has_a_word(option, value):
    assert option_said(option, value).in_("en") == f"{option} {value}"
    assert not option_said(option, value).in_("zh").isascii()


def test_chinese_pages_use_them():
    problem = mcda.load("hebei-steel")
    assert "归一化：向量" in texts(page(problem, mcda.rank(problem), "zh"))
    assert "偏好函数：线性型" in texts(page(problem, mcda.rank(problem, "promethee"), "zh"))
    assert called("topsis", {"scaling": "minmax"}).in_("zh") == "TOPSIS（极差）"
    assert called("topsis", {"scaling": "minmax"}).in_("en") == "TOPSIS (minmax)"
    figures = texts(shown(problem, mcda.rank(problem), "zh", figures=True))
    assert "0.39 – 0.66（上下限）" in figures
    assert "(bounds)" not in figures
    cost = next(e for e in catalogue_with(None) if e.id == "cost")
    assert "单位产品金额" in texts(criterion(cost, "zh"))


def test_a_form_that_does_not_serve_is_named_in_the_readers_language():
    with pytest.raises(mcda.MCDAError) as caught:
        mcda.rank(mcda.load("hebei-steel"), weights="swing")
    assert "需要 数值（numbers），案例中为 两两比较（pairs）" in caught.value.faults[0].what("zh")
    assert "asks for numbers; the case has pairs" in caught.value.faults[0].what("en")
