"""In a notebook: every result is a table with what a reader must know below it; tables come in as people have them."""

import importlib
import inspect
import pkgutil
import warnings
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import pytest

import mcda
from mcda.analysis import analyse
from mcda.errors import JudgementError, TableError
from mcda.language import Text
from mcda.model import caution, remark
from mcda.model.shown import Shown
from mcda.sensitivity.agenda import agenda
from mcda.sensitivity.choices import choices

STEEL = mcda.load("hebei-steel")
ADDING = STEEL.with_plan(method="weighted_sum", options={}, frame="declared")
QUESTIONS = {
    "analysis": lambda: analyse(STEEL, 50),
    "agreement": lambda: mcda.agreement(STEEL),
    "agenda": lambda: agenda(STEEL),
    "breakeven": lambda: mcda.breakeven(STEEL, "scrap_eaf"),
    "choices": lambda: choices(STEEL),
    "concordance": lambda: mcda.concordance(STEEL),
    "dominance": lambda: mcda.dominance(STEEL, 50),
    "influence": lambda: mcda.influence(STEEL, draws=16),
    "portfolio": lambda: mcda.portfolio(ADDING, 900.0, "cost", draws=5),
    "priorities": lambda: mcda.priorities([[1, 2], [1 / 2, 1]]),
    "problem": lambda: STEEL,
    "rank": lambda: mcda.rank(STEEL),
    "reversal": lambda: mcda.reversal(STEEL),
    "robustness": lambda: mcda.robustness(STEEL, draws=50),
    "scenarios": lambda: mcda.scenarios(STEEL),
    "second_opinion": lambda: mcda.second_opinion(STEEL, mcda.rank(STEEL)),
    "stability": lambda: mcda.stability(STEEL),
    "structure": lambda: mcda.structure(STEEL),
    "thresholds": lambda: mcda.thresholds(STEEL),
    "weights": lambda: mcda.weights(STEEL),
}
NO_RESULTS = {"load"}
"""Functions that answer no question; `load` gives a problem, which is asked for above."""


class Tags(HTMLParser):
    """Counts what is opened and closed, and keeps the text."""

    def __init__(self, page):
        super().__init__()
        self.open, self.text, self.seen = [], "", []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        self.seen.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def results():
    """Every class of the package that has a frame."""
    found = set()
    for module in pkgutil.walk_packages(mcda.__path__, "mcda."):
        if module.name.startswith(
            ("mcda.model", "mcda.pairwise", "mcda.group", "mcda.ranking", "mcda.sensitivity", "mcda.analysis")
        ):
            named = vars(importlib.import_module(module.name)).values()
            found |= {kind for kind in named if inspect.isclass(kind) and "to_frame" in vars(kind)}
    return sorted(found - {Shown}, key=lambda kind: kind.__name__)


def test_every_question_is_asked_here():
    asked = {name for name in mcda.__all__ if inspect.isfunction(getattr(mcda, name))}
    assert asked - {*QUESTIONS} == NO_RESULTS


@pytest.mark.parametrize("kind", results(), ids=lambda kind: kind.__name__)
def test_whatever_has_a_frame_is_shown(kind):
    assert issubclass(kind, Shown)
    assert "_repr_html_" not in vars(kind)


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("lang", ["en_GB.UTF-8", "zh_CN.UTF-8"])
def test_every_result_is_shown_as_a_table_with_its_findings(name, lang, monkeypatch):
    monkeypatch.setenv("LC_ALL", lang)
    result = QUESTIONS[name]()
    shown = Tags(result._repr_html_())
    assert shown.open == []
    assert shown.seen[0] == "table"
    assert {"script", "style"} & {*shown.seen} == set()
    findings = getattr(result, "findings", ())
    assert shown.seen.count("li") == len(findings)
    for finding in findings:
        assert finding.text("zh" if lang.startswith("zh") else "en") in shown.text
    assert isinstance(result.to_frame(), pd.DataFrame)


def test_what_is_shown_is_escaped():
    nasty = Text.same("<script>alert('x') & more</script>")
    ranking = replace(mcda.rank(STEEL), findings=(caution("weights_illustration", people=nasty), remark("own_frames")))
    page = ranking._repr_html_()
    assert "<script>" not in page
    named = mcda.Problem.from_frame([[1, 2], [3, 1]], ["max", "max"], alternatives=["<b>a</b>", "b"])
    assert "<b>" not in mcda.rank(named)._repr_html_()


def test_ipython_shows_it():
    from IPython.core import formatters

    assert formatters.HTMLFormatter()(mcda.rank(STEEL)).startswith("<table")


# tables as people have them

MATRIX = [[7, 5, 35], [5, 4, 26], [5, 6, 28]]
FRAME = pd.DataFrame(MATRIX, index=["PE", "JN", "AA"], columns=["roi", "cap", "ri"])
NAMED = {"roi": "max", "cap": "max", "ri": "min"}
SHARES = {"roi": 2, "cap": 4, "ri": 1}


