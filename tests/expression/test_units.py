"""Units: what can be read, what it amounts to, and what may be added to what."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mcda.errors import FormulaError
from mcda.expression import KINDS, NONE, Number, evaluate, in_unit, is_kind, parse, parse_unit, unit_of_tree


def factor(unit, other):
    """How many of the other unit one of this is."""
    a, b = parse_unit(unit), parse_unit(other)
    assert a.powers == b.powers
    return a.factor / b.factor


def converted(text, wanted, values, **units):
    """The value of a formula, in the unit that is wanted."""
    known = {name: parse_unit(unit) for name, unit in units.items()}
    return evaluate(in_unit(parse(text), known, parse_unit(wanted), text), values, text)


def refused(text, wanted, **units):
    with pytest.raises(FormulaError) as caught:
        in_unit(parse(text), {name: parse_unit(unit) for name, unit in units.items()}, parse_unit(wanted), text)
    (fault,) = caught.value.faults
    return fault.code, text[slice(*fault.excerpt[1:])]


@pytest.mark.parametrize(
    ("unit", "other", "times"),
    [
        ("MWh", "kWh", 1000), ("kWh", "MJ", 3.6), ("GJ", "MWh", 1 / 3.6), ("tce", "GJ", 29.3076), ("PJ", "GJ", 1e6),
        ("t", "kg", 1000), ("Mt", "t", 1e6), ("kt", "kg", 1e6), ("g", "kg", 1e-3), ("GtCO2", "MtCO2", 1000),
        ("kgCO2", "tCO2", 1e-3), ("year", "h", 8760), ("day", "h", 24), ("MW*h", "MWh", 1), ("GW·year", "GWh", 8760),
        ("万CNY@2024", "CNY@2024", 1e4), ("亿CNY@2023", "万CNY@2023", 1e4), ("万t", "kt", 10), ("亿CNY@2024/year", "CNY@2024/year", 1e8),
        ("1e4*person", "person", 1e4), ("万person", "1e4*person", 1), ("%", "1", 0.01), ("‰", "%", 0.1), ("m3", "L", 1000),
        ("ha", "m2", 1e4), ("km2", "ha", 100), ("m*m", "m2", 1), ("m^3", "m3", 1), ("t^-1", "1/t", 1), ("2.5*t", "t", 2.5),
        ("USD@2020/(t/year)", "USD@2020*year/t", 1), ("USD@2020/(t/year)/year", "USD@2020/t", 1),
        ("USD@2020 / t", "USD@2020/t", 1), ("kWh/kg", "MWh/t", 1), ("kgCO2/kWh", "tCO2/MWh", 1), ("t/t", "1", 1),
    ],
)  # fmt: skip
def test_a_unit_is_so_many_of_another(unit, other, times):
    assert factor(unit, other) == pytest.approx(times, rel=1e-12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("t", "tCO2"), ("CNY@2020", "USD@2020"), ("CNY@2020", "CNY@2024"), ("W", "Wh"), ("person", "job"), ("m2", "m3"),
        ("1", "h"), ("tCO2/t", "1"),
    ],
)  # fmt: skip
def test_unlike_units_stay_apart(one, other):
    assert parse_unit(one).powers != parse_unit(other).powers


@pytest.mark.parametrize(
    "unit", ["CNY", "USD/t", "元/t", "万元", "亿元", "RMB@2020", "USD@20", "CNY@2100", "CNY@2024年"]
)
def test_money_without_currency_and_price_year_is_told(unit):
    with pytest.raises(FormulaError) as caught:
        parse_unit(unit)
    assert caught.value.faults[0].code == "unit_price_year"


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        ("tCO2e/t", "tCO2e"), ("MWh/ton", "ton"), ("mwh", "mwh"), ("Kg", "Kg"), ("吨", "吨"), ("t/Month", "Month"),
        ("USD@2020/t／h", "t／h"), ("a", "a"), ("万", "万"), ("$/t", "$"), ("__import__", "__import__"),
    ],
)  # fmt: skip
def test_an_unknown_unit_is_told_at_its_columns(unit, found):
    with pytest.raises(FormulaError) as caught:
        parse_unit(unit)
    (fault,) = caught.value.faults
    assert (fault.code, unit[slice(*fault.excerpt[1:])]) == ("unit_unknown", found)


@pytest.mark.parametrize(
    "unit",
    [
        "", "  ", "t t", "t/", "/t", "*t", "t**2", "t//h", "(t", "t)", "()", "t per h", "t" * 61, "t^", "t^x", "t^2.5",
        "t^1e3", "t^t", "(t/h)^", "t/0", "0*t", "t*0/0", "1e999*t", "kt^999", "1/kg^999", "EJ^99",
    ],
)  # fmt: skip
def test_what_is_no_unit_is_told(unit):
    with pytest.raises(FormulaError) as caught:
        parse_unit(unit)
    assert caught.value.faults[0].code.startswith("unit_")


@pytest.mark.parametrize(("unit", "found"), [("t t", "t"), ("  t h", "h"), ("t  )", ")")])
def test_the_columns_of_a_fault_are_those_of_the_text_as_it_was_written(unit, found):
    with pytest.raises(FormulaError) as caught:
        parse_unit(unit)
    text, start, end = caught.value.faults[0].excerpt
    assert text[start:end].strip() == found


@settings(deadline=None)
@given(st.text(max_size=30) | st.text("tkMhWyCO2^()/*·@万亿01.e% ", max_size=20))
def test_any_text_is_a_unit_or_refused(text):
    try:
        unit = parse_unit(text)
    except FormulaError as error:
        assert error.faults[0].what("zh")  # noqa: PT017
    else:
        assert 0 < unit.factor < float("inf")


@settings(deadline=None)
@given(
    st.sampled_from(["t", "kWh", "CNY@2024", "tCO2", "year", "m3", "%"]), st.sampled_from(["kg", "MJ", "h", "USD@2020"])
)
def test_a_unit_times_and_by_another_is_itself(one, other):
    a, b = parse_unit(one), parse_unit(other)
    assert (a * b / b).powers == a.powers
    assert (a * b / b).factor == pytest.approx(a.factor)
    assert (a / a).powers == NONE.powers


@pytest.mark.parametrize(
    ("unit", "shown"), [("kg", "t"), ("USD@2020/t", "USD@2020/t"), ("1/year", "1/h"), ("m3", "m^3"), ("%", "1")]
)
def test_a_unit_is_shown_by_its_bases(unit, shown):
    assert str(parse_unit(unit)) == shown


def test_a_unit_names_its_moneys():
    assert parse_unit("亿CNY@2023/USD@2020").money == ("CNY@2023", "USD@2020")


KIND = {
    "money": ["CNY@2024", "亿CNY@2023"],
    "money per year": ["亿CNY@2023/year"],
    "money per product": ["USD@2020/t", "CNY@2024/MWh", "CNY@2024/m3", "CNY@2024/GJ", "CNY@2024/m2"],
    "money per emissions": ["CNY@2024/tCO2"],
    "money per capacity": ["USD@2020/(t/year)", "CNY@2024/kW"],
    "emissions per product": ["tCO2/t", "kgCO2/kWh"],
    "emissions per year": ["MtCO2/year"],
    "mass per product": ["t/t", "kg/MWh"],
    "energy per product": ["MWh/t", "GJ/t", "MWh/MWh"],
    "volume per product": ["m3/t", "L/kWh"],
    "area per product": ["ha/MWh"],
    "share": ["%", "1"],
    "time": ["year", "h"],
    "jobs": ["job"],
    "jobs per product": ["job/t", "job/GWh"],
    "jobs per year": ["job/year"],
    "index": ["1"],
    "number": ["1"],
}


@pytest.mark.parametrize(("kind", "unit"), [(kind, unit) for kind, units in KIND.items() for unit in units])
def test_a_unit_is_of_its_kind(kind, unit):
    assert is_kind(parse_unit(unit), kind)


def test_every_kind_but_levels_has_a_unit_here():
    assert {*KIND, "level"} == {*KINDS}


@pytest.mark.parametrize(
    ("kind", "unit"),
    [
        ("money per product", "CNY@2024"), ("money per product", "tCO2/t"), ("money per product", "1"),
        ("money per product", "CNY@2024/year"), ("money per product", "CNY@2024/USD@2020/t"), ("money", "CNY@2024/t"),
        ("money per product", "CNY@2024/t^2"), ("money per emissions", "CNY@2024/t"), ("money per year", "CNY@2024"),
        ("money per capacity", "CNY@2024/t"), ("emissions per product", "tCO2"), ("emissions per product", "t/t"),
        ("emissions per year", "tCO2"), ("mass per product", "t"), ("mass per product", "tCO2/t"),
        ("energy per product", "MWh"), ("energy per product", "MW/t"), ("volume per product", "m3"),
        ("area per product", "m2"), ("jobs per product", "job"), ("jobs", "person"), ("share", "t"), ("time", "1"),
        ("level", "1"), ("nonsense", "1"),
    ],
)  # fmt: skip
def test_a_unit_is_of_no_other_kind(kind, unit):
    assert not is_kind(parse_unit(unit), kind)


@pytest.mark.parametrize(
    ("text", "wanted", "units", "values", "value"),
    [
        ("use * each", "MWh/t", {"use": "kg/t", "each": "kWh/kg"}, {"use": 73.0, "each": 49.4}, 3.6062),
        ("a + b", "MWh/t", {"a": "MWh/t", "b": "kWh/t"}, {"a": 1.0, "b": 500.0}, 1.5),
        ("b + a", "MWh/t", {"a": "MWh/t", "b": "kWh/t"}, {"a": 1.0, "b": 500.0}, 1.5),
        ("a - b - c", "kg", {"a": "t", "b": "kg", "c": "g"}, {"a": 1.0, "b": 1.0, "c": 1.0}, 998.999),
        ("min(a, b)", "t", {"a": "t", "b": "kg"}, {"a": 1.0, "b": 500.0}, 0.5),
        ("max(a, 0)", "kg", {"a": "t"}, {"a": 2.0}, 2000.0),
        ("0 - a", "t", {"a": "t"}, {"a": 2.0}, -2.0),
        ("(1 - a) * b", "t", {"a": "%", "b": "t"}, {"a": 25.0, "b": 8.0}, 6.0),
        ("a ** 2", "m2", {"a": "km"}, {"a": 2.0}, 4e6),
        ("exp(a)", "1", {"a": "%"}, {"a": 100.0}, 2.718281828459045),
        ("log(a / b)", "1", {"a": "t", "b": "kg"}, {"a": 1.0, "b": 1000.0}, 0.0),
        ("a", "CNY@2024", {"a": "亿CNY@2024"}, {"a": 2.0}, 2e8),
        ("cost / a / load", "USD@2020/t", {"cost": "USD@2020/(t/year)", "a": "year", "load": "1"},
         {"cost": 100.0, "a": 10.0, "load": 0.8}, 12.5),
        ("price / rate * (gas - free)", "USD@2020/t", {"price": "CNY@2020/tCO2", "rate": "CNY@2020/USD@2020",
         "gas": "tCO2/t", "free": "kgCO2/t"}, {"price": 690.03, "rate": 6.9003, "gas": 2.0, "free": 500.0}, 150.0),
    ],
)  # fmt: skip
def test_a_formula_comes_out_in_the_unit_that_is_wanted(text, wanted, units, values, value):
    assert converted(text, wanted, values, **units) == pytest.approx(value)


def test_zero_is_zero_in_any_unit():
    assert in_unit(parse("0"), {}, parse_unit("CNY@2024/t")) == Number(0.0, (0, 1))


RATE = {"base": "USD@2020/t", "price": "CNY@2020/tCO2", "rate": "CNY@2020/USD@2020", "gas": "tCO2/t"}


@pytest.mark.parametrize(
    ("text", "wanted", "units", "told"),
    [
        ("base + price / rate * gas + a", "USD@2020/t", {**RATE, "a": "USD@2020"}, ("formula_units", "a")),
        ("base + price * rate * gas", "USD@2020/t", RATE, ("rate_multiplied", "price * rate * gas")),
        ("base / rate + price * gas", "CNY@2020/t", RATE, ("rate_missing", "price * gas")),
        ("base / rate", "CNY@2020/t", RATE, ("rate_divided", "base / rate")),
        ("base + price * gas", "USD@2020/t", RATE, ("rate_missing", "price * gas")),
        ("base + a", "USD@2020/t", {"base": "USD@2020/t", "a": "USD@2024/t"}, ("formula_units", "a")),
        ("cost + power", "CNY@2024/t", {"cost": "CNY@2024/t", "power": "MWh/t"}, ("formula_units", "power")),
        ("steel + gas", "t", {"steel": "t", "gas": "tCO2"}, ("formula_units", "gas")),
        ("steel + 5", "t", {"steel": "t"}, ("formula_units", "5")),
        ("5", "t", {}, ("formula_units", "5")),
        ("log(steel)", "1", {"steel": "t"}, ("formula_pure", "steel")),
        ("steel ** steel", "1", {"steel": "t"}, ("formula_pure", "steel")),
        ("steel ** 0.5", "1", {"steel": "t"}, ("formula_pure", "steel")),
        ("成本 + steal", "t", {"成本": "t"}, ("formula_name", "steal")),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_at_its_columns(text, wanted, units, told):
    assert refused(text, wanted, **units) == told


@pytest.mark.parametrize("text", ["((a ** 6) ** 6) ** 6", "1 / ((a ** 6) ** 6) ** 6"])
def test_very_high_powers_of_a_unit_are_told(text):
    with pytest.raises(FormulaError):
        unit_of_tree(parse(text), {"a": parse_unit("EJ")}, text)
