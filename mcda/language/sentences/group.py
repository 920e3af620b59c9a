"""What is said of people: how they were joined, and how far apart they are."""

from mcda.language.text import Text

SENTENCES = {
    "kind.branch": Text("branch", "分支"),
    "kind.joining": Text("way to join people", "群体集结方式"),
    "help.group": Text(
        "Who weighs how, how far people agree, what each would choose, and what to talk about first.\n\nCASE is a shipped case (mcda cases) or a file.",
        "各人的权重、意见一致程度、各人会如何选择，以及最应先讨论什么。\n\nCASE 为自带案例（mcda cases）或文件路径。",
    ),
    "help.way": Text(
        "Another way to join people: judgements, least_squares, priorities, priorities_geometric or two_level.",
        "换用其他集结方式：judgements、least_squares、priorities、priorities_geometric 或 two_level。",
    ),
    "screen.group_one": Text(
        "One person has judged: there is nobody to agree or disagree with.", "仅有一人作出判断，谈不上一致或分歧。"
    ),
    "screen.group_headline": Text(
        "Among {people} people agreement is {word}: {index} ({typical}).",
        "{people} 人的一致程度{word}：{index}（{typical}）。",
    ),
    "screen.group_homogeneity": Text(
        "{people} people; their weights are alike to {index} (0 % all different, 100 % the same).",
        "共 {people} 人；权重相似程度为 {index}（0 % 全不同，100 % 相同）。",
    ),
    "screen.group_typical": Text("typical is {typical}", "常见值为 {typical}"),
    "screen.group_orders": Text(
        "Their orders of the criteria are alike to W = {w} (0 no relation, 1 the same).",
        "各人对准则的排序一致性 W = {w}（0 无关，1 相同）。",
    ),
    "screen.group_no_camps": Text("No clear camps among them.", "未见明显的阵营。"),
    "screen.group_camps": Text("They form {count} camps.", "可分为 {count} 个阵营。"),
    "screen.group_too_few": Text("Camps are looked for from six people up.", "不足六人，不作阵营划分。"),
    "screen.agreement.very_low": Text("very low", "很低"),
    "screen.agreement.low": Text("low", "低"),
    "screen.agreement.moderate": Text("moderate", "中等"),
    "screen.agreement.high": Text("high", "高"),
    "screen.agreement.very_high": Text("very high", "很高"),
    "screen.person": Text("person", "人员"),
    "screen.all_people": Text("all, joined", "全体（集结）"),
    "screen.people_weights": Text("weights (%)", "权重（%）"),
    "screen.group_variation": Text("variation", "变异系数"),
    "screen.camp": Text("camp {name}: {people}", "阵营 {name}：{people}"),
    "screen.party": Text("group {name}: {people}", "相关方 {name}：{people}"),
    "screen.camps": Text("camps, each with the weights of its own (%)", "各阵营自身的权重（%）"),
    "screen.parties": Text("stakeholder groups, each with the weights of its own (%)", "各相关方自身的权重（%）"),
    "screen.by_branch": Text("agreement by branch", "各分支的一致程度"),
    "screen.branch": Text("branch", "分支"),
    "screen.people": Text("people", "人数"),
    "screen.agreement": Text("agreement", "一致程度"),
    "screen.splits": Text(
        "comparisons that people disagree on most (spread 1: all say the same)",
        "分歧最大的比较（离散度 1 表示完全一致）",
    ),
    "screen.comparison": Text("comparison", "比较"),
    "screen.comparison_of": Text("{a} over {b}", "{a} 对 {b}"),
    "screen.spread": Text("spread", "离散度"),
    "screen.joint_answer": Text("joined", "集结值"),
    "screen.least": Text("least", "最低"),
    "screen.most": Text("most", "最高"),
    "screen.answer_by": Text("{answer}, {who}", "{answer}，{who}"),
    "screen.joined_by": Text("joined by", "集结方式"),
    "finding.joined_otherwise": Text(
        "{wanted} joins comparisons in pairs only; people were joined by the {way}",
        "“{wanted}”仅适用于两两比较，此处改用“{way}”",
    ),
    "finding.two_levels": Text(
        "{groups} groups count alike, whatever their size; the smallest has {smallest}",
        "{groups} 个相关方不论人数多少，权重相同；最小的一方有 {smallest} 人",
    ),
    "finding.group_partial": Text(
        "questions were left out by {people}: these answers count, but give no weights of their own",
        "有未答的比较：{people}；其回答计入集结，但得不出本人的权重",
    ),
    "finding.group_camps": Text(
        "there are {count} camps: joined weights hide them, so look at each camp's own",
        "存在 {count} 个阵营：集结权重会掩盖分歧，请看各阵营自身的权重",
    ),
    "finding.group_few": Text(
        "with {people} people consensus can't fall below {lowest}: don't hold it against that of a larger room",
        "仅 {people} 人时该一致程度不会低于 {lowest}，不宜与人数更多的群体相比",
    ),
    "finding.group_reversed": Text(
        "the consensus looks high, but the orders of the criteria hardly agree (W {w}): somebody may weigh the other way round",
        "一致程度看似较高，但各人对准则的排序并不一致（W 为 {w}），可能有人看法相反",
    ),
    "finding.group_contradicting": Text(
        "comparisons of {people} contradict each other (CR above 0.1); joined answers look consistent even so",
        "自身判断有矛盾（CR 超过 0.1）：{people}；集结后仍会显得一致",
    ),
    "finding.agenda_otherwise": Text(
        "the agenda looks at the joined comparisons, by which {first} comes first; joined as the plan says it is {joined}",
        "议程依据集结后的比较（首位为{first}），而按方案的集结方式首位为{joined}",
    ),
    "finding.agenda_steps": Text(
        "scores of this method move in steps, so the agenda is ordered by how many people's own answer changes the first place",
        "该方法的得分呈阶梯变化，议程改按“单独采用其回答即改变首位”的人数比例排列",
    ),
    "screen.own_choices": Text("What people's own weights would choose", "按各人自己的权重会如何选择"),
    "screen.share_choosing": Text(
        "By the joined weights {first} comes first; by their own, {count} of {all} people would choose the same.",
        "按集结权重，首位为{first}；按各自的权重，{all} 人中有 {count} 人的选择与此相同。",
    ),
    "screen.nobody_decides": Text(
        "Leaving out any one person doesn't change the first place.", "去掉其中任何一人，首位都不改变。"
    ),
    "screen.one_decides": Text("The first place hangs on single people: {ways}.", "首位取决于个别人：{ways}。"),
    "screen.without_whom": Text("without {who} it would be {first}", "去掉 {who}，首位将为{first}"),
    "screen.chosen_by": Text("who", "何人"),
    "screen.group_chooses": Text(
        "Group {name} ({count}) by its own weights: {first}.", "相关方 {name}（{count} 人）按自身权重：{first}。"
    ),
    "screen.camp_chooses": Text(
        "Camp {name} ({count}) by its own weights: {first}.", "阵营 {name}（{count} 人）按自身权重：{first}。"
    ),
    "screen.no_choices": Text(
        "The options can't be ranked, so what people would choose is open: {why}.",
        "方案尚无法排序，各人会如何选择因此未知：{why}。",
    ),
    "screen.talk_first": Text("What to talk about first", "最应先讨论什么"),
    "screen.talk_about": Text(
        "Talk first about what decides, hearing those who are furthest apart: {judgements}.",
        "先讨论起决定作用的判断，请分歧最大的两位说明理由：{judgements}。",
    ),
    "screen.talk_with": Text("{judgement} ({low}, {high})", "{judgement}（{low}，{high}）"),
    "screen.no_need_to_talk": Text(
        "No need to talk it out: {share} of people would choose the same ({least} will do), every group too, and it hangs on nobody alone.",
        "无需再议：{share} 的人选择相同（达到 {least} 即可），各相关方与阵营亦然，且不取决于任何一人。",
    ),
    "screen.nothing_decides": Text(
        "No single judgement decides: on each, the room's disagreement takes less than half of the lead.",
        "没有哪一个判断起决定作用：就每个判断而言，分歧所影响的不足领先优势的一半。",
    ),
    "screen.judgement": Text("judgement", "判断"),
    "screen.weight_of": Text("weight of {a}", "{a}的权重"),
    "screen.consequence": Text("consequence", "影响"),
    "screen.flips": Text("changes first", "改变首位"),
    "screen.rival": Text("against", "对手"),
    "screen.consequence_is": Text(
        "What part of the lead one standard deviation of people's answers takes: from 1 on it is enough to erase it. "
        "Beside it, the share of people whose own answer, put alone into the joined ones, changes the first place.",
        "各人回答的一个标准差占领先优势的比例：达到 1 即足以抵消领先优势。其旁为单独以其本人回答替换集结值即改变首位的人数比例。",
    ),
}
