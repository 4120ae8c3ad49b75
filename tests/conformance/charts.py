"""The series of qi/inputs, as arrays: what the chart families share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import nan

import numpy as np

from tests.conformance.files import Golden, number
from tests.conformance.registry import is_input

is_input("inputs", "*.csv")


@dataclass(frozen=True, slots=True)
class Supplied:
    """One case: its slots in the order of the file; denominators is None where values are plotted as they are."""

    slots: dict[str, int]
    dates: tuple[date, ...]
    numerators: np.ndarray
    denominators: np.ndarray | None

    def slot(self, written: str) -> int:
        """Where the golden's i stands in the arrays."""
        return self.slots[written]

    @property
    def values(self) -> np.ndarray:
        if self.denominators is None:
            return self.numerators
        ratios = [x / n if n > 0 else nan for x, n in zip(self.numerators.tolist(), self.denominators.tolist(), strict=True)]
        return np.array(ratios)


@cache
def supplied_series(golden: Golden, name: str) -> dict[str, Supplied]:
    """Every case of inputs/<name>.csv beside this golden; empty where there is no such file."""
    source = golden.beside(f"inputs/{name}.csv")
    cases = defaultdict(list)
    for row in source.rows if source else ():
        cases[row["case"]].append(row)
    return {case: supplied_of(rows) for case, rows in cases.items()}


def supplied_of(rows: list[dict[str, str]]) -> Supplied:
    """The rows of one case as arrays."""
    counted = "den" in rows[0]
    return Supplied(
        slots={row["i"]: place for place, row in enumerate(rows)},
        dates=tuple(date.fromisoformat(row["date"]) for row in rows),
        numerators=np.array([number(row["num" if counted else "y"]) for row in rows]),
        denominators=np.array([number(row["den"]) for row in rows]) if counted else None,
    )
