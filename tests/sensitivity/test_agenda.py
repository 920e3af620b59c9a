"""What people would choose and what to talk about first: worked numbers, laws, and pages."""

import json
import math
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

import mcda
from mcda.cli import commands
from mcda.errors import JudgementError
from mcda.files.shipped import folder
from mcda.language import Text
from mcda.methods import METHODS
from mcda.model import Branch, Judgement
from mcda.reports.agenda import chosen, talked
from mcda.reports.blocks import Grid, Line
from mcda.sensitivity.agenda import agenda
from mcda.sensitivity.choices import choices

UPPERS = [
    (2, 3, 4, 2, 3, 1),
    ("1/3", 2, 2, 5, 4, 1),
    (3, "1/2", 5, "1/4", 2, 6),
    (1, "1/3", 3, "1/3", 2, 5),
    (4, 4, 5, 1, 2, 1),
]
VALUES = [[0.9, 0.3, 0.5, 0.6], [0.4, 0.9, 0.6, 0.5], [0.6, 0.6, 0.9, 0.2]]
"""Five people, four criteria, three options: computed twice by other programs, published nowhere."""

WORKED = {
    "13": (3.0288415489, 0.6, 2.7179800405), "12": (2.7017503474, 0.6, 2.1552711944), "34": (2.5438636713, 0.6, 1.5140073781),
    "24": (1.3738191241, 0.0, 0.4247475026), "23": (3.4704091502, 0.2, 0.3535628415), "14": (1.4756794978, 0.0, 0.3234004115),
}  # fmt: skip
"""Of each pair: the geometric standard deviation, the share that flips the winner, the consequence for the runner-up."""


def person(who, upper, names="1234", group=""):
    pairs = dict(zip(combinations(names, 2), (float(Fraction(str(x))) for x in upper), strict=True))
    return Judgement(who, "pairs", group=group, pairs=pairs)


def room(*people, values=VALUES, **plan):
    """The options with these values, as they are, judged by these people."""
    frame = pd.DataFrame(values, columns=list("1234"), index=["o1", "o2", "o3"][: len(values)])
    made = mcda.Problem.from_frame(frame, dict.fromkeys("1234", "max"))
    spans = tuple(replace(c, range=(0.0, 1.0)) for c in made.criteria)
    settings = {"method": "weighted_sum", "weights": "ahp", "frame": "declared", **plan}
    return replace(made, criteria=spans, judgements=people).with_plan(**settings)


FIVE = tuple(person(str(k), upper, group="xxyyy"[k]) for k, upper in enumerate(UPPERS))
ROOM = room(*FIVE)


# what to talk about


@pytest.mark.parametrize("method", ["weighted_sum", "mavt"])
def test_the_worked_example(method):
    found = agenda(ROOM, method=method)
    assert (found.first, found.runner_up) == (("o3",), "o1")
    assert found.lead == pytest.approx(0.022175375, rel=1e-7)
    assert {item.a + item.b for item in found.items} == {*WORKED}
    for item in found.items:
        spread, flips, consequence = WORKED[item.a + item.b]
        assert item.spread == pytest.approx(spread, rel=1e-9)
        assert item.flips == pytest.approx(flips)
        assert item.against["o1"] == pytest.approx(consequence, rel=1e-7)


def test_it_is_ordered_by_consequence_for_whichever_rival_and_not_by_spread():
    found = agenda(ROOM)
    assert [item.a + item.b for item in found.items] == ["13", "12", "34", "23", "24", "14"]
    widest = max(found.items, key=lambda item: item.spread)
    assert widest.a + widest.b == "23"
    assert (widest.rival, found.items[0].rival) == ("o2", "o1")
    assert all(item.consequence == max(item.against.values()) for item in found.items)


def test_those_furthest_apart_are_named():
    first = agenda(ROOM).items[0]
    assert (first.low, first.low_who, first.high, first.high_who) == (pytest.approx(1 / 3), "3", pytest.approx(4), "4")
    assert first.mean == pytest.approx(np.prod([3, 2, 1 / 2, 1 / 3, 4]) ** (1 / 5))


