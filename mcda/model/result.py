"""What comes out: scores, ranks, and what a reader must know beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mcda.model.arrays import Array, set_read_only
from mcda.model.finding import Finding
from mcda.model.judgement import Weights
from mcda.model.shown import Shown
from mcda.model.table import Table

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Turning:
    """The value of a parameter at which a requirement would just be met, and whether it holds from there down."""

    parameter: str
    value: float
    unit: str
    downwards: bool


@dataclass(frozen=True)
class Breach:
    """A requirement that an option breaks: what it has, what is allowed, and where that would turn."""

    requirement: str
    figure: float
    limit: float
    unit: str
    turnings: tuple[Turning, ...] = ()


@dataclass(frozen=True)
class Apart:
    """An option that is shown and not ranked: red lines broken, or figures missing. `rank_if_allowed` is the place
    that it would take.
    """

    alternative: str
    breaches: tuple[Breach, ...] = ()
    missing: tuple[str, ...] = ()
    rank_if_allowed: int | None = None


@dataclass(frozen=True)
class Ranking(Shown):
    """The answer: `scores` (m,) and `ranks` (m,) of the ranked options, higher scores better, 1 the best rank.

    `contributions` (m, n) say what each criterion brought to each score, in the sense of `contribution_kind`;
    `effective` (n,) what each criterion's weight amounts to in this table; `standing` the share of weight by
    standing of its figures. `incomparable` are the pairs that the method itself leaves without an order, whatever
    their scores.
    """

    problem: str
    scenario: str
    method: str
    options: Mapping[str, str]
    table: Table
    scores: Array
    ranks: Array
    contributions: Array | None
    contribution_kind: str
    weights: Weights
    effective: Array
    standing: Mapping[str, float]
    apart: tuple[Apart, ...]
    findings: tuple[Finding, ...]
    fingerprint: str
    incomparable: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        set_read_only(self, scores=self.scores, ranks=self.ranks, effective=self.effective)

    @property
    def order(self) -> list[int]:
        """Positions of the options in the table, the best first; equals in the order of the case."""
        return sorted(range(len(self.ranks)), key=lambda i: (self.ranks[i], i))

    @property
    def first(self) -> tuple[str, ...]:
        """The options on the first place."""
        return tuple(name for name, rank in zip(self.table.alternatives, self.ranks, strict=True) if rank == 1)

    def to_frame(self) -> "pd.DataFrame":
        """One row per ranked option, the best first: rank, score, and the figure under each criterion."""
        import pandas as pd

        columns: dict[str, Any] = {"rank": self.ranks.astype(int), "score": self.scores}
        columns |= {name: self.table.shown[:, j] for j, name in enumerate(self.table.names)}
        frame = pd.DataFrame(columns, index=pd.Index(self.table.alternatives, name="alternative"))
        return frame.iloc[self.order]

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON; sentences in English."""
        rows = [
            {
                "alternative": self.table.alternatives[i],
                "rank": int(self.ranks[i]),
                "score": float(self.scores[i]),
                "figures": dict(zip(self.table.names, map(float, self.table.shown[i]), strict=True)),
                "contributions": None
                if self.contributions is None
                else dict(zip(self.table.names, map(float, self.contributions[i]), strict=True)),
            }
            for i in self.order
        ]
        return {
            "problem": self.problem,
            "fingerprint": self.fingerprint,
            "scenario": self.scenario,
            "method": self.method,
            "options": dict(self.options),
            "ranking": rows,
            "incomparable": [list(pair) for pair in self.incomparable],
            "contribution": self.contribution_kind,
            "weights": self._weights(),
            "set_apart": [_plain_apart(apart) for apart in self.apart],
            "standing": dict(self.standing),
            "findings": [{"code": f.message.code, "level": f.level, "text": f.text()} for f in self.findings],
        }

    def _weights(self) -> dict[str, Any]:
        w = self.weights
        return {
            "method": w.method,
            "people": list(w.people),
            "global": dict(zip(w.criteria, map(float, w.values), strict=True)),
            "effective": dict(zip(w.criteria, map(float, self.effective), strict=True)),
            "local": {branch: [float(x) for x in local] for branch, local in w.local.items()},
            "consistency": {
                branch: {
                    "lambda_max": c.lambda_max,
                    "consistency_ratio": c.ratio,
                    "random_index": c.index_table,
                    "geometric_consistency_index": c.geometric_index,
                }
                for branch, c in w.consistency.items()
            },
        }


def _plain_apart(apart: Apart) -> dict[str, Any]:
    return {
        "alternative": apart.alternative,
        "rank_if_allowed": apart.rank_if_allowed,
        "missing": list(apart.missing),
        "breaks": [
            {"requirement": b.requirement, "figure": b.figure, "limit": b.limit, "unit": b.unit} for b in apart.breaches
        ],
    }
