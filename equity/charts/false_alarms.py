"""Of many charts some signal by chance alone: how many would, if nothing moved anywhere."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

RUN_CHART, ANHOEJ, LIMITS, LIMITS_SCREENED, MAKING_DATA_COUNT, LAST_POINT = (
    "run chart",
    "anhoej",
    "limits",
    "limits, screened",
    "making data count",
    "making data count, last point",
)
# Shares of charts of independent normal values that signal, by number of points (simulation in rules.md section 6).
POINTS = (12, 18, 24, 36)
SHARES = {
    RUN_CHART: (0.126, 0.253, 0.366, 0.574),
    ANHOEJ: (0.015, 0.012, 0.034, 0.044),
    LIMITS: (0.029, 0.042, 0.058, 0.082),
    LIMITS_SCREENED: (0.056, 0.072, 0.097, 0.124),
    MAKING_DATA_COUNT: (0.079, 0.124, 0.189, 0.282),
    LAST_POINT: (0.015, 0.016, 0.017, 0.020),
}
# Below ten points no rule is used, so nothing can signal.
FEWEST = 10


def expected_false_alarms(lengths: Iterable[int], rules: str) -> float:
    """How many of these charts would signal if nothing moved.

    Takes    lengths: known points of each chart; rules: one of SHARES.
    Reads    print it beside every tally of charts with signals: 60 run charts of 18 points give about 15 by chance alone.
    Source   rules.md section 6; between the simulated lengths in proportion, beyond them as at the nearest.
    """
    return float(sum(np.interp(length, POINTS, SHARES[rules]) for length in lengths if length >= FEWEST))
