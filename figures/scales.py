"""Ticks and ranges, and labels kept apart: where things stand, before anything is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import accumulate, count, pairwise
from statistics import fmean as mean

from equity.numbers import decimal
from equity.periods import Period

STEPS = (1, 2, 2.5, 5, 10)
RATIO_TICKS = (0.1, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7, 10, 20, 50)


def finite(values: Iterable[float]) -> list[float]:
    """The values that are numbers."""
    return [value for value in values if math.isfinite(value)]


def brief(value: float) -> float:
    """The number in six digits: finer than a screen, and short on its way there."""
    return float(f"{value:.6g}")


def nice_ticks(low: float, high: float, *, about: int = 3) -> list[float]:
    """Round ticks that span low to high, about so many steps apart; first and last lie on or outside the span."""
    span = (high - low) or abs(high) or 1.0
    rough = span / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(step * power for step in STEPS if step * power >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    places = max(0, 1 - round(math.log10(power)))
    return [round(number * step, places) for number in range(first, max(last, first + 1) + 1)]


def inner_ticks(low: float, high: float, *, fewest: int = 3) -> list[float]:
    """Round ticks that lie inside the range, at least so many (4 at most), on the widest step that gives them."""
    tried = ([tick for tick in nice_ticks(low, high, about=about) if low <= tick <= high] for about in (2, 3, 4, 5, 6, 8, 12))
    return next(inside for inside in tried if len(inside) >= fewest)


def written_ticks(ticks: Sequence[float], unit: str = "") -> list[str]:
    """The ticks as an axis writes them: as many decimals for all as the finest needs, the unit on the last."""
    places = next(places for places in count() if all(round(tick, places) == tick for tick in ticks))
    said = [decimal(tick, places) for tick in ticks]
    return [*said[:-1], said[-1] + unit]


def ratio_ticks(low: float, high: float, *, most: int = 4) -> list[float]:
    """Ticks of a log axis that always holds 1, at most so many."""
    low, high = min(low, 1.0), max(high, 1.0)
    within = [tick for tick in RATIO_TICKS if low * 0.97 <= tick <= high * 1.03]
    while len(within) > most:
        within = [tick for place, tick in enumerate(within) if place % 2 == within.index(1) % 2]
    return within


def pushed_apart(places: Sequence[float], least: Sequence[float], *, lowest: float = -math.inf, highest: float = math.inf) -> list[float]:
    """The places (pixels, in any order) moved as little as keeps all clear of each other, order kept.

    Takes    least: how much room each takes; lowest and highest: between which they stand, if there is room for all.
    """
    if not places:
        return []
    order = sorted(range(len(places)), key=lambda item: places[item])
    sizes = [least[item] for item in order]
    # Taken off, each place need only be no lower than the one before it.
    offsets = list(accumulate(((below + above) / 2 for below, above in pairwise(sizes)), initial=0.0))
    level = nearest_rising([places[item] - offset for item, offset in zip(order, offsets, strict=True)])
    bottom, top = lowest + sizes[0] / 2, highest - sizes[-1] / 2 - offsets[-1]
    if bottom <= top:
        level = [min(max(value, bottom), top) for value in level]
    moved = {item: value + offset for item, value, offset in zip(order, level, offsets, strict=True)}
    return [moved[item] for item in range(len(places))]


def nearest_rising(values: Sequence[float]) -> list[float]:
    """The series that never falls and lies nearest to these values (least squares): neighbours that fall share their mean."""
    blocks: list[list[float]] = []
    for value in values:
        blocks.append([value])
        while len(blocks) > 1 and mean(blocks[-2]) > mean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    return [mean(block) for block in blocks for _ in block]


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
