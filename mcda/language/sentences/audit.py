"""What is asked of the criteria before any result is read."""

from mcda.language.text import Text

SENTENCES = {
    "help.audit": Text(
        "Before any result: is one thing counted twice, and which criterion carries the ranking?",
        "看结果之前先问：是否有内容被重复计算？排序主要由哪个准则决定？",
    ),
    "screen.ask_about": Text(
        "Before any result, ask whether one thing is counted twice: {pairs}.",
        "看结果之前先问，以下准则是否把同一件事算了两次：{pairs}。",
    ),
    "screen.ask_nothing": Text("No two criteria look like the same thing twice.", "没有哪两个准则看起来是同一件事。"),
    "screen.pair": Text("{a} with {b}", "{a}与{b}"),
    "screen.carries": Text(
        "{criterion} carries most: without it {moved} of {all} options change places.",
        "{criterion}的影响最大：去掉后 {all} 个方案中有 {moved} 个名次改变。",
    ),
    "screen.carries_first": Text(
        "{criterion} carries most: without it {moved} of {all} options change places, and {first} comes first.",
        "{criterion}的影响最大：去掉后 {all} 个方案中有 {moved} 个名次改变，{first}居首位。",
    ),
    "screen.carries_nothing": Text("Without {criteria} every place stays as it is.", "去掉{criteria}，名次都不变。"),
    "screen.same_thing": Text("same thing?", "是否重复"),
    "screen.same_parts": Text(
        "{a} and {b} both add up {parts}, which is counted twice", "{a}与{b}都包含{parts}，被计算两次"
    ),
    "screen.same_order": Text(
        "{a} and {b} order {n} options much alike (rank correlation {correlation}): is this the same thing twice?",
        "{a}与{b}对 {n} 个方案的优劣排序相近（秩相关 {correlation}）：是否为同一件事？",
    ),
    "screen.same_causes": Text("{a} and {b} both move with {causes}", "{a}与{b}都随{causes}变动"),
    "screen.shared_cause": Text("shared", "共同因素"),
    "screen.no_reason": Text("mind", "注意"),
    "screen.no_reason_is": Text(
        "A correlation alone is never a reason to drop a criterion: two that order these options alike may matter for different reasons, and may part with other options. Drop one, or share the weight, only if they measure the same thing.",
        "仅凭相关性绝不能作为剔除准则的理由：排序相近的两个准则可能各有其意义，换一批方案也可能不再相近。只有确属同一件事，才应剔除其一或合并权重。",
    ),
    "screen.counts": Text("what each criterion counts", "各准则的分量"),
    "screen.missing_cells": Text("missing", "缺失"),
    "screen.placeholder_cells": Text("placeholder", "占位"),
    "screen.moved_without": Text("moved if left out", "去掉后变动"),
    "screen.moved_doubled": Text("moved if doubled", "加倍后变动"),
    "screen.first_otherwise": Text("{first} comes first {way}", "{way}时，{first}居首位"),
    "screen.way_left_out": Text("without {names}", "去掉{names}"),
    "screen.way_doubled": Text("with {names} doubled", "{names}权重加倍"),
    "screen.matrix": Text(
        "rank correlation of criteria in hundredths (100: the same order of options)",
        "准则之间的秩相关（百分之几；100＝方案优劣次序一致）",
    ),
    "screen.moved_note": Text(
        "Moved: how many of {all} options change places; if a criterion is left out, the other weights stay in proportion.",
        "变动：{all} 个方案中名次改变的个数；去掉某准则时，其余权重按比例保留。",
    ),
    "screen.cells_note": Text(
        "Missing and placeholder: the share of a criterion's cells, all options of the case.",
        "缺失与占位：占该准则全部方案数据的份额。",
    ),
    "screen.cells_full": Text("No figure is missing or a placeholder.", "没有缺失或占位数据。"),
    "finding.few_options": Text(
        "with {n} options a rank correlation says little", "仅 {n} 个方案，秩相关说明不了多少问题"
    ),
}
