"""mcda rank-table: a file of options in, the best out."""

import csv
import io
import json
import os
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from mcda.cli import commands
from mcda.files import load

HAN = re.compile(r"[\u3400-\u9fff]")
CASE = load("hebei-steel")
LOW = np.array([300.0, 0.5, 5, 10, 1])
HIGH = np.array([900.0, 2.5, 11, 150, 5])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a file of 9,000 sites, of which number 4,321 is the best of everything and 17 likewise."""
    monkeypatch.chdir(tmp_path)
    x = np.random.default_rng(0).integers(LOW + 1, HIGH, (9000, 5)).astype(float)
    x[[17, 4321]] = [300, 0.5, 11, 10, 5]
    frame = pd.DataFrame(x, columns=[c.id for c in CASE.criteria])
    frame.assign(site=[f"site-{k}" for k in range(len(frame))]).to_parquet("sites.parquet", row_group_size=2000)
    return tmp_path


def ran(*words, lang="en"):
    settings = {"LANG": {"en": "C.UTF-8", "zh": "zh_CN.UTF-8"}[lang], "LC_ALL": None, "LC_MESSAGES": None}
    return CliRunner(env=settings).invoke(commands, ["rank-table", *words, "--plan", "hebei-steel"])


def test_the_best_are_written_and_shown(folder):
    done = ran("sites.parquet", "--id", "site", "--top", "40", "-o", "best.parquet")
    assert (done.exit_code, done.stderr) == (0, "Written to best.parquet.\n")
    best = pd.read_parquet("best.parquet")
    assert best.columns.tolist() == ["alternative", "rank", "score"]
    assert best["alternative"].tolist()[:2] == ["site-17", "site-4321"]
    assert best["rank"].tolist()[:3] == [1, 1, 3]
    assert len(best) == 40
    assert "First place is shared by site-17 and site-4321 (1.000)." in done.stdout
    assert "9,000 options of sites.parquet ranked" in done.stdout
    assert re.search(r"^ +1 +site-17 +1\.000 +300 +0\.5 +11 +10 +5$", done.stdout, re.MULTILINE)
    assert len(re.findall("^ +\\d+ +site-", done.stdout, re.MULTILINE)) == 10
    assert "red lines" in done.stdout
    assert [line for line in done.stdout.splitlines() if cell_len(line) > 80] == []
    assert {path.name for path in folder.iterdir()} == {"sites.parquet", "best.parquet"}


def test_without_a_number_all_are_written_and_ten_shown(folder):
    done = ran("sites.parquet", "-o", "best.parquet", "--format", "csv")
    best, shown = pd.read_parquet("best.parquet"), pd.read_csv(io.StringIO(done.stdout))
    assert sorted(best["alternative"]) == list(range(9000))
    assert best["score"].is_monotonic_decreasing
    pd.testing.assert_frame_equal(shown[best.columns], best[:10], check_exact=False, rtol=1e-14)


def test_data_hold_as_many_as_are_asked_for(folder):
    data = json.loads(ran("sites.parquet", "--top", "25", "--format", "json").stdout)
    assert [row["rank"] for row in data["ranking"]] == [1, 1, *range(3, 26)]
    rows = list(csv.reader(io.StringIO(ran("sites.parquet", "--top", "25", "--format", "csv").stdout)))
    assert [int(row[0]) for row in rows[1:]] == [row["alternative"] for row in data["ranking"]]


def test_a_chinese_reader_gets_a_chinese_page(folder):
    done = ran("sites.parquet", "--top", "3", "--method", "weighted_product", lang="zh")
    assert done.exit_code == 0
    assert "17、4321并列第一" in done.stdout
    assert not re.search("[a-z]{6}", done.stdout.replace("sites.parquet", ""))
    assert "sites.parquet 的 9,000 个方案" in ran("sites.parquet", "--format", "markdown", lang="zh").stdout


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("column", "rows", "value", "tells"),
    [
        ("cost", [40, 41, 8000], np.nan, ["sites.parquet", "cost", "3", "40"]),
        ("technological_maturity", [8999], 7.5, ["technological_maturity", "1", "8,999"]),
        ("emissions", [5], 9.0, ["emissions", "1", "5"]),
    ],
)
def test_what_can_not_be_ranked_is_told_and_nothing_written(folder, column, rows, value, tells, lang):
    frame = pd.read_parquet("sites.parquet")
    frame.loc[rows, column] = value
    frame.to_parquet("sites.parquet")
    (folder / "best.parquet").write_text("old")
    done = ran("sites.parquet", "-o", "best.parquet", lang=lang)
    assert (done.exit_code, done.stdout) == (2, "")
    assert [word for word in tells if word not in done.stderr] == []
    assert bool(HAN.search(done.stderr)) == (lang == "zh")
    assert (folder / "best.parquet").read_text() == "old"
    assert {path.name for path in folder.iterdir()} == {"sites.parquet", "best.parquet"}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("words", "tells"),
    [
        (["--method", "vikor"], ["VIKOR", "9,000", "8,192", "topsis"]),
        (["-o", "best.csv"], ["best.csv", "best.parquet"]),
        (["-o", "nowhere/best.parquet"], ["nowhere/best.parquet"]),
        (["--id", "sit"], ["sit", "site"]),
        (["--cluster", "nonsense"], ["nonsense", "dask scheduler"]),
        (["--method", "topsi"], ["topsis"]),
    ],
)
def test_wrong_words_are_told_and_leave_nothing(folder, words, tells, lang):
    done = ran("sites.parquet", *words, lang=lang)
    assert done.exit_code == 2
    assert [word for word in tells if word not in done.stderr] == []
    assert bool(HAN.search(done.stderr)) == (lang == "zh")
    assert [path.name for path in folder.iterdir()] == ["sites.parquet"]


def test_robustness_takes_processes_or_a_cluster(folder):
    words = ["robustness", "hebei-steel", "--cluster", "tcp://127.0.0.1:8786", "--workers", "2"]
    done = CliRunner().invoke(commands, words)
    assert done.exit_code == 2
    assert "--cluster goes with none of --workers" in done.stderr


@pytest.mark.parametrize("package", ["dask", "pyarrow"])
def test_a_missing_package_is_told_kindly(mcda, folder, package):
    (folder / package).mkdir()
    (folder / package / "__init__.py").write_text("raise ImportError")
    path = os.pathsep.join([str(folder), str(Path(__file__).parents[2])])
    done = mcda("rank-table", "sites.parquet", "--plan", "hebei-steel", cwd=folder, settings=(("PYTHONPATH", path),))
    assert (done.code, done.out) == (2, "")
    assert package in done.err
    assert "[scale]" in done.err
