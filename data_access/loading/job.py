"""One command from files to store: read all, check all, write all in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Engine

from data_access.engine import is_missing, writing
from data_access.kept_tables import keep_all_tables, keep_tables
from data_access.loading.batch import Batch, read_batch
from data_access.loading.csv_source import Tick
from data_access.loading.faults import Faults
from data_access.loading.inputs import Part
from data_access.loading.known import Known, known_in_store
from data_access.loading.observation_rules import check_observations, notices
from data_access.loading.progress import progress_bar
from data_access.loading.record import ADDED, UNCHANGED, Record
from data_access.loading.report import LoadReport, OneLoad
from data_access.loading.rules import check_definitions
from data_access.loading.told import shown_to_whom, tell_loads
from data_access.loading.vintages import is_new_vintage, loads_before, passed_over
from data_access.loading.write_definitions import write_definitions
from data_access.loading.write_observations import write_observations
from data_access.migrate import head_revision, known_revisions, migrate_connection, revision_of
from data_access.settling import differing, put_back_filed, settle
from equity.errors import LoadRefused, SchemaNewer, SchemaOlder


def load_parts(engine: Engine, parts: Sequence[Part], faults: Faults, *, loaded_by: str, keep: bool = True) -> LoadReport:
    """Load the parts in their order; a store that is missing is set up, in the same transaction.

    Takes    faults: those found so far, in finding the files; keep: False = check all, keep nothing.
    Raises   LoadRefused with every reason, SchemaOlder, SchemaNewer; the store is as it was.
    """
    batches = _read(parts, faults)
    if is_missing(engine):
        # A refusal, or a check, must not leave an empty store behind.
        said = _check(batches, Known(), faults)
        if not keep:
            return LoadReport([_as_if_added(batch) for batch in batches], said, written=False)
    with writing(engine) as connection:
        _require_schema(connection)
        known = known_in_store(connection)
        passed = passed_over(batches, loads_before(connection), faults)
        said = _check(batches, known, faults)
        loads = _write(connection, batches, passed, known, loaded_by)
        said += _differing_from_choices(connection, batches)
        if not keep:
            connection.get_transaction().rollback()
    return LoadReport(loads, [*said, *_said_of(batches, passed, loads)], written=keep)


def _said_of(batches: Sequence[Batch], passed: Mapping[int, int], loads: Sequence[OneLoad]) -> Iterator[str]:
    """What is no fault, and worth saying about what was written."""
    for place, load_id in passed.items():
        names = ", ".join(batches[place].observations.names)
        yield f"{names} was passed over: load {load_id} brought it, and later loads stand on it. To go back, undo those."
    restated = sum(one.restated for one in loads)
    if restated:
        yield f"Numbers restated that had been reported before: {restated:,}. The store keeps old and new value of each."


def _differing_from_choices(connection: Connection, batches: Sequence[Batch]) -> list[str]:
    """Where these files say otherwise of a team's visibility than when the team chose in the app."""
    return [str(one) for one in differing(connection)] if any(batch.rows["team_measures"] for batch in batches) else []


def _read(parts: Sequence[Part], faults: Faults) -> list[Batch]:
    size = sum(source.path.stat().st_size for part in parts for source in part.sources)
    with progress_bar("Reading", size, "B") as bar:
        return [read_batch(part, faults, bar.update) for part in parts]


def _require_schema(connection: Connection) -> None:
    """Set up a store that has no schema; refuse one that has another."""
    found = revision_of(connection)
    if found is None:
        migrate_connection(connection)
    elif found not in known_revisions():
        raise SchemaNewer(found=found)
    elif found != head_revision():
        raise SchemaOlder(found=found)


def _check(batches: Sequence[Batch], known: Known, faults: Faults) -> list[str]:
    """Every rule on every batch; known holds all of them afterwards. Returns notices. Raises LoadRefused."""
    for batch in batches:
        check_definitions(batch, known, faults)
        check_observations(batch.observations, known, faults)
        known.report_on(batch)
    if faults.found:
        raise LoadRefused(faults=faults.in_order(), found=faults.found, rejected=faults.rejected)
    return list(dict.fromkeys(notice for batch in batches for notice in notices(batch.observations, known)))


def _write(connection: Connection, batches: Sequence[Batch], passed: Container[int], known: Known, loaded_by: str) -> list[OneLoad]:
    """Write every batch, then what is kept of them."""
    before, shown = loads_before(connection), shown_to_whom(connection)
    loads, measures, is_defined = [], set(), False
    put_back_filed(connection)
    with progress_bar("Writing", sum(len(batch.observations) for batch in batches), " rows") as bar:
        for place, batch in enumerate(batches):
            record = Record(connection, loaded_by, batch.vintage, batch.sources)
            is_defined |= write_definitions(connection, batch, known, record)
            _write_counts(batch, place in passed, known, record, bar.update)
            if is_new_vintage(batch, before):
                record.make()
            record.finish()
            measures |= set(batch.observations.measures)
            loads.append(OneLoad(record.made, batch.vintage and str(batch.vintage), dict(record.rows), record.restated))
    settle(connection)
    if any(one.load_id is not None for one in loads):
        if is_defined:
            keep_all_tables(connection)
        else:
            keep_tables(connection, measures)
    tell_loads(connection, zip(loads, (names_of(batch) for batch in batches), strict=True), loaded_by, shown)
    return loads


def names_of(batch: Batch) -> list[str]:
    """The names of a batch's files."""
    return [source.name for source in batch.sources]


def _write_counts(batch: Batch, is_passed: bool, known: Known, record: Record, tick: Tick) -> None:
    """Write a batch's observations, or count them as unchanged where they are passed over."""
    if is_passed:
        record.rows[UNCHANGED] += len(batch.observations)
    else:
        write_observations(record.connection, batch.observations, known, record, tick)


def _as_if_added(batch: Batch) -> OneLoad:
    rows = len(batch.observations) + sum(len(rows) for rows in batch.rows.values())
    return OneLoad(None, batch.vintage and str(batch.vintage), {ADDED: rows}, 0)
