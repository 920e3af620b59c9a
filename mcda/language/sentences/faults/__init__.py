"""What is wrong, why it matters and how to mend it: code → Sentence. One file per kind of thing that can be wrong."""

from mcda.language.sentences.faults import case, file, formula, judgement, name, table
from mcda.language.sentences.faults.sentence import Sentence

FAULTS: dict[str, Sentence] = {
    **file.FAULTS, **formula.FAULTS, **case.FAULTS, **judgement.FAULTS, **name.FAULTS, **table.FAULTS,
}  # fmt: skip
