"""What a reader must know beside a result."""

from mcda.language.text import Text

SENTENCES = {
    "finding.weights_illustration": Text(
        "weights: the authors' illustration, until people have judged", "权重：作者示例，尚待相关方判断"
    ),
    "finding.placeholders_carry": Text(
        "placeholders carry {share} of the weight, so this is an illustration: {criteria}",
        "占位数据承担了 {share} 的权重，因此结果仅为示例：{criteria}",
    ),
    "finding.placeholders": Text(
        "placeholders carry {share} of the weight: {criteria}", "占位数据承担了 {share} 的权重：{criteria}"
    ),
    "finding.parameters_placeholder": Text("only placeholders: {names}", "仅为占位数据：{names}"),
    "finding.counted_twice": Text(
        "{b} and {a} share {parts}, which is counted twice", "{b}与{a}都包含{parts}，被计算两次"
    ),
    "finding.range_left": Text(
        "{criterion} runs from {low} to {high}; {who} judged its weight for {from_} to {to}: ask again",
        "{criterion}的取值为 {low} 至 {high}，而 {who} 判断权重时的区间为 {from_} 至 {to}：请重新询问",
    ),
    "finding.single": Text("a single option is left: there is nothing to compare it with", "只剩一个方案，无可比较"),
    "finding.constant": Text(
        "all options are equal on {criteria}, which decides nothing here", "各方案在{criteria}上相同，该准则不起作用"
    ),
    "finding.twins": Text("{a} and {b} have the same figures", "{a}与{b}的数据完全相同"),
    "finding.dominated": Text(
        "{loser} is nowhere better and somewhere worse than {by}", "{loser}在任何准则上都不优于{by}，且至少一项更差"
    ),
    "finding.exchange_rate": Text(
        "these weights value one {unit} of {criterion} at {rate} {money}",
        "按此权重，{criterion}每 1 {unit} 相当于 {rate} {money}",
    ),
    "finding.levels_as_ratio": Text(
        "levels of {criteria} are counted as equal steps from 0 (worst) to 1 (best); other values can move places",
        "{criteria}的等级按从 0（最差）到 1（最好）等距取值；取值不同，名次可能变化",
    ),
    "finding.levels_as_interval": Text("levels of {criteria} are counted as equal steps", "{criteria}的等级按等距取值"),
    "finding.incomplete": Text(
        "{asked} of {all} pairs were asked under {branch}", "“{branch}”下的 {all} 对比较中询问了 {asked} 对"
    ),
    "finding.inconsistent": Text(
        "the judgements under {branch} contradict each other: {index} {value}",
        "“{branch}”下的判断自相矛盾：{index} {value}",
    ),
    "finding.repair": Text(
        "the answer that fits least: {a} over {b} is {given}; the others together say {fitting}",
        "最不协调的回答：{a} 对 {b} 为 {given}，其余回答合起来意味着 {fitting}",
    ),
    "finding.circle": Text(
        "{a} over {b}, {b} over {c}, but {c} over {a}", "{a} 重于 {b}，{b} 重于 {c}，{c} 却重于 {a}"
    ),
    "finding.priorities_differ": Text(
        "under {branch}, {ways} would order the criteria otherwise",
        "在“{branch}”下，若用{ways}，准则的重要性排序会不同",
    ),
    "finding.way.row_geometric_mean": Text("the row geometric mean", "行几何平均法"),
    "finding.way.eigenvector": Text("the eigenvector", "特征向量法"),
    "finding.way.column_mean": Text("the mean of normalised columns", "和积法"),
    "finding.reordered": Text(
        "in {scenarios} the order is another one when each scenario is scaled by itself",
        "若各情景单独归一化，{scenarios}下的排序会不同",
    ),
    "finding.own_frames": Text(
        "this method scales each scenario by itself: compare ranks across scenarios, not scores",
        "该方法对各情景单独归一化：情景之间只可比较名次，不可比较得分",
    ),
    "finding.no_second_opinion": Text(
        "{library} has no {method} with this scaling to ask", "{library} 没有采用此归一化的{method}，无从核对"
    ),
    "finding.second_opinion_agrees": Text("{library} orders the options alike", "{library} 的排序与此一致"),
    "finding.second_opinion_differs": Text(
        "{library} gives another place to {alternatives}", "{library} 对{alternatives}给出不同名次"
    ),
    "finding.second_opinion_without": Text(
        "asked without {criteria}, on which all options are equal (the library can't scale it)",
        "核对时未计{criteria}（各方案相同，该库无法归一化）",
    ),
    "finding.reordered_all": Text(
        "the order is another one in every scenario when each is scaled by itself, as `mcda rank` does",
        "若各情景单独归一化（如 `mcda rank` 所做），每个情景的排序都会不同",
    ),
    "finding.second_opinion_same": Text(
        "{method} is computed by {library} itself: there is nobody else to ask",
        "{method}本身即由 {library} 计算，无从另行核对",
    ),
}
