"""Files and their YAML."""

from mcda.language.sentences.faults._sentence import sentence

_NOT_READ = ("The file was not read any further.", "文件未继续读取。")
_SAFE = (
    "Files come from strangers; this could make one mean more than it shows.",
    "文件可能来自他人，此类写法会使内容与所见不符。",
)

FAULTS = {
    "own_weights_some": sentence(
        ("own weights are given, but none to {names}", "已填写自定权重，但 {names} 没有"),
        ("An empty cell is no weight of 0.", "空白单元格并不表示权重为 0。"),
        (
            "give every criterion an own weight (0 is one), or clear them all",
            "请为每个准则填写自定权重（可填 0），或全部清空",
        ),
    ),
    "file_input": sentence(
        ("{file} is what is being read: it would be overwritten", "{file} 正是所读取的文件，会被覆盖"),
        ("What stands in it would be lost.", "其中的内容会丢失。"),
        ("write to another name", "请另取名称"),
    ),
    "file_valued": sentence(
        ("{file} is there already", "{file} 已存在"),
        ("A case or a workbook may have been worked on since.", "案例或工作簿可能已被编辑过。"),
        ("write to another name, or remove it first", "请另取名称，或先将其删除"),
    ),
    "into_kind": sentence(
        (
            "sheets can only be put beside those of an .xlsx or .xlsm workbook",
            "只能在 .xlsx 或 .xlsm 工作簿中加入工作表",
        ),
        ("Other files could not be kept as they are.", "其他文件无法原样保留。"),
        ("save it as .xlsx in your program, then use that", "请先用表格软件另存为 .xlsx"),
    ),
    "into_itself": sentence(
        ("the copy would take the place of the workbook itself", "副本会覆盖原工作簿"),
        ("Your own file is never changed.", "您的原文件绝不改动。"),
        ("give the copy another name", "请为副本另取名称"),
    ),
    "into_signed": sentence(
        ("the workbook is signed", "该工作簿带有数字签名"),
        ("A new sheet would break the signature.", "加入工作表会使签名失效。"),
        (
            "remove the signature, or write a workbook of its own with mcda export",
            "请移除签名，或用 mcda export 另写工作簿",
        ),
    ),
    "into_protected": sentence(
        ("the structure of the workbook is protected", "该工作簿的结构受保护"),
        ("It asks that no sheet be added.", "它不允许增加工作表。"),
        ("lift the protection of the structure, or use mcda export", "请取消结构保护，或使用 mcda export"),
    ),
    "into_shape": sentence(
        ("the workbook is built in a way that sheets can't be added to here", "该工作簿的内部结构不支持加入工作表"),
        ("It could not be kept as it is.", "无法原样保留。"),
        ("open and save it as .xlsx once, or use mcda export", "请打开并另存为 .xlsx，或使用 mcda export"),
    ),
    "into_table": sentence(
        ("{case} is no workbook", "{case} 不是工作簿"),
        ("Sheets can only be put beside somebody's own.", "只能在已有工作簿中加入工作表。"),
        ("use mcda export to write a workbook of a case", "请用 mcda export 导出案例工作簿"),
    ),
    "workbook_map": sentence(
        ("the hidden sheet of this workbook was changed", "该工作簿的隐藏工作表已被改动"),
        ("What was typed can't be told from what stood there.", "无法分辨哪些内容是后来填写的。"),
        ("export the case again, and type into the coloured cells only", "请重新导出案例，仅在着色单元格中填写"),
    ),
    "input_error": sentence(
        ("the cell shows an error, or a formula that was never calculated", "该单元格为错误值，或公式从未计算"),
        ("It would be read as empty.", "它会被当作空白。"),
        ("type a number, or open and save the workbook once", "请填写数值，或打开并保存一次该工作簿"),
    ),
    "export_kind": sentence(
        (
            "{file} ends in {found}: a case is exported to .xlsx, or to a folder",
            "{file} 以 {found} 结尾：案例可导出为 .xlsx 或文件夹",
        ),
        ("Other kinds would lose formulas or formats.", "其他格式会丢失公式或格式。"),
        ("name a file .xlsx, or a folder without an ending", "请使用 .xlsx 文件名，或不带后缀的文件夹名"),
    ),
    "workbook_version": sentence(
        ("the workbook carries {found}, and this version reads {known}", "该工作簿内含 {found}，本版本可读 {known}"),
        ("Its cells may lie elsewhere.", "单元格位置可能不同。"),
        ("export the case again with this version", "请用本版本重新导出该案例"),
    ),
    "sheet_gone": sentence(
        ("the sheet {sheet} is missing", "缺少工作表 {sheet}"),
        ("What was typed there can't be read.", "无法读取其中填写的内容。"),
        (
            "give the sheet its name back, show it if it is hidden, or export the case again",
            "请恢复该工作表名称，若被隐藏请取消隐藏，或重新导出案例",
        ),
    ),
    "input_number": sentence(
        ("{found} is no number", "“{found}”不是数值"),
        ("The cell holds a figure of the case.", "该单元格为案例中的数据。"),
        ("type a plain number, or clear the cell", "请填写数值，或清空该单元格"),
    ),
    "input_choice": sentence(
        ("{found} can't be chosen here; known are {known}", "此处不能选择“{found}”，可选：{known}"),
        ("The case would not know what is meant.", "无法确定所指。"),
        ("choose from the list of the cell", "请从单元格的下拉列表中选择"),
    ),
    "file_open_elsewhere": sentence(
        (
            "{file} can't be replaced: it is open in another program, or protected",
            "无法替换 {file}：文件正被其他程序打开，或受保护",
        ),
        ("The old file is as it was.", "原文件保持不变。"),
        ("close it there, or write to another name", "请先关闭该文件，或另存为其他名称"),
    ),
    "cell_unwritten": sentence(
        ("the cell {cell} can't be written", "单元格 {cell} 无法写入"),
        ("A workbook with a gap would mislead.", "有缺漏的工作簿会误导读者。"),
        ("shorten the text that belongs there", "请缩短该处文字"),
    ),
    "file_missing": sentence(
        ("there is no {file}", "找不到 {file}"),
        ("Without it there is nothing to read.", "没有可读取的内容。"),
        ("check the path; `mcda cases` lists what is shipped", "请检查路径；`mcda cases` 列出自带案例"),
    ),
    "folder_empty": sentence(
        ("{folder} holds no case files (*.yaml)", "{folder} 中没有案例文件（*.yaml）"),
        ("There is nothing to check.", "没有可检查的内容。"),
        ("`mcda new NAME` writes a starter", "可用 `mcda new 名称` 生成范例"),
    ),
    "file_folder": sentence(
        ("{file} is a folder", "{file} 是文件夹"),
        ("A case is a single file.", "一个案例是一个文件。"),
        ("name a file in it, or use `mcda check` for all of them", "请指定其中的文件，或用 `mcda check` 检查全部"),
    ),
    "file_unreadable": sentence(
        ("{file} can't be read: {reason}", "无法读取 {file}：{reason}"),
        ("Without it there is nothing to read.", "没有可读取的内容。"),
        ("check its permissions, or whether a program holds it open", "请检查权限，或是否被其他程序占用"),
    ),
    "file_exists": sentence(
        ("{file} is there already", "{file} 已存在"),
        ("It was left as it is.", "原文件未改动。"),
        ("take another name, or move it away", "请换一个名称，或先移走原文件"),
    ),
    "file_unwritable": sentence(
        ("{file} can't be written: {reason}", "无法写入 {file}：{reason}"),
        ("Nothing was written.", "未写入任何内容。"),
        (
            "check the folder and its permissions, or close the program that holds it",
            "请检查文件夹与权限，或关闭占用它的程序",
        ),
    ),
    "library_missing": sentence(
        ("the shipped folder {name} is missing", "缺少自带文件夹 {name}"),
        ("The installation is incomplete.", "安装不完整。"),
        ("install the toolkit again", "请重新安装本工具"),
    ),
    "yaml_encoding": sentence(
        ("this line is not UTF-8", "此行不是 UTF-8 编码"),
        (
            "Read with the wrong encoding, Chinese text turns into other characters without a word.",
            "编码不对时，中文会变成乱码而不报错。",
        ),
        ("save the file as UTF-8 in your editor", "请在编辑器中另存为 UTF-8"),
    ),
    "yaml_large": sentence(
        ("the file is larger than 2 MB", "文件超过 2 MB"),
        _NOT_READ,
        (
            "a case holds judgements and figures of options, not raw data: keep those apart",
            "案例只放方案数据与判断，原始数据请另存",
        ),
    ),
    "yaml_syntax": sentence(
        ("this line can't be read as YAML: {found}", "此行不符合 YAML 语法：{found}"),
        _NOT_READ,
        (
            "indent with spaces, put a space behind each colon, and quote text that holds `: ` or begins with a sign",
            "请用空格缩进，冒号后加空格；含“: ”或以符号开头的文字请加引号",
        ),
    ),
    "yaml_wide_colon": sentence(
        ("there is a full-width colon ： behind the key: {found}", "键后使用了全角冒号“：”：{found}"),
        ("YAML takes it as part of a word, so the key would be lost.", "YAML 会把它当作文字，该键因此丢失。"),
        ("type a half-width colon and a space", "请改用半角冒号加空格"),
    ),
    "yaml_mapping": sentence(
        ("the file does not begin with keys such as `id:`", "文件开头不是 `id:` 之类的键"),
        _NOT_READ,
        ("`mcda new NAME` writes a starter to look at", "可用 `mcda new 名称` 生成范例"),
    ),
    "yaml_documents": sentence(
        ("a second document begins here (---)", "此处开始了第二个文档（---）"),
        ("Only one case fits in a file; the rest would be ignored.", "一个文件只能有一个案例，其余会被忽略。"),
        ("put it in a file of its own", "请另存为一个文件"),
    ),
    "yaml_anchor": sentence(
        ("anchors, aliases and merge keys are not used here: {found}", "此处不使用锚点、别名与合并键：{found}"),
        _SAFE,
        ("write the value out where it is needed", "请在需要处直接写出"),
    ),
    "yaml_tag": sentence(
        ("tags are not used here: {found}", "此处不使用标签：{found}"),
        _SAFE,
        ("remove the tag; quote the value if it is text", "请删去标签；若为文字请加引号"),
    ),
    "yaml_control": sentence(
        ("the text holds a control character: {found}", "文字中含有控制字符：{found}"),
        ("It could change what a terminal shows.", "它可能改变终端显示的内容。"),
        ("remove it", "请删去"),
    ),
    "yaml_deep": sentence(
        ("nested deeper than {limit} levels", "嵌套超过 {limit} 层"),
        _NOT_READ,
        ("flatten it", "请减少嵌套"),
    ),
    "yaml_key": sentence(
        ("a key must be a plain word", "键必须是普通词"),
        _NOT_READ,
        ("check brackets and question marks on this line", "请检查此行的括号与问号"),
    ),
    "yaml_duplicate": sentence(
        ("{key} stands here a second time; first on line {first}", "{key} 重复出现，首次在第 {first} 行"),
        ("One of the two would be lost without a word.", "其中一个会无声丢失。"),
        ("remove or rename one", "请删除或改名其一"),
    ),
    "yaml_number": sentence(
        ("{found} is no finite number of up to 30 digits", "{found} 不是 30 位以内的有限数"),
        ("Nothing could be computed with it.", "无法参与计算。"),
        (
            "give a number; leave the option out of `values` if it is not known",
            "请给出数值；若未知，请不要在 `values` 中列出该方案",
        ),
    ),
    "field_missing": sentence(
        ("{field} is missing (in: {inside})", "缺少 {field}（位置：{inside}）"),
        ("The case can't be understood without it.", "缺少它无法理解该案例。"),
        ("add it", "请补上"),
    ),
    "field_wrong": sentence(
        ("{field} is {found}, but must be {expected}", "{field} 为 {found}，应为{expected}"),
        ("What is meant can't be told.", "无法判断其含义。"),
        ("give {expected}", "请给出{expected}"),
    ),
}
