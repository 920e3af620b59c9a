"""The shipped cases and the catalogue: without fault, sourced, in both languages, and true to their sources."""

import numpy as np
import pytest
from jsonschema import Draft202012Validator

import mcda
from mcda.expression import KINDS
from mcda.figures import known, scenario_of, tabulate
from mcda.files import schema, shipped, starter
from mcda.files.case import examine
from mcda.files.catalogue import Catalogue
from mcda.files.yaml import Map, Seq, read
from mcda.language import LANGUAGES, Text
from mcda.model import Direction, Need, Problem, Standing

CASES = shipped.cases()


@pytest.fixture(scope="module")
def steel():
    return mcda.load("hebei-steel")


@pytest.fixture(scope="module")
def pathways():
    return mcda.load("green-pathways")


def plain(tree):
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items()}
    return [plain(value) for value in tree] if isinstance(tree, list) else tree


def chinese(text):
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def texts(tree, path=""):
    """Every mapping with `en` or `zh`, and every text that stands where one belongs."""
    for key, value in tree.items() if isinstance(tree, Map) else enumerate(tree):
        here = f"{path}.{key}"
        told = key in ("label", "title", "question", "note", "why", "about")
        if told or (isinstance(value, Map) and {"en", "zh"} & value.keys()):
            yield here, value
        if isinstance(value, Map | Seq):
            yield from texts(value, here)


def figures(problem: Problem):
    yield from ((name, parameter.figure) for name, parameter in problem.parameters.items())
    for column in problem.columns.values():
        yield from ((f"{column.id} of {option}", figure) for option, figure in column.figures.items())
        if column.absent is not None:
            yield f"{column.id}, absent", column.absent


def test_both_cases_are_shipped():
    assert CASES == ["green-pathways", "hebei-steel"]
    assert [name for name, *_ in shipped.headings()] == CASES


@pytest.mark.parametrize("name", CASES)
def test_a_shipped_case_has_no_fault_in_any_scenario(name):
    file = shipped.folder("cases").joinpath(f"{name}.yaml")
    problem, faults = examine(file, file.name)
    assert faults == []
    assert problem.id == name


@pytest.mark.parametrize("name", CASES)
def test_a_shipped_case_fits_the_schema_for_editors(name):
    tree = plain(read(shipped.folder("cases").joinpath(f"{name}.yaml")))
    checker = Draft202012Validator(schema.Case.model_json_schema(by_alias=True))
    checker.check_schema(checker.schema)
    assert [error.json_path for error in checker.iter_errors(tree)] == []


def test_the_schema_for_editors_refuses_what_the_toolkit_refuses():
    checker = Draft202012Validator(schema.Case.model_json_schema(by_alias=True))
    tree = plain(read(shipped.folder("cases").joinpath("hebei-steel.yaml")))
    assert not checker.is_valid({**tree, "sauces": {}})
    assert not checker.is_valid({**tree, "Id": tree["id"]})
    assert not checker.is_valid({**tree, "parameters": {"price": {"unit": "t", "value": "1"}}})


@pytest.mark.parametrize(
    "part", ["sources", "parameters", "attributes", "criteria", "alternatives", "requirements", "scenarios"]
)
def test_the_schema_for_editors_refuses_ids_that_the_toolkit_refuses(part):
    checker = Draft202012Validator(schema.Case.model_json_schema(by_alias=True))
    tree = plain(read(shipped.folder("cases").joinpath("hebei-steel.yaml")))
    assert checker.is_valid(tree)
    whole = next(iter(tree[part].values()))
    for wrong in ("Grid factor", "电价", "9lives", "x" * 61):
        assert not checker.is_valid({**tree, part: {**tree[part], wrong: whole}})
    nested = {"label": {"en": "All", "zh": "全部"}, "criteria": {"Cost": tree["criteria"]["cost"]}}
    assert not checker.is_valid({**tree, "criteria": {"everything": nested}})


@pytest.mark.parametrize("name", CASES)
def test_every_text_of_a_shipped_case_stands_in_both_languages(name):
    for path, words in texts(read(shipped.folder("cases").joinpath(f"{name}.yaml"))):
        assert isinstance(words, Map), path
        assert words["en"].strip(), path
        assert not chinese(words["en"].replace("亿", "")), path  # the unit may be explained
        assert chinese(words["zh"]), path


