"""A method whose formula gives no number."""

from mcda.language.sentences.faults._sentence import sentence

FAULTS = {
    "no_scores": sentence(
        (
            "{method} can't score these figures: its formula divides by something that is 0 here",
            "{method}无法为这些数据打分：其公式在此要除以 0",
        ),
        ("A number put in its place would be nobody's judgement.", "随意填一个数，并不代表任何人的判断。"),
        ("take another method", "请换用其他方法"),
    ),
}
