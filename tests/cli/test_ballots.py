"""mcda ballots, collect and template, as people run them."""

import zipfile

import pytest


def answer(file, values):
    """Type numbers into the coloured cells of column C, as a spreadsheet program would save them."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for row, value in values.items():
        before, cell, after = sheet.partition(f'<c r="C{row}" ')
        style, end, after = after.partition("/>")
        assert cell
        assert end
        assert "<" not in style
        sheet = f"{before}{cell}{style}><v>{value}</v></c>{after}"
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_from_ballots_to_a_room(mcda, tmp_path):
    (tmp_path / "people.csv").write_text("Li Wei,industry\n=1+1,region\n", encoding="utf-8")
    done = mcda("ballots", "hebei-steel", "out", "--people", "people.csv", "--weights", "points", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "Ballots written to out: 2." in done.out
    files = sorted((tmp_path / "out").iterdir())
    for k, file in enumerate(files):
        answer(file, {16: 40 + k, 17: 30, 18: 10, 19: 10, 20: 10 - k})
    done = mcda("collect", "hebei-steel", "out", "-o", "room.yaml", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "Ballots in room.yaml: 2; weights by points." in done.out
    group = mcda("group", "room.yaml", cwd=tmp_path)
    assert group.code == 0
    assert "Li Wei" in group.out
    assert "=1+1" in group.out
    again = mcda("collect", "hebei-steel", "out", "-o", "room.yaml", cwd=tmp_path)
    assert again.code == 2
    assert "room.yaml" in again.err


def test_a_fault_writes_nothing_unless_the_ballot_is_left_out(mcda, tmp_path):
    lang = "zh"
    mcda("ballots", "hebei-steel", "out", "--people", "2", "--weights", "points", lang=lang, cwd=tmp_path)
    first, second = sorted((tmp_path / "out").iterdir())
    answer(first, dict.fromkeys(range(16, 21), 20))
    answer(second, {16: 20, 17: -1})
    done = mcda("collect", "hebei-steel", "out", "-o", "room.yaml", lang=lang, cwd=tmp_path)
    assert done.code == 2
    assert [line.partition(": ")[0].rpartition("!")[2] for line in done.err.splitlines() if second.name in line] == [
        "C17",
        "C18",
        "C19",
        "C20",
    ]
    assert first.name not in done.err
    assert not (tmp_path / "room.yaml").exists()
    done = mcda("collect", "hebei-steel", "out", "-o", "room.yaml", "--leave-out", lang=lang, cwd=tmp_path)
    assert done.code == 0
    assert second.name in done.out
    assert (tmp_path / "room.yaml").exists()


@pytest.mark.parametrize(
    ("words", "lang", "said"),
    [
        (("ballots", "hebei-steel", "out", "--people", "9999999999999"), "en", "9999999999999"),
        (("ballots", "hebei-steel", "out", "--people", "2", "--weights", "deck_of_cards"), "zh", "deck_of_cards"),
        (("collect", "hebei-steel", "gone.xlsx", "-o", "room.yaml"), "en", "gone.xlsx"),
        (("collect", "hebei-steel", "gone.xlsx", "-o", "Room 1.yaml"), "zh", "Room 1.yaml"),
        (("template", "case.ods"), "en", "case.ods"),
    ],
)
def test_slips_are_told(mcda, words, lang, said, tmp_path):
    done = mcda(*words, lang=lang, cwd=tmp_path)
    assert (done.code, said in done.err, "Traceback" in done.err) == (2, True, False)
    assert [*tmp_path.iterdir()] == []


def test_a_template_is_written_once(mcda, tmp_path):
    done = mcda("template", "new.xlsx", lang="zh", cwd=tmp_path)
    assert done.code == 0
    assert "new.xlsx" in done.out
    before = (tmp_path / "new.xlsx").read_bytes()
    assert mcda("template", "new.xlsx", cwd=tmp_path).code == 2
    assert (tmp_path / "new.xlsx").read_bytes() == before
    empty = mcda("import", "new.xlsx", "-o", "case.yaml", "--yes", cwd=tmp_path)
    assert (empty.code, "Traceback" in empty.err) == (2, False)
