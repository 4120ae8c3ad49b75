"""A row of the dots, and how the chart is laid out: the scale of its gaps, its columns, wide and narrow."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from equity.rates import Estimate
from figures.scales import inner_ticks, ratio_ticks, written_ticks

# An interval may be wider than all gaps together: the axis holds every value and this share more, intervals go on beyond it.
ROOM = 0.6
LEAST_ROOM = 0.06


@dataclass(frozen=True, slots=True)
class DotRow:
    """One team in shown units. size: how many people and where, in words; blank: why it has no gap; said: what it says when it is pointed at."""

    name: str
    size: str
    focus: Estimate
    reference: Estimate
    gap: Estimate
    blank: str | None
    said: str
    steady: bool = True
    is_mine: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """How gaps lie on their axis: as they are, or by their logarithm; from low to high, ticks with their words."""

    low: float
    high: float
    nought: float
    at: Callable[[float], float]
    ticks: list[float]
    ticktext: list[str]

    def share(self, value: float) -> float:
        """How far along the axis a value lies, 0 to 1."""
        return (self.at(value) - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Form:
    """How the chart is laid out, wide or narrow: height of a row, room above, and which share of the width each column has, pixels for a name."""

    row: int
    top: int
    names_at: float
    sizes_at: float
    pairs: tuple[float, float] | None
    gaps: tuple[float, float]
    room: float
    name_up: float
    size_down: float


WIDE = Form(34, 62, 0.014, 0.285, (0.49, 0.655), (0.7, 0.995), 184, 0.0, 0.0)
NARROW = Form(46, 44, 0.02, 0.02, None, (0.45, 0.985), 134, 0.17, 0.22)


def gap_scale(rows: Sequence[DotRow], network: Estimate, *, is_ratio: bool) -> Scale:
    """The range that holds every gap, no gap and the network's, and of the intervals as much as leaves the gaps readable."""
    at = math.log10 if is_ratio else float
    nought = 1.0 if is_ratio else 0.0
    gaps = [row.gap for row in rows if row.blank is None] + ([network] if network.known else [])
    values = [at(gap.value) for gap in gaps] + [at(nought)]
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    ends = [at(end) for gap in gaps for end in (gap.low, gap.high) if math.isfinite(end) and (end > 0 or not is_ratio)]
    low, high = (max(min([low, *ends]), low - ROOM * span), min(max([high, *ends]), high + ROOM * span))
    # "no gap" and the network's value are written beside their lines.
    room = LEAST_ROOM * (high - low) or LEAST_ROOM
    low, high = low - room, high + room
    if is_ratio:
        ticks = ratio_ticks(10**low, 10**high)
        return Scale(low, high, nought, at, [at(tick) for tick in ticks], [f"{tick:g}" for tick in ticks])
    ticks = inner_ticks(low, high)
    return Scale(low, high, nought, at, ticks, written_ticks(ticks))
