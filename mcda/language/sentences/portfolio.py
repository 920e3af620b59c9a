"""What is said of sets of options under a budget."""

from mcda.language.text import Text

SENTENCES = {
    "help.portfolio": Text(
        "Which set of options is worth most for a budget, where options don't exclude each other.\n\nCtrl-C keeps what was drawn so far, and says so.",
        "方案之间不互斥时，给定预算下哪一组方案价值最大。\n\n按 Ctrl-C 保留已完成的抽样并予以注明。",
    ),
    "help.budget": Text("The budget, in the unit of the cost.", "预算，单位与成本相同。"),
    "help.cost": Text(
        "What an option costs: an attribute or criterion of the case, by its id or its label.",
        "方案的成本：案例中的某个属性或准则（编号或名称）。",
    ),
    "help.with": Text("This option must be in the set; repeat it for more.", "该方案必须入选，可重复给出。"),
    "help.without": Text("This option must not be in the set.", "该方案不得入选，可重复给出。"),
    "help.needs": Text("C:A takes C only together with A.", "C:A 表示选 C 必须同时选 A。"),
    "help.not_both": Text("D,E takes at most one of the two.", "D,E 表示二者至多选一。"),
    "help.portfolio_draws": Text(
        "How many draws of weights and figures; default: 500.", "权重与数据的抽样次数；默认 500。"
    ),
    "kind.column": Text("attribute or criterion", "属性或准则"),
    "screen.set_best": Text(
        "The best set has {count} options, {names}: {share} of what all options together are worth.",
        "最优组合共 {count} 个方案：{names}，占全部方案总价值的 {share}。",
    ),
    "screen.set_empty": Text("Nothing fits into the budget.", "预算内没有可选的方案。"),
    "screen.set_money": Text(
        "Of a budget of {budget} ({cost}), {spent} is spent and {left} is left.",
        "预算 {budget}（{cost}），使用 {spent}，结余 {left}。",
    ),
    "screen.rules": Text("Under the rules: {rules}.", "遵守的规则：{rules}。"),
    "screen.rule_with": Text("{option} must be in", "{option}必须入选"),
    "screen.rule_without": Text("{option} must not be in", "{option}不得入选"),
    "screen.rule_needs": Text("{option} only with {other}", "选{option}必须同时选{other}"),
    "screen.rule_not_both": Text("not both {option} and {other}", "{option}与{other}至多选一"),
    "screen.buys": Text("it buys", "所得"),
    "screen.bought": Text("a value of {value}: {parts} of it", "价值 {value}，其中{parts}"),
    "screen.bought_part": Text("{criterion} {share}", "{criterion}占 {share}"),
    "screen.in_set": Text("in the set", "入选"),
    "screen.of_draws": Text("of draws", "抽样入选"),
    "screen.value": Text("value", "价值"),
    "screen.enters_at": Text("enters at", "入选起点"),
    "screen.by_ratio": Text("value ÷ cost", "价值÷成本"),
    "screen.in_by_ratio": Text("by value ÷ cost", "按比值入选"),
    "screen.yes": Text("yes", "是"),
    "screen.ratio_same": Text(
        "Taking the options with the most value per cost, one by one, leads to the same set.",
        "按价值÷成本从高到低逐个选取，所得组合相同。",
    ),
    "screen.ratio_loses": Text(
        "Taking the options with the most value per cost, one by one, would lose {loss} of the value: with {names}, without {missed}.",
        "按价值÷成本从高到低逐个选取会损失 {loss} 的价值：多选{names}，少选{missed}。",
    ),
    "screen.budget_grows": Text("what changes as the budget grows ({unit})", "预算增加时的变化（{unit}）"),
    "screen.step_in": Text("add {entering} ({share} of all value)", "加入{entering}（占全部价值的 {share}）"),
    "screen.step_swap": Text(
        "{entering} in place of {leaving} ({share} of all value)", "以{entering}替换{leaving}（占全部价值的 {share}）"
    ),
    "screen.steps_left": Text(
        "{count} more changes at other budgets (--format json has all)",
        "其他预算处另有 {count} 次变化（--format json 含全部）",
    ),
    "screen.core_is": Text(
        "{draws}, of all weights (uniformly) and of the figures; `of draws` is the share in which an option is in the best set (± {error} points at most); seed {seed}",
        "{draws} 次，抽取全部权重（均匀分布）与数据；“抽样入选”为该方案进入最优组合的比例（误差不超过 ±{error} 个百分点）；种子 {seed}",
    ),
    "finding.cost_twice": Text(
        "{cost} counts twice: against the budget, and in the value through {criteria}",
        "{cost}被计算两次：既占用预算，又通过{criteria}计入价值",
    ),
    "finding.portfolio_zero": Text(
        "an option that isn't taken counts 0, as much as the worst of every declared range",
        "未选的方案价值计为 0，相当于各准则均取声明区间的最劣值",
    ),
}
