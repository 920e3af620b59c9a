"""What became of ballots: how many were written and what comes next, and whose answers are in a case now."""

from collections.abc import Sequence

from mcda.language import Lang, say
from mcda.reports.blocks import Line, Page
from mcda.reports.faults import told
from mcda.spreadsheets.ballots import Collected
from mcda.spreadsheets.reading import Guess


def issued(case: str, folder: str, count: int, guesses: Sequence[Guess], lang: Lang) -> Page:
    """So many ballots are written."""
    doubts = [say(lang, "screen.ballots_guess", guess=guess.text(lang)) for guess in guesses]
    return [
        Line(say(lang, "screen.ballots_written", count=count, folder=folder), "strong"),
        *(Line(doubt, "caution", label=say(lang, "screen.doubt")) for doubt in doubts),
        Line(say(lang, "screen.ballots_next", case=case, folder=folder), label=say(lang, "screen.next")),
    ]


def collected(found: Collected, file: str, lang: Lang) -> Page:
    """Whose answers are in the case, and whose aren't."""
    people, weights = len(found.people), found.weights
    page: Page = [Line(say(lang, "screen.collected", people=people, file=file, weights=weights), "strong")]
    for name, faults in found.left_out.items():
        page.append(Line(name, "caution", label=say(lang, "screen.ballot_left_out")))
        page += [line for fault in faults for line in told(fault, lang)[:1]]
    said = [say(lang, "screen.ballot_partial", who=w, given=given, asked=asked) for w, given, asked in found.partial]
    if found.replaced:
        said.append(say(lang, "screen.ballots_replaced", names=found.replaced))
    if found.kept:
        said.append(say(lang, "screen.ballots_kept", names=found.kept))
    page += [Line(sentence, label=say(lang, "screen.remark")) for sentence in said]
    return [*page, Line(say(lang, "screen.collected_next", file=file), label=say(lang, "screen.next"))]
