"""What is built works where there is no checkout: from a wheel, in a fresh environment, from any folder."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY = ("cases", "criteria")


def run(*command, folder):
    alone = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment = {**alone, "LANG": "C.UTF-8", "PYTHONNOUSERSITE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def shipped():
    """Each file of the library, with its bytes."""
    paths = [path for name in LIBRARY for path in (ROOT / name).rglob("*.yaml")]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    pytest.importorskip("build")
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, folder=folder)
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return sdist, wheel


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """The environment's folders of programs and of packages."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    bin = folder / ("Scripts" if os.name == "nt" else "bin")
    run(bin / "python", "-m", "pip", "install", "--quiet", built[1], folder=folder)
    site = run(bin / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder)
    return bin, Path(site.strip())


@pytest.fixture
def mcda(installed, tmp_path):
    return lambda *words: run(installed[0] / "mcda", *words, folder=tmp_path)


def test_the_wheel_holds_the_package_and_its_library_and_nothing_else(built):
    with zipfile.ZipFile(built[1]) as wheel:
        names = wheel.namelist()
        packed = {name.removeprefix("mcda/_library/"): wheel.read(name) for name in names if "/_library/" in name}
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"mcda", next(top for top in tops if top.endswith(".dist-info"))}
    assert packed == shipped()
    assert "mcda/py.typed" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert [name for name in names if "__pycache__" in name or "test" in name.lower()] == []


def test_the_sdist_holds_what_its_tests_need(built):
    with tarfile.open(built[0]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    wanted = {"pyproject.toml", "README.md", "LICENSE", "tests/test_wheel.py", "mcda/__init__.py", *shipped()}
    assert wanted - names == set()
    assert [name for name in names if "__pycache__" in name or name.startswith(".git/")] == []


def test_only_our_package_is_put_beside_others(installed):
    site = installed[1]
    (ours,) = (found for found in distributions(path=[str(site)]) if found.metadata["Name"] == "mcda-toolkit")
    tops = {
        Path(site, file).resolve().relative_to(site.resolve()).parts[0] for file in ours.files if ".." not in file.parts
    }
    assert tops == {"mcda", f"mcda_toolkit-{ours.version}.dist-info"}
    assert {file.name for file in ours.files if ".." in file.parts} <= {"mcda", "mcda.exe"}
    assert [name for name in (*LIBRARY, "tests", "check") if (site / name).exists()] == []


def test_packed_cases_and_criteria_are_used(installed, tmp_path):
    bin, site = installed
    ask = "from mcda.files.shipped import folder; print(folder('cases'), folder('criteria'), sep='\\n')"
    found = [Path(line).resolve() for line in run(bin / "python", "-c", ask, folder=tmp_path).splitlines()]
    assert found == [(site / "mcda" / "_library" / name).resolve() for name in LIBRARY]


def test_a_case_is_ranked_from_any_folder(mcda):
    assert "First: Smelting reduction + CCUS" in mcda("rank", "hebei-steel")
    assert "第一：熔融还原＋CCUS" in mcda("rank", "hebei-steel", "--lang", "zh")


def test_cases_are_listed_and_checked_from_any_folder(mcda):
    assert [name for name in ("hebei-steel", "green-pathways") if name not in mcda("cases")] == []
    assert "16 options" in mcda("check", "green-pathways")
    assert "hebei-steel.yaml" in mcda("check", "hebei-steel")


def test_every_form_and_a_borrowed_method_work(mcda):
    for form in ("json", "csv", "markdown"):
        assert "smelting_reduction_ccus" in mcda("rank", "hebei-steel", "--format", form) or form == "markdown"
    assert "CODAS" in mcda("rank", "hebei-steel", "--method", "codas")
    assert "pymcdm" in mcda("rank", "hebei-steel", "--second-opinion")


def test_a_starter_is_written_and_passes(mcda, tmp_path):
    mcda("new", "mine")
    assert "mine.yaml" in mcda("check", "mine.yaml")
    assert (tmp_path / "mine.yaml").is_file()


def test_the_version_is_that_of_the_wheel(mcda, built):
    assert mcda("--version").split()[1] == built[1].name.split("-")[1]
