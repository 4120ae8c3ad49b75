"""One compared value, the six tolerances and the four outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, isnan

from tests.conformance.files import FALSE, TRUE, has_value, number

MATCHED, MISMATCH, ON_PURPOSE, NOT_COMPARABLE = "matched", "mismatch", "differs on purpose", "not comparable"
OUTCOMES = (MATCHED, MISMATCH, ON_PURPOSE, NOT_COMPARABLE)
# goldens.md section 0: (absolute, relative).
CLOSE = {"T1": (1e-7, 1e-7), "T2": (0, 1e-6), "T3": (1e-6, 1e-5), "T3p": (0, 1e-4), "T4": (1e-7, 1e-3)}
# Smaller p-values are the same nought.
SMALLEST_P = 1e-12


@dataclass(frozen=True, slots=True)
class NotComparable:
    """Stands for our value where the golden's input is not supplied."""

    reason: str


Ours = float | int | bool | str | None | NotComparable


@dataclass(frozen=True, slots=True)
class Value:
    """A golden's cell beside ours.

    row      what names the row to a reader, and to on_purpose.csv
    golden   the text as it is written
    tolerance T0, T1, T2, T3, T3p (a p-value of T3), T4, T5; or "own" with its own `within`
    within   for T5: upper - lower of the golden; for "own": the largest difference
    empty_means_none   an empty golden is compared too: ours must be None or nan
    """

    row: str
    column: str
    golden: str
    ours: Ours
    tolerance: str = "T1"
    within: float = 0.0
    empty_means_none: bool = False

    @property
    def compared(self) -> bool:
        return has_value(self.golden) or self.empty_means_none

    @property
    def outcome(self) -> str:
        """matched, mismatch or not comparable; what differs on purpose is told by on_purpose.py."""
        if isinstance(self.ours, NotComparable):
            return NOT_COMPARABLE
        return MATCHED if self.agrees() else MISMATCH

    def agrees(self) -> bool:
        """Whether ours is the golden within its tolerance."""
        nothing = self.ours is None or (isinstance(self.ours, float) and isnan(self.ours))
        if nothing or not has_value(self.golden):
            return nothing and not has_value(self.golden)
        if isinstance(self.ours, bool):
            return self.golden in (TRUE if self.ours else FALSE)
        if isinstance(self.ours, str):
            return self.golden == self.ours
        return self.is_near(number(self.golden), float(self.ours))

    def is_near(self, golden: float, ours: float) -> bool:
        """The tolerance's rule."""
        if golden == ours:
            return True
        if not (isfinite(golden) and isfinite(ours)) or self.tolerance == "T0":
            return False
        if self.tolerance in ("T2", "T3p") and max(abs(golden), abs(ours)) < SMALLEST_P:
            return True
        return abs(ours - golden) <= self.allowed(golden)

    def allowed(self, golden: float) -> float:
        """The largest difference from this golden."""
        if self.tolerance == "T5":
            return 0.02 * self.within
        if self.tolerance == "own":
            return self.within
        absolute, relative = CLOSE[self.tolerance]
        return absolute + relative * abs(golden)
