"""Forms for other programs: JSON, CSV, Markdown and the schema; and files that are written whole or not at all."""

import io
import json
import os
import re
import stat
import subprocess
import tempfile
from pathlib import Path

import jsonschema
import pandas as pd
import pytest
from click.testing import CliRunner

from mcda.cli import commands
from mcda.files import load, starter
from mcda.files.shipped import folder
from mcda.files.yaml import compose, read

CASES = ("hebei-steel", "green-pathways")
FORMS = ("json", "csv", "markdown")
PAGES = [
    words
    for case in CASES
    for words in (
        ("rank", case),
        ("rank", case, "--second-opinion"),
        ("rank", case, "--method", "codas", "--weights", "equal"),
        ("rank", case, "--all-scenarios"),
        ("explain", case),
        ("show", case),
    )
    if (case, "codas") != ("green-pathways", words[3] if len(words) > 3 else "")  # can't take negative figures
]

every_page = pytest.mark.parametrize("words", PAGES, ids=" ".join)
every_case = pytest.mark.parametrize("case", CASES)
every_form = pytest.mark.parametrize("form", FORMS)
MARK = b"\xef\xbb\xbf"


def refused(constant):
    raise AssertionError(f"{constant} is no JSON")


def parsed(text):
    return json.loads(text, parse_constant=refused)


