"""The Gaussian preference function; pymcdm has none."""

from measuring import Way, Work
from works.promethee import by_pydecision, shared


def work() -> Work:
    return shared("gaussian", "–", {"pyDecision": Way(by_pydecision("t6"), 60, power=2)})
