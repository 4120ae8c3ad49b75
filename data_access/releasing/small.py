"""Which numbers are small: too few people to be told or found out."""

from __future__ import annotations

import numpy as np

from data_access.releasing.policy import Policy
from data_access.releasing.table import REST, Table


def small_numbers(table: Table, policy: Policy) -> np.ndarray:
    """By number and cell: True for 1 to below the threshold; a rate over time has no rest.

    Source   CMS cell size policy, by way of ResDAC, 26 January 2024: numerator, denominator, and what is left by subtraction.
    """
    small = (table.counts > 0) & (table.counts < policy.threshold) & table.reported
    if not table.proportion:
        small[REST] = False
    return small & table.is_shown[:, None]
