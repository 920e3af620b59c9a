"""Slips on the command line."""

from mcda.language.sentences.faults._sentence import sentence

_NOTHING = ("Nothing was done.", "未执行任何操作。")

FAULTS = {
    "argument_missing": sentence(
        ("{command} needs {name}", "{command} 缺少 {name}"),
        _NOTHING,
        ("`{command} --help` shows how", "用法见 `{command} --help`"),
    ),
    "argument_choice": sentence(
        ("{name} has a value that it can't take", "{name} 的取值无效"),
        _NOTHING,
        ("take one of: {known}", "可用：{known}"),
    ),
    "argument_bad": sentence(
        ("{name} has a value that it can't take: {reason}", "{name} 的取值无效：{reason}"),
        _NOTHING,
        ("give another value", "请换用其他取值"),
    ),
    "output_lost": sentence(
        ("the output could not be written: {reason}", "输出未能写入：{reason}"),
        ("What was printed is not complete.", "已输出的内容不完整。"),
        ("make room, or write elsewhere", "请腾出空间或写到别处"),
    ),
    "command_line": sentence(
        ("the command line can't be read: {reason}", "无法理解该命令行：{reason}"),
        _NOTHING,
        ("`{command} --help` shows how", "用法见 `{command} --help`"),
    ),
}
