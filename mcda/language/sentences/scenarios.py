"""What is said of scenarios, regions and years side by side: which choice is safe."""

from mcda.language.text import Text

SENTENCES = {
    "help.scenarios": Text(
        "Does it hold in every scenario, region or year: ranks, scores in one frame, regret, and the worst case.\n\nCASE is a shipped case (mcda cases) or a file.",
        "在每个情景、区域或年份下是否成立：名次、同一尺度下的得分、后悔值与最坏情形。\n\nCASE 为自带案例（mcda cases）或文件路径。",
    ),
    "screen.regret_none": Text(
        "Least regret: {first}, behind the best in no scenario.",
        "后悔值最小：{first}，在任何情景下都不落后于最优方案。",
    ),
    "screen.regret_least": Text(
        "Least regret: {first}. It is {regret} behind the best at most, in {scenarios}.",
        "后悔值最小：{first}，与最优方案的差距至多为 {regret}（{scenarios}）。",
    ),
    "screen.maximin": Text(
        "Best in the worst case: {first}. It scores at least {score} everywhere, least in {scenarios}.",
        "最坏情形下最优：{first}，各情景得分均不低于 {score}（最低见于{scenarios}）。",
    ),
    "screen.places_only": Text(
        "{method} gives scores no common frame, so nothing can be said of regret, only of places.",
        "{method}的得分没有共同尺度，因此无法计算后悔值，只能比较名次。",
    ),
    "screen.highest_at_worst": Text(
        "Highest place in the worst case: {first}, at worst number {place} in {scenarios}.",
        "最坏情形下名次最高：{first}，最差为第 {place} 名（{scenarios}）。",
    ),
    "screen.apart_somewhere": Text(
        "Set apart in some scenarios, so no safe choice: {options}.",
        "在部分情景下被单列，不能作为稳妥之选：{options}。",
    ),
    "screen.apart_everywhere": Text("Set apart in every scenario: {options}.", "在所有情景下均被单列：{options}。"),
    "screen.ranked_of": Text("{option} (allowed in {ranked} of {all})", "{option}（{all} 个情景中可选 {ranked} 个）"),
    "screen.no_safe": Text(
        "No option is allowed in every scenario: there is no safe choice.",
        "没有任何方案在所有情景下均可选：不存在稳妥之选。",
    ),
    "screen.one_scenario": Text(
        "The case has this one scenario: there is nothing to hold against it.", "该案例仅有这一个情景，无从对照。"
    ),
    "screen.worst_case": Text("in the worst of all scenarios", "所有情景中的最坏情形"),
    "screen.allowed_in": Text("allowed in", "可选情景"),
    "screen.share_of": Text("{ranked} of {all}", "{ranked}/{all}"),
    "screen.place_at_worst": Text("last place", "最差名次"),
    "screen.lowest_score": Text("lowest score", "最低得分"),
    "screen.largest_regret": Text("largest regret", "最大后悔值"),
    "screen.regret_in": Text("where", "所在情景"),
    "screen.and_more": Text("{first} and {count} more", "{first}等 {count} 个"),
    "screen.regret_by_scenario": Text(
        "regret by scenario: what each lacks of the best there", "各情景后悔值：与该情景最优方案的差距"
    ),
    "screen.safe": Text("safe choice", "稳妥之选"),
    "screen.safe_how": Text(
        "All scenarios count alike, likely or not. Regret: Savage (1951); worst case: Wald (1950).",
        "各情景同等看待，不论其可能性大小。后悔值：Savage（1951）；最坏情形：Wald（1950）。",
    ),
    "finding.range_unused": Text(
        "this method divides by the best figure, and the declared range of {criteria} begins at 0: what the scenarios span counts instead",
        "该方法以最优值为除数，而{criteria}的给定区间从 0 开始：改以各情景的实际范围为准",
    ),
}
