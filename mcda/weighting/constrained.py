"""Weights known only as an order, as intervals or as ratios: all that the statements allow count alike.

A single ranking takes their centre; `sample` draws them uniformly. Smith (1984) for the walk, Devroye (1986) for
simplices.
"""

import numpy as np

from mcda.errors import MCDAError
from mcda.language import Text
from mcda.model.arrays import Array
from mcda.model.criterion import Branch
from mcda.model.finding import caution, remark
from mcda.model.judgement import Judgement
from mcda.weighting import Local, Weighting
from mcda.weighting._draws import Sampler, sampler
from mcda.weighting._region import region
from mcda.weighting._statements import Constraints, constraints_of

__all__ = ["Constraints", "Sampler", "constraints_of", "sample", "sampler_of"]

DRAWS = 65_536
SEED = 0
"""The centre of a region that is no simplex is the mean of so many draws with this seed."""


def sampler_of(constraints: Constraints, n_criteria: int) -> Sampler:
    """How weights (n,) that meet the constraints are drawn; made once, it draws any number of times.

    Raises JudgementError for constraints that contradict each other, naming a set of which none can be left out.
    """
    return sampler(region(constraints, n_criteria))


def sample(constraints: Constraints, n_criteria: int, size: int, rng: np.random.Generator) -> Array:
    """Weights (size, n) drawn uniformly from all that meet the constraints."""
    return sampler_of(constraints, n_criteria).draw(size, rng)


def overall(tree: Branch, judgement: Judgement) -> Local:
    """The centre of all weights that a judgement's statements allow (n,).

    Raises JudgementError for a statement that can't be read, and for statements that contradict each other.
    """
    try:
        drawn = sampler_of(constraints_of(tree, judgement.constraints), len(tree.leaves()))
    except MCDAError as error:
        raise error.at(judgement.place) from None
    w = np.maximum(drawn.centre(DRAWS, np.random.Generator(np.random.Philox(np.random.SeedSequence(SEED)))), 0)
    said = [remark("constraints_centre", count=len(judgement.constraints))]
    if not drawn.exact:
        said.append(caution("constraints_walk"))
    return Local(w / w.sum(), None, tuple(said))


WEIGHTING = Weighting(
    Text("order, intervals or ratios of weights", "部分信息赋权（次序、区间、比例）"),
    "Tervonen & Lahdelma (2007), European Journal of Operational Research 178",
    "constraints",
    overall=overall,
)
