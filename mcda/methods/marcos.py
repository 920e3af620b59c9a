"""MARCOS of pymcdm. Stević et al. (2020), Computers & Industrial Engineering 140."""

from mcda.language import Text
from mcda.methods._pymcdm import borrowed

METHOD = borrowed(
    "MARCOS",
    Text("MARCOS (compromise ranking)", "MARCOS（折衷解排序）"),
    "Stević et al. (2020), Computers & Industrial Engineering 140",
)
