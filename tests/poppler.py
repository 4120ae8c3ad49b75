"""Which poppler reads the pages that the tests print."""

from __future__ import annotations

import shutil

TOOLS = ("pdftotext", "pdfinfo")


class NoPoppler(Exception):
    def __init__(self) -> None:
        super().__init__("Poppler's pdftotext and pdfinfo were not found. Run “make test” as root.")


def tools() -> list[str]:
    """The paths of what reads a PDF's words and facts. Raises NoPoppler."""
    found = [path for path in map(shutil.which, TOOLS) if path]
    if len(found) < len(TOOLS):
        raise NoPoppler
    return found
