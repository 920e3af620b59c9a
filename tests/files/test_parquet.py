"""Parquet files: read by groups of rows, however these are cut, and written back."""

import json
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import mcda
from mcda.files import parquet
from mcda.files.parquet import rank_file, write
from mcda.ranking.large import rank_large

NAMES = ("cost", "jobs", "air")
PROBLEM = mcda.Problem.from_frame(
    pd.DataFrame([[1.0, 2, 3]], columns=NAMES), {"cost": "min", "jobs": "max", "air": "min"}
)


@pytest.fixture
def frame():
    rng = np.random.default_rng(0)
    columns = {"air": rng.uniform(1, 9, 9000), "site": [f"地点{k}" for k in range(9000)]}
    return pd.DataFrame({**columns, "cost": rng.integers(1, 99, 9000), "jobs": rng.random(9000).astype("float32")})


@pytest.fixture
def file(frame, tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "BLOCK", 1000)
    frame.to_parquet(tmp_path / "sites.parquet", row_group_size=300)
    return tmp_path / "sites.parquet"


def figures(frame):
    return frame[[*NAMES]].to_numpy(dtype=float)


def test_a_file_is_ranked_as_the_table_in_it(file, frame):
    wanted = rank_large(PROBLEM, figures(frame))
    found = rank_file(PROBLEM, file)
    np.testing.assert_array_equal(found.rows, wanted.rows)
    np.testing.assert_array_equal(found.ranks, wanted.ranks)
    np.testing.assert_allclose(found.scores, wanted.scores, rtol=0, atol=1e-12)
    assert found.names is found.rows


def test_options_are_called_what_a_column_says(file, frame):
    found = rank_file(PROBLEM, file, top=50, id="site")
    assert found.names.tolist() == [f"地点{row}" for row in found.rows]
    np.testing.assert_array_equal(rank_file(PROBLEM, file, top=50, id="air").names, frame["air"][found.rows])


def test_a_column_called_id_names_the_options_unless_another_is_asked_for(file, frame):
    frame.rename(columns={"site": "ID"}).to_parquet(file)
    found = rank_file(PROBLEM, file, top=50)
    assert found.names.tolist() == [f"地点{row}" for row in found.rows]
    assert found.findings[-1].text() == "options are named by the column ID"
    asked = rank_file(PROBLEM, file, top=50, id="ID")
    assert asked.names.tolist() == found.names.tolist()
    assert len(asked.findings) == len(found.findings) - 1
    frame.assign(id=range(9000), Id=frame["site"], identity=frame["site"]).to_parquet(file)
    unsure = rank_file(PROBLEM, file, top=50)
    assert unsure.names is unsure.rows


def test_a_criterion_called_id_names_nothing(file, frame):
    frame.rename(columns={"air": "id"}).to_parquet(file)
    table = pd.DataFrame([[1.0, 2, 3]], columns=["cost", "jobs", "id"])
    found = rank_file(mcda.Problem.from_frame(table, ["min", "max", "min"]), file, top=5)
    assert found.names is found.rows


@pytest.mark.parametrize("size", [1, 70, 999, 5000, 10_000])
def test_the_size_of_groups_does_not_matter(file, frame, size):
    short = frame[:400]
    short.to_parquet(file, row_group_size=size)
    assert rank_file(PROBLEM, file).rows.tolist() == rank_large(PROBLEM, figures(short)).rows.tolist()


def test_groups_without_rows_and_decimal_numbers_serve(file):
    table = pa.table({"cost": [Decimal("1.50"), Decimal("0.5"), Decimal("9")], "jobs": [1, 2, 3], "air": [1.0, 1, 1]})
    with pq.ParquetWriter(file, table.schema) as writer:
        for part in (table[:2], table[:0], table[2:]):
            writer.write_table(part, row_group_size=10)
    assert rank_file(PROBLEM, file, id="jobs").names.tolist() == [2, 1, 3]


def told(file, **more):
    with pytest.raises(mcda.MCDAError) as error:
        rank_file(PROBLEM, file, **more)
    assert {str(fault.place) for fault in error.value.faults} <= {str(file), ""}
    return [(fault.code, *fault.values.values()) for fault in error.value.faults]


def test_figures_that_are_missing_are_counted_with_their_first_row(file, frame):
    frame["cost"] = frame["cost"].astype("Int64")
    frame.loc[[5000, 6000], "cost"] = pd.NA
    frame.loc[8999, "air"] = np.inf
    frame.to_parquet(file, row_group_size=300)
    assert [fault[:4] for fault in told(file)] == [
        ("large_missing", "cost", "2", "5,000"),
        ("large_missing", "air", "1", "8,999"),
    ]


def test_columns_that_are_missing_double_or_no_numbers_are_told(file, frame):
    frame.rename(columns={"cost": "costs"}).to_parquet(file)
    assert [fault[0] for fault in told(file, id="sight")] == ["unknown_name_near", "unknown_name_near"]
    frame.assign(cost=frame["site"], jobs=frame["jobs"] > 0.5).to_parquet(file)
    assert [fault[:2] for fault in told(file)] == [("column_numbers", "cost"), ("column_numbers", "jobs")]
    table = pa.Table.from_pandas(frame[["cost", "jobs", "air", "air"]].set_axis([*"abcd"], axis=1))
    pq.write_table(table.rename_columns(["cost", "jobs", "air", "air"]), file)
    assert [fault[:2] for fault in told(file)] == [("name_twice", "air")]


def test_what_is_no_parquet_file_is_told(file, tmp_path):
    whole = file.read_bytes()
    for content in (b"", b"id: case\n", b"PAR1" + b"\0" * 40 + b"PAR1", whole[: len(whole) // 2]):
        file.write_bytes(content)
        assert told(file)[0][0] == "table_unreadable"
    assert told(tmp_path / "absent.parquet")[0][0] == "table_unreadable"
    assert told(tmp_path)[0][0] == "table_unreadable"


def test_damage_inside_is_told(file):
    content = bytearray(file.read_bytes())
    content[200:-40_000] = bytes(len(content[200:-40_000]))
    file.write_bytes(content)
    assert told(file)[0][0] == "table_unreadable"


def test_what_is_written_says_what_it_rests_on(file, tmp_path):
    found = rank_file(PROBLEM, file, top=5, id="site")
    with (tmp_path / "best.parquet").open("wb") as stream:
        write(found, stream)
    best = pq.read_table(tmp_path / "best.parquet")
    assert best.column_names == ["alternative", "rank", "score"]
    assert best["alternative"].to_pylist() == found.names.tolist()
    assert best["rank"].to_pylist() == [1, 2, 3, 4, 5]
    np.testing.assert_array_equal(best["score"], found.scores)
    about = json.loads(best.schema.metadata[b"mcda"])
    assert about["count"] == 9000
    assert about["fingerprint"] == found.fingerprint


def test_a_package_that_is_missing_is_told(file, monkeypatch):
    for package in ("pyarrow", "dask"):
        with monkeypatch.context() as patch:
            patch.setitem(__import__("sys").modules, package, None)
            assert told(file) == [("scale_missing", package)]


def test_progress_is_told(file):
    counts = []
    rank_file(PROBLEM, file, progress=lambda *now: counts.append(now))
    assert counts[-1][0] == counts[-1][1]
