"""mcda rank: which option, and why."""

from typing import TYPE_CHECKING, Any

import click

from mcda.cli import _options as shared
from mcda.language import say

if TYPE_CHECKING:
    from mcda.model import Ranking


@shared.command("rank")
@shared.problem(without={"scenario"})
@shared.scenario
@click.option("--all-scenarios", is_flag=True, help=shared.helped("all_scenarios"))
@click.option("--second-opinion", is_flag=True, help=shared.helped("second_opinion"))
@click.option("--into", "copy", type=click.Path(), metavar="FILE", help=shared.helped("into"))
@shared.output
def COMMAND(
    problem: "shared.Problem",
    weights: str | None,
    scenario: str | None,
    all_scenarios: bool,
    second_opinion: bool,
    copy: str | None,
    form: str,
    target: str | None,
) -> None:
    from mcda.ranking import planned

    if all_scenarios:
        if scenario is not None or second_opinion or copy is not None:
            others = ("--scenario", "--second-opinion", "--into")
            raise shared.Slip("argument_alone", name="--all-scenarios", others=others)
        from mcda.cli.scenarios import answer

        answer(problem, weights, form, target)
        return
    from mcda.ranking import rank

    state = scenario and shared.named(scenario, {name: s.label for name, s in problem.scenarios.items()})
    asked = planned(problem, scenario=state)
    ranking = rank(asked, weights=weights)
    if copy is not None:
        _beside(asked, ranking, copy)
    _ranking(asked, ranking, second_opinion, form, target)


def _beside(problem: "shared.Problem", ranking: "Ranking", copy: str) -> None:
    """Scores, ranks and doubts beside the sheets of the workbook that was asked about."""
    from pathlib import Path

    from mcda.errors import SheetError
    from mcda.spreadsheets import READ
    from mcda.spreadsheets.writing.into import write_into
    from mcda.spreadsheets.writing.sheets.beside import sheets_beside

    case = click.get_current_context().params["case"]
    if Path(case).suffix.lower() not in READ:
        raise SheetError.of("into_table", case=case)
    shared.spared(Path(copy))
    names = write_into(Path(case), Path(copy), sheets_beside(problem, ranking, shared.asked()))
    click.echo(say(shared.asked(), "screen.beside", file=copy, names=tuple(names)), err=True)


def _ranking(problem: "shared.Problem", ranking: "Ranking", second: bool, form: str, target: str | None) -> None:
    from mcda.reports.blocks import Line, Page
    from mcda.reports.ranking import frame, page

    case = click.get_current_context().params["case"]
    opinion = None
    if second:
        from mcda.sensitivity.second_opinion import second_opinion

        opinion = second_opinion(problem, ranking)

    def whole() -> Page:
        label = say(shared.asked(), "screen.second")
        said = [Line(finding.text(shared.asked()), label=label) for finding in opinion.findings] if opinion else []
        return [*page(problem, ranking, shared.asked(), case), *said]

    def data() -> dict[str, Any]:
        return {**ranking.to_dict(), **({"second_opinion": opinion.to_dict()} if opinion else {})}

    shared.emit(whole, data, lambda: frame(problem, ranking), form, target)
