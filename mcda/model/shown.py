"""What a notebook shows of a result: its frame as a table, and below it what a reader must know."""

from typing import TYPE_CHECKING

from mcda.language import pick, say
from mcda.model.finding import Finding

if TYPE_CHECKING:
    import pandas as pd


class Shown:
    """A result that notebooks show, in the language of the environment and in plain HTML without a style of its own."""

    def to_frame(self) -> "pd.DataFrame":
        """The result as a DataFrame."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        from html import escape

        import pandas as pd

        lang = pick()
        findings: tuple[Finding, ...] = getattr(self, "findings", ())
        table = self.to_frame().to_html(border=0, na_rep="—", max_rows=pd.get_option("display.max_rows"))
        marks = {"caution": say(lang, "screen.doubt"), "remark": say(lang, "screen.remark")}
        said = "".join(f"<li>{marks[f.level]}: {escape(f.text(lang))}</li>" for f in findings)
        return f"{table}<ul>{said}</ul>" if said else table
