"""CSV files of this folder: read as rows of text, written the same way on every machine."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
PLAN, DEMO, UPDATE = HERE / "plan", HERE / "demo", HERE / "demo_update"

Row = dict[str, str]


def rows_of(folder: Path, name: str) -> list[Row]:
    """The rows of one file, each a dict of column and text."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(folder: Path, name: str, columns: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Write one file; columns are listed in one string, and what a row lacks is left empty."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns.split(), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def day(text: str) -> date | None:
    """The ISO date in this cell, None if it is empty."""
    return date.fromisoformat(text) if text else None
