"""What people say, side by side: the result, its page in both languages, and the command."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

import mcda
from mcda.cli import commands
from mcda.errors import JudgementError, UnknownName
from mcda.files.shipped import folder
from mcda.group.meeting import agreement
from mcda.model import Judgement
from mcda.reports.group import headline, page

CASE = mcda.load("hebei-steel")
NAMES = CASE.tree.names()


def person(who, w, group="", drop=()):
    """Somebody who compares the five criteria by what they count for, roughly: whole numbers up to 9."""
    pairs = {}
    for i, a in enumerate(NAMES):
        for j in range(i + 1, 5):
            if (i, j) not in drop:
                ratio = w[i] / w[j]
                pairs[a, NAMES[j]] = float(np.clip(round(ratio) if ratio >= 1 else 1 / round(1 / ratio), 1 / 9, 9))
    return Judgement(who, "pairs", group=group, ranges=CASE.judgements[0].ranges, pairs=pairs)


def with_people(*people, **plan):
    return replace(CASE, judgements=tuple(people)).with_plan(**plan)


CAMPS = [
    *[person(f"c{k}", (2 + 0.2 * k, 8, 1, 1, 1), "ministry") for k in range(5)],
    *[person(f"w{k}", (2, 1, 1, 1, 7 + 0.3 * k), "works" if k else "union") for k in range(3)],
]
ROOM = with_people(*CAMPS)


def test_everybody_stands_beside_all():
    found = mcda.agreement(ROOM)
    assert found.people == tuple(judgement.who for judgement in CAMPS)
    for judgement, w in zip(CAMPS, found.each, strict=True):
        np.testing.assert_allclose(w, mcda.weights(with_people(judgement)).values, rtol=1e-9)
    np.testing.assert_allclose(found.joined.values, mcda.weights(ROOM).values)
    frame = found.to_frame()
    assert frame.index.tolist() == [*found.people, "all"]
    assert frame.columns.tolist() == list(NAMES)


def test_camps_are_found_with_weights_of_their_own():
    found = mcda.agreement(ROOM)
    assert [camp.people for camp in found.camps] == [("c0", "c1", "c2", "c3", "c4"), ("w0", "w1", "w2")]
    firsts = [NAMES[int(np.argmax(camp.weights.values))] for camp in found.camps]
    assert firsts == ["emissions", "employment_retention"]
    np.testing.assert_allclose(found.camps[0].weights.values, mcda.weights(with_people(*CAMPS[:5])).values)
    assert "finding.group_camps" in {finding.message.code for finding in found.findings}
    assert all(camp.agreement > found.agreement for camp in found.camps)


def test_stakeholder_groups_stand_beside_each_other():
    found = mcda.agreement(ROOM)
    assert [(party.name, len(party.people)) for party in found.groups] == [("ministry", 5), ("union", 1), ("works", 2)]
    assert found.groups[1].agreement is None
    assert mcda.agreement(with_people(person("x", (1, 1, 1, 1, 2)), person("y", (2, 1, 1, 1, 1), "g"))).groups == ()


def test_the_most_disputed_comparison_comes_first_with_those_furthest_apart():
    found = mcda.agreement(ROOM)
    first = found.splits[0]
    assert {first.a, first.b} == {"emissions", "employment_retention"}
    assert (first.low_who[0], first.high_who[0]) == ("w", "c")
    assert first.asked == 8
    assert [split.spread for split in found.splits] == sorted((split.spread for split in found.splits), reverse=True)
    given = np.array([judgement.pairs[first.a, first.b] for judgement in CAMPS])
    assert first.spread == pytest.approx(np.exp(np.std(np.log(given), ddof=1)))
    assert first.mean == pytest.approx(np.exp(np.log(given).mean()))


def test_two_people_can_not_fall_low_and_it_says_so():
    found = mcda.agreement(with_people(person("x", (2, 8, 1, 1, 1)), person("y", (2, 1, 1, 1, 8))))
    (node,) = found.nodes
    (said,) = [finding for finding in found.findings if finding.message.code == "finding.group_few"]
    assert f"{100 * node.lowest:.0f} %" == "30 %" == said.message.values["lowest"]


def test_high_consensus_on_reversed_orders_is_doubted():
    flat_weights = [(1.3, 1.2, 1.1, 1.05, 1), (1, 1.05, 1.1, 1.2, 1.3), (1.1, 1.3, 1, 1.2, 1.05)]
    people = [
        replace(person(str(k), w), pairs={(NAMES[i], NAMES[j]): w[i] / w[j] for i in range(5) for j in range(i + 1, 5)})
        for k, w in enumerate(flat_weights)
    ]
    found = mcda.agreement(with_people(*people))
    assert found.agreement > 0.9
    assert found.concordance < 0.5
    assert "finding.group_reversed" in {finding.message.code for finding in found.findings}


def test_those_who_contradict_themselves_are_named():
    odd = replace(CAMPS[0], who="odd", pairs={**CAMPS[0].pairs, (NAMES[0], NAMES[1]): 9.0, (NAMES[1], NAMES[2]): 9.0,
                                              (NAMES[0], NAMES[2]): 1 / 9})  # fmt: skip
    found = mcda.agreement(with_people(*CAMPS[1:], odd))
    assert found.contradicting == ("odd",)
    (said,) = [finding for finding in found.findings if finding.message.code == "finding.group_contradicting"]
    assert "odd" in said.text("zh")


def test_those_who_left_questions_out_count_in_the_answers():
    partial = person("p", (2, 8, 1, 1, 1), drop={(0, 1), (0, 2), (0, 3), (0, 4)})
    found = mcda.agreement(with_people(*CAMPS, partial, group="least_squares"))
    assert found.partial == ("p",)
    assert "p" not in found.people
    assert np.abs(found.joined.values - mcda.weights(with_people(*CAMPS, group="least_squares")).values).max() > 1e-3
    with pytest.raises(JudgementError):
        mcda.agreement(with_people(*CAMPS, partial), way="priorities")


def test_a_group_that_left_too_much_out_together_has_no_weights_of_its_own():
    partial = person("p", (2, 8, 1, 1, 1), "guests", drop={(0, 1), (0, 2), (0, 3), (0, 4)})
    found = mcda.agreement(with_people(*CAMPS, partial))
    (guests,) = [party for party in found.groups if party.name == "guests"]
    assert (guests.weights, guests.agreement) == (None, None)
    assert page(ROOM, found, "en")
    assert json.dumps(found.to_dict())


def test_a_tree_counts_each_level_once():
    tree = mcda.load("green-pathways")
    pairs = dict(tree.judgements[0].pairs)
    turned = {key: (1 / value if "environment" in key else value) for key, value in pairs.items()}
    people = [replace(tree.judgements[0], who=who, pairs=p) for who, p in (("x", pairs), ("y", turned))]
    found = mcda.agreement(replace(tree, judgements=tuple(people)))
    by_branch = {node.branch: node.index for node in found.nodes}
    assert by_branch["criteria"] < 1
    assert by_branch["economy"] == pytest.approx(1)
    counts = {branch.id: found.joined.local["criteria"][k] for k, branch in enumerate(tree.tree.children)}
    weighed = by_branch["criteria"] + sum(counts[name] * by_branch[name] for name in counts if name in by_branch)
    total = 1 + sum(counts[name] for name in counts if name in by_branch)
    assert found.agreement == pytest.approx(weighed / total)


def test_numbers_are_measured_by_homogeneity():
    people = [
        Judgement(who, "numbers", ranges=CASE.judgements[0].ranges, numbers=dict(zip(NAMES, given, strict=True)))
        for who, given in (("x", (5, 1, 1, 1, 2)), ("y", (1, 5, 1, 1, 2)))
    ]
    found = mcda.agreement(with_people(*people, weights="points"))
    assert (found.scale, found.splits, found.way) == ("homogeneity", (), "priorities")
    assert found.agreement == pytest.approx(found.nodes[0].index)
    assert found.nodes[0].lowest is None


def test_the_judgement_alone_is_looked_at_where_it_joins_figures():
    found = mcda.agreement(with_people(*CAMPS, weights="combined"))
    np.testing.assert_allclose(found.joined.values, mcda.weights(ROOM).values)


def test_what_asks_nobody_or_was_answered_by_nobody_is_refused():
    for weighting, code in (("entropy", "group_nobody"), ("equal", "group_nobody"), ("points", "group_form")):
        with pytest.raises(JudgementError) as caught:
            mcda.agreement(ROOM.with_plan(weights=weighting))
        assert caught.value.faults[0].code == code
    with pytest.raises(UnknownName):
        mcda.agreement(ROOM, way="nothing")


def test_one_person_has_nobody_to_agree_with():
    found = mcda.agreement(CASE)
    assert (found.people, found.agreement, found.concordance, found.camps, found.splits) == (
        ("authors",),
        None,
        None,
        (),
        (),
    )
    assert headline(found).code == "screen.group_one"


def test_results_can_be_read_and_not_written():
    found = agreement(ROOM)
    with pytest.raises(ValueError, match="read-only"):
        found.each[0, 0] = 1
    plain = json.loads(json.dumps(found.to_dict()))
    assert plain["kendall_w"] == found.concordance
    assert [camp["people"] for camp in plain["camps"]] == [list(camp.people) for camp in found.camps]
    assert found.fingerprint == mcda.agreement(ROOM).fingerprint != mcda.agreement(CASE).fingerprint


# the page and the command


@pytest.fixture(scope="session")
def room_file(tmp_path_factory):
    """The steel case with eight people in it, as a file."""
    text = folder("cases").joinpath("hebei-steel.yaml").read_text(encoding="utf-8")
    start, end = text.index("judgements:\n"), text.index("\nplan:")
    shown = CASE.judgements[0].ranges
    ranges = "".join(f"      {name}: [{low:g}, {high:g}]\n" for name, (low, high) in shown.items())
    people = "judgements:\n"
    for judgement in CAMPS:
        pairs = "".join(f"      {a} > {b}: {value}\n" for (a, b), value in judgement.pairs.items())
        people += f"  - who: {judgement.who}\n    form: pairs\n    group: {judgement.group}\n    ranges:\n{ranges}    pairs:\n{pairs}"
    path = tmp_path_factory.mktemp("room") / "hebei-steel.yaml"
    path.write_text(text[:start] + people + text[end:], encoding="utf-8")
    return str(path)


def told(*words):
    done = CliRunner().invoke(commands, ["group", *words], prog_name="mcda")
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(params=["en", "zh"])
def lang(request, monkeypatch):
    monkeypatch.setenv("LC_ALL", {"en": "C.UTF-8", "zh": "zh_CN.UTF-8"}[request.param])
    return request.param


def test_the_page_says_it_in_words_first(room_file, lang):
    out = told(room_file)
    answer = out.split("\n\n")[0]
    words = {
        "en": ["Among 8 people", "typical", "W = ", "2 camps"],
        "zh": ["8 人的一致程度", "常见值", "W = ", "2 个阵营"],
    }
    assert all(word in answer.replace("\n", " ") for word in words[lang])
    assert "c0" in out
    assert "w2" in out


def test_the_page_fits_and_keeps_to_one_language(room_file, lang):
    out = told(room_file)
    assert [line for line in out.splitlines() if cell_len(line) > 80] == []
    chinese = re.compile(r"[\u3400-\u9fff]")
    if lang == "en":
        assert not chinese.search(out)
    else:
        sentences = [
            line for line in told(room_file, "--format", "markdown").splitlines() if line and line[0] not in "|"
        ]
        assert [line for line in sentences if not chinese.search(line)] == []


@pytest.mark.parametrize("case", ["hebei-steel", "green-pathways"])
def test_a_case_that_one_person_judged_has_its_page(case, lang):
    assert ("One person" if lang == "en" else "仅有一人") in told(case)


def test_the_command_gives_data_and_tables(room_file):
    data = json.loads(told(room_file, "--format", "json"))
    assert data["joined_by"] == "judgements"
    assert json.loads(told(room_file, "--way", "two_level", "--format", "json"))["joined_by"] == "two_level"
    assert told(room_file, "--format", "csv").splitlines()[0].startswith("person,cost")


def test_a_way_that_is_not_there_ends_with_2(room_file):
    done = CliRunner().invoke(commands, ["group", room_file, "--way", "two_levels"], prog_name="mcda")
    assert done.exit_code == 2


def headed(people, lang):
    from mcda.reports.ranking import page as ranked

    case = with_people(*people)
    return [block.text for block in ranked(case, mcda.rank(case), lang)[:6] if hasattr(block, "text")]


def test_a_ranking_says_whose_judgements_its_weights_join():
    few, alike = CAMPS[3:6], [person(f"p{k}", (2, 8, 1, 1, 1)) for k in range(9)]
    assert "Weights: joined from what 3 people judged: c3, c4 and w0." in headed(few, "en")
    assert "权重：综合 3 人的判断：c3、c4、w0。" in headed(few, "zh")
    assert "Weights: joined from what 8 people judged: ministry (5), works (2) and union (1)." in headed(CAMPS, "en")
    assert "权重：综合 8 人的判断：ministry（5）、works（2）、union（1）。" in headed(CAMPS, "zh")
    assert "Weights: joined from what 9 people judged." in headed(alike, "en")
    assert "权重：综合 9 人的判断。" in headed(alike, "zh")
    assert not [line for line in headed(CAMPS[:1], "en") if line.startswith("Weights")]
    assert mcda.rank(with_people(*few)).to_dict()["weights"]["people"] == ["c3", "c4", "w0"]
