"""The table of the README: a row for each work, and what it rests on."""

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from measuring import Found, Work, ratios

START, END = "<!-- benchmarks -->", "<!-- /benchmarks -->"
PACKAGES = ("numpy", "scipy", "pymcdm", "scikit-criteria", "pydecision", "pysensmcda", "ahpy")
HEAD = "| work | measured | to reach | times as long takes |\n|---|---|---|---|"


def row(work: Work, found: Found) -> str:
    ours = _told(work, found.ours)
    also = [f"; {name} {_told(work, times)}" for name, times in found.also.items()]
    peers = [
        f"{name} {_number(mid)} ({_number(low)}–{_number(high)})"
        for name in found.peers
        for mid, low, high in [ratios(found, name)]
    ]
    return f"| {work.title} | {ours}{''.join(also)} | {work.reach} | {', '.join(peers) or '–'} |"


def _told(work: Work, times: list[float]) -> str:
    """The median and in brackets the spread, in millions by the second or as a time."""
    each = sorted(work.size / t / 1e6 if work.unit else 1e3 * t for t in times)
    unit, by = (f"M {work.unit}/s", 1.0) if work.unit else ("s", 1e-3) if median(each) > 1000 else ("ms", 1.0)
    mid, low, high = (_number(value * by) for value in (median(each), each[0], each[-1]))
    return f"{mid} {unit} ({low}–{high})"


def _number(value: float) -> str:
    if value >= 1000:
        digits = len(str(int(value))) - 2
        return f"{round(value, -digits):,.0f}"
    return f"{value:.2g}" if value < 100 else f"{value:.0f}"


def about(notes: list[str]) -> str:
    """What the figures rest on."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"Measured on {datetime.now(UTC):%d %B %Y}, {os.cpu_count()} × {_processor()}, {platform.system()}, Python "
        f"{platform.python_version()}; {packages}. One linear-algebra thread. Same process, same data; results are "
        "asserted to be equal first, then all take turns: medians, in brackets least and most. Where a peer would take "
        "minutes it did a share of the work, and its time is scaled up. " + " ".join(notes)
    ).strip()


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*: (.+)", info.read_text()) if info.is_file() else None
    return named[1] if named else platform.processor() or platform.machine()


def written(file: Path, rows: list[str], note: str) -> None:
    """Put the table between its two marks."""
    text = file.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, mark, after = rest.partition(END)
    if not mark:
        raise SystemExit(f"{file.name} has no {START} … {END}")
    table = "\n".join([START, HEAD, *rows, "", note, END])
    file.write_text(before + table + after, encoding="utf-8")
