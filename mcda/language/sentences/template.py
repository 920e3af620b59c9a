"""The empty workbook for a new case."""

from mcda.language.text import Text

SENTENCES = {
    "help.template": Text(
        "An empty workbook to fill for a new case: options down, criteria across.\n\nFilled, it becomes a case with mcda import.",
        "生成新案例的空白工作簿：方案按行，准则按列。\n\n填好后用 mcda import 转为案例。",
    ),
    "screen.template_written": Text(
        "{file} is written. Fill it in, then: mcda import {file} -o my-case.yaml",
        "已写入 {file}。填好后运行：mcda import {file} -o my-case.yaml",
    ),
    "template.sheet": Text("How to fill it", "填写说明"),
    "template.title": Text("A table of options and criteria", "方案与准则数据表"),
    "template.fill": Text(
        "Fill the coloured cells of the sheet {sheet}: an option a line, a criterion a column. Columns and lines that are not needed stay empty.",
        "请填写工作表“{sheet}”中的着色单元格：每行一个方案，每列一个准则，多余的行列留空。",
    ),
    "template.head.where": Text("where", "位置"),
    "template.head.what": Text("what belongs there", "填写内容"),
    "template.head.example": Text("for example", "示例"),
    "template.head.directions": Text("directions", "方向可选"),
    "template.corner": Text("option ↓   criterion →", "方案 ↓   准则 →"),
    "template.options": Text("option", "方案"),
    "template.criteria": Text("criterion", "准则"),
    "template.figures": Text("figures", "数据"),
    "template.row.direction": Text("direction", "方向"),
    "template.row.unit": Text("unit", "单位"),
    "template.row.weight": Text("weight", "权重"),
    "template.more": Text("more is better", "越大越好"),
    "template.less": Text("less is better", "越小越好"),
    "template.about.options": Text("What can be chosen, each by a name of its own.", "可供选择的方案，名称互不相同。"),
    "template.about.criteria": Text("What matters, each by a name of its own.", "所考虑的准则，名称互不相同。"),
    "template.about.direction": Text(
        "Which way is better: choose from the list of the cell.", "何者为优：从单元格的下拉列表中选择。"
    ),
    "template.about.unit": Text(
        "What the figures are measured in; money with its year. Empty for a count or a score.",
        "数据的计量单位，货币注明年份；计数或评分可留空。",
    ),
    "template.about.weight": Text(
        "How much each criterion counts. Any numbers will do: they are divided by their sum. If all count alike, leave the row empty.",
        "各准则的权重，任意数值均可，按总和归一；同等重要时整行留空。",
    ),
    "template.about.figures": Text(
        "A plain number for each option and criterion; a range from low to high where it is uncertain. Leave a cell empty where nothing is known: it is never taken for 0.",
        "每个方案在每个准则上的数值；不确定时填写区间。未知处留空，不会按 0 处理。",
    ),
    "template.example.options": Text("Electric furnace", "电炉短流程"),
    "template.example.criteria": Text("Cost", "成本"),
    "template.example.direction": Text("less is better", "越小越好"),
    "template.example.unit": Text("CNY@2024/t", "CNY@2024/t"),
    "template.example.weight": Text("a number such as 30", "数值，如 30"),
    "template.example.figures": Text("a number such as 3200, or 3000–3500", "数值，如 3200，或 3000–3500"),
    "template.then": Text(
        "When it is filled: mcda import FILE.xlsx -o my-case.yaml, then mcda rank my-case.yaml",
        "填好后运行：mcda import 文件.xlsx -o my-case.yaml，再运行 mcda rank my-case.yaml",
    ),
    "template.criterion": Text("A criterion, such as Cost", "准则名称，如：成本"),
    "template.option": Text("An option, such as Electric furnace", "方案名称，如：电炉短流程"),
    "template.direction": Text("Choose which way is better", "请选择何者为优"),
    "template.unit": Text("The unit, such as CNY@2024/t", "计量单位，如：CNY@2024/t"),
    "template.weight": Text("A number; all are divided by their sum", "数值，按总和归一"),
    "template.figure": Text(
        "A number, or a range such as 3000–3500; empty if not known", "数值，或区间如 3000–3500；未知留空"
    ),
}
