"""The latest load, and what loads replaced."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import update

from data_access import schema
from data_access.engine import writing
from data_access.loads import bare_name, in_utc, latest_load, latest_loads
from data_access.restatements import restatements
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.counts import HIDDEN_COUNT, Count
from tests.data_access.builder import Builder


def test_the_latest_load_says_who_when_and_how_far(made):
    made.load(2, loaded_by="Ben", vintage=date(2026, 2, 1), rows_added=3, rows_changed=2, rows_unchanged=1)
    made.keep()
    found = latest_load(NETWORK_LEAD)
    assert (found.load_id, found.loaded_at, found.loaded_by, found.vintage) == (2, "2026-01-05 14:03", "Ben", date(2026, 2, 1))
    assert (found.data_through, found.rows_added, found.rows_changed, found.rows_unchanged, found.rows_rejected) == (date(2025, 12, 31), 3, 2, 1, 0)


def test_a_load_that_was_undone_is_passed_over(made):
    made.load(3, loaded_by="undo")
    made.load(2, loaded_by="Ben", undone_by=3)
    made.keep()
    assert latest_load(NETWORK_LEAD).load_id == 3


def test_without_a_load_there_is_none(made):
    with made.engine.begin() as connection:
        connection.execute(schema.load.delete())
    made.keep()
    assert latest_load(NETWORK_LEAD) is None


def test_moments_are_told_in_utc():
    there = timezone(timedelta(hours=-6))
    assert (
        in_utc(datetime(2026, 1, 31, 20, 5, tzinfo=there))
        == in_utc(datetime(2026, 2, 1, 2, 5, tzinfo=UTC))
        == in_utc(datetime(2026, 2, 1, 2, 5))
        == "2026-02-01 02:05"
    )


def test_loads_come_newest_first_with_their_files_and_what_was_taken_back(made):
    made.load(2, loaded_by="Ben", rows_added=3)
    made.load(3, loaded_by="undo")
    made.load(4, loaded_by="Cem", undone_by=3)
    for load_id, name in ((2, "teams.csv"), (2, "may/observations.csv"), (4, "C:\\data\\teams.csv")):
        made.insert(schema.load_file, {"load_id": load_id, "file_name": name, "sha256": "0" * 64})
    made.keep()
    found = latest_loads(NETWORK_LEAD)
    assert [(one.load_id, one.loaded_by, one.files, one.undone_by) for one in found] == [
        (4, "Cem", ("teams.csv",), 3),
        (3, "undo", (), None),
        (2, "Ben", ("observations.csv", "teams.csv"), None),
        (1, "Ada", (), None),
    ]
    assert (found[2].loaded_at, found[2].rows_added) == ("2026-01-05 14:03", 3)
    assert [one.load_id for one in latest_loads(NETWORK_LEAD, 2)] == [4, 3]


@pytest.mark.parametrize("name", ["teams.csv", "may/teams.csv", "/reports/may/teams.csv", "C:\\data\\teams.csv"])
def test_a_file_is_named_without_its_folders(name):
    assert bare_name(name) == "teams.csv"


@pytest.fixture
def restated(engine, door) -> Builder:
    made = Builder(engine)
    made.measure(measure_id="bp", grain="month")
    made.measure(measure_id="mortality", grain="half-year", number="rate")
    for measure_id, number in (("bp", "proportion"), ("mortality", "rate")):
        for team_id in "ab":
            made.team(team_id, measure_id)
            made.reports(f"{team_id} black 2025-01-01 20/40", measure_id=measure_id, number=number)
    for load_id in (2, 3):
        made.load(load_id, loaded_at=datetime(2026, load_id, 1, 9, 0, tzinfo=UTC))
    # Series 1 and 2 are bp of a and b, 3 and 4 mortality.
    for series_id, load_id, old, new in ((1, 2, (19, 40), (20, 40)), (2, 2, (18, 40), (20, 40)), (3, 2, (10, 40), (11, 41)), (3, 3, (11, 41), (20, 40))):
        made.insert(
            schema.observation_history,
            {
                "series_id": series_id,
                "period_start": date(2025, 1, 1),
                "load_id": load_id,
                "old_load_id": 1,
                "old_numerator": old[0],
                "old_denominator": old[1],
                "old_note": "",
                "new_numerator": new[0],
                "new_denominator": new[1],
            },
        )
    made.keep(["bp", "mortality"])
    return made


def test_restatements_come_newest_load_first_and_are_released(restated):
    found = restatements(NETWORK_LEAD)
    assert [(one.measure_id, one.team_id, one.old, one.new) for one in found] == [
        ("mortality", "a", Count(11, 41), Count(20, 40)),
        ("bp", "a", HIDDEN_COUNT, HIDDEN_COUNT),
        ("bp", "b", HIDDEN_COUNT, HIDDEN_COUNT),
        ("mortality", "a", HIDDEN_COUNT, Count(11, 41)),
    ]
    assert (found[0].stratifier_id, found[0].group_code, found[0].period.label, found[0].loaded_at) == ("race", "black", "1st half 2025", "2026-03-01 09:00")
    assert found[1].period.label == "Jan 2025"
    assert [one.load_id for one in found] == [3, 2, 2, 2]


def test_what_a_team_hides_is_restated_for_its_own_members_alone(restated):
    with writing(restated.engine) as connection:
        connection.execute(update(schema.team_measure).where(schema.team_measure.c.measure_id == "mortality").values(visibility="hidden"))
    restated.keep(["bp", "mortality"])
    assert {one.new for one in restatements(NETWORK_LEAD) if one.measure_id == "mortality"} == {HIDDEN_COUNT}
    own = restatements(Viewer("team_member", frozenset({"a"})))
    assert [one.new for one in own if one.measure_id == "mortality"] == [Count(20, 40), Count(11, 41)]


def test_a_month_that_came_late_keeps_the_blank_that_it_replaced(restated):
    row = {"series_id": 1, "period_start": date(2025, 2, 1), "load_id": 3, "old_load_id": 1, "old_note": "", "old_blank_reason": "not_reported"}
    restated.insert(schema.observation_history, {**row, "new_numerator": 20, "new_denominator": 40})
    restated.keep(["bp", "mortality"])
    (found,) = [one for one in restatements(NETWORK_LEAD) if one.period.label == "Feb 2025"]
    assert (found.old, found.new) == (Count(None, None, "not_reported"), HIDDEN_COUNT)


def test_a_note_that_was_changed_replaced_no_value(restated):
    row = {"series_id": 3, "period_start": date(2025, 7, 1), "load_id": 3, "old_load_id": 1, "old_note": "Flood", "old_numerator": 20, "old_denominator": 40}
    restated.insert(schema.observation_history, {**row, "new_numerator": 20, "new_denominator": 40})
    restated.keep(["bp", "mortality"])
    assert len(restatements(NETWORK_LEAD)) == 4


def test_a_teams_own_members_see_their_months(restated):
    found = {(one.measure_id, one.team_id): one for one in restatements(Viewer("team_member", frozenset({"a"}))) if one.loaded_at < "2026-03"}
    assert (found["bp", "a"].old, found["bp", "a"].new) == (Count(19, 40), Count(20, 40))
    assert found["bp", "b"].old == HIDDEN_COUNT
    assert found["mortality", "a"].old == Count(10, 40)


@pytest.mark.parametrize(("limit", "given"), [(1, 1), (3, 3), (4, 4), (5, 4)])
def test_only_so_many_are_given(restated, limit, given):
    assert len(restatements(NETWORK_LEAD, limit)) == given


def test_a_restated_blank_keeps_its_reason(made):
    made.team("a")
    made.measure(measure_id="m", grain="quarter")
    made.team("a", "m")
    made.reports("a black 2025-01-01 20/40", measure_id="m")
    made.load(2)
    row = {"series_id": 1, "period_start": date(2025, 1, 1), "load_id": 2, "old_load_id": 1, "old_note": "", "old_blank_reason": "hidden_at_source"}
    made.insert(schema.observation_history, {**row, "new_numerator": 20, "new_denominator": 40})
    made.keep(["bp", "m"])
    assert [(one.old, one.new) for one in restatements(NETWORK_LEAD)] == [(Count(None, None, "hidden_at_source"), Count(20, 40))]
