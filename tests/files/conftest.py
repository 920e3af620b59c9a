"""The starter of a case file as text, and a file's faults."""

import pytest

from mcda.files import starter
from mcda.files.case import examine


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """The text that `mcda new small` writes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("starter"))
        with open(starter.write("small", "en"), encoding="utf-8") as file:  # noqa: PTH123
            return file.read()


@pytest.fixture
def faults_of(tmp_path):
    """Writes a case file of that text, or of those bytes, and examines it."""

    def told(text, name="small"):
        path = tmp_path / f"{name}.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return examine(path, path.name)[1]

    return told
