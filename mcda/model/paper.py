"""The vocabulary of the paper behind the toolkit: what stands against an option, what it works through, and by
which path. Zhu & Wang, Green Economy Empowers New Quality Productive Forces, sections 1–3.
"""

from mcda.language import Text

PATHWAYS = {
    "policy": Text("policy (3.1)", "政策（3.1）"),
    "technology": Text("technology (3.2)", "技术（3.2）"),
    "market": Text("market (3.3)", "市场（3.3）"),
}

MECHANISMS = {
    "innovation": Text("innovation (1.1)", "创新驱动（1.1）"),
    "structure": Text("structural optimisation (1.2)", "结构优化（1.2）"),
    "factors": Text("factor upgrading (1.3)", "要素升级（1.3）"),
}

CHALLENGES = {
    "technology": Text("technological bottlenecks and cost (2.1)", "技术瓶颈与成本约束（2.1）"),
    "institutions": Text("institutional obstacles and market failure (2.2)", "制度障碍与市场失灵（2.2）"),
    "imbalance": Text("transformation pains and regional imbalance (2.3)", "转型阵痛与区域失衡（2.3）"),
}

CONCERNS = {
    **CHALLENGES,
    "purpose": Text("the purpose: dual carbon, ecological capital (1, 1.3)", "目的：“双碳”与生态资本（1、1.3）"),
    "quality": Text("new quality: technology, efficiency, quality (1, 1.1)", "新质：高科技、高效能、高质量（1、1.1）"),
}
"""What a criterion may be drawn from: a challenge, the purpose, or the new quality itself."""