def test_a_judgement_that_flips_the_first_place_does_so_when_it_is_put_alone():
    """Each person's own answer in the joined matrix, ranked as a case of its own."""
    found = {item.a + item.b: item.flips for item in agenda(ROOM).items}
    joined = {pair: float(np.prod([p.pairs[pair] for p in FIVE])) ** (1 / 5) for pair in FIVE[0].pairs}
    for pair in joined:
        firsts = [mcda.rank(room(replace(FIVE[0], pairs={**joined, pair: p.pairs[pair]}))).first for p in FIVE]
        assert found["".join(pair)] == np.mean([first != ("o3",) for first in firsts])


@pytest.mark.parametrize("method", ["weighted_sum", "topsis", "vikor", "promethee", "weighted_product"])
@pytest.mark.parametrize("priorities", ["row_geometric_mean", "eigenvector", "column_mean"])
def test_the_slope_is_that_of_the_lead_under_every_method_and_way_to_priorities(method, priorities):
    problem = room(*FIVE, method=method, priorities=priorities)
    found = agenda(problem)
    joined = {pair: float(np.prod([p.pairs[pair] for p in FIVE])) ** (1 / 5) for pair in FIVE[0].pairs}

    def lead(pair, factor, rival):
        moved = replace(FIVE[0], pairs={**joined, pair: joined[pair] * factor})
        ranking = mcda.rank(replace(problem, judgements=(moved,)))
        by_name = dict(zip(ranking.table.alternatives, ranking.scores, strict=True))
        return by_name[found.first[0]] - by_name[rival]

    item = next(item for item in found.items if item.a + item.b == "12")
    for rival, consequence in item.against.items():
        slope = (lead(("1", "2"), math.exp(1e-4), rival) - lead(("1", "2"), math.exp(-1e-4), rival)) / 2e-4
        assert consequence == pytest.approx(
            abs(slope) * np.log(item.spread) / lead(("1", "2"), 1, rival), rel=1e-4, abs=1e-9
        )


def test_groups_count_alike_where_the_plan_joins_on_two_levels():
    """Two people in x and three in y: each of x counts a quarter, each of y a sixth."""
    found = agenda(room(*FIVE, group="two_level"))
    logs = np.log([p.pairs["1", "3"] for p in FIVE])
    item = next(item for item in found.items if item.a + item.b == "13")
    assert np.log(item.mean) == pytest.approx(logs[:2].mean() / 2 + logs[2:].mean() / 2)
    assert found.first == mcda.rank(room(*FIVE, group="two_level")).first


def test_partial_answers_count_among_those_who_were_asked():
    pairs = {pair: value for pair, value in FIVE[0].pairs.items() if pair != ("1", "3")}
    for group in ("judgements", "least_squares"):
        problem = room(replace(FIVE[0], pairs=pairs), *FIVE[1:], group=group)
        found = agenda(problem)
        asked = {item.a + item.b: item.asked for item in found.items}
        assert asked == {**dict.fromkeys(WORKED, 5), "13": 4}
        assert found.first == mcda.rank(problem).first


def test_a_tree_has_an_agenda_over_all_its_branches():
    tree = Branch("all", Text.same("all"), (Branch("m", Text.same("m"), ("1", "2")), "3", "4"))
    pairs = {("m", "3"): 2.0, ("m", "4"): 3.0, ("3", "4"): 2.0, ("1", "2"): 2.0}
    people = [
        Judgement(str(k), "pairs", pairs={pair: v**e for pair, v in pairs.items()}) for k, e in enumerate((1, -1, 0.5))
    ]
    found = agenda(replace(room(*people), tree=tree))
    assert {(item.branch, item.a, item.b) for item in found.items} == {
        ("all", "m", "3"), ("all", "m", "4"), ("all", "3", "4"), ("m", "1", "2"),
    }  # fmt: skip
    assert all(np.isfinite(item.consequence) for item in found.items)


def test_without_comparisons_the_weights_themselves_are_on_the_agenda():
    given = [(4, 3, 2, 1), (1, 4, 3, 2), (2, 2, 5, 1)]
    people = [Judgement(str(k), "numbers", numbers=dict(zip("1234", n, strict=True))) for k, n in enumerate(given)]
    problem = room(*people, weights="points")
    found = agenda(problem)
    assert {(item.a, item.b) for item in found.items} == {(name, "") for name in "1234"}
    own = np.array([mcda.weights(replace(problem, judgements=(p,))).values for p in people])
    joined, values, item = own.mean(axis=0), np.array(VALUES), next(item for item in found.items if item.a == "1")
    assert (item.mean, item.spread) == (pytest.approx(joined[0]), pytest.approx(own[:, 0].std(ddof=1)))
    best = int(np.argmax(values @ joined))
    for name, consequence in item.against.items():
        gap = values[best] - values[int(name[1]) - 1]
        lead = gap @ joined
        slope = (gap[0] - lead) / (1 - joined[0])  # the others give way in proportion
        assert consequence == pytest.approx(abs(slope) * item.spread / lead, rel=1e-6)


