"""RAM of pymcdm. Sotoudeh-Anvari (2023), Applied Soft Computing 138."""

from mcda.language import Text
from mcda.methods._pymcdm import borrowed

METHOD = borrowed(
    "RAM", Text("RAM (root assessment)", "RAM（根评价法）"), "Sotoudeh-Anvari (2023), Applied Soft Computing 138"
)
