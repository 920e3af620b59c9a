"""WASPAS of pymcdm. Zavadskas et al. (2012), Elektronika ir Elektrotechnika 122."""

from mcda.language import Text
from mcda.methods._pymcdm import borrowed

METHOD = borrowed(
    "WASPAS",
    Text("WASPAS (sum and product)", "WASPAS（加权和积评价）"),
    "Zavadskas et al. (2012), Elektronika ir Elektrotechnika 122",
)