def test_weights_joined_with_figures_are_so_throughout():
    problem = room(*FIVE, weights="combined", weighting_options={"data": "entropy"})
    assert agenda(problem).first == choices(problem).first == mcda.rank(problem).first
    for choice, who in zip(choices(problem).each, FIVE, strict=True):
        assert choice.first == mcda.rank(replace(problem, judgements=(who,))).first


def test_where_joined_weights_choose_otherwise_than_joined_comparisons_it_says_so():
    """One person is extreme, two are mild: the arithmetic mean of weights hears the one louder."""
    extreme = person("e", (9, 9, 9, 1, 1, 1))
    mild = [person(f"m{k}", ("1/3", "1/3", "1/3", 1, 1, 1)) for k in range(3)]
    values = [[1, 0.3, 0.3, 0.3], [0.3, 0.54, 0.54, 0.54]]
    found = agenda(room(extreme, *mild, values=values, group="priorities"))
    said = [finding for finding in found.findings if finding.message.code == "finding.agenda_otherwise"]
    assert bool(said) == (found.first != mcda.rank(room(extreme, *mild, values=values, group="priorities")).first)
    assert said


def test_people_of_one_mind_have_nothing_to_talk_about():
    found = agenda(room(*(replace(FIVE[0], who=str(k)) for k in range(3))))
    assert {item.consequence for item in found.items} == {0.0}
    assert {item.flips for item in found.items} == {0.0}
    assert agenda(room(FIVE[0])).items == ()


def test_a_shared_first_place_is_decided_by_anything():
    problem = room(*FIVE, values=[[0.5] * 4, [0.5] * 4])
    assert agenda(problem).first == ("o1", "o2")
    assert all(item.consequence == 0 for item in agenda(problem).items)
    tied = room(person("x", (2,) * 6), person("y", ("1/2",) * 6), values=[[1, 0, 0, 0], [0, 1, 0, 0]])
    found = agenda(tied)
    (item,) = (item for item in found.items if item.a + item.b == "12")
    assert np.isinf(item.consequence)
    assert json.loads(json.dumps(found.to_dict(), allow_nan=False))["items"][0]["consequence"] is None


def test_where_scores_move_in_steps_the_count_speaks():
    found = agenda(room(*FIVE, method="electre"))
    assert {item.consequence for item in found.items} == {0.0}
    assert found.items[0].flips == max(item.flips for item in found.items)


# what people would choose


def test_everybody_chooses_what_their_own_weights_rank_first():
    found = choices(ROOM)
    assert [choice.first for choice in found.each] == [("o1",), ("o2",), ("o3",), ("o3",), ("o1",)]
    assert (found.first, found.share) == (("o3",), 0.4)
    for row, who in zip(found.ranks, FIVE, strict=True):
        assert row.tolist() == mcda.rank(replace(ROOM, judgements=(who,))).ranks.tolist()


@pytest.mark.parametrize("way", ["judgements", "least_squares", "priorities", "priorities_geometric", "two_level"])
def test_leaving_one_out_is_ranking_without_them(way):
    found = choices(ROOM, way)
    for k, choice in enumerate(found.without):
        rest = replace(ROOM, judgements=FIVE[:k] + FIVE[k + 1 :]).with_plan(group=way)
        assert choice.first == mcda.rank(rest).first
    assert {c.name for c in found.deciding} == {c.name for c in found.without if c.first != found.first}
    assert way != "judgements" or [c.name for c in found.deciding] == ["3"]


def test_groups_and_camps_choose_by_their_own_weights():
    found = choices(ROOM)
    for group, members in zip(found.groups, (FIVE[:2], FIVE[2:]), strict=True):
        assert group.first == mcda.rank(replace(ROOM, judgements=members)).first
        assert group.people == tuple(p.who for p in members)
    camps = [replace(FIVE[k % 2], who=f"{k}", group="") for k in range(8)]
    found = choices(room(*camps))
    assert [camp.first for camp in found.camps] == [mcda.rank(room(camps[k])).first for k in (0, 1)]
    assert not found.of_one_mind


