"""The words by which tables of decision makers say what is what, in English and Chinese."""

import re

from mcda.spreadsheets.reading.folding import folded


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MORE = _set(
    "max maximise maximize maximum maximal maximization maximisation benefit benefits positive more "
    "higher larger bigger ↑ ▲ ⬆ ↗ 越大越好 越高越好 越多越好 越大越优 越高越优 越多越优 望大 正 正向 高优 "
    "高优指标 正向指标 正指标 效益 效益型 效益型指标 效益类 收益型 极大 极大型 极大型指标 最大 最大化 愈大愈好"
) | {
    "higher is better",
    "more is better",
    "the higher the better",
    "the more the better",
    "larger is better",
    "bigger is better",
}
LESS = _set(
    "min minimise minimize minimum minimal minimization minimisation cost costs negative less lower "
    "smaller ↓ ▼ ⬇ ↘ 越小越好 越低越好 越少越好 越小越优 越低越优 越少越优 望小 负 负向 负向指标 负指标 "
    "低优 低优指标 逆指标 逆向 逆向指标 逆 成本 成本型 成本型指标 成本类 极小 极小型 极小型指标 最小 最小化 愈小愈好"
) | {"lower is better", "less is better", "the lower the better", "the less the better", "smaller is better"}
MIDDLE = _set("target nominal 适度 适度型 中间 中间型 中间型指标 区间 区间型 区间型指标 居中型 固定型")
SIGNS = {"+": "max", "-": "min", "1": "max", "-1": "min", "1.0": "max", "-1.0": "min"}
"""What a row of directions may say with signs; elsewhere these are figures."""

DIRECTION = _set(
    "优劣 方向 指标方向 准则方向 优化方向 属性 指标属性 类型 指标类型 准则类型 性质 指标性质 极性 正负向 正负 "
    "direction directions type types goal goals objective objectives optimum optimise optimize better "
    "preference sense"
) | {"criterion type", "criteria type", "criteria types", "min/max", "max/min", "better is", "which way is better"}
UNIT = _set("单位 计量单位 度量单位 指标单位 量纲 unit units") | {"unit of measure"}
WEIGHT = _set(
    "权重值 权重 权数 权值 比重 指标权重 准则权重 权重系数 熵权 重要性权重 weight weights weighting importance w"
) | {
    "criteria weights",
    "criterion weight",
}
TOTALS = _set(
    "合计 总计 总和 小计 平均 平均值 均值 中位数 最大值 最小值 极差 方差 标准差 变异系数 总分 "
    "目标值 阈值 标准值 基准值 参考值 理想值 最优值 最劣值 total totals subtotal "
    "sum mean average avg max min maximum minimum median std"
) | {"grand total", "standard deviation"}
RESULTS = _set(
    "总分 总得分 综合得分 综合评分 得分 评分 排名 排序 名次 综合排名 合计 总计 平均 平均值 均值 score "
    "scores total rank ranking ranks sum mean average"
) | {"total score", "weighted score", "overall score"}
REMARKS = _set(
    "联系人 电话 联系电话 "
    "备注 说明 注释 注 描述 简介 来源 数据来源 资料来源 出处 note notes remark remarks comment comments "
    "description source sources reference"
)
_NUMBERING = _set("序号 编号 no no. nr # id index")
OPTION = re.compile(
    r"方案|选项|备选|候选|对象|技术路线|路径|项目|option|alternative|candidate|choice|pathway|project", re.IGNORECASE
)
NUMBERED = re.compile(
    r"(?:方案|选项|备选方案|option|alternative|scheme)\s*(?:[0-9]{1,2}|[a-z]|[一二三四五六七八九十甲乙丙丁戊]{1,2})",
    re.IGNORECASE,
)
"""What options are called that have no other name."""
CRITERION = re.compile(r"准则|指标|属性|因素|criteri|indicator|attribute|factor", re.IGNORECASE)
COUNTED = _set("户 家 个 座 项 台 套 辆 件 次 名 位 处 分 倍 亩 度 个月 kgce kgce/t °C MPa kV mm cm dB mg/L mg/m3")
"""What numbers count that are figures, beside the units that can be calculated with."""
FOOTNOTE = re.compile(
    r"(?:注|说明|备注|来源|数据来源|资料来源|note|notes|source|sources|\*)\s*[0-9]*\s*(?:[:：.、]|$)|\*", re.IGNORECASE
)
ABOUT_THE_TABLE = re.compile(
    r"(?:计量|填[报表制]|编制|制表|审[核定]|复核|批准|联系)?(?:单位|人|部门|日期|时间|电话|币种)\s*[:：]"
)
"""What stands in the corners above and below a table: its unit, who filled it in, and when."""
LEVELS = _set(
    "高 中 低 较高 较低 很高 很低 极高 极低 大 小 较大 较小 强 弱 较强 较弱 优 良 差 好 坏 较好 较差 一般 "
    "中等 优秀 良好 及格 不及格 是 否 有 high medium low good fair poor bad excellent strong weak yes no "
    "moderate a b c d e"
) | {"very high", "very low", "very good", "very poor"}


_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


def word(text: object) -> str:
    """A text as it is looked up: plain characters, lower case, without brackets and colons round it, and without the
    spaces that spread Chinese words: 合 计.
    """
    plain = _SPREAD.sub("", folded(str(text)) or str(text))
    return plain.strip(" ()[]{}【】〔〕:：*").casefold()


def numbering(heading: str) -> bool:
    """Whether a column only numbers the rows, or gives their codes."""
    said = word(heading)
    return said in _NUMBERING or said.endswith(("编号", "代码", "编码"))


def direction_of(text: object, signs: bool = False) -> str:
    """What a word says about which way is better: max, min, target or nothing. `signs` allows + and −."""
    said = word(text)
    if said in MORE:
        return "max"
    if said in LESS:
        return "min"
    if said in MIDDLE:
        return "target"
    return SIGNS.get((folded(str(text)) or "").strip("()"), "") if signs else ""
