"""Ranking methods: one file each. A method is one plain numpy function, from which everything else is read.

A definition takes figures x (…, m, n), gain (1, n), weights w (…, 1, n), a frame and its options, and gives scores
(…, m, 1) of which more is better. Each named intermediate passes through `step`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from mcda.errors import MCDAError, TableError, UnknownName
from mcda.expression import Step, Untraceable, trace
from mcda.folder import Folder
from mcda.language import Message, Text
from mcda.model.criterion import Criterion, Need
from mcda.model.finding import Finding
from mcda.model.problem import Problem
from mcda.model.table import Frame, Table
from mcda.normalise import SCALINGS, Scaling


@dataclass(frozen=True)
class Twin:
    """Where an independent library computes the same: the class of pymcdm, its scaling where it takes one, what else it
    is made with from figures x (m, n), and what its values are counted down from where less of them is better.
    """

    name: str
    scaling: str = ""
    arguments: Callable[[Any], tuple[Any, ...]] = lambda x: ()
    top: float = 0.0


@dataclass(frozen=True)
class Look:
    """What a method says of one ranking beside its scores: findings, and pairs that it leaves incomparable."""

    findings: tuple[Finding, ...] = ()
    incomparable: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Linear:
    """How the order of options hangs on weights w (n,): it is that of `values` @ w, `values` being (…, m, n)."""

    values: Any

    def keys(self, w: Any) -> Any:
        """What options are ordered by (…, m, B), for weights (n, B) that need not sum to 1."""
        return self.values @ w


@dataclass(frozen=True)
class Squares:
    """How the order of options hangs on weights w (n,): it is that of (`near` @ w²) ÷ (`far` @ w²), both (…, m, n)."""

    near: Any
    far: Any

    def keys(self, w: Any) -> Any:
        """What options are ordered by (…, m, B), for weights (n, B) that need not sum to 1; 1 stands for 0 ÷ 0."""
        both = np.concatenate([self.near, self.far]) @ (w * w)
        near, far = both[: len(self.near)], both[len(self.near) :]
        if np.all(self.far.max(axis=-1) > 0) and np.all(w > 0):
            return np.divide(near, far, out=near)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where((near == 0) & (far == 0), 1.0, near / far)


@dataclass(frozen=True)
class Regrets:
    """How the order of options hangs on weights w (n,): each has a whole regret `parts` @ w and a largest one, that of
    `parts`·w, `parts` being (…, m, n). Both are measured between their least and their most among the options, and
    joined by `v` and 1 − `v`; less is better.
    """

    parts: Any
    v: float

    def keys(self, w: Any) -> Any:
        """What options are ordered by (…, m, B), more being better, for weights (n, B) that need not sum to 1."""
        whole, largest = self.parts @ w, self.parts[..., :1] * w[0]
        for j in range(1, len(w)):
            np.maximum(largest, self.parts[..., j : j + 1] * w[j], out=largest)
        for regret, share in ((whole, self.v), (largest, 1 - self.v)):
            low = regret.min(axis=-2, keepdims=True)
            span = regret.max(axis=-2, keepdims=True) - low
            regret -= low
            regret /= np.where(span == 0, 1.0, span)
            regret *= share
        return np.negative(np.add(whole, largest, out=whole), out=whole)


Form = Linear | Squares | Regrets
"""On what of the weights the order of options hangs. All but `Regrets` can say what weights can never do."""


LAWS = frozenset({"units", "order", "dominance", "weightless"})


@dataclass(frozen=True)
class Method:
    """A way to rank. See the module for the shapes.

    `frame` is None where a method can't be given a frame from outside, because each score hangs on the other options
    too; `contribution` says what each criterion brought (…, m, n), in the sense of `contribution_kind`; `by_weights` is
    a faster form for many weights on one table, `by_columns` one for many tables; `form` says on what polynomial of the
    weights the order hangs, from which exact bounds and the fastest draws follow. `prepare` completes options with what
    criteria say of themselves, thresholds and value functions; `look` says of one ranking what scores don't.
    `additive`: scores are sums over criteria; `linear`: of values linear in the figures, so that weights are exchange
    rates. `traced` is false where the definition can't be said in cells; `borrowed` is true where another library
    computes. `claims` are the laws that hold whatever the options: units, order, dominance, weightless.
    """

    title: Text
    source: str
    options: type
    score: Callable[[Any, Any, Any, Any, Any], Any]
    frame: Callable[[Any, Any, Any], Frame] | None
    needs: Callable[[Any], Need]
    signed: Callable[[Any], bool]
    contribution: Callable[[Any, Any, Any, Any, Any], Any] | None = None
    contribution_kind: str = "value"
    by_weights: Callable[[Any, Any, Any, Any], Callable[[Any], Any]] | None = None
    by_columns: Callable[[Any, Any, Any, Any, Any], Any] | None = None
    form: Callable[[Any, Any, Any, Any], Form] | None = None
    prepare: Callable[[tuple[Criterion, ...], Any], Any] | None = None
    look: Callable[[Problem, Table, Any, Any], Look] | None = None
    additive: bool = False
    linear: Callable[[Any], bool] = lambda options: False
    traced: bool = True
    borrowed: bool = False
    absolute: Callable[[Any], bool] = lambda options: False
    twin: Callable[[Any], Twin | None] = lambda options: None
    claims: frozenset[str] = field(default_factory=lambda: LAWS)


METHODS: Folder[Method] = Folder("mcda.methods", "METHOD", Method)


@dataclass(frozen=True)
class Plain:
    """The options of a method that has none."""


def method_of(name: str) -> Method:
    """The method of that name. Raises UnknownName."""
    if name not in METHODS:
        raise UnknownName.among("method", name, tuple(METHODS))
    return METHODS[name]


def options_of(name: str, given: Mapping[str, str]) -> Any:
    """The options of a method, from what a plan says. Raises UnknownName for an option or a value that isn't one."""
    kind = method_of(name).options
    known = {option.name: option for option in fields(kind) if choices_of(option)}
    read = {}
    for key, value in given.items():
        if not known:
            raise TableError.of("no_options", method=method_of(name).title, option=key)
        if key not in known:
            raise UnknownName.among("option", key, tuple(known))
        choices = choices_of(known[key])
        if str(value) not in choices:
            raise UnknownName.among("value", str(value), choices)
        read[key] = SCALINGS[str(value)] if isinstance(known[key].default, Scaling) else str(value)
    try:
        return kind(**read)
    except MCDAError as error:
        raise TableError(*error.faults) from None


