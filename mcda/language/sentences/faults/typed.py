"""What was typed into a workbook of ours, and can't be taken: for people who never see the case file."""

from mcda.language.sentences.faults._sentence import sentence

_MISSING = ("A missing figure is never taken as 0.", "缺失的数据不会当作 0。")
_DRAWN = ("Draws from the range would make no sense.", "无法在该区间内抽样。")

FAULTS = {
    "typed_moved": sentence(
        (
            "this cell said “{before}” and now says “{after}”: rows, columns or names of the sheet {sheet} were changed",
            "此单元格原为“{before}”，现为“{after}”：工作表 {sheet} 的行、列或名称有变动",
        ),
        (
            "Figures typed beside it could be another's, so nothing was read.",
            "其旁填写的数据可能属于他项，因此未读取任何内容。",
        ),
        (
            "undo that change on the sheet; or export the case again, and type only into the coloured cells",
            "请撤销该表上的变动；或重新导出案例，仅在着色单元格中填写",
        ),
    ),
    "typed_missing": sentence(
        ("{alternative} has no figure for {criterion}", "{alternative} 缺少 {criterion} 的数据"),
        _MISSING,
        ("type a number into this cell", "请在此单元格填写数值"),
    ),
    "typed_none": sentence(
        ("no option has a figure for {name} any more", "{name} 已没有任何方案的数据"),
        ("There is nothing to compare the options by.", "各方案无从比较。"),
        ("type numbers into the coloured cells of {name}", "请在 {name} 的着色单元格中填写数值"),
    ),
    "typed_empty": sentence(
        ("there is no number in this cell", "此单元格没有数值"),
        ("It is calculated with, and never taken as 0.", "它参与计算，且不会当作 0。"),
        ("type a number into it", "请填写数值"),
    ),
    "typed_number": sentence(
        (
            "“{mode}” is empty, though “{low}” or “{high}” beside it is not",
            "“{mode}”为空，而其旁的“{low}”或“{high}”已填写",
        ),
        _MISSING,
        (
            "type a number into this cell; or clear “{low}” and “{high}” too, if there is no figure",
            "请在此单元格填写数值；若无数据，请一并清空“{low}”与“{high}”",
        ),
    ),
    "typed_order": sentence(
        (
            "“{low}”, “{mode}” and “{high}” of this row are out of order: {found}",
            "此行的“{low}”“{mode}”“{high}”顺序不对：{found}",
        ),
        _DRAWN,
        (
            "type the smallest number under “{low}”, the largest under “{high}”",
            "请把最小值填在“{low}”，最大值填在“{high}”",
        ),
    ),
    "typed_range": sentence(
        ("the figure lies outside the range that is known for it: {found}", "数值超出其已知区间：{found}"),
        _DRAWN,
        ("type a number within that range", "请填写该区间内的数值"),
    ),
    "typed_outside": sentence(
        (
            "{criterion} of {alternative} is {found} in the scenario {scenario}, outside its range {low} to {high}",
            "在情景“{scenario}”中，{alternative} 的 {criterion} 为 {found}，超出区间 {low} 至 {high}",
        ),
        ("The weights were asked for that range.", "权重是就该区间询问的。"),
        (
            "type a number from {low} to {high}; a wider range calls for new weights, and is set in the case file",
            "请填写 {low} 至 {high} 之间的数值；扩大区间须重新询问权重，并在案例文件中设定",
        ),
    ),
    "typed_level": sentence(
        (
            "{found} is no level of {criterion}: they are the whole numbers from {low} to {high}",
            "{found} 不是 {criterion} 的等级：等级为 {low} 至 {high} 的整数",
        ),
        ("Such a figure means what is said of its level.", "等级数据以等级描述为准。"),
        ("type a whole number from {low} to {high}", "请填写 {low} 至 {high} 的整数"),
    ),
    "typed_pair": sentence(
        ("{found} is outside the scale from 1/9 to 9", "{found} 超出 1/9 至 9 的标度"),
        ("The cell says how many times as important the row is as the column.", "该单元格表示行相对于列的重要倍数。"),
        (
            "type 1 to 9; or 1/2 to 1/9 if the column is more important",
            "请填写 1 至 9；若列更重要，请填写 1/2 至 1/9",
        ),
    ),
    "typed_answer": sentence(
        ("{name} has no number under {branch}", "“{branch}”下的 {name} 没有数值"),
        ("Weights can't be shared out.", "无法分配权重。"),
        ("type a number into this cell; 0 if it should not count", "请在此单元格填写数值；不计则填 0"),
    ),
    "typed_other": sentence(
        ("with what was typed over, {what}", "按所填写的内容，{what}"),
        ("Before that all was well. {why}", "修改之前没有这一问题。{why}"),
        ("correct what was typed: {cells}", "请改正所填写的内容：{cells}"),
    ),
}
