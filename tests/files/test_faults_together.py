"""All faults of a case file are told at once, each in the right words, and nothing in it ends the examination."""

import pytest

from mcda.files.shipped import folder
from mcda.language import LANGUAGES


def spoken(faults):
    return all(part(lang) for f in faults for part in (f.what, f.why, f.mend) for lang in LANGUAGES)


def changed(text, changes):
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def codes(faults):
    lines = [fault.place.line for fault in faults]
    assert lines == sorted(lines)
    return [fault.code for fault in faults]


def test_faults_of_all_parts_are_told_in_the_order_of_their_lines(small, faults_of):
    changes = [
        ("method: topsis", "method: topsiss"), ("cost > emissions: 1", "cost > emissions: 12"),
        ("power_price: 600", "power_prise: 600"), ("today: 9\n", "today: 10\n"),
        ("new: 0.9", "new: {value: 0.9, standing: published}"), ("unit: tCO2/t", "unit: kWh/t"),
        ("power * power_price", "power * power_prise"), ("low: 350", "low: 500"),
    ]  # fmt: skip
    assert codes(faults_of(changed(small, changes))) == [
        "figure_order", "unknown_name_near", "unit_kind", "source_missing", "level_outside", "unknown_name_near",
        "pair_value", "unknown_name_near",
    ]  # fmt: skip


def test_faults_of_shape_are_told_in_the_order_of_their_lines(small, faults_of):
    changes = [
        ("  method:", "  methd:"),
        ("    form: pairs\n", ""),
        ("new: 0.9", "new: nine"),
        ("seen: op", "seen: opp"),
    ]
    assert codes(faults_of(changed(small, changes))) == [
        "field_wrong",
        "field_wrong",
        "field_missing",
        "unknown_name_near",
    ]


def test_every_unknown_name_of_a_formula_is_told_at_its_columns(small, faults_of):
    faults = faults_of(small.replace("other_costs + power * power_price", "other_cost + power * power_prise"))
    assert [fault.values["name"] for fault in faults] == ["other_cost", "power_prise"]
    assert [text[slice(*columns)] for text, *columns in (fault.excerpt for fault in faults)] == [
        "other_cost",
        "power_prise",
    ]


def test_a_figure_outside_its_range_names_the_scenario_in_the_readers_language(small, faults_of):
    faults = faults_of(small.replace("power_price: 600", "power_price: 6000"))
    assert [(fault.code, fault.values["alternative"]) for fault in faults] == [
        ("range_outside", x) for x in ("today", "new")
    ]
    assert "Dear power" in faults[0].what("en")
    assert "高电价" in faults[0].what("zh")


def test_a_level_off_the_scale_is_told_by_its_own_number(small, faults_of):
    (fault,) = faults_of(small.replace("level: 7, low: 6, high: 8", "level: 7, low: 6, high: 12"))
    assert "12" in fault.what("en")
    assert "12" in fault.what("zh")


def test_options_that_are_compared_are_called_alternatives(small, faults_of):
    start, end = small.index("    values:\n      today: 9"), small.index("\nalternatives:")
    (fault,) = faults_of(f"{small[:start]}    pairs: {{today > neww: 3}}\n{small[end:]}")
    assert "alternative" in fault.what("en")


@pytest.mark.parametrize(
    ("weighting", "form", "answers"),
    [
        ("points", "numbers", "    numbers: {cost: 1, emissions: 2, technological_maturity: 1, emission: 3}\n"),
        ("rank_sum", "order", "    order: [cost, emissions, technological_maturity, emission]\n"),
    ],
)
def test_an_answer_about_nothing_is_told(weighting, form, answers, small, faults_of):
    text = changed(small, [("weights: ahp", f"weights: {weighting}"), ("form: pairs", f"form: {form}")])
    start, end = text.index("    pairs:\n"), text.index("# Method and weighting")
    assert codes(faults_of(text[:start] + answers + text[end:])) == ["unknown_name_near"]


