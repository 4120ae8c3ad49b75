"""Where our value differs from a golden on purpose: the table on_purpose.csv, one rule a line."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from tests.conformance.values import Value

TABLE = Path(__file__).with_name("on_purpose.csv")


@dataclass(frozen=True, slots=True)
class Purpose:
    """file, row, column are patterns (* = any text); reason and source are told to the reader."""

    file: str
    row: str
    column: str
    reason: str
    source: str

    def covers(self, path: Path, value: Value) -> bool:
        """Whether this rule speaks of this value."""
        named = ((path.as_posix(), self.file), (value.row, self.row), (value.column, self.column))
        return all(fnmatchcase(text, pattern) for text, pattern in named)


def purposes() -> list[Purpose]:
    """Every rule of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [Purpose(**row) for row in csv.DictReader(lines)]
