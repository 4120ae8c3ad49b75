"""Two groups' counts by month, as trend/input_* gives them, and the gap on three scales."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.conformance.files import Golden, Row, flag, number

Numbers = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True, slots=True)
class GapMonths:
    """Numerators and denominators of both groups, month by month."""

    month: np.ndarray
    ref: Numbers
    comp: Numbers
    favourable: bool

    @classmethod
    def of(cls, golden: Golden) -> GapMonths:
        """The counts of an input file."""
        rows = golden.rows
        ref, comp = (group_columns(rows, name) for name in ("ref", "comp"))
        return cls(ref[0], (ref[1], ref[2]), (comp[1], comp[2]), flag(rows[0]["favourable"]))

    @property
    def upper_and_lower(self) -> tuple[Numbers, Numbers]:
        """Turned so that a gap above 0 means that the compared group is worse off."""
        return (self.ref, self.comp) if self.favourable else (self.comp, self.ref)

    def scales(self) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """The gap and its standard errors from each month's own rates: difference, log ratio, log ratio of the complements."""
        (upper, upper_n), (lower, lower_n) = self.upper_and_lower
        high, low = upper / upper_n, lower / lower_n
        with np.errstate(divide="ignore", invalid="ignore"):
            complement = np.log((1 - low) / (1 - high)), log_error(upper_n - upper, upper_n, lower_n - lower, lower_n)
            ratio = np.log(high / low), log_error(upper, upper_n, lower, lower_n)
        error = np.sqrt(high * (1 - high) / upper_n + low * (1 - low) / lower_n)
        return {"D": (high - low, error), "logR": ratio, "logR_complement": complement}


def group_columns(rows: list[Row], group: str) -> np.ndarray:
    """Month, numerator and denominator of a group, by month."""
    columns = ("month", "numerator", "denominator")
    return np.array(sorted(tuple(number(row[name]) for name in columns) for row in rows if row["group"] == group)).T


def log_error(x1: np.ndarray, n1: np.ndarray, x2: np.ndarray, n2: np.ndarray) -> np.ndarray:
    """Standard error of the log of a ratio of two proportions."""
    return np.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2)
