"""A slip in a case file is told: what, on which line, why it matters and how to mend it, in both languages."""

import os
from dataclasses import dataclass

import pytest

from mcda.files import starter
from mcda.files.case import examine
from mcda.files.shipped import folder
from mcda.language import LANGUAGES


@dataclass(frozen=True)
class Slip:
    """One replacement in a case file. `at` begins what stands on the line that the fault must name (by default what
    was put in), `tells` are words of its remedy in either language, `brings` the codes that follow from it."""

    old: str
    new: str
    code: str
    at: str = ""
    tells: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()


COST = "    unit: CNY@2024/t\n    range: [2000, 4000]\n    formula: other_costs + power * power_price\n"
FORMULA = "    formula: other_costs + power * power_price\n"
PROVENANCE = "    ends: bounds\n    standing: placeholder\n    whose: authors\n"
MATURITY = """\
  technological_maturity:
    scale: trl_1_9
    standing: placeholder
    whose: authors
    values:
      today: 9
      new: {level: 7, low: 6, high: 8, ends: bounds}
"""
NEW_LEVEL = "      new: {level: 7, low: 6, high: 8, ends: bounds}\n"
SET = "    set:\n      power_price: 600\n"
RANGES = "    ranges:\n      cost: [2000, 4000]\n      emissions: [0, 3]\n"
SEVEN_MORE = "".join(
    f"  {name}:\n    standing: placeholder\n    whose: authors\n    values: {{today: 3, new: 3}}\n"
    for name in (
        "chokepoint_relief", "coordination_gain", "ecological_value", "employment_retention", "lock_in_risk",
        "market_readiness", "transition_support",
    )
)  # fmt: skip


def fuel(rate_unit: str, formula: str) -> str:
    """A price in USD, an exchange rate, and what fuel costs by some formula."""
    return f"""\
  usd_rate:
    unit: {rate_unit}
    value: 7
    standing: placeholder
    whose: authors
  fuel_price:
    unit: USD@2020/MWh
    value: 60
    standing: placeholder
    whose: authors

attributes:
  fuel_bill:
    unit: CNY@2024/t
    formula: {formula}
"""


def red_line(figure: str, limits: str) -> str:
    return f"requirements:\n  clean:\n    label: Clean\n    figure: {figure}\n{limits}    why: dirty\n\nscenarios:\n"


