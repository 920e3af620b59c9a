"""Commands as a whole: help, completion, what a start imports, and being interrupted or not listened to."""

import os
import re
import signal
import subprocess
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner
from rich.cells import cell_len

import mcda
from mcda.cli import commands
from mcda.files.shipped import cases
from mcda.methods import METHODS
from mcda.weighting import WEIGHTINGS

PROMISED = {"cases", "check", "criteria", "explain", "methods", "new", "rank", "schema", "show"}
NAMES = tuple(commands.list_commands(click.Context(commands)))
HAN = re.compile(r"[\u3400-\u9fff]")
FULL = Path("/dev/full")
HEAVY = {"numpy", "pandas", "pydantic", "rich", "pymcdm", "scipy", "matplotlib", "yaml"}

every_command = pytest.mark.parametrize("name", NAMES)
both = pytest.mark.parametrize("lang", ["en", "zh"])
unix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes of another kind")


def imported(done):
    """The packages that a run with -X importtime loaded."""
    return {line.rsplit("|", 1)[1].strip().partition(".")[0] for line in done.err.splitlines() if line.count("|") == 2}


def explained(out):
    """The options and commands of a help page, each with what is said of it."""
    joined = re.sub(r"\n {4,}(?=\S)", " ", out)
    return dict(re.findall(r"^  (-[^ ].*?|[a-z-]+)  +(\S.*)$", joined, flags=re.MULTILINE))


def test_there_are_the_commands_that_are_promised():
    assert PROMISED - {*NAMES} == set()


def test_the_version_is_told(page):
    assert page("--version", lang="").out == f"mcda-toolkit {mcda.__version__}\n"


@both
def test_help_lists_every_command(page, lang):
    done = page("--help", lang=lang)
    assert (done.code, done.err) == (0, "")
    assert [name for name in NAMES if name not in explained(done.out)] == []
    assert page("-h", lang=lang) == done


def test_without_a_word_help_is_shown(mcda, page):
    done = mcda()
    assert explained(done.out + done.err) == explained(page("--help").out)


@both
@every_command
def test_every_command_has_help_in_both_languages(page, name, lang):
    done = page(name, "--help", lang=lang)
    assert (done.code, done.err) == (0, "")
    said = done.out.split("\n\n")[1]
    assert bool(HAN.search(said)) == (lang == "zh")
    assert page(name, "-h", lang=lang) == done


@pytest.mark.parametrize("words", [(), *((name,) for name in NAMES)], ids=" ".join)
def test_chinese_help_is_chinese_throughout(page, words):
    out = page(*words, "--help", lang="zh").out
    assert {what: said for what, said in explained(out).items() if not HAN.search(said)} == {}
    assert not re.search(r"^(Usage|Options|Commands):", out, flags=re.MULTILINE)


@both
@pytest.mark.parametrize("words", [(), *((name,) for name in NAMES)], ids=" ".join)
def test_help_fits_80_columns(page, words, lang):
    out = page(*words, "--help", lang=lang).out
    assert [line for line in out.splitlines() if cell_len(line) > 80] == []


def test_rank_has_the_options_that_are_promised(page):
    out = page("rank", "--help").out
    options = "method option weights scenario all-scenarios second-opinion format output lang criteria"
    assert [option for option in options.split() if f"--{option}" not in out] == []


@both
@pytest.mark.parametrize(
    ("typed", "meant"), [("rnk", "rank"), ("chek", "check"), ("critera", "criteria"), ("shw", "show")]
)
def test_a_command_typed_nearly_right_is_recognised(page, typed, meant, lang):
    done = page(typed, lang=lang)
    assert done.code == 2
    assert f"'{meant}'" in done.err or f" {meant}" in done.err


@both
@pytest.mark.parametrize(
    ("typed", "meant"), [("--metod", "--method"), ("--senario", "--scenario"), ("--ouput", "--output")]
)
def test_an_option_typed_nearly_right_is_recognised(page, typed, meant, lang):
    done = page("rank", "hebei-steel", typed, "x", lang=lang)
    assert (done.code, meant in done.err) == (2, True)


def offered(*words):
    completion = ShellComplete(commands, {}, "mcda", "_MCDA_COMPLETE")
    return [item.value for item in completion.get_completions(list(words[:-1]), words[-1])]


@pytest.mark.parametrize("command", ["rank", "explain", "show", "check"])
def test_names_of_cases_complete(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "heap.yaml").touch()
    assert offered(command, "heb") == ["hebei-steel"]
    assert offered(command, "he") == ["hebei-steel", "heap.yaml"]
    assert offered(command, "") == [*cases(), "heap.yaml"]


