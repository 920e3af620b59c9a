"""Ballots, and lists of people."""

from mcda.language.sentences.faults._sentence import sentence

_NO_WEIGHTS = ("Weights don't follow from half an answer.", "不完整的回答得不出权重。")
_ASK_AGAIN = (
    "ask {who} to mend it, or leave the ballot out with --leave-out",
    "请 {who} 改正，或用 --leave-out 略去该问卷",
)
_NOT_TRUSTED = ("What it says may not be what was answered.", "其内容可能并非原本的回答。")

FAULTS = {
    "ballot_form": sentence(
        (
            "the weighting {weighting} asks for {form}, which a ballot can't ask",
            "赋权方法 {weighting} 需要 {form}，问卷无法询问",
        ),
        (
            "A sheet has cells: it can't hold a table full of cards, nor check statements.",
            "工作表只有单元格，无法摆放卡片或检查条件式。",
        ),
        ("take a weighting that asks for {known}, with --weights", "请用 --weights 选择需要 {known} 的赋权方法"),
    ),
    "ballot_flat": sentence(
        ("all options are the same on {criterion}, which has no range", "各方案在“{criterion}”上相同，且未设区间"),
        (
            "A question about importance names both ends; here there is only one.",
            "询问重要性须写明两端，此处只有一端。",
        ),
        ("give the criterion a `range:` in the case", "请在案例中为该准则设置 `range:`"),
    ),
    "ballots_there": sentence(
        ("{folder} holds workbooks already", "{folder} 中已有工作簿"),
        ("Two ballots for one person would be told apart by nobody.", "同一人的两份问卷将无法区分。"),
        ("name a new folder, or move those away", "请指定新文件夹，或先移走原有文件"),
    ),
    "ballots_none": sentence(
        ("there are no workbooks there", "其中没有工作簿"),
        ("Nothing was collected.", "未汇总任何内容。"),
        ("name the ballots, or the folder in which they are", "请指定问卷文件或其所在文件夹"),
    ),
    "ballot_strange": sentence(
        ("this file is no ballot", "该文件不是问卷"),
        ("It doesn't say whose answers it holds, nor where they stand.", "其中未记载回答者与答案位置。"),
        (
            "send in the ballot itself, saved as .xlsx or .ods; or take the file out of the folder",
            "请使用问卷原文件（保存为 .xlsx 或 .ods），或将该文件移出文件夹",
        ),
    ),
    "ballot_version": sentence(
        ("the ballot says {found}, and this version reads {known}", "问卷标记为“{found}”，本版本可读“{known}”"),
        ("Its answers may stand elsewhere.", "答案位置可能不同。"),
        ("collect it with the version that wrote it", "请用生成该问卷的版本汇总"),
    ),
    "ballot_broken": sentence(
        ("what the ballot says of itself can't be read", "问卷的内部记录无法读取"),
        _NOT_TRUSTED,
        ("ask for the file as it was sent out, and copy the answers into it", "请索取原始文件，并将答案填入其中"),
    ),
    "ballot_sheet": sentence(
        ("the sheet {sheet} of the ballot is missing", "问卷缺少工作表“{sheet}”"),
        ("The answers stood there.", "答案原在该表。"),
        ("give the sheet its name back", "请恢复该工作表的名称"),
    ),
    "ballot_moved": sentence(
        ("question {question} of {who} doesn't stand here any more", "{who} 的第 {question} 题已不在此处"),
        (
            "Rows were moved or sorted; answers would be taken for those to other questions.",
            "行被移动或重新排序，答案会对应到其他题目。",
        ),
        ("put the rows back in the order of their numbers, or ask again", "请按题号恢复行序，或重新询问"),
    ),
    "ballot_other": sentence(
        (
            "the ballot of {who} belongs to another question than {case} asks now",
            "{who} 的问卷与 {case} 现在的问题不符",
        ),
        (
            "Question, criteria, ends of a range or tree differ: the answers were given to something else.",
            "问题、准则、区间两端或层级不同，回答针对的是另一内容。",
        ),
        (
            "collect it with the case for which it was written, or send out new ballots",
            "请与生成该问卷时的案例一起汇总，或重新发放问卷",
        ),
    ),
    "ballot_weights": sentence(
        (
            "the ballot of {who} asked for {weights}; the others asked for {others}",
            "{who} 的问卷按 {weights} 询问，其他问卷按 {others}",
        ),
        ("Answers to different questions can't be joined.", "不同问题的回答不能合并。"),
        ("collect them apart", "请分开汇总"),
    ),
    "ballot_twice": sentence(
        (
            "the ballot {ballot} of {who} is here twice, also as {other}",
            "{who} 的问卷 {ballot} 出现两次，另一份为 {other}",
        ),
        ("One person would count twice.", "同一人会被计入两次。"),
        ("keep the one that {who} meant", "请只保留 {who} 认可的一份"),
    ),
    "ballot_person": sentence(
        ("{who} has two ballots, also {other}", "{who} 有两份问卷，另一份为 {other}"),
        ("One person would count twice.", "同一人会被计入两次。"),
        (
            "keep one; people of the same name need names that differ, when ballots are written",
            "请保留一份；同名者在生成问卷时应使用不同名称",
        ),
    ),
    "ballot_empty": sentence(("{who} has answered nothing", "{who} 未作任何回答"), _NO_WEIGHTS, _ASK_AGAIN),
    "answer_missing": sentence(("{who} has not answered this", "{who} 未回答此处"), _NO_WEIGHTS, _ASK_AGAIN),
    "answer_number": sentence(
        ("{who} wrote {found}, which is no number that will do", "{who} 填写的“{found}”不是可用的数值"),
        ("What was meant can't be told.", "无法判断其含义。"),
        _ASK_AGAIN,
    ),
    "answer_ratio": sentence(
        ("{who} wrote {found}, which is no number from 1/9 to 9", "{who} 填写的“{found}”不是 1/9 至 9 的数"),
        (
            "What was meant can't be told; a date was perhaps a fraction such as 1/3.",
            "无法判断其含义；若为日期，可能原为 1/3 之类的分数。",
        ),
        (
            "ask {who} to choose from the list of the cell, or leave the ballot out with --leave-out",
            "请 {who} 从该单元格的列表中选择，或用 --leave-out 略去该问卷",
        ),
    ),
    "answer_scale": sentence(
        (
            "{who} wrote {found}, which is outside the scale from {low} to {high}",
            "{who} 填写的 {found} 超出 {low} 至 {high} 的标度",
        ),
        ("Others answered on that scale.", "其他人按该标度作答。"),
        _ASK_AGAIN,
    ),
    "answer_small": sentence(
        ("{who} wrote {found}, which is below {low}", "{who} 填写的 {found} 小于 {low}"),
        ("A weight can't be negative.", "权重不能为负。"),
        _ASK_AGAIN,
    ),
    "answer_choice": sentence(
        ("{who} wrote {found}, which can't be chosen here: {known}", "{who} 填写的“{found}”不在可选项中：{known}"),
        ("What was meant can't be told.", "无法判断其含义。"),
        _ASK_AGAIN,
    ),
    "answer_same": sentence(
        ("{who} chose the same as most and as least important: {found}", "{who} 所选的最重要与最不重要相同：{found}"),
        ("Nothing can be both.", "同一项不能二者兼是。"),
        _ASK_AGAIN,
    ),
    "people_text": sentence(
        ("the list of people is no text file", "名单不是文本文件"),
        ("Names are read from lines.", "姓名按行读取。"),
        (
            "save it as text or CSV: a name a line, the group in a second column",
            "请另存为文本或 CSV：每行一人，第二列为相关方",
        ),
    ),
    "people_none": sentence(
        ("the list names nobody", "名单中没有姓名"),
        ("There is nobody to ask.", "没有可询问的人。"),
        ("write a name on each line", "请每行写一个姓名"),
    ),
    "people_count": sentence(
        ("{found} ballots can't be written; from 1 to {most} can", "不能生成 {found} 份问卷，可为 1 至 {most} 份"),
        ("Nothing was written.", "未写入任何内容。"),
        ("ask a part of the people on sheets", "请只对部分人使用问卷"),
    ),
    "person_unnamed": sentence(
        ("this line has a group and no name", "此行有相关方而无姓名"),
        ("Nobody would know whose answers they are.", "无法知道是谁的回答。"),
        ("write the name in the first column", "请在第一列写姓名"),
    ),
    "person_long": sentence(
        ("this name has {count} letters; up to {most} will do", "此姓名有 {count} 个字符，最多 {most} 个"),
        ("A list of names has short lines.", "名单每行应较短。"),
        ("look whether the file is the list of people", "请核对该文件是否为名单"),
    ),
    "person_twice": sentence(
        ("{who} stands on line {first} already", "{who} 已出现在第 {first} 行"),
        ("Two people of one name can't be told apart later.", "同名者之后无法区分。"),
        ("strike one out, or add what tells them apart", "请删去其一，或加以区分"),
    ),
}
