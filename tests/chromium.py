"""Which Chromium the browser tests drive."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.shared import REPOSITORY

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Playwright's own download stays inside the repository's virtual environment.
DOWNLOADS = REPOSITORY / ".venv" / "browsers"


class NoChromium(Exception):
    def __init__(self) -> None:
        super().__init__("No Chromium was found. Set CHROMIUM to its path, or run “make test” as root.")


class WrongChromium(Exception):
    def __init__(self, *, asked: str) -> None:
        super().__init__(f"CHROMIUM is {asked!r}, and no browser starts there. Correct it, or unset it and one is looked for.")


def chromium_path(environ: Mapping[str, str] = os.environ) -> str:
    """The setting CHROMIUM, else the first that answers: on PATH, or Playwright's own download.

    Raises   WrongChromium where the setting names one that does not answer: another than the one asked for would be a surprise.
             NoChromium where none is found.
    """
    asked = environ.get("CHROMIUM")
    if asked and not _answers(asked):
        raise WrongChromium(asked=asked)
    for candidate in [asked] if asked else filter(_answers, _candidates()):
        return candidate
    raise NoChromium


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield from map(str, sorted(Path(DOWNLOADS).glob("chromium-*/chrome-linux*/chrome")))


def _answers(path: str) -> bool:
    """False for Ubuntu's chromium that is only a hint to install a snap."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except OSError:
        return False