@every_page
def test_json_is_json(page, words):
    done = page(*words, "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert parsed(done.out)["problem"] == words[1]


@pytest.mark.parametrize(
    "words", [words for words in PAGES if words[1] == "hebei-steel" and "--method" not in words], ids=" ".join
)
def test_json_and_csv_are_the_same_in_every_language(page, words):
    for form in ("json", "csv"):
        assert page(*words, "--format", form, lang="zh") == page(*words, "--format", form, lang="en")


@pytest.mark.parametrize(
    "words", [words for words in PAGES if words[0] != "show" and "--all-scenarios" not in words], ids=" ".join
)
def test_ranks_count_up_and_shares_sum_to_one(page, words):
    data = parsed(page(*words, "--format", "json").out)
    rows = data["ranking"]
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert len(rows) + len(data["set_apart"]) == len(load(words[1]).alternatives)
    for shares in (data["weights"]["global"], data["weights"]["effective"], data["standing"]):
        assert sum(shares.values()) == pytest.approx(1, abs=1e-9)


@every_case
def test_ranks_count_up_in_every_scenario(page, case):
    for row in parsed(page("rank", case, "--all-scenarios", "--format", "json").out)["scenarios"]:
        ranks = [rank for rank in row["ranks"].values() if rank is not None]
        assert sorted(ranks) == list(range(1, len(ranks) + 1))
        assert [row["scores"][name] is None for name in row["ranks"]] == [
            rank is None for rank in row["ranks"].values()
        ]


@every_page
def test_pandas_reads_what_csv_says(page, words):
    several = [0, 1] if "--all-scenarios" in words else 0
    frame = pd.read_csv(io.StringIO(page(*words, "--format", "csv").out), index_col=0, header=several)
    assert len(frame) > 0
    if words[0] == "rank" and several == 0:
        data = parsed(page(*words, "--format", "json").out)
        rows = data["ranking"]
        ranked, apart = frame[: len(rows)], frame[len(rows) :]
        assert list(ranked.index) == [row["alternative"] for row in rows]
        assert list(ranked["rank"]) == [row["rank"] for row in rows]
        assert list(ranked["score"]) == pytest.approx([row["score"] for row in rows], rel=1e-15)
        assert list(apart.index) == [row["alternative"] for row in data["set_apart"]]
        assert apart[["rank", "score"]].isna().all(axis=None)
        if len(apart):
            assert list(apart["breaks"]) == [
                "; ".join(b["requirement"] for b in a["breaks"]) for a in data["set_apart"]
            ]
            assert not apart[list(rows[0]["figures"])].isna().any(axis=None)


@every_page
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_rows_of_a_markdown_table_have_equally_many_cells(page, words, lang):
    out = page(*words, "--format", "markdown", lang=lang).out
    tables = re.findall(r"(?:^\|.*\|\n)+", out, flags=re.MULTILINE)
    assert tables
    for table in tables:
        rows = [re.split(r"(?<!\\)\|", row) for row in table.splitlines()]
        assert {len(row) for row in rows} == {len(rows[0])}
        assert all(re.fullmatch(r" -{3}:? ", mark) for mark in rows[1][1:-1])


@every_case
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_markdown_has_the_columns_that_a_screen_has_no_space_for(page, case, lang):
    out = page("rank", case, "--format", "markdown", lang=lang).out
    heads = next(line for line in out.splitlines() if line.startswith("| 名次" if lang == "zh" else "| rank"))
    titles = [c.title.zh if lang == "zh" else c.title.en for c in load(case).criteria]
    assert [title for title in titles if title not in heads] == []


@every_form
@every_case
def test_a_file_holds_what_the_screen_would_show(mcda, page, tmp_path, case, form):
    target = tmp_path / f"结果.{form}"
    done = mcda("rank", case, "--format", form, "--output", target, lang="zh")
    assert (done.code, done.out) == (0, "")
    assert str(target) in done.err
    written = target.read_bytes()
    assert written.startswith(MARK) == (form == "csv")
    assert written.removeprefix(MARK).decode("utf-8") == page("rank", case, "--format", form, lang="zh").out
    assert [*tmp_path.iterdir()] == [target]


def test_pandas_reads_the_csv_that_a_spreadsheet_opens(mcda, tmp_path):
    mcda("rank", "hebei-steel", "--format", "csv", "-o", "ranks.csv", cwd=tmp_path)
    assert pd.read_csv(tmp_path / "ranks.csv").columns[0] == "alternative"


def test_a_page_that_is_written_without_a_form_is_readable_text(mcda, tmp_path):
    done = mcda("rank", "hebei-steel", "--output", "page.md", lang="zh", cwd=tmp_path)
    assert (done.code, "page.md" in done.err) == (0, True)
    assert "第一：熔融还原＋CCUS" in (tmp_path / "page.md").read_text(encoding="utf-8")


@every_form
def test_an_old_file_is_replaced(mcda, tmp_path, form):
    target = tmp_path / "old"
    target.write_text("old\n" * 10_000)
    assert mcda("rank", "hebei-steel", "--format", form, "-o", target).code == 0
    assert b"old\n" not in target.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_a_new_file_has_the_permissions_that_new_files_have(mcda, tmp_path):
    (tmp_path / "plain").touch()
    mcda("rank", "hebei-steel", "--format", "csv", "-o", "ranks.csv", cwd=tmp_path)
    assert stat.S_IMODE((tmp_path / "ranks.csv").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link(mcda, tmp_path):
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    mcda("rank", "hebei-steel", "--format", "json", "-o", "link.json", cwd=tmp_path)
    assert (tmp_path / "link.json").is_symlink()
    assert parsed((tmp_path / "real.json").read_text(encoding="utf-8"))["problem"] == "hebei-steel"


@pytest.mark.skipif(os.name == "nt", reason="no named pipes in folders there")
def test_standard_output_can_be_named_as_the_file(started):
    process = started("rank", "hebei-steel", "--format", "csv", "-o", "/dev/stdout", stdout=subprocess.PIPE)
    out = process.communicate()[0].decode("utf-8-sig")
    assert (process.returncode, out.partition(",")[0]) == (0, "alternative")


@pytest.mark.skipif(os.name == "nt", reason="no named pipes in folders there")
def test_what_is_no_file_is_not_replaced_by_one(mcda, tmp_path):
    target = tmp_path / "pipe"  # stands for /dev/null, which root would lose
    os.mkfifo(target)
    end = os.open(target, os.O_RDWR | os.O_NONBLOCK)
    try:
        mcda("rank", "hebei-steel", "--format", "csv", "-o", target)
        assert stat.S_ISFIFO(target.lstat().st_mode)
    finally:
        os.close(end)


@pytest.mark.parametrize("lang", ["en", "zh"])
@every_form
def test_a_missing_folder_is_told_and_not_made(mcda, tmp_path, form, lang):
    target = tmp_path / "no" / "ranks"
    done = mcda("rank", "hebei-steel", "--format", form, "-o", target, lang=lang)
    assert (done.code, done.out) == (2, "")
    assert str(target) in done.err
    assert "Traceback" not in done.err
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_locked_folder_keeps_its_old_file(mcda, tmp_path):
    target = tmp_path / "ranks.csv"
    target.write_text("old")
    tmp_path.chmod(0o555)
    try:
        done = mcda("rank", "hebei-steel", "--format", "csv", "-o", target)
    finally:
        tmp_path.chmod(0o755)
    assert (done.code, str(target) in done.err) == (2, True)
    assert target.read_text() == "old"


def test_a_folder_that_refuses_new_files_keeps_the_old_one(tmp_path, monkeypatch):
    def locked(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    target = tmp_path / "ranks.csv"
    target.write_text("old")
    monkeypatch.setattr(tempfile, "mkstemp", locked)
    done = CliRunner().invoke(commands, ["rank", "hebei-steel", "--format", "csv", "-o", str(target)])
    assert (done.exit_code, str(target) in done.stderr) == (2, True)
    assert target.read_text() == "old"


def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_else(mcda, tmp_path):
    resource = pytest.importorskip("resource")

    def small_disk():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))

    target = tmp_path / "ranks.json"
    target.write_text("old")
    done = mcda(
        "rank", "hebei-steel", "--format", "json", "-o", target,
        settings=(("PYTHONDONTWRITEBYTECODE", "1"),), preexec_fn=small_disk,
    )  # fmt: skip
    assert (done.code, str(target) in done.err, "Traceback" in done.err) == (2, True, False)
    assert target.read_text() == "old"
    assert [*tmp_path.iterdir()] == [target]


def test_the_schema_is_a_json_schema_that_shipped_cases_and_the_starter_fit(page, tmp_path, monkeypatch):
    schema = parsed(page("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    fits = jsonschema.Draft202012Validator(schema)
    monkeypatch.chdir(tmp_path)
    texts = [read(folder("cases").joinpath(f"{case}.yaml")) for case in CASES]
    texts.append(compose(Path(starter.write("mine", "zh")).read_text(encoding="utf-8"), "mine"))
    for text in texts:
        fits.validate(text)
        with pytest.raises(jsonschema.ValidationError):
            fits.validate({**text, "methode": "topsis"})


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("rank {case} -o {case}", "mine.yaml"), ("rank hebei-steel -o {case} --format json", "mine.yaml"),
        ("export hebei-steel {case}", "mine.xlsx"), ("rank hebei-steel --format json -o {case}", "mine.xlsx"),
    ],
)  # fmt: skip
def test_a_case_or_a_workbook_that_is_there_is_never_written_over(mcda, tmp_path, words, target):
    file = tmp_path / target
    file.write_text(
        (Path(__file__).parents[2] / "cases" / "hebei-steel.yaml")
        .read_text(encoding="utf-8")
        .replace("id: hebei-steel", "id: mine", 1),
        encoding="utf-8",
    )
    before = file.read_bytes()
    done = mcda(*words.format(case=file).split())
    assert (done.code, done.out) == (2, "")
    assert "→" in done.err
    assert file.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [target]


def test_the_name_of_a_file_says_its_form(mcda, tmp_path):
    for name in ("a.json", "a.csv", "a.md", "a.xlsx"):
        done = mcda("stability", "hebei-steel", "-o", name, cwd=tmp_path)
        assert done.code == (2 if name == "a.xlsx" else 0), done.err
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["problem"] == "hebei-steel"
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").startswith("criterion,weight,")
    assert "|" in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert not (tmp_path / "a.xlsx").exists()
