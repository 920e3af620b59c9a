"""A case file → a decision problem, or every fault that stands against it."""

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from mcda.errors import CaseError, Fault, MCDAError, Place, UnknownName, say_kind
from mcda.files import schema, shipped
from mcda.files.build import Builder
from mcda.files.catalogue import Catalogue, beside, catalogue_with
from mcda.files.checks import faults as faults_between
from mcda.files.reading import faults_of
from mcda.files.yaml import Map, line_of, read
from mcda.model import Problem


def load(case: str | Path, criteria: str | Path | None = None) -> Problem:
    """The problem that a shipped case of that name, or a case file, describes.

    `criteria` is a folder of your own criteria (theme folders with a file each) that comes before the shipped ones;
    a folder `criteria` beside the file serves likewise. Raises CaseError with every fault, each with its line.

    >>> load("hebei-steel").id
    'hebei-steel'
    """
    file, name = found(case)
    problem, faults = examine(file, name, criteria, every_scenario=False)
    if problem is None or faults:
        raise CaseError(*faults)
    return problem


def found(case: str | Path) -> tuple[Any, str]:
    """The file that is meant, and what to call it. Raises UnknownName if it is neither a file nor a shipped case."""
    path = Path(case)
    try:
        there = path.exists()
    except (OSError, ValueError):
        raise CaseError.of("file_missing", file=str(case)[:60]) from None
    if there or path.suffix in (".yaml", ".yml") or len(path.parts) > 1:
        return path, str(case)
    names = shipped.cases()
    if str(case) not in names:
        raise UnknownName.among("case", str(case), names)
    file: Traversable = shipped.folder("cases").joinpath(f"{case}.yaml")
    return file, f"{case}.yaml"


def cases_in(path: str) -> list[tuple[Any, str]]:
    """The case files of a folder, or the one case that is meant, each with what to call it."""
    try:
        folder = Path(path).is_dir()
    except (OSError, ValueError):
        folder = False
    return [found(file) for file in sorted(Path(path).glob("*.yaml"))] if folder else [found(path)]


def examine(
    file: Any, name: str, criteria: str | Path | None = None, every_scenario: bool = True
) -> tuple[Problem | None, list[Fault]]:
    """A case file read as far as it goes: the problem, or None, and the faults in the order of their lines.

    Figures are tried in every scenario, or only in the plan's.
    """
    try:
        raw = read(file, name)
        catalogue = beside(file) if isinstance(file, Path) and criteria is None else catalogue_with(criteria)
    except MCDAError as error:
        return None, list(error.faults)
    problem, faults = examine_tree(raw, name, catalogue, every_scenario)
    if problem is not None and isinstance(file, Path) and file.stem != problem.id:
        place = Place(name, line_of(raw, ("id",)), key="id")
        faults = _in_order([*faults, Fault("id_file", {"id": problem.id, "file": file.name}, place)])
    return problem, faults


def examine_tree(
    raw: Map, name: str, catalogue: Catalogue, every_scenario: bool = True
) -> tuple[Problem | None, list[Fault]]:
    """What `examine` says, of a case that has been read from elsewhere; `name` is what to call it."""
    parsed, faults = faults_of(schema.Case, raw, name)
    if parsed is None:
        return None, faults
    builder = Builder(parsed, raw, name, catalogue)
    problem = builder.problem()
    faults = [*builder.faults]
    if problem.criteria:
        faults += faults_between(builder, problem, every_scenario)
    return problem, _in_order([fault.at(Place(name)) for fault in faults if not _follows(fault, builder)])


def _follows(fault: Fault, built: Builder) -> bool:
    """Whether a name means nothing only because its criterion could not be built, which is told by itself."""
    strange = fault.code == "formula_name" or fault.code.startswith("unknown_name")
    cause = fault.values.get("kind") == say_kind("catalogue_criterion")
    return strange and not cause and fault.values["name"] in built.lost


def _in_order(faults: list[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: fault.place.line or 0)
