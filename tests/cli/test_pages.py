"""Pages as people see them: whole, aligned, within 80 columns, in one language, plain where nobody looks at colours."""

import json
import re

import pytest
from rich.cells import cell_len

from mcda.files import load

CASES = ("hebei-steel", "green-pathways")
LANGS = ("en", "zh")
COMMANDS = ("rank", "explain", "show", "rank --all-scenarios", "show --figures")
PAGES = [(*command.split()[:1], case, *command.split()[1:]) for command in COMMANDS for case in CASES]
LISTS = [("cases",), ("methods",), ("criteria",), ("criteria", "emissions"), *(("check", case) for case in CASES)]

every_page = pytest.mark.parametrize("words", PAGES, ids=" ".join)
every_page_and_list = pytest.mark.parametrize("words", PAGES + LISTS, ids=" ".join)
every_case = pytest.mark.parametrize("case", CASES)
both = pytest.mark.parametrize("lang", LANGS)

HAN = re.compile(r"[\u3400-\u9fff]")
CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
UNITS = re.compile(r"亿(?=CNY)|10 亿(?= = 1 bn)")
CODES = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")
COLOURS = re.compile(r"\x1b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9\d|10[0-7])(?:;[\d;]*)?m")


def pieces(line):
    """What stands in a row of a table: begin, end (in cells) and text of each piece set off by two spaces or more."""
    found = re.finditer(r"\S+(?: \S+)*", line)
    return [(cell_len(line[: m.start()]), cell_len(line[: m.end()]), m.group()) for m in found]


def ends(line):
    return [end for _, end, _ in pieces(line)]


def seen(out):
    """What is seen of lines: neither codes nor what trails."""
    return [line.rstrip() for line in CODES.sub("", out).splitlines()]


def label(text, lang):
    return text.zh if lang == "zh" else text.en


def running(text, lang):
    """Text as it was before it was broken into lines."""
    return ("" if lang == "zh" else " ").join(line.strip() for line in text.splitlines())


def sentences(markdown):
    """The paragraphs of a page up to its citations."""
    lines = re.split(r"^\*\*来源\*\*$", markdown, flags=re.MULTILINE)[0].splitlines()
    return [line for line in lines if line and not line.startswith("|")]


@both
@every_page_and_list
def test_a_page_comes_without_complaint(page, words, lang):
    done = page(*words, lang=lang)
    assert (done.code, done.err) == (0, "")


@both
@every_page_and_list
def test_no_line_is_wider_than_80_cells(page, words, lang):
    lines = page(*words, lang=lang).out.splitlines()
    formulas = {line for line in lines if words[0] == "explain" and "=" in line and " " not in line.strip()}
    assert [line for line in lines if cell_len(line) > 80 and line not in formulas] == []


@both
@every_page_and_list
def test_what_is_piped_is_plain(page, words, lang):
    out = page(*words, lang=lang).out
    assert [sign for sign in out if ord(sign) < 32 and sign != "\n"] == []


@every_page
def test_english_has_no_chinese_beside_units(page, words):
    lines = page(*words, lang="en").out.splitlines()
    assert [line for line in lines if CHINESE.search(UNITS.sub("", line))] == []


@every_page
def test_every_chinese_sentence_is_chinese(page, words):
    said = sentences(page(*words, "--format", "markdown", lang="zh").out)
    assert [line for line in said if not HAN.search(line)] == []
    english = re.compile(r"\b(the|of|and|or|is|are|with|not|for|from|by|to)\b")
    assert [line for line in said if english.search(line)] == []


@every_page
def test_chinese_has_chinese_punctuation(page, words):
    out = page(*words, lang="zh").out
    shown = re.split(r"^来源$", out, flags=re.MULTILINE)[0].splitlines()
    assert [line for line in shown if re.search(r"[\u3400-\u9fff）”][,;:](\s|$)", line)] == []


@every_page
def test_no_chinese_line_begins_or_ends_with_the_wrong_punctuation(page, words):
    lines = [line.strip() for line in page(*words, lang="zh").out.splitlines() if line.strip()]
    assert [line for line in lines if line[-1] in "（“‘《【" or line[0] in "，。；：、！？）”’》】"] == []


@both
@every_case
def test_the_columns_of_the_ranking_line_up(page, case, lang):
    table = page("rank", case, lang=lang).out.split("\n\n")[1].splitlines()
    rows = [line for line in table if re.match(r" *\d+  \S", line)]
    heads = table[: table.index(rows[0])]
    ranked = json.loads(page("rank", case, "--format", "json").out)["ranking"]
    assert len(rows) == len(ranked)
    (first, *rest) = [[end for k, end in enumerate(ends(row)) if k != 1] for row in rows]
    assert len(first) >= 4  # the rank, the score and some figures
    assert all(edges == first for edges in rest)
    assert len({pieces(row)[1][0] for row in rows}) == 1
    option = "方案" if lang == "zh" else "option"
    assert [text for head in heads for _, end, text in pieces(head) if text != option and end not in first] == []


@both
@every_case
def test_the_columns_of_scenarios_line_up(page, case, lang):
    problem = load(case)
    for block in page("rank", case, "--all-scenarios", lang=lang).out.split("\n\n")[2:5]:
        rows = [line for line in block.splitlines() if re.search(r" (\d|—)[\d.]*$", line)][-len(problem.alternatives) :]
        assert len(rows) == len(problem.alternatives)
        assert len({tuple(ends(row)[1:]) for row in rows}) == 1
        assert len(ends(rows[0])) >= 4


