"""Measures and stratifiers as the store defines them, read by whoever holds a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, Row, select

from data_access import schema
from equity.catalogue import Group, Measure, Stratifier

MEASURES = select(
    schema.measure.c.measure_id,
    schema.measure.c.name,
    schema.measure.c.short_name,
    schema.measure.c.kind,
    schema.measure.c.number,
    schema.measure.c.numerator_words,
    schema.measure.c.denominator_words,
    schema.measure.c.people,
    schema.measure.c.improvement_direction,
    schema.measure.c.unit,
    schema.measure.c.multiplier,
    schema.measure.c.grain,
    schema.measure.c.due_days,
    schema.measure.c.stratifier_id,
    schema.measure.c.reference_group,
    schema.measure.c.focus_group,
    schema.measure.c.scale,
    schema.measure.c.meaningful_change,
    schema.measure.c.steward,
    schema.measure.c.source,
    schema.measure.c.version,
    schema.measure.c.valid_from,
).order_by(schema.measure.c.position, schema.measure.c.measure_id)

GUARDS = select(schema.measure_guard.c.measure_id, schema.measure_guard.c.guarded_measure_id).order_by(
    schema.measure_guard.c.measure_id, schema.measure_guard.c.guarded_measure_id
)

STRATIFIERS = select(schema.stratifier.c.stratifier_id, schema.stratifier.c.name, schema.stratifier.c.ordered, schema.stratifier.c.version).order_by(
    schema.stratifier.c.name, schema.stratifier.c.stratifier_id
)

GROUPS = select(
    schema.stratifier_group.c.stratifier_id,
    schema.stratifier_group.c.group_code,
    schema.stratifier_group.c.label,
    schema.stratifier_group.c.short_label,
    schema.stratifier_group.c.position,
    schema.stratifier_group.c.kind,
    schema.stratifier_group.c.includes,
).order_by(schema.stratifier_group.c.stratifier_id, schema.stratifier_group.c.position, schema.stratifier_group.c.group_code)


def measures_of(connection: Connection) -> tuple[Measure, ...]:
    """Every measure, in the network's own order."""
    guards = _by_first(connection.execute(GUARDS))
    rows = connection.execute(MEASURES).all()
    return tuple(Measure(**row._mapping, guards=tuple(guarded for _, guarded in guards[row.measure_id])) for row in rows)


def stratifiers_of(connection: Connection) -> tuple[Stratifier, ...]:
    """Every stratifier by its name, with its groups in their order."""
    groups = _by_first(connection.execute(GROUPS))
    rows = connection.execute(STRATIFIERS).all()
    return tuple(Stratifier(*row, groups=tuple(Group(*group[1:]) for group in groups[row.stratifier_id])) for row in rows)


def _by_first(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows in their order, by their first column."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found
