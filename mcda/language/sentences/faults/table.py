"""Tables of figures, and methods that can't take them."""

from mcda.language.sentences.faults._sentence import sentence

_SILENT = ("Other tools return a number here; it would mean nothing.", "其他工具会给出一个没有意义的数。")

FAULTS = {
    "table_empty": sentence(
        ("there are no alternatives, or no criteria", "没有方案或没有准则"),
        ("There is nothing to rank.", "没有可排序的内容。"),
        ("give at least one of each", "请至少各给一个"),
    ),
    "table_all_apart": sentence(
        ("every option is set apart or left out", "全部方案都被单列或剔除"),
        ("There is nothing left to rank.", "没有可排序的方案。"),
        ("look at the requirements, or at missing figures", "请检查红线条件与缺失数据"),
    ),
    "table_infinite": sentence(
        ("{criterion} has a figure that is not finite", "{criterion} 中有非有限数"),
        _SILENT,
        ("correct the figure", "请改正数据"),
    ),
    "table_negative": sentence(
        (
            "{criterion} has negative figures, which {method} can't take with this scaling",
            "{criterion} 有负值，{method}在此归一化下无法处理",
        ),
        _SILENT,
        ("take the scaling `vector` or `minmax`, or another method", "请改用 `vector` 或 `minmax` 归一化，或换方法"),
    ),
    "table_negative_here": sentence(
        ("{criterion} has negative figures, which {method} can't take", "{criterion} 有负值，{method}无法处理"),
        _SILENT,
        ("take another method, such as topsis or weighted_sum", "请换用其他方法，如 topsis 或 weighted_sum"),
    ),
    "drawn_negative": sentence(
        ("draws of {criteria} fall below 0, which {method} can't take", "{criteria}的抽样值低于 0，{method}无法处理"),
        _SILENT,
        (
            "narrow the ranges, or take another method, such as topsis or weighted_sum",
            "请收窄区间，或换用其他方法，如 topsis 或 weighted_sum",
        ),
    ),
    "borrowed_refused": sentence(
        ("{method} gives no finite score for these figures", "{method}对这些数据得不到有限的得分"),
        _SILENT,
        (
            "look for zeros and for criteria on which all options are equal, or take topsis or weighted_sum",
            "请检查零值与各方案相同的准则，或改用 topsis、weighted_sum",
        ),
    ),
    "scale_weak": sentence(
        (
            "{criterion} has no true zero, which {method} needs with this scaling",
            "{criterion} 没有绝对零点，而{method}在此归一化下需要",
        ),
        ("Ratios of such figures mean nothing: 20 °C is not twice 10 °C.", "此类数据的比值没有意义。"),
        ("take the scaling `minmax`, or another method", "请改用 `minmax` 归一化，或换方法"),
    ),
    "direction_missing": sentence(
        ("{name} has no direction, max or min", "{name} 没有方向（max 或 min）"),
        ("More and less could each be meant as better.", "不知越大越好还是越小越好。"),
        ("add it to `directions`", "请在 `directions` 中补上"),
    ),
    "cell_number": sentence(
        ("{row} has {found} under {column}, which is no finite number", "{row} 的 {column} 为 {found}，不是有限数"),
        ("A missing figure is never taken as 0.", "缺失的数据不会当作 0。"),
        ("give a number, or leave the row out", "请给出数值，或去掉该行"),
    ),
    "weight_number": sentence(
        ("the weight of {name} is {found}, which is no finite number", "{name} 的权重为 {found}，不是有限数"),
        _SILENT,
        ("give a number of at least 0", "请给出不小于 0 的数"),
    ),
    "count_differs": sentence(
        ("{given} {what} are given for {count} of them in the table", "给出了 {given} 个 {what}，而表中有 {count} 个"),
        ("In a list the place alone says what belongs to what.", "列表只凭位置对应，数目不同便无从对应。"),
        ("give one for each, or a mapping by name", "请逐个给出，或按名称给出映射"),
    ),
    "matrix_shape": sentence(
        ("this is no table of rows and columns", "这不是由行和列组成的表"),
        ("Options are rows and criteria columns.", "方案为行，准则为列。"),
        ("give a DataFrame, or a list of rows of equal length", "请给出 DataFrame，或等长各行组成的列表"),
    ),
}
