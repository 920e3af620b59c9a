"""EDAS of pymcdm. Keshavarz Ghorabaee et al. (2015), Informatica 26."""

from mcda.language import Text
from mcda.methods._pymcdm import borrowed

METHOD = borrowed(
    "EDAS",
    Text("EDAS (distance from the average)", "EDAS（平均解距离）"),
    "Keshavarz Ghorabaee et al. (2015), Informatica 26",
)
