"""What is said of options that others beat everywhere, and of those that no weights bring first."""

from mcda.language.text import Text

SENTENCES = {
    "help.dominance": Text(
        "Which options can be left out: those that another beats everywhere, and those that no weights bring first.\n\nCtrl-C keeps what was drawn so far, and says so.",
        "哪些方案可以排除：处处不如其他方案的，以及任何权重都不能使其居首的。\n\n按 Ctrl-C 保留已完成的抽样并予以注明。",
    ),
    "screen.never_first": Text(
        "{count} of {all} options never come first, whatever the weights: {names}.",
        "{all} 个方案中有 {count} 个无论权重如何都不会居首：{names}。",
    ),
    "screen.never_one": Text(
        "{count} of {all} options never comes first, whatever the weights: {names}.",
        "{all} 个方案中有 {count} 个无论权重如何都不会居首：{names}。",
    ),
    "screen.unseen": Text(
        "In none of {draws} draws of the weights did {names} come first (under {limit} of all weights for each, 95 %).",
        "在 {draws} 次权重抽样中，{names}从未居首（各自所需权重不足全部的 {limit}，置信度 95 %）。",
    ),
    "screen.all_potential": Text(
        "Each of the {all} options comes first, or shares the first place, with some weights.",
        "{all} 个方案各自都能在某些权重下居首或并列居首。",
    ),
    "screen.never": Text("never first", "不会居首"),
    "screen.never_mixture": Text(
        "{option}: {parts}, taken together, beat it on every criterion on which options differ.",
        "{option}：{parts}的组合在各方案有差异的每一准则上都优于它。",
    ),
    "screen.never_rival": Text(
        "{option}: {rival} beats it on every criterion on which options differ.",
        "{option}：{rival}在各方案有差异的每一准则上都优于它。",
    ),
    "screen.never_searched": Text(
        "{options}: whatever the weights, some rival is ahead (proved by a search over all levels of score).",
        "{options}：无论权重如何总有对手领先（对全部得分水平搜索证明）。",
    ),
    "screen.part_of": Text("{part} {rival}", "{part} {rival}"),
    "screen.dominated": Text("dominated", "被占优"),
    "screen.dominated_now": Text(
        "{option} is nowhere better and somewhere worse than {rivals}",
        "{option}在任何准则上都不优于{rivals}，且至少一项更差",
    ),
    "screen.dominated_always": Text(
        "with {rivals} this holds in every draw of the figures ({share}).",
        "其中对{rivals}，在每次数据抽样中都成立（{share}）。",
    ),
    "screen.dominated_often": Text(
        "with {rivals} this holds in {share} of the draws of the figures.",
        "其中对{rivals}，在 {share} 的数据抽样中成立。",
    ),
    "screen.two_parts": Text("{first}; {then}", "{first}；{then}"),
    "screen.weights_to_first": Text(
        "share of all weights with which an option comes first (%), and one set of weights that brings it there (%)",
        "使方案居首的权重占全部权重的份额（%），及使其居首的一组权重（%）",
    ),
    "screen.of_all_weights": Text("of all weights", "占全部权重"),
    "screen.in_a_tie": Text("in a tie", "并列"),
    "screen.drawn_for_dominance": Text(
        "{draws} of all weights, uniformly, and of the figures from their ranges; seed {seed}",
        "全部权重（均匀分布）与数据（按区间）各 {draws} 次；种子 {seed}",
    ),
}
