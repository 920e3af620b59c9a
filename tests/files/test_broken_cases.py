"""A slip in a case file is told: what, on which line, why it matters and how to mend it, in both languages."""

from dataclasses import dataclass

import pytest

from mcda.files.shipped import folder
from mcda.language import LANGUAGES
from mcda.language.sentences.faults import case, formula


@dataclass(frozen=True)
class Slip:
    """One replacement in a case file, and the code of its fault.

    `at` begins what stands on the line that the fault must name (else what was put in), `tells` are words of its
    remedy in either language, `brings` the codes of faults that follow from it.
    """

    code: str
    old: str
    new: str
    at: str = ""
    tells: str = ""
    brings: str = ""


NEAR = "unknown_name_near"
COST = "    unit: CNY@2024/t\n    range: [2000, 4000]\n    formula: other_costs + power * power_price\n"
FORMULA = "    formula: other_costs + power * power_price\n"
GIVEN = "    standing: placeholder\n    whose: authors\n    values: {today: 2500, new: 2600}\n"
DOUBTS = "    ends: bounds\n    standing: placeholder\n    whose: authors\n"
SCALE = "    scale: trl_1_9\n"
LEVELS = "      today: 9\n      new: {level: 7, low: 6, high: 8, ends: bounds}\n"
MATURITY = f"  technological_maturity:\n{SCALE}    standing: placeholder\n    whose: authors\n    values:\n{LEVELS}"
SET = "    set:\n      power_price: 600\n"
RANGES = "    ranges:\n      cost: [2000, 4000]\n      emissions: [0, 3]\n"
ON_LEVELS = "      cost > technological_maturity: 2\n      emissions > technological_maturity: 2\n"
MORE = ("chokepoint_relief", "coordination_gain", "ecological_value", "employment_retention", "lock_in_risk",
        "market_readiness", "transition_support")  # fmt: skip
SEVEN_MORE = "".join(f"  {name}:\n{GIVEN.replace('2500', '3').replace('2600', '3')}" for name in MORE)
HEN_AND_EGG = "  egg:\n    unit: t\n    formula: hen * 2\n  hen:\n    unit: t\n    formula: egg / 2\n"


def cost(written):
    return f"    formula: {written}\n"


def fuel(rate, written):
    """A price in USD, an exchange rate in some unit, and what fuel costs by some formula."""
    given = "    value: 7\n    standing: placeholder\n    whose: authors\n"
    prices = f"  usd_rate:\n    unit: {rate}\n{given}  fuel_price:\n    unit: USD@2020/MWh\n{given}"
    return f"{prices}attributes:\n  fuel_bill:\n    unit: CNY@2024/t\n    formula: {written}\n"


def red_line(figure, limits):
    return f"requirements:\n  clean:\n    label: Clean\n    figure: {figure}\n{limits}    why: dirty\nscenarios:\n"


def branch(name):
    inner = "".join(f"    {line}\n" for line in MATURITY.splitlines())
    return f"  {name}:\n    label: Branch\n    criteria:\n{inner}"


NAMES = {
    "criterion": Slip(NEAR, MATURITY, MATURITY.replace("maturity", "maturty"), "", "technological_maturity"),
    "parameter of a scenario": Slip(NEAR, "power_price: 600", "power_prise: 600", "", "power_price"),
    "column of a scenario": Slip(NEAR, SET, "    figures:\n      emision:\n        new: 1\n", "        new: 1",
                                 "emissions"),
    "option of a scenario": Slip("unknown_name", SET, "    figures:\n      emissions:\n        gnu: 1\n",
                                 "        gnu: 1",
                                 "today, new"),
    "option": Slip("unknown_name", "      new: 0.9", "      gnu: 0.9", "", "today, new"),
    "source": Slip(NEAR, "new: 0.9", "new: {value: 0.9, standing: published, source: reprot}", "", "report"),
    "scale": Slip(NEAR, SCALE, "    scale: trl_1_8\n", "", "trl_1_9"),
    "shared draw": Slip(NEAR, DOUBTS, f"    moves_with: power\n{DOUBTS}", "", "power_price"),
    "pathway": Slip(NEAR, "pathway: technology", "pathway: tecnology", "  new:\n    label", "technology"),
    "mechanism": Slip(NEAR, "[innovation]", "[inovation]", "  new:\n    label", "innovation"),
    "side of a pair": Slip(NEAR, "cost > emissions: 1", "cost > emission: 1", "", "emissions"),
    "range in view": Slip("unknown_name", RANGES, f"{RANGES}      power: [0, 3]\n", "      power: [",
                          "emissions, cost"),
    "method": Slip(NEAR, "method: topsis", "method: topsiss", "", "topsis"),
    "option of a method": Slip(NEAR, "scaling: vector", "scalng: vector", "  options:\n", "scaling"),
    "weighting": Slip(NEAR, "weights: ahp", "weights: ahpp", "", "ahp"),
    "scenario of the plan": Slip(NEAR, "  weights: ahp", "  scenario: dear_powr\n  weights: ahp", "", "dear_power"),
    "way to priorities": Slip(NEAR, "  weights: ahp", "  priorities: colum_mean\n  weights: ahp", "", "column_mean"),
    "random index": Slip(NEAR, "  weights: ahp", "  random_index: saty\n  weights: ahp", "", "saaty"),
    "attribute like a criterion": Slip("name_clash", "attributes:\n",
                                       "attributes:\n  cost:\n    unit: t\n    formula: '0'\n",
                                       "  cost:\n    unit: t\n"),
    "id unlike the file": Slip("id_file", "id: small", "id: other"),
}  # fmt: skip

