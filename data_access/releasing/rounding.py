"""The printed form of a count: a rounded rate and the band that its denominator lies in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data_access.releasing.policy import Policy
from data_access.releasing.table import DENOMINATOR, NUMERATOR, REST, Table

# Larger than any count, small enough to be added up by the thousand.
ENDLESS = 2**40
NOBODY, UNPRINTED = -1, -2


@dataclass(frozen=True, slots=True, eq=False)
class Printed:
    """What is printed of each cell. band: place in the policy's bands, NOBODY for a denominator of 0, or UNPRINTED; steps: the rate in grains."""

    band: np.ndarray
    steps: np.ndarray


def printed(table: Table, policy: Policy) -> Printed:
    """Each count rounded by itself; what is too small for its rate to be told, or would round to none or to all, is not printed."""
    numerator, rest, denominator = table.counts[[NUMERATOR, REST, DENOMINATOR]]
    band = np.searchsorted(policy.bands, denominator, side="right") - 1
    grain = np.append(policy.grains(table.multiplier), 0)[np.where(denominator > 0, band, -1)]
    steps = (2 * numerator * grain + denominator) // np.maximum(2 * denominator, 1)
    untrue = (numerator > 0) & (steps == 0)
    if table.proportion:
        untrue |= (rest > 0) & (steps == grain)
    unprinted = (band < 0) | (grain == 0) | untrue
    return Printed(np.where(denominator == 0, NOBODY, np.where(unprinted, UNPRINTED, band)), np.where(denominator == 0, 0, steps))


def band_ends(policy: Policy, band: int) -> tuple[int, int]:
    """The lowest and the highest denominator of a band; the last has no end."""
    ends = (*policy.bands, ENDLESS + 1)
    return ends[band], ends[band + 1] - 1
