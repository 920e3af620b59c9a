"""The starter of a case file: small, commented, and it passes `mcda check` as it is written."""

from pathlib import Path
from re import fullmatch

from mcda.errors import CaseError
from mcda.files.yaml import write_text
from mcda.language import Lang

_COMMENTS = {
    "about": ("Run `mcda check {file}` after each change: it names line, fault and remedy.", "每次修改后运行 `mcda check {file}`：会给出所在行、问题与改法。"),
    "schema": ("Editors complete this file with the schema that `mcda schema` prints.", "`mcda schema` 输出的 JSON Schema 可用于编辑器自动补全。"),
    "text": ("Words for people stand in both languages, each on its own line.", "供人阅读的文字用两种语言，各占一行。"),
    "money": ("One currency and price year for the whole case.", "全案例统一币种与价格年份。"),
    "sources": ("Every published or calculated figure names one of these.", "每个 published 或 calculated 数据都要注明来源。"),
    "parameters": ("What all options share. A range says what its ends are.", "各方案共用的量；区间须注明两端含义。"),
    "attributes": ("Facts of an option that are no criterion.", "方案的事实，不作为准则。"),
    "criteria": ("A key is a criterion of the catalogue (mcda criteria). The catalogue knows which way is better.", "键为准则目录中的编号（mcda criteria）；方向由目录规定。"),
    "standing": ("standing: published, calculated (say from), judgement or placeholder (say whose).", "standing：published、calculated（注明 from）、judgement 或 placeholder（注明 whose）。"),
    "judgements": ("a > b: 2 says that going from worst to best on a is twice as important as on b.", "a > b: 2 表示 a 从最差到最好的重要性是 b 的两倍。"),
    "plan": ("Method and weighting can be overruled on the command line.", "方法与赋权可在命令行另行指定。"),
}  # fmt: skip

_STARTER = """\
# {about}
# {schema}
id: {id}
title:
  # {text}
  en: My case
  zh: 我的案例
question:
  en: Which option should come first?
  zh: 应优先选择哪个方案？
# {money}
money: CNY@2024

# {sources}
sources:
  report:
    cite: "Author (year), title, table"
    where: "https://example.org"
    seen: opened

# {parameters}
parameters:
  power_price:
    label:
      en: Power price
      zh: 电价
    unit: CNY@2024/MWh
    low: 350
    mode: 450
    high: 600
    ends: bounds
    standing: placeholder
    whose: authors

# {attributes}
attributes:
  power:
    label:
      en: Power used
      zh: 用电量
    unit: MWh/t
    standing: placeholder
    whose: authors
    values:
      today: 0.5
      new: 1.2
  other_costs:
    label:
      en: Other costs
      zh: 其他成本
    unit: CNY@2024/t
    standing: placeholder
    whose: authors
    values:
      today: 2500
      new: 2400

# {criteria}
criteria:
  cost:
    unit: CNY@2024/t
    range: [2000, 4000]
    formula: other_costs + power * power_price
  emissions:
    # {standing}
    unit: tCO2/t
    range: [0, 3]
    standing: placeholder
    whose: authors
    values:
      today: {{low: 1.9, mode: 2.1, high: 2.3, ends: bounds}}
      new: 0.9
  technological_maturity:
    scale: trl_1_9
    standing: placeholder
    whose: authors
    values:
      today: 9
      new: {{level: 7, low: 6, high: 8, ends: bounds}}

alternatives:
  today:
    label:
      en: Go on as today
      zh: 维持现状
    baseline: true
  new:
    label:
      en: New process
      zh: 新工艺
    pathway: technology
    mechanisms: [innovation]
    challenges: [technology]

scenarios:
  dear_power:
    label:
      en: Dear power
      zh: 高电价
    set:
      power_price: 600

# {judgements}
judgements:
  - who: authors
    standing: placeholder
    form: pairs
    ranges:
      cost: [2000, 4000]
      emissions: [0, 3]
    why:
      en: A starting point, to be replaced by people's own judgements.
      zh: 仅为起点，应由相关方的判断取代。
    pairs:
      cost > emissions: 1
      cost > technological_maturity: 2
      emissions > technological_maturity: 2

# {plan}
plan:
  method: topsis
  options:
    scaling: vector
  weights: ahp
"""


def write(name: str, lang: Lang) -> str:
    """Write NAME.yaml here, and say what it is called. Raises CaseError for a bad name or a file that is there."""
    path = Path(name if name.endswith(".yaml") else f"{name}.yaml")
    if not fullmatch(r"[a-z][a-z0-9_-]{0,59}", path.stem):
        raise CaseError.of("case_name", name=path.stem)
    said = {key: texts[lang == "zh"].format(file=path) for key, texts in _COMMENTS.items()}
    write_text(path, _STARTER.format(id=path.stem, **said))
    return str(path)
