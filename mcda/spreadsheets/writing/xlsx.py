"""Sheets → an .xlsx file by XlsxWriter: nothing lost, nothing executed, and the old file stays until all is written."""

import os
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from math import floor, log10
from operator import itemgetter
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from mcda.errors import CaseError, reason
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.writing.sheet import Cell, Chart, Sheet, blocks

FONT = "Microsoft YaHei"
"""A font with Chinese; where it is missing, programs take another that has it."""
WRITTEN = datetime(2026, 1, 1)
"""The same problem gives the same bytes."""
LONGEST = 32_767
BLUE, ORANGE, PALE, HEAD, INPUT = "#0072B2", "#D55E00", "#FFFFFF", "#DCE6F1", "#FFF7D6"
_HEADING = {"bold": True, "bg_color": HEAD, "text_wrap": True, "valign": "vcenter", "bottom": 1}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "heading": _HEADING,
    "heading right": {**_HEADING, "align": "right"},
    "heading center": {**_HEADING, "align": "center"},
    "heading indented": {**_HEADING, "indent": 1},
    "text": {},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "asked": {"text_wrap": True, "indent": 1, "bottom": 4, "bottom_color": "#BFBFBF"},
    "strong": {"bold": True},
    "faint": {"font_color": "#595959", "indent": 1},
    "small": {"font_color": "#595959", "text_wrap": True, "font_size": 9, "indent": 1},
    "note": {"font_color": "#595959", "valign": "top"},
    "warning": {"font_color": ORANGE, "valign": "top"},
    "number": {},
    "rounded": {},
    "share": {"num_format": "0.0%"},
    "score": {"num_format": "0.0000"},
    "rank": {"num_format": "0", "align": "center"},
}
AREAS = 100
"""So many areas share one rule of what may be typed."""
ROW = 17
BELOW = 12
"""So many rows below a heading tell how what is under it stands."""
_TAKEN = "=+-@\t\r"
"""What a program may take for a formula at the beginning of a text."""


def write(sheets: Sequence[Sheet], path: Path) -> None:
    """Write the workbook whole or not at all. Raises CaseError where the file can't be written, or is open."""
    try:
        handle, name = tempfile.mkstemp(dir=path.resolve().parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise CaseError.of("file_unwritable", file=str(path), reason=reason(error)) from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _written(sheets, file)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(path.resolve())
    except PermissionError:
        raise CaseError.of("file_open_elsewhere", file=str(path)) from None
    except OSError as error:
        raise CaseError.of("file_unwritable", file=str(path), reason=reason(error)) from None
    finally:
        part.unlink(missing_ok=True)


def _written(sheets: Sequence[Sheet], file: Any) -> None:
    import xlsxwriter
    from xlsxwriter.utility import xl_rowcol_to_cell_fast
    from xlsxwriter.worksheet import CellNumberTuple, Worksheet

    class Exact(Worksheet):  # type: ignore[misc]
        """Writes every digit of a number; the library keeps 15, of which doubles need up to 17."""

        def _write_cell(self, row: int, column: int, cell: Any) -> None:
            if isinstance(cell, CellNumberTuple):
                place, look = xl_rowcol_to_cell_fast(row, column), cell.format._get_xf_index()
                self.fh.write(f'<c r="{place}" s="{look}"><v>{float(cell.number)!r}</v></c>')
            else:
                super()._write_cell(row, column, cell)

        def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
            return formula.removeprefix("=")  # ours hold no function that needs a prefix: looking costs 0.1 ms each

    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"created": WRITTEN})
    book.set_calc_mode("auto")
    formats = _Formats(book)
    for sheet in sheets:
        page = book.add_worksheet(sheet.name, worksheet_class=Exact)
        _cells(page, sheet, formats)
        _looks(page, sheet, formats)
        for chart in sheet.charts:
            _chart(book, page, chart)
        for name, area in sheet.names.items():
            book.define_name(name, f"={area.block}")
    book.close()


