"""Headings and sentences of pages that answer a question."""

from mcda.language.text import Text

SENTENCES = {
    # the answer
    "screen.first": Text("First: {first} ({score}).", "第一：{first}（{score}）。"),
    "screen.first_then": Text("First: {first} ({score}), then {rest}.", "第一：{first}（{score}）；其后为{rest}。"),
    "screen.first_shared": Text("First place is shared by {first} ({score}).", "{first}并列第一（{score}）。"),
    "screen.close": Text("{a} and {b} differ by less than {gap}.", "{a}与{b}相差不到 {gap}。"),
    "screen.illustration": Text("Illustration, not a finding. {headline}", "仅为示例，并非结论。{headline}"),
    "screen.two": Text("{first} {then}", "{first}{then}"),
    "screen.plain": Text("{method}", "{method}"),
    "screen.allowed": Text(
        "{ranked} of {all} options ranked, {apart} set apart.", "共 {all} 个方案，{ranked} 个参与排序，{apart} 个单列。"
    ),
    "screen.allowed_all": Text("All {all} options ranked.", "{all} 个方案全部参与排序。"),
    "screen.scenario": Text("Scenario: {scenario}.", "情景：{scenario}。"),
    "screen.hypothetical": Text("hypothetical", "假设"),
    "screen.weights_of": Text(
        "Weights: joined from what {count} people judged: {people}.", "权重：综合 {count} 人的判断：{people}。"
    ),
    "screen.weights_of_many": Text("Weights: joined from what {count} people judged.", "权重：综合 {count} 人的判断。"),
    "screen.placeholders": Text(
        "Placeholders, {share} of the weight: {criteria}.", "占位数据占权重的 {share}：{criteria}。"
    ),
    # tables
    "screen.rank": Text("rank", "名次"),
    "screen.option": Text("option", "方案"),
    "screen.score": Text("score", "得分"),
    "screen.criterion": Text("criterion", "准则"),
    "screen.weight": Text("weight", "权重"),
    "screen.effective": Text("effective", "有效权重"),
    "screen.local": Text("in its branch", "组内权重"),
    "screen.decides": Text("options differ much here", "各方案差异大"),
    "screen.weak": Text("options differ little here", "各方案差异小"),
    "screen.today": Text("today", "现状"),
    "screen.apart": Text("set apart", "单列"),
    "screen.breach_above": Text(
        "{option}: {figure} is above {limit} ({why})", "{option}：{figure}，上限 {limit}（{why}）"
    ),
    "screen.breach_below": Text(
        "{option}: {figure} is below {limit} ({why})", "{option}：{figure}，下限 {limit}（{why}）"
    ),
    "screen.turning_down": Text("{parameter} at most {value}", "{parameter}不超过 {value}"),
    "screen.turning_up": Text("{parameter} at least {value}", "{parameter}不低于 {value}"),
    "screen.would_rank": Text("with {ways} it would be number {rank}", "若{ways}，则名列第 {rank}"),
    "screen.missing_for": Text("{option}: no figure for {criteria}", "{option}：缺少{criteria}的数据"),
    "screen.contributions_value": Text("what each criterion adds to the score", "各准则对得分的贡献"),
    "screen.contributions_distance": Text(
        "each criterion's share of the squared distance to the worst (%)", "各准则占到负理想解距离平方的份额（%）"
    ),
    "screen.not_shown": Text(
        "not shown for want of space: {names} (--format markdown has all)",
        "因宽度未显示：{names}（--format markdown 含全部）",
    ),
    "screen.consistent": Text("consistent", "一致性"),
    "screen.consistency": Text("{branch}: CR {ratio}, λmax {largest}", "{branch}：CR {ratio}，λmax {largest}"),
    "screen.consistency_how": Text("{way}; random index {table}", "{way}；随机指标 {table}"),
    "screen.consistency_incomplete": Text(
        "{branch}: GCI {index} (limit {limit}), incomplete", "{branch}：GCI {index}（阈值 {limit}），不完整"
    ),
    "screen.rests_on": Text("rests on", "依据"),
    "screen.rests": Text("{parts} (share of weight); money in {money}", "{parts}（按权重）；计价 {money}"),
    "screen.rests_no_money": Text("{parts} (share of weight)", "{parts}（按权重）"),
    "screen.doubt": Text("doubt", "存疑"),
    "screen.remark": Text("remark", "备注"),
    "screen.note": Text("note", "说明"),
    "screen.next": Text("next", "下一步"),
    "screen.next_line": Text("{typed}: {what}", "{typed}：{what}"),
    "screen.marked": Text("{label} ({mark})", "{label}（{mark}）"),
    "screen.next_explain_what": Text("every step with its numbers", "逐步列出计算与数值"),
    "screen.next_show_what": Text("question, options, figures with sources", "问题、方案、数据与来源"),
    "screen.next_scenarios_what": Text("does it hold in every scenario", "各情景下是否成立"),
    "screen.method": Text("method", "方法"),
    "screen.method_is": Text("{method}, {options}", "{method}，{options}"),
    "screen.second": Text("second opinion", "第二意见"),
    "screen.standing.published": Text("published", "已发布"),
    "screen.standing.calculated": Text("calculated", "推算"),
    "screen.standing.judgement": Text("judgement", "判断"),
    "screen.standing.placeholder": Text("placeholder", "占位"),
    "screen.standing.unverified": Text("{standing}, not seen in a source", "{standing}，未见来源"),
    "screen.fingerprint": Text("fingerprint", "指纹"),
    # scenarios
    "screen.every_scenario": Text("First in every scenario: {first}.", "各情景下均居首位：{first}。"),
    "screen.changing_first": Text("The first place changes between scenarios:", "首位随情景变化："),
    "screen.first_in": Text("{first} in {scenarios}", "{first}（{scenarios}）"),
    "screen.ranks_by_scenario": Text("ranks by scenario", "各情景名次"),
    "screen.scores_by_scenario": Text("scores by scenario, in one frame", "各情景得分（同一尺度）"),
    "screen.scores_own": Text("scores by scenario, each in its own frame", "各情景得分（各自尺度）"),
    # explain
    "screen.step": Text("step", "步骤"),
    "screen.formula": Text("formula", "公式"),
    "screen.figures_in": Text("figures as the method takes them", "进入方法的数值"),
    "screen.with_names": Text("with {names}", "其中 {names}"),
    "screen.derived": Text("figures that follow from others", "推算数据"),
    "screen.judgements": Text("judgements of {who}, {branch}", "{who} 的判断，{branch}"),
    "screen.no_steps": Text(
        "{method} is computed by pymcdm and gives no steps.", "{method}由 pymcdm 计算，不提供步骤。"
    ),
    "screen.global_weights": Text(
        "weights of all criteria: local ones multiplied down the tree", "全部准则权重：沿层级相乘"
    ),
    "screen.equity": Text(
        "Regional equity: Gini of income per head over {count} places, before minus after.",
        "区域公平性：{count} 个地区人均收入基尼系数，之前减之后。",
    ),
    # show
    "screen.question": Text("question", "问题"),
    "screen.options": Text("options", "方案"),
    "screen.id": Text("id", "编号"),
    "screen.pathway": Text("pathway", "路径"),
    "screen.paper": Text("paper", "论文"),
    "screen.addition": Text("addition", "补充"),
    "screen.criteria": Text("criteria", "准则"),
    "screen.better": Text("better", "方向"),
    "screen.more": Text("more", "越大越好"),
    "screen.less": Text("less", "越小越好"),
    "screen.target": Text("near {target}", "接近 {target}"),
    "screen.unit": Text("unit", "单位"),
    "screen.range": Text("range", "区间"),
    "screen.figures": Text("figures", "数据"),
    "screen.figure": Text("figure", "数值"),
    "screen.low_high": Text("low – high", "低—高"),
    "screen.source": Text("source", "来源"),
    "screen.sources": Text("sources", "来源"),
    "screen.standing": Text("standing", "性质"),
    "screen.parameters": Text("parameters", "参数"),
    "screen.parameter": Text("parameter", "参数"),
    "screen.scenarios": Text("scenarios", "情景"),
    "screen.set_to": Text("{what} = {value}", "{what} = {value}"),
    "screen.set_of": Text("{what} of {option} = {value}", "{option}的{what} = {value}"),
    "screen.scenario_sets": Text("{label}: {sets}", "{label}：{sets}"),
    "screen.headed": Text("{label}:", "{label}："),
    "screen.red_line": Text("{label}: {line} ({why})", "{label}：{line}（{why}）"),
    "screen.step_is": Text("{what}: {formula}", "{what}：{formula}"),
    "screen.requirements": Text("requirements", "红线"),
    "screen.coverage": Text(
        "What the first {k} options leave untouched of the paper", "前 {k} 个方案未触及论文的哪些方面"
    ),
    "screen.coverage_challenges": Text("challenges: {names}", "挑战：{names}"),
    "screen.coverage_mechanisms": Text("mechanisms: {names}", "机制：{names}"),
    "screen.coverage_none": Text(
        "nothing: all three challenges and all three mechanisms are touched", "无：三类挑战与三种机制均有涉及"
    ),
    "screen.incidence": Text("who gains or pays, by region (% of the sum moved)", "各区域受益或负担份额（%）"),
    "screen.benefit": Text("benefit", "受益"),
    "screen.burden": Text("burden", "负担"),
    "screen.kind": Text("kind", "类型"),
    "screen.rule": Text("rule", "规则"),
    "screen.left_out": Text("left out: {names}", "未纳入：{names}"),
    "screen.runs_out": Text("{label}: {option} is allowed with {ways}", "{label}：若{ways}，则{option}可选"),
    # lists
    "screen.case": Text("case", "案例"),
    "screen.theme": Text("theme", "主题"),
    "screen.section": Text("section", "章节"),
    "screen.measure": Text("how to measure it", "如何衡量"),
    "screen.drawn_from": Text(
        "drawn from: {challenge}; section {section} of the paper", "出自：{challenge}；论文第 {section} 节"
    ),
    "screen.kinds": Text("kinds of unit: {kinds}", "单位类别：{kinds}"),
    "screen.scale": Text("scale {scale}", "量表 {scale}"),
    "screen.level": Text("level", "等级"),
    "screen.methods": Text("ranking methods", "排序方法"),
    "screen.weightings": Text("weightings", "赋权方法"),
    "screen.listed": Text("{title}; {what}. {source}", "{title}；{what}。{source}"),
    "screen.with_steps": Text("every step explained", "可逐步解释"),
    "screen.by_pymcdm": Text("computed by pymcdm", "由 pymcdm 计算"),
    "screen.form.pairs": Text("asks for comparisons in pairs", "需要两两比较"),
    "screen.form.numbers": Text("asks for numbers", "需要数值"),
    "screen.form.order": Text("asks for an order", "需要排序"),
    "screen.form.none": Text("asks nobody", "无需询问"),
    # check and new
    "screen.faults": Text("{count} faults. Nothing was ranked.", "共 {count} 处问题，未进行排序。"),
    "screen.fault_one": Text("1 fault. Nothing was ranked.", "1 处问题，未进行排序。"),
    "screen.checked": Text(
        "{file}: no faults; {options} options, {criteria} criteria, {scenarios} scenarios",
        "{file}：无问题；{options} 个方案，{criteria} 个准则，{scenarios} 个情景",
    ),
    "screen.written": Text(
        "{file} is written. Fill in the figures, then: mcda check {file}",
        "已写入 {file}。填好数据后运行：mcda check {file}",
    ),
    "screen.interrupted": Text("Interrupted. Nothing was written.", "已中断，未写入任何内容。"),
    "screen.saved": Text("Written to {file}.", "已写入 {file}。"),
}
