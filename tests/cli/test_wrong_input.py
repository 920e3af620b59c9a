"""Whatever is asked wrongly: exit code 2, one message that says what and how to mend it, and nothing broken."""

import os
import re
import shutil
from dataclasses import dataclass

import pytest
from rich.cells import cell_len

from mcda.language import say

HAN = re.compile(r"[\u3400-\u9fff]")
ENGLISH = re.compile(r"\b(the|The|is|such|Did|did|you|Try|Invalid|Missing|Error|Usage|Got|not|directory)\b")
COLOURED = "[\x1b[31mred]"


@dataclass(frozen=True)
class Wrong:
    """Words that can't be done, and what the message must tell in every language."""

    words: tuple[str, ...]
    tells: tuple[str, ...]
    on_standard_output: bool = False


def wrong(words, *tells, **more):
    return Wrong(tuple(words.split(" ")), tells, **more)


OURS = (
    wrong("rank hebie-steel", "hebie-steel", "hebei-steel"),
    wrong("explain green-pathway", "green-pathway", "green-pathways"),
    wrong("show nonsense", "nonsense", "green-pathways", "hebei-steel"),
    wrong("check nonsense", "nonsense", "hebei-steel"),
    wrong("rank hebei-steel --method topsi", "topsi", "topsis"),
    wrong("rank hebei-steel --method TOPSIS", "TOPSIS", "topsis"),
    wrong("rank hebei-steel --method zzz", "zzz", "ahp"),
    wrong("rank hebei-steel --method _pymcdm", "_pymcdm", "ahp"),
    wrong("rank hebei-steel --all-scenarios --method topsi", "topsi", "topsis"),
    wrong("rank hebei-steel --option scalling=minmax", "scalling", "scaling"),
    wrong("rank hebei-steel --option scaling=minmx", "minmx", "minmax"),
    wrong("rank hebei-steel --option scaling=", "minmax"),
    wrong("rank hebei-steel --option =minmax", "scaling"),
    wrong("rank hebei-steel --method waspas --option scaling=minmax", "scaling"),
    wrong("rank hebei-steel --scenario market_price", "market_price", "market_prices"),
    wrong("explain hebei-steel --scenario zzz", "zzz", "grid_hydrogen"),
    wrong("breakeven hebei-steel --option zzz", "zzz", "bf_bof_bat", "`mcda show CASE`"),
    wrong("robustness hebei-steel --known cost>=zzz", "zzz", "employment_retention"),
    wrong("portfolio hebei-steel --budget 1 --method weighted_sum --cost zzz", "zzz", "`mcda show CASE --figures`"),
    wrong("rank hebei-steel --weights eqal", "eqal", "equal"),
    wrong("rank hebei-steel --weights swing", "swing", "mcda methods"),
    wrong("explain green-pathways --weights rank_sum", "rank_sum", "mcda methods"),
    wrong("rank absent.yaml", "absent.yaml", "mcda cases"),
    wrong("rank hebei-steel.yaml", "hebei-steel.yaml", "mcda cases"),
    wrong("rank nowhere/case.yaml", "nowhere/case.yaml", "mcda cases"),
    wrong("check absent.yaml", "absent.yaml", "mcda cases", on_standard_output=True),
    wrong("rank empty", "empty", "mcda check"),
    wrong("rank folder.yaml", "folder.yaml", "mcda check"),
    wrong("check empty", "empty", "*.yaml"),
    wrong("rank binary.yaml", "binary.yaml:2", "UTF-8"),
    wrong("show nothing.yaml", "nothing.yaml:1", "mcda new"),
    wrong("check binary.yaml", "binary.yaml:2", "UTF-8", on_standard_output=True),
    wrong("rank hebei-steel --output nowhere/ranks.md", "nowhere/ranks.md"),
    wrong("rank hebei-steel --format csv --output empty", "empty"),
    wrong("explain hebei-steel --format json -o mine.yaml/steps.json", "mine.yaml/steps.json"),
    wrong("rank hebei-steel --criteria nowhere", "nowhere"),
    wrong("rank-table mine.yaml --plan hebei-steel", "mine.yaml", "Parquet"),
    wrong("criteria --criteria mine.yaml", "mine.yaml"),
    wrong("criteria emission", "emission", "emissions"),
    wrong("criteria zzz", "zzz", "air_pollutants"),
    wrong("new Bad!", "Bad!"),
    wrong("new 1st", "1st"),
    wrong("new 中文", "中文"),
    wrong("new mine.yml", "mine.yml"),
    wrong("new nowhere/case", "nowhere/case.yaml"),
    wrong("new mine", "mine.yaml"),
    wrong("new mine.yaml", "mine.yaml"),
    wrong("rank green-pathways --method ahp", "regional_equity", "AHP"),
    wrong("rank green-pathways --method ahp --option mode=ratings", "regional_equity", "AHP"),
    wrong("rank green-pathways --method waspas", "regional_equity", "WASPAS"),
    wrong("explain green-pathways --method aras", "regional_equity", "ARAS"),
    wrong("rank green-pathways --all-scenarios --method edas", "regional_equity", "EDAS"),
    wrong("rank green-pathways --option scaling=sum", "regional_equity", "minmax"),
    Wrong(("rank", "hebei-steel", "--method", ""), ("ahp",)),
    Wrong(("rank", "hebei-steel", "--scenario", ""), ("base",)),
    Wrong(("rank", "hebei-steel", "--weights", ""), ("ahp",)),
    Wrong(("rank", ""), ()),
    Wrong(("new", ""), ()),
    Wrong(("rank", COLOURED), ("hebei-steel",)),
    Wrong(("rank", "a\x07b"), ("hebei-steel",)),
)
CLICKS = (
    wrong("rank", "CASE"),
    wrong("new", "NAME"),
    wrong("rank-table mine.yaml", "--plan"),
    wrong("rank hebei-steel green-pathways", "green-pathways"),
    wrong("rnk hebei-steel", "rnk", "rank"),
    wrong("rank hebei-steel --metod topsis", "--metod", "--method"),
    wrong("show hebei-steel --method topsis", "--method"),
    wrong("rank hebei-steel --option scaling", "--option", "KEY=VALUE"),
    wrong("rank hebei-steel --format xml", "xml", "markdown"),
    wrong("show hebei-steel --first 0", "--first"),
    wrong("show hebei-steel --first many", "--first", "many"),
    wrong("rank hebei-steel --all-scenarios --scenario base", "--all-scenarios", "--scenario"),
    wrong("rank hebei-steel --all-scenarios --second-opinion", "--all-scenarios", "--second-opinion"),
    wrong("rank hebei-steel --lang fr", "fr", "zh"),
    wrong("--lang fr cases", "fr", "zh"),
)

