"""What is said of how often each option takes each place."""

from mcda.language.text import Text

SENTENCES = {
    "kind.over": Text("thing to draw", "抽样对象"),
    "screen.robust_first": Text(
        "First in {share} of {draws} draws: {first} (± {error} points).",
        "在 {draws} 次抽样中，{first}有 {share} 居首位（±{error} 个百分点）。",
    ),
    "screen.robust_none": Text(
        "No clear winner: in {draws} draws the first place is shared by {names}.",
        "没有明确的首位：在 {draws} 次抽样中，首位分属{names}。",
    ),
    "screen.first_with": Text("{name} ({share})", "{name}（{share}）"),
    "screen.drawn.weights": Text(
        "Drawn: all weights, uniformly; figures at their modes.", "抽样对象：全部权重（均匀分布）；数据取众数。"
    ),
    "screen.drawn_known.weights": Text(
        "Drawn: weights, uniformly from all that is allowed by {statements}; figures at their modes.",
        "抽样对象：满足 {statements} 的全部权重（均匀分布）；数据取众数。",
    ),
    "screen.drawn_known.both": Text(
        "Drawn: weights, uniformly from all that is allowed by {statements}, and figures from their ranges, with shared causes.",
        "抽样对象：满足 {statements} 的全部权重（均匀分布）与数据（按区间，考虑共同成因）。",
    ),
    "screen.known_of": Text("{who} ({statements})", "{who}的陈述（{statements}）"),
    "help.known": Text(
        "What is known of the weights, such as `cost >= emissions`, `0.2 <= cost <= 0.4` or `cost >= 2*jobs`: only weights that meet it are drawn. Criteria go by their id or their label. Repeat it for more.",
        "对权重的已知信息，如 `cost >= emissions`、`0.2 <= cost <= 0.4` 或 `cost >= 2*jobs`：只抽取满足它的权重。准则用编号或名称。可重复给出。",
    ),
    "finding.known_walk": Text(
        "no exact way to draw these weights is fast enough: they come from a random walk, and shares and errors are approximate",
        "没有足够快的精确抽样方法：权重由随机游走得出，份额与误差均为近似值",
    ),
    "screen.drawn.figures": Text(
        "Drawn: figures from their ranges, with shared causes; weights as judged.",
        "抽样对象：数据（按区间，考虑共同成因）；权重按判断。",
    ),
    "screen.drawn.both": Text(
        "Drawn: all weights, uniformly, and figures from their ranges, with shared causes.",
        "抽样对象：全部权重（均匀分布）与数据（按区间，考虑共同成因）。",
    ),
    "screen.drawn.levels": Text(
        "Drawn: what the levels of ordinal criteria count for, in any increasing way; weights as judged.",
        "抽样对象：等级准则各级的取值（任意递增）；权重按判断。",
    ),
    "screen.acceptability": Text("share of draws on each rank (%)", "各名次的抽样份额（%）"),
    "screen.first_share": Text("first", "居首"),
    "screen.error": Text("± error", "± 误差"),
    "screen.holistic": Text("holistic", "综合"),
    "screen.confidence": Text("confidence", "置信"),
    "screen.rank_k": Text("rank {k}", "第 {k} 名"),
    "screen.wins": Text("share of draws in which the row beats the column (%)", "行优于列的抽样份额（%）"),
    "screen.central": Text("mean weights with which an option is first (%)", "使该方案居首的平均权重（%）"),
    "screen.ledger": Text(
        "what was drawn, and in how many draws putting it back alone changes the first place",
        "抽样变量，及单独复原时首位改变的比例",
    ),
    "screen.driver": Text("drawn", "变量"),
    "screen.base": Text("base", "基准"),
    "screen.drawn_range": Text("smallest – largest", "最小—最大"),
    "screen.flips": Text("changes first", "改变首位"),
    "screen.seed": Text("seed", "种子"),
    "screen.seed_is": Text("{seed}; the same counts for any number of workers", "{seed}；工作进程数不影响结果"),
    "finding.idle": Text(
        "drawn, but reaching no option that is ranked: {drivers}", "已抽样但不影响任何参与排序的方案：{drivers}"
    ),
    "finding.independent": Text(
        "{count} drivers were drawn independently of each other", "有 {count} 个变量相互独立抽样"
    ),
    "finding.partial": Text("interrupted: only {draws} draws", "已中断：仅 {draws} 次抽样"),
}
