"""Every way to join people: laws, published groups, and worked numbers."""

import numpy as np
import pytest
from worked import examples, matrix

from mcda.errors import JudgementError, UnknownName
from mcda.group import JOININGS, join
from mcda.group.joining import joined_among
from mcda.group.room import everybody, geometric_mean, individuals, own_weights, room
from mcda.language import Text
from mcda.model import Branch, Judgement, Plan, flat
from mcda.pairwise import weights_of
from mcda.pairwise.consistency import geometric_index
from mcda.weighting import weigh

ABC = flat(tuple("abc"))
TREE = Branch("all", Text.same("all"), (Branch("m", Text.same("m"), ("a", "b")), "c", "d"))
EVERY = pytest.mark.parametrize("way", sorted(JOININGS))
THREE = [(3, 5, 2), (2, "1/2", "1/3"), (1, 4, 5)]
"""WORKSHOP, test A1: recomputed twice, published nowhere."""


@pytest.fixture
def three(judged):
    return [judged(str(k), upper, group="xxy"[k]) for k, upper in enumerate(THREE)]


@EVERY
def test_one_mind_is_what_a_room_of_one_mind_says(way, three):
    alike = [Judgement(str(k), "pairs", group="g", pairs=three[1].pairs) for k in range(3)]
    found = join(ABC, alike, Plan(group=way))
    np.testing.assert_allclose(found.values, weigh(ABC, three[1], Plan()).values, rtol=1e-12)
    assert found.people == ("0", "1", "2")


@EVERY
def test_people_may_come_in_any_order(way, three):
    one, two = (join(ABC, people, Plan(group=way)) for people in (three, three[::-1]))
    np.testing.assert_allclose(one.values, two.values, rtol=1e-12)


@EVERY
def test_joined_weights_multiply_down_the_tree(way):
    pairs = {("m", "c"): 2, ("m", "d"): 4, ("c", "d"): 3, ("a", "b"): 5}
    turned = {key: 1 / value for key, value in pairs.items()}
    people = [Judgement("x", "pairs", group="g", pairs=pairs), Judgement("y", "pairs", group="h", pairs=turned)]
    found = join(TREE, people, Plan(group=way))
    np.testing.assert_allclose(found.local["m"], [0.5, 0.5])
    assert found.values.sum() == pytest.approx(1)
    assert found.of("a") == pytest.approx(found.local["all"][0] / 2)


@EVERY
def test_answers_of_every_form_are_joined(way):
    plan = Plan(weights="points", group=way)
    people = [
        Judgement("x", "numbers", group="g", numbers={"a": 2, "b": 1, "c": 1}),
        Judgement("y", "numbers", group="h", numbers={"a": 1, "b": 1, "c": 2}),
    ]
    found = join(ABC, people, plan)
    assert found.values.sum() == pytest.approx(1)
    assert found.of("a") == pytest.approx(found.of("c"))
    otherwise = [finding for finding in found.findings if finding.message.code == "finding.joined_otherwise"]
    assert len(otherwise) == (JOININGS[way].forms is not None)


@EVERY
def test_titles_and_sources(way):
    assert JOININGS[way].title.en != JOININGS[way].title.zh
    assert any(character.isdigit() for character in JOININGS[way].source)


def test_a_way_that_is_not_there_is_refused(three):
    with pytest.raises(UnknownName):
        join(ABC, three, Plan(group="judgement"))


def test_means_of_judgements_and_of_priorities(three):
    """The mean of judgements is the geometric mean of priorities under the row geometric mean; the arithmetic isn't."""
    found = {way: join(ABC, three, Plan(group=way)).values for way in JOININGS}
    expected = [0.4940387425, 0.2936466393, 0.2123146182]
    for way in ("judgements", "priorities_geometric", "least_squares"):
        np.testing.assert_allclose(found[way], expected, atol=1e-10)
    np.testing.assert_allclose(found["priorities"], [0.4594408674, 0.2865149237, 0.2540442089], atol=1e-10)


