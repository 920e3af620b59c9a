"""Slips on the command line."""

from mcda.language.sentences.faults._sentence import sentence

_NOTHING = ("Nothing was done.", "未执行任何操作。")

FAULTS = {
    "argument_missing": sentence(
        ("{command} needs {name}", "{command} 缺少 {name}"), _NOTHING, ("add {name}", "请补上 {name}")
    ),
    "argument_extra": sentence(
        ("{command} has no use for {found}", "{command} 不接受 {found}"), _NOTHING, ("leave it out", "请去掉")
    ),
    "argument_choice": sentence(
        ("{name} can't be {found}", "{name} 不能取 {found}"), _NOTHING, ("take one of: {known}", "可用：{known}")
    ),
    "argument_number": sentence(
        ("{name} can't be {found}", "{name} 不能取 {found}"), _NOTHING, ("give {needs}", "请给出{needs}")
    ),
    "argument_value": sentence(
        ("nothing stands behind {name}", "{name} 之后缺少取值"), _NOTHING, ("give its value", "请给出取值")
    ),
    "argument_grammar": sentence(
        ("{name} can't be {found}", "{name} 不能取 {found}"),
        _NOTHING,
        ("write {form}, such as {example}", "请写成 {form}，如 {example}"),
    ),
    "argument_alone": sentence(
        ("{name} goes with none of {others}", "{name} 不能与 {others} 同用"), _NOTHING, ("leave one out", "请去掉其一")
    ),
    "output_workbook": sentence(
        ("a result can't be written as {file}", "结果无法写成 {file}"),
        ("A file called so would be no workbook, whatever stood in it.", "以此为名的文件并不是工作簿。"),
        (
            "call it .csv, .json or .md; `mcda export` and `mcda rank --into` write workbooks",
            "请用 .csv、.json 或 .md 结尾；工作簿请用 `mcda export` 或 `mcda rank --into`",
        ),
    ),
    "command_line": sentence(
        ("the command line can't be read: {reason}", "无法理解该命令行：{reason}"),
        _NOTHING,
        ("mend it", "请改正"),
    ),
    "output_lost": sentence(
        ("the output could not be written: {reason}", "输出未能写入：{reason}"),
        ("What was printed is not complete.", "已输出的内容不完整。"),
        ("make room, or write elsewhere", "请腾出空间或写到别处"),
    ),
}
