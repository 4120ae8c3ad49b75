"""Ticks and ranges, and labels kept apart: where things stand, before anything is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from equity.periods import Period

STEPS = (1, 2, 2.5, 5, 10)
RATIO_TICKS = (0.1, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7, 10, 20, 50)


def finite(values: Iterable[float]) -> list[float]:
    """The values that are numbers."""
    return [value for value in values if math.isfinite(value)]


def nice_ticks(low: float, high: float, *, about: int = 3) -> list[float]:
    """Round ticks that span low to high, about so many steps apart; first and last lie on or outside the span."""
    span = (high - low) or abs(high) or 1.0
    rough = span / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(step * power for step in STEPS if step * power >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(count * step, 10) for count in range(first, last + 1)]


def inner_ticks(low: float, high: float, *, fewest: int = 3) -> list[float]:
    """Round ticks that lie inside the range, at least so many, on the widest step that gives them."""
    for about in (2, 3, 4, 5, 6, 8, 12):
        inside = [tick for tick in nice_ticks(low, high, about=about) if low <= tick <= high]
        if len(inside) >= fewest:
            break
    return inside


def ratio_ticks(low: float, high: float, *, most: int = 4) -> list[float]:
    """Ticks of a log axis that always holds 1, at most so many."""
    low, high = min(low, 1.0), max(high, 1.0)
    within = [tick for tick in RATIO_TICKS if low * 0.97 <= tick <= high * 1.03]
    while len(within) > most:
        kept = [tick for place, tick in enumerate(within) if place % 2 == within.index(1) % 2]
        within = kept if len(kept) < len(within) else within[:most]
    return within


def pushed_apart(places: Sequence[float], least: Sequence[float]) -> list[float]:
    """The places (pixels, in any order) moved as little as keeps each `least` of itself clear from the next, order kept."""
    order = sorted(range(len(places)), key=lambda item: places[item])
    moved = list(places)
    for _ in range(len(places)):
        for below, above in zip(order, order[1:], strict=False):
            gap = (least[below] + least[above]) / 2
            lack = gap - (moved[above] - moved[below])
            if lack > 1e-9:
                moved[below] -= lack / 2
                moved[above] += lack / 2
    return moved


def period_ticks(periods: Sequence[Period], *, most: int) -> tuple[list[str], list[str]]:
    """Where a time axis has ticks (ISO dates at mid-period) and their words, at most so many."""
    step = math.ceil(len(periods) / most) or 1
    if step > 1 and periods[0].grain == "half-year":
        step += step % 2
    kept = periods[::step]
    return [period.middle.isoformat() for period in kept], [tick_words(period, before) for before, period in zip([None, *kept], kept, strict=False)]


def tick_words(period: Period, before: Period | None) -> str:
    """A period's word on the axis; its year below where the year is new."""
    new_year = before is None or before.start.year != period.start.year
    match period.grain:
        case "quarter":
            return f"Q{(period.start.month + 2) // 3}" + (f"<br>{period.start.year}" if new_year else "")
        case _:
            return str(period.start.year) if new_year else ""


def runs(known: Sequence[bool]) -> list[range]:
    """Stretches of neighbouring places that are known: a line never crosses a gap."""
    found, start = [], None
    for place, is_known in enumerate([*known, False]):
        if is_known and start is None:
            start = place
        elif not is_known and start is not None:
            found.append(range(start, place))
            start = None
    return found
