"""Whoever computes: the same answers in the same order, also where a worker is killed half way."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import distributed
import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.cli._options import without_nan
from mcda.files import parquet
from mcda.files.parquet import Parquet, rank_file
from mcda.ranking import workers
from mcda.ranking.workers import AHEAD, cluster_at, shared
from mcda.sensitivity._blocks import BLOCK

ROOT = Path(__file__).parents[2]


def square(x, y=0):
    if x < 0:
        raise mcda.MCDAError.of("name_twice", name=x)
    return x * x + y


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    """A Dask scheduler in a process of its own; gives what starts a process beside it, and its address."""
    folder = tmp_path_factory.mktemp("cluster")
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")]), "PYTHONWARNINGS": ""}
    started = []

    def start(*words):
        command = [sys.executable, "-m", "dask", *words, "--no-dashboard"]
        with (folder / "log").open("ab") as log:
            process = subprocess.Popen(command, cwd=folder, env=settings, stdout=log, stderr=log)
        started.append(process)
        return process

    file = folder / "scheduler.json"
    start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
    end = time.monotonic() + 30
    while not file.exists() and time.monotonic() < end:
        time.sleep(0.05)
    yield start, pd.read_json(file, typ="series")["address"]
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def cluster(scheduler, living):
    """The address of a cluster of two workers, and their processes: new ones for those that were killed."""
    start, address = scheduler
    living[:] = [process for process in living if process.poll() is None]
    living += [start("worker", address, "--nthreads", "1", "--no-nanny") for _ in range(2 - len(living))]
    with distributed.Client(address, timeout=30) as client:
        while len(client.nthreads()) != 2:
            time.sleep(0.02)
    return address, living


@pytest.fixture(scope="module")
def living():
    """The workers that are still there."""
    return []


@pytest.mark.parametrize("count", [1, 2])
def test_results_come_in_order_and_few_are_under_way(count):
    taken = []

    def tasks():
        for k in range(60):
            taken.append(k)
            yield k, 1

    results = shared(square, tasks(), count)
    assert next(results) == 1
    assert len(taken) <= AHEAD * count
    assert [*results] == [k * k + 1 for k in range(1, 60)]


def test_what_goes_wrong_elsewhere_is_told_here():
    with pytest.raises(mcda.MCDAError, match="-3 occurs twice"):
        list(shared(square, [(2,), (-3,)], 2))


def test_an_address_that_leads_nowhere_is_told(monkeypatch):
    monkeypatch.setattr(workers, "PATIENCE", 0.2)
    for address in ("nonsense", "tcp://127.0.0.1:1", "http://127.0.0.1:1"):
        with pytest.raises(mcda.MCDAError) as error, cluster_at(address):
            pass
        assert [fault.code for fault in error.value.faults] == ["cluster_unreachable"]


def test_a_cluster_without_workers_is_told(scheduler):
    with pytest.raises(mcda.MCDAError, match="no workers"), cluster_at(scheduler[1]):
        pass


def test_a_case_s_draws_are_the_same_though_a_worker_is_killed_half_way(cluster):
    address, own = cluster
    case, draws = mcda.load("hebei-steel"), 7 * BLOCK + 300
    killed = []

    def half_way(done, total):
        if done >= total / 2 and not killed:
            own[0].send_signal(signal.SIGKILL)
            killed.append(done)

    alone = mcda.robustness(case, "both", draws)
    shared_out = mcda.robustness(case, "both", draws, workers=address, progress=half_way)
    assert killed[0] < draws
    assert own[0].wait(10) == -signal.SIGKILL
    assert own[1].poll() is None
    for part in ("acceptability", "first", "wins", "central", "confidence"):
        np.testing.assert_array_equal(getattr(shared_out, part), getattr(alone, part))
    assert shared_out.ledger == alone.ledger
    assert not shared_out.partial


@contextmanager
def watched(folder, count, process):
    """Kill a process once so many files are in a folder."""
    over = threading.Event()

    def watch():
        while len([*folder.iterdir()]) < count and not over.is_set():
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)

    thread = threading.Thread(target=watch)
    thread.start()
    yield
    over.set()
    thread.join()


def test_a_file_is_ranked_the_same_though_a_worker_is_killed_half_way(cluster, tmp_path, monkeypatch):
    address, own = cluster
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({"cost": rng.integers(1, 40, 32_000), "jobs": rng.integers(1, 40, 32_000)})
    file, marks, blocks = tmp_path / "options.parquet", tmp_path / "marks", 16
    marks.mkdir()
    frame.to_parquet(file, row_group_size=2000)
    case = mcda.Problem.from_frame(frame[:2], {"cost": "min", "jobs": "max"})
    monkeypatch.setattr(parquet, "BLOCK", 2000)
    alone = rank_file(case, file, top=500)
    read = Parquet.figures

    def slowly(block, marks=str(marks)):
        import time
        import uuid
        from pathlib import Path

        time.sleep(0.02)
        (Path(marks) / uuid.uuid4().hex).touch()
        return block

    monkeypatch.setattr(Parquet, "figures", lambda *given: read(*given).map_blocks(slowly, dtype=float))
    with watched(marks, blocks + blocks // 2, own[1]):  # each block is read for the frame, and again for its scores
        spread = rank_file(case, file, top=500, cluster=address)
    assert own[1].wait(10) == -signal.SIGKILL
    assert own[0].poll() is None
    assert len([*marks.iterdir()]) >= 2 * blocks
    for part in ("rows", "scores", "ranks", "figures", "ends"):
        np.testing.assert_array_equal(getattr(spread, part), getattr(alone, part))
    assert {*alone.ranks.tolist()} != {*range(1, 501)}  # there are ties


@pytest.mark.parametrize(
    "words",
    [
        f"robustness hebei-steel --over weights --draws {BLOCK + 10}",
        "rank-table options.parquet --plan hebei-steel --top 3",
    ],
)
def test_the_command_line_sends_its_work_to_a_cluster(cluster, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    case = mcda.load("hebei-steel")
    x = np.tile([[500.0, 1.0, 7, 50, 3], [400.0, 2.0, 8, 60, 4]], (9000, 1))
    pd.DataFrame(x, columns=[c.id for c in case.criteria]).to_parquet("options.parquet")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "mcda", *words.split(), "--cluster", cluster[0], "--format", "json"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    alone = rank_file(case, "options.parquet", 3) if "rank" in words else mcda.robustness(case, "weights", BLOCK + 10)
    assert json.loads(done.stdout) == json.loads(json.dumps(without_nan(alone.to_dict())))
    assert done.stderr == b""
