"""Puts in place what the tests need beside Python packages: Chromium, PostgreSQL, Poppler and an OpenID provider.

Where one is missing it is installed if that is ours to do (root on Debian or Ubuntu), else the command is named and the
run ends: a browser or a database that is not there never turns into a skipped test.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence

from tests import chromium, openid_provider, poppler, postgres

APT = ("apt-get", "install", "-y", "--no-install-recommends")
PLAYWRIGHT = (sys.executable, "-m", "playwright", "install", "--with-deps", "chromium")


class SetupError(Exception):
    def __init__(self, *, what: str, commands: Sequence[Sequence[str]]) -> None:
        said = " && ".join(" ".join(command) for command in commands)
        super().__init__(f"{what} is missing and was not installed. Run as root: {said}")


def chromium_commands() -> list[tuple[str, ...]]:
    """Debian packages Chromium. Ubuntu's package is a hint to install a snap, so Playwright's own build is taken there."""
    if _system() == "ubuntu":
        return [("apt-get", "update"), PLAYWRIGHT]
    return [("apt-get", "update"), (*APT, "chromium")]


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return "unknown"


def postgres_commands() -> list[tuple[str, ...]]:
    return [("apt-get", "update"), (*APT, "postgresql")]


def poppler_commands() -> list[tuple[str, ...]]:
    return [("apt-get", "update"), (*APT, "poppler-utils")]


def ensure(what: str, find: Callable[[], object], missing: type[Exception], commands: Sequence[Sequence[str]]) -> object:
    """What find answers, after installing where it answers nothing.

    Raises   SetupError where installing is not ours to do, fails, or does not help.
    """
    try:
        return find()
    except missing:
        _install(what, commands)
    try:
        return find()
    except missing:
        raise SetupError(what=what, commands=commands) from None


def _install(what: str, commands: Sequence[Sequence[str]]) -> None:
    if os.getuid() != 0:
        raise SetupError(what=what, commands=commands)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PLAYWRIGHT_BROWSERS_PATH": str(chromium.DOWNLOADS)}
    for command in commands:
        print(f"Setting up {what}: {' '.join(command)}", flush=True)
        try:
            subprocess.run(command, check=True, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        except (OSError, subprocess.CalledProcessError):
            raise SetupError(what=what, commands=commands) from None


def ensure_provider() -> object:
    """The tests' OpenID provider, installed where it is missing or another version: an ordinary user can. Raises SetupError."""
    try:
        return openid_provider.provider_folder()
    except openid_provider.NoProvider:
        print("Setting up the OpenID provider: npm ci", flush=True)
    try:
        return openid_provider.install_provider()
    except (OSError, subprocess.CalledProcessError):
        raise SetupError(what="The tests' OpenID provider", commands=[("npm", "ci", "--prefix", "tests/provider")]) from None


def main() -> int:
    try:
        print(f"Chromium:   {ensure('Chromium', chromium.chromium_path, chromium.NoChromium, chromium_commands())}")
        print(f"PostgreSQL: {ensure('PostgreSQL', postgres.binaries, postgres.NoPostgres, postgres_commands())}")
        print(f"Poppler:    {', '.join(ensure('Poppler', poppler.tools, poppler.NoPoppler, poppler_commands()))}")
        print(f"OpenID provider: {ensure_provider()}")
    except (SetupError, chromium.WrongChromium) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
