"""A problem that was read from a table, as a case file in which `mcda check` finds no fault."""

from dataclasses import replace
from pathlib import Path

from mcda.errors import Place, SheetError
from mcda.files.case import examine_tree
from mcda.files.catalogue import catalogue_with
from mcda.files.writing import text_of
from mcda.files.yaml import LARGEST, compose
from mcda.model import Problem


def checked_text(problem: Problem, file: str, criteria: str | Path | None = None) -> str:
    """The case file of a problem that was read from `file`. Raises SheetError with every fault that stands against it,
    or where it would be larger than a case file may be.
    """
    figures = (item for column in problem.columns.values() for item in column.figures.items())
    least = sum(len(name) + len(f"{figure.mode:.15g}") for name, figure in figures)
    catalogue = catalogue_with(criteria)
    text = text_of(problem, catalogue) if least <= LARGEST else ""  # seconds to write, for nothing
    if not text or len(text.encode()) > LARGEST:
        raise SheetError.of("import_large", Place(file))
    _, faults = examine_tree(compose(text, file), file, catalogue)
    if faults:  # lines of a file that isn't written would lead nowhere
        raise SheetError(*(replace(fault, place=Place(file)) for fault in faults))
    return text
