"""What a decision is: frozen values with read-only arrays. Constructors, and no other verbs."""

from mcda.model.arrays import Array
from mcda.model.criterion import (
    ROOT,
    Branch,
    Criterion,
    Direction,
    Level,
    Need,
    Scale,
    Thresholds,
    ValueFunction,
    flat,
)
from mcda.model.figure import Column, Figure, Formula, Missing, Parameter, Standing
from mcda.model.finding import Finding, caution, remark
from mcda.model.fingerprint import fingerprint
from mcda.model.judgement import Consistency, Judgement, Weights
from mcda.model.problem import (
    BASE,
    Alternative,
    Geography,
    Incidence,
    Indicator,
    Note,
    Plan,
    Problem,
    Requirement,
    Scenario,
    Source,
    Spot,
)
from mcda.model.result import Apart, Breach, Ranking, Turning
from mcda.model.table import Frame, Table

__all__ = [
    "BASE", "ROOT", "Alternative", "Apart", "Array", "Branch", "Breach", "Column", "Consistency", "Criterion",
    "Direction", "Figure", "Finding", "Formula", "Frame", "Geography", "Incidence", "Indicator", "Judgement",
    "Level", "Missing", "Need", "Note", "Parameter", "Plan", "Problem", "Ranking", "Requirement", "Scale",
    "Scenario", "Source", "Spot", "Standing", "Table", "Thresholds", "Turning", "ValueFunction", "Weights",
    "caution", "fingerprint", "flat", "remark",
]  # fmt: skip