UNITS = {
    "energy as emissions": Slip("unit_kind", "unit: tCO2/t", "unit: kWh/t"),
    "money of no product": Slip("unit_kind", COST, f"    unit: CNY@2024\n{GIVEN}", "    unit: CNY@2024\n"),
    "emissions of no product": Slip("unit_kind", "unit: tCO2/t", "unit: tCO2"),
    "unknown": Slip("unit_unknown", "unit: tCO2/t", "unit: tCO3/t", "", "tCO2, kg"),
    "grammar": Slip("unit_grammar", "unit: tCO2/t", "unit: tCO2 per t", "", "USD@2020/t"),
    "none": Slip("unit_missing", "    unit: tCO2/t\n", "", "  emissions:\n    #", "unit:"),
    "no price year": Slip("unit_price_year", COST, COST.replace("@2024", ""), "", "CNY@2024"),
    "no price year of a price": Slip("unit_price_year", "unit: CNY@2024/MWh", "unit: CNY/MWh", "", "CNY@2024"),
    "Chinese money": Slip("unit_price_year", COST, COST.replace("CNY@2024", "万元"), "", "CNY@2024"),
    "another money than the case": Slip("money_base", COST, f"    unit: USD@2020/t\n{GIVEN}", "", "money:"),
    "two moneys in a column": Slip("figure_unit", FORMULA, GIVEN.replace("2600", "{value: 400, unit: USD@2020/t}"),
                                   "    values: {today"),
    "exchange rate multiplied": Slip("rate_multiplied", "attributes:\n", fuel("USD@2020/CNY@2024",
                                     "power * fuel_price * usd_rate"),
                                     "    formula: power * fuel", "usd_rate"),
    "exchange rate divided": Slip("rate_divided", "attributes:\n", fuel("CNY@2024/USD@2020",
                                  "power * fuel_price / usd_rate"),
                                  "    formula: power * fuel", "usd_rate"),
    "exchange rate missing": Slip("rate_missing", "attributes:\n", fuel("CNY@2024/USD@2020", "power * fuel_price"),
                                  "    formula: power * fuel", "usd_rate"),
    "exchange rate missing in a sum": Slip("rate_missing", "attributes:\n", fuel("CNY@2024/USD@2020",
                                           "other_costs + power * fuel_price"),
                                           "    formula: other_costs + power * fuel", "usd_rate"),
    "price missing": Slip("formula_units", FORMULA, cost("other_costs + power")),
    "unlike things added": Slip("formula_units", FORMULA, cost("other_costs * power + power_price")),
    "logarithm of a price": Slip("formula_pure", FORMULA, cost("other_costs * log(power_price)")),
    "limit unlike its figure": Slip("formula_units", "scenarios:\n", red_line("emissions", "    at_most: power\n"),
                                    "    at_most: power"),
}  # fmt: skip

