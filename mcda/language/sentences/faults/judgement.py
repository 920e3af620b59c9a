"""Judgements about importance."""

from mcda.language.sentences.faults._sentence import sentence

_MEANT = ("What was meant can't be told.", "无法判断其含义。")
_RECIPROCAL = (
    "A matrix that contradicts itself gives weights that nobody meant.",
    "自相矛盾的矩阵得出的权重并非任何人的本意。",
)

FAULTS = {
    "judgement_form": sentence(
        (
            "the weighting {weighting} asks for {form}; the case has {given}",
            "赋权方法 {weighting} 需要 {form}，案例中为 {given}",
        ),
        ("Answers of one form can't stand in for another.", "一种形式的回答不能代替另一种。"),
        (
            "take another weighting (`mcda methods`), or add such a judgement",
            "请换用其他赋权方法（`mcda methods`），或补充该形式的判断",
        ),
    ),
    "judgement_ranges": sentence(
        ("the judgement does not say which ranges were in view for {criteria}", "该判断未注明 {criteria} 的取值区间"),
        (
            "`Twice as important` means nothing without the span from worst to best.",
            "没有从最差到最好的区间，“两倍重要”没有意义。",
        ),
        ("add both ends under `ranges:`", "请在 `ranges:` 中写明两端"),
    ),
    "siblings": sentence(
        ("{count} criteria stand side by side under {branch}", "“{branch}”下并列了 {count} 个准则"),
        (
            "Beyond nine, comparisons in pairs become too many and contradict each other.",
            "超过九个时两两比较过多且易自相矛盾。",
        ),
        ("group them into branches", "请分组"),
    ),
    "pair_grammar": sentence(
        ("{found} is no comparison", "{found} 不是比较式"),
        _MEANT,
        ("write `cost > emissions: 2`", "写法：`cost > emissions: 2`"),
    ),
    "pair_value": sentence(
        ("{found} is outside the scale from 1/9 to 9", "{found} 超出 1/9 至 9 的标度"),
        ("Judgements are made on Saaty's scale.", "判断采用 1—9 标度。"),
        (
            "give a number from 1 to 9; turn the sides around if the other matters more",
            "请给出 1 至 9 的数；若另一方更重要，请交换两侧",
        ),
    ),
    "pair_equal": sentence(
        ("`=` says equal, but the number is {found}", "“=”表示同等重要，数值却为 {found}"),
        _MEANT,
        ("write 1, or use `>`", "请写 1，或改用“>”"),
    ),
    "pair_twice": sentence(
        ("{a} and {b} are compared twice, or with themselves", "{a} 与 {b} 重复比较，或与自身比较"),
        ("One of the answers would be lost.", "其中一个回答会丢失。"),
        ("keep one", "请只保留一个"),
    ),
    "pair_siblings": sentence(
        ("{a} and {b} don't stand side by side in the tree", "{a} 与 {b} 在树中并不并列"),
        ("Only the children of one branch are compared with each other.", "只有同一分支下的准则可以相互比较。"),
        ("compare their branches instead", "请改为比较它们所在的分支"),
    ),
    "matrix_numbers": sentence(
        ("the matrix holds something that is no number", "矩阵中有非数字内容"),
        _MEANT,
        ("give numbers; NaN for a pair that was not asked", "请给出数字；未询问的写 NaN"),
    ),
    "matrix_square": sentence(
        ("the matrix is {shape}, not square", "矩阵为 {shape}，不是方阵"),
        ("Each thing is compared with each other.", "每一项都与其他各项比较。"),
        ("give as many rows as columns", "请使行数与列数相同"),
    ),
    "matrix_positive": sentence(
        ("the entry ({a}, {b}) is {found}, not a positive number", "元素（{a}, {b}）为 {found}，不是正数"),
        _RECIPROCAL,
        ("give how many times as important {a} is as {b}", "请给出 {a} 相对 {b} 的重要倍数"),
    ),
    "matrix_diagonal": sentence(
        ("the entry ({a}, {b}) on the diagonal is {found}, not 1", "对角元素（{a}, {b}）为 {found}，应为 1"),
        ("Everything is as important as itself.", "任何一项与自身同等重要。"),
        ("write 1", "请写 1"),
    ),
    "matrix_reciprocal": sentence(
        (
            "({a}, {b}) is {found} and ({b}, {a}) is {mirror}: not the reciprocal",
            "（{a}, {b}）为 {found}，（{b}, {a}）为 {mirror}，不互为倒数",
        ),
        _RECIPROCAL,
        ("correct one of the two: 3 goes with 1/3", "请改正其一：3 对应 1/3"),
    ),
    "matrix_apart": sentence(
        ("no comparison joins {group} with {rest}", "{group} 与 {rest} 之间没有任何比较"),
        ("Their weights could be anything relative to each other.", "二者的相对权重无从确定。"),
        ("compare, for one, {a} with {b}", "例如请比较 {a} 与 {b}"),
    ),
    "number_missing": sentence(
        ("{name} has no number under {branch}", "“{branch}”下的 {name} 没有数值"),
        ("Weights can't be shared out.", "无法分配权重。"),
        ("add it under `numbers`", "请在 `numbers` 中补上"),
    ),
    "number_negative": sentence(
        ("the number of {name} is {found}", "{name} 的数值为 {found}"),
        ("A weight can't be negative.", "权重不能为负。"),
        ("give 0 or more", "请给出不小于 0 的数"),
    ),
    "number_nothing": sentence(
        ("all numbers under {branch} are 0", "“{branch}”下全部为 0"),
        ("Nothing would count.", "没有任何准则起作用。"),
        ("give at least one of them more than 0", "请至少给一项正数"),
    ),
    "order_missing": sentence(
        ("{name} is not in the order of {branch}", "“{branch}”的排序中没有 {name}"),
        ("Its place is not known.", "不知其位次。"),
        ("add it under `order`", "请在 `order` 中补上"),
    ),
    "weights_sum": sentence(
        ("direct weights under {branch} sum to {sum}, not 1", "“{branch}”下的直接权重合计为 {sum}，应为 1"),
        ("It is not clear which of them is meant otherwise.", "不清楚哪一个写错了。"),
        ("correct them, or use the weighting `points`", "请改正，或改用 `points`"),
    ),
    "swing_largest": sentence(
        ("the largest swing under {branch} is {largest}, not 100", "“{branch}”下最大摆幅为 {largest}，应为 100"),
        ("The swing that matters most is the measure of the others.", "最重要的摆幅是其他摆幅的参照。"),
        ("give it 100 and the others a part of that, or use `points`", "请给它 100，其他按比例；或改用 `points`"),
    ),
    "weight_missing": sentence(
        ("{name} has no weight", "{name} 没有权重"),
        ("A criterion without a weight would be left out without a word.", "没有权重的准则会被无声忽略。"),
        ("give a number for it; 0 leaves it out", "请给出数值；0 表示不计"),
    ),
}