@pytest.mark.parametrize("everywhere", [True, False])
def test_a_misspelt_criterion_is_told_once_whatever_refers_to_it(everywhere, small, faults_of):
    """In formulas, scenarios, ranges in view, comparisons and red lines, spelt rightly or wrongly throughout."""
    more = (
        "requirements:\n  clean:\n    label: Clean\n    figure: emissions\n    at_most: 3\n    why: dirty\nscenarios:\n"
    )
    changes = [
        ("power * power_price", "power * power_price + 0 * other_costs * emissions / emissions"),
        ("scenarios:\n", more),
        (
            "    set:\n      power_price: 600\n",
            "    set:\n      power_price: 600\n    figures:\n      emissions:\n        new: 1\n",
        ),
    ]
    text = changed(small, changes)
    assert codes(faults_of(text)) == []
    wrong = (
        text.replace("emissions", "emisions")
        if everywhere
        else text.replace("  emissions:\n    #", "  emisions:\n    #")
    )
    (fault,) = faults_of(wrong)
    assert (fault.code, fault.values["name"], fault.values["known"][0]) == (
        "unknown_name_near",
        "emisions",
        "emissions",
    )


def test_another_slip_beside_a_misspelt_criterion_is_told_too(small, faults_of):
    wrong = small.replace("  emissions:\n    #", "  emisions:\n    #").replace(
        "cost > technological", "cots > technological"
    )
    assert [fault.values["name"] for fault in faults_of(wrong)] == ["emisions", "cots"]


def test_a_range_in_view_whose_ends_are_turned_round_is_told(small, faults_of):
    for ends in ("[4000, 2000]", "[2000, 2000]"):
        (fault,) = faults_of(small.replace("      cost: [2000, 4000]", f"      cost: {ends}"))
        assert fault.code == "range_order"
        assert fault.place.key == "judgements.0.ranges.cost"


def test_an_indicator_of_a_place_that_is_not_declared_is_told(faults_of):
    text = folder("cases").joinpath("green-pathways.yaml").read_text(encoding="utf-8")
    (fault,) = faults_of(changed(text, [("{population: 995, ", "{populaton: 5, population: 995, ")]), "green-pathways")
    assert (fault.code, fault.values["name"]) == ("unknown_name_near", "populaton")
    assert "population" in fault.values["known"]


@pytest.mark.parametrize("points", ["[[1]]", "[[]]"])
def test_a_point_without_a_value_is_told(points, small, faults_of):
    assert faults_of(small.replace("    scale: trl_1_9\n", f"    scale: trl_1_9\n    value: {{points: {points}}}\n"))


@pytest.mark.parametrize(
    ("old", "new"), [("{population: 995, ", "{population: 0, "), ("    value: 0.01\n", "    value: -1\n")]
)
def test_regions_without_people_or_income_are_told(old, new, faults_of):
    text = folder("cases").joinpath("green-pathways.yaml").read_text(encoding="utf-8")
    assert faults_of(changed(text, [(old, new)]), "green-pathways")


def test_a_very_long_chain_of_formulas_is_read_or_told(small, faults_of):
    links = "".join(f"  a{i}:\n    unit: t\n    formula: a{i + 1}\n" for i in range(3000))
    last = "  a3000:\n    unit: t\n    standing: placeholder\n    whose: authors\n    values: {today: 1, new: 1}\n"
    assert spoken(faults_of(changed(small, [("attributes:\n", f"attributes:\n{links}{last}")])))


def test_a_unit_to_a_very_high_power_is_read_or_told(small, faults_of):
    energy = "  e:\n    unit: EJ\n    standing: placeholder\n    whose: authors\n    values: {today: 1, new: 1}\n"
    power = "  f:\n    unit: '1'\n    formula: ((e ** 6) ** 6) ** 6\n"
    assert spoken(faults_of(changed(small, [("attributes:\n", f"attributes:\n{energy}{power}")])))


def test_a_case_without_any_one_of_its_lines_is_read_or_told(small, faults_of):
    lines = small.splitlines(keepends=True)
    for k in range(len(lines)):
        faults = faults_of("".join(lines[:k] + lines[k + 1 :]))
        assert all(fault.place.line for fault in faults)
        assert spoken(faults)


@pytest.mark.parametrize("value", ["", "{}", "[]", "-1", "1e300", "1/0", "t^", "[[1]]", "{low: 1}", "日本", "'a > b'"])
def test_whatever_stands_behind_a_key_is_read_or_told(value, small, faults_of):
    lines = small.splitlines(keepends=True)
    for k, line in enumerate(lines):
        key, colon, _ = line.partition(":")
        if colon and not key.strip().startswith("#"):
            assert spoken(faults_of("".join([*lines[:k], f"{key}: {value}\n", *lines[k + 1 :]])))
