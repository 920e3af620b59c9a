"""MABAC of pymcdm. Pamučar & Ćirović (2015), Expert Systems with Applications 42."""

from mcda.language import Text
from mcda.methods._pymcdm import MINMAX, borrowed

METHOD = borrowed(
    "MABAC",
    Text("MABAC (border approximation)", "MABAC（边界近似区域比较）"),
    "Pamučar & Ćirović (2015), Expert Systems with Applications 42",
    **MINMAX,
)
