"""Sources of weights: cards, comparisons with the best and the worst, statements, figures."""

from mcda.language.sentences.faults._sentence import sentence

_SHARES = ("Its weight can't be told.", "无法得出其权重。")
_FIGURES = (
    "Other tools return a number here; it would mean nothing.",
    "其他工具会给出一个没有意义的数。",
)
_OTHER = (
    "take `standard_deviation` or `critic`, which need no ratios, or ask people",
    "请改用不要求比值的 `standard_deviation` 或 `critic`，或询问相关方",
)
_SCALE = ("Comparisons run from 1, equal, to 9.", "比较值为 1（同等）至 9。")
_STATEMENT = (
    "write `cost >= emissions`, `0.2 <= cost <= 0.4` or `cost >= 2*jobs`",
    "写法：`cost >= emissions`、`0.2 <= cost <= 0.4` 或 `cost >= 2*jobs`",
)

FAULTS = {
    "weighting_figures": sentence(
        ("the {weighting} needs figures, and none were given", "{weighting}需要数据，但未提供"),
        ("These weights follow from a table of options.", "此类权重由方案数据推算。"),
        ("give the table, or take a weighting that asks people", "请给出数据表，或改用询问相关方的赋权方法"),
    ),
    "weighting_nothing": sentence(
        ("the {weighting} finds nothing in the table to tell criteria apart", "{weighting}无法从表中区分各准则"),
        ("Every weight would be zero divided by zero.", "所有权重都会是零除以零。"),
        (
            "such weights need at least two options that differ, on criteria that don't all say the same; or ask people",
            "此类权重至少需要两个不同的方案，且各准则不能完全一致；或改为询问相关方",
        ),
    ),
    "weighting_negative": sentence(
        (
            "{criterion} has negative figures, which are no shares: {weighting}",
            "{criterion} 有负值，不能作为份额：{weighting}",
        ),
        _FIGURES,
        _OTHER,
    ),
    "weighting_positive": sentence(
        (
            "{criterion} has figures that are not above 0: {weighting}",
            "{criterion} 有不大于 0 的数据：{weighting}",
        ),
        _FIGURES,
        _OTHER,
    ),
    "weighting_interval": sentence(
        (
            "{criterion} has no true zero, which ratios need: {weighting}",
            "{criterion} 没有绝对零点，不能取比值：{weighting}",
        ),
        (
            "Ratios of such figures mean nothing: 20 °C is not twice 10 °C.",
            "此类数据的比值没有意义：20 °C 不是 10 °C 的两倍。",
        ),
        _OTHER,
    ),
    "cards_missing": sentence(
        ("no cards were laid out for {branch}", "“{branch}”没有排列卡片"),
        _SHARES,
        ("add it under `cards`, with `order` and `ratio`", "请在 `cards` 中补上 `order` 与 `ratio`"),
    ),
    "card_missing": sentence(
        ("{name} is not among the cards of {branch}", "“{branch}”的卡片中没有 {name}"),
        _SHARES,
        ("lay its card", "请补上该卡片"),
    ),
    "card_twice": sentence(
        ("{name} lies twice among the cards of {branch}", "{name} 在“{branch}”的卡片中出现两次"),
        ("It is not clear where it belongs.", "不知其位次。"),
        ("remove one", "请删去一张"),
    ),
    "card_strange": sentence(
        ("{name} is no card of {branch}", "{name} 不属于“{branch}”"),
        ("Its place would count for nothing.", "其位次不起作用。"),
        ("write `_` for a blank card, or lay it where it belongs", "空白卡写作 `_`；否则请放到所属分支"),
    ),
    "card_ratio": sentence(
        ("the ratio of {branch} is {found}", "“{branch}”的比值为 {found}"),
        ("The first card can't count for less than the last.", "第一张卡不能轻于最后一张。"),
        ("say how many times as important the first is as the last: 1 or more", "请给出首张相对末张的倍数，不小于 1"),
    ),
    "best_missing": sentence(
        ("no one child of {branch} is named the best", "“{branch}”下没有指明唯一的最优准则"),
        ("All others are compared with it.", "其他准则都与它比较。"),
        ("name it under `best`", "请在 `best` 中写明"),
    ),
    "worst_missing": sentence(
        ("no one child of {branch} is named the worst", "“{branch}”下没有指明唯一的最劣准则"),
        ("All others are compared with it.", "其他准则都与它比较。"),
        ("name it under `worst`", "请在 `worst` 中写明"),
    ),
    "best_is_worst": sentence(
        ("{name} is both the best and the worst of {branch}", "{name} 在“{branch}”中既是最优又是最劣"),
        ("There would be nothing to compare.", "无可比较。"),
        ("name two; if all are equal, any two with the answer 1", "请指明两个；若全部同等，任取两个并填 1"),
    ),
    "best_worst_missing": sentence(
        ("{name} has no answer under {key}, branch {branch}", "“{branch}”中 {name} 在 {key} 下没有回答"),
        _SHARES,
        ("add it under `{key}`", "请在 `{key}` 中补上"),
    ),
    "best_worst_value": sentence(
        ("the answer for {name} under {key} is {found}", "{name} 在 {key} 下的回答为 {found}"),
        _SCALE,
        ("give 1 to 9", "请给出 1 至 9"),
    ),
    "best_worst_self": sentence(
        ("{name} compared with itself is {found}", "{name} 与自身比较为 {found}"),
        ("Everything is as important as itself.", "任何一项与自身同等重要。"),
        ("write 1, or leave it out", "请写 1 或省略"),
    ),
    "best_worst_twice": sentence(
        (
            "{best} over {worst} is {found} in one row and {other} in the other",
            "{best} 对 {worst} 在两行中分别为 {found} 和 {other}",
        ),
        ("It is one question.", "这是同一个问题。"),
        ("correct one of the two, or leave it out", "请改正其一，或省略其一"),
    ),
    "constraint_grammar": sentence(
        ("{found} is no statement about weights", "{found} 不是关于权重的陈述"),
        ("What was meant can't be told.", "无法判断其含义。"),
        _STATEMENT,
    ),
    "constraint_linear": sentence(
        (
            "{found} multiplies or divides weights by each other, or bends them",
            "{found} 把权重彼此相乘除，或作了非线性变换",
        ),
        ("Only sums and multiples keep all allowed weights in one piece.", "只有加减与倍数能保证可行权重连成一片。"),
        _STATEMENT,
    ),
    "constraints_contradict": sentence(
        ("no weights meet all of: {statements}", "没有权重能同时满足：{statements}"),
        (
            "Each of these can be met without one of the others, so the contradiction lies between them; weights sum to 1.",
            "去掉其中任何一条，其余即可满足，矛盾就在它们之间；权重合计为 1。",
        ),
        ("change or remove one of them", "请修改或删去其中一条"),
    ),
}
