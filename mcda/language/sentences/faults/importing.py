"""Workbooks and text files: what is refused, and what can't be read in their cells."""

from mcda.language.sentences.faults._sentence import sentence

_UNOPENED = ("It was not opened: files come from strangers.", "文件可能来自他人，因此未打开。")
_UNREAD = ("Nothing of it was read.", "未读取任何内容。")
_NO_FIGURE = ("A figure that was read wrongly would be ranked like any other.", "读错的数据会与其他数据一样参与排序。")
_DIRECTION = ("More and less could each be meant as better.", "不知越大越好还是越小越好。")

FAULTS = {
    # the file
    "workbook_empty": sentence(
        ("the file is empty", "文件为空"), _UNREAD, ("save it again in your spreadsheet", "请在电子表格软件中重新保存")
    ),
    "workbook_size": sentence(
        ("the file is larger than {limit} MB", "文件超过 {limit} MB"),
        _UNREAD,
        ("copy the table into a workbook of its own, as values", "请把表格以数值形式复制到新的工作簿"),
    ),
    "workbook_password": sentence(
        ("the file has a password", "文件设有密码"),
        _UNREAD,
        ("remove the password and save it again", "请取消密码后重新保存"),
    ),
    "workbook_parts": sentence(
        ("the file has more than {limit} parts, or two of one name", "文件包含超过 {limit} 个部件，或有同名部件"),
        _UNOPENED,
        ("copy the table into a new workbook", "请把表格复制到新的工作簿"),
    ),
    "workbook_bomb": sentence(
        ("{part} would unpack to {size} MB", "{part} 解压后将达 {size} MB"),
        _UNOPENED,
        ("copy the table into a new workbook", "请把表格复制到新的工作簿"),
    ),
    "workbook_doctype": sentence(
        ("{part} declares a document type, which no spreadsheet does", "{part} 声明了文档类型，正常的电子表格不会这样"),
        _UNOPENED,
        ("copy the table into a new workbook", "请把表格复制到新的工作簿"),
    ),
    "workbook_damaged": sentence(
        ("the file is damaged or cut short", "文件已损坏或不完整"),
        _UNREAD,
        (
            "copy it again; or open it in your spreadsheet and save it as .xlsx",
            "请重新复制；或在电子表格软件中打开并另存为 .xlsx",
        ),
    ),
    "workbook_html": sentence(
        ("the file is a web page or XML, whatever its name says", "文件实为网页或 XML，与扩展名不符"),
        _UNREAD,
        ("open it in your spreadsheet and save it as .xlsx", "请在电子表格软件中打开并另存为 .xlsx"),
    ),
    "workbook_binary": sentence(
        ("the file is a binary workbook (.xlsb)", "文件为二进制工作簿（.xlsb）"),
        ("Errors in its cells would look like empty cells.", "其中的错误值会被当作空单元格。"),
        ("save it as .xlsx", "请另存为 .xlsx"),
    ),
    "workbook_other": sentence(
        ("{file} is no workbook and no text", "{file} 既不是工作簿也不是文本"),
        _UNREAD,
        ("give an .xlsx, .xlsm, .xls, .ods or .csv file", "请给出 .xlsx、.xlsm、.xls、.ods 或 .csv 文件"),
    ),
    "workbook_sheets": sentence(
        ("the workbook has more than {limit} sheets", "工作簿超过 {limit} 个工作表"),
        _UNREAD,
        ("copy the table into a workbook of its own", "请把表格复制到新的工作簿"),
    ),
    "workbook_cells": sentence(
        (
            "sheet {sheet} reaches to {cell}; at most {rows} rows, {columns} columns and {cells} cells are read",
            "工作表 {sheet} 延伸到 {cell}；最多读取 {rows} 行、{columns} 列、{cells} 个单元格",
        ),
        ("One stray cell in a far corner is enough to fill the memory.", "远处的一个零散单元格就足以耗尽内存。"),
        (
            "delete the rows and columns behind the table, or copy it into a workbook of its own",
            "请删除表格之外的行列，或把表格复制到新的工作簿",
        ),
    ),
    "text_encoding": sentence(
        ("the encoding of the text can't be told", "无法判断文本编码"),
        ("Read with the wrong one, names turn into other characters.", "编码不对时名称会变成乱码。"),
        ("save it as “CSV UTF-8”", "请另存为“CSV UTF-8”"),
    ),
    "text_quotes": sentence(
        ("the text can't be split into cells", "文本无法拆分为单元格"),
        ("A quotation mark that never ends swallows everything behind it.", "未闭合的引号会吞掉其后的内容。"),
        (
            'look for a single " in it, or save it again from your spreadsheet',
            "请检查是否有单个英文引号，或在电子表格软件中重新保存",
        ),
    ),
    "sheets_hidden": sentence(
        ("every sheet is hidden: {hidden}", "全部工作表都被隐藏：{hidden}"),
        ("Hidden sheets are not read.", "隐藏的工作表不读取。"),
        ("show the sheet that is meant and save the file", "请取消隐藏所需的工作表并保存"),
    ),
    # which table
    "matrix_none": sentence(
        ("no table of options and criteria was found", "未找到方案与准则的表格"),
        (
            "Wanted: names of options down, criteria across, figures inside; or the other way round.",
            "需要：方案按行、准则按列（或相反），中间为数值。",
        ),
        (
            "give it at least two options and two criteria, and a heading for each",
            "请至少给出两个方案、两项准则，并各有表头",
        ),
    ),
    "matrix_alone": sentence(
        ("there are judgements, but no table of options", "文件中只有判断数据，没有方案表"),
        ("Weights alone rank nothing.", "仅有权重无法排序。"),
        ("give the case that they belong to: `--case CASE`", "请用 `--case CASE` 指定所属案例"),
    ),
    "matrix_several": sentence(
        ("several sheets hold a table: {areas}", "多个工作表含有表格：{areas}"),
        ("Any of them could be meant.", "无法判断指的是哪一个。"),
        ('say which, such as --sheet "{example}"', '请指定，如 --sheet "{example}"'),
    ),
    "tables_several": sentence(
        ("several tables could be meant: {areas}", "有多个表格可能是目标：{areas}"),
        ("Only one table is a case.", "一个案例只对应一个表格。"),
        ("put the one that is meant on a sheet of its own", "请把所需的表格放到单独的工作表"),
    ),
    "matrix_small": sentence(
        ("{area} leaves no option, or no criterion", "{area} 中没有可用的方案或准则"),
        ("There is nothing to rank.", "没有可排序的内容。"),
        ("give figures for at least two options and two criteria", "请至少给出两个方案、两项准则的数据"),
    ),
    # names
    "names_none": sentence(
        ("“{heading}” stands where the names of the options are expected", "应为方案名称的位置上是“{heading}”"),
        ("Its figures would be taken for names.", "其数值会被当作方案名称。"),
        ("put a column with the name of each option before it", "请在其前增加一列方案名称"),
    ),
    "option_unnamed": sentence(
        ("there are figures in this row, but no name", "此行有数据但没有名称"),
        ("An option that has no name can't be ranked.", "没有名称的方案无法排序。"),
        ("name the option, or delete the row", "请填写方案名称，或删除此行"),
    ),
    "option_twice": sentence(
        ("{name} stands here a second time; first in {first}", "{name} 重复出现，首次在 {first}"),
        ("The two can't be told apart.", "两者无法区分。"),
        ("rename or delete one", "请改名或删除其一"),
    ),
    "criterion_unnamed": sentence(
        ("there are figures in this column, but no heading", "此列有数据但没有表头"),
        ("It can't be told what they measure.", "无法得知其含义。"),
        ("give a heading, or delete the column", "请填写表头，或删除此列"),
    ),
    "heading_twice": sentence(
        ("{name} stands here a second time; first in {first}", "{name} 重复出现，首次在 {first}"),
        ("The two can't be told apart.", "两者无法区分。"),
        ("rename or delete one", "请改名或删除其一"),
    ),
    # directions
    "direction_none": sentence(
        ("“{heading}” doesn't say which way is better", "“{heading}”未注明方向"),
        _DIRECTION,
        (
            "write ↑ or ↓ behind the heading, or add a row “direction” with max or min; or leave the table as it is: "
            '`mcda import FILE -o case.yaml --direction "{heading}=max"` if more is better, '
            '`--direction "{heading}=min"` if less is',
            "请在表头后写 ↑ 或 ↓，或增加“方向”一行（越大越好/越小越好）；也可不改表格：越大越好运行 "
            '`mcda import FILE -o case.yaml --direction "{heading}=max"`，越小越好改用 `--direction "{heading}=min"`',
        ),
    ),
    "direction_word": sentence(
        ("{found} is no direction", "{found} 不是方向"),
        _DIRECTION,
        ("write max or min", "请写 max 或 min、正向或负向"),
    ),
    "direction_two": sentence(
        (
            "the heading “{heading}” says one direction, this cell another: {found}",
            "表头“{heading}”与此处的方向不一致：{found}",
        ),
        _DIRECTION,
        ("correct one of the two", "请改正其一"),
    ),
    "direction_target": sentence(
        ("“{heading}” is to be neither large nor small", "“{heading}”为适度（中间或区间）型准则"),
        ("What is best in between can't be told from the table.", "仅凭表格无法得知最优值。"),
        (
            "give the distance from the best value instead, with less as better",
            "请改填与最优值的差距，并注明越小越好",
        ),
    ),
    # figures
    "cell_text": sentence(
        ("“{found}” is no figure", "“{found}”不是数值"),
        _NO_FIGURE,
        (
            "type a number, leave the cell empty if it is not known, and look for letters among digits",
            "请填写数值；未知请留空；并检查数字中是否混有字母",
        ),
    ),
    "cell_level": sentence(
        ("“{found}” is a word and no figure", "“{found}”是文字而不是数值"),
        ("How far such words lie apart can't be told.", "无法得知这些等级之间的差距。"),
        ("give levels as whole numbers, such as 1 to 5", "请用整数等级表示，如 1 至 5"),
    ),
    "cell_unit": sentence(
        ("“{found}” holds more than a number", "“{found}”除数值外还有其他内容"),
        _NO_FIGURE,
        (
            "put the unit into the heading, in brackets, and only the number here",
            "请把单位写在表头括号中，此处只填数值",
        ),
    ),
    "cell_units": sentence(
        ("“{found}” is in {unit}, but {first} in {other}", "“{found}”的单位是 {unit}，而 {first} 的单位是 {other}"),
        ("Figures in two units can't be set beside each other.", "单位不同的数值无法相互比较。"),
        (
            "give the whole column in one unit, and put it into the heading, in brackets",
            "请统一整列的单位，并写在表头括号中",
        ),
    ),
    "cell_bound": sentence(
        ("“{found}” is a limit and no figure", "“{found}”是界限而不是数值"),
        _NO_FIGURE,
        ("give a figure, or a range such as 90–100", "请给出数值或区间，如 90–100"),
    ),
    "cell_comma": sentence(
        ("“{found}” can be read in two ways", "“{found}”有两种读法"),
        ("The comma could be a decimal point or part thousands.", "逗号可能是小数点，也可能是千分位。"),
        ("type the number without commas, with a point for decimals", "请去掉逗号，用点作小数点"),
    ),
    "cell_order": sentence(
        ("the range “{found}” begins above its end", "区间“{found}”的下限大于上限"),
        _NO_FIGURE,
        ("write the smaller end first", "请把较小的一端写在前面"),
    ),
    "cell_error": sentence(
        ("the cell holds the error {found}", "单元格为错误值 {found}"),
        ("An error is no missing figure: it hides one that was meant.", "错误值不等于缺失值：它掩盖了本应有的数据。"),
        ("mend the formula, or clear the cell if the figure is not known", "请修正公式；若数据未知，请清空单元格"),
    ),
    "cell_uncomputed": sentence(
        ("the formula was never calculated", "公式从未计算"),
        ("The file stores no value for it.", "文件中没有其结果。"),
        ("open the file in your spreadsheet and save it once", "请在电子表格软件中打开并保存一次"),
    ),
    "cell_boolean": sentence(
        ("{found} is no figure", "{found} 不是数值"),
        _NO_FIGURE,
        ("type 1 or 0 if that is meant", "若需表示是否，请填 1 或 0"),
    ),
    "cell_date": sentence(
        ("{found} is a date; was {a}–{b} meant?", "{found} 是日期；原意是否为 {a}–{b}？"),
        ("Spreadsheets turn 3-4 and 1/3 into dates without a word.", "电子表格会把 3-4、1/3 自动变成日期。"),
        ("format the cell as text and type it again", "请把单元格设为文本格式后重新输入"),
    ),
    "cell_time": sentence(
        ("{found} is a time", "{found} 是时间"),
        ("Spreadsheets turn 3:1 into a time without a word.", "电子表格会把 3:1 自动变成时间。"),
        ("format the cell as a number or as text and type it again", "请把单元格设为数值或文本格式后重新输入"),
    ),
    "cells_more": sentence(
        ("{count} more cells are like {like}", "另有 {count} 个单元格与 {like} 情况相同"),
        _NO_FIGURE,
        ("mend them alike", "请同样修正"),
    ),
    "percent_bare": sentence(
        (
            "{found} has no % sign, other cells of the column have one, as {example}",
            "{found} 没有百分号，而同列其他单元格有，如 {example}",
        ),
        ("It could mean {found} % or {found} times as much as the whole.", "可能指 {found} %，也可能指 {found} 倍。"),
        ("write all cells of the column with %, or none", "请让整列都带百分号，或都不带"),
    ),
    "percent_twice": sentence(
        (
            "the heading says {unit} and the format of the cell says so again",
            "表头已注明 {unit}，单元格又设为百分比格式",
        ),
        ("0.12 could mean 12 % or 0.12 %.", "0.12 可能指 12 %，也可能指 0.12 %。"),
        (
            "take {unit} out of the heading, or format the cells as plain numbers",
            "请去掉表头中的 {unit}，或把单元格设为常规数值格式",
        ),
    ),
    "percent_unit": sentence(
        ("a share in per cent stands in a column of {unit}", "单位为 {unit} 的列中出现百分数"),
        _NO_FIGURE,
        ("give it in {unit}, or a column of its own", "请按 {unit} 填写，或另设一列"),
    ),
    # weights and judgements
    "weight_cell": sentence(
        ("{found} is no weight", "{found} 不是权重"),
        ("Each criterion needs a number of at least 0.", "每项准则都需要不小于 0 的数。"),
        ("give a number for each criterion, or delete the row", "请为每项准则填写数值，或删除该行"),
    ),
    "weights_mixed": sentence(
        ("some weights are per cent, others are plain numbers", "权重中有的为百分数，有的为普通数值"),
        ("20 % beside 0.3 could be meant in two ways.", "20 % 与 0.3 并列时含义不明。"),
        ("write all of them alike", "请统一写法"),
    ),
    "weights_twice": sentence(
        ("{name} gives weights a second time; first in {first}", "{name} 再次给出权重，首次在 {first}"),
        ("Which of them are meant can't be told.", "无法判断以哪一组为准。"),
        (
            "keep one weight for each criterion; weights of two levels are multiplied with each other",
            "每项准则只保留一个权重；两级权重请相乘后填写",
        ),
    ),
    "weights_none": sentence(
        ("all weights are 0", "全部权重为 0"),
        ("Nothing would count.", "没有任何准则起作用。"),
        ("give weights", "请填写权重"),
    ),
    "pair_cell": sentence(
        ("{found} is no comparison", "{found} 不是有效的比较值"),
        ("Comparisons run from 1/9 to 9.", "比较值应在 1/9 至 9 之间。"),
        ("give 1 to 9, or 1/2 to 1/9", "请填 1 至 9，或 1/2 至 1/9"),
    ),
    "pair_date": sentence(
        ("{found} is a date that no fraction 1/2 to 1/9 gives", "{found} 是日期，且不对应 1/2 至 1/9"),
        ("What was typed can't be told.", "无法得知原来输入的内容。"),
        ("format the cell as a fraction or as text and type it again", "请把单元格设为分数或文本格式后重新输入"),
    ),
    "pair_dates": sentence(
        ("this cell and {mirror} are both dates", "此单元格与 {mirror} 都是日期"),
        ("Which of the two was the fraction can't be told.", "无法判断哪一个是分数。"),
        ("clear one of the two, and type the other again", "请清空其一，并重新输入另一个"),
    ),
    "pair_mirror": sentence(
        ("{found} here contradicts {other} in {mirror}", "此处的 {found} 与 {mirror} 的 {other} 矛盾"),
        ("One of the two should be 1 divided by the other.", "两者应互为倒数。"),
        ("correct one, or clear it: one half is enough", "请改正其一，或只保留一半"),
    ),
    "pairs_none": sentence(
        ("the matrix holds no comparison", "矩阵中没有任何比较"),
        ("There is nothing to weigh by.", "无法得出权重。"),
        ("fill in one half", "请填写其中一半"),
    ),
    "answers_none": sentence(
        ("no judgements about the criteria of the case were found: {criteria}", "未找到针对案例准则的判断：{criteria}"),
        (
            "Names down and across, or the headings of a questionnaire, must be those of the case.",
            "行列名称或问卷题目须与案例中的准则一致。",
        ),
        ("write the names as the case has them", "请按案例中的名称书写"),
    ),
    "survey_pairs": sentence(
        ("no heading of the questionnaire names two criteria of: {names}", "问卷题目中没有同时提到两项准则：{names}"),
        ("Which pair a column is about can't be told.", "无法判断各列比较的是哪一对。"),
        ("put both names into each heading, the left item first", "请在每个题目中写明两项名称，左项在前"),
    ),
    "answer_unread": sentence(
        ("“{found}” is no answer that can be read", "无法理解答案“{found}”"),
        (
            "Wanted: a code from 1 to 17, a ratio such as 1/3, or which of the two is how much more important.",
            "需要：1 至 17 的选项序号、1/3 之类的比值，或哪一项更重要及程度。",
        ),
        ("correct the cell, or export the questionnaire by option numbers", "请改正单元格，或按选项序号重新导出问卷"),
    ),
    # the command
    "import_unconfirmed": sentence(
        ("{count} readings were guessed and nobody has confirmed them", "有 {count} 处猜测的读法未经确认"),
        ("Nothing was written.", "未写入任何内容。"),
        ("look them over, then accept them with --yes", "请核对后用 --yes 接受"),
    ),
    "import_target": sentence(
        ("{file} is no name for a case file", "{file} 不能作为案例文件名"),
        (
            "A case is called as its file: small Latin letters, digits, - and _, then .yaml.",
            "案例名与文件名相同：小写拉丁字母、数字、- 与 _，扩展名 .yaml。",
        ),
        ("write -o case.yaml", "请写成 -o case.yaml"),
    ),
    "import_large": sentence(
        ("the table is too large for a case file", "表格过大，无法写成案例文件"),
        ("A case file holds at most 2 MB.", "案例文件最大 2 MB。"),
        ("rank the workbook itself, or fewer options", "请直接对工作簿排序，或减少方案数"),
    ),
}
