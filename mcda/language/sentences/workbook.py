"""What a workbook says: names of its sheets, headings, and how it is to be read."""

from mcda.language.text import Text

SENTENCES = {
    "help.export": Text(
        "A case as a workbook that recalculates by itself (.xlsx), or as a folder of .csv tables.",
        "将案例导出为可自行重新计算的工作簿（.xlsx），或 .csv 文件夹。",
    ),
    "help.into": Text(
        "Copy the workbook that CASE is, with scores, ranks and doubts as new sheets beside its own.",
        "复制 CASE 所指的工作簿，并在原有工作表之后加入得分、名次与存疑之处。",
    ),
    "screen.beside": Text(
        "{file} holds your workbook and the sheets {names}.", "{file} 为原工作簿的副本，并增加了工作表{names}。"
    ),
    "screen.recalculates": Text(
        "It recalculates in any spreadsheet program: change coloured cells, or the scenario on the first sheet.",
        "可在任一表格软件中重新计算：修改着色单元格，或在首个工作表中选择情景。",
    ),
    "screen.values_only": Text(
        "Its scores and ranks are values: this method, or so large a table, does not recalculate there.",
        "其中得分与名次为数值：该方法或如此大的表不会重新计算。",
    ),
    "workbook.sheet.results": Text("Results", "结果"),
    "workbook.sheet.question": Text("Question", "问题"),
    "workbook.sheet.criteria": Text("Criteria", "准则"),
    "workbook.sheet.parameters": Text("Parameters", "参数"),
    "workbook.sheet.figures": Text("Figures", "数据"),
    "workbook.sheet.scenarios": Text("Scenarios", "情景"),
    "workbook.sheet.judgements": Text("Judgements", "判断"),
    "workbook.sheet.consistency": Text("Consistency", "一致性"),
    "workbook.sheet.calculation": Text("Calculation", "计算"),
    "workbook.sheet.sources": Text("Sources", "来源"),
    "workbook.sheet.answer": Text("mcda ranking", "mcda 排序"),
    "workbook.sheet.doubts": Text("mcda doubts", "mcda 存疑"),
    "workbook.no_figure": Text("no figure for {criterion}", "缺少{criterion}的数据"),
    "workbook.apart_one": Text("set apart", "单列"),
    "workbook.sheet.lists": Text("Lists", "列表"),
    "workbook.sheet.case": Text("_case", "_case"),
    # headings
    "workbook.what": Text("figure", "数据项"),
    "workbook.option": Text("option", "方案"),
    "workbook.other_language": Text("in Chinese", "英文"),
    "workbook.low": Text("low", "下限"),
    "workbook.mode": Text("mode", "众数"),
    "workbook.high": Text("high", "上限"),
    "workbook.ends": Text("ends are", "两端含义"),
    "workbook.now": Text("now", "当前值"),
    "workbook.usual": Text("usually", "通常值"),
    "workbook.unit": Text("unit", "单位"),
    "workbook.standing": Text("standing", "可信程度"),
    "workbook.source": Text("source", "来源"),
    "workbook.whose": Text("whose", "判断者"),
    "workbook.year": Text("year", "年份"),
    "workbook.from": Text("calculated from", "推算依据"),
    "workbook.note": Text("note", "说明"),
    "workbook.notes": Text("notes", "说明"),
    "workbook.criterion": Text("criterion", "准则"),
    "workbook.id": Text("id", "编号"),
    "workbook.better": Text("better", "方向"),
    "workbook.better.more": Text("more", "越大越好"),
    "workbook.better.less": Text("less", "越小越好"),
    "workbook.better.target": Text("near {target}", "越接近 {target} 越好"),
    "workbook.levels": Text("levels", "等级"),
    "workbook.local": Text("in its branch", "组内权重"),
    "workbook.judged": Text("from judgements", "由判断得出"),
    "workbook.own": Text("own weight", "自定权重"),
    "workbook.in_use": Text("in use", "采用"),
    "workbook.effective": Text("effective", "有效权重"),
    "workbook.definition": Text("definition", "定义"),
    "workbook.weight": Text("weight", "权重"),
    "workbook.score": Text("score", "得分"),
    "workbook.rank": Text("rank", "名次"),
    "workbook.place": Text("place", "位次"),
    "workbook.apart_number": Text("set apart, number", "单列序号"),
    "workbook.answer": Text("answer", "结果"),
    "workbook.figures_missing": Text("figures missing", "缺失数据个数"),
    "workbook.tie": Text("equal within", "视为相等"),
    "workbook.limit": Text("limit", "限值"),
    "workbook.kept": Text("kept", "满足"),
    "workbook.ranked": Text("ranked", "参与排序"),
    "workbook.row_used": Text("row used", "采用行"),
    "workbook.more_is_better": Text("more is better", "越大越好"),
    "workbook.who_is_ranked": Text("red lines: who is ranked", "红线：哪些方案参与排序"),
    "workbook.figures_as_taken": Text("figures as the method takes them", "进入方法的数值"),
    "workbook.declared_best": Text("best, declared", "最优值（声明）"),
    "workbook.declared_worst": Text("worst, declared", "最劣值（声明）"),
    "workbook.declared_size": Text("size, declared", "尺度（声明）"),
    "workbook.brought.value": Text("what each criterion adds to the score", "各准则对得分的贡献"),
    "workbook.brought.distance": Text(
        "each criterion's share of the squared distance to the worst", "各准则占到负理想解距离平方的份额"
    ),
    "workbook.brought.logarithm": Text(
        "what each criterion adds to the logarithm of the score", "各准则对得分对数的贡献"
    ),
    "workbook.brought.flow": Text("what each criterion adds to the net flow", "各准则对净流的贡献"),
    "workbook.brought.regret": Text("what each criterion takes away", "各准则造成的遗憾"),
    "workbook.geometric_mean": Text("geometric mean", "几何平均"),
    "workbook.priority": Text("priority", "优先级"),
    "workbook.column_sums": Text("column sums", "列和"),
    "workbook.scenario": Text("scenario", "情景"),
    "workbook.chosen_number": Text("number of the scenario chosen", "所选情景序号"),
    "workbook.region": Text("region", "区域"),
    "workbook.brought_by": Text("brought about by", "由何措施引起"),
    "workbook.hypothetical": Text("hypothetical", "假设"),
    "workbook.yes": Text("yes", "是"),
    "workbook.cite": Text("reference", "文献"),
    "workbook.where": Text("where", "出处"),
    "workbook.licence": Text("licence", "许可"),
    "workbook.seen": Text("seen", "查阅方式"),
    "workbook.seen.opened": Text("opened", "原文"),
    "workbook.seen.excerpt": Text("excerpt", "摘录"),
    "workbook.seen.memory": Text("from memory", "凭记忆"),
    "workbook.pathway": Text("pathway", "路径"),
    "workbook.about": Text("about", "说明"),
    "workbook.baseline": Text("(today)", "（现状）"),
    "workbook.method": Text("method", "方法"),
    "workbook.options_are": Text("options of the method", "方法选项"),
    "workbook.weights_by": Text("weights from", "权重来源"),
    "workbook.money": Text("money in", "计价"),
    "workbook.fingerprint": Text("fingerprint", "指纹"),
    "workbook.standing.published": Text("published", "已发布"),
    "workbook.standing.calculated": Text("calculated", "推算"),
    "workbook.standing.judgement": Text("judgement", "判断"),
    "workbook.standing.placeholder": Text("placeholder", "占位"),
    "workbook.unverified": Text("{standing}, not seen", "{standing}，未见来源"),
    "workbook.ends.bounds": Text("bounds", "上下界"),
    "workbook.ends.p10-p90": Text("p10–p90", "p10–p90"),
    "workbook.ends.studies": Text("studies", "研究间差异"),
    "workbook.ends.cases": Text("cases", "情形间差异"),
    "workbook.answers_of": Text("answers of {who}", "{who} 的回答"),
    "workbook.answer_given": Text("answer", "回答"),
    "workbook.in_view": Text("{criterion}: {span}", "{criterion}：{span}"),
    "workbook.joined": Text("joined: geometric mean of {people} people", "合并：{people} 人的几何平均"),
    "workbook.best_is": Text("most important: {name}", "最重要：{name}"),
    "workbook.worst_is": Text("least important: {name}", "最不重要：{name}"),
    "workbook.not_listed": Text("(options not listed)", "（未列出的方案）"),
    "workbook.by_formula": Text("= {formula}", "= {formula}"),
    "workbook.by_equity": Text(
        "computed over the places of the case, per scenario; does not recalculate", "按各地区及情景计算，不会重新计算"
    ),
    "workbook.by_pairs": Text("options compared in pairs; does not recalculate", "由方案两两比较得出，不会重新计算"),
    # how to read it
    "workbook.how_to_read": Text("how to read this workbook", "阅读说明"),
    "workbook.an_input": Text("a coloured cell", "着色单元格"),
    "workbook.input_means": Text(
        "can be typed over; everything that follows from it changes.", "可直接修改，相关结果随之变化。"
    ),
    "workbook.locked_means": Text(
        "The other cells are locked against slips, without a password.", "其余单元格已锁定以防误改，无密码。"
    ),
    "workbook.recalculates": Text(
        "The workbook recalculates by itself, without macros: weights, figures, scores, ranks and charts.",
        "本工作簿自行重新计算（无宏）：权重、数据、得分、名次和图表。",
    ),
    "workbook.recalculates_partly": Text(
        "Weights and figures recalculate by themselves, but scores and ranks stay those of the export: the method can't be said in cells. After a change, `mcda import` this workbook and rank again.",
        "权重与数据自行重新计算，但得分与名次仍为导出时的数值：该方法无法用单元格公式表达。修改后请用 `mcda import` 读入并重新排序。",
    ),
    "workbook.results_how": Text(
        "Choose a scenario in the coloured cell; change weights, judgements and figures on their sheets.",
        "在着色单元格中选择情景；权重、判断和数据在各自工作表中修改。",
    ),
    "workbook.results_how_one": Text(
        "Change weights, judgements and figures on their sheets.", "权重、判断和数据在各自工作表中修改。"
    ),
    "workbook.score_first": Text("score, first {shown} of {all}", "得分（{all} 个中的前 {shown} 个）"),
    "workbook.refused_weight": Text("A weight is a number from 0 up.", "权重应为不小于 0 的数字。"),
    "workbook.refused_number": Text(
        "This cell takes a number. Clear it if there is none.", "此单元格应填数字；没有数字请清空。"
    ),
    "workbook.refused_judgement": Text(
        "1 for equal, 2 to 9 if the row matters more, 1/2 to 1/9 if the column does.",
        "同等重要填 1；行更重要填 2 至 9；列更重要填 1/2 至 1/9。",
    ),
    "workbook.still.method": Text(
        "Scores and ranks are those of the export: this method does not recalculate in a workbook. After a change, `mcda import` it and rank again.",
        "得分与名次为导出时的数值：该方法不在工作簿中重新计算。修改后请用 `mcda import` 读入并重新排序。",
    ),
    "workbook.calculation_how": Text(
        "Every step of the method. An option that is set apart repeats the figures of the first that is ranked; sums leave it out.",
        "方法的全部步骤。单列的方案重复首个参与排序方案的数据，且不计入求和。",
    ),
    "workbook.still.values": Text(
        "Values as they were at the export; nothing here recalculates.", "导出时的数值，不重新计算。"
    ),
    "workbook.still.size": Text(
        "Values as they were at the export: the table is too large to recalculate in a workbook.",
        "导出时的数值：数据表过大，工作簿不重新计算。",
    ),
    "workbook.calculation_narrow": Text(
        "The calculation in rows and columns: what has an entry for each option and criterion is inside the formulas.",
        "按行与列给出计算过程：逐方案、逐准则的中间值已并入公式。",
    ),
    "workbook.matrix_live": Text(
        "The figures in use: type over the coloured ones. Ranges and sources are not shown in a table of this size.",
        "当前采用的数据，着色单元格可修改；此规模的表格不显示区间与来源。",
    ),
    "workbook.matrix_gap": Text(
        "A figure is empty or is no number: nothing is ranked until it is filled.",
        "有数据为空或不是数字：补全之前不排序。",
    ),
    "workbook.matrix_how": Text(
        "The figures as they are ranked. Ranges and sources stay in the case file.",
        "参与排序的数据；区间与来源见案例文件。",
    ),
    "workbook.criteria_how": Text(
        "Own weights replace those from judgements as soon as every criterion has one; they are divided by their sum.",
        "为每个准则填写自定权重后即取代由判断得出的权重（按总和归一）。",
    ),
    "workbook.weights_values": Text(
        "Some weights don't follow from the cells of this workbook: they are those of the export. Own weights replace them.",
        "部分权重不由本工作簿计算，为导出时的数值；可用自定权重取代。",
    ),
    "workbook.all_or_none": Text(
        "Own weights count once every criterion has one, from 0 up.", "自定权重须为每个准则填写（不小于 0）后才生效。"
    ),
    "workbook.parameters_how": Text(
        "What all options share. The value in use stands under “now”.", "各方案共用的量；采用值见“当前值”列。"
    ),
    "workbook.figures_how": Text(
        "The figures of every option. What is derived follows from the cells above and from the parameters.",
        "各方案的数据；推算数据由其他数据与参数得出。",
    ),
    "workbook.scenarios_how": Text(
        "What each scenario changes; an empty cell leaves the usual value. The scenario is chosen on the first sheet.",
        "各情景改变的量；空白表示取通常值。情景在首个工作表中选择。",
    ),
    "workbook.judgements_how": Text(
        "How many times as important the row is as the column, from 1/9 to 9; the other half follows.",
        "行相对于列的重要程度，1/9 至 9；另一半自动得出。",
    ),
    "workbook.consistency_how": Text(
        "The principal eigenvector of each matrix by {rounds} multiplications.",
        "各判断矩阵主特征向量，迭代 {rounds} 次。",
    ),
    "workbook.cr_high": Text("above 0.1: look again at these judgements", "高于 0.1：请重新检查这些判断"),
    "workbook.unanswered": Text(
        "a judgement is missing: answer every pair, or import the workbook, which fills gaps from the other answers",
        "有判断未填写：请补全，或用 mcda import 读回（由其余判断推出）",
    ),
    "workbook.nobody_first": Text("No ranking: a judgement or a figure is missing.", "无法排序：有判断或数据缺失。"),
    "workbook.not_converged": Text("not converged", "未收敛"),
    "workbook.first_is": Text("First: ", "第一："),
    "workbook.shared": Text(" (shared)", "（并列）"),
    "workbook.apart": Text("set apart (red lines, or a figure is missing)", "单列（红线或数据缺失）"),
    "workbook.doubts_when": Text(
        "what to doubt, as of the export (scenario: {scenario})", "存疑之处（导出时，情景：{scenario}）"
    ),
    "workbook.caution": Text("doubt", "存疑"),
    "workbook.remark": Text("remark", "备注"),
}
