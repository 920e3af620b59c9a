"""The public names, and the examples in the documentation of each."""

import doctest
import importlib
import pkgutil
import subprocess
import sys

import numpy as np
import pytest

import mcda


def modules():
    return sorted(
        found.name for found in pkgutil.walk_packages(mcda.__path__, "mcda.") if not found.name.endswith("__main__")
    )


def test_all_names_are_there_and_sorted():
    assert mcda.__all__ == sorted(mcda.__all__)
    assert len(mcda.__all__) <= 22
    for name in mcda.__all__:
        assert getattr(mcda, name).__doc__
    assert set(mcda.__all__) <= set(dir(mcda))
    with pytest.raises(AttributeError):
        _ = mcda.nothing


@pytest.mark.parametrize("name", modules())
def test_examples_in_docstrings_run(name):
    failed, _ = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert failed == 0


@pytest.mark.parametrize("name", modules())
def test_every_module_says_what_it_is(name):
    assert (importlib.import_module(name).__doc__ or "").strip()


def test_importing_the_package_loads_nothing():
    code = "import sys, mcda; print([m for m in ('numpy', 'pandas', 'pydantic', 'rich', 'click') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_priorities_from_plain_lists():
    found = mcda.priorities([[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]], method="eigenvector")
    np.testing.assert_allclose(found.weights, [4 / 7, 2 / 7, 1 / 7])
    assert found.lambda_max == pytest.approx(3)
    assert found.consistency_ratio == pytest.approx(0, abs=1e-12)


def test_the_plan_may_be_overruled_when_asking():
    case = mcda.load("hebei-steel")
    assert mcda.rank(case).method == "topsis"
    assert mcda.rank(case, method="weighted_sum").options == {"scaling": "minmax"}
    assert mcda.rank(case, options={"scaling": "minmax"}).options == {"scaling": "minmax"}
    assert mcda.rank(case, weights="equal").weights.values.tolist() == [0.2] * 5
    assert mcda.rank(case, scenario="cp_100").scenario == "cp_100"


def test_frames_are_ordered_by_rank():
    frame = mcda.rank(mcda.load("hebei-steel")).to_frame()
    assert frame["rank"].is_monotonic_increasing
    assert frame.index.name == "alternative"
