"""Expressions and units."""

from mcda.language.sentences.faults._sentence import sentence

_GRAMMAR = (
    "write numbers, names, + - * / **, brackets, min, max, sqrt, exp, log",
    "可用：数字、名称、+ - * / **、括号、min、max、sqrt、exp、log",
)
_NEVER_RUN = ("Formulas are read, never run as a program.", "公式只解析，不作为程序执行。")
_UNLIKE = ("A sum of unlike things means nothing, however exact.", "不同量相加没有意义。")
_NO_NUMBER = ("A ranking would rest on a number that does not exist.", "排序将依赖并不存在的数。")

FAULTS = {
    "formula_too_long": sentence(
        ("a formula has at most 500 characters and 50 brackets", "公式最多 500 个字符、50 个括号"),
        _NEVER_RUN,
        ("name its parts as attributes", "请把各部分命名为属性"),
    ),
    "formula_wide": sentence(
        ("{found} is a full-width character", "{found} 是全角字符"),
        ("It looks like the half-width one and is another.", "它与半角字符相似但不同。"),
        ("type it half-width", "请改用半角"),
    ),
    "formula_character": sentence(
        ("{found} has no place in a formula", "公式中不能使用 {found}"), _NEVER_RUN, _GRAMMAR
    ),
    "formula_grammar": sentence(("the formula stops making sense here", "公式在此处无法理解"), _NEVER_RUN, _GRAMMAR),
    "formula_number": sentence(
        ("{found} is too large a number", "{found} 数值过大"), _NO_NUMBER, ("change the unit", "请换用更大的单位")
    ),
    "formula_refused": sentence(("{found} is not allowed in a formula", "公式中不允许 {found}"), _NEVER_RUN, _GRAMMAR),
    "formula_arguments": sentence(
        ("{found} has the wrong number of arguments", "{found} 的参数个数不对"),
        _NEVER_RUN,
        ("min and max take two or more, sqrt, exp and log take one", "min、max 至少两个参数，sqrt、exp、log 一个"),
    ),
    "formula_name": sentence(
        ("nothing is called {name}", "没有名为 {name} 的量"),
        ("The formula can't be computed.", "公式无法计算。"),
        ("add it under parameters or attributes, or correct the name", "请在参数或属性中补上，或改正名称"),
    ),
    "formula_zero": sentence(
        ("{part} is zero, and something is divided by it", "{part} 为零，却作为除数"),
        _NO_NUMBER,
        (
            "correct the figure, or use max({part}, a small number) if zero is real",
            "请改正数据；若确为零，请用 max({part}, 小正数)",
        ),
    ),
    "formula_infinite": sentence(
        ("{part} gives no finite number", "{part} 得不到有限数"),
        _NO_NUMBER,
        ("check for roots and logarithms of negative figures", "请检查负数的开方与对数"),
    ),
    "formula_pure": sentence(
        ("this takes a pure number, not {unit}", "此处应为纯数，而非 {unit}"),
        _UNLIKE,
        ("divide by a reference in the same unit first", "请先除以同单位的参照值"),
    ),
    "formula_units": sentence(
        ("this is in {found}, but {wanted} is needed", "此处单位为 {found}，应为 {wanted}"),
        _UNLIKE,
        ("correct the formula, or state the figure in another unit", "请改正公式，或改用其他单位"),
    ),
    "rate_multiplied": sentence(
        (
            "the exchange rate {rate} is upside down: this is in {found}, {wanted} is needed",
            "汇率 {rate} 用反了：此处为 {found}，应为 {wanted}",
        ),
        ("Costs would be wrong by the square of the rate.", "成本会差汇率的平方倍。"),
        ("divide by {rate} instead of multiplying", "请改为除以 {rate}"),
    ),
    "rate_divided": sentence(
        (
            "the exchange rate {rate} is upside down: this is in {found}, {wanted} is needed",
            "汇率 {rate} 用反了：此处为 {found}，应为 {wanted}",
        ),
        ("Costs would be wrong by the square of the rate.", "成本会差汇率的平方倍。"),
        ("multiply by {rate} instead of dividing", "请改为乘以 {rate}"),
    ),
    "rate_missing": sentence(
        ("this is in {found}, but {wanted} is needed", "此处单位为 {found}，应为 {wanted}"),
        ("Money of two currencies or years does not add up.", "不同币种或价格年份的金额不能相加。"),
        ("convert with {rate}", "请用 {rate} 换算"),
    ),
    "formula_circle": sentence(
        ("figures follow from each other in a circle: {circle}", "数据循环引用：{circle}"),
        ("None of them can be computed.", "任何一个都无法计算。"),
        ("give one of them as figures", "请把其中一项改为直接给出数据"),
    ),
    "unit_grammar": sentence(
        ("the unit {unit} can't be read near {found}", "单位 {unit} 在 {found} 附近无法识别"),
        ("Figures in an unknown unit can't be compared or converted.", "单位不明的数据无法比较和换算。"),
        (
            "write it as USD@2020/t, MWh/t, tCO2/MWh, USD@2020/(t/year)",
            "写法如 USD@2020/t、MWh/t、tCO2/MWh、USD@2020/(t/year)",
        ),
    ),
    "unit_unknown": sentence(
        ("{found} is no known unit", "{found} 不是已知单位"),
        ("Figures in an unknown unit can't be compared or converted.", "单位不明的数据无法比较和换算。"),
        (
            "known are t, kg, tCO2, J, Wh, W with k M G T P, h, day, year, m2, m3, ha, person, job, %, 1, and CNY, USD, EUR with @year",
            "已知单位：t、kg、tCO2、J、Wh、W（可加 k M G T P）、h、day、year、m2、m3、ha、person、job、%、1，以及带 @年份 的 CNY、USD、EUR",
        ),
    ),
    "unit_price_year": sentence(
        ("{found} does not say in which year's prices", "{found} 未注明价格年份"),
        (
            "Prices of 2010 and of 2024 differ by a third; added up they mean nothing.",
            "2010年与2024年的价格相差约三分之一，不能直接相加。",
        ),
        (
            "write the currency as CNY, USD or EUR with its price year: CNY@2024",
            "请写币种 CNY、USD 或 EUR 并带价格年份，如 CNY@2024",
        ),
    ),
}
