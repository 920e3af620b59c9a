"""All that the toolkit can say: code → Text. One file per kind of sentence."""

from mcda.language.sentences import faults, findings, help, kinds, screen
from mcda.language.text import Text

SENTENCES: dict[str, Text] = {**kinds.KINDS, **findings.FINDINGS, **screen.SCREEN, **help.HELP}
for _code, _fault in faults.FAULTS.items():
    SENTENCES |= {f"{_code}.what": _fault.what, f"{_code}.why": _fault.why, f"{_code}.mend": _fault.mend}
