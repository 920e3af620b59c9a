"""What single methods say beside their scores."""

from mcda.language.text import Text

SENTENCES = {
    "finding.zero_product": Text(
        "a figure of 0 under {criteria} makes the whole product 0, however little it weighs",
        "{criteria}下有数据为 0，无论其权重多小，整个乘积都为 0",
    ),
    "finding.compromise_near": Text(
        "the lead is too small to name one option ({advantage}; it takes {needed}): the compromise is among {options}",
        "领先幅度不足以只推荐一个方案（{advantage}，需达到 {needed}）：折衷方案在{options}之中",
    ),
    "finding.compromise_unstable": Text(
        "{first} is the best compromise, but best neither on the whole nor in its weakest criterion: take {options} together",
        "{first}的折衷值最好，但总体和最弱准则均非最好：应把{options}一并作为折衷方案",
    ),
    "finding.compromise_clear": Text(
        "{first} is the compromise: ahead by {advantage}, where {needed} is asked for, and best on the whole or in its weakest criterion",
        "{first}即为折衷方案：领先 {advantage}（要求 {needed}），且在总体或最弱准则上最好",
    ),
    "finding.incomparable_first": Text(
        "whether {first} is ahead of {others} is left open: the evidence points both ways",
        "{first}是否优于{others}尚无定论：两方面的证据方向相反",
    ),
    "finding.incomparable": Text(
        "the evidence points both ways for {pairs}: their order here is that of the balance",
        "{pairs}的证据方向相反，严格说无法比较，此处按两者相抵后的结果排序",
    ),
    "finding.incomparable_more": Text(
        "the evidence points both ways for {count} pairs, among them {pairs}: their order here is that of the balance",
        "有 {count} 对方案的证据方向相反（如{pairs}），严格说无法比较，此处按两者相抵后的结果排序",
    ),
    "screen.contributions_logarithm": Text(
        "what each criterion takes off the logarithm of the product (0 is the best figure)",
        "各准则对乘积对数的影响（0 为最优）",
    ),
    "screen.contributions_regret": Text(
        "what each criterion takes away (0 is the best figure)", "各准则带来的遗憾（0 为最优）"
    ),
    "screen.contributions_flow": Text("what each criterion adds to the net flow", "各准则对净流的贡献"),
}
