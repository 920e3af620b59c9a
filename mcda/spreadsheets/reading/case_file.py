"""A problem that was read from a table, as a case file: where it may go, and that `mcda check` finds no fault in it."""

import re
from dataclasses import replace
from pathlib import Path

from mcda.errors import CaseError, Place, SheetError
from mcda.files.case import examine_tree
from mcda.files.catalogue import catalogue_with
from mcda.files.writing import text_of
from mcda.files.yaml import LARGEST, compose
from mcda.model import Problem


def target_of(name: str) -> Path:
    """Where a case file goes that is to be called so. Raises CaseError for a name that no case can have, or where a
    file is already: somebody may have worked on it since.
    """
    path = Path(name if Path(name).suffix else f"{name}.yaml")
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,59}", path.stem) or path.suffix not in (".yaml", ".yml"):
        raise CaseError.of("import_target", file=name)
    if path.exists():
        raise CaseError.of("file_exists", file=name)
    return path


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