SLIPS = {
    # names
    "criterion": Slip(MATURITY[:26], "  technological_maturty:\n", "unknown_name_near", tells=("technological_maturity",),
                      brings=("unknown_name", "unknown_name")),
    "scenario's parameter": Slip("power_price: 600", "power_prise: 600", "unknown_name_near", tells=("power_price",)),
    "scenario's column": Slip(SET, "    figures:\n      emision:\n        new: 1\n", "unknown_name_near", "        new: 1\n",
                              tells=("emissions",)),
    "scenario's option": Slip(SET, "    figures:\n      emissions:\n        gnu: 1\n", "unknown_name", "        gnu: 1",
                              tells=("today", "new")),
    "option": Slip("      new: 0.9", "      gnu: 0.9", "unknown_name", tells=("today", "new")),
    "source": Slip("new: 0.9", "new: {value: 0.9, standing: published, source: reprot}", "unknown_name_near", tells=("report",)),
    "scale": Slip("trl_1_9", "trl_1_8", "unknown_name_near", "    scale: trl_1_8", tells=("trl_1_9",)),
    "shared draw": Slip(PROVENANCE, "    moves_with: power\n" + PROVENANCE, "unknown_name_near", tells=("power_price",)),
    "pathway": Slip("pathway: technology", "pathway: tecnology", "unknown_name_near", "  new:\n    label", ("technology",)),
    "pair's side": Slip("cost > emissions: 1", "cost > emission: 1", "unknown_name_near", tells=("emissions",)),
    "range's criterion": Slip("      emissions: [0, 3]", "      emissions: [0, 3]\n      emission: [0, 3]", "unknown_name_near",
                              "      emission:", tells=("emissions",)),
    "method": Slip("method: topsis", "method: topsiss", "unknown_name_near", tells=("topsis",)),
    "method's option": Slip("scaling: vector", "scalng: vector", "unknown_name_near", "  options:\n", ("scaling",)),
    "weighting": Slip("weights: ahp", "weights: ahpp", "unknown_name_near", tells=("ahp",)),
    "plan's scenario": Slip("  weights: ahp", "  weights: ahp\n  scenario: dear_powr", "unknown_name_near", "  scenario:",
                            ("dear_power",)),
    "priorities": Slip("  weights: ahp", "  weights: ahp\n  priorities: row_mean", "unknown_name_near", "  priorities:",
                       ("column_mean",)),
    "random index": Slip("  weights: ahp", "  weights: ahp\n  random_index: saty", "unknown_name_near", "  random_index:",
                         ("saaty",)),
    "one name for two things": Slip("attributes:\n", "attributes:\n  cost:\n    unit: t\n    formula: '0'\n", "name_clash",
                                    "  cost:\n    unit: t\n"),
    "id and file": Slip("id: small", "id: other", "id_file"),
    # units and money
    "kind of unit": Slip("unit: tCO2/t", "unit: MWh/t", "unit_kind", tells=("",)),
    "unknown unit": Slip("unit: tCO2/t", "unit: tCO3/t", "unit_unknown", tells=("tCO2", "kg")),
    "unit's grammar": Slip("unit: tCO2/t", "unit: tCO2 per t", "unit_grammar", tells=("USD@2020/t",)),
    "no unit": Slip("    unit: tCO2/t\n", "", "unit_missing", "  emissions:\n    #", ("unit:",)),
    "no price year": Slip(COST, COST.replace("@2024", ""), "unit_price_year", tells=("CNY@2024",)),
    "Chinese unit of money": Slip(COST, COST.replace("CNY@2024", "万元"), "unit_price_year", tells=("CNY@2024",)),
    "rate multiplied": Slip("attributes:\n", fuel("USD@2020/CNY@2024", "power * fuel_price * usd_rate"), "rate_multiplied",
                            "    formula: power * fuel_price", ("usd_rate",)),
    "rate divided": Slip("attributes:\n", fuel("CNY@2024/USD@2020", "power * fuel_price / usd_rate"), "rate_divided",
                         "    formula: power * fuel_price", ("usd_rate",)),
    "rate missing": Slip("attributes:\n", fuel("CNY@2024/USD@2020", "power * fuel_price"), "rate_missing",
                         "    formula: power * fuel_price", ("usd_rate",)),
    "rate missing in a sum": Slip("attributes:\n", fuel("CNY@2024/USD@2020", "other_costs + power * fuel_price"),
                                  "rate_missing", "    formula: other_costs + power * fuel", ("usd_rate",)),
    "another money than the case": Slip(COST, COST.replace("CNY@2024", "USD@2020").replace(
        FORMULA, "    standing: placeholder\n    whose: authors\n    values: {today: 2500, new: 2600}\n"),
        "money_base", tells=("money:",)),
    "two moneys in one column": Slip(FORMULA, "    standing: placeholder\n    whose: authors\n    values:\n      today: 2500\n"
                                     "      new: {value: 400, unit: USD@2020/t}\n", "figure_unit", "      new: {value: 400"),
    "unlike things added": Slip(FORMULA, "    formula: other_costs * power + power_price\n", "formula_units"),
    "logarithm of tonnes": Slip(FORMULA, "    formula: other_costs * log(power)\n", "formula_pure"),
    # formulas
    "circle": Slip("attributes:\n", "attributes:\n  egg:\n    unit: t\n    formula: hen * 2\n  hen:\n    unit: t\n"
                   "    formula: egg / 2\n", "formula_circle", "    formula: hen * 2"),
    "unknown name in a formula": Slip(FORMULA, FORMULA.replace("price", "prise"), "unknown_name_near", tells=("power_price",)),
    "full-width sign": Slip(FORMULA, FORMULA.replace("+", "＋"), "formula_wide"),
    "full-width brackets": Slip(FORMULA, "    formula: other_costs + （power * power_price）\n", "formula_wide"),
    "comparison in a formula": Slip(FORMULA, "    formula: other_costs < power\n", "formula_character", tells=("sqrt",)),
    "function in a formula": Slip(FORMULA, "    formula: abs(other_costs)\n", "formula_refused", tells=("sqrt",)),
    "half a formula": Slip(FORMULA, "    formula: other_costs + power *\n", "formula_grammar", tells=("sqrt",)),
    "root of two": Slip(FORMULA, "    formula: sqrt(other_costs, power)\n", "formula_arguments"),
    "division by zero": Slip(FORMULA, FORMULA.replace("price", "price / (power / power - 1)"), "formula_zero",
                             tells=("max(power / power - 1",)),
    "no finite number": Slip(FORMULA, FORMULA.replace("price", "price * log(0)"), "formula_infinite"),
    # figures
    "low above mode": Slip("low: 1.9", "low: 2.2", "figure_order", "      today: {low", ("low", "high")),
    "parameter's low above mode": Slip("low: 350", "low: 500", "figure_order", "  power_price:\n", ("low", "high")),
    "two numbers in one figure": Slip("new: 0.9", "new: {value: 0.9, mode: 0.8}", "figure_number", tells=("mode",)),
    "published without source": Slip("new: 0.9", "new: {value: 0.9, standing: published}", "source_missing", tells=("sources",)),
    "calculated from nothing": Slip("new: 0.9", "new: {value: 0.9, standing: calculated, source: report}",
                                    "derivation_missing", tells=("",)),
    "nobody's judgement": Slip(PROVENANCE, "    ends: bounds\n    standing: judgement\n", "whose_missing", "  power_price:\n"),
    "no standing": Slip(PROVENANCE, "    ends: bounds\n", "standing_missing", "  power_price:\n", ("placeholder",)),
    "missing figure": Slip("      new: 0.9\n", "", "figure_missing", "  emissions:\n    #", ("missing: worst", "leave-out")),
    "level off the scale": Slip("      today: 9\n", "      today: 10\n", "level_outside",
                                tells=("mcda criteria technological_maturity",)),
    "half a level": Slip("      today: 9\n", "      today: 8.5\n", "level_outside"),
    "value of no level": Slip("    scale: trl_1_9\n", "    scale: trl_1_9\n    levels: {12: 3}\n", "level_unknown", "    levels:",
                              ("mcda criteria",)),
    "no figures": Slip(FORMULA, "", "column_ways", "  cost:\n"),
    "range turned round": Slip("range: [0, 3]", "range: [3, 0]", "range_order"),
    "figure outside its range": Slip("new: 0.9", "new: 9", "range_outside"),
    "target of a criterion without": Slip("range: [0, 3]", "range: [0, 3]\n    target: 2", "target", "  emissions:\n    #",
                                          ("target:",)),
    "equity without regions": Slip(MATURITY, "  regional_equity:\n    equity: redistributive_effect\n",
                                   "equity_without_regions", tells=("regions", "incidence"),
                                   brings=("unknown_name", "unknown_name")),
    "two baselines": Slip("    pathway: technology\n", "    baseline: true\n", "baseline_twice", "  new:\n    label",
                          ("baseline: true",)),
    "both limits": Slip("scenarios:\n", red_line("emissions", "    at_most: 2\n    at_least: 1\n"), "requirement_limit",
                        "  clean:\n"),
    "no limit": Slip("scenarios:\n", red_line("emissions", ""), "requirement_limit", "  clean:\n"),
    "red line on nothing": Slip("scenarios:\n", red_line("emission", "    at_most: 2\n"), "formula_name", "    figure: emission\n"),
    # judgements
    "not side by side": Slip("      cost > emissions: 1\n      cost > technological_maturity: 2\n"
                             "      emissions > technological_maturity: 2\n", "      cost > technology: 1\n"
                             "      cost > technological_maturity: 2\n      technology > emissions: 2\n", "pair_siblings",
                             "      cost > technological_maturity"),
    "no comparison": Slip("cost > emissions: 1", "cost emissions: 1", "pair_grammar", tells=("cost > emissions: 2",)),
    "beyond nine": Slip("cost > technological_maturity: 2", "cost > technological_maturity: 12", "pair_value", tells=("1", "9")),
    "equal but two": Slip("cost > emissions: 1", "cost = emissions: 2", "pair_equal"),
    "compared twice": Slip("cost > emissions: 1", "cost > emissions: 1\n      emissions > cost: 1", "pair_twice",
                           "      emissions > cost"),
    "comparisons apart": Slip("      cost > technological_maturity: 2\n      emissions > technological_maturity: 2\n", "",
                              "matrix_apart", "  - who: authors", ("cost", "technological_maturity")),
    "ten side by side": Slip(MATURITY, MATURITY + SEVEN_MORE, "siblings", "  - who: authors", brings=("matrix_apart",)),
    "no ranges": Slip(RANGES, "", "judgement_ranges", "  - who: authors", ("ranges:",)),
    "one range left out": Slip("      emissions: [0, 3]\n", "", "judgement_ranges", "    ranges:\n", ("ranges:",)),
    "answers in another form": Slip("weights: ahp", "weights: points", "judgement_form", "  - who: authors", ("mcda methods",)),
    # YAML and shape
    "duplicate key": Slip("      new: 0.9\n", "      new: 0.9\n      new: 0.8\n", "yaml_duplicate", "      new: 0.8"),
    "anchor": Slip("new: 0.9", "new: &n 0.9", "yaml_anchor"),
    "alias": Slip("new: 0.9", "new: *n", "yaml_anchor"),
    "merge key": Slip("      new: 0.9\n", "      <<: {new: 0.9}\n", "yaml_anchor"),
    "tag": Slip("new: 0.9", "new: !!float 0.9", "yaml_tag"),
    "tab": Slip("      power_price: 600", "\tpower_price: 600", "yaml_syntax"),
    "second document": Slip("# ONE CURRENCY\n", "---\n", "yaml_documents"),
    "not a number": Slip("new: 0.9", "new: .nan", "yaml_number", tells=("values",)),
    "infinite": Slip("new: 0.9", "new: 1e400", "yaml_number"),
    "full-width colon": Slip("power_price: 600", "power_price：600", "yaml_wide_colon"),
    "full-width colon between keys": Slip("      zh: 电价", "      zh：电价", "yaml_wide_colon"),
    "full-width colon in Chinese": Slip("      zh: 高电价", "      zh：高电价", "yaml_wide_colon"),
    "full-width colon before a comment": Slip("money: CNY@2024", "money：CNY@2024", "yaml_wide_colon"),
    "unknown field": Slip("  method: topsis", "  methd: topsis", "unknown_name_near", tells=("method",)),
    "unknown field of a criterion": Slip(FORMULA, FORMULA.replace("formula", "formla"), "unknown_name_near", tells=("formula",)),
    "field missing": Slip("    form: pairs\n", "", "field_missing", "  - who: authors"),
    "word for a number": Slip("new: 0.9", "new: nine", "field_wrong"),
    "words for a list": Slip("range: [0, 3]", "range: 0 to 3", "field_wrong"),
    "yes for true": Slip("baseline: true", "baseline: yes", "field_wrong", tells=("true", "false")),
    "no such word": Slip("seen: opened", "seen: openned", "field_wrong", tells=("opened", "excerpt")),
    "capital in an id": Slip("  power_price:\n    label", "  Power:\n    label", "field_wrong", tells=("a-z",)),
    "one language only": Slip("  zh: 我的案例\n", "", "field_missing", "title:\n"),
}  # fmt: skip

