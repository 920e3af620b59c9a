"""A page as Markdown."""

from mcda.reports.blocks import Grid, Line, Page


def markdown(page: Page) -> str:
    """Paragraphs and tables; nothing gives way."""
    return "\n".join(_block(block) for block in page).strip() + "\n"


def _block(block: Line | Grid) -> str:
    if isinstance(block, Line):
        text = f"**{block.text}**" if block.tone == "strong" and block.text else block.text
        return f"{block.label}: {text}\n" if block.label else f"{text}\n"
    heads = [_cell(f"{head.title} {head.below}".strip()) for head in block.heads]
    marks = ["---:" if head.align == "right" else "---" for head in block.heads]
    rows = [heads, marks, *([_cell(cell) for cell in row] for row in block.rows)]
    title = f"**{block.title}**\n\n" if block.title else ""
    return title + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
