"""Does an independent library order the options alike? pymcdm is asked the same, with nothing of ours in between."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mcda.model import Array, Finding, Problem, Ranking, caution, remark
from mcda.model.shown import Shown
from mcda.ranking import ranks, settled

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class SecondOpinion(Shown):
    """Another library's scores and ranks (m,) for the same figures and weights; `scores` is None where it has no
    such method. `gap` is the largest difference of scores, `agrees` says that the orders are the same.
    """

    library: str
    method: str
    alternatives: tuple[str, ...]
    scores: Array | None
    ranks: Array | None
    gap: float
    agrees: bool
    findings: tuple[Finding, ...]

    def to_frame(self) -> "pd.DataFrame":
        """One row per alternative; empty where there is no second opinion."""
        import pandas as pd

        columns = {} if self.scores is None else {"rank": self.ranks, "score": self.scores}
        return pd.DataFrame(columns, index=pd.Index(self.alternatives, name="alternative"))

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""
        return {
            "library": self.library,
            "method": self.method,
            "agrees": self.agrees,
            "largest_difference_of_scores": None if np.isnan(self.gap) else self.gap,
            "ranks": None if self.ranks is None else dict(zip(self.alternatives, map(int, self.ranks), strict=True)),
            "findings": [f.text() for f in self.findings],
        }


def second_opinion(problem: Problem, ranking: Ranking) -> SecondOpinion:
    """What pymcdm says of a ranking's figures and weights, by its own method of the same name and scaling.

    >>> import mcda
    >>> case = mcda.load("hebei-steel")
    >>> mcda.second_opinion(case, mcda.rank(case)).agrees
    True
    """
    from importlib.metadata import version

    from mcda.methods._pymcdm import caller

    library = f"pymcdm {version('pymcdm')}"
    method, options = settled(problem, ranking.method, ranking.options)
    twin, table = method.twin(options), ranking.table
    if twin is None:
        code = "second_opinion_same" if method.borrowed else "no_second_opinion"
        said = (remark(code, library=library, method=method.title),)
        return SecondOpinion(library, "", table.alternatives, None, None, float("nan"), False, said)
    moving = np.ptp(table.values, axis=0) > 0
    w = np.array([ranking.weights.of(name) for name in table.names])
    scores = caller(twin)(table.values[:, moving], w[moving] / w[moving].sum(), table.gain[:, moving])
    theirs = ranks(scores)
    moved = [i for i in range(len(theirs)) if theirs[i] != ranking.ranks[i]]
    found: list[Finding] = []
    if moved:
        labels = tuple(problem.label(table.alternatives[i]) for i in moved)
        found.append(caution("second_opinion_differs", library=library, alternatives=labels))
    else:
        found.append(remark("second_opinion_agrees", library=library))
    if not moving.all():
        flat = tuple(c.title for c, moves in zip(table.criteria, moving, strict=True) if not moves)
        found.append(remark("second_opinion_without", criteria=flat))
    gap = float(np.abs(scores - ranking.scores).max()) if moving.all() else float("nan")
    return SecondOpinion(library, twin.name, table.alternatives, scores, theirs, gap, not moved, tuple(found))
