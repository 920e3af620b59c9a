"""What is said of a workbook that was read: what was guessed, and what is certain and worth knowing."""

from mcda.language.text import Text

SENTENCES = {
    "help.import": Text(
        "Make a case file of FILE: a workbook (.xlsx, .xlsm, .xls, .ods) or a text file (.csv, .tsv) with options and criteria.\n\nWhat was guessed is listed with its cell, and asked about once. A missing figure is never 0.",
        "把 FILE 中的方案与准则表转成案例文件：支持工作簿（.xlsx、.xlsm、.xls、.ods）和文本（.csv、.tsv）。\n\n凡属猜测的读法都会列出所在单元格并请您确认一次；缺失值绝不会当作 0。",
    ),
    "help.import_output": Text("The case file to write, such as case.yaml.", "要写入的案例文件，如 case.yaml。"),
    "help.import_sheet": Text(
        "The sheet that is meant, where several hold a table.", "有多个工作表含数据表时，指定要读取的工作表。"
    ),
    "help.import_direction": Text(
        "Which way is better for a criterion, such as 'Price=min'; repeat it for more.",
        "指定某项准则的方向，如“价格=min”，可重复给出。",
    ),
    "help.import_case": Text(
        "FILE holds judgements only: add them to this case.", "FILE 中只有判断数据时，把它们加入这个案例。"
    ),
    "help.import_yes": Text("Accept everything that was guessed.", "接受全部猜测的读法。"),
    "kind.sheet": Text("sheet", "工作表"),
    # the page
    "read.headline": Text(
        "{where}: {options} options, {criteria} criteria.", "{where}：{options} 个方案，{criteria} 项准则。"
    ),
    "read.edited": Text("{what}: {before} → {after}", "{what}：{before} → {after}"),
    "read.edited_figure": Text(
        "{what}: {before} → {after}; a judgement of “workbook” until the case file says where it comes from",
        "{what}：{before} → {after}；在案例文件注明来源之前，按“workbook”的判断处理",
    ),
    "read.unread": Text(
        "{before} was changed to {after}, which is not taken over: only coloured cells are read",
        "{before} 被改为 {after}，未予采用：仅读取着色单元格",
    ),
    "read.calculated": Text(
        "{found} stands where a formula was, and is not taken over: this is calculated; type into the coloured cells that it follows from",
        "此处原为公式，现为 {found}，未予采用：该值由计算得出，请改填其所依据的着色单元格",
    ),
    "read.typed_bounds": Text(
        "there was no range before; its ends are taken as bounds", "此处原无区间；所填两端视为上下界"
    ),
    "read.guessed_note": Text(
        "Read from a table, with {count} guesses (mcda import lists them): {told}.",
        "由表格读入，含 {count} 处推断（mcda import 可列出）：{told}。",
    ),
    "read.people": Text("Judgements of {count} people.", "{count} 人的判断。"),
    "read.person": Text("Judgements of {who}.", "{who}的判断。"),
    "read.guessed": Text("guessed", "猜测"),
    "read.told": Text("read", "读取"),
    "read.at": Text("{place}: {what}", "{place}：{what}"),
    "read.more": Text(
        "{count} more cells like this in the column, down to {cell}", "同列还有 {count} 个这样的单元格，直到 {cell}"
    ),
    "read.span": Text("figures", "数值范围"),
    "read.name": Text("in the case", "案例中的编号"),
    "read.max": Text("more is better", "越大越好"),
    "read.min": Text("less is better", "越小越好"),
    "read.target": Text("neither more nor less", "居中为好"),
    "read.confirm": Text("Is that right, and shall {file} be written?", "以上读法是否正确？确认后写入 {file}"),
    "read.declined": Text("Nothing was written.", "未写入任何内容。"),
    "read.written": Text("{file} is written. Next: mcda rank {file}", "已写入 {file}。接下来可运行：mcda rank {file}"),
    "read.none_guessed": Text("Nothing had to be guessed.", "无需猜测。"),
    # files
    "read.encoding": Text(
        "the text doesn't say how it is encoded; read as {encoding}, in which it says, for example: {example}",
        "文本未注明编码，按 {encoding} 读取，例如：{example}",
    ),
    "read.sheets_hidden": Text("hidden sheets were not read: {names}", "隐藏的工作表未读取：{names}"),
    "read.sheet_no_table": Text(
        "sheet {sheet} holds no table of options and was not read", "工作表 {sheet} 不含方案表，未读取"
    ),
    "read.weights_unread": Text(
        "another table, {area}, gives weights and was not read: every criterion counts alike until they stand in a row “weights” of the table",
        "另有表格 {area} 给出权重，未读取：在数据表中增加“权重”一行之前，各项准则等权",
    ),
    "read.table_unread": Text("another table, {area}, was not read", "另有表格 {area}，未读取"),
    "read.hidden_rows": Text(
        "{count} hidden rows were read like the others; delete them if they should not count",
        "{count} 个隐藏行与其他行一样已读取；若不应计入，请删除",
    ),
    "read.hidden_columns": Text(
        "{count} hidden columns were read like the others; delete them if they should not count",
        "{count} 个隐藏列与其他列一样已读取；若不应计入，请删除",
    ),
    # the table
    "read.turned": Text(
        "criteria run down the rows of {area}, options across, as these words show: {why}",
        "{area} 中准则按行排列、方案按列排列，依据：{why}",
    ),
    "read.heads_joined": Text(
        "headings over several rows are joined, such as “{example}”", "多行表头合并为一个名称，如“{example}”"
    ),
    "read.heads_again": Text("the headings stand here again: the row is left out", "此行重复表头，未纳入"),
    "read.row_empty": Text("row “{name}” holds no figures and is left out", "“{name}”一行没有数据，未纳入"),
    "read.footnote": Text("note beside the table, not read as an option: {name}", "表外附注，不作为方案：{name}"),
    "read.total_row": Text(
        "row “{name}” is taken for a total or a yardstick and left out", "“{name}”一行视为汇总或参照值，未纳入"
    ),
    "read.column_numbering": Text("column “{name}” only numbers the rows", "“{name}”一列只是编号"),
    "read.column_empty": Text("column “{name}” holds no figures and is left out", "“{name}”一列没有数据，未纳入"),
    "read.column_remarks": Text("column “{name}” holds remarks and is left out", "“{name}”一列为备注，未纳入"),
    "read.column_result": Text(
        "column “{name}” is taken for a result of another calculation and left out",
        "“{name}”一列视为其他计算的结果，未纳入",
    ),
    "read.column_words": Text(
        "column “{name}” holds words and no figures, and is left out", "“{name}”一列只有文字没有数值，未纳入"
    ),
    # headings
    "read.unit_translated": Text("the unit of “{heading}” is written {unit}", "“{heading}”的单位写作 {unit}"),
    "read.unit_unread": Text(
        "“{unit}” is not a unit that can be calculated with (money needs its price year): it stays in the name of “{name}”",
        "“{unit}”不是可换算的单位（货币须注明价格年份），保留在“{name}”的名称中",
    ),
    "read.unit_behind": Text("in “{heading}”, {unit} is taken for the unit", "“{heading}”中的 {unit} 视为单位"),
    "read.unit_of_cells": Text(
        "{unit} behind the numbers of “{heading}” is taken for the unit of the column: “{found}” is read as {number}",
        "“{heading}”数值后所写的 {unit} 视为该列单位：“{found}”读作 {number}",
    ),
    "read.unit_meant": Text("{unit} of “{heading}” is taken for {meant}", "“{heading}”的单位 {unit} 视为 {meant}"),
    "read.bracket_kept": Text(
        "what stands in brackets in “{heading}” is a year or a scale and no unit",
        "“{heading}”括号中的内容视为年份或量表，而非单位",
    ),
    "read.direction_sign": Text(
        "the sign in “{heading}” is taken for the direction: {direction}", "“{heading}”中的符号视为方向：{direction}"
    ),
    "read.direction_namesake": Text(
        "“{heading}” says no direction; {direction}, as for the catalogue's “{title}”",
        "“{heading}”未注明方向，按目录中的“{title}”取{direction}",
    ),
    "read.matched": Text(
        "“{heading}” is taken for the catalogue's criterion “{title}”: {direction}",
        "“{heading}”视为目录中的准则“{title}”：{direction}",
    ),
    "read.matched_levels": Text(
        "“{heading}” is taken for the catalogue's criterion “{title}”, its figures for levels of the scale {scale}: {direction}",
        "“{heading}”视为目录中的准则“{title}”，数值为量表 {scale} 的等级：{direction}",
    ),
    # cells
    "read.cell_about": Text(
        "“{found}” is read as {number}, though it says “about”", "“{found}”读作 {number}，原文为约数"
    ),
    "read.cell_spread": Text("“{found}” is read as the range {number}", "“{found}”读作区间 {number}"),
    "read.cell_brackets": Text("“{found}” is read as {number}, as in accounts", "“{found}”按会计写法读作 {number}"),
    "read.cell_fours": Text(
        "“{found}” is read as {number}: the comma parts four digits", "“{found}”读作 {number}：逗号分隔四位"
    ),
    "read.cell_money": Text(
        "“{found}” is read as {number}: the currency belongs in the heading", "“{found}”读作 {number}：币种应写在表头"
    ),
    "read.cell_many": Text("“{found}” is read as {number}", "“{found}”读作 {number}"),
    "read.cell_multiple": Text("“{found}” is read as {number} {unit}", "“{found}”读作 {number} {unit}"),
    "read.cell_hyphen": Text("“{found}” is read as the range {number}", "“{found}”读作区间 {number}"),
    "read.cell_points": Text(
        "“{found}” is read as {number}: in this column commas are decimal points",
        "“{found}”读作 {number}：本列以逗号作小数点",
    ),
    "read.cell_commas": Text(
        "“{found}” is read as {number}: nothing in the column shows the comma to be a decimal point",
        "“{found}”读作 {number}：本列没有迹象表明逗号是小数点",
    ),
    "read.cell_own_unit": Text(
        "“{found}” is read as {number} in the unit of the heading", "“{found}”按表头单位读作 {number}"
    ),
    "read.range_middle": Text(
        "the ends of ranges are taken as bounds and the middle as most likely: {middle} between {low} and {high}",
        "区间两端视为上下界，中点视为最可能值：{low} 与 {high} 之间取 {middle}",
    ),
    "read.formula_empty": Text("a formula gives an empty text: no figure", "公式结果为空文本：无数据"),
    "read.missing": Text(
        "no figure for “{heading}” in {cells}: options without one are not ranked, and never given a 0 (`missing:` in the case file says worst or draw instead)",
        "“{heading}”在 {cells} 缺少数据：缺数据的方案不参与排序，绝不当作 0（可在案例文件中用 `missing:` 改为 worst 或 draw）",
    ),
    # weights and judgements
    "read.weights_equal": Text("there are no weights: every criterion counts alike", "表中没有权重：各项准则等权"),
    "read.weights_row": Text(
        "the weights, {sum} together, are taken as points for going from the worst to the best figure of this table",
        "权重（合计 {sum}）视为按本表各准则由最差到最好的幅度分配的点数",
    ),
    "read.weights_both": Text(
        "there are weights and a judgement matrix: weights come from the matrix, and the row is kept beside it",
        "同时有权重行和判断矩阵：采用判断矩阵，权重行一并保留",
    ),
    "read.pairs_ranges": Text(
        "the comparisons are taken to be about going from the worst to the best figure of each criterion",
        "两两比较视为针对各准则由最差到最好的幅度",
    ),
    "read.pairs_replaced": Text(
        "{count} judgements in pairs of the case are replaced", "案例中原有的 {count} 份两两比较将被替换"
    ),
    "read.pair_rounded": Text("{found} is read as {fraction}, rounded", "{found} 视为 {fraction} 的近似值"),
    "read.pair_dated": Text(
        "the date {found} is read as {fraction}: spreadsheets turn fractions into dates",
        "日期 {found} 读作 {fraction}：电子表格会把分数变成日期",
    ),
    "read.square_unread": Text(
        "a matrix of {names} was not read: these are no criteria of the table",
        "{names} 的矩阵未读取：它们不是表中的准则",
    ),
    "read.survey": Text(
        "a questionnaire of {people} people over {pairs} pairs: “{found}” is read as “{left}” being {fraction} times as important as “{right}”",
        "{people} 人、{pairs} 对准则的问卷：“{found}”读作“{left}”的重要性是“{right}”的 {fraction} 倍",
    ),
    "read.survey_equal": Text(
        "a questionnaire of {people} people over {pairs} pairs, all answered as equal",
        "{people} 人、{pairs} 对准则的问卷，全部选同等重要",
    ),
    # notes in the case
    "read.imported": Text("Read from {file}, {area}.", "读取自 {file}，{area}。"),
    "read.left_out": Text(
        "Options without a figure for {criteria} are left out of the ranking; `missing: worst` or `missing: draw` at the criterion takes them in.",
        "缺少{criteria}数据的方案不参与排序；在该准则下写 `missing: worst` 或 `missing: draw` 可将其纳入。",
    ),
}
