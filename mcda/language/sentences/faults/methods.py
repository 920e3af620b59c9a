"""What criteria say of themselves that a method can't use: thresholds, value functions."""

from mcda.language.sentences.faults._sentence import sentence

FAULTS = {
    "thresholds_order": sentence(
        ("the thresholds of {criterion} are not in order", "{criterion} 的阈值顺序有误"),
        (
            "A difference is ignored up to the first, counts in full from the second, and forbids from the third.",
            "差异在第一个阈值以内不计，达到第二个才完全计入，达到第三个则一票否决。",
        ),
        (
            "let 0 <= indifference <= preference <= veto",
            "请使 0 <= indifference <= preference <= veto",
        ),
    ),
    "value_points": sentence(
        ("the value function of {criterion} can't be drawn", "{criterion} 的价值函数不成立"),
        (
            "A better figure would be worth less, or the same figure two values.",
            "更好的数据反而价值更低，或同一数据有两个价值。",
        ),
        (
            "give at least two points [figure, value], each figure once, with values from 0 to 1 that never fall as figures get better",
            "请至少给出两个点 [数据, 价值]，每个数据只出现一次，价值在 0 至 1 之间，且数据越好价值不降",
        ),
    ),
    "value_range": sentence(
        ("{criterion} has a curvature but no range", "{criterion} 给出了曲率却没有取值区间"),
        ("The curve runs between the ends of the range.", "曲线位于取值区间两端之间。"),
        ("add `range: [low, high]` to the criterion", "请为该准则补上 `range: [low, high]`"),
    ),
    "value_target": sentence(
        (
            "{criterion} has a target, and points beside it",
            "{criterion} 既有目标值，又给出了价值函数的点",
        ),
        (
            "With a target only the distance from it counts, which points on both sides may contradict.",
            "有目标值时只看与目标的距离，两侧的点可能与之矛盾。",
        ),
        ("give a `curvature` instead, or no value function", "请改用 `curvature`，或去掉价值函数"),
    ),
    "options_many": sentence(
        ("{count} options are too many to compare in pairs", "{count} 个方案过多，无法两两比较"),
        (
            "Every pair is looked at again and again: the time grows with the cube.",
            "每一对都要反复比较，耗时按三次方增长。",
        ),
        ("rank at most {most}, or take another method", "请不要超过 {most} 个，或换方法"),
    ),
}
