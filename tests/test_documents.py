"""What README and CONTRIBUTING promise, done."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import mcda

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RECIPES = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def program(words, folder, package=ROOT):
    environment = {**os.environ, "PYTHONPATH": str(package), "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "mcda", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_readme_shows_what_the_program_prints(tmp_path):
    shown = re.search(r"```console\n\$ mcda rank hebei-steel\n(.*?)```", README, re.S).group(1)
    printed = program(["rank", "hebei-steel"], tmp_path).stdout
    assert [line.rstrip() for line in shown.splitlines()] == [line.rstrip() for line in printed.splitlines()][
        : shown.count("\n")
    ]


def test_the_python_of_the_readme_runs():
    names = {}
    for code in re.findall(r"```python\n(.*?)```", README, re.S):
        exec(compile(code, "README.md", "exec"), names)
    assert names["ranking"].first == mcda.rank(mcda.load("hebei-steel")).first


def test_the_readme_never_tells_anyone_to_install_the_other_mcda():
    assert not re.search(r"install\s+(-\S+\s+)*mcda(?!-toolkit)", README + RECIPES)


def test_every_command_stands_in_the_readme():
    from mcda.cli import COMMANDS

    names = [name.replace("_", "-") for name in COMMANDS]
    assert not [name for name in names if f"mcda {name}" not in README and f"`{name}`" not in README]


def test_every_recipe_works_in_a_copy(tmp_path):
    """A method and a criterion are one file each; a case is a command."""
    for folder in ("mcda", "criteria", "cases"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path, text in re.findall(r"<!-- recipe: (\S+) -->\n```\w+\n(.*?)```", RECIPES, re.S):
        assert not (tmp_path / path).exists()
        (tmp_path / path).write_text(text, encoding="utf-8")
    commands = [line.split()[2:] for line in RECIPES.splitlines() if line.startswith("$ mcda ")]
    assert len(commands) >= 5
    for words in commands:
        done = program(words, tmp_path, tmp_path)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip() or words[0] == "export"
        if words[0] == "export":
            assert "It recalculates" in done.stderr
    explained = program(["explain", "hebei-steel", "--method", "reference_point"], tmp_path, tmp_path).stdout
    assert "S = −(maxⱼ d)" in explained


def test_the_folders_of_contributing_are_those_of_the_package():
    drawn = set(re.findall(r"^  (\w+)/ ", RECIPES, re.M))
    there = {path.name for path in (ROOT / "mcda").iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert drawn == there
