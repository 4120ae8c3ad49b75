"""Vintages, the same numbers as they were known on different days; and files that come again: neither is loaded backwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data_access.loading.batch import Batch
from data_access.loading.faults import Faults
from data_access.loading.record import standing_loads
from data_access.schema import load, load_file


@dataclass(frozen=True, slots=True)
class Loaded:
    """A load that stands: its vintage and the sums of its files."""

    load_id: int
    vintage: date | None
    digests: frozenset[str]


def loads_before(connection: Connection) -> list[Loaded]:
    """The loads that stand, latest first."""
    standing = standing_loads(connection)
    vintages = {row.load_id: row.vintage for row in connection.execute(select(load.c.load_id, load.c.vintage).where(load.c.load_id.in_(standing)))}
    digests: dict[int, set[str]] = {load_id: set() for load_id in standing}
    for load_id, sha256 in connection.execute(select(load_file.c.load_id, load_file.c.sha256).where(load_file.c.load_id.in_(standing))):
        digests[load_id].add(sha256)
    return [Loaded(load_id, vintages[load_id], frozenset(digests[load_id])) for load_id in standing]


def passed_over(batches: Sequence[Batch], before: Sequence[Loaded], faults: Faults) -> dict[int, int]:
    """Batches whose observations were loaded before later ones, and by which load; an old vintage that was not is a fault.

    Reads    loading them again would turn back what later loads restated. Whoever wants that undoes the later loads.
    """
    latest = max((one.vintage for one in before if one.vintage), default=date.min)
    passed = {}
    for place, batch in enumerate(batches):
        is_old = (batch.vintage or latest) < latest
        found = _load_of(batch, before, is_old)
        if found is not None:
            passed[place] = found.load_id
        elif is_old and len(batch.observations):
            do = "Leave this vintage out, or undo the later loads first."
            faults.add(batch.observations.names[0], None, None, batch.vintage, f"Not older than the store's vintage of {latest}", do)
    return passed


def _load_of(batch: Batch, before: Sequence[Loaded], is_old: bool) -> Loaded | None:
    """The load before the latest that brought the same files. An old vintage may have come by another mapping file."""
    asked = batch.digests if is_old else batch.digests | batch.mapping
    same = (one for one in before if batch.digests and asked <= one.digests and batch.vintage in (None, one.vintage))
    return next((one for one in same if one is not before[0]), None)


def is_new_vintage(batch: Batch, before: Sequence[Loaded]) -> bool:
    """True where no load that stands has this vintage: it is recorded even if no number differs."""
    return batch.vintage is not None and all(one.vintage != batch.vintage for one in before)
