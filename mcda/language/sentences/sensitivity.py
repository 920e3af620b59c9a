"""The page that answers the questions of firmness in words."""

from mcda.language.text import Text

SENTENCES = {
    "help.sensitivity": Text(
        "How firm the answer is and what would change it, in words first: draws, prices, weights, scenarios.",
        "结论有多稳固、什么会改变它：先以文字回答，再列表格（抽样、价格、权重、情景）。",
    ),
    "screen.q_first": Text("Which option?", "哪个方案？"),
    "screen.q_figures": Text("If the figures are off?", "若数据有偏差？"),
    "screen.q_weights": Text("If nobody agrees on weights?", "若权重没有共识？"),
    "screen.q_driver": Text("Which figure matters most?", "哪个数据最要紧？"),
    "screen.q_weight": Text("Which weight?", "哪个权重？"),
    "screen.q_price": Text("At which price?", "在什么价格下？"),
    "screen.q_next": Text("What would it take?", "需要改变什么？"),
    "screen.q_scenarios": Text("In every scenario?", "各情景下如何？"),
    "screen.driver_most": Text(
        "{driver}: putting it back to {base} changes the first place in {share} of draws.",
        "{driver}：将其恢复为 {base}，在 {share} 的抽样中会改变首位。",
    ),
    "screen.driver_none": Text(
        "No single figure or price changes the first place in one draw of a hundred.",
        "没有任何单个数据或价格会在百分之一以上的抽样中改变首位。",
    ),
    "screen.price_firm": Text(
        "{parameter}: at none from {low} to {high} does the first place change: nothing comes nearer than {rival}, {behind} behind at {value}.",
        "{parameter}：从 {low} 到 {high}，首位均不改变：最接近的是{rival}，在 {value} 时仍落后 {behind}。",
    ),
    "screen.price_below": Text(
        "{parameter}: below {value} {first} comes first (now {now}).",
        "{parameter}：低于 {value} 时{first}居首位（目前 {now}）。",
    ),
    "screen.price_above": Text(
        "{parameter}: above {value} {first} comes first (now {now}).",
        "{parameter}：高于 {value} 时{first}居首位（目前 {now}）。",
    ),
    "screen.price_outside": Text(
        "{said} That is outside its stated range, {low} – {high}.", "{said}超出给定区间 {low}—{high}。"
    ),
    "screen.price_inside": Text(
        "{said} That is within its stated range, {low} – {high}.", "{said}在给定区间 {low}—{high} 之内。"
    ),
}
