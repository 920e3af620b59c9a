"""What a case says, as arrays: scenario applied, derived, missing, ordinal, equity, requirements."""

from mcda.figures.double import counted_twice
from mcda.figures.known import known, scenario_of
from mcda.figures.table import Tabulated, tabulate

__all__ = ["Tabulated", "counted_twice", "known", "scenario_of", "tabulate"]