def test_those_who_left_questions_out_choose_nothing_and_are_left_out_too():
    few = replace(FIVE[0], pairs={("1", "2"): 2.0})
    found = choices(room(few, *FIVE[1:], group="least_squares"))
    assert found.each[0].first == ()
    assert len(found.heard) == 4
    assert len(found.without) == 5
    assert np.isnan(found.ranks[0]).all()


def test_one_person_decides_and_nobody_is_left_out():
    found = choices(room(FIVE[0]))
    assert (found.share, found.without, found.of_one_mind) == (1.0, (), True)


def test_nobody_asked_is_an_error():
    with pytest.raises(JudgementError):
        choices(room(weights="equal"))


@pytest.mark.parametrize("name", sorted(METHODS))
def test_every_method_answers(name):
    found = choices(ROOM, method=name)
    assert found.first == mcda.rank(ROOM, method=name).first
    assert all(np.isfinite(item.flips) for item in agenda(ROOM, method=name).items)


def test_results_are_plain_and_shown():
    for found in (choices(ROOM), agenda(ROOM)):
        assert json.loads(json.dumps(found.to_dict(), allow_nan=False))["problem"] == "frame"
        assert len(found.to_frame()) == len(found.each if hasattr(found, "each") else found.items)
        assert "<table" in found._repr_html_()


# pages


def told(problem, lang):
    own, talk = choices(problem), agenda(problem)
    return [*chosen(problem, own, lang), *talked(problem, own, talk, lang)]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_says_who_would_choose_what_and_what_to_talk_about(lang):
    blocks = told(ROOM, lang)
    text = " ".join(block.text for block in blocks if isinstance(block, Line))
    assert ("2 of 5 people" in text) == (lang == "en")
    assert ("without 3 it would be o1" in text) == (lang == "en")
    assert "1 over 3 (3, 4)" in text or lang == "zh"
    (who, items) = [block for block in blocks if isinstance(block, Grid)]
    assert [row[:2] for row in who.rows] == [("o1", "2"), ("o3", "2"), ("o2", "1")]
    assert len(items.rows) == 6


def test_settled_people_need_not_talk():
    alike = room(
        *(replace(FIVE[2], who=str(k), pairs={p: v * (1 + k / 50) for p, v in FIVE[2].pairs.items()}) for k in range(5))
    )
    text = " ".join(block.text for block in told(alike, "en") if isinstance(block, Line))
    assert "No need to talk it out: 100 %" in text


@pytest.fixture
def people_file(tmp_path):
    """The steel case with three people in it, as a file."""
    text = folder("cases").joinpath("hebei-steel.yaml").read_text(encoding="utf-8")
    start, end = text.index("judgements:\n"), text.index("\nplan:")
    case = mcda.load("hebei-steel")
    ranges = "".join(f"      {name}: [{low:g}, {high:g}]\n" for name, (low, high) in case.judgements[0].ranges.items())
    said = "judgements:\n"
    for k, exponent in enumerate((1, 0.5, -1)):
        pairs = "".join(f"      {a} > {b}: {v**exponent}\n" for (a, b), v in case.judgements[0].pairs.items())
        said += f"  - who: p{k}\n    form: pairs\n    ranges:\n{ranges}    pairs:\n{pairs}"
    path = tmp_path / "hebei-steel.yaml"
    path.write_text(text[:start] + said + text[end:], encoding="utf-8")
    return path


def test_the_command_shows_both_and_takes_another_method(people_file):
    run = lambda *words: CliRunner().invoke(commands, ["group", str(people_file), *words])  # noqa: E731
    assert "What people's own weights would choose" in run("--lang", "en").output
    data = json.loads(run("--format", "json").output)
    assert len(data["choices"]["each"]) == 3
    assert data["agenda"]["items"][0]["asked"] == 3
    assert json.loads(run("--format", "json", "--method", "vikor").output)["agenda"]["method"] == "vikor"


def test_people_can_be_compared_where_options_can_not_be_ranked():
    """CODAS takes no negative figures, and equity has some."""
    words = ["group", "green-pathways", "--method", "codas"]
    done = CliRunner().invoke(commands, [*words, "--lang", "en"])
    assert done.exit_code == 0
    assert "The options can't be ranked, so what people would choose is open" in done.output
    assert "choices" not in json.loads(CliRunner().invoke(commands, [*words, "--format", "json"]).output)
