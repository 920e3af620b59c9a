"""Help of commands and options."""

from mcda.language.text import Text

SENTENCES = {
    "help.mcda": Text(
        "Rank pathways of the green transition on sourced figures, and see what the ranking rests on.\n\n"
        "Start with: mcda rank hebei-steel",
        "依据有来源的数据为绿色转型路径排序，并说明排序的依据。\n\n从这里开始：mcda rank hebei-steel",
    ),
    "help.rank": Text(
        "Rank the options of CASE: the answer first, then what it rests on.\n\nCASE is a shipped case (mcda cases) or a file.",
        "为 CASE 的方案排序：先给出结论，再说明依据。\n\nCASE 为自带案例（mcda cases）或文件路径。",
    ),
    "help.explain": Text("Every step of a ranking, with its formula and its numbers.", "逐步列出排序的公式与数值。"),
    "help.check": Text(
        "All faults of a case file, or of every one in a folder: line, what, why, remedy.",
        "检查案例文件或文件夹中的全部案例：所在行、问题、原因与改法。",
    ),
    "help.show": Text(
        "What CASE asks, of which options, on which figures, and what of the paper stays untouched.",
        "CASE 的问题、方案、数据与来源，以及未触及论文的哪些方面。",
    ),
    "help.cases": Text("The cases that are shipped.", "自带案例。"),
    "help.criteria": Text(
        "The catalogue of criteria; with NAME, one criterion whole.", "准则目录；给出 NAME 则显示该准则全文。"
    ),
    "help.methods": Text("Ranking methods, and where weights come from.", "排序方法与赋权方法。"),
    "help.new": Text("Write a commented starter of a case file, NAME.yaml.", "生成带注释的案例文件范例 NAME.yaml。"),
    "help.schema": Text("The JSON Schema of case files, for editors.", "案例文件的 JSON Schema，供编辑器使用。"),
    "help.usage": Text("Usage:", "用法："),
    "help.options": Text("Options:", "选项："),
    "help.commands": Text("Commands:", "命令："),
    "help.options_metavar": Text("[OPTIONS]", "[选项]"),
    "help.command_metavar": Text("COMMAND …", "命令 …"),
    "help.shown": Text("`{command} --help` shows how.", "用法见 `{command} --help`。"),
    "needs.whole": Text("a whole number of at least {least}", "不小于 {least} 的整数"),
    "needs.number": Text("a number of at least {least}", "不小于 {least} 的数"),
    "help.help": Text("Show this page.", "显示本页。"),
    "help.lang": Text("English or Chinese; default: the environment's (LANG).", "英文或中文；默认取环境变量 LANG。"),
    "help.version": Text("Show the version.", "显示版本。"),
    "help.criteria_dir": Text(
        "A folder of your own criteria, before the shipped ones.", "自有准则文件夹，优先于自带准则。"
    ),
    "help.method": Text("Another ranking method (mcda methods).", "换用其他排序方法（mcda methods）。"),
    "help.option": Text("An option of the method, such as scaling=minmax.", "方法的选项，如 scaling=minmax。"),
    "help.weights": Text("Another source of weights, such as equal.", "换用其他赋权方法，如 equal。"),
    "help.scenario": Text("Another scenario of the case.", "换用案例的其他情景。"),
    "help.all_scenarios": Text("Every scenario side by side, in one frame.", "各情景并列，采用同一尺度。"),
    "help.second_opinion": Text(
        "Ask an independent library whether it orders alike.", "由独立程序库核对排序是否一致。"
    ),
    "help.robustness": Text(
        "How often each option takes each place if weights, figures or levels are not known.\n\nCtrl-C keeps what was drawn so far, and says so.",
        "权重、数据或等级取值未知时，各方案取得各名次的频率。\n\n按 Ctrl-C 保留已完成的抽样并予以注明。",
    ),
    "help.over": Text(
        "What to draw: weights, figures, both or levels.", "抽样对象：weights、figures、both 或 levels。"
    ),
    "help.draws": Text(
        "How many draws; default: 100,000 (sensitivity: 50,000).", "抽样次数；默认 100,000（sensitivity 为 50,000）。"
    ),
    "help.seed": Text(
        "Seed of the draws, default 1; the same seed gives the same counts.", "随机种子，默认 1；种子相同则结果相同。"
    ),
    "help.workers": Text("Processes that share the draws; default: 1.", "并行进程数；默认 1。"),
    "help.format": Text("How to print it; default: table.", "输出形式；默认 table。"),
    "help.output": Text("Write to a file instead of the screen.", "写入文件而不显示。"),
    "help.figures": Text(
        "Also every figure with its range, standing and source.", "同时列出每个数据的区间、性质与来源。"
    ),
    "help.first": Text(
        "How many of the first options must touch what the paper names.", "考察前几个方案对论文内容的覆盖。"
    ),
}