@both
@every_case
def test_the_columns_of_contributions_line_up(page, case, lang):
    title = "%" + (")" if lang == "en" else "）")
    block = next(
        block for block in page("rank", case, lang=lang).out.split("\n\n") if block.split("\n")[0].endswith(title)
    )
    ranked = json.loads(page("rank", case, "--format", "json").out)["ranking"]
    rows = [line for line in block.splitlines() if re.search(r" \d+$", line)]
    assert len(rows) == len(ranked)
    assert len({tuple(ends(row)[1:]) for row in rows}) == 1


@both
@pytest.mark.parametrize(
    "words", [("rank", "hebei-steel"), *[page for page in PAGES if page[0] == "show"]], ids=" ".join
)
def test_nothing_is_cut_off_inside_a_word(page, words, lang):
    assert re.findall(r".*\S…", page(*words, lang=lang).out) == []


@both
@every_case
def test_every_option_and_scenario_is_called_by_its_whole_name(page, case, lang):
    problem, out = load(case), page("show", case, lang=lang).out
    names = [a.label for a in problem.alternatives] + [s.label for s in problem.scenarios.values()]
    assert [label(name, lang) for name in names if label(name, lang) not in out] == []


@both
@every_case
@pytest.mark.parametrize("way", [(), ("--method", "weighted_sum"), ("--weights", "equal")], ids=" ".join)
def test_the_headline_names_the_first_option(page, case, lang, way):
    first = json.loads(page("rank", case, *way, "--format", "json").out)["ranking"][0]
    name = label(load(case).alternative(first["alternative"]).label, lang)
    said = f"第一：{name}（{first['score']:.3f}）" if lang == "zh" else f"First: {name} ({first['score']:.3f})"
    assert said in running(page("rank", case, *way, lang=lang).out, lang)


@every_page
def test_the_environment_picks_the_language_as_the_option_does(page, words):
    assert page(*words, lang="", settings=(("LANG", "zh_CN.UTF-8"),)) == page(*words, lang="zh")


def test_lc_all_goes_before_lang_and_the_option_before_both(page):
    chinese, english = page("cases", lang="zh"), page("cases", lang="en")
    both_set = (("LANG", "en_GB.UTF-8"), ("LC_ALL", "zh_CN.UTF-8"))
    assert page("cases", lang="", settings=both_set) == chinese
    assert page("cases", lang="en", settings=both_set) == english
    assert page("--lang=zh", "cases", lang="") == page("--lang", "zh", "cases", lang="") == chinese != english


@both
@every_page
@pytest.mark.parametrize(("asked", "comes"), [("ascii", "utf-8"), ("gbk", "gbk")])  # click takes ASCII for a mistake
def test_a_terminal_without_the_characters_gets_stand_ins(page, words, lang, asked, comes):
    done = page(*words, lang=lang, encoding=comes, settings=(("PYTHONIOENCODING", asked),))
    assert (done.code, done.err) == (0, "")
    assert done.out.count("\n") == page(*words, lang=lang).out.count("\n")


def test_chinese_survives_gbk(page):
    done = page("rank", "hebei-steel", lang="zh", encoding="gbk", settings=(("PYTHONIOENCODING", "gbk"),))
    assert done == page("rank", "hebei-steel", lang="zh")


@both
def test_colours_are_left_out_where_nobody_wants_them(on_a_terminal, lang):
    words = ("rank", "hebei-steel", "--lang", lang)
    coloured, plain = on_a_terminal(*words), on_a_terminal(*words, NO_COLOR="1")
    assert (coloured.code, plain.code) == (0, 0)
    assert COLOURS.search(coloured.out)
    assert not COLOURS.search(plain.out)
    assert seen(coloured.out) == seen(plain.out)


@both
@every_case
def test_a_terminal_of_80_columns_shows_what_is_piped(on_a_terminal, page, case, lang):
    shown = on_a_terminal("rank", case, "--lang", lang).out
    assert seen(shown) == seen(page("rank", case, lang=lang).out)


@both
@pytest.mark.parametrize("words", [page for page in PAGES if page[0] != "explain" and page[-1] in CASES], ids=" ".join)
@pytest.mark.parametrize("columns", [90, 200])
def test_a_page_fits_wider_terminals(on_a_terminal, words, lang, columns):
    shown = on_a_terminal(*words, "--lang", lang, columns=columns)
    assert shown.code == 0
    assert [line for line in seen(shown.out) if cell_len(line) > min(columns, 120)] == []


def test_a_case_from_a_stranger_sends_no_codes(mcda, on_a_terminal, tmp_path):
    assert mcda("new", "mine", cwd=tmp_path).code == 0
    file = tmp_path / "mine.yaml"
    said = "en: Which option should come first?"
    file.write_text(file.read_text("utf-8").replace(said, r'en: "Which \e]0;title\a\e[2J?"'), "utf-8")
    piped = [mcda("rank", "mine.yaml", *form, cwd=tmp_path) for form in ((), ("--format", "markdown"))]
    for done in (*piped, on_a_terminal("rank", file)):
        assert not re.search(r"\x1b\]|\x07|\x1b\[2J", done.out)


def test_the_answer_stands_out_and_doubts_are_coloured_not_dim(on_a_terminal):
    out = on_a_terminal("rank", "hebei-steel", "--lang", "en").out
    tones = {text.strip(): tone for tone, text in re.findall(r"\x1b\[([\d;]*)m([^\x1b\n]+)", out)}
    assert [tone for text, tone in tones.items() if text.startswith("First: ")] == ["1"]
    assert [tone for text, tone in tones.items() if text.startswith("Weights: the authors")] == ["33"]
    assert [tone for text, tone in tones.items() if text.startswith("Imports and Cost share")] == ["33"]
