"""What the network consists of: its measures, stratifiers and events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from sqlalchemy import select

from data_access import schema
from data_access.definitions import measures_of, stratifiers_of
from data_access.loads import catalogue_load
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.catalogue import Catalogue, Event, Network

NETWORK = select(
    schema.network.c.network_id,
    schema.network.c.name,
    schema.network.c.starts_on,
    schema.network.c.months,
    schema.network.c.as_of,
    schema.network.c.synthetic,
    schema.network.c.release_policy,
)

EVENTS = select(
    schema.event.c.event_id,
    schema.event.c.kind,
    schema.event.c.number,
    schema.event.c.name,
    schema.event.c.starts_on,
    schema.event.c.ends_on,
    schema.event.c.cohort,
    schema.event.c.place,
).order_by(schema.event.c.starts_on, schema.event.c.event_id)


def catalogue(viewer: Viewer) -> Catalogue:
    """All that pages need to name things; the same for every viewer."""
    today = date.today()
    return remembered(("catalogue", today), lambda: _read(viewer, today))


def _read(viewer: Viewer, today: date) -> Catalogue:
    with reading() as connection:
        network = connection.execute(NETWORK).one()
        return Catalogue(
            network=Network(**{**network._mapping, "as_of": network.as_of or today}),
            measures=measures_of(connection),
            stratifiers=stratifiers_of(connection),
            events=with_action_periods(Event(*row) for row in connection.execute(EVENTS)),
            load=catalogue_load(viewer),
        )


def with_action_periods(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events in order of time, with an action period between every two convenings of a cohort that none was given for.

    Reads    it runs from the day after one convening to the day before the next.
    """
    given = list(events)
    filled = list(given)
    for cohort in {event.cohort for event in given}:
        convenings = [event for event in given if event.kind == "convening" and event.cohort == cohort]
        filled.extend(period for before, after in pairwise(convenings) if (period := action_period(before, after, given)))
    return tuple(sorted(filled, key=lambda event: (event.starts_on, event.event_id)))


def action_period(before: Event, after: Event, given: Iterable[Event]) -> Event | None:
    """The action period between two convenings; None where one was given, or where no day lies between."""
    first, last = date.fromordinal(before.ends_on.toordinal() + 1), date.fromordinal(after.starts_on.toordinal() - 1)
    there = any(event.kind == "action_period" and event.cohort == before.cohort and event.starts_on <= last and event.ends_on >= first for event in given)
    if there or first > last:
        return None
    name = f"Action period {before.number}"
    return replace(before, event_id=f"{before.event_id}-action", kind="action_period", name=name, starts_on=first, ends_on=last, place="")
