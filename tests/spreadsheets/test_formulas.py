"""A method's own definition, printed as cells and calculated by LibreOffice, gives what numpy gives."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
import xlsxwriter
from libreoffice import all_recalculated, recalculated
from python_calamine import CalamineWorkbook

import mcda
from mcda.expression import Name, steps
from mcda.figures import known
from mcda.figures.derived import typed
from mcda.methods import METHODS, choices_of, options_of, run, written
from mcda.spreadsheets.formulas import Area, formulas
from mcda.spreadsheets.narrow import Narrow

X = np.array([[3.0, 7, 0.4, 12], [5, 2, 0.9, 30], [4, 6, 0.1, 18], [3, 7, 0.4, 12], [9, 1, 0.5, 25]])
GAIN = np.array([[True, False, True, False]])
W = np.array([[0.1, 0.4, 0.3, 0.2]])


def every_traced():
    for name, method in METHODS.items():
        if method.traced:
            varying = [(o.name, value) for o in fields(method.options) for value in choices_of(o)]
            for option, value in varying or [(None, None)]:
                yield name, {option: value} if option else {}


class Sheet:
    """Writes arrays and formulas below each other, each formula with a wrong stored value."""

    def __init__(self, path: Path):
        self.book = xlsxwriter.Workbook(path)
        self.sheet = self.book.add_worksheet("计算 it's 1")
        self.row, self.areas = 0, {}

    def area(self, name, rows, columns):
        self.areas[name] = Area("计算 it's 1", self.row, 1, rows, columns)
        self.row += rows + 1
        return self.areas[name]

    def figures(self, name, array):
        array = np.atleast_2d(array)
        area = self.area(name, *array.shape)
        for (i, j), value in np.ndenumerate(array):
            if array.dtype == bool:
                self.sheet.write_boolean(area.row + i, area.column + j, bool(value))
            else:
                self.sheet.write_number(area.row + i, area.column + j, value)

    def formulas(self, name, tree, rows, columns):
        area = self.area(name, rows, columns)
        for i, j, text in formulas(tree, {**self.areas}, rows, columns):
            self.sheet.write_formula(area.row + i, area.column + j, text, None, -999)

    def calculated(self, folder):
        self.book.close()
        return self.read(recalculated(Path(self.book.filename), folder))

    def read(self, path):
        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)

        def entries(area):
            return [rows[area.row + i][area.column : area.column + area.columns] for i in range(area.rows)]

        return {name: np.array(entries(area), dtype=float) for name, area in self.areas.items()}


def all_calculated(books, folder):
    """The books (name: sheet and more) as LibreOffice calculates them, in one call: name → arrays and more."""
    for sheet, *_ in books.values():
        sheet.book.close()
    files = [Path(sheet.book.filename) for sheet, *_ in books.values()]
    done = zip(books.items(), all_recalculated(files, folder), strict=True)
    return {name: (sheet.read(path), *more) for (name, (sheet, *more)), path in done}


@pytest.mark.parametrize(("name", "given"), list(every_traced()))
def test_every_traced_method_is_calculated_by_cells(name, given, tmp_path):
    method, options = METHODS[name], options_of(name, given)
    with steps() as kept:
        run(method, options, X, GAIN, W)
    expected = {step.symbol: np.asarray(step.value) for step in kept}
    sheet = Sheet(tmp_path / "method.xlsx")
    for symbol, array in (("x", X), ("gain", GAIN), ("w", W)):
        sheet.figures(symbol, array)
    for step in written(method, options):
        sheet.formulas(step.symbol, step.value, *expected[step.symbol].shape)
    for symbol, array in sheet.calculated(tmp_path).items():
        if symbol in expected:
            np.testing.assert_allclose(array, expected[symbol], rtol=1e-12, atol=1e-15, err_msg=symbol)


def test_every_traced_method_is_calculated_by_rows_and_columns_alone(tmp_path):
    books = {}
    for k, (name, given) in enumerate(every_traced()):
        method, options = METHODS[name], options_of(name, given)
        with steps() as kept:
            run(method, options, X, GAIN, W)
        expected = {step.symbol: np.asarray(step.value) for step in kept}
        sheet = Sheet(tmp_path / f"{k}.xlsx")
        for symbol, array in (("x", X), ("gain", GAIN), ("w", W)):
            sheet.figures(symbol, array)
        narrow = Narrow({"x": (True, True), "gain": (False, True), "w": (False, True)})
        narrow.add(written(method, options))
        for step in narrow.kept:
            per_option, per_criterion = narrow.along[step.symbol]
            assert not (per_option and per_criterion), (name, step.symbol)
            size = (len(X) if per_option else 1), (len(W[0]) if per_criterion else 1)
            sheet.formulas(step.symbol, step.value, *size)
        assert narrow.kept[-1].symbol == kept[-1].symbol
        books[name, *given.values()] = sheet, expected, narrow
    for case, (sheet, expected, narrow) in all_calculated(books, tmp_path).items():
        for symbol in expected.keys() & narrow.along.keys():
            np.testing.assert_allclose(
                sheet[symbol], expected[symbol], rtol=1e-12, atol=1e-15, err_msg=f"{case} {symbol}"
            )


@pytest.mark.parametrize("carbon_price", [0.0, 640.0])
def test_a_case_is_calculated_by_cells_also_after_an_edit(carbon_price, tmp_path):
    problem = mcda.load("hebei-steel")
    values = known(problem)
    m = len(problem.alternatives)
    sheet = Sheet(tmp_path / "case.xlsx")
    for name in problem.parameters:
        sheet.figures(name, np.array([[carbon_price if name == "carbon_price" else values[name]]]))
    trees = typed(problem)
    for name in problem.columns:
        if name not in trees:
            sheet.figures(name, np.reshape(np.broadcast_to(values[name], (m,)), (m, 1)))
    for name, tree in trees.items():
        sheet.formulas(name, tree, m, 1)
    cells = sheet.calculated(tmp_path)
    price = carbon_price / values["cny_per_usd"]
    cost = values["cost"] + price * (values["direct_emissions"] - values["free_allocation"])
    np.testing.assert_allclose(cells["cost"][:, 0], cost, rtol=1e-12)
    np.testing.assert_allclose(cells["emissions"][:, 0], values["emissions"], rtol=1e-12)


def test_the_check_sees_wrong_stored_values(tmp_path):
    sheet = Sheet(tmp_path / "wrong.xlsx")
    sheet.figures("a", np.array([[2.0]]))
    sheet.formulas("b", Name("a"), 1, 1)
    sheet.book.close()
    stored = CalamineWorkbook.from_path(tmp_path / "wrong.xlsx").get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert stored[2][1] == -999
    rows = CalamineWorkbook.from_path(recalculated(tmp_path / "wrong.xlsx", tmp_path)).get_sheet_by_index(0)
    assert rows.to_python(skip_empty_area=False)[2][1] == 2