FORMULAS = {
    "circle": Slip("formula_circle", "attributes:\n", f"attributes:\n{HEN_AND_EGG}", "    formula: hen * 2"),
    "unknown name": Slip(NEAR, FORMULA, cost("other_costs + power * power_prise"), "", "power_price"),
    "unknown name in a red line": Slip("formula_name", "scenarios:\n", red_line("emission", "    at_most: 2\n"),
                                       "    figure: emission\n"),
    "full-width plus": Slip("formula_wide", FORMULA, cost("other_costs ＋ power * power_price")),
    "full-width brackets": Slip("formula_wide", FORMULA, cost("other_costs + （power * power_price）")),
    "comparison": Slip("formula_character", FORMULA, cost("other_costs < power"), "", "sqrt"),
    "unknown function": Slip("formula_refused", FORMULA, cost("abs(other_costs)"), "", "sqrt"),
    "unfinished": Slip("formula_grammar", FORMULA, cost("other_costs + power *"), "", "sqrt"),
    "root of two": Slip("formula_arguments", FORMULA, cost("sqrt(other_costs, power)")),
    "too long": Slip("formula_too_long", FORMULA, cost("other_costs" + " + 1" * 200)),
    "too large a number": Slip("formula_number", FORMULA, cost("other_costs * 1e301")),
    "division by zero": Slip("formula_zero", FORMULA, cost("other_costs / (power / power - 1)"), "",
                             "max(power / power - 1"),
    "no finite number": Slip("formula_infinite", FORMULA, cost("other_costs * log(0)")),
}  # fmt: skip

FIGURES = {
    "low above mode": Slip("figure_order", "low: 1.9", "low: 2.2", "      today: {low", "low, high"),
    "low above mode of a price": Slip("figure_order", "low: 350", "low: 500", "  power_price:\n", "low, high"),
    "two numbers": Slip("figure_number", "new: 0.9", "new: {value: 0.9, mode: 0.8}", "", "mode"),
    "range without a mode": Slip("figure_number", "new: 0.9", "new: {low: 0.9, high: 0.9}", "", "mode"),
    "levels without a level": Slip("figure_number", "level: 7, ", "", "      new: {low: 6", "mode"),
    "range without ends": Slip("ends_missing", ", ends: bounds}\n      new: 0.9", "}\n      new: 0.9", "", "ends:"),
    "published without source": Slip("source_missing", "new: 0.9", "new: {value: 0.9, standing: published}", "",
                                     "sources"),
    "calculated from nothing": Slip("derivation_missing", "new: 0.9",
                                    "new: {value: 1, standing: calculated, source: report}"),
    "nobody's judgement": Slip("whose_missing", DOUBTS, "    ends: bounds\n    standing: judgement\n",
                               "  power_price:\n"),
    "no standing": Slip("standing_missing", DOUBTS, "    ends: bounds\n", "  power_price:\n", "placeholder"),
    "missing": Slip("figure_missing", "      new: 0.9\n", "", "  emissions:\n    #", "missing: worst, leave-out"),
    "level off the scale": Slip("level_outside", "today: 9\n", "today: 10\n", "",
                                "mcda criteria technological_maturity"),
    "half a level": Slip("level_outside", "today: 9\n", "today: 8.5\n"),
    "level off the scale for the rest": Slip("level_outside", LEVELS, "      today: 9\n    absent: 12\n",
                                             "    absent: 12"),
    "level off the scale in a scenario": Slip("level_outside", SET,
                                              "    figures:\n      technological_maturity:\n        new: 12\n",
                                              "        new: 12"),
    "value of no level": Slip("level_unknown", SCALE, f"{SCALE}    levels: {{12: 3}}\n", "    levels: {12",
                              "mcda criteria"),
    "no figures at all": Slip("column_ways", FORMULA, "", "  cost:\n"),
    "own ordinal scale without levels": Slip("own_levels", SCALE, "    own: {direction: max, kind: ordinal}\n",
                                             "    own: {", "kind: ordinal"),
    "range turned round": Slip("range_order", "range: [0, 3]", "range: [3, 0]"),
    "outside its range": Slip("range_outside", "new: 0.9", "new: 9"),
    "outside its range in a scenario": Slip("range_outside", SET, "    figures:\n      emissions:\n        new: 9\n",
                                            "        new: 9"),
    "target of a criterion without": Slip("target", "range: [0, 3]", "target: 2", "  emissions:\n    #", "target:"),
    "equity without regions": Slip("equity_without_regions", f"    values:\n{LEVELS}", "    equity: theil_between\n",
                                   "  technological_maturity:\n", "regions, incidence"),
    "criterion in two branches": Slip("criterion_twice", MATURITY, MATURITY + branch("again"),
                                      "      technological_maturity:\n",
                                      brings="matrix_apart"),
    "two baselines": Slip("baseline_twice", "    pathway: technology\n", "    baseline: true\n", "  new:\n    label",
                          "baseline: true"),
    "two limits": Slip("requirement_limit", "scenarios:\n", red_line("emissions", "    at_most: 2\n    at_least: 1\n"),
                       "  clean:\n"),
    "no limit": Slip("requirement_limit", "scenarios:\n", red_line("emissions", ""), "  clean:\n"),
}  # fmt: skip