PLACES = {
    "place's group": Slip("zh: 海南\n      group: east", "zh: 海南\n      group: eest", "unknown_name_near", "      group: eest", ("east",)),
    "scenario's region": Slip("region: west", "region: wset", "unknown_name_near", tells=("west",)),
    "indicator that weights": Slip("  population: population", "  population: populatoin", "unknown_name_near", tells=("population",)),
    "indicator in a rule": Slip("rule: co2_storage", "rule: co2_storag", "unknown_name_near", tells=("co2_storage",)),
    "place without figure": Slip("{population: 995, ", "{", "indicator_missing", "      values: {gdp: 5330.8", ("left_out",)),
    "negative rule": Slip("rule: co2_storage", "rule: 0 - co2_storage", "incidence_negative", tells=("kind: burden",)),
    "nobody gains": Slip("  ccus_hubs:\n    kind: benefit", "  ccus_hub:\n    kind: benefit", "unknown_name_near",
                         tells=("ccus_hubs",), brings=("incidence_missing",)),
}  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The text of the starter that `mcda new small` writes; one comment is marked to be replaced."""
    before, here = os.getcwd(), tmp_path_factory.mktemp("starter")
    os.chdir(here)
    try:
        text = (here / starter.write("small", "en")).read_text(encoding="utf-8")
    finally:
        os.chdir(before)
    return text.replace("# One currency and price year for the whole case.\n", "# ONE CURRENCY\n")


def examined(path, text):
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return examine(path, path.name)[1]


def broken(text, slip):
    assert text.count(slip.old) == 1, "the slip must be one replacement"
    text = text.replace(slip.old, slip.new)
    at = slip.at or slip.new.splitlines()[0]
    return text, text[: text.index(at)].count("\n") + 1


def spoken(fault):
    return [part(lang) for part in (fault.what, fault.why, fault.mend) for lang in LANGUAGES]


def chinese(text):
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def check(path, text, slip):
    text, line = broken(text, slip)
    faults = examined(path, text)
    assert sorted(fault.code for fault in faults) == sorted((slip.code, *slip.brings))
    fault = next(fault for fault in faults if fault.code == slip.code)
    assert fault.place.line == line
    assert fault.place.file == path.name
    assert all(word in fault.mend(lang) for word in slip.tells for lang in LANGUAGES)
    assert all(spoken(fault))
    assert all(chinese(part("zh")) for part in (fault.what, fault.why, fault.mend))


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_gives_one_fault_at_its_line_with_a_remedy(slip, small, tmp_path):
    if slip.code == "pair_siblings":
        small = small.replace(MATURITY, branched("technology"))
    check(tmp_path / "small.yaml", small, slip)


@pytest.mark.parametrize("slip", PLACES.values(), ids=PLACES)
def test_a_slip_among_regions_gives_one_fault_at_its_line(slip, tmp_path):
    text = folder("cases").joinpath("green-pathways.yaml").read_text(encoding="utf-8")
    check(tmp_path / "green-pathways.yaml", text, slip)


def branched(name):
    inner = "".join(f"    {line}\n" for line in MATURITY.splitlines())
    return f"  {name}:\n    label: Branch\n    criteria:\n{inner}"


def test_the_unbroken_case_has_no_fault(small, tmp_path):
    assert examined(tmp_path / "small.yaml", small) == []


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-16-le"])
def test_another_encoding_is_told_at_the_first_line_that_shows_it(encoding, small, tmp_path):
    text = small.replace("我的案例", "成本").replace("应优先选择哪个方案", "?")
    (fault,) = examined(tmp_path / "small.yaml", text.encode(encoding, errors="replace"))
    assert fault.code == "yaml_encoding"
    assert fault.place.line == (1 if encoding == "utf-16-le" else text[: text.index("成本")].count("\n") + 1)
    assert "UTF-8" in fault.mend("en")
    assert "UTF-8" in fault.mend("zh")


def test_a_figure_outside_its_range_names_the_scenario_in_the_readers_language(small, tmp_path):
    faults = examined(tmp_path / "small.yaml", small.replace("power_price: 600", "power_price: 6000"))
    assert [(f.code, f.values["alternative"]) for f in faults] == [("range_outside", "today"), ("range_outside", "new")]
    assert "Dear power" in faults[0].what("en")
    assert "高电价" in faults[0].what("zh")


def test_a_scenarios_own_figure_outside_its_range_is_told_where_it_stands(small, tmp_path):
    slip = Slip(SET, "    figures:\n      emissions:\n        new: 9\n", "range_outside", "        new: 9\n")
    check(tmp_path / "small.yaml", small, slip)


def test_a_scenarios_own_level_must_be_on_the_scale(small, tmp_path):
    slip = Slip(SET, "    figures:\n      technological_maturity:\n        new: 12\n", "level_outside", "        new: 12\n")
    check(tmp_path / "small.yaml", small, slip)


def test_the_level_of_options_not_listed_must_be_on_the_scale(small, tmp_path):
    check(tmp_path / "small.yaml", small, Slip(NEW_LEVEL, "    absent: 12\n", "level_outside"))


def test_a_level_off_the_scale_is_told_by_its_own_number(small, tmp_path):
    text = small.replace("level: 7, low: 6, high: 8", "level: 7, low: 6, high: 12")
    (fault,) = examined(tmp_path / "small.yaml", text)
    assert fault.what("en").startswith("12 is no level")


def test_a_level_without_its_number_is_told(small, tmp_path):
    slip = Slip(NEW_LEVEL, "      new: {low: 6, high: 8, ends: bounds}\n", "figure_number")
    check(tmp_path / "small.yaml", small, slip)


def test_an_equal_pair_that_is_not_side_by_side_is_told_at_its_line(small, tmp_path):
    text = small.replace(MATURITY, branched("quality"))
    text = text.replace("cost > technological_maturity: 2", "cost = quality: 1")
    slip = Slip("emissions > technological_maturity: 2", "emissions = technological_maturity: 1", "pair_siblings")
    check(tmp_path / "small.yaml", text, slip)


def test_a_limit_in_another_unit_is_told_at_the_limit(small, tmp_path):
    slip = Slip("scenarios:\n", red_line("emissions", "    at_most: power\n"), "formula_units", "    at_most: power")
    check(tmp_path / "small.yaml", small, slip)


def test_a_forgotten_price_is_no_missing_exchange_rate(small, tmp_path):
    slip = Slip(FORMULA, "    formula: other_costs + power\n", "formula_units")
    check(tmp_path / "small.yaml", small, slip)


def test_a_parameters_unit_is_told_once(small, tmp_path):
    slip = Slip("unit: CNY@2024/MWh", "unit: CNY/MWh", "unit_price_year", tells=("CNY@2024",))
    check(tmp_path / "small.yaml", small, slip)


@pytest.mark.parametrize("unit", ["CNY@2024", "CNY@2024/t^2", "1"])
def test_the_cost_of_no_product_is_refused(unit, small, tmp_path):
    plain = "    standing: placeholder\n    whose: authors\n    values: {today: 2500, new: 2600}\n"
    slip = Slip(COST, COST.replace("CNY@2024/t", f'"{unit}"').replace(FORMULA, plain), "unit_kind")
    check(tmp_path / "small.yaml", small, slip)


@pytest.mark.parametrize(
    ("weighting", "form", "answers"),
    [
        ("points", "numbers", "    numbers: {cost: 1, emissions: 2, technological_maturity: 1, emission: 3}\n"),
        ("rank_sum", "order", "    order: [cost, emissions, technological_maturity, emission]\n"),
    ],
)
def test_an_answer_about_nothing_is_told(weighting, form, answers, small, tmp_path):
    text = small.replace("weights: ahp", f"weights: {weighting}").replace("form: pairs", f"form: {form}")
    start, end = text.index("    pairs:\n"), text.index("# Method and weighting")
    faults = examined(tmp_path / "small.yaml", text[:start] + answers + text[end:])
    assert [fault.code for fault in faults] == ["unknown_name_near"]


def test_nobody_lives_nowhere(tmp_path):
    text = folder("cases").joinpath("green-pathways.yaml").read_text(encoding="utf-8")
    faults = examined(tmp_path / "green-pathways.yaml", text.replace("{population: 995, ", "{population: 0, "))
    assert faults


def test_a_rule_may_not_add_unlike_indicators(tmp_path):
    text = folder("cases").joinpath("green-pathways.yaml").read_text(encoding="utf-8")
    slip = Slip("rule: co2_storage", "rule: co2_storage + gdp", "formula_units")
    check(tmp_path / "green-pathways.yaml", text, slip)


@pytest.mark.parametrize(
    "new",
    ["    scale: trl_1_9\n    value: {points: [[1]]}\n", "    scale: trl_1_9\n    value: {points: [[]]}\n"],
)
def test_a_point_without_a_value_is_told(new, small, tmp_path):
    faults = examined(tmp_path / "small.yaml", small.replace("    scale: trl_1_9\n", new))
    assert faults


def test_a_very_long_chain_of_formulas_is_told_or_read(small, tmp_path):
    links = "".join(f"  a{i}:\n    unit: t\n    formula: a{i + 1}\n" for i in range(3000))
    last = "  a3000:\n    unit: t\n    standing: placeholder\n    whose: authors\n    values: {today: 1, new: 1}\n"
    examined(tmp_path / "small.yaml", small.replace("attributes:\n", f"attributes:\n{links}{last}"))


def test_faults_of_several_parts_are_all_told_in_the_order_of_their_lines(small, tmp_path):
    changes = [
        ("power_price: 600", "power_prise: 600"), ("unit: tCO2/t", "unit: MWh/t"), ("method: topsis", "method: topsiss"),
        ("low: 350", "low: 500"), ("new: 0.9", "new: {value: 0.9, standing: published}"), ("today: 9\n", "today: 10\n"),
        (FORMULA, FORMULA.replace("price", "prise")), ("cost > emissions: 1", "cost > emissions: 12"),
    ]  # fmt: skip
    text = small
    for old, new in changes:
        text = text.replace(old, new)
    faults = examined(tmp_path / "small.yaml", text)
    lines = [fault.place.line for fault in faults]
    assert lines == sorted(lines)
    assert [fault.code for fault in faults] == [
        "figure_order", "unknown_name_near", "unit_kind", "source_missing", "level_outside", "unknown_name_near",
        "pair_value", "unknown_name_near",
    ]  # fmt: skip


def test_faults_of_shape_are_all_told_in_the_order_of_their_lines(small, tmp_path):
    text = small.replace("seen: opened", "seen: openned").replace("  method:", "  methd:").replace("new: 0.9", "new: nine")
    faults = examined(tmp_path / "small.yaml", text.replace("    form: pairs\n", ""))
    assert [fault.code for fault in faults] == ["field_wrong", "field_wrong", "field_missing", "unknown_name_near"]
    assert [fault.place.line for fault in faults] == sorted(fault.place.line for fault in faults)


def test_a_case_without_any_one_of_its_lines_is_read_or_told(small, tmp_path):
    lines = small.splitlines(keepends=True)
    for k in range(len(lines)):
        for fault in examined(tmp_path / "small.yaml", "".join(lines[:k] + lines[k + 1 :])):
            assert fault.place.line, f"without {lines[k]}"
            assert all(spoken(fault))


@pytest.mark.parametrize("value", ["", "{}", "[]", "-1", "1e300", "1/0", "t^", "[[1]]", "{low: 1}", "日本", "'a > b'"])
def test_whatever_stands_behind_a_key_is_read_or_told(value, small, tmp_path):
    lines = small.splitlines(keepends=True)
    for k, line in enumerate(lines):
        key, colon, _ = line.partition(":")
        if colon and not key.strip().startswith("#"):
            text = "".join([*lines[:k], f"{key}: {value}\n", *lines[k + 1 :]])
            for fault in examined(tmp_path / "small.yaml", text):
                assert all(spoken(fault))