def test_the_joined_comparisons_and_their_spread(three):
    answers = room("abc", three)
    upper = geometric_mean(answers)[np.triu_indices(3, 1)]
    np.testing.assert_allclose(upper, [1.8171205928, 2.15443469, 1.4938015822], rtol=1e-9)
    weighted = weights_of(geometric_mean(answers, np.array([0.5, 0.3, 0.2])))
    np.testing.assert_allclose(weighted, [0.5284074696, 0.2668398806, 0.2047526498], atol=1e-10)


@pytest.mark.parametrize(("name", "example"), examples("group"))
def test_published_groups(name, example):
    known = dict(examples("priorities"))
    answers = np.stack([matrix(known[person]["matrix"]) for person in example["people"]])
    shares = np.array(example["shares"], dtype=float)
    near = {"abs": example["tolerance"]}
    joined = geometric_mean(answers, shares)
    assert weights_of(joined).tolist() == pytest.approx(example["expect"]["weights"], **near)
    assert everybody(answers, list("vwxyz"), shares).tolist() == pytest.approx(example["expect"]["weights"], **near)
    assert float(geometric_index(joined)) == pytest.approx(example["expect"]["geometric_consistency_index"], **near)


def test_with_the_eigenvector_means_of_judgements_and_of_priorities_differ(judged):
    people = [judged("x", (5, 2, "1/3", 4, 2, 7), "abcd"), judged("y", ("1/3", 4, 2, "1/5", 3, "1/2"), "abcd")]
    plan = Plan(priorities="eigenvector")
    answers, results = (
        join(flat(tuple("abcd")), people, Plan(priorities="eigenvector", group=way)).values
        for way in ("judgements", "priorities_geometric")
    )
    assert np.abs(answers - results).max() > 1e-3
    assert plan.group == "judgements"


def test_a_group_of_thirty_does_not_swamp_a_group_of_three(judged):
    many = [judged(f"m{k}", (9, 9, 1), group="many") for k in range(30)]
    few = [judged(f"f{k}", ("1/9", "1/9", 1), group="few") for k in range(3)]
    levels = join(ABC, many + few, Plan(group="two_level"))
    np.testing.assert_allclose(levels.values, 1 / 3, rtol=1e-12)
    assert join(ABC, many + few, Plan(group="judgements")).of("a") > 0.7
    (said,) = levels.findings
    assert dict(said.message.values) == {"groups": 2, "smallest": 3}


def test_two_levels_are_means_within_means(three):
    inside = [join(ABC, three[:2], Plan()).values, weigh(ABC, three[2], Plan()).values]
    across = np.sqrt(inside[0] * inside[1])
    found = join(ABC, three, Plan(group="two_level")).values
    np.testing.assert_allclose(found, across / across.sum(), rtol=1e-12)


def test_different_people_may_be_asked_different_questions(judged):
    """Consistent answers to parts of the questions give the weights that everybody has in mind."""
    w = np.array([0.4, 0.3, 0.2, 0.1])
    whole = [w[i] / w[j] for i in range(4) for j in range(i + 1, 4)]
    asked = [(0, 1), (2, 5), (3, 4), (0, 5)]
    people = [
        judged(str(k), [x if i in some else None for i, x in enumerate(whole)], "abcd") for k, some in enumerate(asked)
    ]
    for way in ("least_squares", "judgements"):
        np.testing.assert_allclose(join(flat(tuple("abcd")), people, Plan(group=way)).values, w, rtol=1e-9)
    with pytest.raises(JudgementError) as caught:
        join(flat(tuple("abcd")), people, Plan(group="priorities"))
    assert caught.value.faults[0].values["people"] == ("0", "1", "2", "3")


