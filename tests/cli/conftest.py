"""The real program, run as people run it: in a process of its own, from another folder, every warning an error."""

import functools
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DECIDED_ELSEWHERE = (
    "LANG",
    "LANGUAGE",
    "LC_",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "COLUMNS",
    "LINES",
    "TTY_",
    "PYTHON",
)


@dataclass(frozen=True)
class Run:
    """How a run ended, and what it said."""

    code: int
    out: str
    err: str


def environment(**settings):
    kept = {key: value for key, value in os.environ.items() if not key.startswith(DECIDED_ELSEWHERE)}
    return {**kept, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "TERM": "xterm-256color", **settings}


def command(*words, before=("-W", "error")):
    return [sys.executable, *before, "-m", "mcda", *map(str, words)]


def program(*words, lang="", cwd=None, encoding="utf-8", before=(), settings=(), **popen):
    said = [*words, "--lang", lang] if lang else words
    done = subprocess.run(
        command(*said, before=before),
        cwd=cwd,
        env=environment(**dict(settings)),
        capture_output=True,
        check=False,
        **popen,
    )
    return Run(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


@pytest.fixture(scope="session")
def mcda(tmp_path_factory):
    """`mcda WORDS…` in an empty folder, unless told where."""
    return functools.partial(program, cwd=tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(scope="session")
def page(mcda):
    """As `mcda`, in English unless told, for what is only looked at: each page is asked for once."""
    kept = functools.cache(mcda)
    return lambda *words, lang="en", **more: kept(*words, lang=lang, **more)


@pytest.fixture(scope="session")
def started(tmp_path_factory):
    """A running `mcda WORDS…`, for tests that meddle with it (and with files that it hadn't time to close)."""
    folder = tmp_path_factory.mktemp("running")

    def start(*words, settings=(), **popen):
        env = environment(**dict(settings))
        return subprocess.Popen(command(*words, before=()), **{"cwd": folder, "env": env, **popen})

    return start


@pytest.fixture(scope="session")
def on_a_terminal(tmp_path_factory):
    """`mcda WORDS…` on a terminal of so many columns: exit code and everything that it sent there."""
    pty = pytest.importorskip("pty")
    import fcntl
    import struct
    import termios

    folder = tmp_path_factory.mktemp("terminal")

    def run(*words, columns=80, **settings):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        process = subprocess.Popen(
            command(*words), cwd=folder, env=environment(**settings), stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        sent = b""
        while True:
            try:
                part = os.read(ours, 65_536)
            except OSError:  # how Linux says that the other side has hung up
                break
            if not part:
                break
            sent += part
        os.close(ours)
        return Run(process.wait(), sent.decode().replace("\r\n", "\n"), "")

    return run