@pytest.mark.parametrize("command", ["rank", "explain"])
def test_names_of_methods_and_weightings_complete(command):
    assert offered(command, "hebei-steel", "--method", "to") == ["topsis"]
    assert offered(command, "hebei-steel", "--method", "") == list(METHODS)
    assert offered(command, "hebei-steel", "--weights", "") == list(WEIGHTINGS)


def test_criteria_forms_commands_and_languages_complete():
    assert offered("criteria", "emis") == ["emissions", "emissions_avoided"]
    assert offered("rank", "hebei-steel", "--format", "j") == ["json"]
    assert {*offered("c")} >= {"cases", "check", "criteria"}
    assert offered("--lang", "") == ["en", "zh"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_served(mcda, shell):
    if shell != "bash":  # whose version the script looks up first
        assert "_MCDA_COMPLETE" in mcda(settings=(("_MCDA_COMPLETE", f"{shell}_source"),)).out
    asked = {
        "_MCDA_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "mcda rank heb",
        "COMP_CWORD": "heb" if shell == "fish" else "2",
    }
    assert "hebei-steel" in mcda(settings=tuple(asked.items())).out


@pytest.mark.parametrize("words", [("--help",), ("--version",), *((name, "--help") for name in NAMES)], ids=" ".join)
def test_help_imports_nothing_heavy(page, words):
    done = page(*words, before=("-X", "importtime"))
    assert done.code == 0
    assert imported(done) >= {"mcda", "click"}
    assert imported(done) & HEAVY == set()


@pytest.mark.parametrize(
    "more",
    [
        "", "--lang zh", "--all-scenarios", "--format json", "--format markdown", "--method weighted_sum", "--method ahp",
        "--weights equal", "--scenario market_prices",
    ],
)  # fmt: skip
def test_a_ranking_imports_no_library_that_it_has_no_use_for(page, more):
    done = page("rank", "hebei-steel", *more.split(), before=("-X", "importtime"))
    assert done.code == 0
    assert imported(done) >= {"mcda", "numpy"}
    assert imported(done) & {"pandas", "pymcdm", "scipy", "matplotlib"} == set()


@unix
@both
def test_ctrl_c_ends_with_130_and_a_word(started, tmp_path, lang):
    case = tmp_path / "slow.yaml"
    os.mkfifo(case)
    process = started(
        "rank", case, "--lang", lang, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    with case.open("w"):  # opens when the program reads
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert len(err.splitlines()) == 1
    assert bool(HAN.search(err)) == (lang == "zh")


@unix
@pytest.mark.parametrize("module", ["click.globals", "click.core", "mcda.cli", "numpy", "yaml"])
def test_an_interrupt_while_modules_are_still_loaded_is_no_traceback(started, module):
    """From the start to the first figures; Python tells of each module that it has loaded."""
    process = started(
        "rank", "hebei-steel", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        settings={"PYTHONPROFILEIMPORTTIME": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    with process:
        assert any(line.rpartition("|")[2].strip() == module for line in process.stderr)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
    assert (process.returncode, "Traceback" in told) == (130, False)


def test_an_interrupt_is_no_traceback(monkeypatch):
    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("mcda.spreadsheets.load", interrupted)
    done = CliRunner().invoke(commands, ["rank", "hebei-steel"])
    assert (done.exit_code, done.stdout) == (130, "")
    assert len(done.stderr.splitlines()) == 1


@unix
@pytest.mark.parametrize(
    "words",
    [
        "rank hebei-steel", "rank hebei-steel --format json", "rank hebei-steel --format csv", "explain green-pathways",
        "check hebei-steel", "schema", "methods", "rank --help",
    ],
)  # fmt: skip
def test_a_reader_who_leaves_hears_no_complaint(started, words):
    theirs, ours = os.pipe()
    os.close(theirs)
    process = started(*words.split(), stdout=ours, stderr=subprocess.PIPE, text=True)
    os.close(ours)
    assert (process.communicate()[1], process.returncode) == ("", 0)


@unix
def test_head_gets_its_line(started):
    process = started("rank", "hebei-steel", stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline().startswith("Which route")
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    process.wait()


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", ["rank hebei-steel", "rank hebei-steel --format json", "schema", "--help"])
def test_a_full_disk_is_told(started, words):
    with FULL.open("w") as full:
        process = started(*words.split(), stdout=full, stderr=subprocess.PIPE, text=True)
        err = process.communicate()[1]
    assert process.returncode != 0
    assert err.strip()
    assert "Traceback" not in err


@unix
def test_a_closed_standard_output_is_no_traceback(started):
    process = started("rank", "hebei-steel", stderr=subprocess.PIPE, text=True, preexec_fn=lambda: os.close(1))
    assert "Traceback" not in process.communicate()[1]
