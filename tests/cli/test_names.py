"""What has an id and a label can be asked for by either, in either language; a page lists the ids."""

import pytest
from rich.cells import cell_len

from mcda.cli._layout import wrapped
from mcda.cli._options import named, worded
from mcda.files import load
from mcda.language import Text

CASE = load("hebei-steel")
LABELS = {
    "cost": Text("Cost", "成本"),
    "living": Text("Cost of living (city)", "生活成本"),
    "jobs": Text("Jobs", "就业"),
    "kept": Text("Jobs kept", "就业"),
    "CCS": Text("Capture", "捕集"),
    "capture": Text("CCS", "封存"),
}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Cost >= Cost of living (city)", "cost >= living"),
        ("2*成本>=生活成本", "2*cost>=living"),
        ("Jobs kept = Jobs", "kept = jobs"),
        ("cost >= 2*kept", "cost >= 2*kept"),
        ("Costs >= my_Cost", "Costs >= my_Cost"),
        ("就业 >= 0.1", "就业 >= 0.1"),
        ("CCS >= Capture", "CCS >= CCS"),
    ],
)
def test_labels_in_a_statement_are_read_the_longest_first(said, meant):
    assert worded(said, LABELS) == meant


def test_a_label_that_two_things_bear_names_neither():
    assert [named(word, LABELS) for word in ("就业", "捕集", "capture")] == ["就业", "CCS", "capture"]


ALIKE = {
    "robustness hebei-steel --draws 500 --known": [
        "cost >= 0.5*employment_retention", "Cost >= 0.5*Jobs kept", "成本 >= 0.5*就业保留",
    ],
    "influence hebei-steel --draws 256 --driver": ["hydrogen_price", "Hydrogen price", "氢价"],
    "portfolio hebei-steel --budget 600 --draws 5 --method weighted_sum --cost": [
        "capital_outlay", "Capital outlay", "初始投资",
    ],
    "portfolio hebei-steel --budget 999 --draws 5 --method weighted_sum --cost capital_outlay --with": [
        "bf_bof_ccus", "Blast furnace + CCUS", "高炉＋CCUS",
    ],
    "portfolio hebei-steel --budget 999 --draws 5 --method weighted_sum --cost capital_outlay --not-both": [
        "bf_bof_average,bf_bof_bat", "Blast furnace, relined,Blast furnace, best practice", "高炉大修,高炉大修（最佳水平）",
    ],
}  # fmt: skip


@pytest.mark.parametrize("words", ALIKE)
def test_a_label_does_for_an_id(page, words):
    answers = [page(*words.split(), name, "--format", "json") for name in ALIKE[words]]
    assert [(done.code, done.err) for done in answers] == [(0, "")] * len(answers)
    assert len({done.out for done in answers}) == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("words", "name", "meant"),
    [
        ("breakeven hebei-steel --option", "Scrap EAF", "scrap_eaf"),
        ("breakeven hebei-steel --option", "电炉短流程", "scrap_eaf"),
        ("robustness hebei-steel --known", "Jobs >= Costs", "employment_retention"),
        ("portfolio hebei-steel --budget 1 --method weighted_sum --cost", "capital", "capital_outlay"),
        ("rank hebei-steel --scenario", "Carbon price 60", "cp_60"),
        ("influence hebei-steel --driver", "Hydrogen prices", "hydrogen_price"),
    ],
)
def test_what_may_have_been_meant_is_told_by_id_and_label(page, words, name, meant, lang):
    labels = {**CASE.scenarios, **CASE.parameters}
    label = labels[meant].label if meant in labels else CASE.label(meant)
    said = page(*words.split(), name, lang=lang).err
    assert f"{meant}（{label.zh}）" in said if lang == "zh" else f"{meant} ({label.en})" in said


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
def test_the_page_of_a_case_lists_ids(page, case, lang):
    problem, out = load(case), page("show", case, "--figures", "--format", "markdown", lang=lang).out
    lines = out.splitlines()
    for thing in (*problem.alternatives, *problem.parameters.values()):
        assert [line for line in lines if line.startswith(f"| {thing.label.in_(lang)}") and thing.id in line]
    for criterion in problem.criteria:
        assert [line for line in lines if criterion.title.in_(lang) in line and line.endswith(f"| {criterion.id} |")]
    for scenario in problem.scenarios.values():
        assert [line for line in lines if line.startswith(f"{scenario.id}: {scenario.label.in_(lang)}")]
    for name in problem.columns:
        label = problem.label(name).in_(lang)
        assert f"**{name}（{label}）" in out if lang == "zh" else f"**{name} ({label})" in out


@pytest.mark.parametrize("width", [20, 40, 66])
def test_what_is_to_be_copied_is_not_broken(width):
    command = '`mcda import FILE -o case.yaml --direction "A long heading=max"`'
    for text in (
        f"or leave the table as it is ({command}) if more is better",
        f"也可不改表格（运行{command}），越大越好",
    ):
        rows = wrapped(text, width, whole=True)
        assert [row for row in rows if command in row]
        assert [row for row in rows if cell_len(row) > width and command not in row] == []
        assert [row for row in rows if row[-1] in "（" or row[0] in "），"] == []
