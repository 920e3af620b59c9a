"""The same of ten million options; peers would want several times the memory."""

from typing import Any

from measuring import Work
from works.topsis_million import best, table


def agree(ours: Any, theirs: Any) -> None:
    raise AssertionError("nobody to agree with")


def work() -> Work:
    figures = table(10_000_000)
    return Work("The same, 10⁷×10", len(figures), lambda size: best(figures[:size]), "0.6 s", agree)
