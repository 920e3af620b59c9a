"""Drivers that can't be looked at."""

from mcda.language.sentences.faults._sentence import sentence

FAULTS = {
    "driver_still": sentence(
        ("{name} never moves: it has no range in this scenario", "{name} 不会变动：该情景下它没有区间"),
        ("An influence of 0 would look like a finding.", "影响为 0 会被误认为结论。"),
        ("give it low and high, or leave it out", "请为它给出 low 与 high，或不要指定它"),
    ),
    "driver_idle": sentence(
        ("{name} reaches the score of no option that is ranked", "{name} 不影响任何参与排序的方案的得分"),
        ("An influence of 0 would look like a finding.", "影响为 0 会被误认为结论。"),
        ("leave it out, or look at a scenario in which it counts", "请不要指定它，或改用它起作用的情景"),
    ),
    "no_rival": sentence(
        ("a single option is ranked, so there is no lead", "只有一个方案参与排序，谈不上领先"),
        ("A lead is the distance to the best rival.", "领先幅度是与最强对手的差距。"),
        ("look at the requirements, or at missing figures", "请检查红线条件与缺失数据"),
    ),
}
