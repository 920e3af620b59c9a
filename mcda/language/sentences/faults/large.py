"""Large tables, and the clusters that rank them."""

from mcda.language.sentences.faults._sentence import sentence

_NOT_RANKED = ("Nothing was ranked.", "未进行排序。")
_SHIFT = (
    "Left out or taken as 0, it would shift what all others are measured against.",
    "若忽略或当作 0，其余方案的衡量尺度都会随之改变。",
)

FAULTS = {
    "table_unreadable": sentence(
        ("{file} can't be read: {reason}", "无法读取 {file}：{reason}"),
        _NOT_RANKED,
        ("name a Parquet file (pandas: DataFrame.to_parquet)", "请指定 Parquet 文件（pandas：DataFrame.to_parquet）"),
    ),
    "column_numbers": sentence(
        ("column {column} holds no numbers but {found}", "{column} 列不是数值，而是 {found}"),
        _NOT_RANKED,
        ("store it as numbers, in the unit of the criterion", "请按准则的单位存为数值"),
    ),
    "large_missing": sentence(
        (
            "rows without a finite figure for {criterion}: {count}, the first in row {row} (counted from 0)",
            "{criterion} 缺少有限数值的行数：{count}，首个为第 {row} 行（从 0 起）",
        ),
        _SHIFT,
        ("give the figures, or leave these rows out of the file", "请补全数据，或从文件中去掉这些行"),
    ),
    "large_outside": sentence(
        (
            "rows outside the declared range of {criterion}, {low} to {high}: {count}, the first in row {row} (counted from 0)",
            "{criterion} 超出声明区间 {low} 至 {high} 的行数：{count}，首个为第 {row} 行（从 0 起）",
        ),
        (
            "Weights were given for that range; beyond it they mean something else.",
            "权重是针对该区间给出的，超出后含义不同。",
        ),
        ("widen the range in the case, or correct the figures", "请在案例中放宽区间，或改正数据"),
    ),
    "large_level": sentence(
        (
            "rows without a level of {criterion}, {low} to {high}: {count}, the first in row {row} (counted from 0)",
            "{criterion} 不是量表等级（{low} 至 {high}）的行数：{count}，首个为第 {row} 行（从 0 起）",
        ),
        ("Only levels have a meaning that can be looked up.", "只有等级本身才有可查的含义。"),
        ("give whole levels of the scale", "请给出量表中的整数等级"),
    ),
    "large_shape": sentence(
        ("the table is {found}, but there are {wanted} criteria", "表的大小为 {found}，而准则有 {wanted} 个"),
        ("Each criterion needs a column, and something to rank a row.", "每个准则需要一列，且至少要有一行。"),
        ("give a table with a column per criterion", "请给出每个准则一列的表"),
    ),
    "stability_many": sentence(
        (
            "stability is found for up to {most} options; there are {count}",
            "稳定区间最多计算 {most} 个方案，现有 {count} 个",
        ),
        (
            "Among so many some place changes at every step of a weight, which says nothing.",
            "方案如此之多时，权重每变一步都有名次变化，结果没有意义。",
        ),
        (
            "keep the best ones in a case of their own (`mcda rank` tells which), or ask `mcda robustness`",
            "请将名次靠前的方案（见 `mcda rank`）另存为一个案例，或改用 `mcda robustness`",
        ),
    ),
    "large_together": sentence(
        (
            "{method} scores each option against all others, so {count} options can't be taken part by part",
            "{method}的得分取决于其他全部方案，{count} 个方案无法分块计算",
        ),
        ("Every score would hang on which options share its part.", "得分会随分块而变。"),
        (
            "take a method whose scores stand alone, such as topsis, weighted_sum or mavt, or rank at most {most} options",
            "请改用得分相互独立的方法，如 topsis、weighted_sum 或 mavt，或不超过 {most} 个方案",
        ),
    ),
    "scale_missing": sentence(
        ("the package {package} is not installed", "未安装 {package}"),
        (
            "Tables beyond memory and clusters need it; nothing else does.",
            "仅处理超大表格与使用集群时需要。",
        ),
        (
            "install the toolkit's extra `scale`, from a checkout: python3 -m pip install '.[scale]'",
            "请安装附加组件 `scale`，在源码目录中：python3 -m pip install '.[scale]'",
        ),
    ),
    "cluster_unreachable": sentence(
        ("there is no Dask cluster at {address}", "{address} 没有 Dask 集群"),
        ("Nothing was computed ({reason}).", "未进行计算（{reason}）。"),
        (
            "give the address that `dask scheduler` prints, such as tcp://127.0.0.1:8786",
            "请给出 `dask scheduler` 显示的地址，如 tcp://127.0.0.1:8786",
        ),
    ),
    "cluster_empty": sentence(
        ("the cluster at {address} has no workers", "{address} 的集群没有工作节点"),
        ("Nothing would ever be computed.", "无法进行计算。"),
        ("start some: dask worker {address}", "请先启动：dask worker {address}"),
    ),
    "cluster_without": sentence(
        ("workers of the cluster at {address} lack {package}", "{address} 的工作节点缺少 {package}"),
        ("They compute with the toolkit's own definitions.", "节点需使用本工具的定义进行计算。"),
        ("install the same toolkit there", "请在各节点安装同一版本的本工具"),
    ),
    "cluster_lost": sentence(
        ("the cluster at {address} was lost: {reason}", "{address} 的集群已断开：{reason}"),
        (
            "A worker that dies is replaced by others, but here none was left.",
            "单个节点失效可由其他节点接替，但此处已无可用节点。",
        ),
        ("look at its scheduler and the memory of its workers, then start again", "请检查调度器与节点内存后重试"),
    ),
}
