"""Collects every reason why files cannot be loaded, so that all of them can be mended at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from equity.errors import Fault

# More would help nobody; all of them are counted.
LISTED_MOST = 10_000


@dataclass(slots=True)
class Faults:
    """Faults found so far: the first ones whole, all of them counted, and which rows have one."""

    listed: list[Fault] = field(default_factory=list)
    found: int = 0
    _rows: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, file: str, row: int | None, column: str | None, value: object, rule: str, do: str) -> None:
        """One more fault. row as a spreadsheet counts: the header is 1; None = the whole file."""
        self.found += 1
        if row is not None:
            self._rows[file].add(row)
        if len(self.listed) < LISTED_MOST:
            self.listed.append(Fault(file, row, column, _shown(value), rule, do))

    def add_rows(self, file: str, rows: Iterable[int]) -> None:
        """Count rows with a fault of a kind that was listed often enough."""
        fresh = list(rows)
        self.found += len(fresh)
        self._rows[file].update(fresh)

    def in_order(self) -> list[Fault]:
        """The listed faults by file, in the order of its rows."""
        files = list(dict.fromkeys(fault.file for fault in self.listed))
        return sorted(self.listed, key=lambda fault: (files.index(fault.file), fault.row or 0))

    @property
    def full(self) -> bool:
        """True where no more are listed, only counted."""
        return len(self.listed) >= LISTED_MOST

    @property
    def rejected(self) -> int:
        """How many rows have at least one fault."""
        return sum(len(rows) for rows in self._rows.values())


def _shown(value: object) -> str | None:
    """A value as a report shows it: short, and a blank as nothing."""
    if value is None or value == "":
        return None
    text = str(value)
    return text if len(text) <= 80 else f"{text[:79]}…"
