"""Ballots as sheets: a workbook per person, and their answers back in the case."""

from mcda.spreadsheets.ballots.collecting import Collected, ballots_in, collect
from mcda.spreadsheets.ballots.issuing import issue
from mcda.spreadsheets.ballots.people import Person, numbered, people_in

__all__ = ["Collected", "Person", "ballots_in", "collect", "issue", "numbered", "people_in"]
