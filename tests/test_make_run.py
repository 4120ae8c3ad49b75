"""`make run` on what is set up already: it serves soon, and nothing of it is left when it is told to end."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator

import pytest

from tests.shared import REPOSITORY

# So many times what Python takes to import the program: settings, static files and the server are three of them, with make between.
STARTS_WITHIN = 6.0
ENDS_WITHIN = 15.0
Run = Callable[..., "subprocess.Popen[str]"]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture
def run(demo_url: str) -> Iterator[Run]:
    """run(**settings): `make run` as a terminal starts it, in a process group of its own."""
    started: list[subprocess.Popen[str]] = []

    def begun(**settings: str) -> subprocess.Popen[str]:
        environment = {**os.environ, "DATABASE_URL": demo_url, **settings}
        process = subprocess.Popen(
            ["make", "run"], cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
        )
        started.append(process)
        return process

    yield begun
    for process in started:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def seconds_until(condition: Callable[[], bool], *, most: float) -> float:
    began = time.monotonic()
    while time.monotonic() - began < most:
        if condition():
            return time.monotonic() - began
        time.sleep(0.05)
    raise AssertionError(f"not within {most} s")


def seconds_to_import() -> float:
    """What the program's import takes on this machine now."""
    began = time.monotonic()
    subprocess.run([REPOSITORY / ".venv" / "bin" / "python", "-c", "import app"], cwd=REPOSITORY, check=True)
    return time.monotonic() - began


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def is_gone(process: subprocess.Popen[str]) -> bool:
    """True once no process of the group is left; make itself must be waited for, else it stays as a zombie."""
    process.poll()
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize(
    ("end", "words"),
    [(lambda process: process.terminate(), "TERM to make alone"), (lambda process: os.killpg(process.pid, signal.SIGINT), "Ctrl-C, to the whole group")],
)
def test_a_second_run_serves_soon_and_ends_with_all_its_processes(run: Run, end: Callable[[subprocess.Popen[str]], None], words: str) -> None:
    port, importing = free_port(), seconds_to_import()
    process = run(PORT=str(port))
    assert seconds_until(lambda: answers(port), most=60) <= STARTS_WITHIN * importing, words
    end(process)
    seconds_until(lambda: is_gone(process), most=ENDS_WITHIN)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"LANTERN_MODE": "production"}, "SECRET_KEY has 0 bytes"),
        ({"HOST": "0.0.0.0"}, "demo mode has no sign-in"),
        ({"LANTERN_MODE": "live"}, "LANTERN_MODE is 'live'"),
    ],
)
def test_a_run_that_must_not_serve_ends_with_a_sentence(run: Run, settings: dict[str, str], sentence: str) -> None:
    process = run(**settings)
    said, _ = process.communicate(timeout=60)
    assert process.returncode != 0
    assert sentence in said
    assert "Traceback" not in said
