"""The table of budgets: what was allowed, what was measured, and whether that is over."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.browser import Pairs

COLUMNS = ("What", "Budget", "Measured", "", "In detail")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: value and budget in the same unit; places of decimals shown; detail in words."""

    what: str
    value: float
    budget: float
    unit: str
    places: int
    detail: str = ""

    def cells(self) -> tuple[str, ...]:
        verdict = "over" if self.value > self.budget else "ok"
        return self.what, f"at most {self.budget:,.{self.decimals}f} {self.unit}", f"{self.value:,.{self.places}f} {self.unit}", verdict, self.detail

    @property
    def decimals(self) -> int:
        """A budget is written as short as it is."""
        return 0 if self.budget == round(self.budget) else 1


def ratio_row(what: str, pairs: Pairs, budget: float) -> Row:
    """Median of the app over median of the floor; smallest and largest ratio of two neighbours in time."""
    ratios = [app / floor for floor, app in zip(pairs.floor, pairs.app, strict=True)]
    floor, app = statistics.median(pairs.floor), statistics.median(pairs.app)
    detail = f"{app:.0f} ms, floor {floor:.0f} ms; {len(ratios)} runs, {min(ratios):.2f} to {max(ratios):.2f}"
    return Row(what, app / floor, budget, "x", 2, detail)


def spread_row(what: str, values: Sequence[float], budget: float, unit: str) -> Row:
    """The median of many, judged; their range beside it."""
    return Row(what, statistics.median(values), budget, unit, 1, f"{len(values)} runs, {min(values):.1f} to {max(values):.1f}")


def as_text(title: str, rows: Sequence[Row]) -> str:
    """The rows under their title, columns in line."""
    lines = [COLUMNS, *(row.cells() for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(COLUMNS))]
    drawn = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([title, "", drawn[0], "  ".join("-" * width for width in widths), *drawn[1:], ""])
