"""Rank reversal: as the literature prints it, and as a list that had been another one from the start."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from rich.cells import cell_len
from worked import examples

import mcda
from mcda.cli._screen import wrapped
from mcda.language import LANGUAGES, Text
from mcda.methods import METHODS
from mcda.model import Alternative, Column, Criterion, Direction, Figure, Missing, Plan, Problem, flat
from mcda.reports.blocks import Line
from mcda.reports.reversal import page
from mcda.sensitivity.concordance import variants
from mcda.sensitivity.reversal import copied, headline, without

CASES = ("hebei-steel", "green-pathways")
EVERY = pytest.mark.parametrize(("name", "given"), list(variants()), ids=str)


def case(table, directions=None, weights=None, names=None):
    m, n = np.shape(table)
    rows, columns = names or [f"a{i}" for i in range(m)], [f"c{j}" for j in range(n)]
    frame = pd.DataFrame(table, index=rows, columns=columns, dtype=float)
    directions = directions or ["max"] * n
    weights = weights or [1.0] * n
    return mcda.Problem.from_frame(
        frame, dict(zip(columns, directions, strict=True)), dict(zip(columns, weights, strict=True))
    )


def random_case(seed, m=6, n=4):
    rng = np.random.default_rng(seed)
    table = rng.uniform(1, 10, (m, n))
    return case(table, ["max", "min", "max", "max"][:n], rng.dirichlet(np.ones(n)).tolist())


def compared(table, names):
    """A problem whose options were compared in pairs, each answer the ratio of two entries of a column."""
    columns, criteria = {}, []
    for j in range(len(table[0])):
        pairs = {(a, b): table[i][j] / table[k][j] for i, a in enumerate(names) for k, b in enumerate(names) if i < k}
        columns[f"c{j}"] = Column(f"c{j}", Text.same(f"c{j}"), pairs=pairs)
        criteria.append(Criterion(f"c{j}", Text.same(f"c{j}"), Direction.MAX))
    options = tuple(Alternative(name, Text.same(name)) for name in names)
    tree = flat(tuple(columns))
    return Problem("compared", Text.same("?"), options, tuple(criteria), columns, tree, Plan(weights="equal"))


def changed(problem, change, cause):
    return copied(problem, cause) if change == "copied" else without(problem, cause)


@pytest.mark.parametrize(("name", "example"), examples("reversal"))
def test_published_reversals(name, example):
    problem = case(example["table"], example["directions"], example["weights"], example["alternatives"])
    asked = {"method": example["method"], "options": example["options"]}
    near = {"abs": example["tolerance"]}
    after = changed(problem, example["change"], example["cause"])
    assert mcda.rank(problem, **asked).scores.tolist() == pytest.approx(example["expect"]["before"], **near)
    assert mcda.rank(after, **asked).scores.tolist() == pytest.approx(example["expect"]["after"], **near)
    found = mcda.reversal(problem, **asked)
    effect = next(e for e in found.effects if (e.how, e.cause) == (example["change"], example["cause"]))
    assert {(t.ahead, t.behind) for t in effect.turns} == {tuple(pair) for pair in example["expect"]["turned"]}


def test_belton_and_gear_compared_their_options_in_pairs():
    """The copy takes the original's answers with it, so that the comparison matrices are those that they print."""
    example = dict(examples("reversal"))["belton_gear_1983"]
    problem = compared(example["table"], example["alternatives"])
    after = mcda.rank(copied(problem, "B"), "ahp")
    assert after.scores.tolist() == pytest.approx(example["expect"]["after"], abs=example["tolerance"])
    effect = next(e for e in mcda.reversal(problem, "ahp").effects if (e.how, e.cause) == ("copied", "B"))
    assert (effect.before, effect.after, effect.first_changes) == (("B",), ("A",), True)
    assert headline(problem, mcda.reversal(problem, "ahp")).in_("en") == (
        "The list of options decides the first place: with B on it twice, A comes before B."
    )


@EVERY
@pytest.mark.parametrize("seed", range(3))
def test_an_effect_is_the_order_of_the_list_as_it_would_have_been(name, given, seed):
    problem = random_case(seed)
    whole, directions = problem.to_frame(), {c.id: str(c.direction) for c in problem.criteria}
    weights = dict(zip(problem.tree.leaves(), mcda.weights(problem).values, strict=True))
    try:
        found = mcda.reversal(problem, name, given)
    except mcda.MCDAError:  # a mode that needs declared ranges
        assert (name, given) == ("ahp", {"mode": "ratings"})
        return
    before = dict(zip(found.alternatives, found.ranks, strict=True))
    for effect in found.effects:
        frame = whole.drop(effect.cause)
        if effect.how == "copied":
            frame = pd.concat([whole, whole.loc[[effect.cause]].rename(index={effect.cause: "twin"})])
        other = mcda.rank(mcda.Problem.from_frame(frame, directions, weights), name, given)
        after = dict(zip(other.table.alternatives, other.ranks, strict=True))
        names = [a for a in found.alternatives if effect.how == "copied" or a != effect.cause]
        turned = {
            frozenset((a, b))
            for a in names
            for b in names
            if np.sign(before[a] - before[b]) != np.sign(after[a] - after[b])
        }
        assert {frozenset((t.ahead, t.behind)) for t in effect.turns} == turned
        assert set(effect.after) == {a for a in names if after[a] == min(after[b] for b in names)}
        assert all(after[t.ahead] < after[t.behind] or t.level for t in effect.turns)


