"""What is said of what would have to change."""

from mcda.language.text import Text

SENTENCES = {
    "help.breakeven": Text(
        "What would have to change for an option to come first: one figure, one parameter, or points of weight.",
        "要使某方案居首位，需要改变什么：单个数据、单个参数或权重的转移。",
    ),
    "help.winner": Text("The option that is to come first: its id or its label.", "希望居首位的方案（编号或名称）。"),
    "screen.is_first": Text("{option} comes first as things stand.", "{option}目前已居首位。"),
    "screen.for_first": Text("For {option} to come first (today {first}):", "要使{option}居首位（目前为{first}）："),
    "screen.for_apart": Text(
        "{option} is set apart by a requirement; what follows takes it as allowed.",
        "{option}因红线单列；以下按其可选计算。",
    ),
    "screen.would_be_first": Text("If it were allowed, {option} would come first.", "若可选，{option}将居首位。"),
    "screen.beaten": Text(
        "No weights bring {option} first alone: on every criterion it is at best level with {rivals}.",
        "任何权重都不能使{option}单独居首：在每一准则上它至多与{rivals}持平。",
    ),
    "screen.beaten_together": Text(
        "No weights bring {option} first: {parts}, taken together, beat it on every criterion on which options differ.",
        "任何权重都不能使{option}居首：{parts}的组合在各方案有差异的每一准则上都优于它。",
    ),
    "screen.beaten_searched": Text(
        "No weights bring {option} first: some rival is ahead whatever they are (proved by a search over all levels of score).",
        "任何权重都不能使{option}居首：无论权重如何总有对手领先（对全部得分水平搜索证明）。",
    ),
    "screen.beaten_unseen": Text(
        "In none of {draws} draws of the weights did {option} come first (that takes under {limit} of all weights, 95 %).",
        "在 {draws} 次权重抽样中，{option}从未居首（所需权重不足全部的 {limit}，置信度 95 %）。",
    ),
    "screen.move_weights": Text(
        "move {points} points in all: from {givers}, to {takers}",
        "共转移 {points} 个百分点：从{givers}转给{takers}",
    ),
    "screen.weight_moved": Text("{name} ({before} → {after})", "{name}（{before} → {after}）"),
    "screen.move_weight": Text(
        "move {points} points from {giver} to {taker} ({before} → {after})",
        "将 {points} 个百分点的权重从{giver}转给{taker}（{before} → {after}）",
    ),
    "screen.change": Text("{what} from {before} to {after}", "{what}由 {before} 变为 {after}"),
    "screen.inside": Text(
        "{change} (within the stated range {low} – {high})", "{change}（在给定区间 {low}—{high} 内）"
    ),
    "screen.outside": Text(
        "{change} (outside the stated range {low} – {high})", "{change}（超出给定区间 {low}—{high}）"
    ),
    "screen.inside_drawn": Text(
        "{change} (within what its ranges gave in {draws} draws, {low} – {high})",
        "{change}（在 {draws} 次抽样所得区间 {low}—{high} 内）",
    ),
    "screen.outside_drawn": Text(
        "{change} (outside what its ranges gave in {draws} draws, {low} – {high})",
        "{change}（超出 {draws} 次抽样所得区间 {low}—{high}）",
    ),
    "screen.several": Text("{change}; and again {windows}", "{change}；另有 {windows}"),
    "screen.no_weight": Text("no transfer between two criteria does it", "任意两准则之间转移权重都不能实现"),
    "screen.no_figure": Text("no single figure of any option does it", "任一方案的任一数据单独改变都不能实现"),
    "screen.no_value_beaten": Text(
        "at no value of {names}, because wherever it lies {option} is on no criterion better than {rivals}, and on some worse",
        "{names}取任何值都不能实现：无论取何值，{option}在任何准则上都不优于{rivals}，且至少一项更差",
    ),
    "screen.no_value_stays": Text(
        "at no value of {names}: {firsts} stays first throughout",
        "{names}取任何值都不能实现：{firsts}始终居首",
    ),
    "screen.no_value_others": Text(
        "at no value of {names}: depending on it, the first is one of {firsts}",
        "{names}取任何值都不能实现：随其取值，居首的是{firsts}之一",
    ),
    "screen.no_value": Text("{name} ({low} – {high})", "{name}（{low}—{high}）"),
    "screen.looked": Text(
        "Parameters were looked at from a third of the smallest value known to three times the largest, figures over their declared range or twice the table's.",
        "参数的搜索范围为已知最小值的三分之一至最大值的三倍，数据为其声明区间或表中数值的两倍。",
    ),
    "screen.reranked": Text(
        "Each was re-ranked with all options, every other figure as it is; found by search.",
        "每项改变均单独进行并对全部方案重新排序；由搜索得到。",
    ),
    "screen.of_weight": Text("weight", "权重"),
    "screen.of_figure": Text("figure", "数据"),
    "screen.of_parameter": Text("parameter", "参数"),
}
