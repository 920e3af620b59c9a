"""Where the toolkit starts, as `mcda` or as `python -m mcda`."""

import sys

INTERRUPTED = 130
"""The exit code of what Ctrl-C ended."""


def main() -> None:
    """Start. Ctrl-C ends it without a traceback from the first import on; a command that has begun says so itself."""
    try:
        from mcda.cli import main as start

        start()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
