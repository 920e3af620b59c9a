"""Schema → model: each part of a case file as the value that it stands for, with every fault on the way."""

from typing import Any

from mcda.errors import Fault, MCDAError, Place, unknown
from mcda.expression import Number, Unit, is_kind, parse, parse_unit, spoken_kinds
from mcda.files import schema
from mcda.files.build_judgements import judgements
from mcda.files.build_regions import geography
from mcda.files.catalogue import MEASURED, Catalogue, Entry, defined, entry
from mcda.files.words import maybe, text
from mcda.files.yaml import Map, line_of
from mcda.language import Text
from mcda.model import (
    BASE,
    ROOT,
    Alternative,
    Branch,
    Column,
    Criterion,
    Direction,
    Figure,
    Formula,
    Level,
    Missing,
    Need,
    Note,
    Parameter,
    Plan,
    Problem,
    Requirement,
    Scale,
    Scenario,
    Source,
    Standing,
    Thresholds,
    ValueFunction,
)

PROVENANCE = ("standing", "source", "derivation", "whose", "year", "ends", "verified", "moves_with")


class Builder:
    """Reads one case into a problem. `faults` grows; what is faulty is left out of what it returns."""

    def __init__(self, case: schema.Case, raw: Map, file: str, catalogue: Catalogue) -> None:
        self.case, self.raw, self.file, self.catalogue = case, raw, file, catalogue
        self.faults: list[Fault] = []
        self.columns: dict[str, Column] = {}
        self.criteria: dict[str, Criterion] = {}
        self.lost: set[str] = set()
        """What criteria that could not be built are called, or were meant to be."""

    def place(self, *path: Any) -> Place:
        """Where a path of keys stands."""
        return Place(self.file, line_of(self.raw, path), key=".".join(map(str, path)))

    def fault(self, code: str, *path: Any, **values: Any) -> None:
        """Note a fault at a path of keys."""
        self.faults.append(Fault(code, values, self.place(*path)))

    def formula(self, written: str | float, *path: Any) -> Formula | None:
        """An expression, or a plain number."""
        if not isinstance(written, str):
            return Formula(f"{written:g}", Number(float(written)), self.place(*path))
        try:
            return Formula(written, parse(written), self.place(*path))
        except MCDAError as error:
            self.faults += error.at(self.place(*path)).faults
            return None

    def unit(self, written: str | None, *path: Any) -> Unit | None:
        """A unit that can be read; None where there is none, or after noting the fault."""
        if not written:
            return None
        try:
            return parse_unit(written)
        except MCDAError as error:
            self.faults += error.at(self.place(*path)).faults
            return None

    def problem(self) -> Problem:
        """The whole problem."""
        case = self.case
        parameters = {name: self.parameter(name, given) for name, given in case.parameters.items()}
        for name, values in case.attributes.items():
            path = ("attributes", name)
            self.unit(values.unit, *path, "unit")
            self.columns[name] = self.column(name, values, text(values.label, name), path)
        tree = Branch(ROOT, Text("all criteria", "全部准则"), self.knots(case.criteria, ("criteria",)))
        return Problem(
            id=case.id,
            question=text(case.question),
            alternatives=tuple(self.alternative(name, given) for name, given in case.alternatives.items()),
            criteria=tuple(self.criteria[leaf] for leaf in tree.leaves()),
            columns=self.columns,
            tree=tree,
            plan=Plan(**case.plan.model_dump()),
            title=text(case.title),
            money=case.money,
            notes=tuple(Note(text(note), note.always) for note in case.notes),
            sources={name: Source(name, s.cite, s.where, s.licence, s.seen) for name, s in case.sources.items()},
            parameters=parameters,
            requirements=tuple(
                built for name, given in case.requirements.items() if (built := self.requirement(name, given))
            ),
            scenarios=self.scenarios(),
            geography=geography(self),
            judgements=judgements(self),
        )

    def parameter(self, name: str, given: schema.Parameter) -> Parameter:
        """A figure that all options share."""
        path = ("parameters", name)
        self.unit(given.unit, *path, "unit")
        return Parameter(name, text(given.label, name), self.figure(given, None, path))

    def alternative(self, name: str, given: schema.Alternative) -> Alternative:
        """An option."""
        return Alternative(
            name,
            text(given.label),
            given.pathway,
            tuple(given.mechanisms),
            tuple(given.challenges),
            given.section,
            given.addition,
            given.baseline,
            maybe(given.about),
            self.place("alternatives", name),
        )

    def knots(self, given: dict[str, schema.Branch | schema.Leaf], path: tuple[str, ...]) -> tuple[Branch | str, ...]:
        """The children of a branch; criteria and their columns are kept on the way."""
        found: list[Branch | str] = []
        for name, knot in given.items():
            if isinstance(knot, schema.Branch):
                found.append(Branch(name, text(knot.label), self.knots(knot.criteria, (*path, name, "criteria"))))
            elif self.leaf(name, knot, (*path, name)):
                found.append(name)
        return tuple(found)

    def leaf(self, name: str, leaf: schema.Leaf, path: tuple[str, ...]) -> bool:
        """A criterion with its column; False after noting that the catalogue has none of that name."""
        if name in self.criteria:
            self.fault("criterion_twice", *path, name=name)
            return False
        known = self.entry(name, leaf, path)
        if known is None:
            self.lost.add(name)
            return False
        scale = self.scale(known, leaf, path)
        self.measured(known, leaf, scale, path)
        self.criteria[name] = self.criterion(known, leaf, scale, path)
        column = self.column(name, leaf, text(leaf.label) if leaf.label else known.title, path)
        pairs = self.pairs(leaf.pairs, (*path, "pairs"), tuple(self.case.alternatives))
        gains = Missing(leaf.missing)
        self.columns[name] = Column(**{**column.__dict__, "pairs": pairs, "missing": gains})
        return True

    def entry(self, name: str, leaf: schema.Leaf, path: tuple[str, ...]) -> Entry | None:
        """What is known of a criterion: by the case itself, or by the catalogue; None after noting a fault."""
        if leaf.own is not None:
            keys = {key: key.isascii() and key.isdecimal() for key in leaf.own.levels}
            if (leaf.own.kind == "ordinal") != (len(keys) > 1) or not all(keys.values()):
                self.fault("own_levels", *path, "own", criterion=name)
                return None
            return defined(name, leaf.own, text(leaf.label, name), leaf.scale or MEASURED)
        files = self.catalogue.files()
        if name not in files:
            fault = unknown("catalogue_criterion", name, tuple(files), self.place(*path))
            self.faults.append(fault)
            self.lost |= set(fault.values["known"]) if fault.code == "unknown_name_near" else set()
            return None
        try:
            return entry(*files[name])
        except MCDAError as error:
            self.faults += error.faults
            return None

    def criterion(self, known: Entry, leaf: schema.Leaf, scale: Scale, path: tuple[str, ...]) -> Criterion:
        """The criterion as this case uses it. Compared in pairs, more priority is better."""
        direction = Direction.MAX if leaf.pairs else known.direction
        if (direction is Direction.TARGET) != (leaf.target is not None):
            self.fault("target", *path, criterion=known.id)
        if leaf.range and leaf.range[0] >= leaf.range[1]:
            self.fault("range_order", *path, "range", low=f"{leaf.range[0]:g}", high=f"{leaf.range[1]:g}")
        return Criterion(
            known.id,
            text(leaf.label) if leaf.label else known.title,
            direction,
            leaf.unit or "",
            Scale() if leaf.pairs else scale,
            (leaf.range[0], leaf.range[1]) if leaf.range else None,
            leaf.target if direction is Direction.TARGET else None,
            known.definition,
            known.challenge,
            known.section,
            Thresholds(**leaf.thresholds.model_dump()) if leaf.thresholds else None,
            ValueFunction(tuple((p[0], p[1]) for p in leaf.value.points), leaf.value.curvature) if leaf.value else None,
        )

    def scale(self, known: Entry, leaf: schema.Leaf, path: tuple[str, ...]) -> Scale:
        """The scale that the case picks, with what its levels count for."""
        name = leaf.scale or next(iter(known.scales))
        if name not in known.scales:
            self.faults.append(unknown("scale", name, tuple(known.scales), self.place(*path, "scale")))
            return next(iter(known.scales.values()))
        scale = known.scales[name]
        strangers = [key for key in leaf.levels if key not in {str(level.key) for level in scale.levels}]
        for key in strangers:
            self.fault("level_unknown", *path, "levels", key, level=key, scale=name)
        if not leaf.levels:
            return scale
        valued = tuple(Level(level.key, level.label, leaf.levels.get(str(level.key))) for level in scale.levels)
        return Scale(scale.kind, scale.id, valued)

    def measured(self, known: Entry, leaf: schema.Leaf, scale: Scale, path: tuple[str, ...]) -> None:
        """A measured criterion needs a unit of a kind that the catalogue allows; an ordinal one has none."""
        if scale.kind is Need.ORDER or leaf.pairs:
            return
        if not leaf.unit and leaf.own:
            return
        if not leaf.unit:
            self.fault("unit_missing", *path, criterion=known.id, kinds=spoken_kinds(known.kinds))
            return
        unit = self.unit(leaf.unit, *path, "unit")
        if unit is None:
            return
        if known.kinds and not any(is_kind(unit, kind) for kind in known.kinds):
            kinds = spoken_kinds(known.kinds)
            self.fault("unit_kind", *path, "unit", unit=leaf.unit, criterion=known.id, kinds=kinds)
        if unit.money and self.case.money and unit.money != (self.case.money,):
            self.fault("money_base", *path, "unit", unit=leaf.unit, money=self.case.money, criterion=known.id)

    def column(self, name: str, given: schema.Values, label: Text, path: tuple[str, ...]) -> Column:
        """What is known of every option under one heading."""
        ways = [way for way in ("values", "formula", "equity", "pairs") if getattr(given, way, None)]
        if len(ways) != 1:
            self.fault("column_ways", *path, name=name, found=tuple(ways) or ("—",))
        figures = {}
        for option, value in given.values.items():
            if option not in self.case.alternatives:
                where = self.place(*path, "values", option)
                self.faults.append(unknown("alternative", option, tuple(self.case.alternatives), where))
                continue
            figures[option] = self.figure(value, given, (*path, "values", option))
        absent = None if given.absent is None else self.figure(given.absent, given, (*path, "absent"))
        return Column(
            id=name,
            label=label,
            unit=given.unit or "",
            figures=figures,
            absent=absent,
            formula=self.formula(given.formula, *path, "formula") if given.formula else None,
            equity=given.equity or "",
            note=maybe(given.note),
            place=self.place(*path),
        )

    def figure(self, given: float | schema.Figure, column: schema.Values | None, path: tuple[Any, ...]) -> Figure:
        """A figure, with what its column says of all its figures."""
        own = given if isinstance(given, schema.Figure) else schema.Figure.model_validate({"value": given})
        said = {key: getattr(own, key) for key in PROVENANCE}
        if column is not None:
            said = {key: getattr(column, key) if value is None else value for key, value in said.items()}
        numbers = [number for number in (own.value, own.level, own.mode) if number is not None]
        if len(numbers) != 1:
            self.fault("figure_number", *path)
            return Figure(unit=own.unit or "", place=self.place(*path))
        self.provenance(said, path)
        if said["moves_with"] and said["moves_with"] not in self.case.parameters:
            known = tuple(self.case.parameters)
            self.faults.append(unknown("parameter", said["moves_with"], known, self.place(*path, "moves_with")))
        if (own.low is not None or own.high is not None) and not said["ends"]:
            self.fault("ends_missing", *path)
        ends = [x for x in (own.low, numbers[0], own.high) if x is not None]
        if ends != sorted(ends):
            self.fault("figure_order", *path, found=" – ".join(f"{x:g}" for x in ends))
        if not isinstance(given, schema.Parameter):
            self.unit(own.unit, *path, "unit")
        return Figure(
            mode=numbers[0],
            low=own.low,
            high=own.high,
            ends=said["ends"] or "",
            unit=own.unit or "",
            standing=Standing(said["standing"] or "judgement"),
            source=said["source"] or "",
            derivation=maybe(said["derivation"]),
            whose=said["whose"] or "",
            year=said["year"],
            verified=said["verified"] is not False,
            moves_with=said["moves_with"] or "",
            note=maybe(own.note),
            place=self.place(*path),
        )

    def provenance(self, said: dict[str, Any], path: tuple[Any, ...]) -> None:
        """No figure without standing, and no standing without what it calls for."""
        standing = said["standing"]
        if standing is None:
            self.fault("standing_missing", *path)
        elif standing in ("published", "calculated") and not said["source"]:
            self.fault("source_missing", *path, standing=standing)
        elif standing in ("judgement", "placeholder") and not said["whose"]:
            self.fault("whose_missing", *path, standing=standing)
        if standing == "calculated" and said["derivation"] is None:
            self.fault("derivation_missing", *path)
        if said["source"] and said["source"] not in self.case.sources:
            self.faults.append(unknown("source", said["source"], tuple(self.case.sources), self.place(*path)))

    def requirement(self, name: str, given: schema.Requirement) -> Requirement | None:
        """A red line; None after noting what is wrong with it."""
        path = ("requirements", name)
        if (given.at_most is None) == (given.at_least is None):
            self.fault("requirement_limit", *path)
            return None
        side = "at_most" if given.at_most is not None else "at_least"
        figure = self.formula(given.figure, *path, "figure")
        limit = self.formula(getattr(given, side), *path, side)
        if figure is None or limit is None:
            return None
        return Requirement(
            name, text(given.label), figure, limit, side == "at_most", text(given.why), self.place(*path, "figure")
        )

    def scenarios(self) -> dict[str, Scenario]:
        """The scenarios; the base is always there."""
        found = {BASE: Scenario()}
        for name, given in self.case.scenarios.items():
            label = text(given.label) if given.label else (Scenario().label if name == BASE else Text.same(name))
            found[name] = Scenario(
                name,
                label,
                given.set,
                {(option, column): x for column, cells in given.figures.items() for option, x in cells.items()},
                given.year,
                given.intervention,
                given.region,
                given.hypothetical,
                maybe(given.note),
            )
        return found

    def pairs(
        self, given: dict[str, float], path: tuple[Any, ...], known: tuple[str, ...]
    ) -> dict[tuple[str, str], float]:
        """Comparisons such as `cost > emissions: 2`."""
        found: dict[tuple[str, str], float] = {}
        kind = "criterion" if path[0] == "judgements" else "alternative"
        for key, value in given.items():
            sides = [side.strip() for side in key.replace("=", ">").split(">")]
            if len(sides) != 2 or not all(sides):
                self.fault("pair_grammar", *path, key, found=key)
                continue
            a, b = sides
            strangers = [side for side in sides if side not in known]
            self.faults += [unknown(kind, side, known, self.place(*path, key)) for side in strangers]
            if not 1 / 9 - 1e-9 <= value <= 9 + 1e-9:
                self.fault("pair_value", *path, key, found=f"{value:g}")
            elif "=" in key and value != 1:
                self.fault("pair_equal", *path, key, found=f"{value:g}")
            elif (a, b) in found or (b, a) in found or a == b:
                self.fault("pair_twice", *path, key, a=a, b=b)
            elif not strangers:
                found[a, b] = value
        return found
