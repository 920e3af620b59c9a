"""A folder is its own registry: file name → the one typed object that the file offers.

Adding a method, a weighting or a command is adding a file. Nothing is imported until it is asked for;
files whose name begins with an underscore are not entries.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Generic, TypeVar

T = TypeVar("T")


class Folder(Mapping[str, T], Generic[T]):
    """The entries of the package `package`: each file's object called `attribute`, of type `kind`.

    A folder is looked into once. A name that is no file raises KeyError; an entry of another type raises TypeError,
    naming the file.
    """

    def __init__(self, package: str, attribute: str, kind: type[T]) -> None:
        self._package, self._attribute, self._kind = package, attribute, kind

    @cached_property
    def _names(self) -> list[str]:
        paths = import_module(self._package).__path__
        return sorted(found.name for found in iter_modules(paths) if not found.name.startswith("_"))

    def __getitem__(self, name: str) -> T:
        if name not in self:
            raise KeyError(name)
        entry = getattr(import_module(f"{self._package}.{name}"), self._attribute, None)
        if not isinstance(entry, self._kind):
            raise TypeError(f"{self._package}.{name} offers no {self._kind.__name__} called {self._attribute}")
        return entry

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