def test_a_pair_that_many_were_asked_pulls_more_in_one_fit(judged):
    """By hand: log a over b is asked three times (0), a over c and b over c once (log 4, 0); least squares."""
    people = [judged(str(k), (1, None, None)) for k in range(3)] + [judged("z", (None, 4, 1))]
    fit, means = (join(ABC, people, Plan(group=way)).values for way in ("least_squares", "judgements"))
    rows = np.array([[1, -1, 0]] * 3 + [[1, 0, -1], [0, 1, -1], [1, 1, 1]], dtype=float)
    y = np.linalg.lstsq(rows, np.array([0, 0, 0, np.log(4), 0, 0]), rcond=None)[0]
    np.testing.assert_allclose(fit, np.exp(y) / np.exp(y).sum(), rtol=1e-9)
    assert fit[0] / fit[1] < means[0] / means[1]


def test_one_fit_is_the_mean_of_judgements_for_whole_answers(judged):
    rng = np.random.default_rng(0)
    names = tuple("abcdef")
    people = [judged(str(k), rng.choice([1 / 7, 1 / 3, 1, 2, 5, 9], 15).tolist(), names) for k in range(9)]
    one, two = (join(flat(names), people, Plan(group=way)).values for way in ("least_squares", "judgements"))
    np.testing.assert_allclose(one, two, rtol=1e-9)


@pytest.mark.parametrize("way", ["least_squares", "judgements"])
def test_answers_that_leave_criteria_apart_are_refused_with_a_question_to_ask(way, judged):
    people = [judged("x", (2, None, None, None, None, 3), "abcd"), judged("y", (3, None, None, None, None, 2), "abcd")]
    with pytest.raises(JudgementError) as caught:
        join(flat(tuple("abcd")), people, Plan(group=way))
    assert caught.value.faults[0].code == "matrix_apart"


def test_people_without_a_group_are_named(judged):
    with pytest.raises(JudgementError) as caught:
        join(ABC, [judged("x", (1, 2, 3), group="g"), judged("y", (1, 2, 3))], Plan(group="two_level"))
    assert caught.value.faults[0].values["people"] == ("y",)


def test_one_zero_does_not_silence_the_others():
    people = [
        Judgement("x", "numbers", numbers={"a": 0, "b": 1, "c": 1}),
        Judgement("y", "numbers", numbers={"a": 8, "b": 1, "c": 1}),
    ]
    with pytest.raises(JudgementError) as caught:
        join(ABC, people, Plan(weights="points", group="priorities_geometric"))
    assert (caught.value.faults[0].code, caught.value.faults[0].values["name"]) == ("joining_zero", "a")
    assert join(ABC, people, Plan(weights="points", group="priorities")).of("a") == pytest.approx(0.4)


def test_a_room_is_one_array_and_its_weights_are_everybodys(judged):
    rng = np.random.default_rng(1)
    people = [judged(str(k), rng.choice([1 / 5, 1 / 2, 1, 3, 7], 6).tolist(), "abcd") for k in range(20)]
    people.append(judged("partial", (2, None, 3, None, None, 4), "abcd"))
    people.append(judged("apart", (2, None, None, None, None, 4), "abcd"))
    tree = flat(tuple("abcd"))
    answers = room("abcd", people)
    assert answers.shape == (22, 4, 4)
    for way in ("row_geometric_mean", "eigenvector", "column_mean"):
        found = own_weights(answers, way)
        assert np.isnan(found[-1]).all()
        each = [weigh(tree, person, Plan(priorities=way)).values for person in people[:-1]]
        np.testing.assert_allclose(found[:-1], each, rtol=1e-9)


def test_a_joined_matrix_that_looks_consistent_proves_nothing_about_people(judged):
    """WORKSHOP, test G1: uppers (4, 1/2, 3) and (1/2, 3, 1/2) have CR 1.17 and 0.69, joined 0.013."""
    people = [judged("x", (4, "1/2", 3)), judged("y", ("1/2", 3, "1/2"))]
    own = individuals(ABC, people, Plan())
    np.testing.assert_allclose(own.ratios["criteria"], [1.1736699502, 0.6922962035], rtol=1e-9)
    assert own.contradicting() == ("x", "y")
    joined = join(ABC, people, Plan())
    assert joined.consistency["criteria"].ratio == pytest.approx(0.0127366696, rel=1e-8)
    assert joined.consistency["criteria"].geometric_index == pytest.approx(0.0400377512, rel=1e-8)


