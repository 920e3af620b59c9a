"""Large tables: the same answers as small ones, by the same definitions, in memory and on Dask arrays."""

import tracemalloc
from dataclasses import fields, replace

import dask.array as da
import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.figures import scenario_of, tabulate
from mcda.methods import METHODS, choices_of, options_of
from mcda.ranking import _scoring, planned
from mcda.ranking import large as large_table
from mcda.ranking._memory import CHUNK, InMemory
from mcda.ranking.large import rank_large

NAMES = ("a", "b", "c", "d", "e")
BETTER = dict(zip(NAMES, ("max", "min", "max", "min", "max"), strict=True))
WEIGHTS = dict(zip(NAMES, (1, 2, 3, 4, 5), strict=True))
FRAMED = [
    (name, given)
    for name, method in METHODS.items()
    if method.frame is not None
    for given in [{o.name: value} for o in fields(method.options) for value in choices_of(o)] or [{}]
]
framed = pytest.mark.parametrize(("name", "given"), FRAMED)


def problem(x, method="topsis", options=None):
    made = mcda.Problem.from_frame(pd.DataFrame(x, columns=NAMES), BETTER, WEIGHTS)
    criteria = tuple(replace(criterion, range=(0.0, 20.0)) for criterion in made.criteria)
    return planned(replace(made, criteria=criteria), method, options)


def table(m, seed=0):
    return np.random.default_rng(seed).uniform(1, 10, (m, 5))


def kept_in_memory(x):
    return np.asfortranarray(x)


def in_blocks(x):
    return da.from_array(x, chunks=(7000, 2))


either = pytest.mark.parametrize("held", [kept_in_memory, in_blocks])


@either
@framed
def test_a_large_table_is_ranked_as_a_small_one_is(monkeypatch, name, given, held):
    for module in (large_table, _scoring):
        monkeypatch.setattr(module, "CHUNK", 40)
    x = table(110)
    x[17] = x[90] = x[3]
    case = problem(x, name, given)
    small, large = mcda.rank(case), rank_large(case, held(x).rechunk(30) if held is in_blocks else held(x))
    assert large.rows.tolist() == small.order
    assert large.ranks.tolist() == small.ranks[small.order].tolist()
    np.testing.assert_allclose(large.scores, small.scores[small.order], rtol=0, atol=1e-12)
    np.testing.assert_allclose(large.effective, small.effective, rtol=1e-9)
    assert large.fingerprint == small.fingerprint
    np.testing.assert_array_equal(large.figures, x[large.rows[:10]])


@framed
def test_a_definition_runs_on_dask_arrays_as_it_is(name, given):
    method, options = METHODS[name], options_of(name, given)
    x, gain, w = table(50), np.array([[True, False, True, False, True]]), np.full((1, 5), 0.2)
    blocks = da.from_array(x, chunks=(20, 5))
    frame = method.frame(x, gain, options)
    lazy = method.frame(blocks, gain, options)
    for row in ("best", "worst", "size"):
        np.testing.assert_allclose(getattr(lazy, row).compute(), getattr(frame, row), rtol=1e-12)
    scores = method.score(blocks, gain, w, lazy, options)
    assert isinstance(scores, da.Array)
    np.testing.assert_allclose(scores.compute(), method.score(x, gain, w, frame, options), rtol=0, atol=1e-12)


@framed
def test_a_frame_is_made_chunk_by_chunk(name, given):
    method, options = METHODS[name], options_of(name, given)
    x, gain = table(3 * CHUNK + 5), np.array([[True, False, True, False, True]])
    whole = method.frame(x, gain, options)
    parts = InMemory(x).found(lambda figures: method.frame(figures, gain, options))
    for row in ("best", "worst", "size"):
        np.testing.assert_allclose(getattr(parts, row), getattr(whole, row), rtol=1e-12)


@either
@pytest.mark.parametrize(
    ("method", "options", "frame"),
    [("topsis", {}, "own"), ("topsis", {}, "declared"), ("mavt", {}, "own"), ("ahp", {"mode": "ratings"}, "own")],
)
def test_levels_ranges_and_frames_are_those_of_the_case(method, options, frame, held):
    """The options of a shipped case, many times over: their scores are those of the case."""
    case = planned(mcda.load("hebei-steel"), method, options).with_plan(frame=frame)
    shown = tabulate(case, scenario_of(case, "base")).ranked().shown
    small = mcda.rank(case)
    copies = 900
    found = rank_large(case, held(np.tile(shown, (copies, 1))))
    np.testing.assert_allclose(found.scores, np.repeat(small.scores[small.order], copies), rtol=0, atol=1e-12)
    assert found.ranks.tolist() == [1 + copies * k for k in range(len(shown)) for _ in range(copies)]
    assert (found.rows % len(shown)).tolist() == np.repeat(small.order, copies).tolist()
    said = {finding.message.code for finding in found.findings}
    assert "finding.large_requirements" in said
    assert "finding.weights_illustration" in said