@pytest.mark.parametrize("name", CASES)
def test_every_figure_of_a_shipped_case_has_a_standing_and_a_source_or_an_author(name):
    problem = mcda.load(name)
    raw = read(shipped.folder("cases").joinpath(f"{name}.yaml"))
    for where, figure in figures(problem):
        assert figure.place.line, where
        if figure.standing in (Standing.PUBLISHED, Standing.CALCULATED):
            assert figure.source in problem.sources, where
            assert figure.standing is Standing.PUBLISHED or figure.derivation, where
        else:
            assert figure.whose, where
        if figure.low is not None or figure.high is not None:
            assert figure.ends in ("bounds", "p10-p90", "studies", "cases"), where
    assert all(judgement["standing"] and judgement["who"] for judgement in raw["judgements"])
    assert all(rule["standing"] and rule["whose"] for rule in raw.get("incidence", {}).values())
    assert all(fact["source"] in problem.sources for fact in raw.get("regions", {}).get("indicators", {}).values())


@pytest.mark.parametrize("name", CASES)
def test_every_source_of_a_shipped_case_is_cited_and_says_how_far_it_was_seen(name):
    for source in mcda.load(name).sources.values():
        assert source.cite
        assert source.seen in ("opened", "excerpt", "memory")


@pytest.mark.parametrize("name", CASES)
def test_the_judgements_of_a_shipped_case_are_marked_as_placeholders(name):
    assert {judgement.standing for judgement in mcda.load(name).judgements} == {Standing.PLACEHOLDER}


STEEL = {  # cost in USD@2020/t, emissions in tCO2/t; Mission Possible Partnership (2022), Steel Transition model,
    # input data (CAPEX OPEX Per Technology, Technology Business Cases, Power Model), 7 %, 20 years, utilisation 0.8,
    # no carbon price, relining in place of a new plant for furnaces that stand; grid of 0.48 tCO2/MWh
    "bf_bof_average": (364.0, 2.434),
    "scrap_eaf": (439.7, 0.468),
    "smelting_reduction_ccus": (550.2, 0.736),
    "h2_dri_eaf_100": (670.7, 0.880),
}


@pytest.mark.parametrize(("route", "cost", "emissions"), [(name, *found) for name, found in STEEL.items()])
def test_cost_and_emissions_of_a_steel_route_come_back_from_its_parts(route, cost, emissions, steel):
    at = [a.id for a in steel.alternatives].index(route)
    values = known(steel)
    assert values["cost"][at] == pytest.approx(cost, abs=0.05)
    assert values["emissions"][at] == pytest.approx(emissions, abs=0.0005)


def test_hydrogen_steel_from_grid_power_emits_more_than_todays_furnace(steel):
    at = [a.id for a in steel.alternatives].index("h2_dri_eaf_100")
    emissions = known(steel, scenario_of(steel, "grid_hydrogen"))["emissions"]
    assert emissions[at] == pytest.approx(2.611, abs=0.0005)
    assert emissions[at] > STEEL["bf_bof_average"][1]


def test_three_steel_routes_are_set_apart_by_time_scrap_and_biomass(steel):
    apart = tabulate(steel, steel.scenarios["base"]).apart
    assert {name: [breach.requirement for breach in broken] for name, broken in apart.items()} == {
        "molten_oxide_electrolysis_eaf": ["available"],
        "scrap_eaf": ["scrap"],
        "bf_bof_bio_pci": ["biomass"],
    }


def test_scrap_runs_out_at_a_tonnage_of_8_785_megatonnes_a_year(steel):
    (breach,) = tabulate(steel, steel.scenarios["base"]).apart["scrap_eaf"]
    turning = next(turning for turning in breach.turnings if turning.parameter == "tonnage")
    assert turning.value == pytest.approx(10 / 1.1383)  # Mt/year of scrap, t of scrap per t of steel
    assert turning.value == pytest.approx(8.785, abs=0.0005)
    assert turning.unit == "Mt/year"


def test_scrap_steel_passes_todays_furnace_on_cost_at_a_carbon_price_of_230_yuan(steel):
    at = [[a.id for a in steel.alternatives].index(name) for name in ("bf_bof_average", "scrap_eaf")]
    gaps = [np.subtract(*known(steel, scenario_of(steel, name))["cost"][at]) for name in ("base", "cp_100")]
    assert 100 * gaps[0] / (gaps[0] - gaps[1]) == pytest.approx(230, abs=1)


EQUITY = {  # population-weighted Gini of provincial income per head before minus after 1 % of GDP is moved; NBS 2019
    # (GDP, residents), CEADs 2019 (CO2 by sector); nation, east, centre, west, by Lorenz curves from the same shares
    "just_transition_support": (0.004171, 0.007549, 0.002473, -0.001403),
    "ets_expansion": (-0.002844, -0.004154, -0.001013, -0.000972),
    "policy_coordination": (0.001946, 0.001807, 0.000856, 0.001143),
    "green_finance": (0.0, 0.0, 0.0, 0.0),
}


