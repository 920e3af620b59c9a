"""Weights of which something is known: exact lengths and areas, published tables, the same counts, and refusals."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from areas import area, cut
from worked import examples

import mcda
from mcda.analysis import analyse
from mcda.language import Text
from mcda.model import Branch, Judgement
from mcda.reports.robustness import page
from mcda.reports.sensitivity import page as whole
from mcda.sensitivity._blocks import BLOCK

DRAWS = 100_000


def problem(table, directions=None):
    rows, columns = [f"a{i}" for i in range(len(table))], [f"c{j}" for j in range(len(table[0]))]
    frame = pd.DataFrame(table, index=rows, columns=columns, dtype=float)
    return mcda.Problem.from_frame(frame, dict(zip(columns, directions or ["max"] * len(columns), strict=True)))


def asked(case, *constraints, draws=DRAWS, **more):
    return mcda.robustness(case, "weights", draws, method="weighted_sum", constraints=constraints, **more)


def judged(case, *people):
    """The case with people who said something about its weights, and a plan that rests on it."""
    said = tuple(Judgement(who, "constraints", constraints=statements) for who, statements in people)
    return replace(case, judgements=said).with_plan(weights="constrained")


def near(found, exact, draws=DRAWS):
    np.testing.assert_allclose(found, exact, atol=5 * np.sqrt(0.25 / draws))


def test_with_two_criteria_shares_are_parts_of_an_interval():
    """u: a0 (1, 0), a1 (0, 1), a2 (0.7, 0.6); c0's weight t between 0.2 and 0.8. All fractions."""
    u = [[Fraction(1), Fraction(0)], [Fraction(0), Fraction(1)], [Fraction(7, 10), Fraction(6, 10)]]
    low, high, shares = Fraction(1, 5), Fraction(4, 5), [Fraction(0)] * 3
    cuts = {low, high}
    for a in u:
        for b in u:
            slope = (a[0] - a[1]) - (b[0] - b[1])
            if slope and low < (b[1] - a[1]) / slope < high:
                cuts.add((b[1] - a[1]) / slope)
    for left, right in pairwise(sorted(cuts)):
        t = (left + right) / 2
        scores = [row[0] * t + row[1] * (1 - t) for row in u]
        shares[scores.index(max(scores))] += (right - left) / (high - low)
    assert sum(shares) == 1
    near(asked(problem(u), "0.2 <= c0 <= 0.8").first, [float(share) for share in shares])


@pytest.mark.parametrize(
    ("statements", "sides"),
    [
        (("c0 >= c1 >= c2",), [(1, -1, 0), (1, 2, -1)]),
        (("c0 >= 2*c1", "c2 <= 0.5"), [(1, -2, 0), (1, 1, Fraction(-1, 2))]),
        (
            ("0.2 <= c0 <= 0.6", "c1 >= 0.1"),
            [(1, 0, Fraction(-1, 5)), (-1, 0, Fraction(3, 5)), (0, 1, Fraction(-1, 10))],
        ),
    ],
)
@pytest.mark.parametrize("seed", range(2))
def test_with_three_criteria_shares_are_parts_of_an_area(seed, statements, sides):
    """Polygons in the triangle of (w0, w1), cut by what is known and by each rival, in fractions."""
    table = np.random.default_rng(seed).integers(1, 20, (5, 3)).astype(float)
    table[0], table[1] = [20, 0, 0], [0, 20, 20]
    u = [[Fraction(x) for x in row] for row in (table / 20).tolist()]
    allowed = [(Fraction(0), Fraction(0)), (Fraction(1), Fraction(0)), (Fraction(0), Fraction(1))]
    for side in sides:
        allowed = cut(allowed, *side)
    exact = []
    for a in u:
        polygon = allowed
        for b in u:
            if a is not b:
                d = [x - y for x, y in zip(a, b, strict=True)]
                polygon = cut(polygon, d[0] - d[2], d[1] - d[2], d[2])
        exact.append(float(area(polygon) / area(allowed)))
    assert sum(exact) == pytest.approx(1)
    near(asked(problem(table), *statements).first, exact)


