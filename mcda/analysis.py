"""The questions that are asked of every answer, and their order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mcda.errors import MCDAError
from mcda.figures import scenario_of
from mcda.figures.draws import drivers
from mcda.model import Finding, Problem, Ranking
from mcda.model.shown import Shown
from mcda.ranking import planned, rank
from mcda.sensitivity.breakeven import Breakeven, breakeven
from mcda.sensitivity.robustness import Robustness, robustness
from mcda.sensitivity.scenarios import Scenarios, scenarios
from mcda.sensitivity.stability import Stability, stability
from mcda.sensitivity.thresholds import Thresholds, thresholds

if TYPE_CHECKING:
    import pandas as pd

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Analysis(Shown):
    """One answer, and how firm it is: what a decision should not be taken without."""

    ranking: Ranking
    figures: Robustness | None
    both: Robustness
    thresholds: Thresholds
    stability: Stability
    runner_up: Breakeven | None
    scenarios: Scenarios | None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be known beside the ranking."""
        return self.ranking.findings

    def to_frame(self) -> "pd.DataFrame":
        """One row per ranked option, the best first: rank, score, and the share of draws in which it comes first if the
        figures aren't known, and if weights aren't either.
        """
        frame = self.ranking.to_frame()[["rank", "score"]]
        for name, drawn in (("first_if_figures_vary", self.figures), ("first_if_weights_vary_too", self.both)):
            if drawn is not None:
                shares = dict(zip(drawn.alternatives, drawn.first, strict=True))
                frame[name] = [float(shares[option]) for option in frame.index]
        return frame

    def to_dict(self) -> dict[str, Any]:
        """Everything, in plain values for JSON."""
        parts = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {name: None if part is None else part.to_dict() for name, part in parts.items()}


def analyse(
    problem: Problem,
    draws: int = 50_000,
    seed: int = 1,
    method: str | None = None,
    options: Mapping[str, str] | None = None,
    weights: str | Mapping[str, float] | None = None,
    scenario: str | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Analysis:
    """Ask every question of a problem, in order: who is first; how firmly, if figures and if weights too are not known;
    at which price that changes; how far weights can move; what the next one would need; and does every scenario agree.

    Raises what the questions raise.
    """
    problem = planned(problem, method, options, scenario)
    ranking = rank(problem, weights=weights)
    moving = drivers(problem, scenario_of(problem, problem.plan.scenario))
    sampled: dict[str, Any] = {"weights": weights, "workers": workers, "progress": progress}
    figures = robustness(problem, "figures", draws, seed, **sampled) if moving else None
    others = [i for i in ranking.order if ranking.ranks[i] > 1]
    return Analysis(
        ranking,
        figures,
        robustness(problem, "both", draws, seed, **sampled),
        thresholds(problem, weights=weights),
        stability(problem, weights=weights),
        breakeven(problem, ranking.table.alternatives[others[0]], weights=weights) if others else None,
        _scenarios(problem, weights),
    )


def _scenarios(problem: Problem, weights: str | Mapping[str, float] | None) -> Scenarios | None:
    """All scenarios, where there are several and each can be ranked."""
    if len(problem.scenarios) < 2:
        return None
    try:
        return scenarios(problem, weights=weights)
    except MCDAError:
        return None
