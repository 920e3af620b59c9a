"""The scenarios: what each changes, and what holds in the one that is chosen."""

from typing import Any

import numpy as np

from mcda.figures import known
from mcda.model import Scenario
from mcda.spreadsheets.formulas import Area
from mcda.spreadsheets.writing.draft import Draft, Key
from mcda.spreadsheets.writing.sheet import Path, Sheet, plain

HEAD, FIRST, NOW, START = 4, 5, 3, 4


def fill(draft: Draft) -> None:
    """One row for whatever a scenario changes, one column for each scenario."""
    sheet, scenarios = draft.sheet("scenarios"), draft.problem.scenarios
    sheet.put(0, 0, draft.called("scenarios"), "title")
    sheet.put(1, 0, draft.say("scenarios_how"), "faint")
    heads = [draft.say(code) for code in ("what", "option", "usual", "now")]
    sheet.line(HEAD, [*heads, *draft.scenario_labels], "heading")
    labels = sheet.area(HEAD, START, 1, len(scenarios))
    sheet.put(2, 0, draft.say("chosen_number"), "text")
    chosen = list(scenarios).index(draft.ranking.scenario)
    number = sheet.put(
        2, NOW, float(chosen + 1), "rank", formula=f"=MATCH({draft.chosen.cell(0, 0)},{labels.line(0, 0, -1)},0)"
    )
    sheet.names["scenario_number"] = number
    row = FIRST
    for key, usual, values, path in _changes(draft):
        _row(draft, sheet, row, key, usual, values, path, number)
        row += 1
    for code, said in _about(draft):
        sheet.put(row, 0, draft.say(code), "faint")
        sheet.line(row, said, "faint", START)
        row += 1
    sheet.hidden = len(scenarios) == 1 and row == FIRST
    sheet.freeze = (HEAD + 1, START)
    sheet.widths = {0: 30, 1: 26, 2: 12, 3: 12, **{START + k: 16 for k in range(len(scenarios))}}


def _about(draft: Draft) -> list[tuple[str, list[str]]]:
    """What else is said of the scenarios."""
    scenarios, geography = draft.problem.scenarios.values(), draft.problem.geography
    regions = geography.groups if geography else {}
    told = [
        ("year", [str(s.year or "") for s in scenarios]),
        ("region", [draft.text(regions[s.region]) if s.region in regions else "" for s in scenarios]),
        ("brought_by", [s.intervention for s in scenarios]),
        ("hypothetical", [draft.say("yes") if s.hypothetical else "" for s in scenarios]),
    ]
    return [(code, said) for code, said in told if any(said)]


def _changes(draft: Draft) -> list[tuple[Key, float | None, list[float | None], Path]]:
    """For whatever some scenario changes: its usual value, that in each scenario (None: as usual), and its place there
    in the case file; nowhere for what is computed.
    """
    problem, scenarios = draft.problem, draft.problem.scenarios.values()
    found: list[tuple[Key, float | None, list[float | None], Path]] = []
    for name, parameter in problem.parameters.items():
        if any(name in s.set for s in scenarios):
            found.append(((name, ""), parameter.figure.mode, [s.set.get(name) for s in scenarios], ("set", name)))
    base = known(problem, Scenario())
    cells = dict.fromkeys(cell for s in scenarios for cell in s.figures)
    for option, column in cells:
        at = [a.id for a in problem.alternatives].index(option)
        usual = (
            None
            if problem.columns[column].formula
            else float(np.broadcast_to(base[column], (len(problem.alternatives),))[at])
        )
        path = ("figures", column, option)
        found.append(((column, option), usual, [s.figures.get((option, column)) for s in scenarios], path))
    return [*found, *_equity(draft)]


def _equity(draft: Draft) -> list[tuple[Key, float | None, list[float | None], Path]]:
    """Equity of each option in each scenario; it is computed over the places, which no cell does."""
    problem = draft.problem
    columns = [c.id for c in problem.columns.values() if c.equity]
    states = [known(problem, scenario) for scenario in problem.scenarios.values()] if columns else []
    return [
        ((name, option.id), None, [float(state[name][i]) for state in states], ())
        for name in columns
        for i, option in enumerate(problem.alternatives)
    ]


def _row(
    draft: Draft, sheet: Sheet, row: int, key: Key, usual: float | None, values: list[Any], path: Path, number: Area
) -> None:
    name, option = key
    sheet.line(row, [draft.label(name), draft.label(option) if option else ""])
    for k, (scenario, value) in enumerate(zip(draft.problem.scenarios, values, strict=True)):
        place = ("scenarios", scenario, *path) if path else ()
        sheet.put(row, START + k, value, "number" if place else "rounded", **(draft.takes(place) if place else {}))
    if usual is not None:
        sheet.put(row, 2, plain(usual), "rounded")  # its formula follows when the figure has its place
    line = sheet.area(row, START, 1, len(values))
    pick = f"INDEX({line.line(0, 0, -1)},{number.cell(0, 0)})"
    chosen = values[list(draft.problem.scenarios).index(draft.ranking.scenario)]
    held = usual if chosen is None else chosen
    otherwise = sheet.area(row, 2, 1, 1).cell(0, 0) if usual is not None else '""'
    formula = f'=IF({pick}="",{otherwise},{pick})'
    draft.scenario[key] = sheet.put(row, NOW, plain(held) or ("" if held is None else held), "rounded", formula=formula)


def usual(draft: Draft, key: Key, formula: str) -> Area | None:
    """Say how the usual value of a figure is found, if a scenario changes it; returns where its value now stands."""
    area = draft.scenario.get(key)
    if area is not None:
        sheet = draft.sheets["scenarios"]
        cell = sheet.cells.get((area.row, 2))
        if cell is not None:
            sheet.put(area.row, 2, cell.value, "rounded", formula=formula)
    return area