def plain(example, draws=200_000):
    """Ranks of min-max scores, counted by a loop over options; weights from plain rejection of the simplex or box."""
    x, rng = np.array(example["table"], dtype=float), np.random.default_rng(5)
    u = (x - x.min(0)) / np.ptp(x, axis=0)
    u = np.where([way == "max" for way in example["directions"]], u, 1 - u)
    if example["intervals"]:
        low, high = np.array(example["intervals"]).T
        w = rng.uniform(low[1:], high[1:], (4 * draws, len(low) - 1))
        w = np.column_stack([1 - w.sum(axis=1), w])
        w = w[(low[0] <= w[:, 0]) & (w[:, 0] <= high[0])]
    else:
        w = rng.dirichlet(np.ones(x.shape[1]), draws)
    scores, m = w @ u.T, len(x)
    ranks = np.stack([1 + (scores > scores[:, [i]]).sum(axis=1) for i in range(m)], axis=1)
    table = np.stack([(ranks == k).mean(axis=0) for k in range(1, m + 1)], axis=1)
    first = ranks == 1
    return len(w), table, np.array([w[first[:, i]].mean(axis=0) if first[:, i].any() else 0 * w[0] for i in range(m)])


@pytest.mark.parametrize(("name", "example"), examples("smaa"))
def test_published_tables_are_ranked_as_a_plain_loop_ranks_them(name, example):
    case = problem(example["table"], example["directions"])
    statements = [f"{low} <= c{j} <= {high}" for j, (low, high) in enumerate(example["intervals"])]
    found = asked(case, *statements)
    draws, table, central = plain(example)
    assert draws > 50_000
    near(found.acceptability, table, min(draws, DRAWS))
    often = found.first > 0.02
    np.testing.assert_allclose(found.central[often], central[often], atol=0.01)


@pytest.mark.parametrize(
    "statements",
    [
        ("c0 >= c1 >= c2",),
        ("0.2 <= c0 <= 0.6", "c1 >= 0.1"),
        ("c0 = 0.5", "c1 = 0.2"),
        ("c0 >= c1", "c0 >= c2", "c0 <= 0.5"),
    ],
)
def test_every_number_of_workers_gives_the_same_counts(statements):
    case = problem([[3, 1, 2], [1, 3, 2.5], [2.2, 2.1, 2.2]])
    one, two = (asked(case, *statements, draws=BLOCK + 300, workers=workers) for workers in (1, 2))
    np.testing.assert_array_equal(one.acceptability, two.acceptability)
    np.testing.assert_array_equal(one.central, two.central)
    assert one.known == {"given": statements}


def test_standard_errors_hold_within_what_is_known():
    case = problem([[3, 1, 2], [1, 3, 2.5], [2.2, 2.1, 2.2]])
    found = [asked(case, "c0 >= c1", "c0 <= 0.6", draws=2000, seed=seed) for seed in range(40)]
    spread, stated = np.std([f.acceptability for f in found], axis=0), np.mean([f.errors for f in found], axis=0)
    here = stated > 0
    assert 0.8 < float(np.median(spread[here] / stated[here])) < 1.25


def test_weights_that_are_all_known_give_one_order():
    case = problem([[3, 1, 2], [1, 3, 2.5], [2.2, 2.1, 2.2]])
    found = asked(case, "c0 = 0.5", "c1 = 0.3", draws=500)
    ranks = mcda.rank(case, "weighted_sum", weights={"c0": 0.5, "c1": 0.3, "c2": 0.2}).ranks
    assert (found.acceptability.argmax(axis=1) + 1 == ranks).all()
    assert found.acceptability.max(axis=1).tolist() == [1, 1, 1]


def test_draws_from_a_walk_are_said_to_be_approximate():
    names = "abcdefghij"
    case = mcda.Problem.from_frame(
        pd.DataFrame(np.random.default_rng(0).random((3, 10)), columns=list(names)), dict.fromkeys(names, "max")
    )
    narrow = (
        "a >= 1.2*b", "b >= 1.2*c", "c >= 1.1*d", "a >= e", "e >= f", "f >= 1.3*g", "b >= h", "h >= i", "i >= j",
        "a <= 0.25", "e <= 0.2", "b + c <= 0.3",
    )  # fmt: skip
    found = asked(case, *narrow, draws=300)
    assert any(f.message.code == "finding.known_walk" and f.level == "caution" for f in found.findings)
    assert not any(f.message.code == "finding.known_walk" for f in asked(case, "a >= b", draws=300).findings)


