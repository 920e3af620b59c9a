"""What is said of what would have to change."""

from mcda.language.text import Text

SENTENCES = {
    "help.breakeven": Text(
        "What would have to change for an option to come first: one figure, one parameter, or points of weight.",
        "要使某方案居首位，需要改变什么：单个数据、单个参数或权重的转移。",
    ),
    "help.winner": Text("The option that is to come first (its id).", "希望居首位的方案（编号）。"),
    "screen.is_first": Text("{option} comes first as things stand.", "{option}目前已居首位。"),
    "screen.for_first": Text("For {option} to come first (today {first}):", "要使{option}居首位（目前为{first}）："),
    "screen.for_apart": Text(
        "{option} is set apart by a requirement; what follows takes it as allowed.",
        "{option}因红线单列；以下按其可选计算。",
    ),
    "screen.beaten": Text(
        "No weights bring {option} first: {rivals} beat it or equal it on every criterion.",
        "任何权重都不能使{option}居首：{rivals}在每一准则上都不劣于它。",
    ),
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
    "screen.several": Text("{change}; and again {windows}", "{change}；另有 {windows}"),
    "screen.no_weight": Text("no transfer between two criteria does it", "任意两准则之间转移权重都不能实现"),
    "screen.no_figure": Text(
        "no single figure of it or of today's first does it", "它或目前首位方案的任一数据单独改变都不能实现"
    ),
    "screen.no_parameter": Text("no value of {names} does it", "{names}取任何值都不能实现"),
    "screen.no_value": Text("{name} ({low} – {high})", "{name}（{low}—{high}）"),
    "screen.reranked": Text(
        "Each was re-ranked with all options, every other figure as it is; found by search.",
        "每项改变均单独进行并对全部方案重新排序；由搜索得到。",
    ),
    "screen.of_weight": Text("weight", "权重"),
    "screen.of_figure": Text("figure", "数据"),
    "screen.of_parameter": Text("parameter", "参数"),
}
