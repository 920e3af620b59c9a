"""Decision support for green-transition pathways: rank them, and say how sure the ranking is.

Names are imported when they are first used, so that `import mcda` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mcda.errors import MCDAError
    from mcda.group.meeting import agreement
    from mcda.model import Problem, Ranking, Weights
    from mcda.pairwise import Priorities, priorities
    from mcda.ranking import rank
    from mcda.ranking import weights_of_problem as weights
    from mcda.sensitivity.breakeven import breakeven
    from mcda.sensitivity.concordance import concordance
    from mcda.sensitivity.dominance import dominance
    from mcda.sensitivity.influence import influence
    from mcda.sensitivity.portfolio import portfolio
    from mcda.sensitivity.reversal import reversal
    from mcda.sensitivity.robustness import robustness
    from mcda.sensitivity.scenarios import scenarios
    from mcda.sensitivity.second_opinion import second_opinion
    from mcda.sensitivity.stability import stability
    from mcda.sensitivity.structure import structure
    from mcda.sensitivity.thresholds import thresholds
    from mcda.spreadsheets import load

_PLACES = {
    "MCDAError": ("mcda.errors", "MCDAError"),
    "Priorities": ("mcda.pairwise", "Priorities"),
    "Problem": ("mcda.model", "Problem"),
    "Ranking": ("mcda.model", "Ranking"),
    "Weights": ("mcda.model", "Weights"),
    "agreement": ("mcda.group.meeting", "agreement"),
    "breakeven": ("mcda.sensitivity.breakeven", "breakeven"),
    "concordance": ("mcda.sensitivity.concordance", "concordance"),
    "dominance": ("mcda.sensitivity.dominance", "dominance"),
    "influence": ("mcda.sensitivity.influence", "influence"),
    "load": ("mcda.spreadsheets", "load"),
    "portfolio": ("mcda.sensitivity.portfolio", "portfolio"),
    "priorities": ("mcda.pairwise", "priorities"),
    "rank": ("mcda.ranking", "rank"),
    "reversal": ("mcda.sensitivity.reversal", "reversal"),
    "robustness": ("mcda.sensitivity.robustness", "robustness"),
    "scenarios": ("mcda.sensitivity.scenarios", "scenarios"),
    "second_opinion": ("mcda.sensitivity.second_opinion", "second_opinion"),
    "stability": ("mcda.sensitivity.stability", "stability"),
    "structure": ("mcda.sensitivity.structure", "structure"),
    "thresholds": ("mcda.sensitivity.thresholds", "thresholds"),
    "weights": ("mcda.ranking", "weights_of_problem"),
}

__all__ = [
    "MCDAError", "Priorities", "Problem", "Ranking", "Weights", "agreement", "breakeven", "concordance", "dominance",
    "influence", "load", "portfolio", "priorities", "rank", "reversal", "robustness", "scenarios", "second_opinion",
    "stability", "structure", "thresholds", "weights",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("mcda-toolkit")
        except PackageNotFoundError:
            return "0+checkout"
    if name not in _PLACES:
        raise AttributeError(f"module 'mcda' has no attribute {name!r}")
    module, attribute = _PLACES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