def test_the_geometric_index_of_a_group_is_never_worse_than_its_worst_member(judged):
    """Escobar, Aguarón & Moreno-Jiménez (2004), for the row geometric mean."""
    rng = np.random.default_rng(2)
    for _ in range(50):
        scale = np.exp(rng.uniform(-np.log(9), np.log(9), (4, 10)))
        answers = room("abcde", [judged(str(k), [f"{x:.9f}" for x in row], "abcde") for k, row in enumerate(scale)])
        assert geometric_index(geometric_mean(answers)) <= geometric_index(answers).max() + 1e-12


PARTIAL = [(2, None, 4, 3, None, 2), (None, "1/3", 2, 2, 5, None), (3, "1/2", None, "1/4", 2, 6), (1, 2, 3, 4, 5, 6)]


@EVERY
@pytest.mark.parametrize("priorities", ["row_geometric_mean", "eigenvector"])
def test_leaving_people_out_together_is_joining_the_rest_one_by_one(way, priorities, judged):
    uppers = PARTIAL if JOININGS[way].partial else [(2, 3, 4, 3, 2, 2), (4, "1/3", 2, 2, 5, 1), *PARTIAL[3:], (1,) * 6]
    people = [judged(str(k), upper, "abcd", group="xxyz"[k]) for k, upper in enumerate(uppers)]
    tree, plan = flat(tuple("abcd")), Plan(group=way, priorities=priorities)
    found = joined_among(tree, people, plan, 1 - np.eye(4))
    for k, w in enumerate(found):
        rest = people[:k] + people[k + 1 :]
        np.testing.assert_allclose(w, join(tree, rest, plan).values, rtol=1e-10)


@EVERY
def test_those_alone_who_count_say_what_they_would_say_alone(way, three):
    found = joined_among(ABC, three, Plan(group=way), np.eye(3))
    np.testing.assert_allclose(found, [weigh(ABC, person, Plan()).values for person in three], rtol=1e-10)


@EVERY
def test_numbers_are_left_out_together_too(way):
    plan = Plan(weights="points", group=way)
    given = [("x", (2, 1, 1)), ("x", (1, 1, 2)), ("y", (1, 5, 1))]
    people = [
        Judgement(str(k), "numbers", group=g, numbers=dict(zip("abc", n, strict=True)))
        for k, (g, n) in enumerate(given)
    ]
    found = joined_among(ABC, people, plan, 1 - np.eye(3))
    for k, w in enumerate(found):
        np.testing.assert_allclose(w, join(ABC, people[:k] + people[k + 1 :], plan).values, rtol=1e-12)


def test_weights_are_unknown_where_those_who_count_leave_criteria_apart(judged):
    people = [judged("one", (2, 3, 4)), judged("two", (2, None, None))]
    for way in ("judgements", "least_squares"):
        found = joined_among(ABC, people, Plan(group=way), 1 - np.eye(2))
        assert np.isnan(found).any(axis=1).tolist() == [True, False]


def test_what_people_count_multiplies_down_the_tree():
    pairs = {("m", "c"): 2, ("m", "d"): 4, ("c", "d"): 3, ("a", "b"): 5}
    people = [
        Judgement(who, "pairs", pairs={k: v**e for k, v in pairs.items()})
        for who, e in (("x", 1), ("y", 0.5), ("z", -1))
    ]
    found = joined_among(TREE, people, Plan(), 1 - np.eye(3))
    np.testing.assert_allclose(found[0], join(TREE, people[1:], Plan()).values, rtol=1e-12)
