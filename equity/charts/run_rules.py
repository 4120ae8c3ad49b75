"""Rules that look at neighbours only: points in a row on one side, points in a row that rise or fall."""

from __future__ import annotations

import numpy as np

from equity.charts.stretches import stretches
from equity.charts.ties import steps_of


def shift_marks(sides: np.ndarray, length: int) -> np.ndarray:
    """1 or -1 at every point of a stretch of at least so many on one side, else 0. A point on the line breaks it.

    Takes    sides of known points, as `sides_of` gives them.
    Reads    1 = the level lies higher; -1 = lower.
    Source   Making Data Count, rules.md section 4 b.
    """
    marks = np.zeros(len(sides), dtype=int)
    for stretch in stretches(sides):
        if stretch.length >= length:
            marks[stretch.start : stretch.stop] = stretch.mark
    return marks


def shift_marks_skipping(sides: np.ndarray, length: int) -> np.ndarray:
    """The same where points on the line neither break a stretch nor count.

    Source   Perla, Provost, Murray 2011; rules.md section 1.
    """
    marks = np.zeros(len(sides), dtype=int)
    useful = np.flatnonzero(sides)
    marks[useful] = shift_marks(sides[useful], length)
    return marks


def trend_marks(values: np.ndarray, length: int) -> np.ndarray:
    """1 at every point of at least so many in a row that rise, -1 where they fall, else 0. Equal neighbours break it.

    Takes    known values.
    Reads    where a fall follows a rise, the turning point is told of the fall.
    Source   Making Data Count, rules.md section 4 c.
    """
    marks = np.zeros(len(values), dtype=int)
    for stretch in stretches(steps_of(values)):
        if stretch.mark and stretch.length >= length - 1:
            marks[stretch.start : stretch.stop + 1] = stretch.mark
    return marks


def trend_marks_skipping(values: np.ndarray, length: int) -> np.ndarray:
    """The same where of equal neighbours only the first counts.

    Source   Perla, Provost, Murray 2011; rules.md section 1.
    """
    marks = np.zeros(len(values), dtype=int)
    first = np.flatnonzero(np.concatenate([np.ones(min(1, len(values)), dtype=int), steps_of(values)]))
    marks[first] = trend_marks(values[first], length)
    return marks
