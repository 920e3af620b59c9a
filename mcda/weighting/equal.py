"""Every criterion counts alike, wherever it stands in the tree."""

import numpy as np

from mcda.language import Text
from mcda.model.criterion import Branch
from mcda.model.judgement import Judgement
from mcda.model.problem import Plan
from mcda.weighting import Local, Weighting


def local(branch: Branch, judgement: Judgement | None, plan: Plan) -> Local:
    """A child counts by the number of criteria below it, so that all criteria come out equal."""
    below = [len(child.leaves()) if isinstance(child, Branch) else 1 for child in branch.children]
    return Local(np.array(below) / np.sum(below))


WEIGHTING = Weighting(Text("equal weights", "等权"), "Dawes & Corrigan (1974), Psychological Bulletin 81", None, local)
