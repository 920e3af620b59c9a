"""ARAS of pymcdm. Zavadskas & Turskis (2010), Technological and Economic Development of Economy 16."""

from mcda.language import Text
from mcda.methods._pymcdm import borrowed

METHOD = borrowed(
    "ARAS",
    Text("ARAS (ratio to the optimum)", "ARAS（加性比率评价）"),
    "Zavadskas & Turskis (2010), Technological and Economic Development of Economy 16",
)
