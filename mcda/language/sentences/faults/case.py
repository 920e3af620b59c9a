"""The parts of a case file and of the catalogue."""

from mcda.language.sentences.faults._sentence import sentence

_TRUST = ("A reader could not tell how far to trust the number.", "读者无法判断该数据的可信程度。")
_COVERS = ("The options would not be compared on all criteria.", "各方案无法在全部准则上比较。")

FAULTS = {
    "baseline_twice": sentence(
        ("two options are marked as the baseline: {names}", "有两个方案标为基准：{names}"),
        ("Differences are told from one baseline.", "差异以一个基准为参照。"),
        ("leave `baseline: true` on one of them", "请只保留一个 `baseline: true`"),
    ),
    "criterion_twice": sentence(
        ("the criterion {name} stands in the tree twice", "准则 {name} 在树中出现两次"),
        ("It would be weighted twice.", "它会被重复加权。"),
        ("remove one", "请删去一个"),
    ),
    "own_levels": sentence(
        ("the levels of {criterion} don't fit its kind", "{criterion} 的等级与其类型不符"),
        (
            "An ordinal scale has at least two levels, by whole numbers; any other scale has none.",
            "等级准则至少有两个以整数编号的等级；其他类型没有等级。",
        ),
        ("write `kind: ordinal` with levels, or leave levels out", "请写 `kind: ordinal` 并给出等级，或去掉等级"),
    ),
    "column_ways": sentence(
        (
            "{name} needs one of values, formula, equity or pairs; found: {found}",
            "{name} 需且仅需 values、formula、equity、pairs 之一；现有：{found}",
        ),
        ("Figures must come from one place.", "数据只能有一个来源。"),
        ("keep one of them", "请只保留一种"),
    ),
    "figure_number": sentence(
        ("a figure needs exactly one of value, level or mode", "一个数据需且仅需 value、level、mode 之一"),
        (
            "Without it there is nothing to compute with; with two it is unclear which counts.",
            "缺少则无法计算，多于一个则不知以何为准。",
        ),
        ("give `mode` with low and high, or a plain number", "请给出 `mode`（可带 low、high），或直接写数值"),
    ),
    "figure_order": sentence(
        ("low, mode and high are out of order: {found}", "low、mode、high 顺序不对：{found}"),
        ("Draws from the range would make no sense.", "无法在该区间内抽样。"),
        ("put the smallest under low and the largest under high", "请把最小值写在 low，最大值写在 high"),
    ),
    "ends_missing": sentence(
        ("the range does not say what its ends are", "区间未注明两端的含义"),
        (
            "Bounds, a p10-p90 and the spread between studies are drawn differently.",
            "上下界、p10-p90 与研究间差异的抽样方式不同。",
        ),
        ("add `ends:` bounds, p10-p90, studies or cases", "请补上 `ends:`：bounds、p10-p90、studies 或 cases"),
    ),
    "figure_unit": sentence(
        ("the figure is in {unit}, the column {name} in {wanted}", "数据单位为 {unit}，而 {name} 一列为 {wanted}"),
        ("Unlike things would stand in one column.", "同一列中混入了不同的量。"),
        ("convert it with a formula, or correct the unit", "请用公式换算，或改正单位"),
    ),
    "figure_missing": sentence(
        ("{alternative} has no figure for {criterion}", "{alternative} 缺少 {criterion} 的数据"),
        ("A missing figure is never taken as 0.", "缺失的数据不会当作 0。"),
        (
            "give one, or say `missing: worst`, `leave-out` or `draw` under the criterion",
            "请补上，或在该准则下写 `missing: worst`、`leave-out` 或 `draw`",
        ),
    ),
    "standing_missing": sentence(
        ("the figure has no standing", "该数据未注明性质"),
        _TRUST,
        (
            "say standing: published, calculated, judgement or placeholder",
            "请注明 standing：published、calculated、judgement 或 placeholder",
        ),
    ),
    "source_missing": sentence(
        ("a figure that is {standing} needs a source", "性质为 {standing} 的数据需要来源"),
        _TRUST,
        (
            "name an id of the list `sources`, or call it a judgement and say whose",
            "请填写 `sources` 中的编号，或改为 judgement 并注明是谁的判断",
        ),
    ),
    "whose_missing": sentence(
        ("a figure that is a {standing} needs `whose`", "性质为 {standing} 的数据需注明 `whose`"),
        _TRUST,
        ("say whose it is", "请注明是谁给出的"),
    ),
    "derivation_missing": sentence(
        ("a calculated figure needs `from`", "计算得出的数据需注明 `from`"),
        ("Nobody could calculate it again.", "他人无法复算。"),
        ("say from what it was calculated, with the assumption", "请写明由什么、按何假设计算"),
    ),
    "range_order": sentence(
        ("the range runs from {low} to {high}", "区间写成了从 {low} 到 {high}"),
        ("Its first number must be the smaller.", "第一个数应较小。"),
        ("write the smaller number first", "请把较小的数写在前面"),
    ),
    "range_outside": sentence(
        (
            "{criterion} of {alternative} is {found} in the scenario {scenario}, outside its range {low} to {high}",
            "在情景“{scenario}”中，{alternative} 的 {criterion} 为 {found}，超出区间 {low} 至 {high}",
        ),
        (
            "Weights were asked for that range, and common frames end there.",
            "权重是就该区间询问的，共同尺度也以此为界。",
        ),
        (
            "widen the range and ask about the weights again, or correct the figure",
            "请扩大区间并重新询问权重，或改正数据",
        ),
    ),
    "range_missing": sentence(
        (
            "{criterion} has no declared range, which {method} needs in this mode",
            "{criterion} 没有声明区间，而{method}在此模式下需要",
        ),
        ("Ratings measure each option against fixed ends.", "评级法以固定的两端为尺度。"),
        ("add `range: [low, high]` under the criterion", "请在该准则下加 `range: [低, 高]`"),
    ),
    "target": sentence(
        ("{criterion} and `target` don't go together as they stand", "{criterion} 与 `target` 不匹配"),
        (
            "A criterion whose best value lies inside its range needs a target; any other can't have one.",
            "最优值在区间内的准则需要 target，其他准则不能有。",
        ),
        ("give `target:` for it, or remove it", "请补上或删去 `target:`"),
    ),
    "level_unknown": sentence(
        ("the scale {scale} has no level {level}", "量表 {scale} 没有等级 {level}"),
        ("What it counts for would never be used.", "该取值不会被使用。"),
        ("`mcda criteria NAME` shows the levels", "`mcda criteria 名称` 可查看各等级"),
    ),
    "level_outside": sentence(
        (
            "{found} is no level of {criterion}: they run from {low} to {high}",
            "{found} 不是 {criterion} 的等级，应在 {low} 至 {high} 之间",
        ),
        ("An ordinal figure means what its level's anchor says.", "等级数据以等级描述为准。"),
        (
            "give a whole level; `mcda criteria {criterion}` shows what each means",
            "请给出整数等级；`mcda criteria {criterion}` 可查看含义",
        ),
    ),
    "levels_gap": sentence(
        (
            "the levels of {scale} are not whole numbers without a gap, or the scale is not ordinal",
            "量表 {scale} 的等级不是连续整数，或该量表并非等级量表",
        ),
        (
            "Each level needs an anchor that can be checked; a measured scale has none.",
            "每个等级都需有可核查的描述；计量量表没有等级。",
        ),
        ("number them 1, 2, 3 …, each with its anchor", "请按 1、2、3…编号并逐一描述"),
    ),
    "unit_missing": sentence(
        ("{criterion} is measured and needs a unit ({kinds})", "{criterion} 为计量准则，需要单位（{kinds}）"),
        ("Without a unit figures can't be compared or converted.", "没有单位，数据无法比较和换算。"),
        ("add `unit:`", "请补上 `unit:`"),
    ),
    "unit_kind": sentence(
        ("{unit} does not measure {criterion}, which is {kinds}", "{unit} 不能衡量 {criterion}，它应为：{kinds}"),
        ("Figures of another kind would be ranked under this name.", "不同性质的数据会以此名参与排序。"),
        ("correct the unit, or take another criterion", "请改正单位，或换用其他准则"),
    ),
    "money_base": sentence(
        ("{criterion} is in {unit}, the case in {money}", "{criterion} 的单位为 {unit}，而案例以 {money} 计价"),
        (
            "One case has one currency and price year, so that its money adds up.",
            "一个案例只用一种币种和价格年份，金额才能相加。",
        ),
        ("convert with a formula and a rate, or change `money:`", "请用公式和汇率换算，或修改 `money:`"),
    ),
    "kind_unknown": sentence(
        ("{found} is no kind of unit", "{found} 不是单位类别"),
        ("Units of a case are checked against it.", "案例的单位据此检查。"),
        ("take from: {known}", "可用：{known}"),
    ),
    "challenge_unknown": sentence(
        ("{found} is no challenge or concern of the paper", "{found} 不是论文中的挑战或关切"),
        ("A criterion says what it was drawn from.", "准则须注明出自何处。"),
        ("take from: {known}", "可用：{known}"),
    ),
    "requirement_limit": sentence(
        ("a requirement needs either at_most or at_least", "红线需要 at_most 或 at_least 之一"),
        ("Otherwise it sets nothing apart.", "否则它不起作用。"),
        ("give one of the two", "请给出其一"),
    ),
    "equity_without_regions": sentence(
        ("equity is to be computed, but there is no section `regions`", "需计算公平性，但没有 `regions` 部分"),
        ("It follows from who gains and pays, place by place.", "它由各地的受益与负担推算。"),
        ("add `regions` and `incidence`, or give figures", "请补充 `regions` 与 `incidence`，或直接给出数据"),
    ),
    "incidence_missing": sentence(
        ("nothing says who gains or pays under {name}", "未说明 {name} 由谁受益或负担"),
        _COVERS,
        ("add it under `incidence`, with a rule", "请在 `incidence` 中补上规则"),
    ),
    "incidence_negative": sentence(
        ("the rule of {name} gives a negative part, or nothing at all", "{name} 的规则得出负值或全为零"),
        ("Shares of incidence are parts of one whole.", "各地份额应为整体的一部分。"),
        ("correct the rule; say `kind: burden` where places pay", "请改正规则；若为负担，请写 `kind: burden`"),
    ),
    "indicator_positive": sentence(
        ("{indicator} of {place} is {found}", "{place} 的 {indicator} 为 {found}"),
        ("Income per head and shares of people need more than 0.", "人均收入与人口份额需要正数。"),
        ("correct it, or leave the place out and say why under `left_out`", "请改正，或去掉该地并在 `left_out` 中说明"),
    ),
    "moved_share": sentence(
        ("the share of income that is moved, {name}, is {found}", "转移的收入份额 {name} 为 {found}"),
        ("It is a part of all income, between 0 and 1.", "它是总收入的一部分，应在 0 与 1 之间。"),
        ("give 0.01 for one per cent", "例如 0.01 表示百分之一"),
    ),
    "indicator_missing": sentence(
        ("{place} has no figure for {indicator}", "{place} 缺少 {indicator} 的数据"),
        ("Shares would be computed without it.", "份额计算会漏掉该地。"),
        ("give one, or leave the place out and say why under `left_out`", "请补上，或去掉该地并在 `left_out` 中说明"),
    ),
}
