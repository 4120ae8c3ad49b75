"""What a printed rate and size alone let a reader guess: the least and most that numerator, rest and denominator can be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from data_access.releasing.policy import Policy
from data_access.releasing.rounding import ENDLESS, NOBODY, Printed, band_ends
from data_access.releasing.table import Table

# Beyond this size every denominator of a band has a numerator that rounds to the rate.
LISTED_UP_TO = 20_000

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Form:
    """The form that a rate is printed in: its grain, its rule for small numbers, whether it has a rest."""

    grain: int
    threshold: int
    proportion: bool


def guesses(table: Table, policy: Policy, one: Printed, known: np.ndarray) -> np.ndarray:
    """(least and most) x numbers x cells, from nothing to endless where nothing is printed.

    Takes    known: the cells that are printed.
    Reads    the reader knows the rule: what is printed is nothing or at least the threshold.
    """
    found = np.empty((2, *table.counts.shape), dtype=np.int64)
    found[0], found[1] = 0, ENDLESS
    grains = policy.grains(table.multiplier)
    pairs, which = np.unique(np.stack([one.band[known], one.steps[known]]), axis=1, return_inverse=True)
    ranges = [_range(band, steps, policy, table.proportion, grains) for band, steps in pairs.T.tolist()]
    if ranges:
        found[:, :, known] = np.array(ranges).transpose(2, 1, 0)[:, :, which.ravel()]
    return found


def _range(band: int, steps: int, policy: Policy, proportion: bool, grains: tuple[int, ...]) -> tuple[Range, Range, Range]:
    if band == NOBODY:
        return (0, 0), (0, 0), (0, 0)
    return fractions_range(steps, Form(grains[band], policy.threshold, proportion), *band_ends(policy, band))


@lru_cache(maxsize=65536)
def fractions_range(steps: int, form: Form, lowest: int, highest: int) -> tuple[Range, Range, Range]:
    """Least and most numerator, rest and denominator of the fractions that print so; endless rest for a rate over time."""
    sizes = np.arange(lowest, highest + 1) if highest <= LISTED_UP_TO else np.array([lowest, highest])
    least = -((sizes * (1 - 2 * steps)) // (2 * form.grain))
    most = (sizes * (2 * steps + 1)) // (2 * form.grain)
    least = np.maximum(least, 0 if steps == 0 else form.threshold)
    most = np.minimum(most, _most(steps, form, sizes))
    real = least <= most
    if not real.any():
        return (0, ENDLESS), (0, ENDLESS), (lowest, highest)
    sizes, least, most = sizes[real], least[real], most[real]
    rest = (int((sizes - most).min()), int((sizes - least).max())) if form.proportion else (0, ENDLESS)
    return (int(least.min()), int(most.max())), rest, (int(sizes.min()), int(sizes.max()))


def _most(steps: int, form: Form, sizes: np.ndarray) -> np.ndarray:
    """The largest numerator that is told so: none, all, or all but the threshold."""
    if steps == 0:
        return np.zeros_like(sizes)
    if not form.proportion:
        return np.full_like(sizes, ENDLESS)
    return sizes if steps == form.grain else sizes - form.threshold
