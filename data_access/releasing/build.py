"""Builds the release of a measure: by its network's policy, on top of the release before."""

from __future__ import annotations

from data_access.releasing.counted import counted_release
from data_access.releasing.kept import start_of
from data_access.releasing.policy import COUNTS, Policy
from data_access.releasing.released import Release
from data_access.releasing.rounded import rounded_release
from data_access.releasing.table import Table


def release_of(table: Table, policy: Policy, previous: Release | None = None) -> Release:
    """What may be said of a measure now.

    Takes    previous: the release before, under the same policy; None = there is none, or the policy is another.
    Returns  a release that hides at least what the one before hid.
    """
    start = start_of(table, policy, previous)
    return counted_release(start, policy) if policy.form == COUNTS else rounded_release(start, policy)
