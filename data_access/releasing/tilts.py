"""What printed rates give away together: numerator less a fixed rate times denominator adds up as both do, and is known far better where rates are alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from data_access.releasing.table import COLUMNS, DENOMINATOR, NUMERATOR, REST, Sum
from data_access.releasing.windows import Windows

# More than sums of large floats are off, and less than a person.
ROUNDING = 0.01
NOTHING_NEW = 1e-6
# Rates that are tried for each team, and how many times through its sums: more hid nothing more.
RUNGS = 7
CARRIED = 3


@dataclass(slots=True, eq=False)
class Reached:
    """Least and most of each number so far; is_share: a numerator is part of its denominator."""

    low: np.ndarray
    high: np.ndarray
    is_share: bool


def use_tilts(one: Sum, holds: np.ndarray, windows: Windows, reached: Reached) -> None:
    """Narrow the parts of a sum by every rate that is an end of what was printed: of the whole, and of the parts where they are few."""
    for rate in _rates(one, windows):
        _use(one, holds & np.isfinite(rate), np.nan_to_num(rate), windows, reached)


def _rates(one: Sum, windows: Windows) -> Iterator[np.ndarray]:
    places = (one.whole, *one.parts) if one.axis == COLUMNS else (one.whole,)
    for place in places:
        at = one.at(windows.told, place)
        if windows.told[at].any():
            for end in (windows.least, windows.most):
                yield np.where(windows.told[at], end[at], np.nan)


def carry_tilts(sums: Sequence[tuple[Sum, np.ndarray]], windows: Windows, reached: Reached) -> None:
    """Narrow every column of a team by carrying tilted numbers through all of its sums at one rate, for a few rates from its lowest to its highest.

    Reads    one sum hands on no more than single numbers; pools of others are nearly the same people, so each tells a little of what is between them.
    """
    every = Sum(COLUMNS, 0, tuple(range(reached.low.shape[COLUMNS])))
    for rate in _ladder(windows):
        low, high = _tilted(every, list(every.parts), rate[:, None], windows, reached)
        for _ in range(CARRIED):
            for one, holds in sums:
                _carry(one, holds, low, high)
        _narrow(every, rate[:, None], low, high, reached)


def _ladder(windows: Windows) -> np.ndarray:
    """So many of the rates that are ends of what a team was told in a period, evenly by rank; 0 where it was told nothing."""
    told = np.concatenate([windows.told, windows.told], axis=1)
    ends = np.sort(np.where(told, np.concatenate([windows.least, windows.most], axis=1), np.inf), axis=1)
    ranks = np.linspace(0, 1, RUNGS)[:, None, None] * np.maximum(told.sum(axis=1) - 1, 0)
    rates = np.take_along_axis(ends, ranks.round().astype(int).swapaxes(0, 1), axis=1).swapaxes(0, 1)
    return np.where(np.isfinite(rates), rates, 0.0)


def _carry(one: Sum, holds: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
    """The whole is within the sums of its parts, each part within what the others leave of the whole; in place."""
    parts, here = list(one.parts), holds[:, None]
    part_low, part_high = low[:, parts], high[:, parts]
    least, most = part_low.sum(axis=1), part_high.sum(axis=1)
    low[:, one.whole] = _narrower(low[:, one.whole], least, holds, up=True)
    high[:, one.whole] = _narrower(high[:, one.whole], most, holds, up=False)
    left_low, left_high = (low[:, one.whole] - most)[:, None] + part_high, (high[:, one.whole] - least)[:, None] + part_low
    low[:, parts] = _narrower(part_low, left_low, here, up=True)
    high[:, parts] = _narrower(part_high, left_high, here, up=False)


def _narrower(end: np.ndarray, other: np.ndarray, here: np.ndarray, *, up: bool) -> np.ndarray:
    """The narrower of two ends. What is as good as known stays: carried round and round, the last digit of a float would grow to people."""
    gain = other - end if up else end - other
    return np.where(here & (gain > NOTHING_NEW), other, end)


def _use(one: Sum, holds: np.ndarray, rate: np.ndarray, windows: Windows, reached: Reached) -> None:
    rate = np.expand_dims(rate, one.axis - 1)
    whole_low, whole_high = _tilted(one, [one.whole], rate, windows, reached)
    low, high = _tilted(one, list(one.parts), rate, windows, reached)
    axis = one.axis - 1
    left_low = whole_low - (high.sum(axis=axis, keepdims=True) - high)
    left_high = whole_high - (low.sum(axis=axis, keepdims=True) - low)
    here = np.expand_dims(holds, axis)
    _narrow(one, rate, np.where(here, np.maximum(low, left_low), low), np.where(here, np.minimum(high, left_high), high), reached)


def _tilted(one: Sum, places: list[int], rate: np.ndarray, windows: Windows, reached: Reached) -> tuple[np.ndarray, np.ndarray]:
    """Least and most of numerator less rate times denominator."""
    at, number = one.at(windows.least, places), one.at(reached.low, places)
    low, high = reached.low[number].astype(float), reached.high[number].astype(float)
    over, under = windows.most[at] - rate, windows.least[at] - rate
    most = over * np.where(over > 0, high[DENOMINATOR], low[DENOMINATOR])
    least = under * np.where(under > 0, low[DENOMINATOR], high[DENOMINATOR])
    return (
        np.maximum(least, low[NUMERATOR] - rate * high[DENOMINATOR]),
        np.minimum(most, high[NUMERATOR] - rate * low[DENOMINATOR]),
    )


def _narrow(one: Sum, rate: np.ndarray, least: np.ndarray, most: np.ndarray, reached: Reached) -> None:
    """From the tilted number back to numerator, rest and denominator."""
    number = one.at(reached.low, one.parts)
    low, high = reached.low[number], reached.high[number]
    _lower(high[NUMERATOR], most + rate * high[DENOMINATOR])
    _raise(low[NUMERATOR], least + rate * low[DENOMINATOR])
    safe = np.maximum(rate, 1e-9)
    _lower(high[DENOMINATOR], np.where(rate > 0, (high[NUMERATOR] - least) / safe, np.inf))
    _raise(low[DENOMINATOR], np.where(rate > 0, (low[NUMERATOR] - most) / safe, 0))
    if reached.is_share:
        _lower(high[REST], (1 - rate) * high[DENOMINATOR] - least)
        _raise(low[REST], (1 - rate) * low[DENOMINATOR] - most)
        _lower(high[REST], np.where(rate > 0, ((1 - rate) * high[NUMERATOR] - least) / safe, np.inf))
        _lower(high[NUMERATOR], np.where(rate < 1, (most + rate * high[REST]) / np.maximum(1 - rate, 1e-9), np.inf))
    reached.low[number], reached.high[number] = low, high


def _lower(high: np.ndarray, limit: np.ndarray) -> None:
    """No higher than this, in whole people; in place."""
    np.minimum(high, np.floor(np.clip(limit, -1, 2.0**41) + ROUNDING).astype(np.int64), out=high)


def _raise(low: np.ndarray, limit: np.ndarray) -> None:
    """No lower than this, in whole people; in place."""
    np.maximum(low, np.ceil(np.clip(limit, 0, 2.0**41) - ROUNDING).astype(np.int64), out=low)
