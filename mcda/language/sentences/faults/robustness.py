"""Nothing to draw."""

from mcda.language.sentences.faults._sentence import sentence

FAULTS = {
    "nothing_uncertain": sentence(
        ("no figure of this scenario has a range", "该情景下没有任何数据带区间"),
        ("Draws would all be alike.", "每次抽样都会相同。"),
        ("give low and high for doubtful figures, or draw the weights", "请为存疑数据给出 low 与 high，或改为抽取权重"),
    ),
    "known_idle": sentence(
        ("the weights are not drawn over {over}", "抽样对象为 {over} 时不抽取权重"),
        ("What is known of them would change nothing.", "关于权重的陈述不会起作用。"),
        (
            "draw the weights, or both (`--over weights`, `--over both`)",
            "请抽取权重或两者（`--over weights`、`--over both`）",
        ),
    ),
    "no_levels": sentence(
        ("no criterion is ordinal", "没有等级准则"),
        ("There are no levels to value otherwise.", "没有可重新取值的等级。"),
        ("draw the weights or the figures", "请改为抽取权重或数据"),
    ),
}
