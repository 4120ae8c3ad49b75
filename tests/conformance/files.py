"""Goldens as they lie in a folder: rows of text, each with its own way of saying that there is no value."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from math import nan
from pathlib import Path

NO_VALUE = frozenset({"", "NA", "NaN", "nan"})
TRUE, FALSE = frozenset({"TRUE", "True", "true", "1"}), frozenset({"FALSE", "False", "false", "0"})
PREFIXES = ("input_", "expected_", "series_")


class Row(dict[str, str]):
    """A row's text by column; a column that is not supplied holds no value."""

    def __missing__(self, column: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Golden:
    """One file of a goldens folder; root is that folder, path stands below it."""

    root: Path
    path: Path

    @property
    def case(self) -> str:
        """The file's name after input_, expected_ or series_."""
        for prefix in PREFIXES:
            if self.path.stem.startswith(prefix):
                return self.path.stem.removeprefix(prefix)
        return self.path.stem

    @property
    def rows(self) -> list[Row]:
        """The rows in their order: it breaks ties."""
        with (self.root / self.path).open(encoding="utf-8-sig", newline="") as lines:
            return [Row({name: (value or "").strip() for name, value in row.items() if name}) for row in csv.DictReader(lines)]

    def beside(self, path: str) -> Golden | None:
        """Another file of the same folder, as pairwise/every_group_vs_reference.csv; None where it is not supplied."""
        return Golden(self.root, Path(path)) if (self.root / path).is_file() else None


def has_value(text: str) -> bool:
    return text not in NO_VALUE


def number(text: str) -> float:
    """The number that is written, Inf too; nan where none is."""
    return nan if text in NO_VALUE else float(text)


def whole(text: str) -> int:
    """A count; written with or without a point."""
    return int(float(text))


def flag(text: str) -> bool:
    return text in TRUE
