"""Progress of long work, on standard error and only on a terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 0.5
"""Seconds before a bar appears: quick work shows none."""


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """What to call with (done, all); None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TimeRemainingColumn

    bar = Progress(
        BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True
    )
    task, begun = bar.add_task("", total=None), time.monotonic()

    def told(done: int, total: int) -> None:
        if not bar.live.is_started and done < total and time.monotonic() - begun > PATIENCE:
            bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield told
    finally:
        bar.stop()