def ready(name: str, given: Mapping[str, str], criteria: tuple[Criterion, ...]) -> Any:
    """The options of a method, completed with what the criteria say of themselves. Raises what `options_of` raises, and
    TableError for thresholds or value functions that contradict themselves.
    """
    options, prepare = options_of(name, given), method_of(name).prepare
    return options if prepare is None else prepare(criteria, options)


def choices_of(option: Any) -> tuple[str, ...]:
    """The values that a plan may give an option; none for what `prepare` fills in."""
    return tuple(SCALINGS) if isinstance(option.default, Scaling) else tuple(option.metadata.get("choices", ()))


def spelled(options: Any) -> dict[str, str]:
    """Options as a plan writes them."""
    found = {option.name: getattr(options, option.name) for option in fields(options) if choices_of(option)}
    return {name: value.id if isinstance(value, Scaling) else str(value) for name, value in found.items()}


def option_said(name: str, value: str) -> Message:
    """An option of a method with its value, spoken later in the reader's language."""
    shown = value if value.replace(".", "").isdigit() else Message(f"value.{value}")
    return Message("screen.option_is", {"option": Message(f"option.{name}"), "value": shown})


def run(method: Method, options: Any, x: Any, gain: Any, w: Any) -> Any:
    """Scores (…, m, 1) of figures in their own frame: the whole definition, from arrays or from traced names."""
    frame = method.frame(x, gain, options) if method.frame else None
    return method.score(x, gain, w, frame, options)


def written(method: Method, options: Any) -> list[Step]:
    """The steps of a method as trees over x, gain and w. Raises Untraceable where its definition can't be said so."""
    if not method.traced:
        raise Untraceable(method.title.en)
    return trace(lambda x, gain, w: run(method, options, x, gain, w), "x", "gain", "w")
