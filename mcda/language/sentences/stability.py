"""What is said of how far a weight can move."""

from mcda.language.text import Text

SENTENCES = {
    "help.stability": Text(
        "How far each weight can move before the first place, or the order, changes.",
        "各权重可变动多少而不改变首位或排序。",
    ),
    "screen.stable": Text(
        "{first} stays first whatever the weight of any single criterion.",
        "无论任一准则的权重如何变化，{first}始终居首位。",
    ),
    "screen.nearest": Text(
        "The first place changes soonest with {criterion}: at {to} instead of {weight}, {first} comes first.",
        "最先改变首位的是{criterion}：权重由 {weight} 变为 {to} 时，{first}居首位。",
    ),
    "screen.first_while": Text("first place holds", "首位不变"),
    "screen.order_while": Text("order holds", "排序不变"),
    "screen.first_below": Text("first below", "低于时首位"),
    "screen.first_above": Text("first above", "高于时首位"),
    "screen.always": Text("always", "始终"),
    "screen.bounds_exact": Text(
        "Bounds are exact: roots of a polynomial of the weight, confirmed by re-ranking on both sides.",
        "界限为精确值：权重多项式的根，并在两侧重新排序确认。",
    ),
    "screen.critical": Text("critical", "关键准则"),
    "screen.critical_top": Text(
        "by Triantaphyllou & Sánchez, for the first place: {criterion}, a change of {percent} % of its weight (the others as they are, then all divided by their sum)",
        "按 Triantaphyllou & Sánchez，就首位而言：{criterion}，其权重变动 {percent} %（其他权重不变，再归一）",
    ),
    "screen.critical_any": Text(
        "by the same, for any place: {criterion}, a change of {percent} % of its weight",
        "同法，就任一名次而言：{criterion}，其权重变动 {percent} %",
    ),
    "finding.by_search": Text(
        "bounds were found by search to ±0.001: the method gives no polynomial of the weights, or it has too many options",
        "界限由搜索得到（±0.001）：该方法没有关于权重的多项式，或方案过多",
    ),
}
