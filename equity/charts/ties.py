"""On which side of a line a value lies. A value that only the rounding of a computer puts beside a line lies on it."""

from __future__ import annotations

import numpy as np

TOLERANCE = 1e-9


def sides_of(values: np.ndarray, line: np.ndarray | float) -> np.ndarray:
    """1 above the line, -1 below, 0 on it or where one of the two is missing.

    Source   rules.md section 0: without a tolerance a flat series of 0.1 becomes one long run.
    """
    with np.errstate(invalid="ignore"):
        off = np.asarray(values, dtype=float) - line
        nothing = TOLERANCE * np.maximum(1.0, np.abs(line))
    return (off > nothing).astype(int) - (off < -nothing)


def steps_of(values: np.ndarray) -> np.ndarray:
    """Of known values: 1 where the next one is higher, -1 where it is lower, 0 where it is the same."""
    return sides_of(values[1:], values[:-1])
