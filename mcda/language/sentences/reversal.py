"""What is said of how far the order hangs on which options stand on the list."""

from mcda.language.text import Text

SENTENCES = {
    "help.reversal": Text(
        "Does an option that isn't chosen decide between two others? Each is taken off the list, and copied.",
        "未入选的方案是否左右其他方案的先后？逐一删去或复制每个方案再排序。",
    ),
    "screen.list_matters_not": Text(
        "The list of options doesn't decide: with any one taken off or copied, {first} stays first and the order of all others holds.",
        "方案清单不影响结论：删去或复制任一方案，{first}仍居首位，其余方案的先后不变。",
    ),
    "screen.list_turns": Text(
        "{first} stays first whichever other option is taken off the list or copied, but further down one option decides between others.",
        "删去或复制任一其他方案，{first}仍居首位；但在其后，个别方案会左右其他方案的先后。",
    ),
    "screen.list_decides_removed": Text(
        "The list of options decides the first place: without {cause}, {after} comes before {before}.",
        "方案清单左右首位：删去{cause}后，{after}排到{before}之前。",
    ),
    "screen.list_decides_copied": Text(
        "The list of options decides the first place: with {cause} on it twice, {after} comes before {before}.",
        "方案清单左右首位：重复列入{cause}后，{after}排到{before}之前。",
    ),
    "screen.list_first": Text(
        "So settle the list before ranking, and say what was left off it and why.",
        "因此应先确定方案清单再排序，并说明哪些方案未列入及其理由。",
    ),
    "screen.list_counts": Text(
        "Taking one option off turns others in {removed} of {all} cases, copying one in {copied}.",
        "{all} 个方案中，删去其中 {removed} 个会改变其他方案的先后，复制其中 {copied} 个亦然。",
    ),
    "screen.new_first": Text("first place", "首位"),
    "screen.new_first_is": Text("{after} comes first instead of {before} {way}", "{way}时，首位由{before}变为{after}"),
    "screen.turned": Text("order", "先后"),
    "screen.turn": Text("{ahead} moves ahead of {behind} {way}", "{way}时，{ahead}超过{behind}"),
    "screen.turns_more": Text(
        "further down: {count} (--format json has all)", "其后还有 {count} 对（--format json 含全部）"
    ),
    "screen.way_removed": Text("without {names}", "删去{names}"),
    "screen.way_copied": Text("with {names} twice", "重复列入{names}"),
    "screen.way_either": Text("{way}, or {other}", "{way}，或{other}"),
    "screen.one_of_two": Text("{name} or {other}", "{name}或{other}"),
    "screen.one_of_more": Text("{name}, {others}", "{name}、{others}"),
    "screen.others": Text("{count} others", "另外 {count} 个"),
    "screen.turns_caused": Text("how many pairs of others each option turns", "各方案使多少对其他方案先后改变"),
    "screen.when_removed": Text("taken off", "删去时"),
    "screen.when_copied": Text("copied", "复制时"),
    "screen.cannot_follow": Text("{cause}: {why}", "{cause}：{why}"),
    "finding.weights_follow_the_list": Text(
        "the weights are read from the figures, so they move with the list as well",
        "权重由数据得出，因此也随方案清单变化",
    ),
    "finding.in_declared_ranges": Text(
        "{turning} such changes turn the order of others; measured by the declared ranges (frame: declared in the plan) {left} do",
        "共有 {turning} 次删去或复制改变其他方案的先后；若按声明的区间衡量（计划中设 frame: declared），则为 {left} 次",
    ),
}
