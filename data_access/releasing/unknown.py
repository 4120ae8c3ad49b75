"""The release of the share of people whose group is not known, beside the release of its measure."""

from __future__ import annotations

from dataclasses import replace

from data_access.releasing.build import release_of
from data_access.releasing.released import Release
from data_access.releasing.shares import is_closed
from data_access.releasing.table import Groups, Table


def share_release(table: Table, release: Release, groups: Groups, previous: Release | None = None) -> Release:
    """What may be said of a share beside the release of its measure.

    Takes    table: the share's, from the release's own table; previous: the share's release before, under the same policy.
    Reads    a share tells how many people an unknown group has, far closer than a band does: it is hidden where the release hides a cell
             that the share is made from.
    """
    share = release_of(table, release.policy, previous)
    if not release.policy.is_checked:
        return share
    return replace(share, hidden=share.hidden | (share.table.shown & is_closed(table, release.table, release.hidden, groups)[:, None]))