def test_a_plan_that_rests_on_statements_brings_them_along():
    case = judged(problem([[1, 0], [0, 1], [0.7, 0.6]]), ("ministry", ("c0 >= c1",)))
    found = mcda.robustness(case, "weights", 2000, method="weighted_sum")
    assert found.known == {"ministry": ("c0 >= c1",)}
    np.testing.assert_array_equal(found.first, asked(case, "c0 >= c1", draws=2000).first)
    assert found.central[0, 0] > 0.5
    every = mcda.robustness(case, "weights", 2000, method="weighted_sum", weights="equal")
    assert every.known == {}
    assert every.first[1] > 0.1
    assert asked(case, "c1 >= c0", draws=2000).known == {"given": ("c1 >= c0",)}


def test_what_several_people_said_is_drawn_from_each_as_often():
    """Each is sure of another option, and neither outweighs the other."""
    case = problem([[1, 0], [0, 1]])
    both = judged(case, ("ministry", ("c0 >= 0.6",)), ("union", ("c1 >= 0.6",)))
    found = mcda.robustness(both, "weights", 20_000, method="weighted_sum")
    near(found.first, [0.5, 0.5], 20_000)
    assert found.central.tolist() == pytest.approx(np.array([[0.8, 0.2], [0.2, 0.8]]), abs=0.01)
    assert "ministry (c0 ≥ 0.6) and union (c1 ≥ 0.6)" in page(both, found, "en")[2].text


def test_a_branch_stands_for_the_sum_of_its_criteria():
    case = problem([[1, 0, 0], [0, 1, 0.5], [0.2, 0.4, 1]])
    tree = Branch("whole", Text.same("whole"), ("c0", Branch("pair", Text.same("pair"), ("c1", "c2"))))
    found = asked(replace(case, tree=tree), "pair >= 0.9", "c1 >= c2", draws=5000)
    used = found.first @ np.nan_to_num(found.central)
    assert used[0] <= 0.1
    assert used[1] > used[2]


def test_the_page_says_within_what_weights_were_drawn():
    case = problem([[1, 0], [0, 1]])
    for over in ("weights", "both"):
        found = mcda.robustness(case, over, 500, constraints=("c0>=2*c1", "c0 <= 0.7"))
        assert "allowed by c0 ≥ 2 × c1 and c0 ≤ 0.7" in page(case, found, "en")[2].text
        assert "c0 ≥ 2 × c1、c0 ≤ 0.7" in page(case, found, "zh")[2].text
        assert found.to_dict()["known_of_weights"] == {"given": ["c0>=2*c1", "c0 <= 0.7"]}
    steel = mcda.load("hebei-steel")
    found = mcda.robustness(steel, "weights", 500, constraints=("cost >= emissions",))
    assert "Cost ≥ Emissions" in page(steel, found, "en")[2].text
    assert "成本 ≥ 排放" in page(steel, found, "zh")[2].text


def test_what_cannot_be_is_refused_by_name():
    case = problem([[1, 0, 1], [0, 1, 0.5]])
    with pytest.raises(mcda.MCDAError) as caught:
        asked(case, "c0 >= c1", "c2 <= 0.9", "c1 >= 0.6")
    assert caught.value.faults[0].values["statements"] == ("c0 >= c1", "c1 >= 0.6")
    with pytest.raises(mcda.MCDAError, match="no criterion called cost"):
        asked(case, "cost >= c1")
    with pytest.raises(mcda.MCDAError) as caught:
        asked(case, "cost >= 2*jobs", "c0 >= air")
    assert [fault.values["name"] for fault in caught.value.faults] == ["cost", "jobs", "air"]
    with pytest.raises(mcda.MCDAError, match="is no statement about weights"):
        asked(case, "c0")
    with pytest.raises(mcda.MCDAError, match="weights are not drawn over figures"):
        mcda.robustness(mcda.load("hebei-steel"), "figures", 10, constraints=("cost >= emissions",))


def test_the_page_of_all_questions_says_it_too():
    case = judged(problem([[1, 0], [0, 1], [0.7, 0.6]]), ("ministry", ("c0 >= c1",)))
    said = [block.text for block in whole(case, analyse(case, draws=500), "en") if hasattr(block, "text")]
    assert any("allowed by ministry (c0 ≥ c1)" in text for text in said)
