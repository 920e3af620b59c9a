"""The criteria and cases that come with the toolkit: beside the checkout, or packed into the wheel."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from mcda.errors import CaseError
from mcda.files.yaml import read
from mcda.language import Text


def folder(name: str) -> Traversable:
    """The shipped folder `criteria` or `cases`; works from a wheel, an editable install and a zip."""
    package = files("mcda")
    packed = package.joinpath("_library", name)
    if packed.is_dir():
        return packed
    checkout = Path(str(package)).parent / name
    if checkout.is_dir() and (checkout.parent / "pyproject.toml").is_file():
        return checkout
    raise CaseError.of("library_missing", name=name)


def cases() -> list[str]:
    """The names of the shipped cases."""
    found = [entry.name for entry in folder("cases").iterdir() if entry.name.endswith(".yaml")]
    return sorted(name.removesuffix(".yaml") for name in found)


def headings() -> Iterator[tuple[str, Text, Text]]:
    """Name, title and question of each shipped case."""
    for name in cases():
        raw = read(folder("cases").joinpath(f"{name}.yaml"))
        title, question = (raw[key] for key in ("title", "question"))
        yield name, Text(title["en"], title["zh"]), Text(question["en"], question["zh"])