both = pytest.mark.parametrize("lang", ["en", "zh"])


def named(given):
    return " ".join(given.words)


@pytest.fixture(scope="module")
def told(mcda, tmp_path_factory):
    """What a wrong run told, and that it left the folder as it was; every one is run once."""
    kept = {}

    def run(given, lang):
        if (given, lang) not in kept:
            folder = tmp_path_factory.mktemp("wrong")
            (folder / "empty").mkdir()
            (folder / "folder.yaml").mkdir()
            (folder / "binary.yaml").write_bytes(b"id: binary\n\xff\x00\x89PNG\n")
            (folder / "nothing.yaml").touch()
            (folder / "mine.yaml").write_text("mine\n")
            before = contents(folder)
            language = () if "--lang" in given.words else ("--lang", lang)
            settings = {"LANG": "zh_CN.UTF-8" if lang == "zh" else "C.UTF-8"}
            kept[given, lang] = mcda(*given.words, *language, cwd=folder, settings=tuple(settings.items()))
            assert contents(folder) == before
            shutil.rmtree(folder)
        return kept[given, lang]

    return run


def contents(folder):
    return {path.name: path.read_bytes() if path.is_file() else {*path.iterdir()} for path in folder.iterdir()}


def message(given, done):
    return done.out if given.on_standard_output else done.err


@both
@pytest.mark.parametrize("given", [*OURS, *CLICKS], ids=named)
def test_it_ends_with_2_and_tells_what_is_wrong(told, given, lang):
    done = told(given, lang)
    assert done.code == 2
    assert (done.err if given.on_standard_output else done.out) == ""
    assert [word for word in given.tells if word not in message(given, done)] == []
    assert [sign for sign in done.out + done.err if ord(sign) < 32 and sign != "\n"] == []


@both
@pytest.mark.parametrize("given", [*OURS, *CLICKS], ids=named)
def test_nobody_sees_a_traceback(told, given, lang):
    done = told(given, lang)
    assert not re.search(r"Traceback|\.py\b|Error\(|warning", done.out + done.err, flags=re.IGNORECASE)


@both
@pytest.mark.parametrize("given", OURS, ids=named)
def test_one_message_has_one_remedy(told, given, lang):
    parts = message(given, told(given, lang)).split("\n   → ")
    assert len(parts) == 2
    assert not re.search(r"[:：]\s*$", parts[1])


