"""Between which ends the rate lies that rounds to what is printed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data_access.releasing.policy import Policy
from data_access.releasing.rounding import ENDLESS, Printed
from data_access.releasing.table import Table


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """Least and most rate of each cell: as printed, else anything."""

    least: np.ndarray
    most: np.ndarray
    told: np.ndarray


def windows(table: Table, policy: Policy, one: Printed, said: np.ndarray) -> Windows:
    """The rates that round to what is printed."""
    grain = np.append(policy.grains(table.multiplier), 0)[np.where(said, np.maximum(one.band, -1), -1)]
    told = said & (grain > 0)
    steps, grain = np.where(told, one.steps, 0), np.where(told, grain, 1)
    least, most = (2 * steps - 1) / (2 * grain), (2 * steps + 1) / (2 * grain)
    highest = 1.0 if table.proportion else float(ENDLESS)
    return Windows(np.where(told, np.clip(least, 0, None), 0.0), np.where(told, np.clip(most, None, highest), highest), told)