@pytest.mark.parametrize("option", EQUITY)
def test_regional_equity_of_an_intervention_in_the_nation_and_in_each_region(option, pathways):
    at = [a.id for a in pathways.alternatives].index(option)
    scenarios = [scenario_of(pathways, name) for name in ("base", "east", "centre", "west")]
    found = [known(pathways, scenario)["regional_equity"][at] for scenario in scenarios]
    assert found == pytest.approx(EQUITY[option], abs=5e-7)


def test_thirty_provinces_are_grouped_as_the_paper_does_and_tibet_is_left_out(pathways):
    places = pathways.geography.spots
    assert len({place.id for place in places}) == 30
    assert [sum(place.group == group for place in places) for group in ("east", "centre", "west")] == [11, 8, 11]
    assert {*pathways.geography.left_out} == {"tibet"}


def test_the_placeholder_scores_of_the_pathways_are_marked(pathways):
    scored = [
        c.id
        for c in pathways.criteria
        if c.scale.kind is Need.ORDER and c.id not in ("public_cost", "emissions_avoided")
    ]
    assert len(scored) == 6
    for name in scored:
        found = pathways.columns[name].figures.values()
        assert {(figure.standing, figure.verified) for figure in found} == {(Standing.PLACEHOLDER, False)}


ENTRIES = {entry.id: entry for entry in Catalogue()}


@pytest.mark.parametrize("name", ENTRIES)
def test_a_criterion_of_the_catalogue_is_whole_and_bilingual(name):
    entry = ENTRIES[name]
    for words in (entry.title, entry.definition, entry.measure):
        assert isinstance(words, Text)
        assert words.en.strip()
        assert not chinese(words.en)
        assert chinese(words.zh)
    assert entry.sources
    assert set(entry.kinds) <= set(KINDS)
    assert entry.direction in (Direction.MAX, Direction.MIN, Direction.TARGET)


@pytest.mark.parametrize("name", ENTRIES)
def test_every_level_of_an_ordinal_scale_is_anchored(name):
    for scale in ENTRIES[name].scales.values():
        keys = [level.key for level in scale.levels]
        if scale.kind is Need.ORDER:
            assert keys == list(range(keys[0], keys[0] + len(keys)))
            assert len(keys) >= 2
        anchors = {level.label.in_(lang) for level in scale.levels for lang in LANGUAGES}
        assert len(anchors) == 2 * len(keys)
        assert all(chinese(level.label.zh) for level in scale.levels)


def test_readiness_has_nine_levels_on_one_scale_and_eleven_on_the_other():
    scales = ENTRIES["technological_maturity"].scales
    assert {name: [level.key for level in scale.levels] for name, scale in scales.items()} == {
        "trl_1_9": list(range(1, 10)),
        "iea_1_11": list(range(1, 12)),
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_starter_passes_as_it_is_written(lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written = starter.write("my-case", lang)
    problem, faults = examine(tmp_path / written, written)
    assert faults == []
    assert mcda.rank(problem).ranks.tolist() == [2, 1]
    assert chinese((tmp_path / written).read_text(encoding="utf-8").splitlines()[0]) == (lang == "zh")


@pytest.mark.parametrize("name", ["My Case", "案例", "1", "-x", "a" * 61, ""])
def test_the_starter_refuses_a_name_that_can_be_no_id(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(mcda.MCDAError) as caught:
        starter.write(name, "en")
    assert caught.value.faults[0].code == "case_name"
    assert [*tmp_path.iterdir()] == []


def test_the_starter_leaves_a_file_that_is_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text("id: mine", encoding="utf-8")
    with pytest.raises(mcda.MCDAError) as caught:
        starter.write("mine", "en")
    assert caught.value.faults[0].code == "file_exists"
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "id: mine"


@pytest.mark.parametrize("name", ["hebei-stel", "x" * 5000, "x\0.yaml", "nothing/here.yaml", "here.yaml", ".", ""])
def test_a_case_that_is_not_there_is_told(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(mcda.MCDAError):
        mcda.load(name)


def test_a_misspelt_case_is_told_with_the_one_that_may_be_meant():
    with pytest.raises(mcda.MCDAError) as caught:
        mcda.load("hebei-stel")
    assert "hebei-steel" in caught.value.faults[0].mend("en")
