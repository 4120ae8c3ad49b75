"""A series to be charted: what is plotted, out of how many, and which points make the limits."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np


@dataclass(frozen=True, slots=True)
class Series:
    """One value a period, in order.

    numerators, denominators   nan where missing; without denominators the numerators are plotted as they are
    """

    numerators: np.ndarray
    denominators: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.numerators)

    @property
    def values(self) -> np.ndarray:
        """What is plotted. Nobody counted, or not known how many = missing, never 0."""
        if self.denominators is None:
            return self.numerators
        counted = np.where(self.denominators > 0, self.denominators, np.nan)
        return self.numerators / counted

    def part(self, which: slice | np.ndarray) -> Series:
        """Some of its points."""
        rest = None if self.denominators is None else self.denominators[which]
        return replace(self, numerators=self.numerators[which], denominators=rest)

    @property
    def sizes(self) -> np.ndarray:
        """Denominators of the points that are known, nan elsewhere; 1 where there are none."""
        sizes = np.ones(len(self)) if self.denominators is None else self.denominators
        return np.where(np.isfinite(self.values), sizes, np.nan)

    @property
    def pooled(self) -> float:
        """All numerators over all denominators of known points; nan where none is known."""
        known = np.isfinite(self.values)
        return float(self.numerators[known].sum() / self.sizes[known].sum()) if known.any() else float("nan")