@both
@pytest.mark.parametrize("given", CLICKS, ids=named)
def test_one_message_says_where_help_is(told, given, lang):
    said = told(given, lang).err
    assert len(re.findall(r"mcda( [\w-]+)? --help", said)) == 1
    assert len(said.strip().splitlines()[-1]) < 120


@pytest.mark.parametrize("given", [*OURS, *CLICKS], ids=named)
def test_a_chinese_reader_is_told_in_chinese(told, given):
    said = message(given, told(given, "zh"))
    assert HAN.search(said)
    assert not ENGLISH.search(said)


@pytest.mark.parametrize("given", [*OURS, *CLICKS], ids=named)
def test_an_english_reader_is_told_in_english(told, given):
    said = message(given, told(given, "en"))
    assert not HAN.search(said.replace("中文", ""))


@both
@pytest.mark.parametrize("given", OURS, ids=named)
def test_the_message_fits_80_columns(told, given, lang):
    assert [line for line in message(given, told(given, lang)).splitlines() if cell_len(line) > 80] == []


@both
@pytest.mark.parametrize("method", ["ahp", "waspas", "edas"])
def test_the_remedy_for_negative_figures_can_be_followed(told, method, lang):
    said = told(wrong(f"rank green-pathways --method {method}", "regional_equity"), lang).err
    assert "vector" not in said  # an option that these methods don't have
    assert not re.search("scaling|归一化", said)


@both
@pytest.mark.parametrize(
    ("words", "where"), [("criteria zzz", "mcda criteria"), ("rank hebei-steel --method zzz", "mcda methods")]
)
def test_a_remedy_that_names_only_some_says_where_all_are(told, words, where, lang):
    assert where in told(wrong(words, "zzz"), lang).err


def test_the_remedy_for_a_scaling_that_refuses_negative_figures_works(page):
    for scaling in ("vector", "minmax"):
        assert page("rank", "green-pathways", "--option", f"scaling={scaling}").code == 0


@both
def test_check_tells_of_every_file_in_a_folder_and_counts(mcda, tmp_path, lang):
    (tmp_path / "a.yaml").write_text("- 1\n")
    (tmp_path / "b.yaml").write_bytes(b"\xff\xfe\x00")
    assert mcda("new", "fine", cwd=tmp_path).code == 0
    done = mcda("check", ".", lang=lang, cwd=tmp_path)
    assert (done.code, done.err) == (2, "")
    assert [name for name in ("a.yaml", "b.yaml", "fine.yaml") if name not in done.out] == []
    assert say(lang, "screen.faults", count=2) in done.out


@both
def test_all_faults_of_a_file_are_told_before_anything_is_ranked(mcda, tmp_path, lang):
    assert mcda("new", "mine", cwd=tmp_path).code == 0
    file = tmp_path / "mine.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("method: topsis", "method: topsi").replace("power_price: 600", "power_prize: 600"), "utf-8"
    )
    for command in ("rank", "explain", "show"):
        done = mcda(command, "mine.yaml", lang=lang, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert [word for word in ("topsis", "power_price", "mine.yaml:") if word not in done.err] == []
        assert done.err.count("→") == 2


@both
@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_a_terminal_without_the_characters_is_told_all_the_same(mcda, lang, encoding):
    for words in (("rank", "中文"), ("rank", "hebei-steel", "--format", "xml"), ("check", "absent.yaml")):
        comes = "utf-8" if encoding == "ascii" else encoding
        done = mcda(*words, lang=lang, encoding=comes, settings=(("PYTHONIOENCODING", encoding),))
        assert (done.code, "Traceback" in done.err) == (2, False)


@both
@pytest.mark.parametrize("words", ["rank {}", "check {}", "criteria --criteria {}", "new {}", "rank hebei-steel -o {}"])
def test_a_name_that_is_too_long_for_a_file_is_told(mcda, tmp_path, words, lang):
    done = mcda(*words.format("a" * 300).split(), lang=lang, cwd=tmp_path)
    assert (done.code, "Traceback" in done.err) == (2, False)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(os.name == "nt", reason="names are bytes only elsewhere")
@both
@pytest.mark.parametrize("words", ["rank {}.yaml", "show {}", "new {}", "rank hebei-steel --method {}"])
def test_a_name_that_is_no_text_is_told(mcda, tmp_path, words, lang):
    done = mcda(*words.format(os.fsdecode(b"\xff")).split(), lang=lang, cwd=tmp_path)
    assert (done.code, "Traceback" in done.err) == (2, False)
