"""Names that nothing bears."""

from mcda.language.sentences.faults._sentence import sentence

_WHY = ("Nothing goes by that name, so nothing can be done with it.", "没有这个名称，无法继续。")

FAULTS = {
    "unknown_name": sentence(
        ("there is no {kind} called {name}", "没有名为 {name} 的{kind}"),
        _WHY,
        ("take one of: {known}", "可用：{known}"),
    ),
    "unknown_name_listed": sentence(
        ("there is no {kind} called {name}", "没有名为 {name} 的{kind}"),
        _WHY,
        ("take one of: {known} (`{command}` lists all)", "可用：{known}（全部见 `{command}`）"),
    ),
    "unknown_name_near": sentence(
        ("there is no {kind} called {name}", "没有名为 {name} 的{kind}"),
        _WHY,
        ("did you mean {known}?", "是否指 {known}？"),
    ),
    "no_options": sentence(
        ("{method} has no options, so no {option} either", "{method}没有选项，也就没有 {option}"),
        ("It is computed in one way.", "它只有一种算法。"),
        ("leave the option out", "请去掉该选项"),
    ),
    "name_clash": sentence(
        ("{name} names two things", "{name} 重名"),
        ("A formula that uses the name could mean either.", "公式中使用该名称时含义不明。"),
        ("rename one of them", "请改其中一个的名称"),
    ),
    "name_twice": sentence(
        ("{name} occurs twice among the labels", "标签 {name} 出现两次"),
        ("Rows and columns are told apart by their names.", "行与列靠名称区分。"),
        ("give each its own name", "请各取不同名称"),
    ),
    "id_file": sentence(
        ("the id is {id}, but the file is {file}", "id 为 {id}，而文件名为 {file}"),
        ("A case or criterion is found by the name of its file.", "案例与准则按文件名查找。"),
        ("make the two alike", "请使二者一致"),
    ),
    "case_name": sentence(
        ("{name} can't be the name of a case", "{name} 不能作为案例名称"),
        ("The name is also the id, and stands in commands and addresses.", "名称也用作编号，会出现在命令与网址中。"),
        ("take lower-case letters, digits, - and _, beginning with a letter", "请用小写字母、数字、- 和 _，以字母开头"),
    ),
}
