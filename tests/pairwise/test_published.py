"""Priorities and consistency as printed."""

import numpy as np
import pytest
from worked import examples, matrix

from mcda.methods import METHODS, options_of, run
from mcda.pairwise import checked, priorities, weights_of
from mcda.pairwise.priorities import log_least_squares

PRINTED = [(name, e) for name, e in examples("priorities") if not np.isnan(matrix(e["matrix"])).any()]


@pytest.mark.parametrize(("name", "example"), PRINTED)
def test_weights_and_consistency(name, example):
    expect, near = example["expect"], {"abs": example["tolerance"]}
    table = expect.get("random_index", "alonso_lamata")
    found = priorities(matrix(example["matrix"]), example["method"], table)
    assert found.weights.tolist() == pytest.approx(expect["weights"], **near)
    printed = {
        "lambda_max": found.lambda_max, "consistency_ratio": found.consistency_ratio,
        "geometric_consistency_index": found.geometric_index,
    }  # fmt: skip
    for key, value in printed.items():
        if key in expect:
            assert float(value) == pytest.approx(expect[key], abs=_digits(expect[key]))


def _digits(printed):
    """Half a unit of the last digit printed, and a little for printing."""
    decimals = len(str(printed).partition(".")[2])
    return 0.51 * 10.0**-decimals


def test_a_missing_answer_is_read_off_the_others():
    """Bozóki, Fülöp & Rónyai (2010), example 3: the best completion is 0.7302965."""
    example = dict(examples("priorities"))["bozoki_2010_incomplete"]
    w = log_least_squares(matrix(example["matrix"]))
    assert w[2] / w[3] == pytest.approx(0.7302965, abs=5e-7)


@pytest.mark.parametrize(("name", "example"), examples("hierarchy"))
def test_synthesis_of_a_hierarchy(name, example):
    """Options compared under each criterion, priorities synthesised down the tree."""
    near = {"abs": example["tolerance"]}
    weights = dict(_weights(example["criteria"], example["method"]))
    if "weights" in example["expect"]:
        assert list(weights.values()) == pytest.approx(example["expect"]["weights"], **near)
    for branch, below in (example.get("sub") or {}).items():
        above = weights.pop(branch)
        weights |= {leaf: above * share for leaf, share in _weights(below, example["method"])}
    leaves = list(example["alternatives"])
    x = np.stack(
        [weights_of(checked(matrix(example["alternatives"][leaf])), example["method"]) for leaf in leaves], axis=-1
    )
    w = np.array([[weights[leaf] for leaf in leaves]])
    found = run(METHODS["ahp"], options_of("ahp", {"mode": example["mode"]}), x, np.ones((1, len(leaves)), bool), w)
    assert found[:, 0].tolist() == pytest.approx(example["expect"]["scores"], **near)


def _weights(node, method):
    values = weights_of(checked(matrix(node["matrix"])), method)
    return zip(node["names"], values.tolist(), strict=True)


def test_there_are_five_examples_and_each_way_to_priorities_has_one():
    assert len(PRINTED) >= 5
    assert {e["method"] for _, e in PRINTED} == {"row_geometric_mean", "eigenvector", "column_mean"}