@pytest.mark.parametrize("method", ["weighted_sum", "spotis"])
@pytest.mark.parametrize("seed", range(20))
def test_no_list_decides_where_values_are_measured_between_fixed_ends(method, seed):
    problem = random_case(seed)
    criteria = tuple(replace(c, range=(0.0, 12.0)) for c in problem.criteria)
    fixed = replace(problem, criteria=criteria).with_plan(frame="declared")
    assert mcda.reversal(fixed, method).turning == ()


def test_turns_say_what_fixed_ends_would_leave_of_them():
    found = mcda.reversal(mcda.load("hebei-steel"), "weighted_sum")
    assert found.turning
    said = next(f for f in found.findings if f.message.code == "finding.in_declared_ranges")
    assert said.message.values == {"turning": len(found.turning), "left": 0}


def test_drawing_level_is_a_turn():
    """Without the option that stretches c0 all three are equal; with it they aren't."""
    problem = case([[10, 0], [0, 10], [5, 5], [20, 0]], names=["a", "b", "c", "long"])
    found = mcda.reversal(problem, "weighted_sum")
    effect = next(e for e in found.effects if (e.how, e.cause) == ("removed", "long"))
    assert [(t.ahead, t.behind, t.level) for t in effect.turns] == [
        ("a", "b", True),
        ("a", "c", True),
        ("c", "b", True),
    ]


def test_a_list_of_two_and_a_list_of_one():
    two = mcda.reversal(case([[1, 5], [4, 2]]))
    assert [e.turns for e in two.effects if e.how == "removed"] == [(), ()]
    one = mcda.reversal(case([[1, 5]]))
    assert one.effects == ()
    assert "doesn't decide" in headline(case([[1, 5]]), one).in_("en")


def test_equal_options_share_one_place_under_every_method():
    for name in METHODS:
        found = mcda.reversal(case([[3, 5], [3, 5], [3, 5]]), name)
        assert found.ranks.tolist() == [1, 1, 1]
        assert found.turning == ()


def test_a_copy_is_the_same_in_every_figure_and_scenario():
    from mcda.figures import tabulate

    for name in CASES:
        problem = mcda.load(name)
        for option in (a.id for a in problem.alternatives):
            twice = copied(problem, option)
            for scenario in twice.scenarios.values():
                table = tabulate(twice, scenario).table
                here, there = table.alternatives.index(option), table.alternatives.index(f"{option}_copy")
                np.testing.assert_array_equal(table.values[here], table.values[there])


def test_an_option_that_is_set_apart_is_no_cause():
    found = mcda.reversal(mcda.load("hebei-steel"))
    assert {e.cause for e in found.effects} == set(found.alternatives)
    assert "scrap_eaf" not in found.alternatives


def test_weights_that_read_the_figures_move_with_the_list():
    problem = random_case(4)
    found = mcda.reversal(problem, weights="entropy")
    assert any(f.message.code == "finding.weights_follow_the_list" for f in found.findings)
    effect = found.effects[0]
    other = mcda.rank(without(problem, effect.cause), weights="entropy")
    assert effect.after == other.first


def test_a_list_that_can_not_be_ranked_without_an_option_says_so():
    """b was the only one that both others were compared with."""
    problem = compared([[1], [2], [4]], ["a", "b", "c"])
    column = problem.columns["c0"]
    pairs = {pair: x for pair, x in column.pairs.items() if "b" in pair}
    problem = replace(problem, columns={"c0": replace(column, pairs=pairs)})
    found = mcda.reversal(problem, "ahp")
    assert [(name, how) for name, how, _ in found.refused] == [("b", "removed")]
    said = [line.text for line in page(problem, found, "en") if isinstance(line, Line) and line.text.startswith("b: ")]
    assert len(said) == 1


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize(("method", "given"), list(variants()), ids=str)
def test_every_method_answers_for_every_case(name, method, given):
    problem = mcda.load(name)
    try:
        mcda.rank(problem, method, given)
    except mcda.MCDAError:
        with pytest.raises(mcda.MCDAError):
            mcda.reversal(problem, method, given)
        return
    found = mcda.reversal(problem, method, given)
    assert len(found.effects) + len(found.refused) == 2 * len(found.alternatives)
    assert found.ranks.tolist() == mcda.rank(problem, method, given).ranks.tolist()
    json.dumps(found.to_dict(), allow_nan=False)
    assert not found.to_frame().isna().to_numpy().any()
    for lang in LANGUAGES:
        assert all(
            cell_len(row) <= 80
            for b in page(problem, found, lang)
            if isinstance(b, Line)
            for row in wrapped(b.text, 66)
        )


def test_a_missing_figure_that_counts_as_the_worst_is_filled_again():
    """Without the option that has the worst figure, what stands in for a missing one is better."""
    problem = case([[1, 9], [5, 5], [4, 6.5]], names=["worst", "b", "gap"])
    column = problem.columns["c0"]
    figures = {**column.figures, "gap": Figure()}
    problem = replace(
        problem, columns={**problem.columns, "c0": replace(column, figures=figures, missing=Missing.WORST)}
    )
    found = mcda.reversal(problem, "weighted_sum")
    effect = next(e for e in found.effects if (e.how, e.cause) == ("removed", "worst"))
    assert effect.after == ("gap",)
