"""What is computed from the store and kept in it: always made in the transaction of the change that makes it stale."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, select, update

from data_access.levels_job import keep_levels
from data_access.release_job import keep_release
from data_access.schema import measure, network, store_state
from data_access.summary import keep_summary
from data_access.verdict_job import keep_verdicts
from equity.catalogue import Network


def keep_tables(connection: Connection, measure_ids: Collection[str]) -> None:
    """Compute summary, release and verdicts of these measures again, and give the store a new version."""
    found = network_of(connection)
    if found is not None:
        keep_summary(connection, measure_ids)
        keep_release(connection, found, measure_ids)
        keep_verdicts(connection, found, measure_ids)
    raise_version(connection)


def keep_all_tables(connection: Connection) -> None:
    """The same for every measure, and every team's levels."""
    keep_levels(connection)
    keep_tables(connection, all_measures(connection))


def all_measures(connection: Connection) -> set[str]:
    """Every measure's id."""
    return set(connection.scalars(select(measure.c.measure_id)))


def network_of(connection: Connection) -> Network | None:
    """The network as the store has it, its as_of filled with today where it is open; None where no network is loaded."""
    row = connection.execute(select(network)).one_or_none()
    if row is None:
        return None
    return Network(row.network_id, row.name, row.starts_on, row.months, row.as_of or date.today(), row.synthetic, row.release_policy)


def raise_version(connection: Connection) -> None:
    """Give the store its next version, so that nothing computed from its old state is used again."""
    if not connection.execute(update(store_state).values(version=store_state.c.version + 1)).rowcount:
        connection.execute(store_state.insert().values(version=1))
