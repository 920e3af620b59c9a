"""People who can't be joined."""

from mcda.language.sentences.faults._sentence import sentence

FAULTS = {
    "joining_partial": sentence(
        ("{people} left out so much that their own answers give no weights", "{people} 未答内容过多，得不出本人的权重"),
        ("This way joins everybody's weights.", "该方式集结的是各人的权重。"),
        (
            "take `group: least_squares` or `judgements`, which join the answers themselves, or ask again",
            "请改用直接集结回答的 `group: least_squares` 或 `judgements`，或重新询问",
        ),
    ),
    "joining_zero": sentence(
        ("somebody gives {name} no weight at all", "有人给 {name} 的权重为零"),
        ("In a geometric mean one zero silences everybody else.", "几何平均中一个零会抹去其他人的意见。"),
        ("take `group: priorities`, the arithmetic mean", "请改用算术平均 `group: priorities`"),
    ),
    "joining_group": sentence(
        ("{people} belong to no stakeholder group", "{people} 未注明所属相关方"),
        (
            "Groups are joined first, and people outside would count for nothing.",
            "先在各相关方内集结，未归属者将不起作用。",
        ),
        ("add `group:` to the judgement, or take another way to join", "请在判断中注明 `group:`，或换用其他集结方式"),
    ),
    "group_nobody": sentence(
        ("the weighting {weighting} asks nobody", "赋权方法 {weighting} 不询问任何人"),
        ("There are no people whose answers could be compared.", "没有可比较的回答。"),
        (
            "take a weighting that asks people: `weights:` in the plan",
            "请在 `plan` 的 `weights:` 中选用询问相关方的方法",
        ),
    ),
    "group_form": sentence(
        (
            "nobody has answered in the form {form} that {weighting} asks for",
            "没有人以 {weighting} 所需的 {form} 形式作答",
        ),
        ("There are no answers to compare.", "没有可比较的回答。"),
        ("add judgements of that form, or take another weighting", "请补充该形式的判断，或换用其他赋权方法"),
    ),
}
