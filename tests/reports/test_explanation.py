"""`mcda explain` tells once what each name in a formula is called, in the reader's language."""

import pytest

import mcda
from mcda.expression import names
from mcda.reports.explanation import page


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_name_in_a_formula_is_told_once_with_its_label(lang):
    case = mcda.load("hebei-steel")
    lines = [block.text for block in page(case, mcda.rank(case), lang) if hasattr(block, "text")]
    used = {name.id for column in case.columns.values() if column.formula for name in names(column.formula.tree)}
    assert len(used) > 40
    for name in used:
        label = case.label(name)
        told = f"{name}（{label.zh}）" if lang == "zh" else f"{name} ({label.en})"
        assert sum(told in line for line in lines) == 1
