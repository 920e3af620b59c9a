"""New forms of judgement, and plans that name them, as a case file holds them: read, and every slip told."""

import numpy as np
import pytest

import mcda
from mcda.files import starter
from mcda.files.case import examine
from mcda.language import LANGUAGES

RANGES = "    ranges:\n      cost: [2000, 4000]\n      emissions: [0, 3]\n"
BEST_WORST = """    best: cost
    worst: technological_maturity
    best_to_others: {emissions: 2, technological_maturity: 6}
    others_to_worst: {emissions: 3}
"""
CARDS = """    cards:
      criteria:
        order: [cost, _, [emissions, technological_maturity]]
        ratio: 3
"""
CONSTRAINTS = """    constraints:
      - cost >= emissions
      - "0.1 <= technological_maturity <= 0.3"
      - emissions >= 2*technological_maturity
"""
FORMS = {
    "best_worst": ("best_worst", BEST_WORST), "cards": ("deck_of_cards", CARDS), "constraints": ("constrained", CONSTRAINTS)
}  # fmt: skip
SECOND = "  - who: others\n    form: {form}\n" + RANGES
EVERY = pytest.mark.parametrize(("form", "weighting", "answers"), [(f, *rest) for f, rest in FORMS.items()], ids=FORMS)


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """The text that `mcda new small` writes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("starter"))
        with open(starter.write("small", "en"), encoding="utf-8") as file:  # noqa: PTH123
            return file.read()


@pytest.fixture
def case(small, tmp_path):
    """Writes a case with this judgement and this end of its plan; gives the file."""

    def write(form, answers, plan, more=""):
        start, end = small.index("judgements:\n"), small.index("# Method and weighting")
        judgement = f"judgements:\n  - who: authors\n    form: {form}\n{RANGES}{answers}{more}\n"
        path = tmp_path / "small.yaml"
        path.write_text(small[:start] + judgement + small[end:].replace("  weights: ahp\n", plan), encoding="utf-8")
        return path

    return write


def faults(path):
    found = examine(path, path.name)[1]
    assert all(part(lang) for fault in found for part in (fault.what, fault.why, fault.mend) for lang in LANGUAGES)
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(fault.code, lines[fault.place.line - 1].strip() if fault.place.line else "") for fault in found]


@EVERY
def test_a_judgement_in_each_form_is_read(form, weighting, answers, case):
    path = case(form, answers, f"  weights: {weighting}\n")
    assert faults(path) == []
    ranking = mcda.rank(mcda.load(path))
    assert ranking.weights.people == ("authors",)
    assert ranking.weights.of("cost") == ranking.weights.values.max()


def test_best_and_worst_give_the_weights_that_fit(case):
    found = mcda.weights(mcda.load(case("best_worst", BEST_WORST, "  weights: best_worst\n")))
    np.testing.assert_allclose(found.values, [0.6, 0.3, 0.1], rtol=1e-9)


def test_a_blank_card_is_an_underscore(case):
    found = mcda.weights(mcda.load(case("cards", CARDS, "  weights: deck_of_cards\n")))
    np.testing.assert_allclose(found.values, [0.6, 0.2, 0.2])
    text = CARDS.replace("_, ", "")
    again = mcda.weights(mcda.load(case("cards", text.replace("emissions, technological_maturity]", "emissions], technological_maturity"),
                                        "  weights: deck_of_cards\n")))  # fmt: skip
    np.testing.assert_allclose(again.values, [1 / 2, 1 / 3, 1 / 6])


@EVERY
def test_people_in_each_form_are_joined(form, weighting, answers, case):
    more = SECOND.format(form=form) + answers
    path = case(form, answers, f"  weights: {weighting}\n  group: priorities\n", more)
    assert faults(path) == []
    found = mcda.agreement(mcda.load(path))
    assert found.people == ("authors", "others")
    assert found.agreement == pytest.approx(1)


SLIPS = [
    ("best_worst", BEST_WORST.replace("{emissions: 2", "{emission: 2"), "best_worst", [("unknown_name_near", "best_to_others:")]),
    ("best_worst", BEST_WORST.replace("best: cost", "best: cots"), "best_worst", [("unknown_name_near", "best: cots")]),
    ("best_worst", BEST_WORST.replace("emissions: 2, ", ""), "best_worst", [("best_worst_missing", "- who: authors")]),
    ("best_worst", BEST_WORST.replace("emissions: 2", "emissions: 12"), "best_worst", [("best_worst_value", "- who: authors")]),
    ("best_worst", "", "best_worst", [("best_missing", "- who: authors")]),
    ("cards", CARDS.replace("cost, _, ", "_, "), "deck_of_cards", [("card_missing", "- who: authors")]),
    ("cards", CARDS.replace("ratio: 3", "ratio: 0.2"), "deck_of_cards", [("card_ratio", "- who: authors")]),
    ("cards", CARDS.replace("criteria:", "critera:"), "deck_of_cards", [("unknown_name_near", "critera:")]),
    ("cards", CARDS.replace("        ratio: 3\n", ""), "deck_of_cards", [("field_missing", "criteria:")]),
    ("constraints", CONSTRAINTS.replace("cost >= emissions", "cost >= emission"), "constrained",
     [("unknown_name_near", "- cost >= emission")]),
    ("constraints", CONSTRAINTS.replace("cost >= emissions", "cost emissions"), "constrained",
     [("constraint_grammar", "- cost emissions")]),
    ("constraints", CONSTRAINTS.replace("2*", "cost*"), "constrained",
     [("constraint_linear", "- emissions >= cost*technological_maturity")]),
    ("constraints", CONSTRAINTS + "      - cost <= 0.2\n", "constrained", [("constraints_contradict", "- who: authors")]),
]  # fmt: skip


@pytest.mark.parametrize(("form", "answers", "weighting", "found"), SLIPS)
def test_a_slip_in_an_answer_is_told_where_it_stands(form, answers, weighting, found, case):
    told = faults(case(form, answers, f"  weights: {weighting}\n"))
    assert [(code, line[: len(at)]) for (code, line), (_, at) in zip(told, found, strict=True)] == found


PLANS = [
    ("  weights: constrained\n  group: judgments\n", [("unknown_name_near", "group: judgments")]),
    ("  weights: constrained\n  weighting_options: {seed: '1'}\n", [("unknown_name", "weighting_options:")]),
    ("  weights: combined\n  weighting_options: {judgement: constrained, data: entrpy}\n",
     [("unknown_name_near", "weighting_options:")]),
    ("  weights: combined\n  weighting_options: {judgement: ahp}\n", [("judgement_form", "- who: authors")]),
]  # fmt: skip


@pytest.mark.parametrize(("plan", "found"), PLANS)
def test_a_slip_in_the_plan_is_told_where_it_stands(plan, found, case):
    told = faults(case("constraints", CONSTRAINTS, plan))
    assert [(code, line[: len(at)]) for (code, line), (_, at) in zip(told, found, strict=True)] == found


def test_judgement_and_data_may_be_combined_in_a_plan(case):
    plan = "  weights: combined\n  weighting_options: {judgement: constrained, data: critic, join: mean}\n"
    path = case("constraints", CONSTRAINTS, plan)
    assert faults(path) == []
    problem = mcda.load(path)
    parts = [mcda.weights(problem, name).values for name in ("constrained", "critic")]
    np.testing.assert_allclose(mcda.weights(problem).values, np.mean(parts, axis=0))


def test_figures_that_give_no_weights_are_told(case):
    path = case("constraints", CONSTRAINTS, "  weights: merec\n")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("      new: 0.9\n", "      new: 0\n"), encoding="utf-8")
    assert [code for code, _ in faults(path)] == ["weighting_positive"]


def test_people_who_answered_parts_are_read_where_answers_are_joined(case):
    first = "    pairs:\n      cost > emissions: 2\n"
    second = SECOND.format(form="pairs") + "    pairs:\n      emissions > technological_maturity: 3\n"
    for way in ("judgements", "least_squares"):
        path = case("pairs", first, f"  weights: ahp\n  group: {way}\n", second)
        assert faults(path) == []
        np.testing.assert_allclose(mcda.weights(mcda.load(path)).values, [0.6, 0.3, 0.1])
    told = faults(case("pairs", first, "  weights: ahp\n  group: priorities\n", second))
    assert [code for code, _ in told] == ["matrix_apart", "matrix_apart"]


def test_stakeholders_who_are_joined_in_groups_must_have_one(case):
    pairs = "    pairs:\n      cost > emissions: 2\n      emissions > technological_maturity: 3\n"
    second = SECOND.format(form="pairs") + "    group: works\n" + pairs
    told = faults(case("pairs", pairs, "  weights: ahp\n  group: two_level\n", second))
    assert [code for code, _ in told] == ["joining_group"]
