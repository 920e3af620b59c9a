"""MAIRCA of pymcdm. Gigović et al. (2016), Sustainability 8."""

from mcda.language import Text
from mcda.methods._pymcdm import MINMAX, borrowed

METHOD = borrowed(
    "MAIRCA",
    Text("MAIRCA (ideal and real shares)", "MAIRCA（理想与现实比较）"),
    "Gigović et al. (2016), Sustainability 8",
    **MINMAX,
)
