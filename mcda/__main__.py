"""Where the toolkit starts, as `mcda` or as `python -m mcda`."""

import gc
import sys

INTERRUPTED = 130
"""The exit code of what Ctrl-C ended."""


def main() -> None:
    """Start. Ctrl-C ends it without a traceback from the first import on; a command that has begun says so itself."""
    gc.set_threshold(100_000)  # most of what a command makes lives to its end: looking for garbage took a third of it
    try:
        from mcda.cli import main as start

        start()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
