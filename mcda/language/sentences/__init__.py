"""All that the toolkit can say: code → Text. One file per topic; adding a topic is adding a file."""

from typing import Any

from mcda.folder import Folder
from mcda.language.sentences.faults import FAULTS
from mcda.language.text import Text

_TOPICS: Folder[dict[str, Any]] = Folder("mcda.language.sentences", "SENTENCES", dict)


def _all() -> dict[str, Text]:
    found: dict[str, Text] = {}
    for name in _TOPICS:
        if name != "faults":
            found |= _TOPICS[name]
    for code, fault in FAULTS.items():
        found |= {f"{code}.what": fault.what, f"{code}.why": fault.why, f"{code}.mend": fault.mend}
    return found


SENTENCES = _all()
