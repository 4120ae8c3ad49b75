"""Stretches of a series that stay alike, and how runs about a centre line are counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbours with one mark: places start to stop - 1."""

    start: int
    stop: int
    mark: int

    @property
    def length(self) -> int:
        return self.stop - self.start


def stretches(marks: np.ndarray) -> Iterator[Stretch]:
    """The longest stretches of equal marks, from left to right."""
    ends = [0, *(np.flatnonzero(np.diff(marks)) + 1).tolist(), len(marks)]
    for start, stop in zip(ends, ends[1:], strict=False):
        if start < stop:
            yield Stretch(start, stop, int(marks[start]))


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs about a centre line. useful = points that are known and not on the line."""

    useful: int
    longest: int
    crossings: int

    @property
    def count(self) -> int:
        return self.crossings + 1 if self.useful else 0


def runs_about(sides: np.ndarray) -> Runs:
    """How many runs there are and how long the longest is; points on the line neither break nor lengthen one.

    Takes    sides as `sides_of` gives them.
    Reads    one long run = the process has moved; as many runs as points = it swings to and fro.
    Source   Perla, Provost, Murray 2011, doi:10.1136/bmjqs.2009.037895; rules.md sections 1 and 2.
    """
    useful = sides[sides != 0]
    lengths = [stretch.length for stretch in stretches(useful)]
    return Runs(len(useful), max(lengths, default=0), max(len(lengths) - 1, 0))