JUDGEMENTS = {
    "not side by side": Slip("pair_siblings", ON_LEVELS, f"{ON_LEVELS}      technology > cost: 1\n", "", "",
                             "pair_siblings"),
    "alike but not side by side": Slip("pair_siblings", ON_LEVELS,
                                       "      technology > cost: 1\n      cost=technological_maturity: 1\n",
                                       "      cost=technological"),
    "no comparison": Slip("pair_grammar", "cost > emissions: 1", "cost emissions: 1", "", "cost > emissions: 2"),
    "twelve": Slip("pair_value", "cost > technological_maturity: 2", "cost > technological_maturity: 12", "", "1, 9"),
    "equal but two": Slip("pair_equal", "cost > emissions: 1", "cost = emissions: 2"),
    "asked twice": Slip("pair_twice", ON_LEVELS, f"{ON_LEVELS}      emissions > cost: 1\n", "      emissions > cost"),
    "apart": Slip("matrix_apart", ON_LEVELS, "", "  - who: authors", "cost, technological_maturity"),
    "ten side by side": Slip("siblings", MATURITY, MATURITY + SEVEN_MORE, "  - who: authors", "", "matrix_apart"),
    "no ranges in view": Slip("judgement_ranges", RANGES, "", "  - who: authors", "ranges:"),
    "one range not in view": Slip("judgement_ranges", "      emissions: [0, 3]\n", "", "    ranges:\n", "ranges:"),
    "another form": Slip("judgement_form", "weights: ahp", "weights: points", "  - who: authors", "mcda methods"),
}  # fmt: skip

SHAPES = {
    "duplicate key": Slip("yaml_duplicate", "      new: 0.9\n", "      new: 0.9\n      new: 0.8\n", "      new: 0.8"),
    "anchor": Slip("yaml_anchor", "new: 0.9", "new: &n 0.9"),
    "alias": Slip("yaml_anchor", "new: 0.9", "new: *n"),
    "merge key": Slip("yaml_anchor", "      new: 0.9\n", "      <<: {new: 0.9}\n"),
    "tag": Slip("yaml_tag", "new: 0.9", "new: !!float 0.9"),
    "tab": Slip("yaml_syntax", "      power_price: 600", "\tpower_price: 600"),
    "control character": Slip("yaml_syntax", "en: My case", "en: My\x07case"),
    "second document": Slip("yaml_documents", "alternatives:\n", "---\nalternatives:\n"),
    "brackets within brackets": Slip("yaml_deep", "range: [0, 3]", f"range: {'[' * 50}{']' * 50}"),
    "list as a key": Slip("yaml_key", "      new: 0.9", "      [new]: 0.9"),
    "not a number": Slip("yaml_number", "new: 0.9", "new: .nan", "", "values"),
    "infinite": Slip("yaml_number", "new: 0.9", "new: 1e400"),
    "full-width colon": Slip("yaml_wide_colon", "power_price: 600", "power_price：600"),
    "full-width colon between keys": Slip("yaml_wide_colon", "      zh: 电价", "      zh：电价"),
    "full-width colon before a comment": Slip("yaml_wide_colon", "money: CNY@2024", "money：CNY@2024"),
    "unknown field": Slip(NEAR, "  method: topsis", "  methd: topsis", "", "method"),
    "unknown field of a criterion": Slip(NEAR, FORMULA, FORMULA.replace("formula", "formla"), "", "formula"),
    "unknown field of a source": Slip(NEAR, "    seen: opened", "    seeen: opened", "", "seen"),
    "field missing": Slip("field_missing", "    form: pairs\n", "", "  - who: authors"),
    "one language missing": Slip("field_missing", "  zh: 我的案例\n", "", "title:\n"),
    "word for a number": Slip("field_wrong", "new: 0.9", "new: nine"),
    "words for a list": Slip("field_wrong", "range: [0, 3]", "range: 0 to 3"),
    "yes for true": Slip("field_wrong", "baseline: true", "baseline: yes", "", "true, false"),
    "no such word": Slip("field_wrong", "seen: opened", "seen: openned", "", "opened, excerpt"),
    "capital in an id": Slip("field_wrong", "  power_price:\n    label", "  Power:\n    label", "", "a-z"),
}  # fmt: skip

