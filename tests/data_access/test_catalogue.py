"""What the network consists of, as pages name it."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import catalogue as module
from data_access import schema
from data_access.catalogue import catalogue, with_action_periods
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.catalogue import Event, Group
from tests.data_access.builder import MEASURE, Builder


def event(event_id: str, first: str, last: str, *, kind: str = "convening", number: int = 1, cohort: str = "") -> Event:
    return Event(event_id, kind, number, f"Convening {number}", date.fromisoformat(first), date.fromisoformat(last), cohort, "Hall")


def spans(events) -> list[str]:
    return [f"{one.event_id} {one.starts_on} {one.ends_on}" for one in events]


def test_everything_is_read_as_it_was_loaded(made):
    made.measure(measure_id="cost", kind="balancing", valid_from=date(2025, 1, 1))
    made.insert(schema.measure_guard, {"measure_id": "cost", "guarded_measure_id": "bp"})
    made.insert(schema.event, {"event_id": "c1", "kind": "convening", "number": 1, "name": "First", "starts_on": date(2025, 2, 3), "ends_on": date(2025, 2, 4)})
    made.keep()
    found = catalogue(NETWORK_LEAD)
    assert (found.network.name, found.network.as_of, found.network.months, found.network.synthetic) == ("Kansas City", date(2025, 12, 31), 18, True)
    assert [measure.measure_id for measure in found.measures] == ["bp", "cost"]
    bp = found.measure("bp")
    assert {name: getattr(bp, name) for name in MEASURE} == MEASURE
    assert (bp.guards, found.measure("cost").guards, found.measure("cost").valid_from) == ((), ("bp",), date(2025, 1, 1))
    race = found.stratifier("race")
    assert [group.group_code for group in race.groups] == ["black", "hispanic", "white", "unknown"]
    assert race.groups[3] == Group("unknown", "Unknown", "Unknown", 4, "unknown", "")
    assert [one.stratifier_id for one in found.stratifiers] == ["overall", "race"]
    assert found.events == (Event("c1", "convening", 1, "First", date(2025, 2, 3), date(2025, 2, 4), "", ""),)
    assert (found.load.load_id, found.load.loaded_at, found.load.data_through) == (1, "2026-01-05 14:03", date(2025, 12, 31))


def test_it_is_read_once_for_each_version_of_the_store(made):
    made.keep()
    first = catalogue(NETWORK_LEAD)
    assert catalogue(Viewer("coach")) is first
    made.keep()
    assert catalogue(NETWORK_LEAD) is not first


def test_an_open_network_is_seen_as_of_today(engine, door, monkeypatch):
    Builder(engine, as_of=None).keep()

    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return date(2031, 5, 6)

    assert catalogue(NETWORK_LEAD).network.as_of == date.today()
    monkeypatch.setattr(module, "date", Tomorrow)
    assert catalogue(NETWORK_LEAD).network.as_of == date(2031, 5, 6)


def test_an_action_period_runs_from_one_convening_to_the_next():
    events = [event("c1", "2025-02-03", "2025-02-04"), event("c2", "2025-06-10", "2025-06-11", number=2), event("c3", "2025-10-01", "2025-10-01", number=3)]
    filled = with_action_periods(events)
    assert spans(filled) == [
        "c1 2025-02-03 2025-02-04",
        "c1-action 2025-02-05 2025-06-09",
        "c2 2025-06-10 2025-06-11",
        "c2-action 2025-06-12 2025-09-30",
        "c3 2025-10-01 2025-10-01",
    ]
    assert (filled[1].kind, filled[1].name, filled[1].number, filled[1].place) == ("action_period", "Action period 1", 1, "")


def test_an_action_period_that_was_given_is_kept_and_no_other_made():
    given = event("a1", "2025-03-01", "2025-05-31", kind="action_period")
    events = [event("c1", "2025-02-03", "2025-02-04"), given, event("c2", "2025-06-10", "2025-06-11")]
    assert with_action_periods(events) == tuple(events)


@pytest.mark.parametrize(("starts", "made"), [("2025-02-04", 0), ("2025-02-05", 0), ("2025-02-06", 1)])
def test_convenings_that_follow_each_other_leave_no_action_period(starts, made):
    filled = with_action_periods([event("c1", "2025-02-03", "2025-02-04"), event("c2", starts, "2025-02-08")])
    assert len(filled) == 2 + made


def test_each_cohort_has_its_own_action_periods():
    events = [
        event("a1", "2025-02-03", "2025-02-04", cohort="a"),
        event("b1", "2025-03-03", "2025-03-04", cohort="b"),
        event("a2", "2025-06-10", "2025-06-11", cohort="a"),
    ]
    assert spans(with_action_periods(events))[1] == "a1-action 2025-02-05 2025-06-09"
    assert len(with_action_periods(events)) == 4
    given = event("ap", "2025-03-01", "2025-03-02", kind="action_period", cohort="b")
    assert len(with_action_periods([*events, given])) == 5