@either
@pytest.mark.parametrize("top", [1, 2, 7, 100, 40_000])
def test_the_best_few_are_the_first_of_all(held, top):
    x = np.round(table(20_000), 0)  # many ties
    case = problem(x[:3])
    everything, few = rank_large(case, held(x)), rank_large(case, held(x), top)
    for part in ("rows", "ranks", "scores"):
        np.testing.assert_array_equal(getattr(few, part), getattr(everything, part)[:top])
    assert few.first(3).to_frame().index.tolist() == everything.rows[: min(top, 3)].tolist()


@pytest.mark.parametrize("top", [None, 4])
def test_scores_that_differ_by_rounding_only_are_equal_and_stand_in_order(top):
    x = np.full((1_200_000, 5), 2.0)  # several parts
    x[0], x[7] = 1.0, 9.0
    x[[20, 700_000, 900_000]] = 3.0
    x[20, 0] -= 1e-14
    found = rank_large(problem(x[:2], "weighted_sum"), x * [1, -1, 1, -1, 1] + [0, 20, 0, 20, 0], top)
    assert found.rows[:4].tolist() == [7, 20, 700_000, 900_000]
    assert found.ranks[:4].tolist() == [1, 2, 2, 2]


@either
def test_what_can_not_be_used_is_counted_and_its_first_row_told(held):
    case = mcda.load("hebei-steel")
    x = np.tile([[500.0, 1.0, 7, 50, 3]], (20_000, 1))
    x[[11, 8000, 19_999], 0] = np.nan
    x[12_000, 1] = -np.inf
    x[[30, 40], 2] = 7.5, 12
    x[15_000, 3] = 999
    with pytest.raises(mcda.MCDAError) as error:
        rank_large(case, held(x))
    told = [(f.code, f.values["criterion"], f.values["count"], f.values["row"]) for f in error.value.faults]
    assert told == [
        ("large_missing", "cost", "3", "11"),
        ("large_missing", "emissions", "1", "12,000"),
        ("large_level", "technological_maturity", "2", "30"),
        ("large_outside", "import_dependence", "1", "15,000"),
    ]


@either
def test_figures_that_a_method_can_not_take_are_told_of_the_table(held):
    x = table(10_000)
    x[9000, 1] = -1
    with pytest.raises(mcda.MCDAError) as error:
        rank_large(planned(mcda.Problem.from_frame(pd.DataFrame(x[:2], columns=NAMES), BETTER), "ahp"), held(x))
    (fault,) = error.value.faults
    assert (fault.code, fault.values["criterion"], str(fault.place)) == ("table_negative_here", "b", "")


@either
@pytest.mark.parametrize("name", [name for name, method in METHODS.items() if method.frame is None])
def test_methods_that_compare_all_options_are_refused_by_name_unless_these_are_few(held, name):
    x = table(60)
    case = problem(x, name)
    small = mcda.rank(case)
    large = rank_large(case, held(x), top=5)
    assert large.rows.tolist() == small.order[:5]
    with pytest.raises(mcda.MCDAError) as error:
        rank_large(case, held(np.tile(x, (150, 1))))
    assert METHODS[name].title.en in str(error.value)
    assert "topsis" in error.value.faults[0].mend()


def test_a_table_must_have_rows_and_a_column_per_criterion():
    for x in (np.empty((0, 5)), np.ones((3, 4)), np.ones(5), da.ones((3, 4))):
        with pytest.raises(mcda.MCDAError, match="5 criteria"):
            rank_large(problem(table(3)), x)


def test_whole_numbers_and_blocks_of_unknown_length_serve_too():
    x = np.arange(1, 50_001).reshape(-1, 5) % 17 + 1
    wanted = rank_large(problem(x[:4]), x.astype(float), top=20)
    assert rank_large(problem(x[:4]), x, top=20).rows.tolist() == wanted.rows.tolist()
    unknown = da.from_array(x, chunks=(3000, 5))[da.from_array(x[:, 0], chunks=3000) > 0]
    assert rank_large(problem(x[:4]), unknown, top=20).rows.tolist() == wanted.rows.tolist()


def test_progress_is_told():
    x, told = table(1_100_000), []
    rank_large(problem(x[:3]), x, 50, progress=lambda *counts: told.append(counts))
    assert told == [(524_288, 1_100_000), (1_048_576, 1_100_000), (1_100_000, 1_100_000)]
    rank_large(problem(x[:3]), da.from_array(x, chunks=(100_000, 5)), 50, progress=lambda *counts: told.append(counts))
    assert told[-1][0] == told[-1][1] >= 11


def test_no_copy_of_the_table_is_made():
    x = np.asfortranarray(np.tile(table(10_000), (100, 1)))
    case = problem(x[:3])
    rank_large(case, x[:CHUNK], top=5)  # what is imported doesn't count
    tracemalloc.start()
    try:
        rank_large(case, x, top=100)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < x.nbytes / 3


def test_a_result_is_plain_values_too():
    x = table(9000)
    found = replace(rank_large(problem(x[:3]), x, top=3), names=np.array(["x", "y", "z"], dtype=object))
    data = found.to_dict()
    assert [row["alternative"] for row in data["ranking"]] == ["x", "y", "z"]
    assert data["count"] == 9000
    assert data["weights"]["e"] == pytest.approx(1 / 3)
    assert data["ends"]["a"] == [x[:, 0].min(), x[:, 0].max()]
