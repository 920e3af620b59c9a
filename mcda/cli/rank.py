"""mcda rank: which option, and why."""

from typing import Any

import click

from mcda.cli import _options as shared
from mcda.language import say


@shared.command("rank")
@shared.case
@shared.method
@shared.option
@shared.weights
@shared.scenario
@click.option("--all-scenarios", is_flag=True, help=shared.helped("all_scenarios"))
@click.option("--second-opinion", is_flag=True, help=shared.helped("second_opinion"))
@shared.criteria
@shared.output
def COMMAND(
    case: str,
    method: str | None,
    options: tuple[str, ...],
    weights: str | None,
    scenario: str | None,
    all_scenarios: bool,
    second_opinion: bool,
    criteria: str | None,
    form: str,
    target: str | None,
) -> None:
    from mcda.files import load

    problem = load(case, criteria)
    chosen: dict[str, Any] = {"method": method, "options": shared.pairs(options), "weights": weights}
    if all_scenarios:
        if scenario is not None or second_opinion:
            raise shared.Slip("argument_alone", name="--all-scenarios", others=("--scenario", "--second-opinion"))
        _scenarios(problem, chosen, form, target)
        return
    _ranking(problem, {**chosen, "scenario": scenario}, second_opinion, form, target)


def _ranking(problem: Any, chosen: dict[str, Any], second: bool, form: str, target: str | None) -> None:
    from mcda.ranking import planned, rank
    from mcda.reports.blocks import Line, Page
    from mcda.reports.ranking import page

    ranking = rank(problem, **chosen)
    asked = planned(problem, chosen["method"], chosen["options"], chosen["scenario"])
    opinion = None
    if second:
        from mcda.sensitivity.second_opinion import second_opinion

        opinion = second_opinion(asked, ranking)

    def whole() -> Page:
        label = say(shared.asked(), "screen.second")
        said = [Line(finding.text(shared.asked()), label=label) for finding in opinion.findings] if opinion else []
        return [*page(asked, ranking, shared.asked()), *said]

    def data() -> dict[str, Any]:
        return {**ranking.to_dict(), **({"second_opinion": opinion.to_dict()} if opinion else {})}

    shared.emit(whole, data, ranking.to_frame, form, target)


def _scenarios(problem: Any, chosen: dict[str, Any], form: str, target: str | None) -> None:
    from mcda.ranking import planned
    from mcda.reports.scenarios import page
    from mcda.sensitivity.scenarios import scenarios

    result = scenarios(problem, **chosen)
    asked = planned(problem, chosen["method"], chosen["options"])
    shared.emit(lambda: page(asked, result, shared.asked()), result.to_dict, result.to_frame, form, target)
