"""What the trail is told of a load: that it was made, refused or undone, by whom, and what it changed of what may be shown to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, select

from data_access import schema
from data_access.accounts.audit import REFUSED, Line, add_line_from_outside
from data_access.engine import is_missing, writing
from data_access.loading.report import OneLoad
from data_access.migrate import head_revision, revision_of
from data_access.visibility import OPEN
from equity.errors import LoadRefused

TERMS = schema.team_measure.c

POLICY = select(schema.network.c.release_policy)
VISIBILITY = select(TERMS.team_id, TERMS.measure_id, TERMS.visibility).order_by(TERMS.team_id, TERMS.measure_id)
# A network of thousands of teams does not fill the trail with one load.
MOST_LINES = 200

Shown = Mapping[tuple[str, ...], str]


def shown_to_whom(connection: Connection) -> dict[tuple[str, ...], str]:
    """The network's release policy, under ("policy",), and how each team lets each measure be seen, under ("visibility", team, measure)."""
    policy = connection.scalar(POLICY)
    return ({("policy",): policy} if policy else {}) | {("visibility", row.team_id, row.measure_id): row.visibility for row in connection.execute(VISIBILITY)}


def tell_loads(connection: Connection, loads: Iterable[tuple[OneLoad, Iterable[str]]], loaded_by: str, before: Shown) -> None:
    """Tell the trail of loads with the names of their files, and of what they changed since before."""
    for one, names in loads:
        if one.load_id is not None:
            rows = ", ".join(f"{count} {kind}" for kind, count in one.rows.items() if count)
            _tell(connection, Line("load", f"load {one.load_id} by {loaded_by}: {rows or 'nothing new'}; {', '.join(names)}"))
    tell_changes(connection, before, loaded_by)


def tell_refused(engine: Engine, refused: LoadRefused, loaded_by: str) -> None:
    """Tell the trail, in a transaction of its own, that a load was refused: in which files, never what stands in them. A store that is not there stays so."""
    if is_missing(engine):
        return
    with writing(engine) as connection:
        if revision_of(connection) == head_revision():
            names = ", ".join(dict.fromkeys(fault.file for fault in refused.faults))
            _tell(connection, Line("load", f"by {loaded_by}: {refused.found} faults; {names}", REFUSED))


def tell_undone(connection: Connection, load_id: int, undoing: int, loaded_by: str, before: Shown) -> None:
    """Tell the trail that a load was taken back, and of what that changed."""
    _tell(connection, Line("undo", f"load {load_id} taken back by {loaded_by}; load {undoing} records it"))
    tell_changes(connection, before, loaded_by)


def tell_changes(connection: Connection, before: Shown, changed_by: str) -> None:
    """Tell the trail how policy and visibility differ from what they were before, in the transaction that changed them."""
    lines = list(_changes(before, shown_to_whom(connection), changed_by))
    for line in lines[:MOST_LINES]:
        _tell(connection, line)
    if len(lines) > MOST_LINES:
        _tell(connection, Line("visibility", f"{len(lines) - MOST_LINES} more changes by {changed_by}"))


def _changes(before: Shown, after: Shown, changed_by: str) -> Iterator[Line]:
    """A line for each change. A measure that a team newly works on, open to the network, is none."""
    for key in sorted({*before, *after}):
        kind, *place = key
        assumed = OPEN if kind == "visibility" else "none"
        old, new = before.get(key, assumed), after.get(key, assumed)
        if old != new:
            yield Line(kind, f"{' '.join(place)}{' ' if place else ''}{old} > {new}, by {changed_by}")


def _tell(connection: Connection, line: Line) -> None:
    add_line_from_outside(connection, line, datetime.now(UTC))
