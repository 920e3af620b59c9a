"""A stranger's workbook becomes a ranked case in two commands."""

import os

import pytest
from workbooks import Percent, made

STRANGER = [
    ["表1 炼钢路线比较"],
    [],
    ["方案", "成本(元/吨)", "碳排放[t/t]", "技术成熟度", "绿电占比↑", "就业（人）↑"],
    ["高炉＋CCUS", 3200, "约1.2", "７", Percent(0.12), "100–150"],
    ["氢基竖炉", 4100, 0.9, 6, Percent(0.65), "1,200"],
    ["废钢电炉", 2900, 0.4, 9, Percent(0.4), "８０"],
    ["生物质高炉", "3,450", 1.6, "8", Percent(0.3), "—"],
    ["熔融还原", 3100, "1.5", 7, Percent(0.2), 210],
    ["气基竖炉", "3500", 1.1, "8", Percent(0.25), "180"],
    ["注：数据来自调研"],
]
SQUARE = [["", "x", "y"], ["x", 1, 3], ["y", "1/3", 1]]
TABLE = [["", "x↑", "y↓"], ["a", 1, 2], ["b", 3, 4]]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_two_commands(lang, mcda, tmp_path):
    made(tmp_path / "表.xlsx", STRANGER)
    done = mcda("import", "表.xlsx", "-o", "case.yaml", "--yes", cwd=tmp_path, lang=lang)
    assert (done.code, done.err) == (0, "")
    for cell in ("C3", "D3", "D4", "E3", "G3", "G4", "G7"):
        assert f"方案!{chr(ord(cell[0]) - 1)}{cell[1:]}" in done.out
    assert mcda("check", "case.yaml", cwd=tmp_path).code == 0
    ranked = mcda("rank", "case.yaml", cwd=tmp_path, lang=lang)
    assert ranked.code == 0
    assert {"en": "5 of 6 options ranked", "zh": "共 6 个方案，5 个参与排序"}[lang] in ranked.out
    assert "氢基竖炉" in ranked.out


def test_guesses_wait_for_somebody_who_confirms(mcda, tmp_path):
    made(tmp_path / "t.xlsx", STRANGER)
    done = mcda("import", "t.xlsx", "-o", "case.yaml", cwd=tmp_path, lang="en", stdin=-3)
    assert done.code == 2
    assert "--yes" in done.err
    assert "约1.2" in done.out
    assert not (tmp_path / "case.yaml").exists()


def test_without_guesses_nobody_is_asked(mcda, tmp_path):
    made(tmp_path / "t.xlsx", TABLE)
    done = mcda("import", "t.xlsx", "-o", "case", cwd=tmp_path, lang="en", stdin=-3)
    assert done.code == 0
    assert "Nothing had to be guessed." in done.out
    assert (tmp_path / "case.yaml").read_text(encoding="utf-8").startswith("id: case")


def test_every_fault_is_told_at_once_and_nothing_is_written(mcda, tmp_path):
    made(tmp_path / "t.xlsx", [["", "x", "y↓"], ["a", "≥90", 2], ["b", 3, "1,23"]])
    done = mcda("import", "t.xlsx", "-o", "case.yaml", "--yes", cwd=tmp_path, lang="en")
    assert (done.code, done.out) == (2, "")
    for cell in ("B1", "B2", "C3"):
        assert f"t.xlsx:方案!{cell}: " in done.err
    assert not (tmp_path / "case.yaml").exists()
    done = mcda("import", "t.xlsx", "-o", "case.yaml", "--direction", "x=max", "--yes", cwd=tmp_path, lang="en")
    assert "方案!B1" not in done.err


def test_a_case_that_is_there_is_left_alone(mcda, tmp_path):
    made(tmp_path / "t.xlsx", TABLE)
    (tmp_path / "case.yaml").write_text("mine")
    done = mcda("import", "t.xlsx", "-o", "case.yaml", "--yes", cwd=tmp_path, lang="en")
    assert done.code == 2
    assert (tmp_path / "case.yaml").read_text() == "mine"


@pytest.mark.parametrize("target", ["表.yaml", "Case.yaml", "case.xlsx", "9.yaml"])
def test_a_name_that_no_case_can_have(target, mcda, tmp_path):
    made(tmp_path / "t.xlsx", TABLE)
    done = mcda("import", "t.xlsx", "-o", target, cwd=tmp_path, lang="en")
    assert (done.code, done.out) == (2, "")
    assert target in done.err


@pytest.mark.parametrize("given", ["x", "x=up", "=min"])
def test_a_direction_that_says_nothing(given, mcda, tmp_path):
    made(tmp_path / "t.xlsx", TABLE)
    done = mcda("import", "t.xlsx", "-o", "case.yaml", "--direction", given, cwd=tmp_path, lang="en")
    assert done.code == 2
    assert "--direction" in done.err


def test_judgements_join_a_case(mcda, tmp_path):
    made(tmp_path / "t.xlsx", TABLE)
    made(tmp_path / "专家.xlsx", {"专家甲": SQUARE})
    assert mcda("import", "t.xlsx", "-o", "case.yaml", cwd=tmp_path).code == 0
    done = mcda("import", "专家.xlsx", "--case", "case.yaml", "-o", "weighed.yaml", "--yes", cwd=tmp_path, lang="zh")
    assert (done.code, done.err) == (0, "")
    assert "专家甲" in done.out
    assert "75 %" in mcda("rank", "weighed.yaml", cwd=tmp_path, lang="en").out


def test_a_table_too_large_for_a_case_file(mcda, tmp_path):
    rows = ["option," + ",".join(f"x{j} (max)" for j in range(40))]
    rows += [f"option {i}," + ",".join(f"{i * 40 + j}.123456789" for j in range(40)) for i in range(2700)]
    (tmp_path / "t.csv").write_text("\n".join(rows), encoding="utf-8")
    done = mcda("import", "t.csv", "-o", "case.yaml", cwd=tmp_path, lang="en")
    assert (done.code, done.out) == (2, "")
    assert "2 MB" in done.err


@pytest.mark.parametrize(("answer", "written"), [(b"y\n", True), (b"n\n", False), (b"\n", False), (b"\x04", False)])
def test_on_a_terminal_it_asks_once(answer, written, started, tmp_path):
    pty = pytest.importorskip("pty")
    path = made(tmp_path / "t.xlsx", STRANGER)
    ours, theirs = pty.openpty()
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    process = started("import", path, "-o", tmp_path / "case.yaml", settings={"LANG": "en_US.UTF-8"}.items(), **streams)
    os.close(theirs)
    said = b""
    while b"[y/N]" not in said:
        said += os.read(ours, 65_536)
    os.write(ours, answer)
    assert process.wait(timeout=60) == 0
    os.close(ours)
    assert (tmp_path / "case.yaml").exists() == written