REGIONS = {
    "nobody lives there": Slip("indicator_positive", "{population: 995, ", "{population: 0, ", "", "left_out"),
    "everything moves": Slip("moved_share", "    value: 0.01\n", "    value: 1\n", "  equity_sum:\n", "0.01"),
    "group of a place": Slip(NEAR, "zh: 海南\n      group: east", "zh: 海南\n      group: eest", "      group: eest",
                             "east"),
    "region of a scenario": Slip(NEAR, "region: west", "region: wset", "", "west"),
    "indicator that weights": Slip(NEAR, "  population: population", "  population: populatoin", "", "population"),
    "indicator in a rule": Slip(NEAR, "rule: co2_storage", "rule: co2_storag", "", "co2_storage"),
    "no figure of a place": Slip("indicator_missing", "{population: 995, ", "{", "      values: {gdp: 5330.8",
                                 "left_out"),
    "negative part": Slip("incidence_negative", "rule: co2_storage", "rule: 0 - co2_storage", "", "kind: burden"),
    "unlike things added": Slip("formula_units", "rule: co2_storage", "rule: co2_storage + gdp"),
    "option of a rule": Slip(NEAR, "  ccus_hubs:\n    kind", "  ccus_hub:\n    kind", "", "ccus_hubs",
                             "incidence_missing"),
    "nobody's rule": Slip("whose_missing", "rule: co2_storage\n    standing: judgement\n    whose: authors\n",
                          "rule: co2_storage\n    standing: judgement\n", "  ccus_hubs:\n    kind"),
}  # fmt: skip

PARTS = {
    "names": NAMES,
    "units": UNITS,
    "formulas": FORMULAS,
    "figures": FIGURES,
    "judgements": JUDGEMENTS,
    "shapes": SHAPES,
}
SLIPS = {f"{part}: {what}": slip for part, slips in PARTS.items() for what, slip in slips.items()}


def chinese(text):
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def check(faults_of, text, slip, name="small"):
    assert text.count(slip.old) == 1, "a slip is a single replacement"
    text = text.replace(slip.old, slip.new)
    line = text[: text.index(slip.at or slip.new.splitlines()[0])].count("\n") + 1
    faults = faults_of(text, name)
    assert sorted(fault.code for fault in faults) == sorted(
        [slip.code, *slip.brings.split(", ")] if slip.brings else [slip.code]
    )
    fault = next(fault for fault in faults if fault.code == slip.code)
    assert (fault.place.file, fault.place.line) == (f"{name}.yaml", line)
    assert all(part(lang) for part in (fault.what, fault.why, fault.mend) for lang in LANGUAGES)
    assert all(chinese(part("zh")) for part in (fault.what, fault.why, fault.mend))
    assert all(word in fault.mend(lang) for word in slip.tells.split(", ") for lang in LANGUAGES)


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_gives_its_one_fault_at_its_line_with_a_remedy(slip, small, faults_of):
    branched = small.replace(MATURITY, branch("technology"))
    check(faults_of, branched if slip.code == "pair_siblings" else small, slip)


@pytest.mark.parametrize("slip", REGIONS.values(), ids=REGIONS)
def test_a_slip_among_regions_gives_its_one_fault_at_its_line_with_a_remedy(slip, faults_of):
    text = folder("cases").joinpath("green-pathways.yaml").read_text(encoding="utf-8")
    check(faults_of, text, slip, "green-pathways")


def test_every_fault_of_a_case_and_of_a_formula_has_a_slip():
    elsewhere = {"kind_unknown", "challenge_unknown", "levels_gap", "range_missing"}  # the catalogue's, and a method's
    tried = {code for slip in [*SLIPS.values(), *REGIONS.values()] for code in [slip.code, *slip.brings.split(", ")]}
    assert {*case.FAULTS, *formula.FAULTS} - tried == elsewhere


def test_the_case_without_a_slip_has_no_fault(small, faults_of):
    assert faults_of(small) == []
