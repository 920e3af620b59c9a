"""What is said of weights beside the weights themselves."""

from mcda.language.text import Text

SENTENCES = {
    "kind.weighting_option": Text("option of this weighting", "该赋权方法的选项"),
    "screen.answer": Text("answer", "回答"),
    "screen.place": Text("place", "位次"),
    "screen.the_best": Text("the best", "最优"),
    "screen.the_worst": Text("the worst", "最劣"),
    "screen.best_over": Text("the best over it", "最优相对它"),
    "screen.over_worst": Text("it over the worst", "它相对最劣"),
    "screen.blank_card": Text("a blank card", "空白卡"),
    "screen.deck_ratio": Text(
        "The first pile counts {ratio} times as much as the last.", "首张卡的重要性是末张的 {ratio} 倍。"
    ),
    "screen.statements": Text("what {who} knows of the weights: {statements}", "{who} 对权重的陈述：{statements}"),
    "screen.form.best_worst": Text("asks for comparisons with the best and the worst", "需要与最优、最劣准则比较"),
    "screen.form.cards": Text("asks for cards laid in order", "需要按重要性排列卡片"),
    "screen.form.constraints": Text("asks for statements about weights", "需要关于权重的陈述"),
    "finding.weights_spread": Text(
        "weights by the {weighting}: they measure spread in this table, not importance, and move when an option is added",
        "权重取自{weighting}：它度量的是本表数据的离散程度，而非重要性；增减方案时权重会变",
    ),
    "finding.combined_product": Text(
        "weights are judgement times {data}: a criterion on which the options are alike loses its weight, however important, and weights move when an option is added",
        "权重为主观判断与{data}之积：各方案相近的准则无论多重要都会失去权重，增减方案时权重会变",
    ),
    "finding.combined_mean": Text(
        "half of each weight is judgement, half {data}, which measures spread in this table and moves when an option is added",
        "权重一半来自主观判断，一半来自{data}；后者度量本表数据的离散程度，增减方案时会变",
    ),
    "finding.best_worst_fit": Text(
        "{branch}: ξ {xi}, input-based consistency ratio {ratio}",
        "“{branch}”：ξ 为 {xi}，基于输入的一致性比率为 {ratio}",
    ),
    "finding.best_worst_apart": Text(
        "the comparisons with the best and the worst under {branch} don't fit each other: ratio {ratio}, at most {limit} is acceptable",
        "“{branch}”下与最优、最劣准则的比较互不协调：比率为 {ratio}，可接受上限为 {limit}",
    ),
    "finding.constraints_centre": Text(
        "weights are known only by {count} statements; shown is the centre of all that these allow, and `mcda robustness` draws them all",
        "权重仅由 {count} 条陈述限定；所示为全部可行权重的中心，`mcda robustness` 可对可行权重抽样",
    ),
    "finding.constraints_walk": Text(
        "no exact way to draw these weights is fast enough: the centre comes from a random walk and is approximate",
        "没有足够快的精确抽样方法：该中心由随机游走得出，为近似值",
    ),
}
