"""What is said of what the lead of the first option hangs on."""

from mcda.language.text import Text

SENTENCES = {
    "help.influence": Text(
        "Which doubtful figure matters most: what moves the lead of the first option, and what it is worth to learn.\n\nCtrl-C keeps what was drawn so far, and says so.",
        "哪个存疑数据最关键：首位方案的领先幅度取决于什么，弄清它值多少。\n\n按 Ctrl-C 保留已完成的抽样并予以注明。",
    ),
    "help.influence_over": Text(
        "What moves: figures (default), or both (figures, and all weights as one).",
        "变动对象：figures（数据，默认）或 both（数据与全部权重）。",
    ),
    "help.influence_draws": Text(
        "How many draws, and as many again for each driver; default: 4,096.",
        "抽样次数，每个变量另有同样次数；默认 4,096。",
    ),
    "help.driver": Text(
        "Only this driver (a parameter, or column/option); repeat it for more.",
        "只考察该变量（参数，或 列/方案），可重复给出。",
    ),
    "kind.driver": Text("driver with a range", "带区间的变量"),
    "screen.lead_moved": Text(
        "Most of the doubt about the lead of {winner} comes from one thing, {driver}: {total} of its variance.",
        "{winner}的领先幅度最取决于“{driver}”：其方差的 {total} 与之有关。",
    ),
    "screen.lead_shared": Text(
        "The doubt about the lead of {winner} has many sources; the largest is {driver}, with {total} of its variance.",
        "{winner}领先幅度的不确定性来源分散，最大者为“{driver}”，占其方差的 {total}。",
    ),
    "screen.lead_still": Text(
        "Nothing that was drawn moves the lead of {winner}.", "抽样的变量均不影响{winner}的领先幅度。"
    ),
    "screen.choice_same": Text(
        "Learning it would change the choice in {share} of cases.", "弄清它，有 {share} 的可能改变选择。"
    ),
    "screen.choice_other": Text(
        "What would change the choice most often is learning {driver}: in {share} of cases.",
        "最可能改变选择的是弄清“{driver}”：可能性 {share}。",
    ),
    "screen.choice_kept": Text(
        "Learning any one driver alone changed the choice at none of the {count} values tried.",
        "单独弄清任何一个变量，在所试的 {count} 个取值上都未改变选择。",
    ),
    "screen.lead_is": Text(
        "The lead (score of {winner} less that of its best rival) is {lead} at the modes; over the draws its mean is {mean}, its standard deviation {spread}.",
        "领先幅度（{winner}得分减最强对手得分）：取众数时为 {lead}，抽样均值 {mean}，标准差 {spread}。",
    ),
    "screen.influences": Text(
        "share of the variance of the lead (%), alone and together with others; how often learning it would change the choice (%)",
        "对领先幅度方差的贡献（%）：单独、连同交互；弄清它改变选择的可能性（%）",
    ),
    "screen.alone": Text("alone", "单独"),
    "screen.together": Text("with others", "连同交互"),
    "screen.changes_choice": Text("changes choice", "改变选择"),
    "screen.worth": Text("worth", "价值"),
    "screen.everything": Text("everything at once", "全部弄清"),
    "screen.others_left": Text(
        "{count} more, the largest with {total} % (--format json has all)",
        "另有 {count} 个，最大者 {total} %（--format json 含全部）",
    ),
    "screen.worth_is": Text(
        "Learning something is worth what the choice gains by it on average, under the weights as judged.",
        "“价值”指弄清后所作选择的平均增益，权重按判断。",
    ),
    "screen.worth_is_both": Text(
        "Learning something is worth what the choice gains by it on average, weights drawn too.",
        "“价值”指弄清后所作选择的平均增益，权重亦在抽样之列。",
    ),
    "screen.draws": Text("draws", "抽样"),
    "screen.draws_are": Text(
        "{draws}, and as many again for each driver; {learnt} values of each were learnt; seed {seed}",
        "{draws} 次，每个变量另有同样次数；每个变量试了 {learnt} 个取值；种子 {seed}",
    ),
    "finding.lead_other_frame": Text(
        "in the one frame that all draws share, {winner} is not first at the modes, as it is in the frame of its own table",
        "在各次抽样共用的尺度下，{winner}取众数时并非首位，而按其自身数据的尺度则居首位",
    ),
    "finding.choice_by_value": Text(
        "with all figures at their modes {winner} is first, but over the draws {choice} scores most on average; the choice that learning may change is the latter",
        "数据全取众数时{winner}居首，但抽样平均得分最高的是{choice}；“改变选择”以后者为准",
    ),
    "finding.choice_by_firsts": Text(
        "with all figures at their modes {winner} is first, but over the draws {choice} is first most often; the choice that learning may change is the latter",
        "数据全取众数时{winner}居首，但抽样中最常居首的是{choice}；“改变选择”以后者为准",
    ),
    "finding.beside_lead": Text(
        "reaching scores, but in no draw the lead ({count}): {drivers}",
        "影响得分，但在任何一次抽样中都不影响领先幅度（{count} 个）：{drivers}",
    ),
    "finding.lead_own_frames": Text(
        "this method scales each draw by itself, so leads of different draws are not quite of one measure",
        "该方法对每次抽样单独归一化，各次的领先幅度并非严格同一尺度",
    ),
}