class _Formats:
    """One format for each look, made when it is first needed."""

    def __init__(self, book: Any) -> None:
        self.book, self.made = book, dict[tuple[Any, ...], Any]()

    def of(self, cell: Cell, style: str) -> Any:
        """How a cell looks: an input is coloured and unlocked, a text that begins like a formula is marked as text."""
        quoted = isinstance(cell.value, str) and cell.value[:1] in _TAKEN and not cell.formula
        digits = _digits(cell.value) if style == "rounded" else ""
        key = (style, bool(cell.path), cell.fraction, quoted, digits)
        if key not in self.made:
            look = {"font_name": FONT, "font_size": 10, "valign": "vcenter", **_STYLES[style]}
            look |= {"locked": False, "bg_color": INPUT, "border": 1, "border_color": "#BFBFBF"} if cell.path else {}
            look |= {"num_format": "# ?/?"} if cell.fraction else {}
            look |= {"num_format": digits} if digits else {}
            look |= {"quote_prefix": True} if quoted else {}
            self.made[key] = self.book.add_format(look)
        return self.made[key]

    def plain(self, **look: Any) -> Any:
        """A format for a mark."""
        key = tuple(sorted(look.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(look)
        return self.made[key]


def _cells(page: Any, sheet: Sheet, formats: _Formats) -> None:
    allowed = defaultdict[tuple[str, float | None, str, str], list[tuple[int, int]]](list)
    for (row, column), cell in sorted(sheet.cells.items(), key=itemgetter(0)):
        look = formats.of(cell, _headed(sheet, row, column) if cell.style == "heading" else cell.style)
        if cell.span > 1:
            page.merge_range(row, column, row, column + cell.span - 1, "", look)
        if cell.formula:
            value = "" if cell.value is None else cell.value
            done = page.write_formula(row, column, cell.formula, look, value)
        elif isinstance(cell.value, str):
            done = page.write_string(row, column, cell.value[:LONGEST], look)
        elif isinstance(cell.value, bool):
            done = page.write_boolean(row, column, cell.value, look)
        elif cell.value is None:
            done = page.write_blank(row, column, None, look)
        else:
            done = page.write_number(row, column, cell.value, look)
        if done:
            raise CaseError.of("cell_unwritten", cell=Area(sheet.name, row, column, 1, 1).cell(0, 0))
        if cell.choices or cell.prompt or cell.refusal or cell.least is not None:
            allowed[cell.choices, cell.least, cell.prompt, cell.refusal].append((row, column))
    for (choices, least, prompt, refusal), places in allowed.items():
        rule = _allowed(choices, least, prompt, refusal)
        areas = blocks(places)
        for k in range(0, len(areas), AREAS):
            first, *others = areas[k : k + AREAS]
            page.data_validation(*first, {**rule, "other_cells": others} if others else rule)


def _headed(sheet: Sheet, row: int, column: int) -> str:
    """A heading stands as what is below it does: numbers on the right, ranks in the middle, remarks indented."""
    below = next((cell for k in range(1, BELOW) if (cell := sheet.cells.get((row + k, column)))), None)
    if below is None or below.style == "heading":
        return "heading"
    if below.style in ("number", "rounded", "share", "score"):
        return "heading right"
    return {"rank": "heading center", "faint": "heading indented", "small": "heading indented"}.get(
        below.style, "heading"
    )


def _digits(value: Any) -> str:
    """The number format that shows four digits of a calculated number, whatever its size; a whole one is as it is."""
    if not isinstance(value, float) or value.is_integer():
        return "General"
    size = floor(log10(abs(value)))
    return "0.00E+00" if size < -6 else f"0.{'0' * (3 - size)}" if size < 3 else "#,##0"


def _allowed(choices: str, least: float | None, prompt: str, refusal: str) -> dict[str, Any]:
    """What may be typed into a cell, and what is shown while it is chosen, and when something else was typed."""
    rule: dict[str, Any] = {"validate": "any"}
    if choices:
        rule = {"validate": "list", "source": f"={choices}", "ignore_blank": True}
    elif least is not None:
        rule = {"validate": "decimal", "criteria": ">=", "value": least, "ignore_blank": True}
    rule |= {"input_message": prompt} if prompt else {}
    return {**rule, "error_message": refusal} if refusal else rule


def _looks(page: Any, sheet: Sheet, formats: _Formats) -> None:
    rows, columns = sheet.size
    page.set_default_row(ROW)
    for column, width in sheet.widths.items():
        page.set_column(column, column, width)
    if sheet.hidden:
        page.hide()
    if any(sheet.freeze):
        page.freeze_panes(*sheet.freeze)
    for row, height in _heights(sheet).items():
        page.set_row(row, height)
    for area, mark in sheet.marks:
        page.conditional_format(*_corners(area), _rule(mark, formats))
    page.protect("", {"format_cells": True, "format_columns": True, "format_rows": True, "select_locked_cells": True})
    if not sheet.portrait:
        page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    if sheet.heads or sheet.freeze[0]:
        page.repeat_rows(*(sheet.heads or (sheet.freeze[0] - 1,)))
    if rows and not sheet.hidden:
        page.print_area(0, 0, *_covered(sheet, rows - 1, columns - 1))
    page.set_footer("&L&A&R&P / &N")


def _heights(sheet: Sheet) -> dict[int, float]:
    """The heights of rows whose texts take several lines; programs don't find them for merged cells."""
    lines: dict[int, int] = {}
    for (row, column), cell in sheet.cells.items():
        if cell.style in ("wrapped", "asked", "small", "heading") and isinstance(cell.value, str):
            width = sum(sheet.widths.get(column + k, 8.43) for k in range(cell.span))
            taken = -(-_width(cell.value) // max(1, int(width * 0.95)))
            lines[row] = max(lines.get(row, 1), taken)
    return {row: 4 + 13.5 * count for row, count in lines.items() if count > 1}


def _width(text: str) -> int:
    """How many cells of a terminal a text takes: Chinese characters take two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _covered(sheet: Sheet, row: int, column: int) -> tuple[int, int]:
    """The last row and column that cells or charts cover."""
    for chart in sheet.charts:
        row = max(row, chart.at[0] + int(_tall(chart) / (ROW * 4 / 3)) + 1)  # 96 pixels are 72 points
        column = max(column, chart.at[1] + 10)
    return row, column


def _tall(chart: Chart) -> int:
    """The height of a chart in pixels."""
    return 90 + 22 * chart.series[0].values.rows + (40 if chart.stacked else 0)


def _rule(mark: str, formats: _Formats) -> dict[str, Any]:
    """A conditional format; colours are safe for colour-blind eyes and never the only sign."""
    if mark == "bars":
        return {"type": "data_bar", "bar_color": "#9ECAE1", "bar_solid": True, "min_type": "num", "min_value": 0}
    if mark == "shades":
        return {"type": "2_color_scale", "min_color": PALE, "max_color": "#9ECAE1"}
    if mark == "first":
        look = formats.plain(bold=True, font_color="#FFFFFF", bg_color=BLUE)
        return {"type": "cell", "criteria": "==", "value": 1, "format": look}
    return {"type": "cell", "criteria": ">", "value": 0.1, "format": formats.plain(bold=True, font_color=ORANGE)}


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.row, area.column, area.row + area.rows - 1, area.column + area.columns - 1


COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")
"""Okabe & Ito (2008)."""
PATTERNS = ("solid", "wide_upward_diagonal", "dotted_grid", "wide_downward_diagonal")


def _chart(book: Any, page: Any, chart: Chart) -> None:
    kind = {"type": "bar", "subtype": "stacked"} if chart.stacked else {"type": "bar"}
    drawn = book.add_chart(kind)
    for k, series in enumerate(chart.series):
        colour = COLOURS[k % len(COLOURS)]
        fill = {"fill": {"color": colour}}
        if k >= len(COLOURS):
            pattern = PATTERNS[k // len(COLOURS) % len(PATTERNS)]
            fill = {"pattern": {"pattern": pattern, "fg_color": colour, "bg_color": "#FFFFFF"}}
        drawn.add_series(
            {
                "name": f"={series.name.block}",
                "categories": f"={series.names.block}",
                "values": f"={series.values.block}",
                "gap": 40,
                **fill,
            }
        )
    drawn.set_title({"name": chart.title, "name_font": {"size": 11, "name": FONT}})
    drawn.set_y_axis({"reverse": True, "num_font": {"name": FONT, "size": 9}, "label_position": "low"})
    ends = {} if chart.signed else {"min": 0, **({"max": 1} if chart.shares else {})}
    drawn.set_x_axis({"num_format": "0.0", "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}, **ends})
    drawn.set_legend({"position": "bottom"} if chart.stacked else {"none": True})
    drawn.set_size({"width": 620, "height": _tall(chart)})
    page.insert_chart(*chart.at, drawn)
