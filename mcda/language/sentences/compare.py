"""What is said of how much the method matters."""

from mcda.language.text import Text

SENTENCES = {
    "help.compare": Text(
        "Does the method matter? Ranks by every method that can take the figures, and which places hang on it.",
        "方法是否影响结论？列出所有适用方法的名次，以及哪些名次取决于方法。",
    ),
    "screen.first_by_all": Text(
        "The method doesn't decide the first place: all {families} ways to rank put {first} first.",
        "首位与方法无关：{families} 种排序方式都以{first}居首。",
    ),
    "screen.first_by_some": Text(
        "The first place hangs on the method: of {families} ways to rank, it goes to {shares}.",
        "首位取决于方法：{families} 种排序方式给出的首位为{shares}。",
    ),
    "screen.first_by": Text("{first} ({count})", "{first}（{count} 种）"),
    "screen.choose_why": Text(
        "So say why this method fits the question before its answer is used; a reader with another method gets another answer.",
        "因此，采用结论前应先说明为何选用该方法；换用其他方法，结论会不同。",
    ),
    "screen.places_fixed": Text("No place hangs on the method.", "任何名次都与方法无关。"),
    "screen.places_moving": Text(
        "{moving} of {all} places hang on the method, most of all that of {widest}: from {best} to {worst}.",
        "{all} 个名次中有 {moving} 个取决于方法，变动最大的是{widest}：第 {best} 至第 {worst}。",
    ),
    "screen.places_all_moving": Text(
        "Every place hangs on the method, most of all that of {widest}: from {best} to {worst}.",
        "所有名次都取决于方法，变动最大的是{widest}：第 {best} 至第 {worst}。",
    ),
    "screen.always_in": Text(
        "Whatever the method, {names} stay among the first {k}.", "无论采用何种方法，{names}都在前 {k} 名之内。"
    ),
    "screen.always_in_one": Text(
        "Whatever the method, {names} stays among the first {k}.", "无论采用何种方法，{names}都在前 {k} 名之内。"
    ),
    "screen.ways": Text(
        "ways to rank, beside the case's own (1 = the same order)", "各种排序方式与本案例所用方法对照（1＝排序相同）"
    ),
    "screen.way": Text("way to rank (+ others of the same order)", "排序方式（+同序者）"),
    "screen.puts_first": Text("puts first", "首位"),
    "screen.names": Text("{names}", "{names}"),
    "screen.ranks_by_way": Text("place of each option, by number of the way to rank", "各方案的名次（按排序方式编号）"),
    "screen.span_of_places": Text("places", "名次范围"),
    "screen.counted_once": Text("counted once", "只计一次"),
    "screen.counted_once_is": Text("{number}: {names}; {why}", "{number}：{names}；{why}"),
    "screen.kin_parts_of_the_span": Text(
        "each adds up weight times the way from the worst figure to the best",
        "都是把权重乘以从最差到最优的相对位置后相加",
    ),
    "screen.kin_shares_of_the_best": Text(
        "each adds up weight times the share of the best figure", "都是把权重乘以与最优值之比后相加"
    ),
    "screen.kin_count_of_the_beaten": Text(
        "without thresholds, each only counts how many options are worse, criterion by criterion",
        "未设阈值时，都只是逐准则统计有多少方案更差",
    ),
    "screen.coefficients": Text("to read", "读法"),
    "screen.coefficients_are": Text(
        "τ is Kendall's τ-b, from −1 (the order turned) to 1; r_w (Pinto da Costa & Soares 2005) and WS (Sałabun & Urbaniak 2020, against the case's own order) count the upper places more",
        "τ 为 Kendall τ-b，取值 −1（完全相反）至 1；r_w（Pinto da Costa & Soares 2005）与 WS（Sałabun & Urbaniak 2020，以本案例排序为参照）更看重靠前的名次",
    ),
    "screen.not_asked": Text("not asked", "不适用"),
}
