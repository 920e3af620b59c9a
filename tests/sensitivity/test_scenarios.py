"""Scenarios side by side: one frame, so that a score means the same everywhere."""

import numpy as np
import pytest

import mcda
from mcda.figures import tabulate
from mcda.sensitivity.scenarios import common_frame


@pytest.fixture(scope="module")
def steel():
    return mcda.load("hebei-steel")


def test_best_and_worst_are_the_declared_ranges(steel):
    frame = common_frame(steel, [tabulate(steel, s) for s in steel.scenarios.values()])
    assert frame.best[0].tolist()[:2] == [250, 0]
    assert frame.worst[0].tolist()[:2] == [1100, 4]


def test_without_declared_ranges_they_are_the_union(steel):
    from dataclasses import replace

    bare = replace(steel, criteria=tuple(replace(c, range=None) for c in steel.criteria))
    tables = [tabulate(bare, s) for s in bare.scenarios.values()]
    frame = common_frame(bare, tables)
    costs = np.concatenate([t.ranked().values[:, 0] for t in tables])
    assert frame.best[0, 0] == costs.min()
    assert frame.worst[0, 0] == costs.max()


def test_a_score_in_one_frame_depends_on_nothing_but_the_scenario(steel):
    from dataclasses import replace

    fewer = replace(steel, scenarios={k: v for k, v in steel.scenarios.items() if k in ("base", "cp_100")})
    many, few = mcda.scenarios(steel, method="weighted_sum"), mcda.scenarios(fewer, method="weighted_sum")
    for name in ("base", "cp_100"):
        a, b = many.scores[many.scenarios.index(name)], few.scores[few.scenarios.index(name)]
        np.testing.assert_allclose(a, b, equal_nan=True)


def test_a_dearer_world_lowers_scores_in_one_frame(steel):
    found = mcda.scenarios(steel, method="weighted_sum")
    base, dear = (found.scores[found.scenarios.index(name)] for name in ("base", "cp_500"))
    here = ~np.isnan(base)
    assert (dear[here] < base[here]).all()


def test_each_scenario_of_its_own_is_what_rank_says(steel):
    found = mcda.scenarios(steel, method="edas")
    assert not found.framed
    for name, row in zip(found.scenarios, found.ranks, strict=True):
        alone = mcda.rank(steel, method="edas", scenario=name)
        assert [row[found.alternatives.index(a)] for a in alone.table.alternatives] == alone.ranks.tolist()


def test_regions_rank_side_by_side():
    found = mcda.scenarios(mcda.load("green-pathways"))
    assert {"base", "east", "centre", "west"} <= set(found.scenarios)
    assert len({tuple(row) for row in found.ranks}) > 1
    assert found.to_frame().shape == (16, 2 * len(found.scenarios))
    assert len(found.to_dict()["scenarios"]) == len(found.scenarios)


def test_an_option_set_apart_in_a_scenario_has_no_rank_there(steel):
    found = mcda.scenarios(steel)
    at = found.alternatives.index("scrap_eaf")
    assert np.isnan(found.ranks[:, at]).all()
    assert found.to_dict()["scenarios"][0]["ranks"]["scrap_eaf"] is None
