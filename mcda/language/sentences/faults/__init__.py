"""What is wrong, why it matters and how to mend it: code → Sentence. One file per kind of thing that can be wrong."""

from typing import Any

from mcda.folder import Folder
from mcda.language.sentences.faults._sentence import Sentence

_KINDS: Folder[dict[str, Any]] = Folder("mcda.language.sentences.faults", "FAULTS", dict)

FAULTS: dict[str, Sentence] = {code: fault for name in _KINDS for code, fault in _KINDS[name].items()}