@pytest.mark.parametrize(
    "directions", [NAMED, pd.Series(NAMED), ["max", "max", "min"], [max, max, min], ("max", max, "min"), np.array(["max", "max", "min"])]
)  # fmt: skip
@pytest.mark.parametrize("weights", [SHARES, pd.Series(SHARES), [2, 4, 1], np.array([2.0, 4.0, 1.0]), (2, 4, 1)])
def test_what_belongs_to_columns_comes_by_name_or_in_their_order(directions, weights):
    found = mcda.Problem.from_frame(FRAME, directions, weights, units=["%", "", "CNY"])
    assert [criterion.direction.value for criterion in found.criteria] == ["max", "max", "min"]
    assert [criterion.unit for criterion in found.criteria] == ["%", "", "CNY"]
    np.testing.assert_allclose(mcda.weights(found).values, np.array([2, 4, 1]) / 7)


@pytest.mark.parametrize("matrix", [MATRIX, np.array(MATRIX, dtype=float), FRAME])
def test_a_bare_matrix_is_named_beside_it(matrix):
    found = mcda.Problem.from_frame(
        matrix, [max, max, min], alternatives=["PE", "JN", "AA"], criteria=["roi", "cap", "ri"]
    )
    pd.testing.assert_frame_equal(found.to_frame(), FRAME.astype(float).rename_axis("alternative"))


def test_a_bare_matrix_without_names_is_numbered():
    frame = mcda.Problem.from_frame(MATRIX, [max, max, min]).to_frame()
    assert (list(frame.index), list(frame.columns)) == (["A1", "A2", "A3"], ["C1", "C2", "C3"])


def test_a_decision_matrix_of_scikit_criteria_comes_in_part_by_part():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it imports is not ours to mend
        import skcriteria
        from skcriteria.agg.topsis import TOPSIS
        from skcriteria.preprocessing.scalers import VectorScaler

        made = skcriteria.mkdm(
            MATRIX, [max, max, min], weights=[2, 4, 1], alternatives=list(FRAME.index), criteria=list(FRAME.columns)
        )
        theirs = TOPSIS().evaluate(VectorScaler("matrix").transform(made))
    ours = mcda.rank(mcda.Problem.from_frame(made.matrix, made.objectives, made.weights), method="topsis")
    assert ours.ranks.tolist() == theirs.rank_.tolist()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"directions": ["max", "max"]}, "count_differs"),
        ({"directions": "max"}, "count_differs"),
        ({"directions": ["max", "max", "lower"]}, "direction_missing"),
        ({"directions": [1, 1, -1]}, "direction_missing"),
        ({"directions": [max, max, sum]}, "direction_missing"),
        ({"directions": {"roi": "max", "cap": "max"}}, "direction_missing"),
        ({"weights": [1, 2]}, "count_differs"),
        ({"weights": 1}, "count_differs"),
        ({"weights": [1, 2, np.nan]}, "weight_number"),
        ({"weights": [1, 2, np.inf]}, "weight_number"),
        ({"weights": [1, 2, "3"]}, "weight_number"),
        ({"weights": {"roi": 1, "cap": 1}}, "weight_missing"),
        ({"units": ["t"]}, "count_differs"),
        ({"alternatives": ["a", "b"]}, "count_differs"),
        ({"alternatives": ["a", "b", "a"]}, "name_twice"),
        ({"criteria": ["a", "b", "c", "d"]}, "count_differs"),
        ({"frame": [[1, 2, 3], [4]]}, "matrix_shape"),
        ({"frame": [[1, 2, 3], [4, None, "x"]]}, "cell_number"),
        ({"frame": np.zeros((2, 2, 2))}, "matrix_shape"),
        ({"frame": 3}, "matrix_shape"),
        ({"frame": []}, "table_empty"),
    ],
)
def test_what_does_not_fit_is_refused(given, code):
    with pytest.raises(TableError) as caught:
        mcda.Problem.from_frame(**{"frame": MATRIX, "directions": [max, max, min], **given})
    assert code in {fault.code for fault in caught.value.faults}
    assert all(fault.what(lang) and fault.mend(lang) for fault in caught.value.faults for lang in ("en", "zh"))


@pytest.mark.parametrize("weight", [np.nan, np.inf, -np.inf])
def test_weights_that_are_no_numbers_are_refused_when_asking_too(weight):
    with pytest.raises(JudgementError):
        mcda.rank(mcda.Problem.from_frame(FRAME, NAMED), weights={"roi": 1, "cap": weight, "ri": 2})


def functions():
    return [name for name in mcda.__all__ if inspect.isfunction(getattr(mcda, name))]


@pytest.mark.parametrize("name", functions())
def test_every_question_has_an_example_that_runs(name):
    assert ">>>" in inspect.getdoc(getattr(mcda, name))
