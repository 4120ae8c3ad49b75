"""What became of a load, for people and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from equity.errors import Fault, LoadRefused

WORDS = ("added", "changed", "unchanged", "rejected")
ERROR_KEYS = ("file", "sheet", "row", "column", "value", "rule", "do")
PRINTED_MOST = 50


@dataclass(frozen=True, slots=True)
class OneLoad:
    """One load of a command: its number (None where it changed nothing), vintage, rows, and how many numbers it restated."""

    load_id: int | None
    vintage: str | None
    rows: dict[str, int]
    restated: int


@dataclass(frozen=True, slots=True)
class LoadReport:
    """All loads of one command in their order, what is worth saying, and why it was refused, if it was."""

    loads: Sequence[OneLoad] = ()
    notices: Sequence[str] = ()
    refused: LoadRefused | None = None
    written: bool = True

    @property
    def load_id(self) -> int | None:
        """The last load that changed anything."""
        return next((one.load_id for one in reversed(self.loads) if one.load_id is not None), None)

    @property
    def rows(self) -> dict[str, int]:
        """Rows of all loads together."""
        total: Counter[str] = Counter(dict.fromkeys(WORDS, 0))
        for one in self.loads:
            total.update(one.rows)
        if self.refused is not None:
            total["rejected"] += self.refused.rejected
        return {word: total[word] for word in WORDS}

    def as_json(self) -> str:
        """The report as docs/data.md lays it out."""
        errors = [] if self.refused is None else [asdict(fault) for fault in self.refused.faults]
        content = {
            "load_id": self.load_id if self.written else None,
            "rows": self.rows,
            "notices": list(self.notices),
            "errors": [{name: error[name] for name in ERROR_KEYS} for error in errors],
            "errors_found": 0 if self.refused is None else self.refused.found,
            "loads": [asdict(one) for one in self.loads],
        }
        return json.dumps(content, ensure_ascii=False, indent=1)

    def lines(self) -> list[str]:
        """The report in words: faults first."""
        counted = ", ".join(f"{count:,} {word}" for word, count in self.rows.items())
        return [*self._outcome(), f"Rows: {counted}.", *self.notices]

    def _outcome(self) -> list[str]:
        if self.refused is not None:
            shown = [fault_line(fault) for fault in self.refused.faults[:PRINTED_MOST]]
            rest = self.refused.found - len(shown)
            return [*shown, *([f"… and {rest:,} more; --report FILE writes them."] if rest else []), str(self.refused)]
        if not self.written:
            return ["Checked: no rule is broken. Nothing was written."]
        if self.load_id is None:
            return ["Nothing to change: the store holds all of this already."]
        return [f"Loaded as load {one.load_id}{f', vintage {one.vintage}' if one.vintage else ''}." for one in self.loads if one.load_id is not None]


def fault_line(fault: Fault) -> str:
    """One fault in one line, its place first."""
    place = ", ".join(str(part) for part in (fault.file, f"row {fault.row}" if fault.row else None, fault.column) if part)
    value = f" ({fault.value})" if fault.value is not None else ""
    return f"{place}{value}: {fault.rule}. {fault.do}"
