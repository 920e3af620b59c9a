"""Problems as hypothesis draws them: everything that a case file can hold, in small."""

from dataclasses import replace

from hypothesis import strategies as st

from mcda.expression import parse
from mcda.language import Text
from mcda.model import (
    ROOT,
    Alternative,
    Branch,
    Column,
    Criterion,
    Direction,
    Figure,
    Formula,
    Judgement,
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
)

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"),
    min_size=1,
    max_size=12,
).filter(lambda text: text.strip() == text)
AWKWARD = st.sampled_from(
    ["yes", "null", "012", "1e5", "1_000", "成本：高", "- a", "a: b", "#x", "'", '"', "=1+1", "@x", "{a}", "~"]
)
TEXTS = st.one_of(
    st.builds(Text, WORDS, WORDS), st.builds(Text.same, AWKWARD), st.builds(lambda a: Text(a, f"{a}，中"), WORDS)
)
NUMBERS = st.floats(1, 1e6, allow_nan=False, width=64)


@st.composite
def figures(draw, source):
    """A figure with where it comes from."""
    ends = sorted(draw(st.lists(NUMBERS, min_size=3, max_size=3)))
    ranged = draw(st.booleans()) and ends[0] < ends[2]
    standing = draw(st.sampled_from(list(Standing)))
    sourced = standing in (Standing.PUBLISHED, Standing.CALCULATED)
    return Figure(
        mode=ends[1],
        low=ends[0] if ranged else None,
        high=ends[2] if ranged else None,
        ends=draw(st.sampled_from(["bounds", "p10-p90", "cases"])) if ranged else "",
        standing=standing,
        source=source if sourced else "",
        derivation=draw(TEXTS) if standing is Standing.CALCULATED else None,
        whose="" if sourced else draw(WORDS),
        year=draw(st.one_of(st.none(), st.integers(1990, 2060))),
        verified=draw(st.booleans()),
        note=draw(st.one_of(st.none(), TEXTS)),
    )


@st.composite
def problems(draw):
    """A problem with parameters, a derived criterion, an ordinal one, a scenario, a red line and one person's answers."""
    options = [f"a{i}" for i in range(draw(st.integers(2, 4)))]
    whose = {"standing": Standing.JUDGEMENT, "whose": "us"}

    def column(name, unit="", missing=False, **more):
        given = {option: draw(figures("s1")) for option in options if not missing or option != options[-1]}
        if "absent" in more:  # what is said over a column holds for each of its figures
            given = {option: replace(figure, whose=figure.whose or "us") for option, figure in given.items()}
        return Column(name, draw(TEXTS), unit, given, **more)

    labels = {name: draw(TEXTS) for name in ("own1", "level1", "own2")}
    levels = tuple(Level(k, Text(f"level {k}", f"等级{k}")) for k in range(1, 5))
    criteria = (
        Criterion("own1", labels["own1"], Direction.MIN, "CNY@2024/t", range=(0.0, 1e14), challenge="technology"),
        Criterion("level1", labels["level1"], Direction.MAX, scale=Scale(Need.ORDER, "steps", levels)),
        Criterion("own2", labels["own2"], Direction.MAX, "t", thresholds=Thresholds(1.0, 2.5), definition=draw(TEXTS)),
    )
    steps = {o: Figure(float(draw(st.integers(1, 4))), **whose) for o in options}
    derived = Formula("base + price * use", parse("base + price * use"))
    columns = {
        "own1": Column("own1", labels["own1"], "CNY@2024/t", formula=derived),
        "level1": Column("level1", labels["level1"], "", steps),
        "own2": Column("own2", labels["own2"], "t", column("own2", missing=True).figures, missing=Missing.WORST),
        "base": column("base", "CNY@2024/t"),
        "use": column("use", "t/t", absent=Figure(draw(NUMBERS), **whose), missing=False),
    }
    price = replace(draw(figures("s1")), unit="CNY@2024/t")
    pairs = {("own1", "group"): draw(st.sampled_from([1 / 3, 1.0, 5.0])), ("level1", "own2"): 2.0}
    judged = Judgement("甲", "pairs", pairs=pairs, ranges={"own1": (0.0, 1e14), "own2": (0.0, 9.0)}, why=draw(TEXTS))
    line = Requirement(
        "line", draw(TEXTS), Formula("use", parse("use")), Formula("cap", parse("cap")), True, draw(TEXTS)
    )
    return Problem(
        id="drawn-case",
        question=draw(TEXTS),
        alternatives=tuple(Alternative(o, draw(TEXTS), baseline=o == "a0") for o in options),
        criteria=criteria,
        columns=columns,
        tree=Branch(ROOT, Text("all criteria", "全部准则"), ("own1", Branch("group", draw(TEXTS), ("level1", "own2")))),
        plan=Plan(
            method=draw(st.sampled_from(["topsis", "weighted_sum", "spotis", "vikor", "copras", "grey"])),
            frame=draw(st.sampled_from(["own", "declared"])),
        ),
        title=draw(TEXTS),
        money="CNY@2024",
        notes=(Note(Text(draw(WORDS), draw(WORDS)), draw(st.booleans())),),
        sources={"s1": Source("s1", draw(WORDS), seen="opened")},
        parameters={
            "price": Parameter("price", draw(TEXTS), price),
            "cap": Parameter("cap", draw(TEXTS), Figure(1e7, unit="t/t", **whose)),
        },
        requirements=(line,),
        scenarios={
            "base": Scenario(),
            "dear": Scenario("dear", draw(TEXTS), {"price": draw(NUMBERS)}, {("a0", "base"): draw(NUMBERS)}, year=2030),
        },
        judgements=(judged,),
    )
