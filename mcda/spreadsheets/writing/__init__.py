"""A problem as a workbook, or as a folder of tables: what stands on each sheet, and the files that hold it."""

from pathlib import Path

from mcda.errors import CaseError
from mcda.language import Lang
from mcda.model import Problem


def export(problem: Problem, target: str | Path, lang: Lang = "en") -> bool:
    """Write a problem, answered by its plan, to a workbook (`.xlsx`) or to a folder of `.csv` files. Returns whether
    the workbook recalculates scores and ranks by itself.

    Raises what `rank` raises, and CaseError for a file that can't be written.
    """
    from mcda.spreadsheets.writing import tables, xlsx
    from mcda.spreadsheets.writing.sheets import sheets_of

    path = Path(target)
    if path.suffix.lower() not in ("", ".xlsx"):
        raise CaseError.of("export_kind", file=str(target), found=path.suffix)
    sheets, live = sheets_of(problem, lang, live=bool(path.suffix))
    (xlsx if path.suffix else tables).write(sheets, path)
    return live
