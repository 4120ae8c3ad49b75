"""What is measured, running: the app as `make run` starts it, and the floor behind a server of its own. Each is a process apart."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection
from pathlib import Path

from tests.shared import REPOSITORY

# A process that does not answer by then never will.
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Served:
    """Where it answers, and the process that does."""

    port: int
    pid: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def workers(self) -> list[int]:
        """The process ids of gunicorn's workers."""
        return [int(pid) for pid in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def running_app(url: str) -> Iterator[Served]:
    """gunicorn with two workers on this store."""
    port = free_port()
    settings = {"DATABASE_URL": url, "HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": "2", "LANTERN_MODE": "demo", "LANTERN_BIND_ALL": "0"}
    with _running(["gunicorn"], port, "/readyz", settings) as served:
        yield served


@contextmanager
def running_floor(folder: Path) -> Iterator[Served]:
    """The static server on this folder."""
    port = free_port()
    with _running(["tests.bench.static_server", str(folder), str(port)], port, "/", {}) as served:
        yield served


@contextmanager
def _running(module: list[str], port: int, path: str, settings: dict[str, str]) -> Iterator[Served]:
    process = subprocess.Popen([sys.executable, "-m", *module], cwd=REPOSITORY, env={**os.environ, **settings}, stderr=subprocess.DEVNULL)
    try:
        _wait(process, port, path)
        yield Served(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _wait(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            if ask(port, path)[0] == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"What was to be measured did not start: {process.args}")


@cache
def opened(port: int) -> dict[str, str]:
    """What a browser that has opened a page sends along: its cookies, and the token among them as a header."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/")
    answer = connection.getresponse()
    cookies = [cookie.partition(";")[0] for cookie in answer.headers.get_all("Set-Cookie", [])]
    connection.close()
    token = next(cookie.partition("=")[2] for cookie in cookies if "token" in cookie)
    return {"Cookie": "; ".join(cookies), "X-CSRFToken": token}


def ask(port: int, path: str, question: object = None) -> tuple[int, bytes]:
    """Status and body, on a connection of its own, so that both workers get their share; a question is posted as JSON."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        headers = {"Accept-Encoding": "br", "Content-Type": "application/json", **({} if question is None else opened(port))}
        connection.request("GET" if question is None else "POST", path, None if question is None else json.dumps(question), headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()
