"""Sets that can't be asked for."""

from mcda.language.sentences.faults._sentence import sentence

_SUM = (
    "The value of a set must be the sum of the values of its options.",
    "组合的价值必须等于各方案价值之和。",
)
_FITS = ("No set can be chosen.", "没有可选的组合。")

FAULTS = {
    "portfolio_method": sentence(
        ("{method} gives no values that add up", "{method}的得分不可相加"),
        _SUM,
        ("take --method weighted_sum or mavt", "请改用 --method weighted_sum 或 mavt"),
    ),
    "portfolio_worst": sentence(
        (
            "under {method} as asked, the worst of {criteria} is not worth 0",
            "在{method}的当前设置下，{criteria}的最劣值不等于 0",
        ),
        ("What is not done must count 0, or every option would pay.", "未选方案须计为 0，否则任何方案都显得划算。"),
        (
            "take weighted_sum with scaling=minmax, or value functions that begin at 0",
            "请改用 weighted_sum 并设 scaling=minmax，或使价值函数从 0 开始",
        ),
    ),
    "portfolio_range": sentence(
        ("{criterion} has no declared range", "{criterion} 没有声明区间"),
        (
            "What is not done counts as the worst of the range; the worst of this table would change with it.",
            "未选方案按区间最劣值计；若取表中最劣值，则会随方案变化。",
        ),
        ("add `range: [low, high]` under the criterion", "请在该准则下加 `range: [低, 高]`"),
    ),
    "cost_ordinal": sentence(
        ("{name} is made of levels, which are no amounts", "{name} 为等级，不是数量"),
        ("Levels can't be added up to a budget.", "等级不能相加为预算。"),
        ("name an attribute or criterion with a unit", "请指定带单位的属性或准则"),
    ),
    "cost_missing": sentence(
        ("{name} has no figure for {options}", "{options} 没有 {name} 的数据"),
        ("A missing cost is never taken as 0.", "缺失的成本不会当作 0。"),
        ("give the figure, or leave the option out with --without", "请给出数据，或用 --without 排除该方案"),
    ),
    "cost_negative": sentence(
        ("{name} is below 0 for {options}", "{options} 的 {name} 为负"),
        ("A budget would grow by spending it.", "预算会越花越多。"),
        ("name another figure, or leave the option out with --without", "请指定其他数据，或用 --without 排除该方案"),
    ),
    "option_apart": sentence(
        (
            "{name} is not ranked: a requirement or a missing figure sets it apart",
            "{name} 因红线或缺失数据被单列，不参与排序",
        ),
        ("It has no value here.", "它在此没有价值可言。"),
        ("leave it out of the rules, or look at another scenario", "请从规则中去掉它，或改用其他情景"),
    ),
    "rules_contradict": sentence(
        ("no set keeps all the rules", "没有组合能同时满足全部规则"),
        _FITS,
        (
            "look at --with, --without, --needs and --not-both together",
            "请一并检查 --with、--without、--needs 与 --not-both",
        ),
    ),
    "budget_small": sentence(
        (
            "the budget of {budget} {unit} is too small for what must be in",
            "预算 {budget} {unit} 不足以容纳必须入选的方案",
        ),
        _FITS,
        ("give at least {needed} {unit}", "预算至少需 {needed} {unit}"),
    ),
}
