"""What is said of a large table and its best options."""

from mcda.language.text import Text

SENTENCES = {
    "help.rank-table": Text(
        "Rank the options of a Parquet FILE of any length by the criteria, weights and method of a case.\n\nA column per criterion, named by its id and in its unit.",
        "按案例的准则、权重与方法，为任意长度的 Parquet 文件 FILE 中的方案排序。\n\n每个准则一列，列名为准则 id，单位与案例相同。",
    ),
    "help.plan": Text(
        "The case whose plan ranks the table; its own options are left aside.",
        "提供排序方案的案例；其中的方案不参与排序。",
    ),
    "help.top": Text(
        "Keep only the best N; without it, all are ranked, in 35 bytes of memory each.",
        "只保留最好的 N 个；默认全部排序，每个占内存 35 字节。",
    ),
    "help.id": Text(
        "The column that names the options; default: one called id, else their row, from 0.",
        "方案名称所在的列；默认为名为 id 的列，没有则为行号（从 0 起）。",
    ),
    "help.table_output": Text(
        "Write names, ranks and scores to a Parquet file, best first.",
        "将名称、名次与得分写入 Parquet 文件，最优者在前。",
    ),
    "help.cluster": Text(
        "Compute on the Dask cluster at that address (extra: scale).",
        "在该地址的 Dask 集群上计算（需附加组件 scale）。",
    ),
    "screen.large_count": Text(
        "{count} options of {file} ranked; the first {shown}:", "{file} 的 {count} 个方案参与排序；前 {shown} 个："
    ),
    "screen.smallest": Text("smallest", "最小"),
    "screen.largest": Text("largest", "最大"),
    "finding.large_requirements": Text(
        "the red lines of the case are not drawn on the table: {names}", "案例的红线条件未用于该表：{names}"
    ),
    "finding.large_named": Text("options are named by the column {column}", "方案名称取自 {column} 列"),
    "kind.column_of_file": Text("column", "列"),
    "reason.parquet": Text("it is no Parquet file, or damaged", "不是 Parquet 文件或已损坏"),
}
