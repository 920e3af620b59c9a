"""CODAS of pymcdm. Keshavarz Ghorabaee et al. (2016), ECECSR 50."""

from mcda.language import Text
from mcda.methods._pymcdm import borrowed

METHOD = borrowed(
    "CODAS",
    Text("CODAS (distance from the worst)", "CODAS（组合距离评价）"),
    "Keshavarz Ghorabaee et al. (2016), ECECSR 50",
)
